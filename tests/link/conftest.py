"""A small war to link: claims and reports made in one line each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from dateline.claims.record import Claim, ClaimTime, Figure, Party, Place, Source
from dateline.document import Span
from dateline.link.record import Report

MakeClaim = Callable[..., Claim]


def _figure(pair: tuple[str, Any]) -> Figure:
    measure, value = pair
    low, high, bound = value if isinstance(value, tuple) else (value, value, "exact")
    return Figure(text=str(low), span=Span(0, 1), measure=measure, low=low, high=high, bound=bound)


@pytest.fixture
def claim() -> MakeClaim:
    """Makes a claim; `at` is the offset, `by` (text, kind, actor) its source."""

    def make(document: str, at: int, action: str, **given: Any) -> Claim:
        span = Span(at, at + 6)
        day = given.get("day")
        by = given.get("by")
        return Claim(
            document=document,
            sentence=at // 100,
            span=span,
            trigger=given.get("trigger", action),
            action=action,
            status=given.get("status", "occurred"),
            agents=tuple(
                Party(text=a, span=span, actor=a if ":" in a else None) for a in given.get("agents", ())
            ),
            targets=tuple(
                Party(text=a, span=span, actor=a if ":" in a else None) for a in given.get("targets", ())
            ),
            places=tuple(
                Place(text=t, span=span, role=given.get("role", "at"), lat=lat, lon=lon)
                for t in given.get("places", ())
                for lat, lon in (given.get("point", (None, None)),)
            ),
            time=None
            if day is None
            else ClaimTime(
                text="then",
                span=span,
                start=day,
                end=given.get("end", day),
                precision=given.get("precision", "day"),
            ),
            quantities=tuple(map(_figure, given.get("figures", ()))),
            attribution=(Source(text=by[0], span=span, kind=by[1], actor=by[2], side=by[2]),) if by else (),
        )

    return make


@pytest.fixture
def report() -> Callable[..., Report]:
    """Makes a report published on a day of June 2020."""

    def make(name: str, outlet: str | None = None, day: int = 10, **given: Any) -> Report:
        return Report(id=name, name=name, outlet=outlet, published=dt.date(2020, 6, day), **given)

    return make
