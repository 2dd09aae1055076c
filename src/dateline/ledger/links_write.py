"""Links the claims of a ledger and stores the outcome as a linking, beside those before it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from importlib.resources.abc import Traversable

from dateline.ledger.links_extend import extended
from dateline.ledger.links_judge import judgements
from dateline.ledger.links_load import Linkable, linkable
from dateline.ledger.links_members import members_of
from dateline.ledger.links_read import incidents, linkings
from dateline.ledger.links_record import Linking, dumped
from dateline.ledger.rows import Row, storable
from dateline.ledger.store import Ledger, insert
from dateline.lexicon.load import own_file
from dateline.link.bulk import link
from dateline.link.record import Incident, Settings
from dateline.version import __version__

FEW = 0.02
"""Up to this share of new reports find their places among what is linked; more are linked anew with all."""


def relink(
    ledger: Ledger, *, settings: Settings | None = None, entire: bool = False
) -> tuple[Linking, Sequence[Incident], bool]:
    """The linking of the ledger as it stands, its incidents, and whether it had to be made.

    Nothing is made when no document, judgement, review, setting or rule is new. A few new reports are placed
    among the incidents there are; all is linked at once when there are many, or if `entire`.
    """
    used = settings or Settings()
    known = linkable(ledger, copies=True)
    before = linkings(ledger)
    last = before[-1] if before else None
    now = _now(ledger, known, used, last)
    held = incidents(ledger) if last else []
    if last and not entire and _same(last, now):
        return last, held, False
    grown = None if entire or last is None or not _grown(last, now) else extended(known, last, held, used)
    made = (
        link(known.claims.values(), known.reports.values(), settings=used, judgements=judgements(ledger))
        if grown is None
        else grown
    )
    new = dataclasses.replace(now, entire=grown is None, incidents=len(made))
    old = {i.id: i for i in held} if grown is not None else {}
    _store(ledger, new, [i for i in made if old.get(i.id) != i], known)
    return new, made, True


def _now(ledger: Ledger, known: Linkable, settings: Settings, last: Linking | None) -> Linking:
    """What a linking made now would say of itself."""
    ((judgement, review),) = ledger.ask(
        "SELECT (SELECT coalesce(max(id), 0) FROM judgements), (SELECT coalesce(max(id), 0) FROM reviews)"
    )
    return Linking(
        id=last.id + 1 if last else 1,
        linker=linker(),
        settings=json.dumps(dataclasses.asdict(settings)),
        entire=True,
        coding=max(known.codings.values(), default=0),
        judgement=judgement,
        reports=len(known.reports),
        claims=len(known.claims),
        incidents=0,
        linked=dt.datetime.now(dt.UTC).replace(tzinfo=None),
        review=review,
    )


def _same(last: Linking, now: Linking) -> bool:
    return _one_way(last, now) and (last.coding, last.claims) == (now.coding, now.claims)


def _one_way(last: Linking, now: Linking) -> bool:
    """True when nothing but reports came since."""
    return all(
        getattr(last, name) == getattr(now, name) for name in ("linker", "settings", "judgement", "review")
    )


def _grown(last: Linking, now: Linking) -> bool:
    """True when only few reports are new."""
    return _one_way(last, now) and 0 < now.reports - last.reports <= FEW * last.reports


def _store(ledger: Ledger, linking: Linking, made: Sequence[Incident], known: Linkable) -> None:
    members = [
        (linking.id, i, n, m.claim, m.nearest, m.score, json.dumps(m.shares))
        for i, n, m in members_of(made, known.claims, known.reports)
    ]
    with ledger.transaction() as connection:
        insert(connection, "linkings", [dataclasses.astuple(linking)])
        insert(connection, "incidents", list(_incident_rows(linking.id, made)))
        insert(connection, "members", members)
        insert(connection, "contradictions", list(_contradiction_rows(linking.id, made)))


def _incident_rows(linking: int, made: Iterable[Incident]) -> Iterator[Row]:
    for n, i in enumerate(made):
        where = (i.place and storable(i.place), i.lat, i.lon, i.precision)
        head = (linking, n, i.id, storable(i.name), i.action_group, i.start, i.end)
        yield (*head, *where, i.grade, storable(dumped(i)))


def _contradiction_rows(linking: int, made: Iterable[Incident]) -> Iterator[Row]:
    for i in made:
        for n, c in enumerate(i.contradictions):
            yield (linking, i.id, n, c.id, c.kind, c.measure, c.a, c.b, c.update, storable(c.note))


def linker() -> str:
    """dateline's version and a hash of the linker's code, weights and lexicons, own rules included."""
    package = resources.files("dateline")
    hashed = hashlib.sha256(own_file() or b"")
    for folder in (package / "link", package / "lexicon" / "en"):
        for entry in _files(folder):
            hashed.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return f"{__version__}:{hashed.hexdigest()[:16]}"


def _files(folder: Traversable) -> list[Traversable]:
    kept = (e for e in folder.iterdir() if e.name.endswith((".py", ".json", ".yaml")))
    return sorted(kept, key=lambda e: e.name)
