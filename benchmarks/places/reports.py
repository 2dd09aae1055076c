"""Gold war reports as examples for the place finder: where claims stand is named, what does harm is not.

A report's gold names only the places and parties of its claims, so only words inside those are judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from benchmarks.gold import reports
from dateline.annotate.parser import parse
from dateline.document import Span
from dateline.mentions.places import judged
from dateline.mentions.places_features import Features, Scene
from dateline.mentions.places_words import words_of

Judged = tuple[Span, Features, bool]


def occurrences(text: str, claims: list[dict[str, Any]], fields: tuple[str, ...]) -> list[Span]:
    """Spans of every occurrence of the words in some fields of the claims that hold a capital."""
    words = {item["text"] for claim in claims for field in fields for item in claim.get(field) or []}
    named = [w for w in words if w and re.search(r"[A-Z]", w)]
    return [Span(*hit.span()) for w in named for hit in re.finditer(rf"(?<!\w){re.escape(w)}(?!\w)", text)]


def judged_reports(split: str) -> Iterator[tuple[str, list[Judged], list[Span], list[Span]]]:
    """(name, judged candidates, spans of places, spans of parties) of each report of a split."""
    for document, gold in reports(split):
        scene = Scene(parsed := parse(document), words_of(parsed))
        places = occurrences(document.text, gold["claims"], ("places",))
        parties = occurrences(document.text, gold["claims"], ("agents", "targets"))
        rows: list[Judged] = []
        for block, words in enumerate(scene.blocks):
            found = [
                (
                    Span(words[s.first].span.start, words[s.last - 1].span.end),
                    f,
                    bool(s.known),
                    words[s.first].shouted,
                )
                for s, f in judged(scene, block)
            ]
            inside = [span for span, _, known, loud in found if _within(span, places) and (known or not loud)]
            whole = {s for s in inside if not any(o != s and o.covers(s) for o in inside)}
            for span, row, _, _ in found:
                if span in whole:
                    rows.append((span, row, True))
                elif any(span.overlaps(s) for s in whole) or (
                    _within(span, parties) and not _within(span, places)
                ):
                    rows.append((span, row, False))
        yield document.name, rows, places, parties


def _within(span: Span, spans: list[Span]) -> bool:
    return any(s.covers(span) for s in spans)
