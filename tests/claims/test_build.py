"""What the coder claims of plain sentences: action, roles, figures, status, place, time, means."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.claims.record import Claim
from dateline.pipeline.coder import code
from dateline.read.text import document_of


def claims_of(text: str, *, published: dt.date | None = None) -> tuple[Claim, ...]:
    return code(document_of(text, name="example", published=published)).claims


def one(text: str, action: str) -> Claim:
    found = [claim for claim in claims_of(text) if claim.action == action]
    assert len(found) == 1, [(c.action, c.trigger) for c in claims_of(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Rebels captured the town of Orvane on Friday.", "capture"),
        ("The militia shelled the suburbs with mortars overnight.", "shelling"),
        ("Warplanes carried out an air strike on the depot.", "airstrike"),
        ("A car bomb exploded outside the ministry.", "bombing"),
        ("Gunmen kidnapped two teachers near the border.", "abduct"),
        ("Troops besieged the enclave for two months.", "besiege"),
        ("The army withdrew from the valley.", "withdraw"),
        ("Soldiers arrested eleven men in the market.", "detain"),
        ("Thousands of families fled the fighting.", "displace"),
        ("The two sides signed a ceasefire agreement.", "agree"),
    ],
)
def test_the_action_is_named(text: str, action: str) -> None:
    assert action in {claim.action for claim in claims_of(text)}


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("Russian warplanes killed 12 Syrian soldiers.", {"RUS:military"}, {"SYR:military"}),
        ("Twelve Syrian soldiers were killed by Russian warplanes.", {"RUS:military"}, {"SYR:military"}),
        ("Twelve Syrian soldiers were killed.", set(), {"SYR:military"}),
        ("Gunmen of Hezbollah killed nine Israeli soldiers.", {"group:hezbollah"}, {"ISR:military"}),
    ],
)
def test_who_did_it_to_whom(text: str, agents: set[str], targets: set[str]) -> None:
    claim = one(text, "kill")
    assert {p.actor for p in claim.agents} == agents
    assert {p.actor for p in claim.targets} == targets


@pytest.mark.parametrize(
    ("text", "action", "figures"),
    [
        ("The shelling killed 20 civilians.", "kill", [("killed", 20, 20)]),
        ("The army killed over 3,000 militants.", "kill", [("killed", 3000, None)]),
        ("At least seven people were wounded.", "wound", [("wounded", 7, None)]),
        ("Troops captured 500 square kilometres of desert.", "capture", [("area", 500, 500)]),
        ("The army destroyed two tanks and 14 trucks.", "destroy", [("tanks", 2, 2), ("vehicles", 14, 14)]),
        ("The group released six hostages.", "release", [("released", 6, 6)]),
        ("Soldiers arrested eleven men.", "detain", [("detained", 11, 11)]),
        ("The rebels inflicted 90 casualties on the army.", "kill", [("killed_or_wounded", 90, 90)]),
        ("The rebels inflicted heavy casualties on the army.", "kill", [("killed_or_wounded", 3, None)]),
        ("Nobody was wounded in the market.", "wound", [("wounded", 0, 0)]),
    ],
)
def test_how_many(text: str, action: str, figures: list[tuple[str, float, float | None]]) -> None:
    assert [(f.measure, f.low, f.high) for f in one(text, action).quantities] == figures


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        ("The army shelled Orvane.", "shelling", "occurred"),
        ("The army denied shelling Orvane.", "shelling", "denied"),
        ("The army did not shell Orvane.", "shelling", "denied"),
        ("Rebels may have shelled Orvane.", "shelling", "possible"),
        ("The army will shell Orvane.", "shelling", "planned"),
        ("The army is shelling Orvane.", "shelling", "ongoing"),
        ("Gunfire could be heard as troops shelled Orvane.", "shelling", "occurred"),
        ("The shelling of Orvane has not stopped since dawn.", "shelling", "ongoing"),
        ("The troops managed to capture Orvane.", "capture", "occurred"),
        ("The troops failed to capture Orvane.", "capture", "denied"),
    ],
)
def test_did_it_happen(text: str, action: str, status: str) -> None:
    assert one(text, action).status == status


def test_every_value_points_at_its_words() -> None:
    text = "The Syrian army killed 12 militants near Aleppo on 4 May 2016, a military source said."
    document = document_of(text, name="example")
    for claim in code(document).claims:
        assert document.quote(claim.span) == claim.trigger
        for part in (*claim.agents, *claim.targets, *claim.places, *claim.quantities):
            assert document.quote(part.span) == part.text


def test_the_speaker_is_kept() -> None:
    claim = one("The army killed 12 militants, a military source said.", "kill")
    assert [(s.text, s.kind) for s in claim.attribution] == [("a military source", "unnamed_official")]


def test_the_place_is_inherited_from_the_heading() -> None:
    text = "Clashes went on across the country.\nAleppo\nSoldiers killed nine militants in heavy fighting."
    claim = one(text, "kill")
    assert [(p.text, p.inherited) for p in claim.places] == [("Aleppo", True)]


def test_no_date_is_invented() -> None:
    for claim in claims_of("Soldiers killed nine militants on Friday."):
        assert claim.time is None or (claim.time.start is None and claim.time.end is None)


def test_weekdays_stand_before_the_publication_date() -> None:
    claim = claims_of("Soldiers killed nine militants on Friday.", published=dt.date(2016, 5, 9))[0]
    assert claim.time is not None
    assert claim.time.start == claim.time.end == dt.date(2016, 5, 6)


def test_general_news_gives_no_claims() -> None:
    text = "The bakery opened a second shop in May. Its owner said the price war with the chain was over."
    assert claims_of(text) == ()


def test_the_id_survives_a_better_rule() -> None:
    claim = one("Rebels captured the town of Orvane.", "capture")
    assert (
        claim.id
        == Claim(
            document=claim.document, sentence=9, span=claim.span, trigger="x", action="hold", status="denied"
        ).id
    )


def test_who_heads_a_headline_says_it_and_does_not_do_it() -> None:
    (hit, *_) = claims_of("Ukrainian army: Russian drones hit Kharkiv\n\nNothing more was known in the city.")
    assert [p.actor for p in hit.agents] == ["RUS:military"]
    assert [s.text for s in hit.attribution] == ["Ukrainian army"]


def test_tags_that_stand_in_the_text_are_no_place() -> None:
    text = (
        "5 May 2014 The Orun Brigade said it had killed six men. "
        "Tags Orun Hill Brigade opposition groups Amra "
        "The Orun Brigade said it had killed six men near the mill on Monday."
    )
    for claim in claims_of(text):
        assert not any("Tags" in place.text for place in claim.places)


def test_who_announces_a_death_killed_nobody() -> None:
    claim = one("The army announced the death of nine soldiers in the north.", "kill")
    assert not claim.agents
    assert [source.text for source in claim.attribution] == ["The army"]


def test_who_claims_an_act_did_it() -> None:
    claim = one("The Taliban claimed the attack on the barracks.", "attack")
    assert {party.actor for party in claim.agents} == {"group:taliban"}


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The general denied that the airfield had fallen to the rebels.", "capture"),
        ("The general denied any role in the car bombing at the mill.", "bombing"),
    ],
)
def test_a_denial_is_the_act_denied(text: str, action: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.action, claim.status) == (action, "denied")
    assert [source.text for source in claim.attribution] == ["The general"]


def test_a_denial_without_an_act_is_a_claim() -> None:
    assert [c.action for c in claims_of("The army denied the rebel claim.")] == ["reject"]


def test_who_is_driven_out_beside_the_dead_is_not_killed() -> None:
    text = "Jihadists beheaded six people in the Chiure district, displacing some 50,000 people since May."
    told = [(c.action, [f.low for f in c.quantities]) for c in code(document_of(text, name="out")).claims]
    assert told == [("kill", [6]), ("displace", [50_000])]


def test_the_place_that_a_paragraph_was_filed_from_is_no_party() -> None:
    text = "Yerevan - Two Armenian soldiers were killed near Goris on Tuesday, the ministry said."
    [claim] = code(document_of(text, name="filed")).claims
    assert [party.text for party in claim.targets] == ["Two Armenian soldiers"]
