"""Places of claims coded elsewhere that came without coordinates: their names looked up as the coder's are.

There is no parse: only names inside a place's own words are looked up, and the rest of the text says which
countries it speaks of. What the coder would leave null stays null.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.claims.record import Claim, Place
from dateline.document import Document, Span
from dateline.lexicon.gazetteer import generic_words, open_gazetteer, split_generic
from dateline.lexicon.gazetteer.generic import site_nouns
from dateline.mentions.places import SITES
from dateline.mentions.record import Toponym
from dateline.resolve.places import resolved_in
from dateline.resolve.places_claims import ground_of, places_filled
from dateline.resolve.places_record import ResolvedPlace
from dateline.resolve.places_relations import compass_words

RULE = "places.given"
UNLISTED = "places.unlisted"
"""The rule of a name that is not looked up: a site that bears the name of a place."""
WORD = re.compile(r"[^\W_]+(?:[-'’`][^\W_]+)*")
OWNER = re.compile(r"['’]s?$")
ARTICLES = ("the", "a", "an")
LONGEST = 5
"""Words of the longest name that is looked up; `Ain al Arab` has three."""


def resolve_given(claims: Sequence[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims with each place that has neither entry nor coordinates resolved, or as it was.

    The rule of a place that was resolved names its entry's reasons. Raises GazetteerError.
    """
    wanted = [place for claim in claims for place in claim.places if _open(place)]
    if not wanted:
        return tuple(claims)
    read, seats = _read(document, wanted)
    named = {toponym.span: toponym for seat in seats for toponym in _names(read.text, seat)}
    ordered = sorted(named.values(), key=lambda t: t.span)
    found = iter(resolved_in(read, [t for t in ordered if t.rule == RULE]))
    resolved = [next(found) if t.rule == RULE else ResolvedPlace(span=t.span, text=t.text) for t in ordered]
    seat_of = dict(zip(wanted, seats, strict=True))
    return tuple(replace(claim, places=_resolved(claim.places, read, seat_of, resolved)) for claim in claims)


def _open(place: Place) -> bool:
    return place.lat is None and place.lon is None and place.gazetteer is None


def _read(document: Document, wanted: Sequence[Place]) -> tuple[Document, list[Span]]:
    """The document, and where each place's words stand in it; words that stand nowhere follow as lines."""
    text, seats = document.text, []
    for place in wanted:
        if document.text[place.span.start : place.span.end] == place.text:
            seats.append(place.span)
            continue
        text += "\n"
        seats.append(Span(len(text), len(text) + len(place.text)))
        text += place.text
    return replace(document, text=text), seats


def _names(text: str, seat: Span) -> Iterator[Toponym]:
    """The names inside the words `seat` that the gazetteer lists, the longest first, none inside another.

    A site called after a place (`the Orvane Hospital`) may stand anywhere: it is looked up whole.
    """
    words = [Span(seat.start + w.start(), seat.start + w.end()) for w in WORD.finditer(text[slice(*seat)])]
    at = 0
    while at < len(words):
        for last in range(min(len(words), at + LONGEST), at, -1):
            span = _bare(text, Span(words[at].start, words[last - 1].end))
            if _listed(text[slice(*span)]) and not _is_fragment(text, words, at, last):
                yield _toponym(text, words, span, last)
                at = last
                break
        else:
            at += 1


def _bare(text: str, span: Span) -> Span:
    """Without the ending of an owner: `Orvane's` is `Orvane`."""
    ending = OWNER.search(text[slice(*span)])
    return Span(span.start, span.end - len(ending.group())) if ending else span


def _listed(name: str) -> bool:
    """True if a place bears this name; small letters and kinds of place alone (`THE TOWN`) are no name."""
    if not any(_is_name(word.group()) or not word.group().isascii() for word in WORD.finditer(name)):
        return False
    return open_gazetteer().knows(name) or bool(open_gazetteer().lookup(split_generic(name)[0], tiers=(1, 2)))


def _is_fragment(text: str, words: Sequence[Span], first: int, last: int) -> bool:
    """True if the name `[first, last)` is part of a longer one that no source holds: `Orvane al-Wusta`."""
    around = [(first - 1, first, first - 1), (last - 1, last, last)]
    return any(
        left >= 0
        and right < len(words)
        and not text[words[left].end : words[right].start].strip("- ")
        and _is_name(text[slice(*words[beside])])
        for left, right, beside in around
    )


def _is_name(word: str) -> bool:
    """True of a word that may be part of a name: no kind of place, no compass point, no owner."""
    low = word.lower()
    told = low in generic_words() or low in site_nouns() or low in compass_words() or low in ARTICLES
    return word != low and not told and not OWNER.search(word)


def _toponym(text: str, words: Sequence[Span], span: Span, after: int) -> Toponym:
    name = text[slice(*span)]
    feature = split_generic(name)[1]
    if after < len(words):
        follows = text[slice(*words[after])].lower()
        said, side = generic_words().get(follows, (None, ""))
        if side != "before":
            feature = feature or said
        if said in SITES or (said is None and follows in site_nouns()):
            span = Span(span.start, words[after].end)
            return Toponym(span=span, text=text[slice(*span)], rule=UNLISTED)
    rule = UNLISTED if feature in SITES and not open_gazetteer().knows(name) else RULE
    return Toponym(span=span, text=name, feature=feature, rule=rule)


def _resolved(
    places: tuple[Place, ...],
    document: Document,
    seat_of: Mapping[Place, Span],
    resolved: Sequence[ResolvedPlace],
) -> tuple[Place, ...]:
    """The places, those that were open filled from the names in their own words."""
    seated = tuple(replace(place, span=seat_of.get(place, place.span)) for place in places)
    sentences = sorted(place.span for place in seated)
    # `The city` after a name is the coder's to read; here a place stands on its own words.
    filled = places_filled(seated, ground_of(document, sentences, resolved))
    return tuple(
        replace(new, span=old.span, rule=_rule(new, resolved))
        if _open(old) and any(r.span.overlaps(new.span) for r in resolved if r.gazetteer == new.gazetteer)
        else old
        for old, new in zip(places, filled, strict=True)
    )


def _rule(place: Place, resolved: Sequence[ResolvedPlace]) -> str:
    found = next(r for r in resolved if r.gazetteer == place.gazetteer)
    return f"{RULE}: {', '.join(found.reasons)}"
