"""Places said by description or by a name no gazetteer holds: `at the airbase`, `near Tel Mora`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.annotate import Parse, Sentence
from dateline.claims.syntax import phrase, with_conjuncts
from dateline.document import Span
from dateline.lexicon import entries
from dateline.mentions.record import ActorMention, Time, Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

PREPOSITIONS = frozenset(
    "in at on near outside inside around between along from toward towards into to of off throughout".split()
)
SITES = frozenset(
    "airport airbase airfield base barracks border bridge building bus camp capital centre center checkpoint "
    "church city clinic compound convoy court crossing depot district embassy factory farm front garrison "
    "headquarters hill home hospital hotel house market mosque neighbourhood neighborhood office outpost "
    "palace plant port post prison province quarter refinery region residence restaurant road school shop "
    "site square stadium station store street suburb temple town university village warehouse area".split()
)
"""Nouns that say where something was; a bare one is a place only after a preposition."""


@lru_cache(maxsize=1)
def site_nouns() -> frozenset[str]:
    """Head nouns of described places, with the kinds that the place lexicon knows."""
    kinds = {word for entry in entries("place_words") for word in entry["words"] if " " not in word}
    return SITES | kinds


def spots(
    parse: Parse,
    sentence: Sentence,
    toponyms: Sequence[Toponym],
    actors: Sequence[ActorMention],
    times: Sequence[Time],
) -> Iterator[Toponym]:
    """Objects of place prepositions of one sentence that no toponym, actor or time covers."""
    taken = [place.span for place in toponyms if place.span.overlaps(sentence.span)]
    taken += [time.span for time in times if time.span.overlaps(sentence.span)]
    taken += [a.span for a in actors if a.actor is not None and a.span.overlaps(sentence.span)]
    for token in parse.doc[sentence.first : sentence.last]:
        if token.dep_ != "prep" or token.lower_ not in PREPOSITIONS:
            continue
        for child in token.children:
            if child.dep_ == "pobj":
                yield from _named(parse, child, token.lower_, taken)


def _named(parse: Parse, head: Token, preposition: str, taken: Sequence[Span]) -> Iterator[Toponym]:
    for noun in with_conjuncts(head):
        name = noun.pos_ == "PROPN" and noun.ent_type_ not in ("PERSON", "ORG", "DATE", "NORP", "TIME")
        site = noun.lower_ in site_nouns()
        if not site and (not name or preposition == "of"):
            continue
        first, last = phrase(noun)
        span = parse.span_of(first, last)
        if not any(span.overlaps(other) for other in taken):
            yield Toponym(
                span=span, text=parse.document.quote(span), rule="spot.site" if site else "spot.name"
            )
