"""Keeps what people decide of single claims, one by one or by the sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from dateline.app.review_cells import changes, settings, shown
from dateline.app.review_sheet import Line, lines
from dateline.app.terminal import OK, SOME_FAILED, many, say, warn
from dateline.errors import LedgerError, UsageError
from dateline.export.neutral import printable
from dateline.ledger import Failure, Ledger
from dateline.ledger.links_read import linkings
from dateline.ledger.reviews_read import differing
from dateline.ledger.reviews_write import Claims, Decided, Decision, decided, keep


def run_review(
    ledger: Path, verdict: Decision, names: Sequence[str], *, who: str, note: str, pairs: Sequence[str] = ()
) -> None:
    """Keep one decision on some claims, and say what follows from it. Raises LedgerError, UsageError."""
    with Ledger(ledger) as opened:
        made = keep_review(opened, verdict, names, who=who, note=note, pairs=pairs)
        linked = bool(linkings(opened))
    then = f"; `dateline link --ledger {ledger}` takes it into the incidents" if linked else ""
    say(f"{verdict}: {many(len(made), 'claim')}{then}")


def keep_review(
    ledger: Ledger, verdict: Decision, names: Sequence[str], *, who: str, note: str, pairs: Sequence[str]
) -> list[Decided]:
    """Keep one decision on some claims, all or none. Raises LedgerError, UsageError."""
    claims = Claims(ledger)
    found = {made.stands.id: made for made in map(claims.named, names)}
    try:
        made = [
            decided(one, verdict, who=who, note=note, changes=changes(one, settings(pairs)))
            for one in found.values()
        ]
    except ValueError as error:
        raise UsageError(f"not reviewed: {', '.join(found)}: {error}") from None
    keep(ledger, made)
    return made


def run_review_import(files: Sequence[Path], *, ledger: Path, who: str) -> int:
    """Take the reviews of sheets; the exit code. Raises LedgerError, UsageError."""
    code = OK
    with Ledger(ledger) as opened:
        for path in files:
            told, made, known = list(lines(path)), dict[str, Decided](), 0
            claims = Claims(opened, [str((line.cells or {}).get("id", "")).strip() for line in told])
            for line in told:
                try:
                    decision = _decision(claims, line, who)
                    if decision is not None and decision.claim.id in made:
                        raise ValueError(f"a line before it reviews {decision.claim.id} too")
                except (ValueError, LedgerError) as error:
                    warn(str(_failure(path, line, error)))
                    code = SOME_FAILED
                    continue
                if decision is None:
                    known += 1
                else:
                    made[decision.claim.id] = decision
            keep(opened, list(made.values()))
            say(_told(path, list(made.values()), known))
    return code


def _failure(path: Path, line: Line, error: Exception) -> Failure:
    # A ledger's error says at its end what to do, which here is another thing.
    reason = str(error).partition("; ")[0] if isinstance(error, LedgerError) else str(error)
    return Failure(
        input=f"{path} (line {line.number})",
        reason=reason,
        advice="correct the line and import the file again",
    )


def _decision(claims: Claims, line: Line, who: str) -> Decided | None:
    """What a line decides, None where the ledger has that already. Raises ValueError, LedgerError."""
    if line.cells is None:
        raise ValueError(line.trouble)
    id, said, by, note = (_text(line, key) for key in ("id", "review", "review_by", "review_note"))
    verdict: Decision | None = next((x for x in get_args(Decision) if x == said.lower()), None)
    if verdict is None:
        raise ValueError(f"no such verdict: {said}; one of {', '.join(get_args(Decision))}")
    found = claims.named(id)
    review, base = found.stands.review, shown(found, line.cells)
    if verdict == "withdrawn" and review is None:
        return None
    new, by = changes(base, line.cells), by or who
    known = review is not None and (review.verdict, review.who, review.note) == (verdict, by, note)
    if base is found and known and not new:
        return None
    # A sheet has the name of who reviewed the row before: a new decision is not his.
    if base is found and review is not None and by == review.who:
        by = who or by
    made = decided(base, verdict, who=by, note=note, changes=new)
    if base is found:
        return made
    if known and not list(differing(made.claim, found.stands)):
        return None
    assert review is not None
    raise ValueError(f"{id} was {review.verdict} by {review.who} since; take its row from a new sheet")


def _text(line: Line, key: str) -> str:
    value = (line.cells or {}).get(key) or ""
    if not isinstance(value, str):
        raise ValueError(f"`{key}` is no text: {value!r}")
    return value.strip()


def _told(path: Path, made: Sequence[Decided], known: int) -> str:
    counted = Counter(decision.verdict for decision in made)
    verdicts = ", ".join(f"{n:,} {verdict}" for verdict, n in sorted(counted.items()))
    there = f"; {known:,} {'was' if known == 1 else 'were'} there already" if known else ""
    return printable(f"{path}: {many(len(made), 'review')}{f' ({verdicts})' if made else ''}{there}")
