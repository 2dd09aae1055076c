"""Scores linking of gold claims with ../shared/score/score_links.py itself.

    python -m benchmarks.linking.run [--split dev|train] [--errors] [--gold-incidents]

Writes the gold claims in the public format, links them, writes incidents and contradictions, and lets
the scorer read the three files. Only the groups of the split are given to the scorer. With `--gold-incidents`
the claims are not linked: what is then missed or made up among the contradictions is the rules' own fault.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.gold import GOLD
from benchmarks.linking.gold import Group, groups
from benchmarks.linking.measures import scorer
from dateline.claims.codec import public
from dateline.claims.record import Claim
from dateline.link import Incident, Settings, link
from dateline.link.bulk import ordered
from dateline.link.codec import contradiction_json, incident_json
from dateline.link.incident import assemble


def main() -> None:
    """Prints the scores of a split as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--split", choices=["train", "dev"], default="dev")
    options.add_argument("--errors", action="store_true", help="list contradictions missed and made up")
    options.add_argument(
        "--gold-incidents", action="store_true", help="contradictions of gold's own incidents"
    )
    options.add_argument("--threshold", type=float)
    given = options.parse_args()
    listed = list(groups(given.split))
    settings = Settings() if given.threshold is None else Settings(threshold=given.threshold)
    incidents = (as_gold if given.gold_incidents else linked)(listed, settings)
    print(json.dumps(scored(listed, incidents)))
    if given.errors:
        errors(listed, incidents)


def linked(listed: Sequence[Group], settings: Settings) -> tuple[Incident, ...]:
    """All claims of the groups linked at once, as one ledger would."""
    return link(
        [c for g in listed for c in g.claims], [r for g in listed for r in g.reports], settings=settings
    )


def as_gold(listed: Sequence[Group], settings: Settings) -> tuple[Incident, ...]:
    """Gold's incidents; a claim in none is one of its own."""
    reports = {r.id: r for g in listed for r in g.reports}
    where = {c: f"{g.name} {k}" for g in listed for k, i in enumerate(g.incidents) for c in i}
    parts: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in ordered([c for g in listed for c in g.claims], reports):
        parts[where.get(claim.id, claim.id)].append(claim)
    return assemble(parts.values(), reports, settings=settings)


def scored(listed: Sequence[Group], incidents: Sequence[Incident]) -> dict[str, Any]:
    """What score_links.py says."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for group in listed:
            shutil.copy(GOLD / f"{group.name}.links.json", folder)
            for report in group.reports:
                for ending in ("json", "txt"):
                    shutil.copy(GOLD / f"{report.name}.{ending}", folder)
        names = {r.id: r.name for g in listed for r in g.reports}
        files = {
            "claims": [public(c, document=names[c.document]) for g in listed for c in g.claims],
            "incidents": [incident_json(i) for i in incidents],
            "contradictions": [contradiction_json(x) for i in incidents for x in i.contradictions],
        }
        for name, lines in files.items():
            (folder / f"{name}.jsonl").write_text("".join(json.dumps(x) + "\n" for x in lines), "utf-8")
        paths = [folder / f"{name}.jsonl" for name in files]
        found: dict[str, Any] = scorer().score(folder, *paths)
        return found


def errors(listed: Sequence[Group], incidents: Sequence[Incident]) -> None:
    """Contradictions by group: those of gold that were missed, those that gold does not have."""
    for group in listed:
        wanted, got = disputes(group, incidents)
        for key in wanted.keys() | got.keys():
            mark = "ok    " if key in wanted and key in got else "missed" if key in wanted else "extra "
            print(mark, group.name, key[0], got.get(key) or wanted[key])


def disputes(group: Group, incidents: Sequence[Incident]) -> tuple[dict[Any, str], dict[Any, str]]:
    """The contradictions of a group wanted and found, with their notes, by kind and the two incidents."""
    where = {c: k for k, i in enumerate(group.incidents) for c in i}
    ids = {key: c for c, key in group.keys.items()}
    wanted = {
        (c["kind"], frozenset(where.get(ids[tuple(c[s])], ids[tuple(c[s])]) for s in "ab")): c["note"]
        for c in group.links["contradictions"]
    }
    got: dict[Any, str] = {}
    for found in (x for i in incidents for x in i.contradictions if x.a in group.keys):
        key = (found.kind, frozenset(where.get(c, c) for c in (found.a, found.b)))
        got.setdefault(key, f"{group.keys[found.a]} {group.keys.get(found.b)} {found.note}")
    return wanted, got


if __name__ == "__main__":
    main()
