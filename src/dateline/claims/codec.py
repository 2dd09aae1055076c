"""Claims to JSON in the public claim format (docs/format.md).

`public` gives the format's keys in the format's order and nothing else. `full` adds what the format
leaves out, at the end of each object: the rule behind every part, a place's radius and the claim's
`why`. The ledger keeps the full form; `codec_read` reads either.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any

from dateline.claims.record import Claim, ClaimTime, Figure, Party, Place, Source
from dateline.claims.review import review_json
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
        # Of reviewed claims alone: what nobody reviewed reads as it always did.
        **({} if claim.review is None else {"review": review_json(claim.review)}),
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
