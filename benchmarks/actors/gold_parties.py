"""Gold claims as `Claim` records, each party at the occurrence of its words nearest to the trigger."""

from __future__ import annotations

import re
from typing import Any

from dateline.claims.record import Claim, Party, Source
from dateline.document import Document, Span


def located(text: str, words: str, near: Span) -> Span | None:
    """The occurrence of `words` in `text` nearest to `near`, whole words preferred; None when absent."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    for whole in (rf"(?<!\w){pattern}(?!\w)", pattern):
        spans = [Span(*m.span()) for m in re.finditer(whole, text)] if pattern else []
        spans = spans or [Span(*m.span()) for m in re.finditer(whole, text, re.IGNORECASE)]
        if spans:
            return min(spans, key=lambda s: _distance(s, near))
    return None


def _distance(span: Span, near: Span) -> int:
    return max(span.start - near.end, near.start - span.end, 0)


def gold_claims(document: Document, gold: dict[str, Any]) -> tuple[list[Claim], list[dict[str, Any]]]:
    """The claims of one gold file without actors, and the gold they were made of, side by side."""
    made = []
    listed = [_worded(given) for given in gold["claims"]]
    for given in listed:
        span = Span(*given["span"])
        sides = {role: _parties(document.text, given[role], span) for role in ("agents", "targets")}
        made.append(
            Claim(
                document=document.name,
                sentence=0,
                span=span,
                trigger=given["trigger"],
                action=given["action"],
                status=given["status"],
                agents=sides["agents"],
                targets=sides["targets"],
                attribution=_sources(document.text, given, span),
            )
        )
    return made, listed


def _worded(given: dict[str, Any]) -> dict[str, Any]:
    """The claim with the parties that have words; the seed's gold gives actors without them."""
    return given | {role: [p for p in given[role] if p.get("text")] for role in ("agents", "targets")}


def _parties(text: str, given: list[dict[str, Any]], near: Span) -> tuple[Party, ...]:
    spans = [located(text, p["text"], near) for p in given]
    return tuple(Party(text=p["text"], span=s or Span(0, 0)) for p, s in zip(given, spans, strict=True))


def _sources(text: str, given: dict[str, Any], near: Span) -> tuple[Source, ...]:
    if given.get("source_kind", "own_voice") == "own_voice":
        return ()
    return (
        Source(text=given["source"], span=located(text, given["source"], near), kind=given["source_kind"]),
    )
