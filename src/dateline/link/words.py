"""Actions and place names as linking compares them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline.lexicon import mapping

_SPELLINGS = (("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ck", "k"))
"""Letter pairs that transliterations write either way; the codebook names Sukhnah, Sokhneh."""

_ARTICLES = ("the", "a", "an", "of", "in")

_ARTICLE = re.compile(r"^e([sz])(?=\1)")
"""An article grown into its word: `Ezzor` is `ez-Zor`."""


@lru_cache(maxsize=1)
def knowledge() -> dict[str, Any]:
    """The lexicon `linking`, with lists of words as sets; each family's actions stand under its name too."""
    made = dict(mapping("linking"))
    listed = {**made["families"], **made} | {"families": ()}
    return {name: frozenset(words) for name, words in listed.items()} | {"families": made["families"]}


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    return {action: family for family, actions in knowledge()["families"].items() for action in actions}


def family(action: str) -> str:
    """The action group that claims are blocked by: `airstrike` and `kill` are both `fight`."""
    return _families().get(action, action)


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Folded names and adjectives of countries."""
    return _of_countries("names") | _of_countries("adjectives")


@lru_cache(maxsize=2)
def _of_countries(key: str) -> frozenset[str]:
    listed = mapping("demonyms").values()
    return frozenset(" ".join(words_of(name)) for fields in listed for name in fields.get(key, ()))


def words_of(text: str) -> list[str]:
    """Lower-case words of `text` without accents and apostrophes: `Dara'a` is `daraa`."""
    return list(_short(text) if len(text) <= SHORT else _words(text))


SHORT = 80
"""Characters of a name or phrase, which comes again and again; the words of whole texts are not kept."""


def _words(text: str) -> tuple[str, ...]:
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", text).lower()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(re.findall(r"[^\W_]+", re.sub(r"['’‘`´]", "", plain)))


_short = lru_cache(maxsize=1 << 16)(_words)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place's words as a key: equal keys are one name in two spellings."""

    key: str
    """Consonants of the name's own words (`hlb` of Halab); empty when the words are all generic."""
    broad: bool
    """True of provinces, countries and parts of them: they contain an event, they do not place it."""
    generic: bool = False
    """True of words that name no place by themselves (`the base`)."""


@lru_cache(maxsize=65536)
def place_name(text: str) -> PlaceName:
    """The key of a place's words.

    >>> place_name("Sukhnah").key == place_name("Sokhneh").key
    True
    """
    listed = words_of(text)
    words = knowledge()
    own = [
        w for w in listed if w not in words["generic"] and w not in words["parts"] and w not in words["broad"]
    ]
    name = " ".join(own)
    kinds = any(w in words["generic"] and w not in _ARTICLES for w in listed)
    # `Guatemala City` is one place, `a Guatemalan base` one of many.
    bare = not own or (kinds and name in _of_countries("adjectives"))
    area = any(w in words["broad"] for w in listed) or (name in countries() and not kinds)
    own = own or [w for w in listed if w not in _ARTICLES]
    return PlaceName("-".join(filter(None, (skeleton(w) for w in own))), area or not own, bare)


def skeleton(word: str) -> str:
    """Consonants of a word as transliterations share them; a first vowel stays, as `a`.

    >>> skeleton("hasakah"), skeleton("hasakeh")
    ('hsk', 'hsk')
    """
    if not word.isascii():
        return word
    word = _ARTICLE.sub(r"\1", word)
    for written, read in _SPELLINGS:
        word = word.replace(written, read)
    word = word.replace("q", "k").replace("c", "k").replace("z", "s")
    first = "a" if word[:1] in "aeiou" else word[:1]
    rest = re.sub("[aeiouyw]", "", word[1:])
    # A final h is the ta marbuta: written or not.
    rest = rest[:-1] if rest.endswith("h") and len(rest) > 1 else rest
    return re.sub(r"(.)\1+", r"\1", first + rest)
