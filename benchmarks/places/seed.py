"""Which places of the seed report are found, with the shipped gazetteer and with OCHA's places added.

python -m benchmarks.places.seed      # writes seed.json
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path

from benchmarks.gold import SHARED, reports
from dateline.annotate.annotator import annotate
from dateline.lexicon.gazetteer.index import BASE, home, open_gazetteer
from dateline.pipeline.finders import mentions_in
from dateline.resolve.places import resolve_toponyms
from dateline.resolve.places_lookup import looked_up

RESULTS = Path(__file__).with_name("seed.json")
FILES = ("syr_places", "syr_admin1")


def found() -> tuple[dict[str, str], list[str]]:
    """Each name of the report with what it resolves to, and the names that stay null."""
    looked_up.cache_clear()
    document = next(d for d, _ in reports() if d.name == "seed")
    parse = annotate(document)
    resolved = resolve_toponyms(parse, mentions_in(parse).places)
    placed = {
        " ".join(r.text.split()): f"{r.name}, {r.admin1 or '-'}, {r.country} ({r.gazetteer})"
        for r in resolved
        if r.lat is not None
    }
    return dict(sorted(placed.items())), sorted({" ".join(r.text.split()) for r in resolved} - set(placed))


def main() -> None:
    """Resolve twice, print, write."""
    base = home() / BASE
    told = {}
    placed, null = found()
    told["shipped gazetteer alone"] = {"placed": placed, "null": null}
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(base, Path(folder) / BASE)
        os.environ["DATELINE_HOME"] = folder
        for name in FILES:
            open_gazetteer().add(SHARED / f"places/{name}.geojson.gz")
        placed, null = found()
    told["with " + " and ".join(FILES)] = {"placed": placed, "null": null}
    text = json.dumps(told, indent=1, ensure_ascii=False)
    print(text)
    RESULTS.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
