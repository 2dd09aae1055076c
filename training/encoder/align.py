"""Gold words that carry no offsets, found again in their report: texts and numbers near a trigger."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?]['\"”)]*\s|\n\s*\n")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_VAGUE = {
    "a couple": 2, "a few": 3, "few": 3, "several": 3, "a number": 3, "many": 3, "dozens": 12, "tens": 12,
    "scores": 12, "hundreds": 100, "thousands": 1000, "a": 1, "an": 1, "another": 1, "no": 0,
    "several dozen": 36, "both": 2,
}  # fmt: skip
_NUMBER = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:several dozen|a couple|a few|a number|tens|scores|dozens|hundreds|thousands"
    r"|several|few|many|both|another|no|an?(?! (?:hundred|thousand|dozen|million|couple|few|number))"
    r"|(?:an? )?(?:" + "|".join([*_UNITS, *_TENS, *_SCALES]) + r")(?:[ -](?:and )?(?:"
    + "|".join([*_UNITS, *_TENS, *_SCALES]) + r"))*)\b",
    re.IGNORECASE,
)  # fmt: skip


def sentence_starts(text: str) -> list[int]:
    """Offsets where a sentence begins, by punctuation alone: enough to prefer the same sentence."""
    return [0] + [m.end() for m in _SENTENCE_END.finditer(text)]


def nearest(
    spans: list[tuple[int, int]], trigger: tuple[int, int], starts: list[int]
) -> tuple[int, int] | None:
    """The span best taken for the one meant: same sentence, then the nearest before, then after."""

    def sentence(at: int) -> int:
        return sum(s <= at for s in starts)

    def rank(span: tuple[int, int]) -> tuple[bool, bool, int]:
        gap = max(trigger[0] - span[1], span[0] - trigger[1], 0)
        return sentence(span[0]) != sentence(trigger[0]), span[0] > trigger[0], gap

    return min(spans, key=rank, default=None)


def occurrences(words: str, text: str) -> list[tuple[int, int]]:
    """Every place where `words` stand in `text`, line breaks and case aside."""
    pattern = r"\s+".join(re.escape(w) for w in words.split())
    return [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)] if pattern else []


def numbers(text: str) -> list[tuple[tuple[int, int], float]]:
    """Spans of numbers in words or digits, with the lower bound they give."""
    found = []
    for m in _NUMBER.finditer(text):
        value = _value(m.group().lower())
        if value is not None:
            found.append((m.span(), value))
    return found


def _value(words: str) -> float | None:
    if words in _VAGUE:
        return _VAGUE[words]
    if words[0].isdigit():
        plain = words.replace(",", "").rstrip(".")
        return float(plain) if re.fullmatch(r"\d+(\.\d+)?", plain) else None
    total, part = 0, 0
    for word in re.split(r"[ -]+", words):
        if word in _UNITS:
            part += _UNITS.index(word)
        elif word in _TENS:
            part += _TENS[word]
        elif word in _SCALES:
            part = max(part, 1) * _SCALES[word]
            if word != "hundred":
                total, part = total + part, 0
    return total + part
