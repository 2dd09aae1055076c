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
from functools import lru_cache
from typing import Any

from dateline.claims.codec_read import claim_of
from dateline.claims.record import Claim
from dateline.ledger.links_check import check
from dateline.mentions.record import Precision
from dateline.resolve.actors_given import speaker_of

Json = dict[str, Any]

SENTENCE = re.compile(r"(?<=[.!?])[\"'”’]?\s+(?=[A-Z\"'“‘])|\n+")
"""Where a sentence ends, near enough to number claims that come without a number."""
LISTS = "means agents targets places quantities attribution loaded_terms effects".split()


def claim_from(made: Mapping[str, Any], *, sha256: str, text: str | None, ordinal: int) -> Claim:
    """The claim of one line. Raises ValueError, saying what is wrong, on one that is not a claim."""
    try:
        whole = _completed(dict(made), text, ordinal)
        check(whole)
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
    return bisect_right(_sentence_ends(text), start)


@lru_cache(maxsize=1)
def _sentence_ends(text: str) -> tuple[int, ...]:
    return tuple(found.end() for found in SENTENCE.finditer(text))


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
