"""Words from outside made safe to print: a report may carry codes that a terminal or a spreadsheet obeys."""

from __future__ import annotations

import re

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab and newline, direction overrides, and halves of characters."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What opens a formula; East Asian spreadsheets take the wide signs for the narrow ones."""


def printable(text: str) -> str:
    """`text` of the same length with every character that a terminal would obey made visible."""
    return _OBEYED.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def cell(value: object) -> object:
    """`value` for a spreadsheet: text that would be a formula gets an apostrophe; numbers stay."""
    if not isinstance(value, str):
        return value
    text = printable(value)
    return "'" + text if value.startswith(_FORMULA) else text
