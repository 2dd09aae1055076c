"""One act said with two words is one event: `launched an attack`, `the raids hit`, `foiled an assault`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.annotate import Parse
from dateline.claims.syntax import PASSIVE_SUBJECTS, is_verbal
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set

LOSSES = "kill.loss-toll"
"""The lexicon entry of a bare word for losses."""
AIMED = "attack.target"
"""That of verbs which say whom an act was on, and nothing of the act: `hit`, `targeted`."""
OBJECTS = ("dobj", *PASSIVE_SUBJECTS)
_NEAR = 5
_NOMINAL = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON")
"""What may stand between `foiled` and the attack that it is said of, in one phrase of so many words."""


def said_once(parse: Parse, triggers: Iterable[Trigger]) -> Iterator[Trigger]:
    """The triggers in their order, without the lesser of two that the grammar joins into one act."""
    found = tuple(triggers)
    at = {trigger.head: trigger for trigger in found}
    needless = set()
    deadly = {}
    for trigger in found:
        if any(told(parse, trigger, found) for told in (_told_again, _names_author, _beaten_off)):
            needless.add(trigger.head)
        governor = at.get(_governor(parse, trigger))
        if _is_fatal(parse, trigger):
            deadly[trigger.head] = replace(trigger, action="kill", rule="roles.fatal_adverbs")
        elif parse.lowers[trigger.head] in mapping("roles")["fatal_adverbs"]:
            needless.add(trigger.head)
        if governor is not None and governor is not trigger:
            lesser = _lesser(parse, trigger, governor) or _second(parse, trigger, governor)
            if lesser is not None:
                needless.add(lesser.head)
    yield from (deadly.get(t.head, t) for t in found if t.head not in needless)


def _is_fatal(parse: Parse, trigger: Trigger) -> bool:
    """True for `fatally shot`: one act, which killed."""
    adverbs = mapping("roles")["fatal_adverbs"]
    told = trigger.action in action_set("fire") | action_set("harms")
    return told and any(child.lower_ in adverbs for child in parse.tokens[trigger.head].children)


def _told_again(parse: Parse, trigger: Trigger, found: tuple[Trigger, ...]) -> bool:
    """True for `losses` of `the losses came to nine men killed`: who died is told by the second word."""
    losses = trigger.hit is not None and trigger.hit.entry.id == LOSSES
    return losses and any(
        other.action == trigger.action and other.sentence == trigger.sentence and other.first >= trigger.last
        for other in found
    )


def _names_author(parse: Parse, trigger: Trigger, found: tuple[Trigger, ...]) -> bool:
    """True for the `rebel` of `rebel-besieged villages`: who besieges them does not hold them."""
    joined = parse.lowers[trigger.last : trigger.last + 1] == ["-"]
    return (
        joined
        and trigger.action == "hold"
        and any(other.first == trigger.last + 1 and other.action != "hold" for other in found)
    )


def _beaten_off(parse: Parse, trigger: Trigger, found: tuple[Trigger, ...]) -> bool:
    """True for `Attack` of `Army Foils Rebel Attack`, where a headline's parse may not show the object."""
    if trigger.action not in action_set("fire") or is_verbal(parse.doc[trigger.head]):
        return False
    last = max(
        (o.last for o in found if o.action == "repel" and o.hit and o.last <= trigger.first), default=-1
    )
    between = parse.doc[last : trigger.first] if last > trigger.sentence.first else None
    return between is not None and len(between) < _NEAR and all(t.pos_ in _NOMINAL for t in between)


def _governor(parse: Parse, trigger: Trigger) -> int:
    """The word that the trigger hangs on, over a preposition if there is one."""
    above = parse.heads[trigger.head]
    return parse.heads[above] if parse.deps[above] in ("prep", "agent") else above


def _lesser(parse: Parse, noun: Trigger, verb: Trigger) -> Trigger | None:
    """Which of a noun and the verb above it says nothing of its own; None where both do."""
    if is_verbal(parse.doc[noun.head]) or not is_verbal(parse.doc[verb.head]):
        return None
    relation, lemma = parse.deps[noun.head], parse.doc[verb.head].lemma_.lower()
    fought = noun.action in action_set("fire")
    if relation == "nsubj" and fought and verb.action in action_set("fire"):
        return _plainer(noun, verb)
    if relation in OBJECTS and fought and verb.action == "repel":
        return noun
    if relation in OBJECTS and lemma in mapping("roles")["light_verbs"] and _led(noun.action, verb.action):
        return _plainer(noun, verb)
    if noun.action == "hold" and verb.action == "clash" and relation == "pobj":
        return noun
    return None


def _second(parse: Parse, lower: Trigger, upper: Trigger) -> Trigger | None:
    """Which of a word and the one it hangs on says again what the other says; None where neither does."""
    shot = lower.action in action_set("fire")
    if _tries(parse, lower, upper):
        return upper
    if lower.action == "besiege" and upper.action == "reopen" and parse.deps[lower.head] in OBJECTS:
        return lower
    if shot and upper.action == "halt" and parse.deps[lower.head] == "dobj":
        return lower
    lesser = _of_two_shots(parse, lower, upper) if shot and upper.action in action_set("fire") else None
    return lesser or (_of_two_alike(parse, lower, upper) if lower.action == upper.action else None)


def _tries(parse: Parse, lower: Trigger, upper: Trigger) -> bool:
    """`tried to take the hill`, `a bid to take it`: no act but the one that is tried."""
    tried = parse.deps[lower.head] in ("xcomp", "acl") and parse.doc[lower.head].tag_ == "VB"
    return tried and parse.doc[upper.head].lemma_.lower() in mapping("roles")["trying"]


def _of_two_shots(parse: Parse, lower: Trigger, upper: Trigger) -> Trigger | None:
    """`the raid that hit the town`, `shelling attacks`, `was hit in a raid`: one act told with two words."""
    relation, noun = parse.deps[lower.head], not is_verbal(parse.doc[upper.head])
    if noun:
        told = relation in ("relcl", "acl") and lower.action in (upper.action, "attack")
        return lower if told or relation in ("compound", "amod") else None
    if relation == "pobj" and _is_means(parse, lower, upper):
        return upper if upper.hit is not None and upper.hit.entry.id == AIMED else lower
    return None


def _of_two_alike(parse: Parse, lower: Trigger, upper: Trigger) -> Trigger | None:
    """Which of two words of one action is needless: `took full control`, `forced them to flee`."""
    relation, noun = parse.deps[lower.head], not is_verbal(parse.doc[upper.head])
    if relation == "dobj" or (noun and relation in ("compound", "amod")):
        return lower
    if relation == "xcomp" and upper.action not in action_set("spoken"):
        return upper
    if lower.action not in action_set("harms"):
        return None
    # `The dead were killed at noon`, `a toll of 23 dead`.
    if relation in ("nsubj", *PASSIVE_SUBJECTS) and not noun:
        return lower
    counted = relation == "pobj" and noun and parse.lowers[parse.heads[lower.head]] == "of"
    return upper if counted else None


def _is_means(parse: Parse, noun: Trigger, verb: Trigger) -> bool:
    """True for the `raid` of `was hit by a raid`, `targeted in a raid`, `bombed with strikes`."""
    word = parse.lowers[parse.heads[noun.head]]
    return word in ("by", "in") or (word == "with" and noun.action == verb.action)


def _led(noun: str, verb: str) -> bool:
    """True if a verb of one action may do no more than bring on a noun of the other."""
    return noun == verb or (noun in action_set("led") and verb in action_set("led"))


def _plainer(noun: Trigger, verb: Trigger) -> Trigger:
    """Of two words for one act the one to leave out: the verb, unless only it says more than `attack`."""
    told = verb.action in action_set("fire") and verb.action != "attack"
    return noun if told and noun.action == "attack" else verb
