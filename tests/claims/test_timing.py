"""Which day an event gets from the words around it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dateline.annotate.parser import parse
from dateline.claims.timing import time_of
from dateline.claims.triggers import triggers
from dateline.mentions.times import times
from dateline.pipeline.coder import code
from dateline.read.text import document_of

PUBLISHED = dt.date(2019, 5, 15)
"""A Wednesday."""


def when(text: str, word: str, published: dt.date | None = PUBLISHED) -> tuple[str | None, str | None]:
    """First and last day of the event that `word` tells."""
    parsed = parse(replace(document_of(text, name="t"), published=published))
    events = tuple(triggers(parsed))
    event = next(t for t in events if parsed.doc[t.head].text == word)
    found = time_of(parsed, event, events, tuple(times(parsed)))
    if found is None:
        return None, None
    return (str(found.start) if found.start else None), (str(found.end) if found.end else None)


@pytest.mark.parametrize(
    ("text", "word", "start", "end"),
    [
        ("Rebels shelled a 19th-century fort.", "shelled", "2019-05-15", "2019-05-15"),
        (
            "Shells hit the mill on Monday. At 0600 troops attacked the port.",
            "attacked",
            "2019-05-13",
            "2019-05-13",
        ),
        (
            "Shells hit the mill on Monday. At dusk troops attacked the port.",
            "attacked",
            "2019-05-13",
            "2019-05-13",
        ),
        (
            "Shells hit the mill on Monday. Troops attacked the port hours later.",
            "attacked",
            "2019-05-13",
            "2019-05-13",
        ),
        (
            "Shells hit the mill on Monday. Troops captured the port after a daylong siege.",
            "captured",
            "2019-05-13",
            "2019-05-13",
        ),
        (
            "Rebels took the port on Monday. Troops struck back from a hill that they had held since May 3.",
            "struck",
            "2019-05-13",
            "2019-05-13",
        ),
        (
            "Rebels took the port on Monday. Troops struck a town that they had looted on May 3.",
            "struck",
            "2019-05-13",
            "2019-05-13",
        ),
        (
            "Troops attacked the port on May 3 and 4 with mortars.",
            "attacked",
            "2019-05-03",
            "2019-05-04",
        ),
        (
            "Shells hit the mill on Monday. It was the first attack in two years.",
            "attack",
            "2019-05-13",
            "2019-05-13",
        ),
        (
            "Rebels captured the port on Monday, the mayor said on Tuesday. Nine people were killed.",
            "killed",
            "2019-05-13",
            "2019-05-13",
        ),
        (
            "The valley has seen war since 2011, when troops killed six men.",
            "killed",
            "2011-01-01",
            "2011-12-31",
        ),
        (
            "It was the first raid since a shelling on Monday that killed nine herders near the mill.",
            "killed",
            "2019-05-13",
            "2019-05-13",
        ),
        (
            "The mayor met rebels on Monday, two days after the army captured the bridge.",
            "captured",
            "2019-05-11",
            "2019-05-11",
        ),
        (
            "Two days after the army captured the bridge on Sunday, rebels attacked the mill.",
            "attacked",
            "2019-05-14",
            "2019-05-14",
        ),
        (
            "Three weeks after the army captured the port, rebels attacked the mill.",
            "captured",
            "2019-04-22",
            "2019-04-28",
        ),
        (
            "Nine herders have been killed since the army captured the port on 1 May, six of them on Monday.",
            "killed",
            "2019-05-01",
            "2019-05-15",
        ),
        (
            "Nine herders have been killed since the army captured the port on 1 May, six of them on Monday.",
            "captured",
            "2019-05-01",
            "2019-05-01",
        ),
        ("Since April 2018 troops have killed six men.", "killed", "2018-04-01", "2019-05-15"),
        (
            "Troops captured the port in April 2018. Since then nine people have been killed.",
            "killed",
            "2018-04-01",
            "2019-05-15",
        ),
        (
            "Six men were killed in April 2018. Nine were wounded in the port.",
            "wounded",
            "2018-04-01",
            "2018-04-30",
        ),
        ("Nine herders have died in the feud that began in 2017.", "died", "2017-01-01", "2019-05-15"),
    ],
)
def test_days(text: str, word: str, start: str, end: str) -> None:
    assert when(text, word) == (start, end)


def test_words_without_a_day_stay_when_nothing_dates_them() -> None:
    assert when("Troops now attacked the port.", "attacked", published=None) == (None, None)


def test_a_date_at_the_top_counts_before_the_record() -> None:
    text = "Port shelled\n\nPublished May 12, 2019\n\nTroops shelled the port."
    assert when(text, "shelled") == ("2019-05-12", "2019-05-12")


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("On Monday the mayor accused them of burning the mill in May 2018.", "accused", "2019-05-13"),
        ("On Monday the mayor accused them of burning the mill in May 2018.", "burning", "2018-05-01"),
        ("The mayor accused them on Monday of burning the mill.", "accused", "2019-05-13"),
        ("The mayor accused them of burning the mill in May 2018.", "accused", "2019-05-15"),
    ],
)
def test_the_day_of_what_is_told_is_not_the_tellings(text: str, word: str, day: str) -> None:
    assert when(text, word)[0] == day


@pytest.mark.parametrize(
    "clause", ["which raiders had captured in 2015", "that raiders had held since April last year"]
)
def test_what_was_before_an_event_does_not_date_it(clause: str) -> None:
    text = f"The marsh guard seized a port {clause}."
    document = replace(document_of(text, name="t"), published=PUBLISHED)
    seized = next(c for c in code(document).claims if c.trigger == "seized")
    assert seized.time is not None
    assert seized.time.start == PUBLISHED


def test_the_time_of_a_relative_clause_is_not_that_of_what_stands_outside() -> None:
    text = "The army, which has fought the rebels since May 2018, said it had killed 70 gunmen near Orvane."
    assert when(text, "fought") == ("2018-05-01", "2019-05-15")
    assert when(text, "killed") == ("2019-05-15", "2019-05-15")


def test_the_year_of_a_thing_is_not_when_somebody_was_killed() -> None:
    text = "The mayor said gunmen had killed seven signatories of the 2016 peace accord."
    document = document_of(text, name="year", published=PUBLISHED)
    killed = next(claim for claim in code(document).claims if claim.action == "kill")
    assert killed.time is not None and killed.time.start == PUBLISHED


@pytest.mark.parametrize("since", ["in a decade", "since 2010"])
def test_of_the_worst_in_years_the_years_are_no_time(since: str) -> None:
    text = f"Gunmen killed 40 people in Jos in the worst raid {since}."
    claims = code(document_of(text, name="worst", published=PUBLISHED)).claims
    assert {claim.time.start for claim in claims if claim.time} == {PUBLISHED}


@pytest.mark.parametrize(
    ("text", "word", "start", "end"),
    [
        ("Monday was the fourth day of raids by jets on Tarn.", "raids", "2019-05-10", "2019-05-13"),
        ("Fighting in Tarn continued for a third day on Monday.", "Fighting", "2019-05-11", "2019-05-13"),
        (
            "On Monday, the fifth day of a raid on Tarn, mortars killed nine.",
            "raid",
            "2019-05-09",
            "2019-05-13",
        ),
        (
            "On Monday, the fifth day of a raid on Tarn, mortars killed nine.",
            "killed",
            "2019-05-13",
            "2019-05-13",
        ),
        ("Shells killed 84 herders in three days.", "killed", "2019-05-12", "2019-05-15"),
        ("Shells have killed 84 herders in 24 hours.", "killed", "2019-05-14", "2019-05-15"),
        ("For the third time in a week shells killed herders.", "killed", "2019-05-15", "2019-05-15"),
        ("On 3 May shells killed 84 herders in three days.", "killed", "2019-05-03", "2019-05-03"),
        (
            "The war began in April 2012. More than 300 herders have been killed.",
            "killed",
            "2012-04-01",
            "2019-05-15",
        ),
        ("The war began in March 2011. Nine herders were killed.", "killed", "2011-03-01", "2011-03-31"),
        (
            "Tarn has seen war since 2011 with the army fighting herders.",
            "fighting",
            "2011-01-01",
            "2019-05-15",
        ),
        (
            "The war that began in 2011 has killed nine and displaced many.",
            "displaced",
            "2011-01-01",
            "2019-05-15",
        ),
        (
            "It was the first raid since gas killed nine on Monday.",
            "raid",
            "2019-05-15",
            "2019-05-15",
        ),
        ("Tarn has been hit often since the Monday raid.", "raid", "2019-05-13", "2019-05-13"),
    ],
)
def test_what_takes_days_begins_with_the_first_of_them(text: str, word: str, start: str, end: str) -> None:
    assert when(text, word) == (start, end)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("The army stepped up raids ahead of the vote on 28 May.", "raids", "2019-05-15"),
        ("Ahead of the vote on 3 May, the army killed nine herders.", "killed", "2019-05-15"),
        ("The army shelled the town before the truce took effect on 3 May.", "shelled", "2019-05-15"),
        ("A truce is to begin on Friday. The army killed nine herders.", "killed", "2019-05-15"),
        (
            "Rebels have staged such raids before including on 3 May when they shelled Tarn.",
            "shelled",
            "2019-05-03",
        ),
        ("Rebels shelled the town until its fall on 3 May.", "shelled", "2019-05-15"),
        ("Friday's raid came after a bombing in Tarn killed nine on Tuesday.", "bombing", "2019-05-14"),
        ("The raid comes one day after the fall of Tarn to the army.", "fall", "2019-05-14"),
        (
            "It was the first clinic to be hit in four days after a shell on Monday damaged it.",
            "damaged",
            "2019-05-13",
        ),
    ],
)
def test_the_day_of_something_else_is_not_the_events(text: str, word: str, day: str) -> None:
    assert when(text, word) == (day, day)
