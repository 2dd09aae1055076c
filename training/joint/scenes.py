"""The events that the coder sees in a gold report, each with what gold says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.claims.events import events_in
from dateline.claims.grammar import Roles, actor_tokens, grammatical_roles
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.mentions.record import Mentions
from training.joint.reports import Report


@dataclass
class Seen:
    """An event as `claims.build` sees it; `gold` is the claim that it overlaps, or None."""

    trigger: Trigger
    span: Span
    peers: list[Trigger]
    roles: Roles
    known: frozenset[int]
    mentions: Mentions
    gold: dict[str, Any] | None


def gold_at(report: Report, span: Span) -> dict[str, Any] | None:
    """The first gold claim whose trigger shares a character with `span`."""
    claims = report.claims
    return next((c for c in claims if c["span"][0] < span.end and span.start < c["span"][1]), None)


def seen_in(report: Report) -> Iterator[Seen]:
    """Every event of the coder, in its order."""
    parse = report.parse
    mentions = report.mentions
    found, _ = events_in(parse, mentions)
    known = actor_tokens(parse, mentions.actors)
    for trigger in found:
        span = trigger.span(parse)
        peers = [t for t in found if t.sentence == trigger.sentence]
        roles = grammatical_roles(parse, trigger, peers, known)
        yield Seen(trigger, span, peers, roles, known, mentions, gold_at(report, span))
