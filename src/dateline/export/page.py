"""One self-contained HTML page: reports with highlighted words, claims, table, map, and what linking made.

The page opens from disk without a network: style, script, data and outlines stand inside it. Texts
are hostile: they enter as JSON in an inert script element and reach the page as text nodes only.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2

from dateline.claims.codec import full
from dateline.claims.record import Claim
from dateline.document import Document
from dateline.export.event import country_name
from dateline.export.linked import Linked, linked_json
from dateline.export.outlines import outlines_around
from dateline.lexicon.load import mapping
from dateline.version import __version__

Entries = Sequence[tuple[Document, Sequence[Claim]]]
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
"""Nothing is fetched, whatever a text manages to smuggle in."""
SERVED = "; connect-src 'self'"
"""Of a page that the web app serves: it may speak with the web app."""
LONE = re.compile("[\ud800-\udfff]")
SCRIPTS = (
    "data",
    "card",
    "reader",
    "table",
    "reviewing",
    "days",
    "map",
    "linked",
    "incidents",
    "judging",
    "dossier",
    "control",
    "sources",
    "filters",
    "page",
    "saving",
    "address",
)
"""Files of the page's script, in the order in which they stand in it."""
STYLES = ("page", "linked")
DESK = ("desk",)
"""What a page that the web app serves has besides; no other page can ask for anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What a page needs to add to the ledger through the web app: its `token`, and which `state` it shows."""

    token: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews:
    """What a page says of reviews beside those that its claims carry."""

    rejected: int = 0
    """Claims that are left out: somebody rejected them."""
    unlinked: int = 0
    """Reviews that the incidents do not know yet."""


def write_page(
    entries: Entries, *, out: Path, title: str, linked: Linked | None = None, reviews: Reviews | None = None
) -> None:
    """Write the page to `out`, whole or not at all. Raises OSError when it cannot be written."""
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        part.write_text(page(entries, title=title, linked=linked, reviews=reviews), "utf-8")
        part.replace(out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def page(
    entries: Entries,
    *,
    title: str,
    linked: Linked | None = None,
    reviews: Reviews | None = None,
    served: Served | None = None,
) -> str:
    """The page as HTML; the same entries give the same page. Without `linked` it says how to link, without
    `served` it stands alone and shows the commands that would change the ledger."""
    files = resources.files("dateline.export") / "assets"
    template = jinja2.Environment(autoescape=True).from_string((files / "page.html").read_text("utf-8"))
    more = DESK if served else ()
    scripts = (SCRIPTS[0], *more, *SCRIPTS[1:])
    points = [
        (place.lat, place.lon)
        for _, claims in entries
        for claim in claims
        for place in claim.places
        if place.lat is not None and place.lon is not None
    ]
    return template.render(
        title=_whole(title),
        version=__version__,
        policy=POLICY + (SERVED if served else ""),
        served=served is not None,
        style="\n".join((files / f"{name}.css").read_text("utf-8") for name in STYLES + more),
        script="\n".join((files / f"{name}.js").read_text("utf-8") for name in scripts),
        reports=_inert([_report(document, claims) for document, claims in entries]),
        groups=_inert(mapping("action_groups")),
        countries=_inert({iso: country_name(iso) for iso in sorted(_countries(entries))}),
        desk=_inert(asdict(served) if served else None),
        links=_inert(None if linked is None else linked_json(linked)),
        reviews=_inert(asdict(reviews or Reviews())),
        outlines=_inert(outlines_around(points)),
    )


def _countries(entries: Entries) -> set[str]:
    places = (place for _, claims in entries for claim in claims for place in claim.places)
    return {place.country for place in places if place.country is not None}


def _report(document: Document, claims: Sequence[Claim]) -> dict[str, Any]:
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "outlet": document.outlet,
        "published": _day(document),
        "stated": document.restated.isoformat() if document.restated else None,
        "text": document.text,
        "marks": [list(b.span) for b in document.blocks if b.kind == "mark"],
        "headings": [list(b.span) for b in document.blocks if b.kind in ("heading", "title")],
        "claims": [full(claim) for claim in claims],
    }


def _day(document: Document) -> str | None:
    day = document.published or document.stated
    return day.isoformat() if day else None


def _inert(value: Any) -> str:
    """JSON that cannot close the script element it stands in nor open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return _whole(text)


def _whole(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which UTF-8 cannot hold: no character moves."""
    return LONE.sub("\ufffd", text)
