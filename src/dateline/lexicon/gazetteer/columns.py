"""What the columns of strangers' place files mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NAME = ("name", "name_en", "nam_en_ref", "place", "settlement", "featurename", "shapename")
OTHERS = (
    "nam_en_ref",
    "name_ara",
    "name_ar",
    "name_local",
    "ascii",
    "asciiname",
    "alternatenames",
    "aliases",
    "alt_name",
)
LAT = ("lat", "latitude", "y")
LON = ("lon", "lng", "long", "longitude", "x")
CODE = ("id", "pcode", "code", "geonameid", "shapeid")
ADMIN1 = ("admin1", "admin1_en", "adm1_en", "adm1_name", "province", "governorate", "state")
COUNTRY = ("country", "country_code", "iso2", "iso3", "iso", "adm0_en", "countrycode")
FEATURE = ("feature", "kind", "type", "feature_code", "fcode")
DEFAULT_RADIUS_KM = 1.5
"""Of a settlement whose size no column gives: OCHA's Syrian places lie 2 to 4 km from the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """One place as its file tells it; empty strings where it is silent."""

    name: str
    others: tuple[str, ...]
    code: str
    lat: float
    lon: float
    admin1: str
    country: str
    iso2: str
    kind: str
    feature: str
    population: int
    radius_km: float
    geonames: bool
    shape: bytes | None


def fields_of(properties: Mapping[str, Any], geometry: Any) -> Fields | None:
    """The place in one record, or None when it has no name or no coordinates."""
    low = {str(k).strip().lower(): str(v).strip() for k, v in properties.items() if v not in (None, "")}
    name = _first(low, NAME)
    where = _where(low, geometry)
    if not name or where is None:
        return None
    lat, lon, radius, shape = where
    spellings = [s.strip() for column in OTHERS for s in low.get(column, "").replace("|", ",").split(",")]
    country = _first(low, COUNTRY)
    return Fields(
        name=name, others=tuple(dict.fromkeys(s for s in spellings if s and s != name)),
        code=_first(low, CODE), lat=lat, lon=lon, country=country, radius_km=radius, shape=shape,
        admin1=_first(low, ADMIN1) if not _is_admin1(low, shape) else "",
        iso2=country.upper() if len(country) == 2 else "", kind=_kind(low, shape),
        feature=_first(low, FEATURE), population=int(float(low.get("population", "0") or 0)),
        geonames=bool(low.get("geonames")),
    )  # fmt: skip


def _first(low: Mapping[str, str], columns: tuple[str, ...]) -> str:
    return next((low[c] for c in columns if low.get(c)), "")


def _is_admin1(low: Mapping[str, str], shape: bytes | None) -> bool:
    code = _first(low, FEATURE)
    return code == "ADM1" or (shape is not None and not any(c.startswith(("admin1", "adm1")) for c in low))


def _kind(low: Mapping[str, str], shape: bytes | None) -> str:
    code = _first(low, FEATURE)
    if code.startswith("PCL"):
        return "country"
    if _is_admin1(low, shape):
        return "admin1"
    if shape is not None or code == "ADM2":
        return "admin2"
    return "place" if not code or code.startswith("PPL") else "feature"


def _where(low: Mapping[str, str], geometry: Any) -> tuple[float, float, float, bytes | None] | None:
    """(lat, lon, radius_km, outline as WKB for an area), or None."""
    try:
        if geometry is not None:
            return _outline(geometry)
        # `32,9`: where semicolons part the columns, commas are decimal.
        lat, lon = (float(_first(low, names).replace(",", ".")) for names in (LAT, LON))
    except (ValueError, TypeError, KeyError):
        return None
    return (lat, lon, DEFAULT_RADIUS_KM, None) if abs(lat) <= 90 and abs(lon) <= 180 else None


def _outline(geometry: Any) -> tuple[float, float, float, bytes | None]:
    import math

    import shapely
    from shapely.geometry import shape

    area = shape(geometry)
    if area.is_empty:
        raise ValueError("an empty geometry")
    middle = area.representative_point() if area.area == 0 else area.centroid
    if area.area == 0:
        return middle.y, middle.x, DEFAULT_RADIUS_KM, None
    km2 = area.area * 111.2**2 * math.cos(math.radians(middle.y))
    simple = shapely.simplify(area, 0.002)
    return round(middle.y, 5), round(middle.x, 5), round(math.sqrt(km2 / math.pi), 1), shapely.to_wkb(simple)
