"""The claim, as docs/format.md describes it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Literal

from dateline.claims.review import Review
from dateline.document import Span
from dateline.mentions.record import Bound, Precision
from dateline.mentions.record import LoadedTerm as LoadedTerm

Status = Literal["occurred", "ongoing", "planned", "conditional", "possible", "denied"]
PlaceRole = Literal["at", "near", "in_part_of", "from", "toward", "between", "along"]
SourceKind = Literal[
    "named_official",
    "unnamed_official",
    "armed_group",
    "field_source",
    "witness",
    "monitor",
    "media",
    "expert",
    "own_voice",
]
LOCATING_ROLES: tuple[PlaceRole, ...] = ("at", "near", "in_part_of", "between", "along")
"""Roles that say where an event is; `from` and `toward` never do (codebook, section 4)."""

HAPPENED: tuple[Status, ...] = ("occurred", "ongoing")
"""Statuses of what the source says did happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An agent or target: the words, and the body they stand for if that is known."""

    text: str
    span: Span
    actor: str | None = None
    name: str | None = None
    kind: str | None = None
    rule: str = ""
    """What gave it the role (`model+parse.agent`), then what resolved it: a registry entry, a grammar rule,
    or the antecedent (`anaphora@120-135`); last, where all bodies of the report were weighed and another was
    likelier, `bodies.trees` with the nearest words that name it, if any do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where, in which role, and the gazetteer entry; coordinates are null when nothing is sure."""

    text: str
    span: Span
    role: PlaceRole
    inherited: bool = False
    gazetteer: str | None = None
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: int | None = None
    """ACLED geo_precision: 1 the named place, 2 near it or part of an area, 3 a province or larger."""
    score: float | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTime:
    """When: days `[start, end]`; `text` and `span` are the words, wherever they were inherited from."""

    text: str | None
    span: Span | None
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    inherited: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many or how much, as one of the codebook's measures. Area in km2, distance in km."""

    text: str
    span: Span
    measure: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None
    cumulative: bool = False
    part_of: int | None = None
    """Index in the claim's quantities of the whole that this is a part of, or None."""
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One link of the chain of who says so, with its cue."""

    text: str
    span: Span | None
    kind: SourceKind
    actor: str | None = None
    side: str | None = None
    cue: str | None = None
    cue_span: Span | None = None
    direct: bool = False
    rule: str = ""
    """What found the quotation and what kind its speaker is (`say.left+monitor`), then what resolved him."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The claim, if true, changes who holds a place. `place` is an index in the claim's places."""

    place: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The claim in others' schemes; None where a scheme has no place for it."""

    acled: str | None = None
    plover: str | None = None
    cameo: str | None = None
    ucdp: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One report's statement that one event happened, is planned, or did not happen.

    A claim is evidence, not fact: two reports of one strike are two claims.
    Reviews and links are separate records; a claim is never edited.
    """

    document: str
    """SHA-256 of the document's text."""
    sentence: int
    span: Span
    trigger: str
    action: str
    status: Status
    means: tuple[str, ...] = ()
    agents: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    time: ClaimTime | None = None
    quantities: tuple[Figure, ...] = ()
    attribution: tuple[Source, ...] = ()
    codes: Codes = Codes()
    loaded_terms: tuple[LoadedTerm, ...] = ()
    effects: tuple[Effect, ...] = ()
    confidence: float | None = None
    rule: str = ""
    """The lexicon entry that fired, `model` when the encoder alone proposed it."""
    why: tuple[tuple[str, str], ...] = ()
    """(part, rule or model) pairs: what produced each part; printed by `show --why`."""
    given_id: str | None = None
    """The id that another coder gave the claim, where it was coded elsewhere (`dateline import`)."""
    review: Review | None = None
    """What a person decided of it (`dateline review`), where a ledger says so; no coder fills it."""

    @property
    def id(self) -> str:
        """Same document, same words, same id: a better rule keeps its reviews and links."""
        if self.given_id is not None:
            return self.given_id
        key = f"{self.document}:{self.span.start}:{self.span.end}"
        return "c_" + hashlib.sha256(key.encode()).hexdigest()[:16]
