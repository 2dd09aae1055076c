"""`dateline gazetteer`: which places a name may stand for, and an analyst's own places."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.app.formats import LineFormat

app = typer.Typer(help="Look places up, and add your own.", no_args_is_help=True)


@app.command()
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place name, in any spelling.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="Candidates to show.")] = 10,
    format: Annotated[LineFormat, typer.Option("--format", help="How to print.")] = LineFormat.table,
) -> None:
    """Show the places a name may stand for, the likeliest first, with the reasons of their order.

    \b
    Examples:
      dateline gazetteer find "Deir Ezzur"
      dateline gazetteer find Hama --limit 3 --format jsonl
    """
    from dateline.app.places import print_candidates

    raise typer.Exit(print_candidates(name, limit=limit, format=format))


@app.command()
def add(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="GeoNames dumps, GeoJSON or CSV, also gzipped.")
    ],
) -> None:
    """Add places of your own. Those of a short file, of up to 500, win over all others of their name.

    The places of a longer file, such as a country's official list, fill gaps and weigh less than the
    shipped gazetteer.

    \b
    Examples:
      dateline gazetteer add SY.txt
      dateline gazetteer add villages.geojson.gz
      dateline gazetteer add my-places.csv
    """
    from dateline.app.places import add_places

    raise typer.Exit(add_places(files))


@app.command()
def remove(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The file's name without its ending, as ids begin with it.")
    ],
) -> None:
    """Take away the places that a file of yours added, for instance to add it again, corrected.

    \b
    Examples:
      dateline gazetteer remove my-places
    """
    from dateline.app.places import remove_places

    remove_places(name)
