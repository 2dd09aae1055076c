"""Finds toponyms: every stretch of words that names a place in this text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.annotate import Parse
from dateline.document import Span
from dateline.lexicon.gazetteer import generic_words
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.load import mapping
from dateline.mentions.actors_lexicon import named_bodies, names_of
from dateline.mentions.places_compound import compound_ends
from dateline.mentions.places_dateline import dateline_places
from dateline.mentions.places_evident import evident
from dateline.mentions.places_features import Features, Scene, features, probability, typed
from dateline.mentions.places_runs import apart
from dateline.mentions.places_spans import Stretch, joined, stretches
from dateline.mentions.places_words import Word, words_of
from dateline.mentions.record import Toponym

SITES = frozenset({"base", "road"})
"""Kinds of place that may bear the name of anything far away."""


def places(parse: Parse) -> Iterator[Toponym]:
    """Toponyms of dateline, titles, headings and prose in text order, none inside another.

    `the village of Orvane` gives `Orvane` with feature `village`; adjectives of nationality give none, nor
    do names of bodies: no `Orvane` is meant by the Islamic State of Orvane.
    """
    bodies = named_bodies(parse.document)
    # `Aung San Suu Kyi` is no town of Aung San.
    bodies += tuple(
        name for name in names_of(parse.document.text, "person") if " " in parse.document.quote(name)
    )
    scene = Scene(parse, words_of(parse))
    scored = [[(probability(f), s) for s, f in judged(scene, block)] for block in range(len(scene.blocks))]
    taken = kept(scored, scene.blocks)
    more = evident(parse, scene, scored, taken)
    found: list[Toponym] = []
    for words, chosen, added in zip(scene.blocks, taken, more, strict=True):
        found.extend(
            _toponym(parse, words, name) for stretch in chosen for name in apart(scene, words, stretch)
        )
        found.extend(
            _evident(parse, words, name) for stretch in added for name in apart(scene, words, stretch)
        )
    meant = (t for t in found if not any(body.covers(t.span) for body in bodies))
    ends = [toponym for words in scene.blocks for toponym in compound_ends(words)]
    free = (t for t in meant if not any(end.span.overlaps(t.span) for end in ends))
    filed = [t for t in dateline_places(parse.document) if not any(f.span.overlaps(t.span) for f in found)]
    yield from sorted((*free, *ends, *filed), key=lambda t: t.span)


def toponyms_at(parse: Parse, spans: Sequence[Span]) -> list[Toponym]:
    """Toponyms for spans found elsewhere (gold, an analyst), each with the kind of place its words say."""
    made = []
    for span in spans:
        feature = None
        for words in words_of(parse):
            inner = [i for i, w in enumerate(words) if w.span.overlaps(span)]
            if inner:
                feature = _feature(words, inner[0], inner[-1] + 1)
        made.append(Toponym(span=span, text=parse.document.quote(span), feature=feature, rule="places.given"))
    return made


def judged(scene: Scene, block: int) -> Iterator[tuple[Stretch, Features]]:
    """Every stretch of a block that could be a place, with its features."""
    for stretch in stretches(scene.blocks[block], typed(scene, block)):
        yield stretch, features(scene, block, stretch)


SEAT = "places.seat"
"""Rule of a name that tells where somebody is at home: an `Orvane-based monitor` puts nothing in Orvane."""
_HAILING = re.compile(r"(?:,|\)),?\s+of\s+(?:[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2},\s+)?\Z")
HAILS = 60
"""Characters that such words take at most."""
SURE, AGAIN, LISTED = 0.6, 0.12, 0.15
"""A name that is surely a place once needs only the second probability elsewhere in its document; one that
a country of the text holds, and that is listed with a place, only the third."""
_LIST = frozenset((",", ", and", "and", "or", ", or", "("))


def kept(
    scored: list[list[tuple[float, Stretch]]], blocks: list[list[Word]], threshold: float | None = None
) -> list[list[Stretch]]:
    """By block, the stretches that are places: by themselves, by a surer mention of the same name, or by
    being listed with one."""
    limit = float(mapping("place_words_weights")["threshold"]) if threshold is None else threshold
    # A small word ends a name only where a source holds the whole, and then no other words say more.
    scored = [[(max(p, SURE) if s.text.split()[-1].islower() else p, s) for p, s in b] for b in scored]
    sure = {fold(s.text) for block in scored for p, s in block if p >= SURE}
    made = []
    for block, words in zip(scored, blocks, strict=True):
        held = _disjoint([(p, s) for p, s in block if p >= limit or (p >= AGAIN and fold(s.text) in sure)])
        more = [(p, s) for p, s in block if LISTED <= p < limit and s.known and _apart(s, held)]
        listed = [(p, s) for p, s in more if any(_beside(words, s, other) for other in held)]
        made.append([*held, *_disjoint(listed)])
    return made


def _beside(words: list[Word], one: Stretch, other: Stretch) -> bool:
    """True if two stretches are members of one list, and some country holds places of both names."""
    first, second = (one, other) if one.first <= other.first else (other, one)
    if second.first - first.last > 1:
        return False  # nothing that joins a list has two words
    gap = words[first.last].gap + "".join(
        f"{w.text}{v.gap}" for w, v in pairwise(words[first.last : second.first + 1])
    )
    lands = [{c.place.iso2 for c in s.known if c.place.kind != "country"} for s in (one, other)]
    return gap.strip().lower() in _LIST and bool(lands[0] & lands[1])


def _apart(stretch: Stretch, chosen: Sequence[Stretch]) -> bool:
    return all(stretch.last <= s.first or s.last <= stretch.first for s in chosen)


def _disjoint(scored: list[tuple[float, Stretch]]) -> list[Stretch]:
    """The likeliest stretches without overlap; a name that is known is as likely as any part of it."""
    ranked = []
    for chance, stretch in scored:
        inside = [
            p for p, s in scored if stretch.known and stretch.first <= s.first and s.last <= stretch.last
        ]
        ranked.append((max([chance, *inside]), stretch))
    chosen: list[Stretch] = []
    for _, stretch in sorted(ranked, key=lambda ps: (-ps[0], ps[1].first, -ps[1].last)):
        if _apart(stretch, chosen):
            chosen.append(stretch)
    return chosen


def _toponym(parse: Parse, words: list[Word], stretch: Stretch) -> Toponym:
    feature = _feature(words, stretch.first, stretch.last)
    first, last = stretch.first, stretch.last
    if feature == "water" and first > 1 and words[first - 1].text.lower() == "of" and words[first - 2].named:
        first -= 2  # the Gulf of Aden is another place than Aden
    # A checkpoint or road called after a country is that one place, and not the country.
    if feature in SITES and last < len(words) and any(c.place.kind == "country" for c in stretch.known):
        last += 1
    span = Span(words[first].span.start, words[last - 1].span.end)
    rule = "places.known" if stretch.known else "places.context"
    if _is_home(parse.document.text, span):
        rule = SEAT
    return Toponym(span=span, text=parse.document.quote(span), feature=feature, rule=rule)


def _is_home(text: str, span: Span) -> bool:
    """True of `Orvane` in `the Orvane-based monitor`, `Jane Harwell, 42, of Orvane, Texas`; of Texas."""
    before = text[max(0, span.start - HAILS) : span.start]
    return text.startswith("-based", span.end) or _HAILING.search(before) is not None


def _evident(parse: Parse, words: list[Word], stretch: Stretch) -> Toponym:
    rule = "places.evident" if stretch.known else "places.unlisted"
    toponym = _toponym(parse, words, stretch)
    return toponym if toponym.rule == SEAT else replace(toponym, rule=rule)


def _feature(words: list[Word], first: int, last: int) -> str | None:
    """The kind of place that the words around or inside the name `[first, last)` say."""
    listed = generic_words()
    around: list[tuple[str, str]] = []
    if last < len(words) and joined(words[last]):
        pair = " ".join(w.text for w in words[last : last + 2])
        around += [(pair, "after"), (words[last].text, "after")]
    if first > 1 and words[first - 1].text.lower() == "of":
        around.append((words[first - 2].text, "before"))
    elif first and joined(words[first]):
        around.append((words[first - 1].text, "before"))
    if last - first > 1:
        around += [(words[last - 1].text, "after"), (words[first].text, "before")]
    for word, side in around:
        feature, where = listed.get(word.lower(), (None, ""))
        if feature and where in (side, "both"):
            return feature
    return None
