"""The words of numbers (lexicon/en/numbers.yaml), compiled."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.lexicon import load

LEXICON = "numbers"


def lower_in_place(text: str) -> str:
    """`text` in lower case with plain apostrophes, of the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.replace("’", "'")


class Words:
    """The number lexicon, compiled."""

    def __init__(self) -> None:
        entries = load.entries(LEXICON)
        self.small: dict[str, int] = _values(entries, "cardinal")
        self.times: dict[str, int] = _values(entries, "multiplier")
        self.parts: dict[str, int] = _values(entries, "fraction")
        self.plural: dict[str, tuple[int, int]] = {
            word: (low, high)
            for entry in entries
            if entry["kind"] == "magnitude"
            for word, (low, high) in entry["values"].items()
        }
        self.vague = {w: e for e in entries if e["kind"] == "vague" for w in e["words"]}
        self.before = {
            w: e for e in entries if e["kind"] == "bound" and not e.get("after") for w in e["words"]
        }
        self.after = {w: e for e in entries if e["kind"] == "bound" and e.get("after") for w in e["words"]}
        self.absent, self.nobody = (
            tuple(w for e in entries if e["kind"] == "none" for w in e[key]) for key in ("words", "alone")
        )


def _values(entries: tuple[load.Entry, ...], kind: str) -> dict[str, int]:
    return {word: value for e in entries if e["kind"] == kind for word, value in e["values"].items()}


@lru_cache(maxsize=1)
def words() -> Words:
    """The number lexicon, compiled once a process."""
    return Words()


def alternatives(choices: object) -> str:
    """A regular expression for any of `choices`, longest first, white space as the text has it."""
    listed = sorted((str(c) for c in choices), key=lambda c: (-len(c), c))  # type: ignore[attr-defined]
    return "|".join(re.escape(c).replace(r"\ ", r"\s+") for c in listed)
