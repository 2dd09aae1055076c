"""What the words around a candidate say of its part."""

from __future__ import annotations

import pytest

from dateline import code, document_of
from dateline.annotate import Parse
from dateline.annotate.annotator import annotate
from dateline.claims.events import events_in
from dateline.claims.grammar import Roles, grammatical_roles
from dateline.claims.parties_alone import acting_alone
from dateline.claims.parties_scores import Event, Offered
from dateline.claims.parties_speech import reacting, telling
from dateline.claims.parties_told import (
    dispossessed,
    foes_spared,
    helped_spared,
    opposed,
    opposing,
    owners_only,
    parted,
    robbed,
    talked_of,
    undergoing,
)
from dateline.document import Span
from dateline.pipeline.finders import mentions_in


def _party(text: str, action: str, role: str) -> list[str]:
    claim = next(c for c in code(document_of(text, name="told")).claims if c.action == action)
    return [party.text for party in getattr(claim, role)]


def _read(text: str, words: str) -> tuple[Parse, Offered]:
    """A parsed text and the candidate that stands at `words`."""
    parse = annotate(document_of(text, name="told"))
    at = text.index(words)
    tokens = parse.tokens_in(Span(at, at + len(words)))
    first, last = tokens[0].i, tokens[-1].i + 1
    return parse, Offered(first, last, frozenset(range(first, last)), None)


@pytest.mark.parametrize(
    ("text", "words", "spared"),
    [
        ("Nine soldiers died at dawn in clashes with marsh fighters beside a dam.", "marsh fighters", True),
        ("Nine soldiers died at dawn in clashes with marsh fighters beside a dam.", "Nine soldiers", False),
        ("Nine soldiers died at dawn in a raid with mortars beside a dam.", "mortars", False),
        ("Clashes between the army and the marsh guard killed nine soldiers.", "the army", True),
        ("Clashes between the army and the marsh guard killed nine soldiers.", "the marsh guard", True),
        ("Clashes between the army and the marsh guard killed nine soldiers.", "nine soldiers", False),
        (
            "There were clashes between the army and marsh guards who killed nine soldiers.",
            "marsh guards",
            False,
        ),
    ],
)
def test_whom_victims_fell_fighting_are_no_victims(text: str, words: str, spared: bool) -> None:
    parse, one = _read(text, words)
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(next(t for t in peers if t.action == "kill"), peers, Roles())
    assert foes_spared(parse, event, [one], [(0.2, 0.9)]) == [(0.0, 0.0) if spared else (0.2, 0.9)]


@pytest.mark.parametrize(
    "text",
    [
        "Fighting between the marsh guard and the hill army went on near the dam.",
        "Clashes broke out near the dam between the marsh guard and the hill army.",
        "Nine men fell in the marsh guard and the hill army's clashes near the dam.",
    ],
)
def test_who_fights_between_two_is_on_two_sides(text: str) -> None:
    parse, one = _read(text, "the marsh guard")
    other = _read(text, "the hill army")[1]
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(next(t for t in peers if t.action == "clash"), peers, Roles())
    told = [(0.8, 0.1), (0.7, 0.2)]
    apart = "between" in text
    assert opposed(parse, event, [one, other], told) == ([(0.8, 0.0), (0.0, 0.7)] if apart else told)


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        ("The marsh guard backed by air strikes entered the town.", True),
        ("The marsh guard, supported by drones and air strikes, entered the town.", True),
        ("The marsh guard, aided by air strikes, entered the town.", True),
        ("The marsh guard was hit by air strikes near the town.", False),
    ],
)
def test_whom_an_act_helps_it_does_not_hit_nor_is_it_his(text: str, spared: bool) -> None:
    parse, one = _read(text, "The marsh guard")
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(next(t for t in peers if t.action == "airstrike"), peers, Roles())
    assert helped_spared(parse, event, [one], [(0.2, 0.9)]) == [(0.0, 0.0) if spared else (0.2, 0.9)]


@pytest.mark.parametrize(
    ("text", "words", "chances"),
    [
        ("A marsh helicopter was shot down near a dam.", "A marsh helicopter", (0.0, 0.9)),
        ("A marsh helicopter shot down a drone near a dam.", "A marsh helicopter", (0.9, 0.2)),
        ("The guard shot down a marsh helicopter near a dam.", "a marsh helicopter", (0.0, 0.9)),
        ("A hill strike on a marsh town burned a dam.", "marsh", (0.0, 0.2)),
        ("A hill strike on a marsh town burned a dam.", "hill", (0.9, 0.2)),
        ("A hill strike on a town killed nine marsh guards.", "nine marsh guards", (0.0, 0.2)),
        ("Strikes on the marsh guard by the hill army burned a dam.", "the hill army", (0.9, 0.2)),
        ("The marsh guard was shelled near a dam.", "The marsh guard", (0.0, 0.2)),
    ],
)
def test_what_undergoes_an_act_did_not_do_it(text: str, words: str, chances: tuple[float, float]) -> None:
    parse, one = _read(text, words)
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(peers[0], peers, Roles())
    assert undergoing(parse, event, [one], [(0.9, 0.2)]) == [chances]


def test_victims_of_an_attack_with_a_weapon_are_victims() -> None:
    text = "Three nurses and rebels were killed in an attack with mortars on the clinic."
    assert any("nurses" in words for words in _party(text, "kill", "targets"))


@pytest.mark.parametrize(
    ("text", "action", "meant"),
    [
        ("Raiders took nine marsh guards hostage near Orvane.", "abduct", "nine marsh guards"),
        ("Raiders held an envoy hostage near Orvane.", "abduct", "an envoy"),
        ("Raiders freed a marsh hostage near Orvane.", "release", "a marsh hostage"),
    ],
)
def test_who_is_taken_hostage_is_who_he_was(text: str, action: str, meant: str) -> None:
    assert _party(text, action, "targets") == [meant]


@pytest.mark.parametrize(
    ("verb", "meant"), [("shelled", "the guard"), ("burned", "rebel tanks pounding the mill")]
)
def test_two_bodies_with_a_participle_each_are_two(verb: str, meant: str) -> None:
    whole = "the guard answering shots and rebel tanks pounding the mill"
    text = f"Gunmen shelled Orvane with {whole} that burned."
    parse, one = _read(text, whole)
    trigger = next(token.i for token in parse.tokens if token.text == verb)
    assert parse.document.quote(parse.span_of(*parted(parse, one, trigger))) == meant


@pytest.mark.parametrize(
    ("text", "action", "loser"),
    [
        (
            "The army has liberated dozens of villages and 90 square miles of ISIL-held desert.",
            "capture",
            "ISIL",
        ),
        ("The army captured Islamic State-held hills near Raqqa.", "capture", "Islamic State"),
        ("The army shelled rebel-held Douma before it captured a dam near Douma.", "capture", None),
        ("The army's offensive against rebel-held Aleppo went on.", "operate", "rebel"),
        ("The army advanced into rebel-held ground near Aleppo.", "advance", "rebel"),
        ("The army shelled rebel-held Douma.", "shelling", None),
    ],
)
def test_what_is_taken_of_ground_is_taken_from_who_holds_it(
    text: str, action: str, loser: str | None
) -> None:
    parse = annotate(document_of(text, name="told"))
    peers, _ = events_in(parse, mentions_in(parse))
    held = dispossessed(parse, next(t for t in peers if t.action == action))
    assert (held and parse.document.quote(parse.span_of(*held))) == loser


@pytest.mark.parametrize(
    ("text", "action", "targets"),
    [
        ("The army advanced against the ISIL terrorists near the oilfield in Syria.", "advance", ["ISIL"]),
        ("The army advanced on Raqqa in Syria.", "advance", []),
        ("Iraqi troops held the line against ISIL near Mosul.", "hold", ["ISIL"]),
        ("Rebels attacked a dam in Syria. Thousands of civilians returned to their homes.", "return", []),
    ],
)
def test_whom_one_advances_on_or_holds_out_against_is_a_target(
    text: str, action: str, targets: list[str]
) -> None:
    found = _party(text, action, "targets")
    assert len(found) == len(targets)
    assert all(words in text for words, text in zip(targets, found, strict=True))


def test_an_operation_against_somebody_is_not_his() -> None:
    parse, one = _read("The army began a counter-rebel operation near the dam.", "rebel")
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(next(t for t in peers if t.action == "operate"), peers, Roles())
    assert opposing(parse, event, [one], [(0.9, 0.3)]) == [(0.0, 0.9)]
    assert opposing(parse, event, [_read("The rebel operation", "rebel")[1]], [(0.9, 0.3)]) == [(0.9, 0.3)]


@pytest.mark.parametrize(
    ("text", "chance"),
    [
        ("Near the dam one strike engaged a marsh unit and destroyed three trucks.", 0.0),
        ("Near the dam the guard killed a marsh unit and destroyed three trucks.", 0.7),
        ("Near the dam one strike destroyed a marsh unit.", 0.7),
        ("Near the dam one strike hit a tent, two huts and a marsh unit, and destroyed three trucks.", 0.0),
        ("Near the dam one strike hit trucks of a marsh unit and destroyed nine of the trucks.", 0.7),
    ],
)
def test_whom_another_verb_hits_does_not_own_what_is_destroyed(text: str, chance: float) -> None:
    parse, one = _read(text, "a marsh unit")
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(next(t for t in peers if t.action == "destroy"), peers, Roles())
    assert owners_only(parse, event, [one], [(0.2, 0.7)]) == [(0.2, chance)]


@pytest.mark.parametrize(
    ("text", "action", "chances"),
    [
        ("Near the dam rebels captured a mill from the guard.", "capture", (0.0, 0.6)),
        ("Near the dam a mill was captured from the guard by rebels.", "capture", (0.0, 0.6)),
        ("Rebels captured a mill near the dam with the guard.", "capture", (0.5, 0.2)),
        ("Rebels captured a mill after a raid from the guard.", "capture", (0.5, 0.2)),
    ],
)
def test_what_is_taken_from_somebody_is_done_to_him(
    text: str, action: str, chances: tuple[float, float]
) -> None:
    parse, one = _read(text, "the guard")
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(next(t for t in peers if t.action == action), peers, Roles())
    assert robbed(parse, event, [one], [(0.5, 0.2)]) == [chances]


@pytest.mark.parametrize(
    ("text", "chances"),
    [
        ("The envoy said troops killed nine farmers near the dam.", [0.0, 0.6]),
        ("The envoy of the league said troops killed nine farmers near the dam.", [0.0, 0.6]),
        ("The envoy said they killed nine farmers near the dam.", [0.6]),
        ("The envoy killed nine farmers near the dam.", [0.6]),
    ],
)
def test_who_tells_is_no_agent_of_a_clause_with_its_own_subject(text: str, chances: list[float]) -> None:
    parse, teller = _read(text, "The envoy")
    troops = [a for a in mentions_in(parse).actors if a.text == "troops"]
    told = [teller, *(_read(text, "troops")[1]._replace(mention=one) for one in troops)]
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(next(t for t in peers if t.action == "kill"), peers, Roles())
    rows = [(0.6, 0.1), (0.2, 0.1)][: len(told)]
    assert [row[0] for row in telling(parse, event, told, rows)] == chances


@pytest.mark.parametrize(
    ("text", "chance"),
    [
        ("The envoy met chiefs in Mali to discuss how to attack the marsh guard.", 0.0),
        ("The envoy met the marsh guard in Mali to discuss how to attack raiders.", 0.7),
        ("The envoy met the marsh guard in Mali.", 0.7),
    ],
)
def test_who_is_to_be_fought_takes_no_part_in_the_talk_about_it(text: str, chance: float) -> None:
    parse, one = _read(text, "the marsh guard")
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(next(t for t in peers if t.action == "talk"), peers, Roles())
    assert talked_of(parse, event, [one], [(0.1, 0.7)]) == [(0.1 if chance else 0.0, chance)]


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("The marsh guard will investigate the massacre of nine men.", "The marsh guard", (0.0, 0.0)),
        ("Elders called on the marsh guard to investigate the massacre.", "the marsh guard", (0.0, 0.1)),
        ("The marsh guard is looking into the massacre of nine men.", "The marsh guard", (0.0, 0.0)),
        ("The marsh guard carried out the massacre of nine men.", "The marsh guard", (0.8, 0.1)),
        ("The marsh guard responded with a massacre of nine men.", "The marsh guard", (0.8, 0.1)),
        ("The marsh guard survived the massacre of nine men.", "The marsh guard", (0.0, 0.1)),
        ("The marsh guard voiced alarm at the massacre of nine men.", "The marsh guard", (0.0, 0.0)),
        ("The hill army killed nine men, which the marsh guard denied.", "the marsh guard", (0.0, 0.1)),
        ("The hill army killed nine men whom the marsh guard hated.", "the marsh guard", (0.8, 0.1)),
        ("The marsh guard attributed the massacre to the hill army.", "The marsh guard", (0.0, 0.0)),
    ],
)
def test_who_reacts_to_an_act_did_not_commit_it(text: str, words: str, left: tuple[float, float]) -> None:
    parse, one = _read(text, words)
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(next(t for t in peers if t.action == "kill"), peers, Roles())
    assert reacting(parse, event, [one], [(0.8, 0.1)]) == [left]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Nine died in a massacre President Orlan blamed on the hill army.", True),
        ("Nine died in a massacre President Orlan suffered.", False),
        ("Nine died in a massacre in which President Orlan reported losses.", False),
    ],
)
def test_an_act_did_not_befall_those_who_only_judge_it(text: str, apart: bool) -> None:
    parse, one = _read(text, "President Orlan")
    peers, _ = events_in(parse, mentions_in(parse))
    event = Event(next(t for t in peers if parse.lowers[t.head] == "massacre"), peers, Roles())
    assert reacting(parse, event, [one], [(0.4, 0.6)]) == [(0.0, 0.0) if apart else (0.4, 0.6)]


@pytest.mark.parametrize(
    ("text", "action", "role", "parties"),
    [
        (
            "Marsh guards withdrew from Orvane after Turkish-backed rebels entered the town.",
            "advance", "agents", ["Turkish-backed rebels"],
        ),
        (
            "Nine raiders were killed in Goris as the marsh guard went on with its advance.",
            "kill", "targets", ["Nine raiders"],
        ),
        ("Ethiopia's offensive came as Eritrean forces left Badme.", "operate", "agents", ["Ethiopia"]),
        ("Ties were hurt by the downing of a Russian jet.", "destroy", "agents", []),
        (
            "Tiger rebels overran an army camp after fighting in which 300 soldiers were feared killed.",
            "capture", "targets", ["an army camp"],
        ),
        ("Iran threatened to open a new military offensive.", "operate", "agents", ["Iran"]),
        ("Lebanon complained to the United Nations of Israeli raids.", "accuse", "targets", []),
        (
            "A US missile strike on a marsh airfield in Syria killed nine people and injured seven.",
            "wound", "agents", ["US"],
        ),
        (
            "Nine raiders were killed by Malian artillery fire and French airstrikes in Kidal.",
            "shelling", "agents", ["Malian"],
        ),
        (
            "Troops freed nine hostages and killed a bandit leader in Zamfara.",
            "kill", "targets", ["a bandit leader"],
        ),
        (
            "Nine soldiers died in clashes between the army and Boko Haram fighters in Borno.",
            "clash", "agents", ["the army"],
        ),
    ],
)  # fmt: skip
def test_each_verb_keeps_its_own_parties(text: str, action: str, role: str, parties: list[str]) -> None:
    assert _party(text, action, role) == parties


def test_who_is_backed_by_strikes_did_not_fly_them() -> None:
    text = "Marsh guards, supported by allied air strikes, captured Orvane on Monday."
    strikes = next(c for c in code(document_of(text, name="told")).claims if c.action == "airstrike")
    assert "Marsh guards" not in [party.text for party in strikes.agents]


@pytest.mark.parametrize(
    ("text", "action", "own", "other"),
    [
        (
            "Ukraine said it downed nine drones launched by Russia.",
            "destroy",
            "it",
            "Russia",
        ),
        ("The marsh guard took the dam, winning guns from rebels.", "capture", "The marsh guard", "rebels"),
        ("The marsh guard left Orvane as rebels entered the town.", "withdraw", "The marsh guard", "rebels"),
    ],
)
def test_who_acts_by_grammar_acts_without_bystanders(text: str, action: str, own: str, other: str) -> None:
    parse, actor = _read(text, own)
    _, bystander = _read(text, other)
    peers, _ = events_in(parse, mentions_in(parse))
    trigger = next(t for t in peers if t.action == action)
    event = Event(trigger, peers, grammatical_roles(parse, trigger, peers, frozenset()))
    assert acting_alone(parse, event, [actor, bystander], [(0.9, 0.0), (0.6, 0.2)]) == [
        (0.9, 0.0),
        (0.0, 0.2),
    ]
