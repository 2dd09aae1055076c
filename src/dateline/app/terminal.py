"""Where a command's words go: results to stdout, progress and trouble to stderr."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from dateline.errors import DatelineError, LedgerError, UsageError
from dateline.export.neutral import printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

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


def many(count: int, word: str) -> str:
    """`1 claim`, `2,000 claims`."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def check_output(output: Path) -> None:
    """Raises UsageError where `output` is a device, a pipe or a folder: only files are replaced."""
    if output.exists() and not output.is_file():
        raise UsageError(f"cannot write: {output}: not a file; name another file with -o")


@contextmanager
def writing(output: Path | None) -> Iterator[BinaryIO]:
    """The bytes of stdout, or of a file that is there whole or not at all. Raises UsageError."""
    if output is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    check_output(output)
    unfinished = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        unfinished.replace(output)
    except OSError as error:
        raise UsageError(f"cannot write: {output}: {error.strerror}; name another file with -o") from None
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def printing(output: Path | None) -> Iterator[None]:
    """What is printed goes to `output` instead of stdout, whole or not at all. Raises UsageError."""
    if output is None:
        yield
        return
    with writing(output) as stream:
        text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
        with redirect_stdout(text):
            yield
        text.detach()


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
    # What is printed meanwhile goes above the bar; a pipe must never be led to the terminal.
    shared = sys.stdout.isatty()
    screen = Console(stderr=True)
    with Progress(*columns, console=screen, transient=True, redirect_stdout=shared) as bar:
        task = bar.add_task("coding", total=None)
        for outcome in outcomes:
            bar.advance(task)
            yield outcome


def page(text: Text) -> None:
    """Print coloured text through a pager when stdout is a terminal, else as it is."""
    out = console()
    if not sys.stdout.isatty():
        out.print(text)
        return
    # -R keeps colours, -F leaves short texts on the screen, -X does not clear it afterwards.
    os.environ.setdefault("LESS", "-RFX")
    with out.pager(styles=True):
        out.print(text)
