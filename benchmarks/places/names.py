"""How many names a second and core the resolver places, with every cache cold.

    python -m benchmarks.places.names     # writes names.json

10,000 different names of the gazetteer, drawn by a fixed rule, go through a fresh process: the search that
`gazetteer find` makes, the resolver's own look-up, and whole documents of 20 names each resolved jointly.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from dateline.lexicon.gazetteer import open_gazetteer

RESULTS = Path(__file__).with_name("names.json")
COUNT = 10_000
EACH = 20
"""Names a document; a report of LGL has 8, of FA-KES 15."""

SEARCH = """
from dateline.lexicon.gazetteer import open_gazetteer
gazetteer = open_gazetteer()
def work(names):
    for name in names: gazetteer.find(name, limit=5)
"""
LOOKUP = """
from dateline.resolve.places_lookup import looked_up
looked_up("Nowhere at all", None)
def work(names):
    for name in names: looked_up(name, None)
"""
JOINT = f"""
from types import SimpleNamespace
from dateline.document import Document, Span
from dateline.mentions.record import Toponym
from dateline.resolve.places import resolve_toponyms
def document(names):
    text, made = "", []
    for name in names:
        made.append(Toponym(span=Span(len(text), len(text) + len(name)), text=name))
        text += name + ". "
    return SimpleNamespace(document=Document(name="x", text=text)), made
resolve_toponyms(*document(["Nowhere at all"]))
def work(names):
    for k in range(0, len(names), {EACH}): resolve_toponyms(*document(names[k : k + {EACH}]))
"""
TIMED = """
import sys, time
from dateline.app.cli import tune_process
tune_process()
names = sys.stdin.read().split("\\n")
start = time.process_time(); work(names); taken = time.process_time() - start
print(len(names) / taken)
"""


def names() -> list[str]:
    """`COUNT` names, the same each time."""
    connection = open_gazetteer()._bases[-1][0]
    query = "SELECT DISTINCT name FROM place ORDER BY row * 2654435761 % 4294967296 LIMIT ?"
    return [name for (name,) in connection.execute(query, (COUNT,))]


def rate(setup: str, given: list[str]) -> float:
    """Names a second of processor time, the middle of three fresh processes."""
    command = [sys.executable, "-c", setup + TIMED]
    runs = [
        float(
            subprocess.run(command, input="\n".join(given), capture_output=True, text=True, check=True).stdout
        )
        for _ in range(3)
    ]
    return round(sorted(runs)[1])


def main() -> None:
    """Measure, print, write."""
    given = names()
    told = {
        "names": len(given),
        "searched a second": rate(SEARCH, given),
        "looked up by the resolver a second": rate(LOOKUP, given),
        f"resolved a second, {EACH} names a document": rate(JOINT, given),
    }
    print(json.dumps(told, indent=1))
    RESULTS.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
