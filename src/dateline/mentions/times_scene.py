"""Where a time expression is read: the anchor day, the sentence, the day last spoken of."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dateline.document import Span

_FUTURE = re.compile(
    r"\b(?:will|shall|would|won't|'ll|to be|is to|are to|was to|were to|"
    r"due|slated|scheduled|planned|plans?|planning|expected|"
    r"set to|going to|as soon as|as early as|starting|upcoming|forthcoming|"
    r"until|till|ahead of|deadline|effective|payable)\b"
)
_UP_TO = re.compile(r"\bthrough\s+(?:the\s+)?\Z")
_UNDONE = re.compile(r"\b(?:had\s+been|previously|originally|had\s+not|was\s+(?:announced|made))\b")
_REPORTING = re.compile(
    r"\b(?:said|says|told|announced|reported|added|stated)\s*(?:on\s+|late\s+|early\s+)*\Z"
)
_PASSED = re.compile(r"\b(?:since|last|ago|ended|past)\s+(?:in\s+|the\s+)*\Z")
_STOP = re.compile(r"[;,!?\"]|(?<![ap]\.m)(?<![ap])\.")
FUTURE_REACH = 60
"""Characters before an expression in which a word that looks ahead counts."""


@dataclass(slots=True)
class Scene:
    """What the grammar needs to know besides the words themselves."""

    text: str
    folded: str
    anchor: dt.date | None
    sentence: Span
    last: dt.date | None = None
    """The day the text last spoke of, for `the next day`."""
    spoken: dt.date | None = None
    """The first day of what the text last spoke of, day or month, for `the following month`."""
    quarter: tuple[int, int] | None = None
    """(year, quarter) last spoken of, for `a year earlier` in reports of business."""
    day_first: bool | None = None
    """Whether slashed dates of this text put the day first, if it shows."""

    def looks_ahead(self, start: int) -> bool:
        """True if the words before character `start` speak of what is to come; `since` never does."""
        begin = max(self.sentence.start, start - FUTURE_REACH)
        before = self.folded[begin:start]
        if _REPORTING.search(before) or _UNDONE.search(before) or self.is_since(start):
            return False
        if _UP_TO.search(before):
            return True
        cut = max((stop.end() for stop in _STOP.finditer(before)), default=0)
        return _FUTURE.search(before, cut) is not None

    def is_since(self, start: int) -> bool:
        """True if the expression at `start` is led by `since`, `last` or `ended in`: it has passed."""
        return _PASSED.search(self.folded, max(self.sentence.start, start - 14), start) is not None

    def is_capital(self, start: int) -> bool:
        """True if the character at `start` is written as a capital."""
        return self.text[start].isupper()
