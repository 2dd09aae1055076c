"""TimeML documents: text, creation time, and the TIMEX3 of the text with their characters."""

from __future__ import annotations

import datetime as dt
import html
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ARCHIVE = Path(__file__).resolve().parents[3] / "shared" / "bench" / "time" / "timebank-aquaint.tar.gz"

_TAG = re.compile(r"<(/?)([A-Za-z0-9]+)([^>]*)>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


class Timex(NamedTuple):
    """One annotated time expression."""

    start: int
    end: int
    value: str
    type: str


class TimeML(NamedTuple):
    """One document: its text without markup, and the day it was made."""

    name: str
    corpus: str
    text: str
    created: dt.date
    timexes: tuple[Timex, ...]


def documents(archive: Path = ARCHIVE) -> Iterator[TimeML]:
    """TimeBank and AQUAINT, by name; the duplicate in `testpipeline` is left out."""
    with tarfile.open(archive) as tar:
        members = [m for m in tar.getmembers() if m.name.endswith(".tml") and "testpipeline" not in m.name]
        for member in sorted(members, key=lambda m: m.name):
            handle = tar.extractfile(member)
            assert handle is not None  # a regular file
            source = handle.read().decode("utf-8", "replace")
            yield _document(member.name, source)


def _document(path: str, source: str) -> TimeML:
    created = re.search(r'<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>', source)
    assert created is not None  # every document of both corpora has one
    value = dict(_ATTRIBUTE.findall(created.group()))["value"]
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)
    text, timexes = _plain(body.group(1) if body else "")
    name, corpus = Path(path).stem, Path(path).parent.name
    return TimeML(name, corpus, text, dt.date.fromisoformat(value[:10]), timexes)


def _plain(marked: str) -> tuple[str, tuple[Timex, ...]]:
    parts: list[str] = []
    length, at = 0, 0
    open_timex: tuple[int, dict[str, str]] | None = None
    found: list[Timex] = []
    for tag in _TAG.finditer(marked):
        piece = html.unescape(marked[at : tag.start()])
        parts.append(piece)
        length, at = length + len(piece), tag.end()
        if tag.group(2) != "TIMEX3":
            continue
        if not tag.group(1):
            open_timex = (length, dict(_ATTRIBUTE.findall(tag.group(3))))
        elif open_timex is not None:
            start, attributes = open_timex
            found.append(Timex(start, length, attributes.get("value", ""), attributes.get("type", "")))
            open_timex = None
    parts.append(html.unescape(marked[at:]))
    return "".join(parts), tuple(found)
