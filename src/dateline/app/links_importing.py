"""Imports claims coded elsewhere, links what a ledger holds, and keeps what people decide."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from dateline.app.terminal import OK, SOME_FAILED, many, progress, say, warn
from dateline.errors import UsageError
from dateline.export.neutral import printable
from dateline.ledger import Failure, Ledger
from dateline.ledger.links_import import import_claims
from dateline.ledger.links_judge import judge, judgements
from dateline.ledger.links_write import relink
from dateline.link.record import Settings
from dateline.pipeline.fingerprint import fingerprint


def run_import(files: Sequence[Path], *, ledger: Path, texts: Path | None) -> int:
    """Add the claims of files to a ledger, new if there is none; the exit code. Raises UsageError."""
    for path in files:
        if not path.is_file():
            reason = "not a file" if path.exists() else "No such file or directory"
            raise UsageError(f"cannot read: {path}: {reason}; name a file of claims")
    made_by = fingerprint()
    version = f"{made_by.settings}:{made_by.lexicon}"
    code = OK
    with Ledger(ledger, create=True) as opened:
        for path in files:
            reports = claims = known = 0
            for outcome in progress(import_claims(opened, path, texts=texts, version=version)):
                if isinstance(outcome, Failure):
                    warn(str(outcome))
                    code = SOME_FAILED
                    continue
                reports += 1
                claims += outcome.claims
                known += not outcome.new
            there = f" ({known:,} of the reports were there already)" if known else ""
            say(f"{printable(str(path))}: {many(claims, 'claim')} of {many(reports, 'report')}{there}")
    return code


def run_link(ledger: Path, *, figures: Literal["ucdp", "acled"], entire: bool) -> None:
    """Link a ledger and say what came of it."""
    with Ledger(ledger) as opened:
        linking, made, new = relink(opened, settings=Settings(figures=figures), entire=entire)
    shared = sum(len(i.claims) > 1 for i in made)
    disputed = sum(bool(i.contradictions) for i in made)
    how = "linked" if linking.entire else "added to what was linked"
    say(
        f"linking {linking.id}: {many(linking.claims, 'claim')} of {many(linking.reports, 'report')} "
        f"{how if new else 'linked already, nothing is new'}: {many(len(made), 'incident')}, {shared:,} "
        f"of several claims, {disputed:,} with contradictions"
    )


def run_judge(
    ledger: Path, kind: Literal["merge", "split", "lock"], names: Sequence[str], *, who: str, note: str
) -> None:
    """Keep one judgement and say what follows from it."""
    with Ledger(ledger) as opened:
        made = judge(opened, kind, names, who=who, note=note)
    apart = f", apart from {len(made.apart)}" if made.apart else ""
    say(f"{kind}: {many(len(made.claims), 'claim')}{apart}; `dateline link --ledger {ledger}` honours it")


def print_judgements(ledger: Path) -> None:
    """Print every judgement, the oldest first."""
    from dateline.app.formats import LineFormat
    from dateline.app.lines import print_objects

    with Ledger(ledger, read_only=True) as opened:
        found = judgements(opened)
    print_objects(
        [
            {
                "when": j.when.isoformat(sep=" ", timespec="seconds") if j.when else None,
                "who": j.who,
                "kind": j.kind,
                "claims": " ".join(j.claims),
                "apart": " ".join(j.apart),
                "note": j.note,
            }
            for j in found
        ],
        format=LineFormat.table,
        nothing="no judgements yet",
    )
