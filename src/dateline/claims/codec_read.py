"""Claims out of JSON, in the public form or the full one of `codec`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.claims.record import Claim, ClaimTime, Codes, Effect, Figure, LoadedTerm, Party, Place, Source
from dateline.document import Span


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
