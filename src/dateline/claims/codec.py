"""Claims to JSON and back, in the public claim format (docs/codebook, format version 1).

`public` gives the format's keys in the format's order and nothing else. `full` adds what the format
leaves out, at the end of each object: the rule behind every part, a place's radius and the claim's
`why`. The ledger keeps the full form; `claim_of` reads either.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.claims.record import (
    Claim,
    ClaimTime,
    Codes,
    Effect,
    Figure,
    LoadedTerm,
    Party,
    Place,
    Source,
)
from dateline.document import Span

Json = dict[str, Any]

_UNPRINTABLE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What `json` leaves as it is but a terminal may obey, a line reader split at, or UTF-8 not hold."""


def line(value: Mapping[str, Any]) -> str:
    """One line of JSON, readable in any script, with no character that a terminal would obey."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def public(claim: Claim, *, document: str | None = None) -> Json:
    """The claim as the format has it; `document` replaces its SHA-256 (a file's stem, say)."""
    return {
        "id": claim.id,
        "document": document or claim.document,
        "sentence": claim.sentence,
        "span": list(claim.span),
        "trigger": claim.trigger,
        "action": claim.action,
        "means": list(claim.means),
        "agents": [_party(party) for party in claim.agents],
        "targets": [_party(party) for party in claim.targets],
        "places": [_place(place) for place in claim.places],
        "time": None if claim.time is None else _time(claim.time),
        "quantities": [_figure(figure) for figure in claim.quantities],
        "status": claim.status,
        "attribution": [_source(source) for source in claim.attribution],
        "codes": {
            "acled": claim.codes.acled,
            "plover": claim.codes.plover,
            "cameo": claim.codes.cameo,
            "ucdp": claim.codes.ucdp,
        },
        "loaded_terms": [{"text": term.text, "span": list(term.span)} for term in claim.loaded_terms],
        "effects": [{"place": e.place, "from": e.before, "to": e.after} for e in claim.effects],
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def full(claim: Claim) -> Json:
    """The claim with every field of the record: `claim_of(full(claim)) == claim`."""
    made = public(claim)
    parts = (
        ("agents", claim.agents),
        ("targets", claim.targets),
        ("places", claim.places),
        ("quantities", claim.quantities),
        ("attribution", claim.attribution),
    )
    for key, records in parts:
        for item, record in zip(made[key], records, strict=True):
            item["rule"] = record.rule  # type: ignore[attr-defined]
    for item, place in zip(made["places"], claim.places, strict=True):
        item["radius_km"] = place.radius_km
    if claim.time is not None:
        made["time"]["rule"] = claim.time.rule
    return {**made, "why": [list(pair) for pair in claim.why]}


def _party(party: Party) -> Json:
    return {
        "text": party.text,
        "span": list(party.span),
        "actor": party.actor,
        "name": party.name,
        "kind": party.kind,
    }


def _place(place: Place) -> Json:
    return {
        "text": place.text,
        "span": list(place.span),
        "role": place.role,
        "inherited": place.inherited,
        "gazetteer": place.gazetteer,
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "score": place.score,
    }


def _time(time: ClaimTime) -> Json:
    return {
        "text": time.text,
        "span": _pair(time.span),
        "start": iso(time.start),
        "end": iso(time.end),
        "precision": time.precision,
        "inherited": time.inherited,
    }


def _figure(figure: Figure) -> Json:
    return {
        "text": figure.text,
        "span": list(figure.span),
        "measure": figure.measure,
        "low": whole(figure.low),
        "high": whole(figure.high),
        "bound": figure.bound,
        "unit": figure.unit,
        "cumulative": figure.cumulative,
        "part_of": figure.part_of,
    }


def _source(source: Source) -> Json:
    return {
        "text": source.text,
        "span": _pair(source.span),
        "kind": source.kind,
        "actor": source.actor,
        "side": source.side,
        "cue": source.cue,
        "cue_span": _pair(source.cue_span),
        "direct": source.direct,
    }


def whole(number: float | None) -> float | int | None:
    """`83` for `83.0`: people count settlements in whole ones."""
    return int(number) if number is not None and float(number).is_integer() else number


def iso(day: dt.date | None) -> str | None:
    """`2016-08-03`, or None for no day."""
    return None if day is None else day.isoformat()


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def claim_of(made: Mapping[str, Any], *, document: str | None = None) -> Claim:
    """The claim of one JSON object; `document` gives the SHA-256 where the object has only a name.

    Raises KeyError, TypeError or ValueError on an object that is not in the format.
    """
    claim = Claim(
        document=document or made["document"],
        sentence=int(made["sentence"]),
        span=_span(made["span"]),
        trigger=made["trigger"],
        action=made["action"],
        status=made["status"],
        means=tuple(made["means"]),
        agents=_parts(Party, made["agents"]),
        targets=_parts(Party, made["targets"]),
        places=_parts(Place, made["places"]),
        time=_part(ClaimTime, made["time"]) if made["time"] is not None else None,
        quantities=_parts(Figure, made["quantities"]),
        attribution=_parts(Source, made["attribution"]),
        codes=_part(Codes, made["codes"]),
        loaded_terms=_parts(LoadedTerm, made["loaded_terms"]),
        effects=tuple(Effect(place=e["place"], before=e["from"], after=e["to"]) for e in made["effects"]),
        confidence=made["confidence"],
        rule=made["rule"],
        why=tuple((part, rule) for part, rule in made.get("why", ())),
    )
    own = made.get("id")
    # With another SHA-256 than the object's, or coded elsewhere, the id is not what the words would give.
    return claim if document or own in (None, claim.id) else replace(claim, given_id=own)


def _parts(record: type[Any], items: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
    return tuple(_part(record, item) for item in items)


def _part(record: type[Any], item: Mapping[str, Any]) -> Any:
    # A newer minor version may have added keys: what this version does not know, it leaves out.
    fields = {key: item[key] for key in record.__dataclass_fields__ if key in item}
    for key in ("span", "cue_span"):
        if key in fields:
            fields[key] = None if fields[key] is None else _span(fields[key])
    if record is ClaimTime:
        for key in ("start", "end"):
            fields[key] = None if fields[key] is None else dt.date.fromisoformat(fields[key])
    return record(**fields)


def _span(pair: Sequence[int]) -> Span:
    start, end = pair
    return Span(int(start), int(end))
