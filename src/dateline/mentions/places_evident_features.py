"""What speaks for a name being the place of some event, as one row of numbers per name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.annotate.evidence import ARGUMENT_ROLES, Evidence, Scores
from dateline.lexicon.gazetteer.keys import fold
from dateline.mentions.places_features import Scene
from dateline.mentions.places_spans import Stretch, class_after, class_before, joined
from dateline.mentions.places_words import Word

EVENT = 0.3
"""Chance of an event at which words are asked where it was."""
TIED = [ARGUMENT_ROLES.index(r) for r in ("at", "near", "in_part_of", "from", "toward", "between", "along")]
ASKED = [
    ARGUMENT_ROLES.index(r)
    for r in ("at", "near", "in_part_of", "from", "toward", "agent", "target", "source")
]
LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "DATE", "none")
BEFORE = "in near from to kind_of of title function taken country direction the and".split()


@dataclass(frozen=True, slots=True)
class Offer:
    """A stretch that no rule took, where it stands, and the log-odds that the finder's weights give it."""

    block: int
    stretch: Stretch
    odds: float
    found: dict[str, float]
    tokens: tuple[int, ...]

    @property
    def name(self) -> str:
        """What makes two offers one name."""
        return fold(self.stretch.text)


def rows_of(evidence: Evidence, scene: Scene, offers: Sequence[Offer]) -> Scores:
    """(offers, features): the finder's weights, the encoder's answers, the words around."""
    best, tied = where(evidence)
    same: dict[str, list[float]] = defaultdict(list)
    for offer in offers:
        same[offer.name].append(offer.odds)
    rows = []
    for offer in offers:
        at = list(offer.tokens)
        rows.append(
            (
                offer.odds,
                max(same[offer.name]),
                float(len(same[offer.name])),
                *(float(v) for v in best[at][:, ASKED].max(0)),
                *(float(v) for v in best[at][:, ASKED].mean(0)),
                float(tied[at].max()),
                float(tied[at].mean()),
                float(evidence.actor[at, 0].max()),
                float(evidence.actor[at, 1:].max()),
                1.0 - float(evidence.action[at, 0].min()),
                *_around(scene.blocks[offer.block], offer),
            )
        )
    return np.array(rows, np.float32)


def where(evidence: Evidence) -> tuple[Scores, Scores]:
    """(n, roles) the best score of every word as an argument of any event, and (n,) as its place."""
    count = len(evidence.action)
    best, tied = np.zeros((count, len(ARGUMENT_ROLES)), np.float32), np.zeros(count, np.float32)
    hot = np.concatenate(([False], 1.0 - evidence.action[:, 0] >= EVENT, [False])).astype(np.int8)
    edges = np.flatnonzero(np.diff(hot))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        scores = evidence.arguments(range(first, last))
        best = np.maximum(best, scores)
        tied = np.maximum(tied, scores[:, TIED].sum(1))
    return best, tied


def _around(words: list[Word], offer: Offer) -> tuple[float, ...]:
    first, last = offer.stretch.first, offer.stretch.last
    label = next((name for name in offer.found if name.startswith(("typed=", "under="))), "under=none")
    kind, _, ner = label.partition("=")
    before, after = class_before(words, first) or "", class_after(words, last) or ""
    return (
        float(kind == "typed"),
        *(float(ner == one) for one in LABELS),
        float(bool(offer.stretch.known)),
        float("country_named" in offer.found),
        float("sound_named" in offer.found),
        float(last - first),
        *(float(before == one) for one in BEFORE),
        float(before.startswith("kind:")),
        float(after.startswith("kind:")),
        float(after == "speech"),
        float(after == "title"),
        float(words[first].opens),
        float(words[first].shouted),
        float(last < len(words) and words[last].named and joined(words[last - 1], words[last])),
        float(first > 0 and words[first - 1].named and joined(words[first - 1], words[first])),
    )
