"""Claims coded elsewhere brought to the claim format: what is missing is unknown, what is wrong is told.

Also takes the shape of hand-coded gold files: times as `[start, end]`, `source` with `source_kind`, parts
without spans.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from dateline.annotate.evidence import STATUSES
from dateline.claims.codec_read import claim_of
from dateline.claims.record import Claim, PlaceRole, SourceKind
from dateline.lexicon.actions import actions
from dateline.lexicon.registry import KINDS
from dateline.mentions.record import Bound, Precision
from dateline.resolve.actors_given import speaker_of

Json = dict[str, Any]

SENTENCE = re.compile(r"(?<=[.!?])[\"'”’]?\s+(?=[A-Z\"'“‘])|\n+")
"""Where a sentence ends, near enough to number claims that come without a number."""
LONGEST = 5_000_000
"""Code points of a document that are believed without its text: no report is longer."""
CHOICES = {
    "action": actions(),
    "status": tuple(STATUSES),
    "role": get_args(PlaceRole),
    "bound": get_args(Bound),
}
TEXTS = (
    "id text trigger action status actor name kind role gazetteer country admin1 measure bound unit "
    "side cue rule precision start end acled plover cameo from to"
).split()
NUMBERS = "lat lon radius_km score low high confidence part_of ucdp place".split()
LISTS = "means agents targets places quantities attribution loaded_terms effects".split()


def claim_from(made: Mapping[str, Any], *, sha256: str, text: str | None, ordinal: int) -> Claim:
    """The claim of one line. Raises ValueError, saying what is wrong, on one that is not a claim."""
    try:
        whole = _completed(dict(made), text, ordinal)
        _check(whole)
        claim = claim_of(whole, document=sha256)
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError(f"not a claim ({type(error).__name__}: {error})") from None
    if not 0 <= claim.span.start < claim.span.end:
        raise ValueError(f"not a span: {list(claim.span)}")
    if text is not None and text[claim.span.start : claim.span.end] != claim.trigger:
        raise ValueError(f"the text has other words than the trigger at {list(claim.span)}")
    own = made.get("id")
    return claim if own in (None, claim.id) else replace(claim, given_id=own)


def _completed(made: Json, text: str | None, ordinal: int) -> Json:
    """The line with every key of the format."""
    span = made["span"] = _located(made, text)
    made.setdefault("trigger", text[span[0] : span[1]] if text is not None else None)
    if "sentence" not in made:
        # Without the text no two claims may be taken for one sentence's.
        made["sentence"] = ordinal if text is None else _sentence(text, span[0])
    if "attribution" not in made:
        made["attribution"] = _gold_source(made, text)
    for key in LISTS:
        made[key] = list(made.get(key) or ())
    for key in ("agents", "targets"):
        # A body that no words of the report name has none.
        made[key] = [{**part, "text": part.get("text") or ""} for part in made[key]]
    made["places"] = [{"role": "at", **part} for part in made["places"]]
    made["quantities"] = [{"text": "", "bound": "exact", **part} for part in made["quantities"]]
    for key in ("agents", "targets", "places", "quantities"):
        made[key] = [{"span": _seat(part.get("text"), text, span), **part} for part in made[key]]
    made["attribution"] = [{"span": None, **part} for part in made["attribution"]]
    made["time"] = _time(made.get("time"))
    made["codes"] = made.get("codes") or {}
    made.setdefault("confidence", None)
    if made.get("rule") is None:
        made["rule"] = "imported"
    return made


def _located(made: Json, text: str | None) -> list[int]:
    """The event's span: as the line has it, else where the text has the trigger, if in one place alone."""
    if made.get("span") is not None:
        return list(made["span"])
    trigger = made.get("trigger")
    if text is None or not isinstance(trigger, str) or not trigger:
        raise ValueError("no `span`; give it, or `trigger` and the document's text")
    found = [list(hit.span()) for hit in re.finditer(rf"(?<!\w){re.escape(trigger)}(?!\w)", text)]
    if len(found) != 1:
        raise ValueError(f"no `span`, and the text has {trigger!r} {len(found)} times; give the span")
    return found[0]


def _seat(words: Any, text: str | None, span: list[int]) -> list[int]:
    """Where a part that came without its span stands: its words nearest to the trigger, else the trigger."""
    if text is None or not isinstance(words, str) or not words:
        return span
    found = [hit.span() for hit in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return list(min(found, key=lambda at: (abs(at[0] - span[0]), at), default=span))


def _sentence(text: str, start: int) -> int:
    return bisect_right([found.end() for found in SENTENCE.finditer(text)], start)


def _time(made: Any) -> Json | None:
    if isinstance(made, list):
        made = {"start": made[0], "end": made[1]} if made and made[0] else None
    if made is None:
        return None
    found = {"text": None, "span": None, "start": None, "end": None, **made}
    found.setdefault("precision", _precision(found["start"], found["end"]))
    return found


def _precision(start: str | None, end: str | None) -> Precision:
    if start is None or end is None:
        return "unknown"
    days = (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days
    return "day" if days <= 1 else "week" if days <= 7 else "month" if days <= 31 else "year"


def _gold_source(made: Json, text: str | None) -> list[Json]:
    """The chain of a gold claim's `source`; the body it names is looked up in the registry."""
    source = made.get("source")
    if source in (None, "own_voice"):
        return []
    known = speaker_of(source, text or source)
    actor, side = (known.id, known.side or known.id) if known else (None, None)
    return [{"text": source, "kind": made["source_kind"], "actor": actor, "side": side}]


def _check(made: Json) -> None:
    """Every value of its type and, where the format lists them, one of those. Raises ValueError."""
    for key in ("action", "status"):
        if key not in made:
            raise ValueError(f"no `{key}`; give one of {', '.join(CHOICES[key])}")
    _types(made)
    _choices(made)
    for party in (*made["agents"], *made["targets"]):
        if party.get("kind") not in (None, *KINDS):
            raise ValueError(f"no such kind of party: {party['kind']}; one of {', '.join(KINDS)}")
    for part in (*made["places"], *made["attribution"]):
        _needs(part, "text")
    for part in made["places"]:
        _choices(part)
    for part in made["quantities"]:
        _needs(part, "measure")
        _choices(part)
    for source in made["attribution"]:
        if source.get("kind") not in get_args(SourceKind):
            raise ValueError(f"no such kind of source: {source.get('kind')}")
    if made["time"] and made["time"]["precision"] not in get_args(Precision):
        raise ValueError(f"no such precision: {made['time']['precision']}")


def _needs(part: Json, key: str) -> None:
    if not isinstance(part.get(key), str):
        raise ValueError(f"a part without {key}")


def _choices(part: Json) -> None:
    for key, known in CHOICES.items():
        if key in part and part[key] not in known:
            raise ValueError(f"no such {key}: {part[key]}")


def _types(value: Any) -> None:
    if isinstance(value, list):
        for item in value:
            _types(item)
    if not isinstance(value, dict):
        return
    for key, item in value.items():
        number = isinstance(item, int | float) and not isinstance(item, bool)
        if key in NUMBERS and item is not None and not number:
            raise ValueError(f"{key} is no number: {item!r}")
        if (
            key in TEXTS
            and item is not None
            and not isinstance(item, str)
            and not (key == "precision" and number)
        ):
            raise ValueError(f"{key} is no text: {item!r}")
        if key in ("span", "cue_span") and item is not None and not _is_span(item):
            raise ValueError(f"not a span: {item!r}")
        if key not in ("why", "accept"):
            _types(item)


def _is_span(item: Any) -> bool:
    return (
        isinstance(item, list)
        and len(item) == 2
        and all(isinstance(end, int) and 0 <= end <= LONGEST for end in item)
    )
