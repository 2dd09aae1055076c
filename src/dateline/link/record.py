"""What linking takes beside claims, and what it makes: frozen, picklable records."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

ContradictionKind = Literal["quantity", "outcome", "agent", "time", "place", "denial"]
Grading = Literal["confirmed", "fair", "weak", "contested", "discounted"]
Rule = Literal["ucdp", "acled"]
Victims = Literal["first", "second", "civilians", "unknown"]
"""Whose dead: of those who act in an incident, of those they act on, of no armed body, or not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What linking needs to know of a document."""

    id: str
    """SHA-256 of the text, as in `Claim.document`."""
    name: str
    outlet: str | None = None
    published: dt.date | None = None
    title: str | None = None
    length: int = 0
    """Code points of the text."""
    shingles: tuple[int, ...] = ()
    """MinHash signature of the text (`link.copies.signature`), empty when unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A human's word on incidents: appended, never edited, honoured by every later linking.

    `merge`: all `claims` are one incident. `split`: no claim of `claims` is with one of `apart`.
    `lock`: exactly `claims` are one incident, and nothing joins it.
    """

    kind: Literal["merge", "split", "lock"]
    claims: tuple[str, ...]
    apart: tuple[str, ...] = ()
    who: str = ""
    when: dt.datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may set. Defaults were chosen on the train link groups (benchmarks/linking)."""

    threshold: float = -1.25
    """Mean log-odds above which two groups of claims are one incident."""
    caution: float | None = None
    """Log-odds taken from every pair of two reports; None: by how many tell of its place (`crowd`)."""
    figures: Rule = "ucdp"
    """How `best` is chosen: UCDP's best estimate, or ACLED's most conservative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRange:
    """One measure of an incident: the values reported, and the claims behind each."""

    measure: str
    low: float | None
    best: float | None
    high: float | None
    low_claims: tuple[str, ...] = ()
    best_claims: tuple[str, ...] = ()
    high_claims: tuple[str, ...] = ()
    rule: str = ""
    """The rule that chose `best`, in words."""
    doubts: tuple[str, ...] = ()
    """Why the figure is unlikely, if it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Belligerents:
    """Who acts in an incident and on whom, as ids of bodies: the one most origins name, then its allies."""

    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimToll:
    """How many of an incident's dead were of one group, and the claims behind it."""

    victims: Victims
    bodies: tuple[str, ...]
    """The side that they were of, the most told body first; none of civilians and of the unknown."""
    toll: FigureRange
    """Its `measure` is `killed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two claims that cannot both be right as they stand, or a figure that was updated (see note)."""

    kind: ContradictionKind
    measure: str | None
    a: str
    b: str
    incident: str | None
    note: str
    update: bool = False
    """True when the later value replaces the earlier: a rising toll, not a dispute."""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims that speak of one real event, and what they add up to."""

    id: str
    name: str
    claims: tuple[str, ...]
    action_group: str
    start: dt.date | None
    end: dt.date | None
    place: str | None
    lat: float | None
    lon: float | None
    precision: int | None
    sources: tuple[str, ...]
    """Who says it, sorted: the nearest speaker of each claim, else the outlet; one body once."""
    origins: tuple[str, ...]
    """Independent origins: an agency and all that carry it are one."""
    sides: tuple[str, ...]
    figures: tuple[FigureRange, ...] = ()
    grade: Grading = "weak"
    reasons: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    related: tuple[str, ...] = ()
    """Incidents this one is a part of, or has as parts: never merged, never added up."""
    locked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlLine:
    """Who held a place over an interval, according to one source."""

    place: str
    gazetteer: str | None
    holder: str
    start: dt.date | None
    until: dt.date | None
    according_to: str
    side: str | None
    claim: str
    lat: float | None = None
    lon: float | None = None
    reported: dt.date | None = None
    """Publication date: what is known of the start when the text dates nothing."""
    doubt: str | None = None
    start_precision: str | None = None
    """`month` where the text names a month alone, of which `start` is the first day; None without a start."""
    until_precision: str | None = None
    """The same of the days that `until` comes from; None without one, and of a day that is a report's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A share with its count and its 95 % Wilson interval."""

    count: int
    of: int
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceProfile:
    """How a source's claims fared against the other side's: counts, never a verdict."""

    source: str
    kind: Literal["outlet", "speaker"]
    side: str | None
    claims: int
    contradicted: Rate
    """Claims that a source of the other side contradicts, of those that come from a known side."""
    corroborated: Rate
    """Claims whose act a source of the other side reports of that incident too; of the same."""
    inflation: float | None
    """Geometric mean of the source's tolls over the incidents' best; 1 is level."""
    inflation_low: float | None
    inflation_high: float | None
    tolls: int
    """Tolls of its own, each once in an incident however often it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One feature's part in a comparison."""

    feature: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How alike two claims are: log-odds that they tell of one incident, and why."""

    score: float
    probability: float
    shares: tuple[Share, ...] = field(default=())
