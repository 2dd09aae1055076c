"""A small front told by three outlets, invented from end to end, as incidents for exports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from builders import report

from dateline.claims.record import Claim, ClaimTime, Figure, Party, Place, Source
from dateline.document import Document, Span
from dateline.export.event import Event, events
from dateline.ledger.links_load import report_of
from dateline.lexicon.registry import registry
from dateline.link.incident import assemble
from dateline.link.record import Settings
from dateline.resolve.codes import codes_of

FORMULA = "=HYPERLINK(1)"
ARMY, GROUP = "SYR:military", "group:islamic_state"
PALMYRA = Place(
    text="Palmyra", span=Span(0, 0), role="near", gazetteer="geonames:163808", name="Tadmur",
    country="SYR", admin1="Homs", lat=34.56, lon=38.28, precision=2,
)  # fmt: skip
IDLIB = Place(
    text="Idlib", span=Span(0, 0), role="at", gazetteer="geonames:169389", name="Idlib",
    country="SYR", admin1="Idlib", lat=35.93, lon=36.63, precision=1,
)  # fmt: skip
SYRIA = Place(
    text="Syria", span=Span(0, 0), role="at", gazetteer="geonames:163843", name="Syria",
    country="SYR", lat=35.0, lon=38.0, precision=3,
)  # fmt: skip
STATE = report(
    "Army units killed 12 fighters of Islamic State near Palmyra on 3 May and lost two soldiers, the army "
    "said.\nA terrorist position in Idlib was struck.",
    name="state", outlet="State News", title="Gains near Palmyra", published=dt.date(2020, 5, 4),
)  # fmt: skip
GAZETTE = report(
    "Islamic State killed five soldiers near Palmyra on 3 May, Amaq said.\nPlanes struck the market of Idlib "
    f"on 4 May, killing seven people, among them three children, {FORMULA} said.",
    name="gazette", outlet="Orun Gazette", title="Planes over Idlib", published=dt.date(2020, 5, 5),
)  # fmt: skip
COURIER = report(
    "The strike on Idlib killed nine people.\nResidents marched in Idlib in May.\nThe war has killed 300,000 "
    "people in Syria.\nThe army is to take Palmyra.",
    name="courier", published=dt.date(2020, 5, 20),
)  # fmt: skip
DOCUMENTS = (STATE, GAZETTE, COURIER)


def day(number: int, last: int | None = None, precision: str = "day") -> ClaimTime:
    """A day of May, or the days up to another."""
    start, end = dt.date(2020, 5, number), dt.date(2020, 5, last or number)
    return ClaimTime(text="then", span=Span(0, 4), start=start, end=end, precision=precision)


def party(document: Document, words: str, actor: str | None = None) -> Party:
    """A party at its words, of the kind that the registry has for its body."""
    start = document.text.index(words)
    known = registry().get(actor) if actor else None
    return Party(
        text=words, span=Span(start, start + len(words)), actor=actor, kind=known.kind if known else None
    )


def dead(document: Document, words: str, count: float, part_of: int | None = None) -> Figure:
    """So many dead, at their words."""
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return Figure(
        text=words, span=span, measure="killed", low=count, high=count, bound="exact", part_of=part_of
    )


def by(document: Document, words: str, actor: str | None = None, kind: str = "named_official") -> Source:
    """A source at its words."""
    start = document.text.index(words)
    return Source(text=words, span=Span(start, start + len(words)), kind=kind, actor=actor, side=actor)


def told(document: Document, word: str, action: str, place: Place, **given: Any) -> Claim:
    """A claim at a word of a document, coded for others' schemes as the coder does."""
    start = document.text.index(word)
    claim = Claim(
        document=document.id, sentence=document.text[:start].count("\n"), span=Span(start, start + len(word)),
        trigger=word, action=action, status=given.pop("status", "occurred"), places=(place,), **given,
    )  # fmt: skip
    return replace(claim, codes=codes_of(claim))


def battle() -> tuple[Claim, ...]:
    """Two sides tell of each other's dead."""
    ours, theirs = by(STATE, "the army", ARMY), by(GAZETTE, "Amaq", GROUP, "armed_group")
    return (
        told(
            STATE, "killed", "kill", PALMYRA, time=day(3), attribution=(ours,),
            agents=(party(STATE, "Army units", ARMY),),
            targets=(party(STATE, "12 fighters of Islamic State", GROUP),),
            quantities=(dead(STATE, "12 fighters", 12),),
        ),
        told(
            STATE, "lost", "kill", PALMYRA, time=day(3), attribution=(ours,),
            targets=(party(STATE, "two soldiers", ARMY),), quantities=(dead(STATE, "two soldiers", 2),),
        ),
        told(
            GAZETTE, "killed", "kill", PALMYRA, time=day(3), attribution=(theirs,),
            agents=(party(GAZETTE, "Islamic State", GROUP),),
            targets=(party(GAZETTE, "five soldiers", ARMY),), quantities=(dead(GAZETTE, "five soldiers", 5),),
        ),
    )  # fmt: skip


def strike() -> tuple[Claim, ...]:
    """An act without an agent, its dead told in two numbers, a part of them children."""
    words = by(GAZETTE, FORMULA, None, "witness")
    children = party(GAZETTE, "three children", "SYR:civilians")
    return (
        told(GAZETTE, "struck", "airstrike", IDLIB, time=day(4), attribution=(words,), means=("aircraft",)),
        told(
            GAZETTE, "killing", "kill", IDLIB, time=day(4), attribution=(words,),
            targets=(party(GAZETTE, "seven people"), children),
            quantities=(dead(GAZETTE, "seven people", 7), dead(GAZETTE, "three children", 3, part_of=0)),
        ),
        told(
            COURIER, "killed", "kill", IDLIB, time=day(4), targets=(party(COURIER, "nine people"),),
            quantities=(dead(COURIER, "nine people", 9),),
        ),
    )  # fmt: skip


def others() -> Iterator[tuple[Claim, ...]]:
    """A march in some days of a month, the dead of the whole war, and what is only to come."""
    march = day(1, 31, "month")
    residents = (party(COURIER, "Residents", "SYR:civilians"),)
    yield (told(COURIER, "marched", "protest", IDLIB, time=march, agents=residents),)
    everybody = (dead(COURIER, "300,000 people", 300_000),)
    yield (told(COURIER, "has killed", "kill", SYRIA, quantities=everybody),)
    army = (party(COURIER, "The army", ARMY),)
    yield (told(COURIER, "take", "capture", PALMYRA, agents=army, status="planned"),)


def front() -> list[Event]:
    """The incidents of the front as events, in their order."""
    groups: Sequence[tuple[Claim, ...]] = (battle(), strike(), *others())
    reports = {d.id: report_of(d) for d in DOCUMENTS}
    claims = {c.id: c for group in groups for c in group}
    made = assemble(groups, reports, settings=Settings())
    return list(events(made, claims=claims, documents={d.id: d for d in DOCUMENTS}, reports=reports))
