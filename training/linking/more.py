"""Link groups of our own reports: which of their claims tell one event, coded by hand like gold's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.linking.gold import Group, claims_of, report_of
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
        keys = {c.id: (r.name, str(k)) for r, listed in zip(made, claims, strict=True)
                for k, c in enumerate(listed)}  # fmt: skip
        ids = {key: c for c, key in keys.items()}
        yield Group(
            name=row["group"],
            split="more",
            reports=tuple(made),
            claims=tuple(c for listed in claims for c in listed),
            keys=keys,
            incidents=tuple(frozenset(ids[name, str(k)] for name, k in i) for i in row["incidents"]),
            links=row,
        )
