"""The places a dateline names: where a report was filed, `MOLVA` and `Orvane` of `MOLVA, Orvane (AP) --`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.document import Document, Span
from dateline.lexicon.gazetteer import open_gazetteer
from dateline.lexicon.gazetteer.base import short_forms
from dateline.mentions.record import Toponym

RULE = "places.dateline"
_PART = re.compile(r"[^\s,(/)](?:[^,(/)]*[^\s,(/)])?")
_UNITS = ("country", "admin1", "admin2")


def dateline_places(document: Document) -> Iterator[Toponym]:
    """The town and what it lies in, each by itself; only names that the gazetteer holds.

    A town that no source holds is one all the same where a country or province stands after it. In brackets
    may stand the agency too, which is none.
    """
    line = document.dateline
    if line is None:
        return
    parts = list(_PART.finditer(document.quote(line)))
    units = [part for part in parts[1:] if _is_unit(part.group())]
    if units or any(open_gazetteer().knows(part.group()) for part in parts[:1]):
        for part in (*parts[:1], *units):
            span = Span(line.start + part.start(), line.start + part.end())
            yield Toponym(span=span, text=part.group(), rule=RULE)


def _is_unit(name: str) -> bool:
    """True of a country, province or district, and of the short form of one (`Pa.`)."""
    if name in short_forms():
        return True
    return any(c.place.kind in _UNITS for c in open_gazetteer().lookup(name, tiers=(1,)))
