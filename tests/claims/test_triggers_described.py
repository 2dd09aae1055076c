"""Who stands by a party and whose thing is destroyed are no events of their own."""

from __future__ import annotations

import pytest
from scenes import acts

from dateline.annotate.parser import parse
from dateline.claims.triggers_described import _is_no_act, without_descriptions
from dateline.pipeline.coder import code
from dateline.read.text import document_of


def kept(text: str) -> list[str]:
    """The words of the acts that are left."""
    parsed = parse(document_of(text, name="example"))
    found = without_descriptions(parsed, acts(parsed))
    return [parsed.document.quote(trigger.span(parsed)) for trigger in found]


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("Guards supported by tanks stormed the mill.", "supported"),
        ("The jets destroyed a truck and a rebel-held tank.", "-held"),
        ("The number of casualties is unknown.", "casualties"),
        ("He left after death threats.", "death"),
        ("Police were told of a house fire in the port.", "fire"),
        ("The envoy spoke of weapons of mass destruction.", "destruction"),
        ("The raid damaged relations with the guards.", "damaged"),
        ("It did damage to the peace process.", "damage"),
    ],
)
def test_descriptions_are_no_events(text: str, dropped: str) -> None:
    found = acts(parse(document_of(text, name="example")))
    words = [text[slice(*trigger.span(parse(document_of(text, name="example"))))] for trigger in found]
    assert dropped in words
    assert dropped not in kept(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Neighbours supported the guards with tanks.", "supported"),
        ("The jets destroyed a rebel-held town.", "-held"),
        ("The jets flew over a rebel-held town.", "-held"),
        ("Nine herders were hurt in an ambush.", "ambush"),
        ("Nine herders were hurt in the ambush.", "ambush"),
        ("The mayor fled the town after the ambush.", "ambush"),
        ("Nine herders were hurt in the ambush near Orvane.", "ambush"),
        ("The guards took responsibility for the ambush.", "ambush"),
        ("A number of casualties were reported.", "casualties"),
        ("The number of casualties rose to nine.", "casualties"),
    ],
)
def test_acts_and_states_of_places_are(text: str, left: str) -> None:
    assert left in kept(text)


@pytest.mark.parametrize(
    ("text", "word", "is_none"),
    [
        ("The herders were left to fend for themselves.", "fend", True),
        ("The herders fended off the raiders.", "fended", False),
        ("The boy was radicalised abroad.", "radicalised", True),
        ("A fire in the port killed two.", "fire", True),
        ("Army helicopters dropped leaflets on the port.", "dropped", True),
        ("Army helicopters dropped bombs on the port.", "dropped", False),
        ("The film was shot in the port.", "shot", True),
        ("The herder was shot in the port.", "shot", False),
        ("Students burned flags in the port.", "burned", True),
        ("Students burned flags and tyres in the port.", "burned", True),
        ("Students burned flags and a mill in the port.", "burned", False),
        ("The army executed a special operation.", "executed", True),
        ("The army executed nine herders.", "executed", False),
        ("The threat has been eliminated.", "eliminated", True),
        ("The rebels sought peace with the guild.", "sought", True),
        ('The envoy avoided the word "blockade".', "blockade", True),
        ("The guards came under heavy fire.", "fire", False),
    ],
)
def test_words_that_name_no_act(text: str, word: str, is_none: bool) -> None:
    tokens = parse(document_of(text, name="example")).tokens
    assert _is_no_act(next(t for t in tokens if t.text == word)) is is_none


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("The minister said the army had been caught off guard in Chiure.", []),
        ("The minister praised the co-operation of the guards in Chiure.", []),
        ("Raiders went from house to house in Chiure and killed nine men.", ["kill"]),
        ("Guards caught nine raiders in Chiure.", ["detain"]),
    ],
)
def test_turns_of_phrase_tell_no_act(text: str, actions: list[str]) -> None:
    assert [claim.action for claim in code(document_of(text, name="turn")).claims] == actions
