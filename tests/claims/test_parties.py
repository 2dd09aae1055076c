"""Who may fill a role, and what the trees make of it."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.annotate import Parse
from dateline.annotate.annotator import annotate
from dateline.claims import parties as room
from dateline.claims.grammar import Roles, actor_tokens, grammatical_roles
from dateline.claims.parties import parties
from dateline.claims.parties_features import party_rows
from dateline.claims.parties_offered import offered
from dateline.claims.parties_scores import Asked, Event
from dateline.claims.triggers import Trigger, triggers
from dateline.mentions.record import Mentions
from dateline.pipeline.finders import mentions_in
from dateline.read.text import document_of

TEXT = "Rebels attacked a checkpoint on Monday and they killed four soldiers, officials said."


@pytest.fixture(scope="module")
def scene() -> tuple[Parse, Mentions, Trigger, Roles, list[Trigger]]:
    parse = annotate(document_of(TEXT, name="example"))
    mentions = mentions_in(parse)
    found = list(triggers(parse))
    kill = next(t for t in found if t.action == "kill")
    known = actor_tokens(parse, mentions.actors)
    return parse, mentions, kill, grammatical_roles(parse, kill, found, known), found


def test_bodies_phrases_and_pronouns_of_the_sentence_are_offered(scene) -> None:
    parse, mentions, kill, roles, _ = scene
    words = {parse.doc[o.first : o.last].text for o in offered(parse, kill, roles, mentions.actors)}
    assert {"Rebels", "they", "four soldiers", "officials"} <= words


def test_no_offer_overlaps_the_event_or_another(scene) -> None:
    parse, mentions, kill, roles, _ = scene
    seen: set[int] = set(range(kill.first, kill.last))
    for one in offered(parse, kill, roles, mentions.actors):
        inside = set(range(one.first, one.last))
        assert inside.isdisjoint(seen)
        seen |= inside


def test_a_name_that_the_parse_cuts_is_offered_whole_and_once() -> None:
    parse = annotate(document_of("Both the Seleka and anti-Balaka attacked villages on Monday.", name="t"))
    mentions = mentions_in(parse)
    found = list(triggers(parse))
    attack = next(t for t in found if t.action == "attack")
    roles = grammatical_roles(parse, attack, found, actor_tokens(parse, mentions.actors))
    words = [parse.doc[o.first : o.last].text for o in offered(parse, attack, roles, mentions.actors)]
    assert [w for w in words if "Balaka" in w or "anti" in w] == ["anti-Balaka"]


@pytest.mark.parametrize(
    ("text", "action", "name"),
    [
        ("The Kenyan raids left six people dead.", "kill", "Kenyan"),
        ("A court rejected Kenya's request.", "reject", "Kenya"),
        ("The minister, Jane Harwell, was killed.", "kill", None),
    ],
)
def test_names_inside_other_phrases_are_offered_and_second_names_are_not(
    text: str, action: str, name: str | None
) -> None:
    parse = annotate(document_of(text, name="t"))
    mentions = mentions_in(parse)
    found = list(triggers(parse))
    trigger = next(t for t in found if t.action == action)
    roles = grammatical_roles(parse, trigger, found, actor_tokens(parse, mentions.actors))
    words = [parse.doc[o.first : o.last].text for o in offered(parse, trigger, roles, mentions.actors)]
    assert name in words if name else not any(w in ("Jane Harwell", "Harwell") for w in words)


def test_every_offer_has_a_row_of_finite_numbers(scene) -> None:
    parse, mentions, kill, roles, found = scene
    offers = offered(parse, kill, roles, mentions.actors)
    rows = party_rows(parse, [Asked(Event(kill, found, roles), offers, [])], mentions)
    assert rows.shape[0] == len(offers)
    assert np.isfinite(rows).all()


def test_who_killed_and_who_was_killed(scene) -> None:
    parse, mentions, kill, roles, found = scene
    known = actor_tokens(parse, mentions.actors)
    [(agents, targets)] = parties(parse, [Event(kill, found, roles)], mentions, known)
    assert "they" in {p.text for p in agents}
    assert {p.text for p in targets} == {"four soldiers"}


def test_without_trees_the_rules_decide(scene, monkeypatch: pytest.MonkeyPatch) -> None:
    parse, mentions, kill, roles, found = scene
    monkeypatch.setattr(room, "trees", lambda name: None)
    known = actor_tokens(parse, mentions.actors)
    [(_, targets)] = parties(parse, [Event(kill, found, roles)], mentions, known)
    assert {p.text for p in targets} == {"four soldiers"}
