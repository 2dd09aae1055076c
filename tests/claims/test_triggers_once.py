"""One act said with two words is one event; two acts stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scenes import acts

from dateline import code
from dateline.annotate.parser import parse
from dateline.claims.triggers import triggers
from dateline.claims.triggers_once import said_once
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The brigade foiled an assault near the mill.", ["foiled"]),
        ("The air raids hit a mill.", ["air raids"]),
        ("A shooting hit the mill.", ["shooting"]),
        ("The brigade conducted a raid.", ["raid"]),
        ("The air raids killed ten herders.", ["air raids", "killed"]),
        ("The mayor condemned the raid.", ["condemned", "raid"]),
        ("The brigade halted the shelling.", ["halted"]),
        ("The air raids that targeted the mill went on.", ["air raids"]),
        ("The mill was targeted in air raids.", ["air raids"]),
        ("The mill was shelled in an attack.", ["shelled"]),
        ("The bombing raids killed ten herders.", ["raids", "killed"]),
        ("They attempted to mount an assault.", ["assault"]),
    ],
)
def test_of_two_words_for_one_act_one_is_kept(text: str, kept: list[str]) -> None:
    parsed = parse(document_of(text, name="example"))
    found = said_once(parsed, triggers(parsed))
    assert [parsed.document.quote(trigger.span(parsed)) for trigger in found] == kept


def test_who_is_fatally_shot_was_killed() -> None:
    text = "Soldiers fatally shot nine herders near Orvane on Monday."
    claims = code(document_of(text, name="example")).claims
    assert [(claim.trigger, claim.action) for claim in claims] == [("fatally shot", "kill")]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The blockade of the port was broken.", ["broken"]),
        ("The rebels sought to storm the mill.", ["storm"]),
        ("They called off a bid to storm the mill.", ["called off", "storm"]),
        ("The rebels threatened to storm the mill.", ["threatened", "storm"]),
    ],
)
def test_trying_and_ending_are_told_with_what_they_are_of(text: str, kept: list[str]) -> None:
    parsed = parse(document_of(text, name="example"))
    heard = acts(parsed)
    for word, action in (("broken", "reopen"), ("sought", "demand"), ("bid", "demand")):
        if word in parsed.lowers and not any(parsed.lowers[act.head] == word for act in heard):
            at = parsed.lowers.index(word)
            heard.append(replace(heard[0], first=at, last=at + 1, head=at, action=action, hit=None))
    found = said_once(parsed, sorted(heard, key=lambda act: act.first))
    assert [parsed.document.quote(trigger.span(parsed)) for trigger in found] == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Army Foils Rebel Attack on Orvane", ["Foils"]),
        ("Army foils plot, rebel attack goes on", ["foils", "attack"]),
    ],
)
def test_what_is_foiled_is_told_once_however_it_is_parsed(text: str, kept: list[str]) -> None:
    parsed = parse(document_of(text, name="example"))
    found = [replace(act, head=act.first) for act in acts(parsed)]
    for trigger in found:
        parsed.doc[trigger.head].dep_ = "dep"
    assert [parsed.document.quote(trigger.span(parsed)) for trigger in said_once(parsed, found)] == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Enemy losses came to nine men killed near the mill.", ["killed"]),
        ("Enemy losses: nine men and a tank.", ["losses"]),
        ("The dead were killed near the mill.", ["killed"]),
        ("They gave a toll of nine dead.", ["dead"]),
    ],
)
def test_losses_are_told_once_with_the_killed(text: str, kept: list[str]) -> None:
    parsed = parse(document_of(text, name="example"))
    found = [act for act in acts(parsed) if act.action == "kill"]
    assert [parsed.document.quote(trigger.span(parsed)) for trigger in said_once(parsed, found)] == kept


@pytest.mark.parametrize(("what", "held"), [("besieged", False), ("held", True)])
def test_who_besieges_a_village_does_not_hold_it(what: str, held: bool) -> None:
    parsed = parse(document_of(f"Food ran out in rebel-{what} villages.", name="example"))
    siege = next(act for act in acts(parsed) if act.action in ("besiege", "hold"))
    at = parsed.lowers.index("rebel")
    # The encoder hears a state of ground in the word before the hyphen.
    heard = replace(siege, first=at, last=at + 1, head=at, action="hold", hit=None)
    later = replace(siege, first=at + 2, last=at + 3, head=at + 2)
    assert (heard in list(said_once(parsed, [heard, later]))) is held
