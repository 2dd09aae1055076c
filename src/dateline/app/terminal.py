"""Where a command's words go: results to stdout, progress and trouble to stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from dateline.errors import DatelineError, LedgerError, UsageError
from dateline.export.neutral import printable

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")

OK = 0
SOME_FAILED = 1
USAGE = 2
LEDGER = 3
BROKEN = 4
INTERRUPTED = 130


def exit_code(error: DatelineError) -> int:
    """The exit code that tells a script what kind of error this was."""
    if isinstance(error, UsageError):
        return USAGE
    if isinstance(error, LedgerError):
        return LEDGER
    return BROKEN


def say(text: str) -> None:
    """Write one line of a result."""
    sys.stdout.write(text + "\n")


def warn(text: str) -> None:
    """Write one line of trouble: `dateline: <what>: <where>; <what to do>`."""
    sys.stderr.write(f"dateline: {printable(' '.join(text.split()))}\n")


def console() -> Console:
    """A console for tables and coloured text on stdout; words are never read as markup."""
    from rich.console import Console

    # A file or a pipe has no width: 160 columns keep a claim on one line.
    width = None if sys.stdout.isatty() else 160
    return Console(markup=False, highlight=False, emoji=False, width=width)


def progress(outcomes: Iterable[T]) -> Iterator[T]:
    """`outcomes` as they come, counted by a bar on stderr when that is a terminal."""
    if not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("coding"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("coding", total=None)
        for outcome in outcomes:
            bar.advance(task)
            yield outcome
