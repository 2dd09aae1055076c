"""Main incidents of FA-KES reports: in the governorate the corpus states, and how far from UCDP's own point.

    python -m benchmarks.places.fakes [--sample N] [--add FILE...]

Codes the reports (a seeded sample, gold and training/more left out), links each on its own, takes the
incident of most claims with force in it, and writes fakes.json beside this file. `--add` names place files
that are added first, to a gazetteer of this run's own. A governorate is where the point lies in OCHA's
outlines.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import gzip
import json
import os
import random
import shutil
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from shapely.geometry import Point, shape

from benchmarks.gold import SHARED, reports
from dateline.claims.record import Claim
from dateline.document import Document
from dateline.lexicon import mapping
from dateline.lexicon.gazetteer.index import BASE, home, open_gazetteer
from dateline.link.bulk import link
from dateline.link.record import Incident, Report
from dateline.pipeline.coder import code
from dateline.read.text import document_of
from dateline.resolve.geometry import distance_km
from training.more.reports import keys

RESULTS = Path(__file__).with_name("fakes.json")
STATED = {
    "aleppo": "Aleppo", "damascus": "Damascus", "idlib": "Idleb", "deir ezzor": "Deir-ez-Zor",
    "raqqa": "Ar-Raqqa", "homs": "Homs", "hasakeh": "Al-Hasakeh", "hama": "Hama", "daraa": "Dar'a",
    "lattakia": "Lattakia", "quneitra": "Quneitra", "tartous": "Tartous",
}  # fmt: skip
"""The corpus's governorates as OCHA names them; it has no Rural Damascus, which counts as Damascus."""
FORCE = ("fight", "harm", "territory")
SEED = 11
COUNTRY = "the country"
EDGE = 0.02
"""Degrees, about two kilometres, by which the outlines may miss a border town."""


def rows(sample: int | None) -> list[dict[str, str]]:
    """Reports of the corpus that the coder has not learned from, shuffled."""
    with (SHARED / "corpus/fa-kes.csv").open(encoding="latin-1", newline="") as opened:
        listed = list(csv.DictReader(opened))
    # The gold files have what stands in the corpus, with white space and marks of their own.
    gold = {" ".join(d.text.split())[-200:-20] for d, _ in reports() if d.name.startswith("fakes")}
    learned = keys("fakes")
    rest = [r for r in listed if r["unit_id"] not in learned]
    kept = [r for r in rest if not any(g in " ".join(r["article_content"].split()) for g in gold)]
    random.Random(SEED).shuffle(kept)
    return kept[:sample]


def main_incident(document: Document) -> tuple[Incident | None, dict[str, Claim]]:
    """The incident with force that most claims tell of; of those the first told."""
    claims = code(document).claims
    known = {claim.id: claim for claim in claims}
    report = Report(id=document.id, name=document.name, published=document.published, title=document.title)
    groups = mapping("action_groups")
    force = {action for group in FORCE for action in groups[group]}
    counted: list[tuple[int, int, Incident]] = []
    for incident in link(claims, [report]):
        mine = [known[c] for c in incident.claims if c in known]
        told = [c for c in mine if c.action in force]
        if told:
            counted.append((-len(told), min(c.span.start for c in told), incident))
    return (min(counted, key=lambda x: x[:2])[2] if counted else None), known


def outlines() -> dict[str, Any]:
    """Governorate -> its outline."""
    with gzip.open(SHARED / "places/syr_admin1.geojson.gz", "rt", encoding="utf-8") as opened:
        return {f["properties"]["NAME_EN"]: shape(f["geometry"]) for f in json.load(opened)["features"]}


def events() -> dict[tuple[dt.date, int], list[tuple[float, float]]]:
    """UCDP's points by day and best estimate of the dead, events of one day and a known place alone."""
    found: dict[tuple[dt.date, int], list[tuple[float, float]]] = defaultdict(list)
    with gzip.open(SHARED / "places/ucdp-ged-syria.csv.gz", "rt", encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            if row["date_start"] == row["date_end"] and float(row["where_prec"]) <= 2:
                key = dt.date.fromisoformat(row["date_start"][:10]), int(float(row["best"]))
                found[key].append((float(row["latitude"]), float(row["longitude"])))
    return found


def governorate(at: Point, shapes: Mapping[str, Any]) -> str:
    """The governorate whose outline holds the point, or else is nearest within `EDGE`; else `abroad`."""
    name = min(shapes, key=lambda n: shapes[n].distance(at))
    return name if shapes[name].distance(at) <= EDGE else "abroad"


def whole_country(incident: Incident, known: Mapping[str, Claim]) -> bool:
    """True if the incident is placed in a country or a part of one: that says no governorate."""
    places = [p for c in incident.claims if c in known for p in known[c].places]
    at = [p for p in places if (p.lat, p.lon) == (incident.lat, incident.lon)]
    return bool(at) and all(p.admin1 is None for p in at)


def dead(incident: Incident) -> int | None:
    """The incident's own best number of dead, or None."""
    best = next((f.best for f in incident.figures if f.measure == "killed"), None)
    return None if best is None else int(best)


def measured(sample: int | None) -> Iterator[tuple[str, str | None, str | None, list[float]]]:
    """(stated, governorate found `COUNTRY` or None, place, kilometres to each UCDP event alike)."""
    shapes, points = outlines(), events()
    for row in rows(sample):
        day = dt.datetime.strptime(row["date"], "%m/%d/%Y").date()
        document = document_of(
            row["article_content"], name=row["unit_id"], title=row["article_title"], published=day
        )
        incident, known = main_incident(document)
        found, far = None, []
        if incident is not None and incident.lat is not None and incident.lon is not None:
            at = Point(incident.lon, incident.lat)
            found = COUNTRY if whole_country(incident, known) else governorate(at, shapes)
            toll = dead(incident)
            if toll and incident.start is not None:
                same = points.get((incident.start, toll), [])
                far = [distance_km(incident.lat, incident.lon, lat, lon) for lat, lon in same]
        yield STATED[row["location"]], found, incident.place if incident else None, far


def told(sample: int | None) -> dict[str, Any]:
    """The figures of one run."""
    lines = list(measured(sample))
    placed = [line for line in lines if line[1] not in (None, COUNTRY)]
    right = [s for s, found, _, _ in placed if (found or "").replace("Rural ", "") == s]
    alone = [far[0] for *_, far in lines if len(far) == 1]
    nearest = [min(far) for *_, far in lines if far]
    wrong: dict[str, int] = defaultdict(int)
    for stated, found, _, _ in placed:
        if (found or "").replace("Rural ", "") != stated:
            wrong[f"{stated} -> {found}"] += 1
    return {
        "reports": len(lines),
        "main incident placed in the country alone": sum(line[1] == COUNTRY for line in lines),
        "with a placed main incident": len(placed),
        "in the stated governorate, of placed": round(len(right) / max(len(placed), 1), 4),
        "in the stated governorate, of all": round(len(right) / max(len(lines), 1), 4),
        "one UCDP event of same day and toll": len(alone),
        "median km to it": round(statistics.median(alone), 1) if alone else None,
        "some UCDP event of same day and toll": len(nearest),
        "median km to the nearest": round(statistics.median(nearest), 1) if nearest else None,
        "wrong": dict(sorted(wrong.items(), key=lambda w: (-w[1], w[0]))[:12]),
    }


def main() -> None:
    """Measure, print, write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--sample", type=int, default=None, help="reports to code (default: all)")
    ask.add_argument("--add", type=Path, nargs="*", default=[], help="place files to add first")
    options = ask.parse_args()
    base = home() / BASE
    open_gazetteer()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(base, Path(folder) / BASE)
        os.environ["DATELINE_HOME"] = folder
        for path in options.add:
            open_gazetteer().add(path)
        figures = told(options.sample)
    name = "with " + ", ".join(p.name for p in options.add) if options.add else "shipped gazetteer alone"
    held = json.loads(RESULTS.read_text("utf-8")) if RESULTS.is_file() else {}
    held[name] = figures
    print(json.dumps({name: figures}, indent=1))
    RESULTS.write_text(json.dumps(held, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
