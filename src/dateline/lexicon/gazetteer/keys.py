"""Keys under which the spellings of one name meet: exact after folding, as spoken, and by consonants.

Three tiers, each coarser than the one before and tried only when that one is silent or weak:

1. `fold`: case, accents, hyphens, apostrophes and white space do not count; scripts stay as written.
2. `spoken`: one key per language family. Arabic: articles and their sun letters, doubled letters,
   ta marbuta, `ou`/`oo`/`o`, `ee`/`ei`/`ay`, digraphs. Cyrillic: the romanisations of ы, ю, х, г, щ.
3. `skeleton`: the consonants of `spoken`; two alone are no key.

`spoken` and `skeleton` apply within the countries of a family: `FAMILY`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from operator import itemgetter
from typing import Literal
from unicodedata import combining

from dateline.lexicon.gazetteer.scripts import romanise

Family = Literal["arabic", "cyrillic"]
FAMILIES: tuple[Family, ...] = ("arabic", "cyrillic")

_ARABIC = "AE AF BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA ML MR NE OM PK PS QA SA SD SO SS SY TD TN TR YE"
_CYRILLIC = "AM AZ BA BG BY GE KG KZ MD ME MK MN RS RU TJ TM UA UZ XK"
FAMILY: dict[str, Family] = {
    **dict.fromkeys(_ARABIC.split(), "arabic"),
    **dict.fromkeys(_CYRILLIC.split(), "cyrillic"),
}
"""Countries whose names vary by romanisation: Arabic, Persian and Kurdish ones, and Cyrillic; by ISO2."""

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"}
)
_SHORT = {"st": "saint", "mt": "mount", "ft": "fort"}
_SILENT = re.compile(r"['`´’‘ʻʼʾʿˈ\u0640\"]")
_APART = re.compile(r"[^\w\s]+|_")
"""What parts words, but for white space, which does so by itself."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """`name` without case, accents, apostrophes and punctuation: `Deir ez-Zor` -> `deir ez zor`."""
    if name.isascii():
        lowered = name.lower()
    else:
        # Taking letters apart may bring out capitals (`𝒜`), and folding those may join what was apart.
        split = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
        lowered = "".join([c for c in split if c.isascii() or not combining(c)])
        if not lowered.isascii():
            lowered = lowered.translate(_LETTERS)
    if not (lowered.isascii() and lowered.replace(" ", "").isalnum()):
        lowered = _APART.sub(" ", _SILENT.sub("", lowered))
    words = lowered.split()
    return " ".join([_SHORT.get(word, word) for word in words])


_ARTICLE = re.compile(r"^(?:a[lnrsdtz]|a(?:sh|th|dh)|e[lnrsdtz]|e(?:sh|th)|ul|us)$")
_LONGEST_ARTICLE = 3
_JOINED = re.compile(r"^[ae](?:l(?=[bcdfghjkmnpqrstvwxyz]{1,2}[aeiou])|(?=(sh|th|dh|[dnrstz])\1))")
_DIGRAPHS = {"kh": "x", "gh": "g", "sh": "ş", "ch": "ş", "dh": "d", "th": "t", "ph": "f", "dj": "j"}
_VOWELS = {
    **dict.fromkeys(("ou", "oo", "au", "aw", "ow", "uw", "o"), "u"),
    **dict.fromkeys(("ee", "ei", "ey", "ai", "ay", "ie", "iy", "yi", "e"), "i"),
}
_MERGED = {"q": "k", "c": "k", "v": "f", "w": "u", "y": "i", "p": "b", "'": ""}
_TAIL = re.compile(r"eh?$|(?:a|i)[ht]$|(?<=[^aiu])[ai]$")
_TAILS = frozenset("aehit")
"""Last letters of what `_TAIL` finds."""
# A function in place of a template: templates are read anew at every hit.
_single = partial(re.compile(r"(.)\1+").sub, itemgetter(1))


def _replacer(table: dict[str, str]) -> Callable[[str], str]:
    """Replaces every key of `table` of several letters at once, longer ones first.

    Single letters are left to `str.translate`: a pattern would call for each of them.
    """
    listed = sorted((key for key in table if len(key) > 1), key=len, reverse=True)
    return partial(re.compile("|".join(map(re.escape, listed))).sub, lambda hit: table[hit[0]])


def _letters(table: dict[str, str]) -> dict[int, str]:
    """The single letters of `table`, none of which its longer keys give."""
    return str.maketrans({key: to for key, to in table.items() if len(key) == 1})


_digraphs = _replacer(_DIGRAPHS)
_ARABIC_LETTERS = _letters(_VOWELS | _MERGED)


@lru_cache(maxsize=16384)
def _arabic_word(word: str) -> str:
    sounds = _JOINED.sub("", word) if word[:1] in "ae" else word
    if "h" in sounds or "dj" in sounds:
        sounds = _digraphs(sounds)
    if sounds[-1:] in _TAILS:
        sounds = _TAIL.sub("a", sounds)
    # Letter by letter, two vowels become twice what `_VOWELS` makes of both, which is once in the end;
    # only an `a` before another is lost.
    sounds = sounds.replace("au", "u").replace("aw", "u").replace("ai", "i").replace("ay", "i")
    return _single(sounds.translate(_ARABIC_LETTERS))


def _arabic(folded: str) -> str:
    if " " not in folded:
        return _arabic_word(folded)
    *before, last = folded.split()
    kept = [word for word in before if len(word) > _LONGEST_ARTICLE or not _ARTICLE.match(word)]
    return " ".join([_arabic_word(word) for word in (*kept, last)])


_SLAVIC = {
    **dict.fromkeys(("shch", "sch", "sh"), "ş"), "zh": "ž", "kh": "h", "ch": "č", "tz": "c", "ts": "c",
    **dict.fromkeys(("ya", "ia", "ja", "yo", "io", "jo", "o"), "a"), **dict.fromkeys(("yu", "iu", "ju"), "u"),
    **dict.fromkeys(("ye", "ie", "je", "yi", "iy", "ij", "yj", "y", "j", "e"), "i"),
    "w": "v", "ph": "f", "g": "h", "ks": "x",
}  # fmt: skip
_slavic, _SLAVIC_LETTERS = _replacer(_SLAVIC), _letters(_SLAVIC)


@lru_cache(maxsize=16384)
def _cyrillic_word(word: str) -> str:
    return _single(_slavic(word).translate(_SLAVIC_LETTERS))


def _cyrillic(folded: str) -> str:
    if " " not in folded:
        return _cyrillic_word(folded)
    return " ".join([_cyrillic_word(word) for word in folded.split()])


_SPOKEN = {"arabic": _arabic, "cyrillic": _cyrillic}


def spoken(name: str, family: Family) -> str:
    """The name as its family's readers would hear it: `Deir Ezzur`, `Dayr az-Zawr` -> `dir zur`."""
    return _SPOKEN[family](fold(romanise(name)))


def heard(name: str) -> tuple[str, str]:
    """`spoken` of each of `FAMILIES`."""
    folded = fold(romanise(name))
    return _arabic(folded), _cyrillic(folded)


def skeleton(name: str, family: Family) -> str | None:
    """Consonants of `spoken`, words joined (`Sokhneh` -> `sxn`), or None where too few remain.

    Two consonants need their final vowel to be a key: `Dakou`, `Dekou` -> `dku`.
    """
    return consonants(spoken(name, family))


def consonants(key: str) -> str | None:
    """`skeleton` of a name whose `spoken` key is at hand."""
    bare = re.sub(r"[aeiou ]", "", key)
    bare = _single(re.sub(r"(?<=.)h$", "", bare))
    if len(bare) == 2 and key[-1] in "aiu":
        bare += key[-1]
    if len(bare) < 3:
        return None
    # A leading vowel is heard in every romanisation, though not which one.
    return ("a" if key[0] in "aeiou" else "") + bare
