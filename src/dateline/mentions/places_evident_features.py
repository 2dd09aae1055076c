"""What speaks for a name being the place of some event, as one row of numbers per name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.annotate.evidence import ARGUMENT_ROLES, Evidence, Scores, means_in, peaks_in
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
    said = np.concatenate((best[:, ASKED], tied[:, None]), axis=1)
    first = np.array([offer.tokens[0] for offer in offers])
    last = np.array([offer.tokens[-1] + 1 for offer in offers])
    peaks, means = peaks_in(said, first, last), means_in(said, first, last)
    actor = peaks_in(evidence.actor, first, last)
    made: Scores = np.column_stack(
        (
            np.array(_by_name(offers), np.float32),
            peaks[:, :-1],
            means[:, :-1],
            peaks[:, -1],
            means[:, -1],
            actor[:, 0],
            actor[:, 1:].max(1),
            peaks_in(1 - evidence.action[:, :1], first, last),
            np.array([_around(scene.blocks[offer.block], offer) for offer in offers], np.float32),
        )
    )
    return made


def _by_name(offers: Sequence[Offer]) -> list[tuple[float, float, float]]:
    """Of each offer its log-odds, the best of any offer of the same name, and how many there are."""
    names = [offer.name for offer in offers]
    same: dict[str, list[float]] = defaultdict(list)
    for name, offer in zip(names, offers, strict=True):
        same[name].append(offer.odds)
    return [
        (offer.odds, max(same[name]), float(len(same[name])))
        for name, offer in zip(names, offers, strict=True)
    ]


def where(evidence: Evidence) -> tuple[Scores, Scores]:
    """(n, roles) the best score of every word as an argument of any event, and (n,) as its place."""
    count = len(evidence.action)
    best, tied = np.zeros((count, len(ARGUMENT_ROLES)), np.float32), np.zeros(count, np.float32)
    hot = np.concatenate(([False], 1.0 - evidence.action[:, 0] >= EVENT, [False])).astype(np.int8)
    edges = np.flatnonzero(np.diff(hot))
    events = [range(first, last) for first, last in edges.reshape(-1, 2).tolist()]
    for scores in evidence.arguments_of(events):
        np.maximum(best, scores, out=best)
        np.maximum(tied, scores[:, TIED].sum(1), out=tied)
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
        float(last < len(words) and words[last].named and joined(words[last])),
        float(first > 0 and words[first - 1].named and joined(words[first])),
    )
