"""What speaks for and against a stretch of words being a place: named features with readable weights."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from dateline.annotate import Parse
from dateline.lexicon.gazetteer import countries_in, open_gazetteer
from dateline.lexicon.gazetteer.generic import bare_name, compass_short
from dateline.lexicon.load import mapping
from dateline.mentions.places_spans import Stretch, class_after, class_before, is_title, joined
from dateline.mentions.places_words import Word

Features = dict[str, float]
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


class Scene:
    """One document's words by block with what the parser says of them."""

    def __init__(self, parse: Parse, blocks: list[list[Word]]) -> None:
        self.blocks = blocks
        self.countries = countries_in(parse.document.text)
        self.known: dict[tuple[int, int, int], Features] = {}
        """What speaks for the stretches asked for so far, by block and words: the trees ask again."""
        self._labels: dict[int, str] = {}
        self.exact: dict[tuple[int, int], str] = {}
        ents = [(ent.start_char, ent.end_char, ent.label_, ent.text) for ent in parse.doc.ents]
        for start, end, label, text in ents:
            self._labels.update(dict.fromkeys(range(start, end), label))
            start += 4 if text[:4].lower() == "the " else 0
            end -= 2 if text[-2:] in ("'s", "’s") else 0
            self.exact[start, end] = label
        self._tags = dict(zip(parse.starts, [token.pos_ for token in parse.tokens], strict=True))
        words = [w for block in blocks for w in block]
        self.lowered = Counter(w.text for w in words if w.text.islower())
        self.persons = {
            part.lower()
            for _, _, label, text in ents
            if label == "PERSON" and " " in text
            for part in text.split()
        }
        self.titled = {
            b.text.lower()
            for block in blocks
            for a, b in pairwise(block)
            if b.named and is_title(a) and class_before([a, b], 1) == "title"
        }

    def label(self, word: Word) -> str:
        """The NER label over a word's first character, or `none`."""
        return self._labels.get(word.span.start, "none")

    def tag(self, word: Word) -> str:
        """The part of speech of the token that starts with the word, or `X`."""
        return self._tags.get(word.span.start, "X")


def typed(scene: Scene, block: int) -> set[tuple[int, int]]:
    """Word ranges of a block that the parser's NER calls places."""
    starts = {w.span.start: i for i, w in enumerate(scene.blocks[block])}
    ends = {w.span.end: i + 1 for i, w in enumerate(scene.blocks[block])}
    return {
        (starts[start], ends[end])
        for (start, end), label in scene.exact.items()
        if label in PLACE_LABELS and start in starts and end in ends
    }


def features(scene: Scene, block: int, stretch: Stretch) -> Features:
    """Names and values of what speaks for or against a stretch."""
    key = (block, stretch.first, stretch.last)
    if key not in scene.known:
        scene.known[key] = _features(scene, scene.blocks[block], stretch)
    return scene.known[key]


def _features(scene: Scene, words: list[Word], stretch: Stretch) -> Features:
    found = dict.fromkeys(_names(scene, words, stretch), 1.0)
    if stretch.known:
        found["size"] = max(math.log10(c.place.population + 1) for c in stretch.known) / 7
        found["size_main"] = (
            max((math.log10(c.place.population + 1) for c in stretch.known if c.main), default=0.0) / 7
        )
    if words[stretch.first].shouted:
        found.update({f"shout:{name}": value for name, value in list(found.items())})
    return found


def _names(scene: Scene, words: list[Word], stretch: Stretch) -> Iterator[str]:
    first, last = stretch.first, stretch.last
    inner = words[first:last]
    yield "always"
    yield f"words={min(last - first, 4)}"
    yield f"held={_best_kind(stretch)}"
    here = [c.place for c in stretch.known if c.place.iso2 in scene.countries and c.place.kind != "country"]
    # A place of unknown size is no hamlet: it counts for as much as one that only sounds like the name.
    if any(place.population for place in here):
        yield "country_named"
    elif (here or not stretch.known) and sounds_like(stretch.text, frozenset(scene.countries)):
        yield "sound_named"
    label = scene.exact.get((inner[0].span.start, inner[-1].span.end))
    yield f"typed={label}" if label else f"under={scene.label(inner[0])}"
    before, after = class_before(words, first), class_after(words, last)
    yield f"before={before}"
    yield f"after={after}"
    yield from _neighbours(words, first, last)
    yield f"tag={scene.tag(inner[-1])}"
    if inner[0].opens:
        yield "opens"
        if scene.lowered[inner[0].text.lower()]:
            yield "opens_common"
    if last - first == 1:
        yield from _single(scene, inner[0])


def _is_name_before(before: Word, word: Word) -> bool:
    return before.named and joined(word) and not compass_short(before.text)


def _neighbours(words: list[Word], first: int, last: int) -> Iterator[str]:
    if first and _is_name_before(words[first - 1], words[first]):
        yield "name_before"
    if last < len(words):
        if joined(words[last]):
            yield "name_after" if words[last].named else "word_after"
        else:
            yield f"mark_after={words[last].gap.strip()[:1]}"
            if words[last].named and words[last].gap.strip() == ",":
                yield "comma_name_after"
    else:
        yield "block_end"
    if first and words[first].gap.strip() == "," and words[first - 1].named:
        yield "comma_name_before"
    if first == 0 and last == len(words):
        yield "whole_block"


def _single(scene: Scene, word: Word) -> Iterator[str]:
    low = word.text.lower()
    if scene.lowered[low]:
        yield "common_here"
    if low in scene.persons:
        yield "person_here"
    if low in scene.titled:
        yield "titled_here"
    if word.text.isupper() and not word.shouted:
        yield "acronym"
    if len(word.text) <= 3:
        yield "short"


def _best_kind(stretch: Stretch) -> str:
    kinds = {c.place.kind for c in stretch.known}
    own = any(c.place.picked for c in stretch.known)
    best = next((k for k in ("country", "admin1", "admin2", "place", "feature") if k in kinds), "nowhere")
    return (
        "added"
        if own
        else best + ("" if any(c.main for c in stretch.known) or not stretch.known else "_alias")
    )


@lru_cache(maxsize=8192)
def sounds_like(name: str, countries: frozenset[str]) -> bool:
    """True if a place of these countries is so called in another romanisation."""
    found = open_gazetteer().lookup(bare_name(name), tiers=(1, 2))
    return any(c.place.iso2 in countries for c in found)


@cache
def weights() -> dict[str, float]:
    """Weight of each feature in log-odds (`place_words_weights.yaml`)."""
    held: dict[str, float] = mapping("place_words_weights")["weights"]
    return held


def probability(found: Features) -> float:
    """Probability that the stretch is a place."""
    known = weights()
    return 1.0 / (1.0 + math.exp(-sum(known.get(name, 0.0) * value for name, value in found.items())))
