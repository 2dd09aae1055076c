"""Case restored for the parser: wire copy in capitals and Title Case Headlines, same length."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from dateline.lexicon import mapping

TITLE_SHARE = 0.7
"""Least share of capitalised words of four letters or more that makes a line Title Case."""
TITLE_WORDS = 30
"""A longer stretch is prose, whatever its capitals."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_START = re.compile(r"(?:^|(?<!\b[A-Za-z])(?<![A-Z]\.[A-Z])[.!?][\"'”’)]*\s+|:\s+[\"“])[\"'“‘(\[]*([a-z])")
_UNSAYABLE = re.compile(r"^(?!str|spr|spl|scr|shr|squ|thr|chr|phr|sch|sph)[bcdfghjklmnpqrstvwxz]{3}")

IsCommon = Callable[[str], bool]
"""True for a lower-case dictionary word that is not a name."""


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Dictionary words that are names, in lower case."""
    return frozenset(mapping("case")["names"])


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    listed = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in mapping("case")["phrases"])
    return re.compile(rf"\b(?:{listed})\b")


@lru_cache(maxsize=1)
def _compass() -> re.Pattern[str]:
    known = mapping("case")
    words, kept = "|".join(known["compass"]), "|".join(known["compass_names"])
    return re.compile(rf"(?<=[a-z,] )(?:{words})\b(?! (?:{kept})\b)(?= [A-Za-z])")


@lru_cache(maxsize=1)
def _fixed() -> re.Pattern[str]:
    """Names of several words, two of them common: `United Nations`, `Northern Ireland`."""
    known = mapping("case")
    phrases = "|".join(re.escape(p.title()).replace(r"\ ", r"\s+") for p in known["phrases"])
    compass = f"(?:{'|'.join(known['compass'])}) (?:{'|'.join(known['compass_names'])})"
    return re.compile(rf"\b(?:{phrases}|{compass})\b")


def compass_lowered(text: str) -> str:
    """`in Southeastern Aleppo` with the compass word in lower case, names such as Northern Ireland kept."""
    return _compass().sub(lambda m: m.group().lower(), text)


def acronyms_in(text: str) -> frozenset[str]:
    """Acronyms that a text introduces in brackets: `(FMLN)`."""
    return frozenset(re.findall(r"[(\[]([A-Z]{2,6})[)\]]", text))


def lowered(text: str, *, acronyms: frozenset[str], is_common: IsCommon) -> str:
    """Capitals to sentence case: names, unknown words and acronyms keep capitals, the rest is lowered."""
    edited = _WORD.sub(lambda m: _from_caps(m, acronyms, is_common), text)
    edited = _phrases().sub(lambda m: m.group().title(), edited)
    return _START.sub(lambda m: m.group()[:-1] + m.group(1).upper(), edited)


def _from_caps(found: re.Match[str], acronyms: frozenset[str], is_common: IsCommon) -> str:
    word = found.group()
    stem = word.lower()
    if len(word) == 1:
        return stem if word == "A" and found.string[found.end() : found.end() + 1] != "." else word
    base = stem[:-2] if stem.endswith(("'s", "’s")) else stem
    if base.upper() in acronyms:
        return word
    if len(base) <= 5 and _odd(base) and base not in names():
        return word
    if is_common(base):
        return stem
    return stem[0].upper() + stem[1:]


def _odd(word: str) -> bool:
    """True for letters that no English word has: an acronym, even if a dictionary lists it."""
    return not re.search(r"[aeiouy]", word) or _UNSAYABLE.search(word) is not None


def is_title_case(line: str) -> bool:
    """True if nearly all longer words of a short line are capitalised, but not all in capitals."""
    words = [w for w in _WORD.findall(line) if len(w) >= 4]
    if len(words) < 3 or len(line.split()) > TITLE_WORDS:
        return False
    capital = sum(w[0].isupper() for w in words)
    return capital >= TITLE_SHARE * len(words) and any(w[1:].islower() for w in words)


def uses(prose: str) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in lower case and, inside a sentence, capitalised."""
    low = Counter(re.findall(r"\b[a-z]{3,}\b", prose))
    capital = Counter(w.lower() for w in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+\b", prose))
    return low, capital


def from_title(line: str, *, low: Counter[str], capital: Counter[str], is_common: IsCommon) -> str:
    """A Title Case line in sentence case: a word is lowered as the body writes it, else when common."""
    first = _WORD.search(line)
    kept = [m.span() for m in _fixed().finditer(line)]

    def restored(found: re.Match[str]) -> str:
        word = found.group()
        stem = word.lower()
        if first is None or found.start() == first.start() or not word[1:].islower():
            return word
        if any(start <= found.start() < end for start, end in kept):
            return word
        if low[stem] or capital[stem]:
            return stem if low[stem] >= capital[stem] else word
        return stem if is_common(stem) else word

    return _WORD.sub(restored, line)
