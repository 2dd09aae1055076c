"""Killed and wounded in one sentence: whose number is whose, by the order in which they are told."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.figures_scene import Scene, counts_persons, words_of
from dateline.claims.syntax import is_verbal, with_conjuncts
from dateline.claims.triggers import Trigger
from dateline.lexicon.actions import action_set
from dateline.mentions.record import Quantity

HARMS = ("kill", "wound")
NEAR, FAR = 3, 12
"""Words between a number and the harm that it stands before: `ten herders have been killed`, and where
more is said of them first (`ten, including two boys, were killed`)."""


def turn(scene: Scene, quantity: Quantity, quantities: Sequence[Quantity]) -> int:
    """1 if the number is this event's by its turn, -1 if it is the other harm's, 0 where order says nothing.

    `killed 3 and wounded 20` tells the harm first, `3 killed, 20 wounded` the number.
    """
    harms = sorted((t for t in scene.triggers if t.action in HARMS), key=lambda t: t.first)
    if len({t.action for t in harms}) < len(HARMS) or not _of_persons(scene, quantity):
        return 0
    words = words_of(scene, quantity)
    suffered = next((t for t in harms if _befell(scene, t, words)), None)
    if suffered is None and not _suffers(scene, harms, words):
        suffered = next((t for t in harms if is_counted(t, words)), None)
    if suffered is not None:
        found: Trigger | None = suffered
    elif _numbers_first(scene, harms, quantities):
        found = next((t for t in harms if t.last > max(words)), None)
    else:
        found = next((t for t in reversed(harms) if t.first < min(words)), None)
    if found is None or scene.trigger.action not in HARMS:
        return 0
    return 1 if found.head == scene.trigger.head else -1 if found.action != scene.trigger.action else 0


def is_counted(harm: Trigger, words: frozenset[int]) -> bool:
    """True for the harm that is itself counted: `12 injured`, `8 injured people`."""
    return harm.action in HARMS and not words.isdisjoint(range(harm.first, harm.last))


def counts_another(scene: Scene, quantity: Quantity) -> bool:
    """True for `two raids` of `two raids burned nine barns`: what is counted are events of their own."""
    if _done_by_another(scene, quantity) or _suffered_its_harm(scene, quantity):
        return True
    if scene.trigger.action not in (*HARMS, "destroy"):
        return False
    head = max(words_of(scene, quantity))
    raids = (t for t in scene.triggers if t.head != scene.trigger.head and t.action in action_set("fire"))
    return any(t.first <= head < t.last for t in raids)


def _done_by_another(scene: Scene, quantity: Quantity) -> bool:
    """True for 900 of `killed 60 herders and displaced 900 villagers` as figure of those killed."""
    if all(child.dep_ != "dobj" for child in scene.head.children):
        return False
    words = words_of(scene, quantity)
    noun = scene.parse.tokens[max(words)]
    for other in scene.triggers:
        if other.action == scene.trigger.action or other.first < scene.trigger.last:
            continue
        verb = scene.parse.tokens[other.head]
        # The second verb may be parsed as an adjective of what it is done to.
        joined = (
            verb.dep_ == "conj"
            and verb.head.i == scene.head.i
            and noun.dep_ == "dobj"
            and noun.head.i == verb.i
        )
        if joined or (verb.tag_ in ("VBD", "VBN") and _after_and(scene, other) and other.last == min(words)):
            return True
    return False


def _suffered_its_harm(scene: Scene, quantity: Quantity) -> bool:
    """True for nine trucks of `the raid destroyed nine trucks` as figure of the raid."""
    verb = scene.head.head
    if scene.trigger.action not in action_set("fire") or scene.head.dep_ != "nsubj":
        return False
    harms = any(t.head == verb.i and t.action in action_set("harmed") for t in scene.triggers)
    noun = scene.parse.tokens[max(words_of(scene, quantity))]
    objects = (one for c in verb.children if c.dep_ == "dobj" for one in with_conjuncts(c))
    return harms and any(noun.i == one.i for one in objects)


def _after_and(scene: Scene, trigger: Trigger) -> bool:
    return trigger.first > 0 and scene.parse.lowers[trigger.first - 1] == "and"


def _befell(scene: Scene, harm: Trigger, words: frozenset[int]) -> bool:
    """True where the counted are the subject of what befell them: `... and twelve people died`."""
    verb = scene.parse.tokens[harm.head]
    parts = {child.dep_ for child in verb.children}
    subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.i in words for c in verb.children)
    return subject and is_verbal(verb) and "dobj" not in parts


def _suffers(scene: Scene, harms: Sequence[Trigger], words: frozenset[int]) -> bool:
    """True where the counted are the object of a harm: `killed 3 injured men`."""
    head = scene.parse.tokens[max(words)]
    return head.dep_ == "dobj" and any(t.first <= head.head.i < t.last for t in harms)


def _of_persons(scene: Scene, quantity: Quantity) -> bool:
    return quantity.concept is None or counts_persons(scene, quantity)


def _numbers_first(scene: Scene, harms: Sequence[Trigger], quantities: Sequence[Quantity]) -> bool:
    persons = [words_of(scene, one) for one in quantities if _of_persons(scene, one)]
    if any(0 <= min(words) - harms[-1].last < NEAR for words in persons):
        return False
    return any(
        _leads(scene, words_of(scene, one), harms[0], single=one.rule.startswith("singular"))
        for one in quantities
        if _of_persons(scene, one)
    )


def _leads(scene: Scene, words: frozenset[int], harm: Trigger, *, single: bool) -> bool:
    """A number directly before the harm; `a bomber killed` is no number of the killed."""
    if min(words) <= harm.first <= max(words):
        return True
    between = scene.parse.tokens[max(words) + 1 : harm.first] if max(words) < harm.first else []
    if max(words) > harm.first or len(between) > FAR:
        return False
    if any(word.pos_ == "AUX" for word in between):
        return True
    broken = any(word.is_punct or word.pos_ == "VERB" for word in between)
    return not single and len(between) <= NEAR and not broken
