"""People who are told to be missing: a figure of the harm told beside them, neither killed nor wounded."""

from __future__ import annotations

import re
from functools import cache

from dateline.claims.figures_scene import Scene
from dateline.claims.figures_words import figure_words
from dateline.claims.triggers import Trigger
from dateline.lexicon.actions import action_set
from dateline.mentions.numbers_words import alternatives
from dateline.mentions.record import Quantity

MISSING = "missing"


def is_missing(scene: Scene, quantity: Quantity) -> bool:
    """True for the number of `left nine missing`, `another 25 miners are still missing`."""
    text, end = scene.parse.document.text, scene.trigger.sentence.span.end
    if _said().match(text, quantity.span.end, end):
        return True
    return quantity.text.lower().endswith(tuple(figure_words("missing")))


@cache
def _said() -> re.Pattern[str]:
    """What follows such a number: its noun, verbs of being, and the word."""
    being, missing = (alternatives(figure_words(kind)) for kind in ("remaining", "missing"))
    return re.compile(
        rf"(?:\s+(?!and\b|or\b)[\w'’-]+){{0,2}}?(?:\s+(?:{being})){{0,4}}\s+(?:{missing})\b", re.I
    )


def has_missing(scene: Scene, quantity: Quantity) -> bool:
    """True for the event whose figure the missing are: the one that says so, else the last harm told before
    them, the first told after, an act of fire where no harm is told (codebook, section 10)."""
    at = quantity.span.start
    told = [t for t in scene.triggers if MISSING in scene.parse.lowers[t.first : t.last]]
    for actions in ("harmed", "fire"):
        if not told:
            acts = [t for t in scene.triggers if t.action in action_set(actions)]
            before = [t for t in acts if _start(scene, t) < at]
            told = before[-1:] or acts[:1]
    return any(t is scene.trigger for t in told)


def _start(scene: Scene, trigger: Trigger) -> int:
    return trigger.span(scene.parse).start
