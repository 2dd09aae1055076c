"""Quantities that are listed: `three trucks, a bridge and two boats` belong to one event together."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.figures_scene import Scene, words_of
from dateline.claims.syntax import is_verbal
from dateline.mentions.record import Quantity

LISTING = frozenset((",", "and", "or", ";", "&"))
"""Words that join what is listed."""
LONGEST_GAP = 6
"""Words between two of a list."""


def leaders(scene: Scene, quantities: Sequence[Quantity]) -> list[int]:
    """For each quantity, in text order, the index of the first of its list; its own where it follows none."""
    found: list[int] = []
    events = {i for p in scene.triggers for i in range(p.first, p.last)}
    for k, quantity in enumerate(quantities):
        follows = k > 0 and _follows(scene, quantities[k - 1], quantity, events)
        found.append(found[k - 1] if follows else k)
    return found


def _follows(scene: Scene, before: Quantity, after: Quantity, events: set[int]) -> bool:
    last = max(words_of(scene, before))
    words = scene.parse.tokens[last + 1 : min(words_of(scene, after))]
    if not 0 < len(words) <= LONGEST_GAP or words[0].lower_ not in LISTING:
        return False
    return not any(word.i in events or is_verbal(word) for word in words)
