"""Stretches of words that could name a place: known to the gazetteer, typed by the parser, or cued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.lexicon.gazetteer import Candidate, country_terms, generic_words, open_gazetteer
from dateline.lexicon.gazetteer.generic import compass_short, unabbreviated
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.load import entries, mapping
from dateline.mentions.places_barred import is_money, is_ship, is_subject, no_place
from dateline.mentions.places_words import Word

LONGEST = 6

LEADING = frozenset({"function", "in", "near", "of", "from", "to", "the", "verb"})
"""Classes of words that lead up to a name."""
NAMELESS = frozenset({"direction", "the"})
"""Classes of words that make no name by themselves."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `[first, last)` of a block, and what the gazetteer holds under them."""

    first: int
    last: int
    text: str
    known: tuple[Candidate, ...]


@cache
def cue_words() -> dict[str, str]:
    """Class of each word that tells of a place beside it (`place_words_cues.yaml`), by the word."""
    found: dict[str, str] = {}
    for entry in entries("place_words_cues"):
        found.update((word, entry["class"]) for word in entry["words"])
    return found


@cache
def connectors() -> frozenset[str]:
    """Small words inside names of places, lower case: `de`, `al`, `of`."""
    return frozenset(mapping("case")["connectors"])


def stretches(words: list[Word], typed: set[tuple[int, int]]) -> Iterator[Stretch]:
    """Every stretch worth judging; `typed` are the word ranges the parser's NER calls places."""
    gazetteer = open_gazetteer()
    for first, word in enumerate(words):
        if not word.named or not word.text[0].isalpha() or owns(word.text) or is_ship(words, first):
            continue
        if compass_short(word.text) and _names_after(words, first):
            yield from _shortened(words, first)
            continue
        for last in _ends(words, first):
            text = name_of(words, first, last)
            if only_generic(words, first, last) or no_place(text) or is_money(words, last):
                continue
            if is_subject(words, first, text):
                continue
            known = gazetteer.lookup(text, tiers=(1,) if words[last - 1].named else (1, 2))
            if known or (first, last) in typed or _cued(words, first, last):
                yield Stretch(first, last, text, known)


def _shortened(words: list[Word], first: int) -> Iterator[Stretch]:
    """`S. Orvane` where a South Orvane is known; else the letter says which part of what follows."""
    for last in range(first + 2, min(first + LONGEST, len(words)) + 1):
        if not words[last - 1].named or (last - 2 > first and not joined(words[last - 1])):
            return
        text = name_of(words, first, last)
        if known := open_gazetteer().lookup(unabbreviated(text), tiers=(1,)):
            yield Stretch(first, last, text, known)


def _names_after(words: list[Word], at: int) -> bool:
    """True if a name stands after the word, with nothing but a full stop between."""
    return at + 1 < len(words) and words[at + 1].named and words[at + 1].gap.strip() in ("", ".")


@lru_cache(maxsize=4096)
def owns(word: str) -> bool:
    """True of a country's name that has lost its apostrophe, `Syrias` in `Syrias capital`; it ends a name."""
    bare = fold(word)
    return bare.endswith("s") and bare[:-1] in country_terms() and not open_gazetteer().knows(word)


def name_of(words: list[Word], first: int, last: int) -> str:
    """The words as one name, line breaks as spaces."""
    parts = [words[first].text]
    for word in words[first + 1 : last]:
        parts.append(("-" if "-" in word.gap else " ") + word.text)
    return "".join(parts)


def joined(word: Word) -> bool:
    """True if nothing but white space, a hyphen or an abbreviation's stop stands before the word."""
    gap = word.gap.strip()
    return gap in ("", "-") or (gap == "." and not word.opens)


def _ends(words: list[Word], first: int) -> Iterator[int]:
    for last in range(first + 1, min(first + LONGEST, len(words)) + 1):
        word = words[last - 1]
        if last - 1 > first and not joined(word):
            return
        if owns(word.text):
            return
        if (word.named and (not word.shouted or not leads_up(word.text))) or _grown(words, first, last):
            yield last
        elif word.text.lower() not in connectors():
            return


_GROWN = re.compile(r"(?:a|e)(?:([dnrstz])-?\1|l-|sh-?sh)\w{2}")
"""A small word that begins with its article: `ezzor`, `al-zour`, `ash-sham`."""


def _grown(words: list[Word], first: int, last: int) -> bool:
    """True if such a word ends a name that some source holds: `Deir ezzor`; English has `attack`, `essay`."""
    if last - first < 2 or _GROWN.match(words[last - 1].text) is None:
        return False
    return bool(open_gazetteer().lookup(name_of(words, first, last), tiers=(1, 2)))


def leads_up(word: str) -> bool:
    """True of a word that leads up to a name and is no part of it, capital or not: `Near Orvane`."""
    return cue_words().get(word.lower(), "") in LEADING


def only_generic(words: list[Word], first: int, last: int) -> bool:
    """True if no word is a name: `Hill`, `the North`, `Eastern Province`."""
    listed, cues = generic_words(), cue_words()
    low = [w.text.lower() for w in words[first:last]]
    return all(w in listed or w in connectors() or cues.get(w) in NAMELESS for w in low)


def _cued(words: list[Word], first: int, last: int) -> bool:
    """True if the stretch is a whole capitalised run that a preposition or a kind of place introduces."""
    if last < len(words) and _goes_on(words, last):
        return False
    if first and words[first - 1].named and _goes_on(words, first) and not words[first].shouted:
        return False
    return not words[first].opens and bool(class_before(words, first) or class_after(words, last))


def _goes_on(words: list[Word], at: int) -> bool:
    """True if the word `at` and the one before it belong to one capitalised run."""
    before, word = words[at - 1], words[at]
    return word.named and joined(word) and not owns(before.text) and not owns(word.text)


def class_before(words: list[Word], first: int) -> str | None:
    """Class of the word before: `in`, `near`, `kind` (a village ...), `title` (a person), else None."""
    if first == 0:
        return None
    if compass_short(words[first - 1].text):
        return class_before(words, first - 1) or "direction"
    word = words[first - 1].text.lower()
    if word == "of" and first > 1 and words[first - 2].text.lower() in generic_words():
        return "kind_of"
    if word in generic_words():
        return f"kind:{generic_words()[word][0]}"
    if fold(word) in country_terms():
        return "country"
    return cue_words().get(word)


def is_title(word: Word) -> bool:
    """True of a word for an office, before the name of who holds it."""
    return cue_words().get(word.text.lower()) == "title"


def class_after(words: list[Word], last: int) -> str | None:
    """Class of the word after: `kind` (province, city ...), `speech`, `person`, else None."""
    if last >= len(words) or not joined(words[last]):
        return None
    word = words[last].text.lower()
    return f"kind:{generic_words()[word][0]}" if word in generic_words() else cue_words().get(word)
