"""Times in sentences: their days, their TIMEX3 values, and the day they are told from."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate import Parse, Sentence
from dateline.annotate.parser import parse
from dateline.document import Span
from dateline.lexicon.calendar import LEXICON
from dateline.lexicon.load import entries
from dateline.mentions.record import Time
from dateline.mentions.times import anchor_of, times
from dateline.read.text import document_of

WEDNESDAY = dt.date(2019, 5, 15)


def read(text: str, published: dt.date | None = WEDNESDAY) -> Parse:
    """A text as one sentence: the finder needs no parser."""
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    document = document_of(text, name="test", published=published)
    sentences = (Sentence(0, Span(0, len(text)), 0, 0, 0),) if text else ()
    return Parse(document, Doc(Vocab(), words=[]), sentences, None)


def found_in(text: str, published: dt.date | None = WEDNESDAY) -> list[Time]:
    """The times of a text, each checked to stand where it says."""
    found = list(times(read(text, published)))
    for time in found:
        assert text[time.span.start : time.span.end] == time.text
    return found


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("It fell on 11 March 2025.", "2025-03-11", "2025-03-11", "2025-03-11"),
        ("It fell on March 11.", "2019-03-11", "2019-03-11", "2019-03-11"),
        ("Nothing has moved since a failed July vote.", "2018-07", "2018-07-01", "2019-05-15"),
        ("It would be the worst since the August 9 raid.", "2018-08-09", "2018-08-09", "2019-05-15"),
        ("IT FELL ON 9 AUGUST.", "2018-08-09", "2018-08-09", "2018-08-09"),
        ("It fell on 25/12/2016.", "2016-12-25", "2016-12-25", "2016-12-25"),
        ("It fell in August 2016.", "2016-08", "2016-08-01", "2016-08-31"),
        ("It fell in early March.", "2019-03", "2019-03-01", "2019-03-10"),
        ("It has been cut since spring 2016.", "2016-SP", "2016-03-01", "2019-05-15"),
        ("No aid came due to heavy shelling on Sunday.", "2019-05-12", "2019-05-12", "2019-05-12"),
        ("No aid came due to artillery shelling on Sunday.", "2019-05-12", "2019-05-12", "2019-05-12"),
        ("The summer of 2016 was dry.", "2016-SU", "2016-06-01", "2016-08-31"),
        ("Early summer of 2016 was dry.", "2016-SU", "2016-06-01", "2016-08-31"),
        ("It fell in late 2016.", "2016", "2016-10-01", "2016-12-31"),
        ("The mill was built in 1862.", "1862", "1862-01-01", "1862-12-31"),
        ("It was built in the twelfth century.", "11", "1100-01-01", "1199-12-31"),
        ("It fell in the March storm.", "2019-03", "2019-03-01", "2019-03-31"),
        ("It was the worst flood of the year.", "2019", "2019-01-01", "2019-05-15"),
        ("It will be paid for by year-end.", "2019-12-31", "2019-12-31", "2019-12-31"),
        ("It has lost a third of its worth since year-end.", "2018-12-31", "2018-12-31", "2019-05-15"),
        ("It spent less in the latest fiscal year.", "2018", "2018-01-01", "2018-12-31"),
        ("It fell in the first week of March.", "2019-03", "2019-03-01", "2019-03-07"),
        ("It fell in the last week of February 2018.", "2018-02", "2018-02-22", "2018-02-28"),
        ("It fell in the second half of April.", "2019-04", "2019-04-16", "2019-04-30"),
        ("It fell overnight into Sunday.", "2019-05-11TNI", "2019-05-11", "2019-05-12"),
        ("It fell a fortnight ago.", "2019-W18", "2019-04-29", "2019-05-05"),
        ("It fell on 3 April 14.", "2014-04-03", "2014-04-03", "2014-04-03"),
        ("After 3 April 14 mills fell.", "2019-04-03", "2019-04-03", "2019-04-03"),
        ("It fell yesterday.", "2019-05-14", "2019-05-14", "2019-05-14"),
        ("It fell today.", "2019-05-15", "2019-05-15", "2019-05-15"),
        ("It fell last night.", "2019-05-14TNI", "2019-05-14", "2019-05-14"),
        ("It fell on Friday.", "2019-05-10", "2019-05-10", "2019-05-10"),
        ("The guns must fall silent by midnight on Friday.", "2019-05-17TNI", "2019-05-17", "2019-05-17"),
        ("They agreed to meet on Friday.", "2019-05-17", "2019-05-17", "2019-05-17"),
        ("Earlier in the day it burned.", "2019-05-15", "2019-05-15", "2019-05-15"),
        ("It fell on Wednesday.", "2019-05-15", "2019-05-15", "2019-05-15"),
        ("It fell last Wednesday.", "2019-05-08", "2019-05-08", "2019-05-08"),
        ("It will end on Sunday.", "2019-05-19", "2019-05-19", "2019-05-19"),
        ("It is due to end on Sunday.", "2019-05-19", "2019-05-19", "2019-05-19"),
        ("Nine fell ill due to a leak on Sunday.", "2019-05-12", "2019-05-12", "2019-05-12"),
        ("On Sunday the millers are to meet the mayor.", "2019-05-19", "2019-05-19", "2019-05-19"),
        ("The millers meet Sunday with the mayor.", "2019-05-19", "2019-05-19", "2019-05-19"),
        ("The millers did not meet Sunday.", "2019-05-12", "2019-05-12", "2019-05-12"),
        ("Until Sunday, the millers had not met.", "2019-05-12", "2019-05-12", "2019-05-12"),
        ("It fell at noon on Friday.", "2019-05-10T12:00", "2019-05-10", "2019-05-10"),
        ("It fell in the morning of 3 May.", "2019-05-03TMO", "2019-05-03", "2019-05-03"),
        ("It fell last week.", "2019-W19", "2019-05-06", "2019-05-12"),
        ("It fell last month.", "2019-04", "2019-04-01", "2019-04-30"),
        ("It fell last year.", "2018", "2018-01-01", "2018-12-31"),
        ("It fell earlier this month.", "2019-05", "2019-05-01", "2019-05-15"),
        ("It fell at the weekend.", "2019-W19-WE", "2019-05-11", "2019-05-12"),
        ("It fell two days ago.", "2019-05-13", "2019-05-13", "2019-05-13"),
        ("They came in the last 24 hours.", "PT24H", "2019-05-14", "2019-05-15"),
        ("They came over the past two days.", "P2D", "2019-05-13", "2019-05-15"),
        ("They came in the last hours.", "PTXH", "2019-05-14", "2019-05-15"),
        ("They are to repay it by June.", "2019-06", "2019-06-01", "2019-06-30"),
        ("It has been held since 2011.", "2011", "2011-01-01", "2019-05-15"),
        ("Many died since the war began in March 2011.", "2011-03", "2011-03-01", "2019-05-15"),
        ("It has been cut off for two years.", "P2Y", "2017-05-15", "2019-05-15"),
    ],
)
def test_days(text: str, value: str, start: str, end: str) -> None:
    assert [(t.value, str(t.start), str(t.end)) for t in found_in(text)] == [(value, start, end)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on 04/03/2016.", None),
        ("They came in recent days.", "PXD"),
        ("They leave in the coming months.", "PXM"),
        ("They waited a minute and a half.", "PT1M30S"),
        ("A five-day truce began.", "P5D"),
        ("A weeks-long flood began.", "PXW"),
        ("They stayed for another month.", "P1M"),
        ("It lost money in the year ended in a flood.", "P1Y"),
        ("The mill fell months ago.", "PXM"),
        ("They come on Fridays.", "XXXX-WXX-5"),
        ("They come Friday nights.", "XXXX-WXX-5TNI"),
        ("It fell at dawn.", "2019-05-15TMO"),
        ("The town is now empty.", "PRESENT_REF"),
    ],
)
def test_what_names_no_days(text: str, value: str | None) -> None:
    assert [(t.value, t.start, t.end) for t in found_in(text)] == [(value, None, None)]


def test_slashed_dates_follow_the_order_the_text_shows() -> None:
    found = found_in("Seen on 25/12/2016 and again on 04/03/2017.")
    assert [str(t.start) for t in found] == ["2016-12-25", "2017-03-04"]


def test_two_days_joined_are_one_interval() -> None:
    found = found_in("They fought from Monday to Wednesday.")
    assert [(str(t.start), str(t.end)) for t in found] == [("2019-05-13", "2019-05-15")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "They fought on 3 and 4 May.",
        "They fought on 3-4 May.",
        "They fought between 3 and 4 May.",
        "They fought on May 3 and 4.",
        "They fought on May 3-4, 2019.",
        "They fought from May 3 to 4 near the mill.",
    ],
)
def test_days_of_one_month_are_one_interval(text: str) -> None:
    assert [(str(t.start), str(t.end)) for t in found_in(text)] == [("2019-05-03", "2019-05-04")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It rained from 28 March to 3 April 2016.", ["2016-03-28", "2016-04-03"]),
        ("It rained between March 28 and April 3, 2016.", ["2016-03-28", "2016-04-03"]),
        ("It rained from June to August 2014.", ["2014-06-01", "2014-08-31"]),
        ("It rained from 28 December to 3 January 2016.", ["2015-12-28", "2016-01-03"]),
    ],
)
def test_the_year_of_the_second_date_dates_the_first(text: str, days: list[str]) -> None:
    assert [[str(t.start), str(t.end)] for t in found_in(text)] == [days, days]


def test_the_day_before_is_counted_from_the_day_told() -> None:
    found = found_in("It fell on 3 May; it had rained the day before.")
    assert [str(t.start) for t in found] == ["2019-05-03", "2019-05-02"]


def test_the_last_weeks_of_a_month_do_not_end_with_the_report() -> None:
    found = found_in("They came in the last two weeks of April.")
    assert [(t.value, str(t.start)) for t in found] == [("P2W", "None"), ("2019-04", "2019-04-01")]


def test_a_number_that_counts_ends_no_interval() -> None:
    found = found_in("They came on May 3 and 4 mills burned.")
    assert [(str(t.start), str(t.end)) for t in found] == [("2019-05-03", "2019-05-03")]


@pytest.mark.parametrize(("words", "day"), [("previous", "2019-05-03"), ("following", "2019-05-10")])
def test_the_previous_and_the_following_weekday_are_counted_from_the_day_told(words: str, day: str) -> None:
    found = found_in(f"It fell on 7 May, not on the {words} Friday.")
    assert [str(t.start) for t in found] == ["2019-05-07", day]


def test_the_year_that_runs_is_not_the_report_s_in_a_text_about_another() -> None:
    assert [t.value for t in found_in("It fell in June 2003, in the worst flood of the year.")] == ["2003-06"]


def test_a_year_earlier_is_counted_from_the_quarter_a_report_is_about() -> None:
    text = (
        "Sales grew in the third quarter after a weak second quarter; they are twice those of a year earlier."
    )
    assert found_in(text)[-1].value == "2017-Q3"


def test_a_day_without_its_month_is_of_the_month_told_before() -> None:
    found = found_in("The siege began on 3 April and ended on the 21st.")
    assert [str(t.start) for t in found] == ["2019-04-03", "2019-04-21"]


def test_a_day_smaller_than_the_one_told_before_is_of_the_next_month() -> None:
    found = found_in("The siege began on 28 March and ended on the 3rd.")
    assert [str(t.start) for t in found] == ["2019-03-28", "2019-04-03"]


def test_entries_of_a_chronology_go_on_from_one_another() -> None:
    text = "Feb. 3, 2002: A bridge fell.\nMarch 17: A mill burned.\nJan. 5: It rained."
    found = times(parse(document_of(text, name="t")))
    assert [str(t.start) for t in found] == ["2002-02-03", "2002-03-17", "2003-01-05"]


def test_an_hour_ago_is_the_same_day() -> None:
    assert [str(t.start) for t in found_in("It fell an hour ago.")] == ["2019-05-15"]


def test_a_month_of_an_undated_text_is_of_the_year_told_before() -> None:
    found = found_in("He came in April 2014. The bridge fell in August.", None)
    assert [str(t.start) for t in found] == ["2014-04-01", "2014-08-01"]


def test_the_years_of_a_life_date_no_text() -> None:
    assert anchor_of(read("Ada Okoro (12 May 1980 – 3 June 2015) built bridges.", None)) is None


def test_years_later_are_counted_from_the_month_told_before() -> None:
    assert (
        str(found_in("It fell in April 2014 and was built again two years later.")[-1].start) == "2016-01-01"
    )


def test_a_clock_time_takes_the_day_beside_it() -> None:
    found = found_in("It went off at 10:35 a.m. (0735 GMT) Friday.")
    assert [(t.value, str(t.start)) for t in found] == [("2019-05-10T10:35", "2019-05-10")]


def test_nothing_is_dated_without_an_anchor() -> None:
    found = found_in("It fell yesterday, on Friday, in March and last week.", None)
    assert len(found) == 4
    assert all(t.start is None and t.end is None for t in found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Bridge falls\nThu Sep 5 2013 A bridge fell.", "2013-09-05"),
        ("SAN JOSE, 22 FEB 90 (RADIO) -- [TEXT] A BRIDGE FELL.", "1990-02-22"),
        ("Bridge falls | Times Last updated at Jul 152015 A bridge fell.", "2015-07-15"),
        ("Bridge falls\nPublished April 6 2017\nA bridge fell.", "2017-04-06"),
        ("A bridge fell on 3 May 2011, years after it was built.", "2019-05-15"),
        ("A bridge fell.", "2019-05-15"),
    ],
)
def test_the_date_a_text_states_at_its_top_wins(text: str, day: str) -> None:
    anchor = anchor_of(read(text))
    assert anchor is not None
    assert str(anchor.day) == day


def test_no_date_anywhere_is_no_anchor() -> None:
    assert anchor_of(read("A bridge fell today.", None)) is None


RULES = [entry for entry in entries(LEXICON) if entry["kind"] == "rule"]


@pytest.mark.parametrize(("rule", "text"), [(e.id, text) for e in RULES for text in e.match])
def test_lexicon_examples_match(rule: str, text: str) -> None:
    assert rule in {t.rule for t in found_in(text)}


@pytest.mark.parametrize(("rule", "text"), [(e.id, text) for e in RULES for text in e.reject])
def test_lexicon_examples_reject(rule: str, text: str) -> None:
    assert rule not in {t.rule for t in found_in(text)}


@pytest.mark.parametrize("text", [t for e in entries(LEXICON) if e["kind"] != "rule" for t in e.match])
def test_vocabulary_examples_match(text: str) -> None:
    assert found_in(text)


@pytest.mark.parametrize("text", [t for e in entries(LEXICON) if e["kind"] != "rule" for t in e.reject])
def test_vocabulary_examples_reject(text: str) -> None:
    assert not found_in(text)


_FORMS = (
    "{d.day} {month} {d.year}",
    "{month} {d.day}, {d.year}",
    "{d:%Y-%m-%d}",
    "{d.day} {short} {d.year}",
    "{short} {d.day} {d.year}",
)
_MONTHS = ("January February March April May June July August September October November December").split()


@settings(max_examples=80, deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(_FORMS), st.booleans())
def test_dates_round_trip(day: dt.date, form: str, capitals: bool) -> None:
    month = _MONTHS[day.month - 1]
    text = "It fell on " + form.format(d=day, month=month, short=month[:3]) + " at the ford."
    found = found_in(text.upper() if capitals else text)
    assert [(t.start, t.end, t.precision) for t in found] == [(day, day, "day")]


_PIECES = st.sampled_from(
    (
        "since last week Friday 2016 May 3 March , 12 / two days ago the weekend İ early in 9 a.m. "
        "every years 1990s -"
    ).split()
)


@settings(max_examples=80, deadline=None)
@given(st.lists(_PIECES, max_size=20).map(" ".join), st.none() | st.dates())
def test_times_are_ordered_and_apart(text: str, published: dt.date | None) -> None:
    found = found_in(text, published)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all((t.start is None) == (t.end is None) for t in found)
    assert all(t.start <= t.end for t in found if t.start is not None and t.end is not None)


def test_the_parser_s_sentences_give_the_same() -> None:
    text = "A bridge fell on Monday. It will be mended by Friday."
    document = document_of(text, name="test", published=WEDNESDAY)
    assert [t.text for t in times(parse(document))] == ["on Monday", "Friday"]


def test_a_quarter_hour_is_no_quarter_of_a_year() -> None:
    assert found_in("They fired once every quarter-hour.") == []


@pytest.mark.parametrize("entry", entries(LEXICON), ids=lambda entry: entry.id)
def test_a_look_at_the_letters_hides_no_time(entry, monkeypatch) -> None:
    said = [found_in(text) for text in entry.match]
    monkeypatch.setattr("dateline.mentions.times._NEEDS", {})
    assert said == [found_in(text) for text in entry.match]


def test_days_of_the_week_run_forward() -> None:
    told = found_in("They fought from Wednesday to Friday.")
    assert {(t.start, t.end) for t in told} == {(dt.date(2019, 5, 8), dt.date(2019, 5, 10))}
