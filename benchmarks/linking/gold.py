"""Gold claims of ../shared/gold as `Claim` records, with the reports they stand in.

Gold places have text and hardly ever coordinates; a gold source has words and a kind. What gold does
not hold (sentence numbers, spans of arguments, the actor of a source) is worked out here from the text
and the registry, as the coder would.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD
from dateline.claims.record import Claim, ClaimTime, Figure, Party, Place, Source
from dateline.document import Span
from dateline.document.record import digest
from dateline.link.copies import signature
from dateline.link.record import Report
from dateline.read.text import document_of as read_text
from dateline.resolve.actors_given import speaker_of
from dateline.resolve.places_given import resolve_given

SENTENCE = re.compile(r"(?<=[.!?])[\"'”’]?\s+(?=[A-Z\"'“‘])|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A link group: its reports and claims, the names gold knows them by, and the gold links."""

    name: str
    split: str
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    keys: dict[str, tuple[str, str | int]]
    """Claim id -> (document name, `k`; the number of the claim in reports of our own)."""
    incidents: tuple[frozenset[str], ...]
    links: dict[str, Any]


def groups(split: str | None = None, *, folder: Path = GOLD) -> Iterator[Group]:
    """The link groups of a split, by name."""
    for path in sorted(folder.glob("*.links.json")):
        links = json.loads(path.read_text("utf-8"))
        documents = [document(folder, name) for name in links["documents"]]
        found = documents[0][2]
        if split in (None, found):
            keys = {c.id: (r.name, k) for r, listed, _ in documents for c, k in listed}
            ids = {key: c for c, key in keys.items()}
            yield Group(
                name=links["group"],
                split=found,
                reports=tuple(r for r, _, _ in documents),
                claims=tuple(c for _, listed, _ in documents for c, _ in listed),
                keys=keys,
                incidents=tuple(frozenset(ids[tuple(m)] for m in i["claims"]) for i in links["incidents"]),
                links=links,
            )


def document(folder: Path, name: str) -> tuple[Report, list[tuple[Claim, str]], str]:
    """One gold report: its report, its claims with their `k`, and its split."""
    gold = json.loads((folder / f"{name}.json").read_text("utf-8"))
    meta = gold["meta"]
    published = dt.date.fromisoformat(meta["published"]) if meta.get("published") else None
    text = (folder / f"{name}.txt").read_text("utf-8")
    report = report_of(name, text, published, outlet=meta.get("outlet"), title=meta.get("title"))
    placed = claims_of(gold["claims"], report, text)
    return report, list(zip(placed, (c["k"] for c in gold["claims"]), strict=True)), meta["split"]


def report_of(
    name: str, text: str, published: dt.date | None, *, outlet: str | None = None, title: str | None = None
) -> Report:
    """The record of a report that was coded by hand."""
    return Report(
        id=digest(text),
        name=name,
        outlet=outlet,
        published=published,
        title=title or text.split("\n", 1)[0],
        length=len(text),
        shingles=signature(text),
    )


def claims_of(coded: list[dict[str, Any]], report: Report, text: str) -> list[Claim]:
    """The records of a report's claims in gold's form, their places looked up."""
    starts = [0, *(m.end() for m in SENTENCE.finditer(text))]
    claims = [claim_of(c, report.id, starts, text) for c in coded]
    document = read_text(text, name=report.name)
    return list(resolve_given(claims, replace(document, published=report.published)))


def claim_of(gold: dict[str, Any], sha: str, starts: list[int], text: str) -> Claim:
    """The record of one gold claim."""
    span = Span(*gold["span"])
    parties = [
        tuple(Party(text=p["text"], span=span, actor=p["actor"]) for p in gold[k])
        for k in ("agents", "targets")
    ]
    return Claim(
        document=sha,
        sentence=bisect_right(starts, span.start) - 1,
        span=span,
        trigger=gold["trigger"],
        action=gold["action"],
        status=gold["status"],
        means=tuple(gold.get("means") or ()),
        agents=parties[0],
        targets=parties[1],
        places=tuple(
            Place(text=p["text"], span=span, role=p["role"], lat=p.get("lat"), lon=p.get("lon"))
            for p in gold["places"]
        ),
        time=_time(gold.get("time")),
        quantities=tuple(
            Figure(
                text="",
                span=span,
                measure=q["measure"],
                low=q["low"],
                high=q["high"],
                bound=q.get("bound", "exact"),
                cumulative=bool(q.get("cumulative")),
                part_of=q.get("part_of") if isinstance(q.get("part_of"), int) else None,
            )
            for q in gold["quantities"]
        ),
        attribution=_source(gold, text),
        confidence=1.0,
        rule="gold",
    )


def _time(pair: list[str] | None) -> ClaimTime | None:
    if not pair or not pair[0]:
        return None
    start, end = (dt.date.fromisoformat(day) for day in pair)
    days = (end - start).days
    precision = "day" if days <= 1 else "week" if days <= 7 else "month" if days <= 31 else "year"
    return ClaimTime(text=None, span=None, start=start, end=end, precision=precision)  # type: ignore[arg-type]


def _source(gold: dict[str, Any], text: str) -> tuple[Source, ...]:
    if gold["source"] in (None, "own_voice"):
        return ()
    known = speaker_of(gold["source"], text)
    actor, side = (known.id, known.side or known.id) if known else (None, None)
    return (Source(text=gold["source"], span=None, kind=gold["source_kind"], actor=actor, side=side),)
