"""Every entry of every lexicon fires on its `match` sentences and on none of its `reject` ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from builders import capture
from scenes import acts, parsed, scenes

from dateline.claims.figures import Scene
from dateline.claims.figures_barred import may_count
from dateline.claims.figures_changed import is_former, reached
from dateline.claims.figures_measures import foreseen
from dateline.claims.figures_missing import is_missing
from dateline.claims.figures_scene import joined_with
from dateline.claims.figures_unsaid import uncounted
from dateline.claims.figures_words import figure_words
from dateline.claims.locations_roles import role_before
from dateline.claims.means import means_of
from dateline.claims.status import cues_over
from dateline.claims.triggers import lexicon_hits, triggers
from dateline.lexicon import Entry, entries
from dateline.lexicon.actions import action_set
from dateline.link.contradict_words import tells
from dateline.mentions.quantities import quantities
from dateline.mentions.record import Quantity


def _action(entry: Entry, text: str) -> bool:
    parse = parsed(text)
    return any(hit.entry.id == entry.id for s in parse.sentences for hit in lexicon_hits(parse, s))


def _status(entry: Entry, text: str) -> bool:
    parse = parsed(text)
    return any(rule == entry.id for t in triggers(parse) for _, rule in cues_over(parse.doc[t.head]))


def _place_role(entry: Entry, text: str) -> bool:
    """The words before a name of the text give it the entry's role."""
    parse = parsed(text)
    names = [token.i for token in parse.doc if token.pos_ == "PROPN"]
    assert names, "an example of a place's role has to name a place"
    return any(role_before(parse, name)[1] == entry.id for name in names)


def _means(entry: Entry, text: str) -> bool:
    """Words beside an event, its own lexicon entry left out, say what it was done with."""
    parse = parsed(text)
    events = [replace(act, hit=None) for act in acts(parse) if act.action in action_set("with_means")]
    assert events, "an example of means has to tell an act that can have some"
    return any(entry["means"] in means_of(parse, event, events) for event in events)


def _telling(entry: Entry, text: str) -> bool:
    """The sentence as a whole is taken for the act: which of its words name it, the encoder decides."""
    return tells(capture(trigger=text), entry["kind"])


def _unsaid(rule: str, low: int) -> Callable[[Entry, Scene, list[Quantity]], bool]:
    return lambda entry, scene, _: any((q.rule, q.low) == (rule, low) for q in uncounted(scene))


def _counts_others(entry: Entry, scene: Scene, counted: list[Quantity]) -> bool:
    return any(not may_count(scene, quantity) for quantity in quantities(scene.parse))


def _misses(entry: Entry, scene: Scene, counted: list[Quantity]) -> bool:
    return any(is_missing(scene, quantity) for quantity in quantities(scene.parse))


def _changes(entry: Entry, scene: Scene, counted: list[Quantity]) -> bool:
    text = scene.parse.document.text
    return any(is_former(text, q) or reached(text, q) != q for q in quantities(scene.parse))


FIGURES: dict[str, Callable[[Entry, Scene, list[Quantity]], bool]] = {
    "losses": lambda entry, scene, _: scene.lost is not None and scene.losses == entry["measure"],
    "heavy": _unsaid("figure.losses", 3),
    "nobody": _unsaid("figure.nobody", 0),
    "sum": lambda entry, scene, _: scene.lost is not None and not uncounted(scene),
    "single": _unsaid("figure.single", 1),
    "mass": _unsaid("figure.things", 2),
    "known": lambda entry, scene, counted: not counted and not uncounted(scene),
    "joined": lambda entry, scene, _: joined_with(scene, "wound"),
    "treated": lambda entry, scene, counted: any(foreseen(scene, q) == "wounded" for q in counted),
    **dict.fromkeys(("peopled", "settled", "inhabitants", "roughly", "kin"), _counts_others),
    **dict.fromkeys(("missing", "remaining"), _misses),
    **dict.fromkeys(("rising", "falling", "against"), _changes),
}
"""What comes of an event and its quantities where the words of a kind are read as they should be."""


def _figure_word(entry: Entry, text: str) -> bool:
    """What the kind does is done; for kinds that are units, an amount of the text has one."""
    if entry["kind"] in ("aside", "share"):
        words = figure_words(entry["kind"])
        return any(words.get(q.unit or "") is entry for q in quantities(parsed(text)))
    parse = parsed(text)
    events = list(scenes(parse, acts(parse)))
    assert events, "an example of a figure has to tell an event"
    return any(FIGURES[entry["kind"]](entry, *event) for event in events)


FIRES: dict[str, Callable[[Entry, str], bool]] = {
    "actions": _action,
    "status": _status,
    "figure_words": _figure_word,
    "place_roles": _place_role,
    "means": _means,
    "contradiction_words": _telling,
}


def _examples(kind: str) -> Iterator[tuple[str, str, str]]:
    for name in FIRES:
        for entry in entries(name):
            yield from ((name, entry.id, text) for text in getattr(entry, kind))


def _entry(name: str, key: str) -> Entry:
    return next(e for e in entries(name) if e.id == key)


@pytest.mark.parametrize(("name", "key", "text"), list(_examples("match")))
def test_match_examples_fire(name: str, key: str, text: str) -> None:
    assert FIRES[name](_entry(name, key), text)


@pytest.mark.parametrize(("name", "key", "text"), list(_examples("reject")))
def test_reject_examples_do_not_fire(name: str, key: str, text: str) -> None:
    assert not FIRES[name](_entry(name, key), text)
