"""Names in text as sequences of folded words, found by a trie: one pass over any document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘`´][^\W_]+)*")
"""A word: an acronym with full stops, or letters and digits with apostrophes inside."""
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
    plain = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text).lower()
    return "".join(c for c in plain if c.isalnum())


def words(text: str, *, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`; a possessive `'s` is left out of the word."""
    found = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        written = POSSESSIVE.sub("", match.group())
        found.append(Word(fold(written), match.start(), match.start() + len(written), shape(written)))
    return found


def shape(written: str) -> str:
    """How a word is written: `upper`, `title` or `lower`."""
    letters = [c for c in written if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return "upper"
    # The Arabic article stays small before a capital, and 3R begins with a figure.
    return "title" if any(c.isupper() for c in letters) else "lower"


@dataclass(slots=True)
class _Node:
    following: dict[str, _Node] = field(default_factory=dict)
    names: list[tuple[str, str]] = field(default_factory=list)
    """(value, shape that the text must have) of the names that end here."""


class Hit(NamedTuple):
    """Names found at words `[first, last)`; more than one value when a name is shared."""

    first: int
    last: int
    values: tuple[str, ...]


class Matcher:
    """A trie of names. `add` names with any string value, then `find` them in words."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, name: str, value: str) -> None:
        """Make `name` findable. Written in capitals, it matches capitals; with a capital, any capital."""
        node = self._root
        listed = words(name)
        for word in listed:
            node = node.following.setdefault(word.key, _Node())
        wanted = _wanted(listed)
        if listed and (value, wanted) not in node.names:
            node.names.append((value, wanted))

    def find(self, text: Sequence[Word], *, shouting: bool = False) -> Iterator[Hit]:
        """The longest names in `text`, left to right, without overlap."""
        at = 0
        while at < len(text):
            hit = self._longest(text, at, shouting)
            if hit is None:
                at += 1
            else:
                yield hit
                at = hit.last

    def _longest(self, text: Sequence[Word], first: int, shouting: bool) -> Hit | None:
        node: _Node | None = self._root
        best = None
        for last in range(first, len(text)):
            assert node is not None
            after = node.following.get(text[last].key)
            # Reports whose apostrophes were lost write `Syrias army`.
            if after is None and text[last].key.endswith("s"):
                after = node.following.get(text[last].key[:-1])
                node = _Node(names=after.names) if after else None
            else:
                node = after
            if node is None:
                break
            values = _fitting(node.names, text[first : last + 1], shouting)
            if values:
                best = Hit(first, last + 1, values)
        return best


def _wanted(name: Iterable[Word]) -> str:
    shapes = {w.shape for w in name}
    return next((s for s in ("title", "upper") if s in shapes), "lower")


def _fitting(names: Sequence[tuple[str, str]], text: Sequence[Word], shouting: bool) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value, wanted in names if _fits(wanted, text, shouting)))


def _fits(wanted: str, text: Sequence[Word], shouting: bool) -> bool:
    if wanted == "lower" or (shouting and (wanted == "title" or len(text[0].key) > SHORT_ACRONYM)):
        return True
    if shouting:
        # `IS` and `US` say nothing in capitals; `U.S.` and `ELN` do.
        return text[0].end - text[0].start > len(text[0].key) or text[0].key not in ("is", "us", "who", "isi", "car")
    if wanted == "title":
        return any(w.shape != "lower" for w in text)
    return any(w.shape == "upper" or (w.shape == "title" and len(w.key) > SHORT_ACRONYM) for w in text)
