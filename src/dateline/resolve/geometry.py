"""Relations between places as areas: offsets, parts, between, along. Degrees in, kilometres for sizes."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

EARTH_KM = 6371.0
NEAR_KM = 10.0
"""Radius of `near X` for a town: UCDP GED geocodes such events to X, within 25 km (where_prec 2)."""
SOUTH_OF_KM = 10.0
"""How far `south of X` reaches when no distance is given."""


@dataclass(frozen=True, slots=True)
class Area:
    """A disc that holds what is meant: centre in degrees, radius in kilometres."""

    lat: float
    lon: float
    radius_km: float


def moved(lat: float, lon: float, *, bearing: float, km: float) -> tuple[float, float]:
    """The point `km` away on a bearing (0 north, 90 east) over the sphere, longitude in [-180, 180)."""
    angle, turn, phi = km / EARTH_KM, math.radians(bearing), math.radians(lat)
    sine = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(turn)
    phi2 = math.asin(max(-1.0, min(1.0, sine)))
    east = math.sin(turn) * math.sin(angle) * math.cos(phi)
    lon2 = lon + math.degrees(math.atan2(east, math.cos(angle) - math.sin(phi) * math.sin(phi2)))
    return math.degrees(phi2), (lon2 + 180.0) % 360.0 - 180.0


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance."""
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def offset(origin: Area, *, bearing: float, km: float | None = None) -> Area:
    """`25 km west of X`, `south of X`: off X by the distance, as wide as rounding and compass leave open."""
    if km is None:
        away = origin.radius_km + SOUTH_OF_KM / 2
        return Area(*moved(origin.lat, origin.lon, bearing=bearing, km=away), SOUTH_OF_KM)
    # A compass word covers an eighth of the circle: half of it is 22.5 degrees to either side.
    radius = max(1.0, km * math.tan(math.radians(22.5)))
    return Area(*moved(origin.lat, origin.lon, bearing=bearing, km=km), radius)


def ring(origin: Area, *, km: float) -> Area:
    """`25 km from X`, direction unsaid: anywhere within that distance of X."""
    return Area(origin.lat, origin.lon, max(km, origin.radius_km))


def part(origin: Area, *, bearing: float | None, outline: bytes | None = None) -> Area:
    """The part of an area toward a bearing (None: its middle); from its outline where one is known."""
    if bearing is None:
        return Area(origin.lat, origin.lon, origin.radius_km / 2)
    if outline is not None:
        return _cut(shapely.from_wkb(outline), bearing)
    half = origin.radius_km / 2
    return Area(*moved(origin.lat, origin.lon, bearing=bearing, km=half), max(1.0, half))


FEWEST = 3
"""Settlements on one side of an area that are enough to say where that side is."""


def side(points: Sequence[tuple[float, float]], *, bearing: float) -> Area | None:
    """The part of an area toward a bearing, from where its settlements are: around their middle, wide enough
    for three quarters of them. None where too few lie there.

    The disc around a province's centre reaches over borders where its settlements end.
    """
    north, east = (_sign(turn(math.radians(bearing))) for turn in (math.cos, math.sin))
    middle = [(min(axis) + max(axis)) / 2 for axis in zip(*points, strict=True)]
    there = [
        (lat, lon) for lat, lon in points if north * (lat - middle[0]) >= 0 and east * (lon - middle[1]) >= 0
    ]
    if len(there) < FEWEST:
        return None
    lat, lon = (statistics.fmean(axis) for axis in zip(*there, strict=True))
    far = sorted(distance_km(lat, lon, *p) for p in there)
    return Area(lat, lon, max(1.0, far[len(far) * 3 // 4]))


def _sign(part: float) -> int:
    """-1, 0 or 1 for a bearing's share of an axis: half of an area lies north, a quarter northeast."""
    return 0 if abs(part) < 0.1 else 1 if part > 0 else -1


def _cut(shape: BaseGeometry, bearing: float) -> Area:
    """The half (side) or quarter (corner) of a shape that lies toward the bearing."""
    west, south, east, north = shape.bounds
    middle = shape.centroid
    turn = math.radians(bearing)
    if math.sin(turn) > 0.1:
        west = middle.x
    elif math.sin(turn) < -0.1:
        east = middle.x
    if math.cos(turn) > 0.1:
        south = middle.y
    elif math.cos(turn) < -0.1:
        north = middle.y
    piece = shape.intersection(box(west, south, east, north))
    piece = shape if piece.is_empty else piece
    km2 = piece.area * 111.2**2 * math.cos(math.radians(piece.centroid.y))
    return Area(piece.centroid.y, piece.centroid.x, max(1.0, math.sqrt(km2 / math.pi)))


def between(first: Area, second: Area) -> Area:
    """The middle of two places, wide enough to reach both."""
    apart = distance_km(first.lat, first.lon, second.lat, second.lon)
    if apart < 0.1:
        return first
    middle = moved(first.lat, first.lon, bearing=_bearing(first, second), km=apart / 2)
    return Area(*middle, max(1.0, apart / 2))


def enclosing(areas: list[Area]) -> Area:
    """The disc around several places: a triangle of towns, both sides of a border."""
    lat = sum(a.lat for a in areas) / len(areas)
    lon = sum(a.lon for a in areas) / len(areas)
    return Area(lat, lon, max(1.0, *(distance_km(lat, lon, a.lat, a.lon) for a in areas)))


def around(origin: Area) -> Area:
    """`near X`: X and what surrounds it."""
    return Area(origin.lat, origin.lon, origin.radius_km + NEAR_KM)


def _bearing(first: Area, second: Area) -> float:
    a, b, turn = math.radians(first.lat), math.radians(second.lat), math.radians(second.lon - first.lon)
    east = math.sin(turn) * math.cos(b)
    return (
        math.degrees(math.atan2(east, math.cos(a) * math.sin(b) - math.sin(a) * math.cos(b) * math.cos(turn)))
        % 360
    )
