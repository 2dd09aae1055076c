"""Recordings and communiques marked with brackets: `[Begin recording] [Okoro] ... [end recording]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.annotate import Parse
from dateline.document import Span
from dateline.mentions.record import Quote

_RECORDING = re.compile(
    r"\[\s*begin (?:video |audio )?recording[^\]]*\]\s*(?:\[(?P<name>[^\]]{2,60})\])?"
    r"(?P<said>.*?)(?:\[\s*end (?:video |audio )?recording[^\]]*\]|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_ISSUED = re.compile(
    r"\[(?:communique|statement|proclamation)\]\s*\[(?P<name>[^\]]{3,120})\]\s*(?:\[(?:text|excerpts?)\])?",
    re.IGNORECASE,
)
_HEAD = 500
"""Characters in which a report's own bracketed label stands; later ones belong to a passage."""


def transcript_quotes(parse: Parse) -> Iterator[Quote]:
    """What a bracketed label says was recorded, and whole texts labelled as somebody's communique."""
    text = parse.document.text
    for match in _RECORDING.finditer(text):
        name = Span(*match.span("name"))
        if match["name"] and match["said"].strip():
            yield Quote(
                content=(Span(*match.span("said")),), source=name, direct=True, rule="label.recording"
            )
    issued = _ISSUED.search(text, 0, _HEAD)
    if issued is not None and text[issued.end() :].strip():
        end = len(text.rstrip())
        yield Quote(
            content=(Span(issued.end(), end),),
            source=Span(*issued.span("name")),
            direct=True,
            rule="label.issued",
        )
