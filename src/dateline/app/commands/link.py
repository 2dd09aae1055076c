"""`dateline link`: claims into incidents, and what people decide of them."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.app.commands.options import LedgerPath
from dateline.app.formats import FigureRule

Who = Annotated[str, typer.Option("--by", metavar="WHO", help="Who decides it.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")]
Names = Annotated[
    list[str], typer.Argument(metavar="ID...", help="Ids of incidents or claims, or their beginnings.")
]


def link(
    ledger: LedgerPath,
    figures: Annotated[
        FigureRule, typer.Option("--figures", help="How the best of rival figures is chosen.")
    ] = FigureRule.ucdp,
    entire: Annotated[
        bool, typer.Option("--all", help="Link everything anew, even if few reports are new.")
    ] = False,
) -> None:
    """Link the claims of a ledger into incidents, beside the linkings there were.

    A few new reports find their places among the incidents there are, which keep their ids; with many,
    or with --all, everything is linked at once. Judgements (dateline judge) are always honoured.

    \b
    Examples:
      dateline link --ledger war.db
      dateline link --ledger war.db --figures acled
      dateline link --ledger war.db --all
    """
    from dateline.app.links_importing import run_link

    run_link(ledger, figures=figures.value, entire=entire)


judge = typer.Typer(help="Say what is one incident and what is not.", no_args_is_help=True)


@judge.command()
def merge(names: Names, ledger: LedgerPath, by: Who, note: Note = "") -> None:
    """Say that incidents or claims are one incident.

    \b
    Examples:
      dateline judge merge i_3f9a0c51 i_77e01b2c --ledger war.db --by ada --note "one raid, two names"
    """
    from dateline.app.links_importing import run_judge

    run_judge(ledger, "merge", names, who=by, note=note)


@judge.command()
def split(names: Names, ledger: LedgerPath, by: Who, note: Note = "") -> None:
    """Say that claims are not of the incident they are in, but one of their own.

    \b
    Examples:
      dateline judge split c_3f9a0c51 c_0b51d2e8 --ledger war.db --by ada --note "the day before"
    """
    from dateline.app.links_importing import run_judge

    run_judge(ledger, "split", names, who=by, note=note)


@judge.command()
def lock(names: Names, ledger: LedgerPath, by: Who, note: Note = "") -> None:
    """Say that an incident, or some claims, are whole as they are: nothing joins them.

    \b
    Examples:
      dateline judge lock i_3f9a0c51 --ledger war.db --by ada --note "checked with the morgue"
    """
    from dateline.app.links_importing import run_judge

    run_judge(ledger, "lock", names, who=by, note=note)


@judge.command(name="list")
def list_(ledger: LedgerPath) -> None:
    """List the judgements of a ledger, the oldest first.

    \b
    Examples:
      dateline judge list --ledger war.db
    """
    from dateline.app.links_importing import print_judgements

    print_judgements(ledger)
