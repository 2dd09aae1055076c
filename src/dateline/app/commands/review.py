"""`dateline review`: what people decide of single claims."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.app.commands.link import Note, Who
from dateline.app.commands.options import LedgerPath
from dateline.app.formats import SheetFormat

app = typer.Typer(
    help="Say of single claims that they are right, wrong or none; newer coders do not undo it.",
    no_args_is_help=True,
)
Names = Annotated[list[str], typer.Argument(metavar="ID...", help="Ids of claims, or their beginnings.")]
Format = Annotated[SheetFormat, typer.Option("--format", help="How to print.")]


@app.command()
def confirm(names: Names, ledger: LedgerPath, by: Who, note: Note = "") -> None:
    """Say that claims are right as they stand: these values stay, whatever a newer coder says.

    \b
    Examples:
      dateline review confirm c_3f9a0c51 --ledger war.db --by ada
      dateline review confirm c_3f9a0c51 c_0b51d2e8 --ledger war.db --by ada --note "read both"
    """
    from dateline.app.reviewing import run_review

    run_review(ledger, "confirmed", names, who=by, note=note)


@app.command()
def reject(names: Names, ledger: LedgerPath, by: Who, note: Note = "") -> None:
    """Say that these are no claims: they stay out of incidents, counts and exports.

    \b
    Examples:
      dateline review reject c_3f9a0c51 --ledger war.db --by ada --note "a drill, no attack"
    """
    from dateline.app.reviewing import run_review

    run_review(ledger, "rejected", names, who=by, note=note)


@app.command()
def correct(
    name: Annotated[str, typer.Argument(metavar="ID", help="Id of the claim, or its beginning.")],
    ledger: LedgerPath,
    by: Who,
    set_: Annotated[
        list[str],
        typer.Option("--set", metavar="NAME=VALUE", help="A column of `claims --format csv` and its value."),
    ],
    note: Note = "",
) -> None:
    """Give a claim other values; the coder's stay beside them. An empty value is unknown.

    NAME is a column of `claims --format csv`: action, status, means, agents, agent_ids, targets,
    target_ids, place, place_role, gazetteer, place_name, country, admin1, lat, lon, precision, time_start,
    time_end, time_precision, killed_low, killed_high, wounded_low, wounded_high, source, source_kind,
    source_side. Or it is a whole field of the claim format, such as quantities or places, in JSON.

    \b
    Examples:
      dateline review correct c_3f9a0c51 --ledger war.db --by ada --set action=shelling
      dateline review correct c_3f9a0c51 --ledger war.db --by ada --set killed_low=4 --set killed_high=6
      dateline review correct c_3f9a0c51 --ledger war.db --by ada --set gazetteer=geonames:170063
      dateline review correct c_3f9a0c51 --ledger war.db --by ada --set agent_ids=SYR:military
      dateline review correct c_3f9a0c51 --ledger war.db --by ada --set time_start= --note "no day is told"
    """
    from dateline.app.reviewing import run_review

    run_review(ledger, "corrected", [name], who=by, note=note, pairs=set_)


@app.command()
def withdraw(names: Names, ledger: LedgerPath, by: Who, note: Note = "") -> None:
    """Take reviews back: the claims are again as the coder has them. That there were reviews stays on record.

    \b
    Examples:
      dateline review withdraw c_3f9a0c51 --ledger war.db --by ada --note "mixed up two reports"
    """
    from dateline.app.reviewing import run_review

    run_review(ledger, "withdrawn", names, who=by, note=note)


@app.command(name="list")
def list_(
    ledger: LedgerPath,
    unsettled: Annotated[
        bool,
        typer.Option(
            "--unsettled", help="Only those whose words a newer coding has otherwise, or not at all."
        ),
    ] = False,
    format: Format = SheetFormat.table,
) -> None:
    """List what was reviewed, by whom, and what the coder says of the same words since.

    \b
    Examples:
      dateline review list --ledger war.db
      dateline review list --ledger war.db --unsettled
      dateline review list --ledger war.db --format csv
    """
    from dateline.app.review_lists import print_reviews

    print_reviews(ledger, unsettled=unsettled, format=format)


@app.command(name="next")
def next_(
    ledger: LedgerPath,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Claims to show.")] = 20,
    document: Annotated[
        str | None, typer.Option("--document", help="Of this document: its name, or the beginning of its id.")
    ] = None,
    format: Format = SheetFormat.table,
) -> None:
    """List the claims that nobody reviewed, those whose coding is least sure first.

    The CSV is a sheet to fill in for `dateline review import`.

    \b
    Examples:
      dateline review next --ledger war.db
      dateline review next --ledger war.db --limit 200 --format csv > sheet.csv
    """
    from dateline.app.review_lists import print_next

    print_next(ledger, limit=limit, document=document, format=format)


@app.command(name="import")
def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="SHEET...", help="CSV or JSON lines of claims, with verdicts.")
    ],
    ledger: LedgerPath,
    by: Annotated[
        str, typer.Option("--by", metavar="WHO", help="Who decides it, where a row has no `review_by`.")
    ] = "",
) -> None:
    """Take reviews from a sheet of claims: the rows that say something under `review`.

    A sheet is what `review next --format csv`, `claims --format csv` or the page's Save as CSV give. Under
    `review` a row has confirmed, corrected, rejected or withdrawn; of a corrected one every changed cell
    counts. Bad rows are reported one by one, and the rest is kept.

    \b
    Examples:
      dateline review import sheet.csv --ledger war.db --by ada
      dateline review import sheet.jsonl --ledger war.db
    """
    from dateline.app.reviewing import run_review_import

    raise typer.Exit(run_review_import(files, ledger=ledger, who=by))
