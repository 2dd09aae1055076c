"""What a row of a spreadsheet, or `--set`, says otherwise than the claim it is of."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateline.app.review_parts import MADE_OF
from dateline.claims.codec import full
from dateline.export.flat import COLUMNS, row
from dateline.export.neutral import cell
from dateline.ledger.reviews_correct import CORRECTABLE
from dateline.ledger.reviews_write import Reviewable

FIELD_OF = {
    "action": "action",
    "status": "status",
    **{column: field for field, (_, columns) in MADE_OF.items() for column in columns},
}
"""Column that can be corrected -> the field of the claim format that it is of."""
FOLLOWING = frozenset(
    "document name outlet published id sentence start_char end_char loaded_terms confidence rule "
    "acled plover cameo ucdp review review_by review_on review_note review_since review_machine".split()
)
"""Columns that name the claim, follow from others or say of its review: spreadsheets may spoil them (`057`
becomes 57), and nothing is made of them."""


def changes(found: Reviewable, given: Mapping[str, Any]) -> dict[str, Any]:
    """New values by field of the claim format, for all that is given otherwise than the claim stands.

    Columns are those of `claims --format csv`; a list or an object is a whole field of the claim format.
    Columns that no claim has are an analyst's own. Raises ValueError where a column that cannot be corrected
    was changed.
    """
    now, whole = row(found.document, found.stands), full(found.stands)
    made: dict[str, Any] = {}
    cells: dict[str, dict[str, str]] = {}
    for column, value in given.items():
        if _is_field(column, value):
            made[column] = value
        elif column in COLUMNS and column not in FOLLOWING and not _same(value, now[column]):
            if column not in FIELD_OF:
                raise ValueError(f"`{column}` cannot be corrected; {HOW.get(column, 'leave it as it is')}")
            cells.setdefault(FIELD_OF[column], {})[column] = str(value).strip()
    for field, edited in cells.items():
        made[field] = MADE_OF[field][0](found.stands, edited) if field in MADE_OF else edited[field]
    return {field: value for field, value in made.items() if not _is_said(value, whole[field])}


def shown(found: Reviewable, given: Mapping[str, Any]) -> Reviewable:
    """The claim as it stood when its row was written: as it stands, or, reviewed only since, as it was coded.

    `review_on` of the row tells; a row without it is taken as it stands. Raises ValueError where it stood
    otherwise then: whoever wrote the row did not see what another decided.
    """
    review, told = found.stands.review, given.get("review_on")
    if not isinstance(told, str) or _minute(told) == _minute(review.when.isoformat(" ") if review else ""):
        return found
    if told.strip():
        raise ValueError("its row is of a review that was replaced or withdrawn since; take a new sheet")
    return replace(found, stands=found.coded)


def _minute(when: str) -> list[int]:
    """Numbers of a day and its time to the minute, in any order: spreadsheets drop the seconds."""
    return sorted(int(part) for part in re.findall(r"\d+", when)[:5])


def _is_said(new: Any, old: Any) -> bool:
    """True of a value that says nothing which the old one does not: `ISIS` of a body that has that name."""
    if isinstance(new, list) and isinstance(old, list):
        return len(new) == len(old) and all(map(_is_said, new, old))
    if isinstance(new, dict) and isinstance(old, dict):
        return all(_is_said(value, old.get(key)) for key, value in new.items())
    return bool(new == old)


HOW = {
    "trigger": "the row is of other words than its `id`",
    "quantities": "give `killed_low` and so on, or `quantities` of the claim format in JSON",
    "other_places": "give `places` of the claim format in JSON",
}


def _is_field(key: str, value: Any) -> bool:
    """True of what is no cell: a list, an object, null, or a field of the claim format that no column has."""
    return key in CORRECTABLE and (isinstance(value, list | dict | None) or key not in COLUMNS)


def _same(told: Any, value: Any) -> bool:
    """True of a cell that says what the claim has, also as spreadsheets write numbers and days."""
    text, own = ("" if x is None else str(x).strip() for x in (told, value))
    if text in (own, str(cell(own)).strip()):
        return True
    if isinstance(value, dt.date):
        # `8/6/2017` and `08.06.2017` are 2017-06-08 still: which was meant need not be asked.
        parts = sorted(int(part) for part in re.findall(r"\d+", text))
        return parts == sorted((value.year, value.month, value.day))
    if isinstance(value, int | float):
        try:
            return float(text) == value
        except ValueError:
            return False
    return " ".join(text.split()) == " ".join(own.split())


def settings(pairs: Sequence[str]) -> dict[str, Any]:
    """`killed_low=4` as {"killed_low": "4"}, `quantities=[...]` as JSON. Raises ValueError."""
    made: dict[str, Any] = {}
    for pair in pairs:
        name, mark, value = pair.partition("=")
        if not mark or name not in (*FIELD_OF, *CORRECTABLE):
            raise ValueError(
                f"cannot be set: {pair}; write NAME=VALUE with a column ({', '.join(FIELD_OF)}) "
                f"or a field of the claim format in JSON ({', '.join(CORRECTABLE)})"
            )
        made[name] = _value(name, value)
    return made


def _value(name: str, value: str) -> Any:
    if name in FIELD_OF and not value.startswith(("[", "{")):
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {name}={value}: {error.msg}") from None
