"""Names that the encoder takes for the place of some event, where the words beside them say too little.

`the fighting reached Tel Mora`, with a Tel Mora that the parser calls a person: small trees weigh what the
finder's own weights say together with the encoder's arguments (`training/joint/fit_names.py`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.annotate import Parse
from dateline.annotate.trees import trees
from dateline.document import Span
from dateline.lexicon.gazetteer import country_terms, open_gazetteer
from dateline.lexicon.gazetteer.generic import site_nouns
from dateline.lexicon.gazetteer.keys import fold
from dateline.mentions.actors_lexicon import names_of
from dateline.mentions.places_barred import adjectives, no_place
from dateline.mentions.places_evident_features import Offer, rows_of
from dateline.mentions.places_features import Scene, features, probability
from dateline.mentions.places_spans import (
    LONGEST,
    Stretch,
    is_title,
    joined,
    leads_up,
    name_of,
    only_generic,
)
from dateline.mentions.places_words import Word

ENOUGH, AGAIN = 0.5, 0.1
"""Chance at which a name is a place, and at which it is one elsewhere in the same text (left-out corpora:
of 100 names so added 70 are places of claims in gold, and most of the others are places too)."""


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
    text = parse.document.text
    # No place stands inside the name of a body, or of a state or its seat: `White House`.
    bodies = (*names_of(text, "body"), *names_of(text, "country"))
    for block, words in enumerate(scene.blocks):
        judged = {(s.first, s.last): s for _, s in scored[block]}
        held = judged | {(s.first, s.last): s for s in _runs(words) if (s.first, s.last) not in judged}
        for stretch in held.values():
            if any(stretch.first < t.last and t.first < stretch.last for t in taken[block]):
                continue
            if all(word.text.lower() in site_nouns() for word in words[stretch.first : stretch.last]):
                continue
            if _names_person(words, stretch):
                continue
            span = Span(words[stretch.first].span.start, words[stretch.last - 1].span.end)
            tokens = tuple(token.i for token in parse.tokens_in(span))
            if tokens and not any(body != span and body.covers(span) for body in bodies):
                found = features(scene, block, stretch)
                chance = probability(found)
                odds = math.log(max(chance, 1e-6) / max(1 - chance, 1e-6))
                made.append(Offer(block, stretch, odds, found, tokens))
    return made


def _names_person(words: list[Word], stretch: Stretch) -> bool:
    """True of a name that no source holds and that begins with an office: `Ambassador Mark Orvane`."""
    return is_title(words[stretch.first]) and stretch.last - stretch.first > 1 and not stretch.known


def _runs(words: list[Word]) -> Iterator[Stretch]:
    """Capitalised runs without the words that only lead up to a name."""
    gazetteer = open_gazetteer()
    first = 0
    while first < len(words):
        last = first + 1
        if words[first].named:
            while last < len(words) and words[last].named and joined(words[last]):
                last += 1
            begin = first
            while begin < last and _leads(words[begin].text):
                begin += 1
            if 0 < last - begin <= LONGEST and words[begin].text[0].isalpha():
                text = name_of(words, begin, last)
                if not no_place(text) and not only_generic(words, begin, last):
                    yield Stretch(begin, last, text, gazetteer.lookup(text, tiers=(1,)))
        first = last


def _leads(word: str) -> bool:
    """True of `Near`, `In`, `Syrian`, and of a country's name in text that has lost its apostrophes."""
    low = word.lower()
    return leads_up(word) or low in adjectives() or (low.endswith("s") and fold(low[:-1]) in country_terms())
