"""A small ledger of one raid that two outlets tell differently, one of them with hostile words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from builders import report

from dateline.claims.record import Claim, ClaimTime, Figure, Party, Place, Source
from dateline.document import Document, Span
from dateline.ledger import Coding, Fingerprint, Ledger
from dateline.ledger.links_write import relink

HOSTILE = "<img src=x onerror=document.title='owned'>"
ARMY, FRONT = "SYR:military", "group:islamic_state"
NEWS = (
    "Planes struck the market of Orun on 3 May. The strike killed 4 people there, Marr said. "
    "The army has taken Orun, Marr said."
)
RADIO = (
    f"Planes struck the market of Orun on 3 May. The strike killed 19 people there, {HOSTILE} said. "
    "The front still holds Orun, its spokesman said."
)
DAY = dt.date(2020, 5, 3)


def told(document: Document, word: str, action: str, *, agent: str, **given: Any) -> Claim:
    """A claim at a word of a document; `by` is (words, actor) of its source, `dead` its toll.

    It is at `place` on `day` unless these or the `time` say otherwise.
    """
    start = document.text.index(word)
    span = Span(start, start + len(word))
    dead, by, day = given.get("dead"), given.get("by"), given.get("day", DAY)
    return Claim(
        document=document.id,
        sentence=document.text[:start].count(". "),
        span=span,
        trigger=word,
        action=action,
        status=given.get("status", "occurred"),
        agents=(Party(text=agent.rpartition(":")[2], span=span, actor=agent),),
        places=(Place(text=given.get("place", "Orun"), span=span, role="at"),),
        time=given.get("time", ClaimTime(text="then", span=span, start=day, end=day, precision="day")),
        quantities=()
        if dead is None
        else (Figure(text=str(dead), span=span, measure="killed", low=dead, high=dead, bound="exact"),),
        attribution=()
        if by is None
        else (Source(text=by[0], span=span, kind="named_official", actor=by[1], side=by[1]),),
    )


def codings() -> tuple[Coding, ...]:
    """What the two outlets say."""
    news = report(NEWS, name="news", outlet="Orun News", published=dt.date(2020, 5, 4))
    radio = report(RADIO, name="radio", outlet="Marr Radio", published=dt.date(2020, 5, 5))
    marr, front = ("Marr", ARMY), (HOSTILE, FRONT)
    return (
        Coding(
            document=news,
            claims=(
                told(news, "struck", "airstrike", agent=ARMY),
                told(news, "killed", "kill", agent=ARMY, dead=4, by=marr),
                told(news, "taken", "capture", agent=ARMY, by=marr),
            ),
        ),
        Coding(
            document=radio,
            claims=(
                told(radio, "struck", "airstrike", agent=ARMY),
                told(radio, "killed", "kill", agent=ARMY, dead=19, by=front),
                told(radio, "holds", "hold", agent=FRONT, by=front, status="ongoing", time=None),
            ),
        ),
    )


def war(path: Path, *, linked: bool = True) -> Path:
    """The ledger at `path`, which is an empty one, with both reports."""
    with Ledger(path) as opened:
        run = opened.start(Fingerprint(coder="1", settings="s", lexicon="x"))
        for coding in codings():
            opened.add(coding, run=run)
        if linked:
            relink(opened)
    return path
