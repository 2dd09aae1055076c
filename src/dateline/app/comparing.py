"""Prints the runs of a ledger, their failures, and the differences between two."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.app import words
from dateline.app.formats import LineFormat
from dateline.app.lines import print_objects
from dateline.app.terminal import console, say
from dateline.claims.codec import Json, line
from dateline.export.neutral import printable
from dateline.ledger import Ledger, Run
from dateline.ledger.diff import Change, changes

SIGNS = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow")}


def print_runs(ledger: Path, *, format: LineFormat) -> None:
    """Print a line for each run."""
    with Ledger(ledger, read_only=True) as opened:
        found = [_run(run) for run in opened.runs()]
    print_objects(found, format=format, nothing="no run yet")


def print_failures(ledger: Path, *, format: LineFormat) -> None:
    """Print a line for each input that could not be read or coded."""
    with Ledger(ledger, read_only=True) as opened:
        rows = opened.ask("SELECT * FROM failures ORDER BY run, input, reason")
    keys = ("run", "input", "reason", "advice")
    print_objects([dict(zip(keys, row, strict=True)) for row in rows], format=format, nothing="no failures")


def _run(run: Run) -> Json:
    return {
        "run": run.id,
        "coder": run.fingerprint.coder,
        "settings": run.fingerprint.settings,
        "lexicon": run.fingerprint.lexicon,
        "started": run.started.isoformat(sep=" ", timespec="seconds"),
        "finished": run.finished.isoformat(sep=" ", timespec="seconds") if run.finished else None,
        "documents": run.documents,
        "claims": run.claims,
        "failures": run.failures,
    }


def print_changes(ledger: Path, before: int, after: int, *, format: LineFormat) -> None:
    """Print each claim that two runs code differently, and a count of each kind."""
    counts = dict.fromkeys(SIGNS, 0)
    with Ledger(ledger, read_only=True) as opened:
        for change in changes(opened, before, after):
            counts[change.kind] += 1
            if format is LineFormat.jsonl:
                say(line(_change(change)))
            else:
                _show(change)
    if format is LineFormat.table:
        say(", ".join(f"{count} {kind}" for kind, count in counts.items()))


def _change(change: Change) -> Json:
    return {
        "change": change.kind,
        "document": change.claim.document,
        "name": change.name,
        "claim": change.claim.id,
        "span": list(change.claim.span),
        "trigger": change.claim.trigger,
        "action": change.claim.action,
        "fields": {key: {"before": old, "after": new} for key, old, new in change.fields},
    }


def _show(change: Change) -> None:
    from rich.text import Text

    sign, style = SIGNS[change.kind]
    text = Text(f"{sign} ", style=style)
    text.append(
        printable(f"{change.name} [{change.claim.span.start}] “{change.claim.trigger}” "), style="bold"
    )
    text.append(words.summary(change.claim), style="not bold")
    for key, old, new in change.fields:
        was, now = shown_pair(old, new)
        text.append(f"\n    {key}: ", style="dim")
        text.append(was, style="red").append(" → ").append(now, style="green")
    console().print(text)


def shown_pair(old: object, new: object) -> tuple[str, str]:
    """Both values in one line, briefly unless that would hide the difference."""
    was, now = _brief(old), _brief(new)
    if was != now:
        return was, now
    return printable(json.dumps(old, ensure_ascii=False)), printable(json.dumps(new, ensure_ascii=False))


def _brief(value: object) -> str:
    """A field's value in one line; of parts only what names them."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "; ".join(_brief(item) for item in value)
    if isinstance(value, dict):
        keys = (
            "text",
            "actor",
            "role",
            "gazetteer",
            "start",
            "end",
            "measure",
            "low",
            "high",
            "kind",
            "place",
        )
        named = [str(value[key]) for key in keys if value.get(key) is not None]
        return printable(" ".join(named) or json.dumps(value))
    return printable("nothing" if value in (None, []) else str(value))
