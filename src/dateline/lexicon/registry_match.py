"""Names in text as sequences of folded words: one pass over any document finds them all."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.lexicon.load import mapping

WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|[^\W_]+(?:['’‘`´][^\W_]+)*")
"""A word: an acronym with full stops, `U.S.` or `C.A.R`, or letters and digits with apostrophes inside."""
APOSTROPHES = tuple("'’‘`´")
POSSESSIVE = re.compile(r"['’‘`´][sS]$")
SHORT_ACRONYM = 3
"""An acronym of up to three letters is common lower-case English too often to match without its capitals."""


class Word(NamedTuple):
    """One word of a text: its folded form, where it stands, and how it was written."""

    key: str
    start: int
    end: int
    shape: str
    """`upper` (two letters or more, all capitals), `title`, `lower`."""


def fold(text: str) -> str:
    """`text` in lower case without accents, apostrophes and full stops: `Da'esh` is `daesh`."""
    if text.isascii() and text.isalnum():
        return text.lower()
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text).lower()
    return "".join(filter(str.isalnum, plain))


def singular(key: str) -> str:
    """A folded word without its plural's `s`: `rebels` is `rebel`."""
    return key[:-1] if key.endswith("s") and len(key) > SHORT_ACRONYM else key


def words(text: str) -> list[Word]:
    """The words of `text`; a possessive `'s` is left out of the word."""
    return _read(text, 0, len(text))


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]`: of a text that is asked for stretch after stretch."""
    listed, starts = _whole(text)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    before = listed[first - 1].end if first else -2
    cut: list[Word] = []
    if before > start or (before + len("'s") > start and text.startswith(APOSTROPHES, before)):
        # The stretch begins inside a word: what is left of it is read anew.
        cut = _read(text, start, starts[first] if first < last else end)
    if first < last and listed[last - 1].end > end:
        return [*cut, *listed[first : last - 1], *_read(text, starts[last - 1], end)]
    return [*cut, *listed[first:last]] if cut else listed[first:last]


@lru_cache(maxsize=8)
def _whole(text: str) -> tuple[list[Word], list[int]]:
    listed = words(text)
    return listed, [word.start for word in listed]


def _read(text: str, start: int, end: int) -> list[Word]:
    found = []
    for match in WORD.finditer(text, start, end):
        begin = match.start()
        key, length, written = _said(match.group())
        found.append(Word(key, begin, begin + length, written))
    return found


@lru_cache(maxsize=16_384)
def _said(written: str) -> tuple[str, int, str]:
    """Folded form, length without a possessive ending, and shape of a word: words come again and again."""
    if written.endswith(("s", "S")) and not written.isalnum():
        written = POSSESSIVE.sub("", written)
    return fold(written), len(written), shape(written)


def shape(written: str) -> str:
    """How a word is written: `upper` (two capitals or more and no small letter), `title` or `lower`.

    An acronym whose possessive has lost its apostrophe is one still: `the UNs envoy`.
    """
    if written.endswith("s") and len(written) > len("UN"):
        written = written.removesuffix("s")
    if written.islower() or not any(map(str.isalpha, written)):
        return "lower"
    if written.isupper() and sum(map(str.isalpha, written)) > 1:
        return "upper"
    return "title" if any(map(str.isupper, written)) else "lower"


class Hit(NamedTuple):
    """Names found at words `[first, last)`; more than one value when a name is shared."""

    first: int
    last: int
    values: tuple[str, ...]


class Matcher:
    """Names by their folded words. `add` names with any string value, then `find` them in words."""

    def __init__(self, names: dict[str, list[tuple[str, str]]] | None = None) -> None:
        """`names` as `compiled` gave them, or none yet."""
        self.names: dict[str, list[tuple[str, str]]] = {}
        """Folded words joined by spaces -> (value, shape that the text must have)."""
        self._begins: dict[str, set[int]] = {}
        """First word of a name -> how many words the names have that it begins."""
        self._pairs: set[tuple[str, str]] = set()
        """First two words of every name of several."""
        self._lengths: dict[str, tuple[int, ...]] = {}
        """The same for any word asked for, `Syrias` as `Syria`, longest first; none for nearly all."""
        for key, values in (names or {}).items():
            for value, wanted in values:
                self._put(key, value, wanted)

    def add(self, name: str, value: str) -> None:
        """Make `name` findable. Written in capitals, it matches capitals; with a capital, any capital."""
        listed = words(name)
        if listed:
            self._put(" ".join(w.key for w in listed), value, _wanted(listed))

    def _put(self, key: str, value: str, wanted: str) -> None:
        known = self.names.setdefault(key, [])
        if (value, wanted) not in known:
            known.append((value, wanted))
        first, _, rest = key.partition(" ")
        length = 1 + rest.count(" ") + bool(rest)
        self._begins.setdefault(first, set()).add(length)
        if rest:
            self._pairs.add((first, rest.partition(" ")[0]))
        self._lengths.clear()

    def find(self, text: Sequence[Word], *, shouting: bool = False) -> Iterator[Hit]:
        """The longest names in `text`, left to right, without overlap."""
        free = 0
        known = self._lengths
        for at, word in enumerate(text):
            lengths = known.get(word.key)
            if lengths is None:
                lengths = self._lengths_of(word.key)
            if lengths and at >= free:
                hit = self._longest_at(text, at, lengths, shouting)
                if hit is not None:
                    yield hit
                    free = hit.last

    def _lengths_of(self, key: str) -> tuple[int, ...]:
        lengths = self._begins.get(key, set())
        if key.endswith("s"):
            lengths = lengths | self._begins.get(key[:-1], set())
        self._lengths[key] = tuple(sorted(lengths, reverse=True))
        return self._lengths[key]

    def _longest_at(
        self, text: Sequence[Word], first: int, lengths: Sequence[int], shouting: bool
    ) -> Hit | None:
        goes_on = (
            lengths[0] > 1 and first + 1 < len(text) and self._paired(text[first].key, text[first + 1].key)
        )
        for length in lengths:
            if first + length > len(text) or (length > 1 and not goes_on):
                continue
            part = text[first : first + length]
            named = self._named([w.key for w in part]) if length > 1 else self._called(part[0].key)
            values = _fitting(named, part, shouting) if named else ()
            if values:
                return Hit(first, first + length, values)
        return None

    def _paired(self, one: str, two: str) -> bool:
        """True if some name may begin with these two words, as `_named` takes them."""
        pairs = self._pairs
        return (
            (one, two) in pairs
            or (one.endswith("s") and (one[:-1], two) in pairs)
            or (two.endswith("s") and (one, two[:-1]) in pairs)
        )

    def _called(self, key: str) -> Sequence[tuple[str, str]]:
        """`_named` for one word, as nearly all are."""
        return self.names.get(key) or (self.names.get(key[:-1]) if key.endswith("s") else None) or ()

    def _named(self, keys: list[str]) -> Sequence[tuple[str, str]]:
        """The names these words spell; reports whose apostrophes were lost write `Syrias army`."""
        exact = self.names.get(" ".join(keys))
        if exact:
            return exact
        for i, key in enumerate(keys):
            if key.endswith("s"):
                named = self.names.get(" ".join([*keys[:i], key[:-1], *keys[i + 1 :]]))
                if named:
                    return named
        return ()


def _wanted(name: Iterable[Word]) -> str:
    shapes = {w.shape for w in name}
    return next((s for s in ("title", "upper") if s in shapes), "lower")


def _fitting(names: Sequence[tuple[str, str]], text: Sequence[Word], shouting: bool) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value, wanted in names if _fits(wanted, text, shouting)))


@lru_cache(maxsize=1)
def _shouted() -> frozenset[str]:
    return frozenset(mapping("actor_words_sets")["shouted"].split())


def _fits(wanted: str, text: Sequence[Word], shouting: bool) -> bool:
    if shouting and wanted == "upper" and text[0].key in _shouted():
        return text[0].end - text[0].start > len(text[0].key)
    if wanted == "lower" or shouting:
        return True
    if wanted == "title":
        return any(w.shape != "lower" for w in text)
    return any(w.shape == "upper" or (w.shape == "title" and len(w.key) > SHORT_ACRONYM) for w in text)
