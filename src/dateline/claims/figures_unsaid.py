"""Figures that no number says: `killed herders`, `those killed` and `deaths` are at least two, `killed Orlan`
and `killed a doorman` are one, `nobody died` is none.

Gold counts two in three of those who are named, and few who are only meant (`shot the mayor`): they get no
figure. Nor do `the herders`, who were counted where they were first told of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.claims.figures_scene import Scene
from dateline.claims.figures_words import figure_words
from dateline.claims.status import status_of
from dateline.claims.syntax import is_passive, is_verbal, objects, surface_subjects, with_conjuncts
from dateline.lexicon import Entry
from dateline.lexicon.actions import action_set
from dateline.mentions.quantities_nouns import entry_of, is_singular
from dateline.mentions.record import Bound, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

UNREAL = ("denied", "conditional", "planned")
"""Statuses of an event in which a bare plural counts nobody."""
PLURAL = ("NNS", "NNPS")
WITHOUT = "without"
"""Before what somebody did not cause."""


def uncounted(scene: Scene) -> list[Quantity]:
    """What an event without a number still counts."""
    if scene.trigger.action in action_set("counting_things"):
        return list(_things(scene))
    if scene.trigger.action in action_set("dropping"):
        return list(_dropped(scene))
    if scene.trigger.action not in action_set("counting_plurals"):
        return []
    said = _nobody(scene)
    if said is None and status_of(scene.parse, scene.trigger)[0] not in UNREAL:
        said = _event(scene) or _persons(scene)
    return [] if said is None else [said]


def _nobody(scene: Scene) -> Quantity | None:
    """`nobody was killed`, `no casualties`, `without causing casualties`: none, where the words stand at the
    event's own."""
    above = (scene.head.head, scene.head.head.head)
    without = scene.head.tag_ in PLURAL and any(word.lower_ == WITHOUT for word in above)
    if without or any(child.lower_ in figure_words("nobody") for child in scene.head.children):
        return _quantity(scene.head, scene, low=0, high=0, rule="figure.nobody")
    return None


def _event(scene: Scene) -> Quantity | None:
    """The event's own noun: `heavy losses` are three at least, `deaths` two."""
    head = scene.lost or scene.head
    if _of_sum(head) or _known(head):
        return None
    if scene.lost is not None:
        heavy = any(word.lower_ in figure_words("heavy") for word in head.subtree if word.i < head.i)
        return _quantity(head, scene, low=3 if heavy else 2, high=None, rule="figure.losses")
    if scene.trigger.action == "kill" and scene.head.tag_ in PLURAL:
        return _quantity(scene.head, scene, low=2, high=None, rule="figure.event")
    return None


def _of_sum(token: Token) -> bool:
    """`the number of casualties`, `casualty tolls`: how many is not said."""
    above = token.head.head if token.dep_ == "pobj" else token.head
    return token.lower_ in figure_words("sum") or above.lower_ in figure_words("sum")


def _known(token: Token) -> bool:
    return any(child.lower_ in figure_words("known") for child in token.children)


def _persons(scene: Scene) -> Quantity | None:
    bodies = {mention.head for mention in scene.actors}
    targets = [scene.parse.doc[target] for target in scene.roles.targets]
    if len(targets) == 1 and _named(targets[0]) and is_verbal(scene.head):
        return _quantity(targets[0], scene, low=1, high=1, rule="figure.named")
    if len(targets) == 1 and _single(targets[0]) and is_verbal(scene.head):
        return _quantity(targets[0], scene, low=1, high=1, rule="figure.single")
    for token in targets:
        if token.lower_ == "those" and not _of_sum(token):
            return _quantity(token, scene, low=2, high=None, rule="figure.those")
        counted = any(child.dep_ == "nummod" for child in token.children)
        if token.tag_ in PLURAL and token.idx in bodies and not (counted or _of_sum(token) or _known(token)):
            return _quantity(token, scene, low=2, high=None, rule="figure.plural")
    return None


def _named(token: Token) -> bool:
    """True for the name of one person."""
    name = [token, *(child for child in token.children if child.dep_ == "compound")]
    return token.tag_ == "NNP" and any(part.ent_type_ == "PERSON" for part in name)


def _single(token: Token) -> bool:
    """`killed a doorman`, `arrested its commander`; of `the commander` gold counts every second only."""
    if token.tag_ != "NN":
        return False
    entry = entry_of([token.lower_])
    person = entry is not None and entry.id == "measure.persons"
    if person and not is_singular(token.lower_):
        return False
    if any(child.lower_ in figure_words("single") for child in token.children):
        return True
    return person and any(child.dep_ == "poss" for child in token.children)


def _things(scene: Scene) -> Iterator[Quantity]:
    """One figure for each measure of the objects that the action's row takes."""
    seen: set[str] = set()
    for token in sorted(_objects(scene), key=lambda t: t.i):
        mass = figure_words("mass").get(token.lower_)
        entry = mass or (_entry_of_thing(token) if token.tag_ in PLURAL else None)
        measure: str = entry["measure"] or "" if entry is not None else ""
        if measure in scene.row["allow"] and measure not in seen:
            seen.add(measure)
            yield _quantity(token, scene, low=2, high=None, rule="figure.things", measure=measure)


def _objects(scene: Scene) -> list[Token]:
    """What it is done to, of a verb and of a noun: `damaged houses`, `damage to houses`."""
    if is_verbal(scene.head):
        return list(surface_subjects(scene.head) if is_passive(scene.head) else objects(scene.head))
    phrases = (c for c in scene.head.children if c.dep_ == "prep" and c.lower_ in ("of", "to"))
    return [one for prep in phrases for c in prep.children if c.dep_ == "pobj" for one in with_conjuncts(c)]


def _entry_of_thing(token: Token) -> Entry | None:
    """The measure's entry of a noun and the words before it: `armoured vehicles`."""
    before = [c.lower_ for c in token.children if c.dep_ in ("compound", "amod") and c.i < token.i]
    return entry_of([*before, token.lower_])


def _dropped(scene: Scene) -> Iterator[Quantity]:
    """`dropped a bomb` and `fired a shell` are one; `dropped bombs` two at least, `fired shells` uncounted.

    Gold and unseen reports have it so in 20 of 23 and 13 of 34 for the last.
    """
    if not is_verbal(scene.head):
        return
    subjects = is_passive(scene.head) or not objects(scene.head)
    for token in surface_subjects(scene.head) if subjects else objects(scene.head):
        entry = entry_of([token.lower_])
        if entry is None or entry["measure"] != "munitions":
            continue
        if any(child.lower_ in figure_words("single") for child in token.children):
            yield _quantity(token, scene, low=1, high=1, rule="figure.dropped", measure="munitions")
        elif token.tag_ in PLURAL and scene.trigger.action == "airstrike" and not _known(token):
            yield _quantity(token, scene, low=2, high=None, rule="figure.dropped", measure="munitions")


def _quantity(
    token: Token, scene: Scene, *, low: int, high: int | None, rule: str, measure: str | None = None
) -> Quantity:
    span = scene.parse.span_of(token.i, token.i + 1)
    bound: Bound = "exact" if high == low else "vague"
    return Quantity(
        span=span,
        text=token.text,
        low=low,
        high=high,
        bound=bound,
        concept=token.text,
        concept_span=span,
        measure=measure,
        rule=rule,
    )
