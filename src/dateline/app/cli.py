"""The command line: parses, calls one function, prints. Heavy imports wait inside the commands."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from dateline.app.commands import (
    claims,
    code,
    contradictions,
    control,
    gazetteer,
    import_,
    incidents,
    ledger,
    link,
    mentions,
    review,
    serve,
    show,
    sources,
)
from dateline.app.terminal import INTERRUPTED, OK, USAGE, exit_code, say, warn
from dateline.errors import DatelineError
from dateline.version import __version__

# Newer releases of typer carry their own click: this is its usage error in either.
CommandLineError: type[Exception] = typer.BadParameter.__mro__[1]
NO_ARGUMENTS = "NoArgsIsHelpError"
"""Its kind that is no error but the help, of many lines."""

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(asked: bool) -> None:
    if asked:
        say(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Read war reports and write a ledger of attributed claims."""


for command in (
    code.code,
    show.show,
    mentions.mentions,
    claims.claims,
    ledger.report,
    serve.serve,
    ledger.runs,
    ledger.diff,
    link.link,
    incidents.incidents,
    incidents.incident,
    contradictions.contradictions,
    control.control,
    sources.sources,
):
    app.command()(command)
app.command(name="import")(import_.import_)
app.add_typer(review.app, name="review")
app.add_typer(link.judge, name="judge")
app.add_typer(gazetteer.app, name="gazetteer")


def tune_process() -> None:
    """Set this process up as the command line runs; benchmarks do so too."""
    # Imports and parsers make many objects that stay: collecting less often is a tenth of start-up.
    gc.set_threshold(100_000, 50, 50)
    # The products of matrices are small here: a second thread of numpy's mostly waits for the first, at the
    # price of a core. Read when numpy is loaded, which no command has done yet; workers inherit it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main() -> None:
    """Run the command line and leave with its exit code."""
    tune_process()
    status = run(sys.argv[1:])
    # As it ends, Python looks through all objects for garbage: a tenth of what coding one report takes.
    # DuckDB waits for that, and complains of what is left.
    if "duckdb" not in sys.modules:
        gc.freeze()
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run one command; every error is one line on stderr. The exit code (docs/cli.md)."""
    try:
        result = app(list(arguments), standalone_mode=False)
        if result == INTERRUPTED:
            raise KeyboardInterrupt
        sys.stdout.flush()
        return int(result or OK)
    except CommandLineError as error:
        if type(error).__name__ == NO_ARGUMENTS:
            sys.stderr.write(f"{error}\n")
        else:
            warn(_one_line(error))
        return USAGE
    except DatelineError as error:
        warn(str(error))
        return exit_code(error)
    except (KeyboardInterrupt, typer.Abort):
        warn(_stopped(arguments))
        return INTERRUPTED
    except (OSError, SystemExit) as error:
        return _unwritten(error)


def _stopped(arguments: Sequence[str]) -> str:
    if any(argument.partition("=")[0] == "--ledger" for argument in arguments):
        return "stopped: what was finished is kept; run the same command again to go on"
    return "stopped: nothing is kept without --ledger; run the same command again"


def _unwritten(error: OSError | SystemExit) -> int:
    """The exit code when standard output takes no more. A reader that has what it wanted is no trouble."""
    # click and rich leave by SystemExit(1) when the reader (`head`) has gone.
    cause = error.__context__ if isinstance(error, SystemExit) else error
    # A file that could not be opened has a name; that is not standard output.
    if not isinstance(cause, OSError) or cause.filename is not None:
        raise error
    # What is left unwritten goes nowhere: else Python would try again at exit, and complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(cause, BrokenPipeError):
        return OK
    warn(f"cannot write: standard output: {cause.strerror}; make room, or write elsewhere")
    return USAGE


def _one_line(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "dateline"
    said = str(getattr(error, "format_message", error.__str__)()).rstrip(".")
    said = said.replace("Value error, ", "")  # pydantic's prefix, which says nothing to a user
    return f"{said[:1].lower()}{said[1:]}; see {command} --help"
