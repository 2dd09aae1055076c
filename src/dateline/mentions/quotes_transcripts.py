"""Recordings and communiques marked with brackets: `[Begin recording] [Okoro] ... [end recording]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.annotate import Parse
from dateline.document import Span
from dateline.mentions.record import Quote

_RECORDING = re.compile(
    r"\[\s*begin (?:video |audio )?(?P<named>[^\]]{2,40}? )?recording[^\]]*\]\s*"
    r"(?:\[(?P<name>[^\]]{2,60})\])?"
    r"(?P<said>.*?)(?:\[\s*end (?:video |audio )?recording[^\]]*\]|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_ISSUED = re.compile(
    r"\[(?:communique|statement|proclamation)\]\s*\[(?P<name>[^\]]{3,120})\]\s*(?:\[(?:text|excerpts?)\])?",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"\[(?:[\w-]+ ){0,3}"
    r"(?:speech|address|remarks|sermon|homily|broadcast|news conference)"
    r"(?: \w+){0,5}? (?:by|from|of) (?P<name>[^\];,]{3,120}?)"
    r"(?=\]|[;,]| --| (?:to|at|over|on|in|during|from|before|delivered|read|given|broadcast|made) )"
    r"[^\]]*\]",
    re.IGNORECASE,
)
"""The label of a text that somebody spoke: `[Speech by Mayor Ada Okoro at the port; recorded]`.

What a body wrote (`[Letter from the guild]`) is a text of its own, and its outlet's own words."""
_HEAD = 500
"""Characters in which a report's own bracketed label stands; later ones belong to a passage."""


_TURN = re.compile(r"(?:^|(?<=[\"“\n]))(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?P<colon>:) (?=\S)")


_TURNS, _SPEAKERS = 3, 2
"""Fewer labels are datelines (`PORT AMBER: ...`), not an interview."""


def _turns(parse: Parse) -> Iterator[Quote]:
    """Turns of a printed interview: `OKORO: We were there first.`, to the end of the paragraph or turn."""
    text = parse.document.text
    found = list(_TURN.finditer(text))
    if len(found) < _TURNS or len({turn["name"] for turn in found}) < _SPEAKERS:
        return
    starts = [turn.start() for turn in found]
    for block in parse.document.blocks:
        for turn in (t for t in found if block.span.start <= t.start() < block.span.end):
            after = min((s for s in (*starts, block.span.end) if s > turn.start()), default=block.span.end)
            if text[turn.end() : after].strip():
                yield Quote(
                    content=(Span(turn.end(), after),),
                    source=Span(*turn.span("name")),
                    cue=Span(*turn.span("colon")),
                    direct=True,
                    rule="label.turn",
                )


def transcript_quotes(parse: Parse) -> Iterator[Quote]:
    """What a bracketed label says was recorded, and whole texts labelled as somebody's communique."""
    text = parse.document.text
    yield from _turns(parse)
    for match in _RECORDING.finditer(text):
        group = next((g for g in ("name", "named") if match[g]), None)
        if group is not None and match["said"].strip():
            name = Span(match.start(group), match.start(group) + len(match[group].strip()))
            yield Quote(
                content=(Span(*match.span("said")),), source=name, direct=True, rule="label.recording"
            )
    issued = _ISSUED.search(text, 0, _HEAD) or _DELIVERED.search(text, 0, _HEAD)
    if issued is not None and text[issued.end() :].strip():
        end = len(text.rstrip())
        yield Quote(
            content=(Span(issued.end(), end),),
            source=Span(*issued.span("name")),
            direct=True,
            rule="label.issued",
        )
