"""Link groups of our own reports: which of their claims tell one event, coded by hand like gold's.

    PYTHONPATH=.:src:training/encoder python -m training.linking.more

prints how the link room, which learned nothing from them, links and disputes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.gold import SHARED
from benchmarks.linking.gold import Group, claims_of, report_of
from benchmarks.linking.measures import conll
from benchmarks.linking.run import as_gold, disputes, linked
from dateline.link import Settings
from training.more.reports import coded_reports
from training.more.texts import lines_of

GROUPS = Path(__file__).with_name("groups.jsonl")


def more_groups(shared: Path) -> Iterator[Group]:
    """The groups of groups.jsonl by name, in the form of gold's; their claims are numbered from 0."""
    reports = {report.name: report for report in coded_reports(shared, ["own"])}
    for row in lines_of(GROUPS):
        coded = [reports[name] for name in row["documents"]]
        made = [report_of(r.name, r.text, r.published) for r in coded]
        claims = [claims_of(r.claims, one, r.text) for r, one in zip(coded, made, strict=True)]
        keys = {
            c.id: (r.name, k) for r, listed in zip(made, claims, strict=True) for k, c in enumerate(listed)
        }
        ids = {key: c for c, key in keys.items()}
        yield Group(
            name=row["group"],
            split="more",
            reports=tuple(made),
            claims=tuple(c for listed in claims for c in listed),
            keys=keys,
            incidents=tuple(frozenset(ids[name, k] for name, k in i) for i in row["incidents"]),
            links=row | {"contradictions": [{"note": None, **c} for c in row["contradictions"]]},
        )


def main() -> None:
    """Print CoNLL F1, and precision and recall of contradictions, linked and in the coders' own incidents."""
    listed = list(more_groups(SHARED))
    for name, found in (("linked", linked), ("in the coders' incidents", as_gold)):
        incidents = found(listed, Settings())
        known = {c for g in listed for i in g.incidents for c in i}
        response = [{c for c in i.claims if c in known} for i in incidents]
        told = [disputes(group, incidents) for group in listed]
        right, wanted, got = (sum(len(part) for part in parts) for parts in zip(
            *((w.keys() & g.keys(), w, g) for w, g in told), strict=True))  # fmt: skip
        clusters = conll([set(i) for g in listed for i in g.incidents], [c for c in response if c])
        print(name, {k: round(v, 3) for k, v in clusters.items()}, "contradictions", wanted,
              "precision", round(right / got, 3), "recall", round(right / wanted, 3))  # fmt: skip


if __name__ == "__main__":
    main()
