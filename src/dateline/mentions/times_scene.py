"""Where a time expression is read: the anchor day, the sentence, the day last spoken of."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dateline.document import Span
from dateline.mentions.times_tense import has_passed, looks_ahead


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
    """(year, quarter) that a report of business is about, the first it tells, for `a year earlier`."""
    day_first: bool | None = None
    """Whether slashed dates of this text put the day first, if it shows."""

    def looks_ahead(self, m: re.Match[str]) -> bool:
        """True if the words around an expression speak of what is to come; `since` never does."""
        return looks_ahead(self.folded, self.sentence, Span(*m.span()))

    def is_since(self, start: int) -> bool:
        """True if the expression at `start` is led by `since`, `last` or `ended in`: it has passed."""
        return has_passed(self.folded, self.sentence, start)

    def is_capital(self, start: int) -> bool:
        """True if the character at `start` is written as a capital."""
        return self.text[start].isupper()
