"""Names that the encoder takes for the place of some event, where the words beside them say too little.

`the fighting reached Tel Mora`, with a Tel Mora that the parser calls a person: small trees weigh what the
finder's own weights say together with the encoder's arguments (`training/joint/fit_names.py`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Evidence, Scores
from dateline.annotate.trees import trees
from dateline.document import Span
from dateline.lexicon.gazetteer import country_terms, open_gazetteer
from dateline.lexicon.gazetteer.generic import site_nouns
from dateline.lexicon.gazetteer.keys import fold
from dateline.mentions.places_features import Scene, features, probability
from dateline.mentions.places_spans import (
    LONGEST,
    Stretch,
    adjectives,
    class_after,
    class_before,
    joined,
    leads_up,
    name_of,
    only_generic,
)
from dateline.mentions.places_words import Word

ENOUGH, AGAIN = 0.5, 0.1
"""Chance at which a name is a place, and at which it is one elsewhere in the same text (left-out corpora:
of 100 names so added 70 are places of claims in gold, and most of the others are places too)."""
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


def evident(
    parse: Parse,
    scene: Scene,
    scored: Sequence[Sequence[tuple[float, Stretch]]],
    taken: Sequence[Sequence[Stretch]],
) -> list[list[Stretch]]:
    """By block, further stretches that are places; none without the encoder or its trees.

    `scored` are the stretches judged already, `taken` those that are places by their own words.
    """
    weigher = trees("names")
    added: list[list[Stretch]] = [[] for _ in scored]
    if parse.evidence is None or weigher is None:
        return added
    offers = offered(parse, scene, scored, taken)
    if not offers:
        return added
    chances = weigher.probability(rows_of(parse.evidence, scene, offers)).tolist()
    best: dict[str, float] = defaultdict(float)
    for offer, chance in zip(offers, chances, strict=True):
        best[offer.name] = max(best[offer.name], chance)
    ranked = sorted(
        zip(chances, offers, strict=True), key=lambda co: (-co[0], co[1].block, co[1].stretch.first)
    )
    for chance, offer in ranked:
        stretch, here = offer.stretch, added[offer.block]
        sure = chance >= ENOUGH or (chance >= AGAIN and best[offer.name] >= ENOUGH)
        if sure and all(stretch.last <= s.first or s.last <= stretch.first for s in here):
            here.append(stretch)
    return added


def offered(
    parse: Parse,
    scene: Scene,
    scored: Sequence[Sequence[tuple[float, Stretch]]],
    taken: Sequence[Sequence[Stretch]],
) -> list[Offer]:
    """Judged stretches and whole capitalised runs that share no word with a place taken already."""
    made = []
    for block, words in enumerate(scene.blocks):
        judged = {(s.first, s.last): s for _, s in scored[block]}
        held = judged | {(s.first, s.last): s for s in _runs(words) if (s.first, s.last) not in judged}
        for stretch in held.values():
            if any(stretch.first < t.last and t.first < stretch.last for t in taken[block]):
                continue
            if all(word.text.lower() in site_nouns() for word in words[stretch.first : stretch.last]):
                continue
            span = Span(words[stretch.first].span.start, words[stretch.last - 1].span.end)
            tokens = tuple(token.i for token in parse.tokens_in(span))
            if tokens:
                found = features(scene, block, stretch)
                chance = probability(found)
                odds = math.log(max(chance, 1e-6) / max(1 - chance, 1e-6))
                made.append(Offer(block, stretch, odds, found, tokens))
    return made


def _runs(words: list[Word]) -> Iterator[Stretch]:
    """Capitalised runs without the words that only lead up to a name."""
    first = 0
    while first < len(words):
        last = first + 1
        if words[first].named:
            while last < len(words) and words[last].named and joined(words[last - 1], words[last]):
                last += 1
            begin = first
            while begin < last and _leads(words[begin].text):
                begin += 1
            if 0 < last - begin <= LONGEST and words[begin].text[0].isalpha():
                text = name_of(words, begin, last)
                if text.lower() not in adjectives() and not only_generic(words, begin, last):
                    yield Stretch(begin, last, text, open_gazetteer().lookup(text, tiers=(1,)))
        first = last


def _leads(word: str) -> bool:
    """True of `Near`, `In`, `Syrian`, and of a country's name in text that has lost its apostrophes."""
    low = word.lower()
    return leads_up(word) or low in adjectives() or (low.endswith("s") and fold(low[:-1]) in country_terms())


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
