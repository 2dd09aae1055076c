"""Prints who held which place by whose account, and how sources fared."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

from dateline.app.formats import MapFormat, SheetFormat
from dateline.app.links_printing import warn_of_news
from dateline.app.sheets import print_sheet
from dateline.app.terminal import say
from dateline.claims.codec import Json, iso
from dateline.ledger import Ledger
from dateline.ledger.links_load import linkable
from dateline.ledger.links_read import incidents
from dateline.ledger.query_words import places_meant
from dateline.link.codec import control_json, profile_json
from dateline.link.control import control, held_on
from dateline.link.profiles import profiles
from dateline.link.record import ControlLine, Rate, SourceProfile
from dateline.link.words import place_name


def print_control(ledger: Path, *, place: str | None, on: dt.date | None, format: MapFormat) -> None:
    """Print the history of holders of one place or all, or what holds on a day. Raises LedgerError."""
    with Ledger(ledger, read_only=True) as opened:
        known = linkable(opened)
    found = list(control(known.claims.values(), known.reports))
    if place is not None:
        meant = places_meant(place)
        found = [x for x in found if x.gazetteer in meant or _is_at(x, place)]
    if on is not None:
        found = list(held_on(found, on))
    if format is MapFormat.geojson:
        say(json.dumps(collection(found), ensure_ascii=False))
        return
    print_sheet(
        found,
        format=SheetFormat(format.value),
        line_of=_line,
        row_of=_row if format is MapFormat.table else _cells,
        columns=CONTROL_COLUMNS,
        nothing=f"no claim says who held {place or 'a place'}{f' on {on}' if on else ''}",
    )


def _is_at(x: ControlLine, place: str) -> bool:
    wanted = place_name(place).key
    alike = len(wanted) >= TELLING and place_name(x.place).key == wanted
    return x.gazetteer == place or alike or place.casefold() in x.place.casefold()


TELLING = 3
"""Letters of a name's skeleton that tell it from others: `Zzz` and `Shusha` are both `s`."""


CONTROL_COLUMNS = (
    *("place", "holder", "from", "until", "according to", "side", "claim", "doubt"),
    *("reported", "gazetteer", "lat", "lon", "from precision", "until precision"),
)
"""Columns of a file of holders."""


def _row(x: ControlLine) -> Json:
    told = x.reported if x.until is None or (x.reported and x.reported < x.until) else None
    start = _told(x.start, x.start_precision) or (f"reported {told}" if told else None)
    return {
        "place": x.place,
        "holder": x.holder,
        "from": start,
        "until": x.until,
        "according to": x.according_to,
        "side": x.side,
        "claim": x.claim,
        "doubt": x.doubt,
    }


def _cells(x: ControlLine) -> Json:
    """A line as a row of a file: a day stands in its own column, never as words in another's."""
    where = {"gazetteer": x.gazetteer, "lat": x.lat, "lon": x.lon}
    precision = {"from precision": x.start_precision, "until precision": x.until_precision}
    return {**_row(x), "from": x.start, "reported": x.reported, **where, **precision}


def _told(day: dt.date | None, precision: str | None) -> str | None:
    """`2017-06` of a day that stands for a month, `2017` of one that stands for a year."""
    letters = {"month": 7, "year": 4}.get(precision or "", 10)
    return None if day is None else day.isoformat()[:letters]


def _line(x: ControlLine) -> Json:
    """A line in JSON, with the day of its report, its doubt, and how exactly its days are told."""
    precision = {"from_precision": x.start_precision, "until_precision": x.until_precision}
    return {**control_json(x), "reported": iso(x.reported), "doubt": x.doubt, **precision}


def collection(found: Sequence[ControlLine]) -> Json:
    """The lines as GeoJSON; a place without coordinates has no geometry, as the format allows."""
    return {"type": "FeatureCollection", "features": [_feature(x) for x in found]}


def _feature(x: ControlLine) -> Json:
    point = None
    if x.lat is not None and x.lon is not None:
        point = {"type": "Point", "coordinates": [x.lon, x.lat]}
    return {"type": "Feature", "geometry": point, "properties": _line(x)}


def print_sources(ledger: Path, *, format: SheetFormat) -> None:
    """Print how each outlet's and speaker's claims fared. Raises LedgerError."""
    with Ledger(ledger, read_only=True) as opened:
        warn_of_news(opened)
        known = linkable(opened)
        found = profiles(incidents(opened), known.claims, known.reports)
    print_sheet(
        found,
        format=format,
        line_of=profile_json,
        row_of=_profile if format is SheetFormat.table else _numbers,
        columns=PROFILE_COLUMNS,
        nothing="no outlet and no speaker is known",
    )


PROFILE_COLUMNS = (
    *("source", "kind", "side", "claims", "contradicted", "corroborated", "tolls", "toll / best"),
    *("contradicted of", "contradicted low", "contradicted high"),
    *("corroborated of", "corroborated low", "corroborated high", "toll low", "toll high"),
)
"""Columns of a file of sources."""


def _profile(p: SourceProfile) -> Json:
    level = None
    if p.inflation is not None:
        level = f"{p.inflation:.2f}"
        if p.inflation_low is not None and p.inflation_high is not None:
            level += f" ({p.inflation_low:.2f} to {p.inflation_high:.2f})"
    return {
        "source": p.source,
        "kind": p.kind,
        "side": p.side,
        "claims": p.claims,
        "contradicted": _share(p.contradicted),
        "corroborated": _share(p.corroborated),
        "tolls": p.tolls,
        "toll / best": level,
    }


def _numbers(p: SourceProfile) -> Json:
    """A profile as a row of a file: each number in a cell of its own."""
    shares: Json = {}
    for name, rate in (("contradicted", p.contradicted), ("corroborated", p.corroborated)):
        # Of a source without a side nothing was counted, which is not a count of zero.
        known = rate if rate.of else None
        for part in ("count", "of", "low", "high"):
            column = name if part == "count" else f"{name} {part}"
            shares[column] = getattr(known, part, None)
    level = {"toll / best": p.inflation, "toll low": p.inflation_low, "toll high": p.inflation_high}
    return {**_profile(p), **shares, **level}


def _share(rate: Rate) -> str:
    if rate.low is None or rate.high is None:
        return ""
    return f"{rate.count} of {rate.of} ({rate.low:.0%} to {rate.high:.0%})"
