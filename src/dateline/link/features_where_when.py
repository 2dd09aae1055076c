"""What two claims have in common of place and time."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

from dateline.link.columns_rows import FINE, NONE
from dateline.link.pairs import Bools, Pairs, Values, meets, shared
from dateline.resolve.geometry import EARTH_KM

ONE_PLACE_KM = 5.0
"""Two coordinates this close are one place: the size of a town, and of gazetteer disagreement."""
MONTH = 30
"""Days from which two undated claims count as wholly apart."""
UNSURE = 3
"""Days up to which a date that is not in the claim's own words may be of another's day."""
FAR_KM = 25.0
"""Beyond this two named places are different ones: UCDP's where_prec 2 is `within about 25 km`."""


def place(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    """Whether two claims share a place, one lies in the other, or they lie apart."""
    fa, fb = p.both("fine")
    ba, bb = p.both("broad")
    named_a, named_b = fa[:, 0] != 0, fb[:, 0] != 0
    km, outside = distance(p)
    near, far = km <= ONE_PLACE_KM, (km > FAR_KM) & (outside > 0)
    same = (meets(fa, fb) | near) & ~far
    nested = ~same & (meets(fa, bb) | meets(ba, fb)) & ~far
    area = ~same & ~nested & meets(ba, bb)
    apart = (named_a & named_b & ~same & ~nested) | far
    return {
        "same place": same & (shared(fa, fb) > 0.99),
        "a place in common": same & (shared(fa, fb) <= 0.99),
        "one place in the other": nested,
        "only the area in common": area & ~apart,
        "places differ": apart & ~meets(ba, bb),
        "places differ in one area": apart & meets(ba, bb),
        "one is placed in an area only": (named_a ^ named_b)
        & ~same
        & ~nested
        & (ba[:, 0] != 0)
        & (bb[:, 0] != 0),
        "both are placed in areas only": ~named_a & ~named_b & (ba[:, 0] != 0) & (bb[:, 0] != 0),
        "known to lie apart": (outside > 0) & ~same,
        "a place is not named": (~named_a & (ba[:, 0] == 0)) | (~named_b & (bb[:, 0] == 0)),
    }


def distance(p: Pairs) -> tuple[Values, Values]:
    """Kilometres between the claims' nearest places, and how far at least one lies outside the other.

    The second is 0 where a place is near another or inside it, as a quarter is in its town; NaN for both when
    either claim has no coordinates.
    """
    lat, lon, radius = (p.both(name) for name in ("lat", "lon", "radius"))
    km, outside = (np.full(len(p.a), np.nan, np.float32) for _ in range(2))
    for i, j in product(range(FINE), repeat=2):
        known = np.flatnonzero(~np.isnan(lat[0][:, i]) & ~np.isnan(lat[1][:, j]))
        apart = great_circle_km(
            *(side[known, k] for side, k in ((lat[0], i), (lon[0], i), (lat[1], j), (lon[1], j)))
        )
        wide = np.maximum(np.maximum(radius[0][known, i], radius[1][known, j]), ONE_PLACE_KM)
        km[known] = np.fmin(km[known], apart)
        outside[known] = np.fmin(outside[known], np.maximum(apart - wide, 0))
    return km, outside


def great_circle_km(lat_a: Values, lon_a: Values, lat_b: Values, lon_b: Values) -> Values:
    """Kilometres between points, for many at once."""
    lat_a, lon_a, lat_b, lon_b = (np.radians(v) for v in (lat_a, lon_a, lat_b, lon_b))
    inner = (
        np.sin((lat_a - lat_b) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_a - lon_b) / 2) ** 2
    )
    km: Values = (2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(inner, 1.0)))).astype(np.float32)
    return km


def gap(p: Pairs) -> tuple[NDArray[np.int64], Bools, Bools]:
    """Days between the two intervals (0: they overlap), and which of the two claims are dated."""
    start_a, start_b = (v.astype(np.int64) for v in p.both("start"))
    end_a, end_b = (v.astype(np.int64) for v in p.both("end"))
    dated_a, dated_b = start_a != NONE, start_b != NONE
    days = np.maximum(np.maximum(start_a - end_b, start_b - end_a), 0)
    return np.where(dated_a & dated_b, days, 0), dated_a, dated_b


def time(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    """Whether the days of two claims agree, and how far they lie apart."""
    days, dated_a, dated_b = gap(p)
    both = dated_a & dated_b
    start_a, start_b = (v.astype(np.int64) for v in p.both("start"))
    end_a, end_b = (v.astype(np.int64) for v in p.both("end"))
    published_a, published_b = (v.astype(np.int64) for v in p.both("published"))
    said = (published_a != NONE) & (published_b != NONE)
    # An undated claim of a report speaks of its own days: a dated one long before is another event.
    back_a = np.where(dated_a & (published_a != NONE), published_a - end_a, 0) > 14
    back_b = np.where(dated_b & (published_b != NONE), published_b - end_b, 0) > 14
    # The date of a headline may be its report's, two days after the night it tells of.
    far = (days > UNSURE) | (_own(p) & (days > 1))
    span_a, span_b = np.where(dated_a, end_a - start_a, 0) > 20, np.where(dated_b, end_b - start_b, 0) > 20
    # What a claim does not date is looked for on the day its report was published.
    known_a, known_b = np.where(dated_a, start_a, published_a), np.where(dated_b, start_b, published_b)
    apart = np.where(~both & (known_a != NONE) & (known_b != NONE), np.abs(known_a - known_b), 0)
    overlap = both & (days == 0) & ((start_a != start_b) | (end_a != end_b))
    return {
        "days apart as far as known": np.minimum(apart, MONTH) / MONTH,
        "over three days apart as far as known": apart > 3,
        "same day": both & (days == 0) & (start_a == start_b) & (end_a == end_b),
        "days overlap": overlap,
        "a day apart": both & (days > 0) & ~far,
        "days apart": both & far,
        "one dated": dated_a ^ dated_b,
        "one dated long before": (back_a ^ back_b) & ~both,
        "a long interval against a short one": span_a ^ span_b,
        "days overlap, one of months": overlap & (np.maximum(end_a - start_a, end_b - start_b) > MONTH),
        "published over a week apart": said & (np.abs(published_a - published_b) > 7) & ~(both & (days == 0)),
    }


def told(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    """Whether a report dates two claims to two days in their own words: it tells them apart itself."""
    days, _, _ = gap(p)
    return {"dated apart": _own(p) & (days > 0)}


def _own(p: Pairs) -> Bools:
    """True where the words of both claims give their days."""
    own_a, own_b = p.both("dated")
    own: Bools = own_a.astype(np.bool_) & own_b.astype(np.bool_)
    return own
