"""What the web app does with its ledger: shows all of it, and adds what people decide and bring."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import get_args

from dateline.app.reporting import contents
from dateline.app.reviewing import keep_review
from dateline.claims.record import Claim
from dateline.document import Document
from dateline.errors import UsageError
from dateline.export.page import Served, page
from dateline.ledger import Failure, Ledger
from dateline.ledger.links_judge import Kind, judge
from dateline.ledger.links_read import figure_rule, linkings
from dateline.ledger.links_write import relink
from dateline.ledger.reviews_write import Decision
from dateline.link.record import Settings
from dateline.pipeline.fingerprint import fingerprint
from dateline.pipeline.run import coded_into
from dateline.read.record import MAX_CHARACTERS
from dateline.read.text import document_of

Given = Mapping[str, object]
"""What a request's JSON holds."""
NAMED = 8
"""Characters of a pasted report's digest that name it."""
TABLES = ("codings", "linkings", "judgements", "reviews")
"""What is added to whenever the page has something new to show."""


class Desk:
    """A ledger as the web app holds it: opened for each request and closed after it.

    So `dateline code` may write to it meanwhile, from a nightly job say. Requests take turns, since one
    process opens a file for reading or for writing. Every method raises DatelineError.
    """

    def __init__(self, ledger: Path, *, title: str, token: str) -> None:
        self._ledger, self._title, self._token = ledger, title, token
        self._turn = Lock()
        self._made: tuple[str, str] | None = None
        # Not a ledger, or one of another version: said at once, not at the first request.
        self.state()

    def state(self) -> str:
        """A token that changes whenever the page would."""
        with self._turn, Ledger(self._ledger, read_only=True) as opened:
            return _state(opened)

    def page(self) -> str:
        """The page of the ledger as it now is."""
        with self._turn, Ledger(self._ledger, read_only=True) as opened:
            state = _state(opened)
            if self._made is None or self._made[0] != state:
                found, linked, reviews = contents(opened, run=None)
                served = Served(token=self._token, state=state)
                made = page(found, title=self._title, linked=linked, reviews=reviews, served=served)
                self._made = state, made
            return self._made[1]

    def judge(self, given: Given) -> dict[str, str | None]:
        """Keep a judgement (`kind`, `names`, `by`, `note`) and link by it: the `incident` it left."""
        kind = next((k for k in get_args(Kind) if k == given.get("kind")), None)
        names = given.get("names")
        if kind is None or not isinstance(names, list) or not all(isinstance(n, str) for n in names):
            raise UsageError("no such judgement: merge, split or lock incidents or claims by their ids")
        who = _words(given, "by")
        if who is None:
            raise UsageError("nobody judges: give your name; it is kept with the judgement")
        with self._turn, Ledger(self._ledger) as opened:
            made = judge(opened, kind, names, who=who, note=_words(given, "note") or "")
            return {"incident": _linked(opened, made.claims)}

    def review(self, given: Given) -> dict[str, str]:
        """Keep a review of a `claim` (`verdict`, `values`, `by`, `note`), for the next linking."""
        verdict = next((v for v in get_args(Decision) if v == given.get("verdict")), None)
        name, values = _words(given, "claim"), given.get("values") or []
        if verdict is None or name is None or not isinstance(values, list):
            raise UsageError("no such review: confirm, correct, reject or withdraw a claim by its id")
        pairs = [str(value) for value in values if str(value).strip()]
        note = _words(given, "note") or ""
        with self._turn, Ledger(self._ledger) as opened:
            keep_review(opened, verdict, [name], who=_words(given, "by") or "", note=note, pairs=pairs)
        return {"claim": name}

    def link(self, given: Given) -> dict[str, str | None]:
        """Link what is new in the ledger; nothing is asked for."""
        with self._turn, Ledger(self._ledger) as opened:
            return {"incident": _linked(opened, ())}

    def add(self, given: Given) -> dict[str, str | int]:
        """Code a pasted report (`text`, `name`, `title`, `outlet`, `published`), keep it, and link it."""
        document = _pasted(given)
        with self._turn, Ledger(self._ledger) as opened:
            run = opened.start(fingerprint())
            claims: Sequence[Claim] = ()
            for outcome in coded_into(opened, [document], run=run):
                if isinstance(outcome, Failure):
                    raise UsageError(str(outcome))
                claims = outcome.claims
            _linked(opened, ())
        return {"report": document.id, "claims": len(claims)}


def _state(ledger: Ledger) -> str:
    held = {name for (name,) in ledger.ask("SELECT table_name FROM duckdb_tables()")}
    # A ledger that was never linked has no tables for it.
    counts = [ledger.ask(f"SELECT coalesce(max(id), 0) FROM {t}")[0][0] for t in TABLES if t in held]  # noqa: S608 - our own words
    return "-".join(map(str, counts))


def _linked(ledger: Ledger, claims: Sequence[str]) -> str | None:
    """Link what is new by the rule for figures that the ledger has; the incident of the first claim."""
    settings = Settings(figures=figure_rule(ledger)) if linkings(ledger) else Settings()
    _, made, _ = relink(ledger, settings=settings)
    return next((incident.id for incident in made if claims and claims[0] in incident.claims), None)


def _pasted(given: Given) -> Document:
    text = _words(given, "text")
    if text is None:
        raise UsageError("an empty report: paste its text")
    if len(text) > MAX_CHARACTERS:
        raise UsageError(f"a report of {len(text):,} characters: paste {MAX_CHARACTERS:,} or fewer")
    day = _words(given, "published")
    try:
        published = dt.date.fromisoformat(day) if day else None
    except ValueError:
        raise UsageError(f"not a date: {day}; write it as 2017-06-13") from None
    # Its own words name it, so that the same report pasted twice is one.
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return document_of(
        text,
        name=_words(given, "name") or f"pasted-{digest[:NAMED]}",
        title=_words(given, "title"),
        outlet=_words(given, "outlet"),
        published=published,
    )


def _words(given: Given, field: str) -> str | None:
    """What stands in a field, or None: nothing, or no words."""
    value = given.get(field)
    return (value.strip() or None) if isinstance(value, str) else None
