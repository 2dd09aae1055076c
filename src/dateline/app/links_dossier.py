"""The dossier of one incident: each claim's words, who, when, what agrees and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.app import words
from dateline.app.formats import LineFormat
from dateline.app.links_printing import figure_words, warn_of_news
from dateline.app.terminal import page, say
from dateline.claims.codec import line, public
from dateline.claims.record import Claim
from dateline.export.neutral import printable
from dateline.export.voices import words_around
from dateline.ledger import Ledger
from dateline.ledger.links_load import Linkable, linkable, report_of
from dateline.ledger.links_read import figure_rule, incident_named, members
from dateline.ledger.links_record import Member
from dateline.link.belligerents import belligerents
from dateline.link.codec import incident_json, victims_json
from dateline.link.origins import origins_of
from dateline.link.record import FigureRange, Incident, Rule, VictimToll
from dateline.link.sides import outlet_side, side_of
from dateline.link.standing import agreed, outlets_of, stand
from dateline.link.victims import victim_tolls

if TYPE_CHECKING:
    from rich.text import Text

AROUND = 110
"""Characters of the text shown on either side of a claim's trigger."""

Piece = tuple[str, str]
"""Words and their style."""


def print_incident(ledger: Path, name: str, *, format: LineFormat) -> None:
    """Print one incident with all that is known of it. Raises LedgerError."""
    with Ledger(ledger, read_only=True) as opened:
        warn_of_news(opened)
        incident = incident_named(opened, name)
        why = {m.claim: m for m in members(opened, incident.id)}
        known = linkable(opened)
        dead = dead_of(incident, known, rule=figure_rule(opened))
    if format is LineFormat.jsonl:
        more = {"related": list(incident.related), "locked": incident.locked}
        say(line({**incident_json(incident), **more, "dead": list(map(victims_json, dead))}))
        for c in incident.claims:
            if c in known.claims:
                say(line(public(known.claims[c])))
        return
    page(_text(dossier(incident, known, why, dead)))


def dead_of(incident: Incident, known: Linkable, *, rule: Rule) -> tuple[VictimToll, ...]:
    """Whose an incident's dead were, by the claims that the ledger has now."""
    claims = [known.claims[c] for c in incident.claims if c in known.claims]
    own = {c.document: report_of(known.documents[c.document]) for c in claims}
    origins = origins_of(claims, own)
    return victim_tolls(claims, origins, belligerents(claims, origins), rule=rule)


def _text(lines: Iterable[tuple[Piece, ...]]) -> Text:
    from rich.text import Text

    made = Text()
    for pieces in lines:
        for said, style in pieces:
            made.append(printable(said), style=style)
        made.append("\n")
    return made


def dossier(
    incident: Incident, known: Linkable, why: Mapping[str, Member], dead: Iterable[VictimToll] = ()
) -> Iterator[tuple[Piece, ...]]:
    """The lines of a dossier, each as pieces of words with their styles."""
    claims = [known.claims[c] for c in incident.claims if c in known.claims]
    yield from _head(incident, known)
    yield from _figures(incident, known)
    yield from _whose(dead, known)
    yield from _agreement(claims)
    yield from _disputes(incident, known)
    yield (("\nClaims", "bold"),)
    for document in dict.fromkeys(c.document for c in claims):
        report = known.reports[document]
        side = outlet_side(report.outlet)
        about = (
            report.outlet,
            str(report.published) if report.published else "undated",
            side and f"side {words.body(side)}",
        )
        yield ((f"\n{report.name}", "bold"), (f"  {' · '.join(p for p in about if p)}", "dim"))
        for claim in (c for c in claims if c.document == document):
            yield from _claim(claim, known, why.get(claim.id))


def independence(incident: Incident, known: Linkable) -> str:
    """How far apart its voices stand: `12 outlets, 2 origins, none known but of one side: Hezbollah`."""
    outlets = len(outlets_of((known.claims[c] for c in incident.claims if c in known.claims), known.reports))
    origins = len(incident.origins)
    many = f"{outlets} outlet{'s' * (outlets != 1)}, {origins} origin{'s' * (origins != 1)}"
    sides = ", ".join(map(words.body, incident.sides))
    return f"{many}, {stand(incident)}{': ' if sides else ''}{sides}"


def _head(incident: Incident, known: Linkable) -> Iterator[tuple[Piece, ...]]:
    yield ((incident.name, "bold"), (f"  {incident.id}", "dim"))
    yield (("grade ", ""), (incident.grade, "bold"), (f": {'; '.join(incident.reasons)}", ""))
    days = f"{incident.start or 'no day known'}"
    if incident.end and incident.end != incident.start:
        days += f" to {incident.end}"
    where = incident.place or "no place known"
    if incident.lat is not None and incident.lon is not None:
        where += f" ({incident.lat:.3f}, {incident.lon:.3f}; precision {incident.precision or '?'})"
    yield ((f"{days}; {where}", ""),)
    yield ((independence(incident, known), ""),)
    yield ((f"origins: {', '.join(words.body(o.removeprefix('outlet:')) for o in incident.origins)}", "dim"),)
    if incident.locked:
        yield (("locked: nothing joins it", "bold"),)
    if incident.related:
        yield ((f"part of, or has as parts: {', '.join(incident.related)}", ""),)


def _figures(incident: Incident, known: Linkable) -> Iterator[tuple[Piece, ...]]:
    if incident.figures:
        yield (("\nFigures", "bold"),)
    for f in incident.figures:
        yield ((f"  {figure_words(f)}", "yellow"), (f"  {f.rule}", "dim"))
        yield from _behind(f, known)
        for doubt in f.doubts:
            yield ((f"    doubt: {doubt}", "red"),)


def _behind(f: FigureRange, known: Linkable) -> Iterator[tuple[Piece, ...]]:
    for what, ids in (("low", f.low_claims), ("best", f.best_claims), ("high", f.high_claims)):
        told = dict.fromkeys(_said(known.claims[c], known) for c in ids if c in known.claims)
        yield ((f"    {what}: {'; '.join(told)}", ""),)


def _whose(dead: Iterable[VictimToll], known: Linkable) -> Iterator[tuple[Piece, ...]]:
    """The dead by group, of each with who says so."""
    listed = [group for group in dead if group.toll.high]
    if listed:
        yield (("\nWhose dead", "bold"),)
    for group in listed:
        bodies = ", ".join(map(words.body, group.bodies))
        whose = {"civilians": "civilians", "unknown": "not told whose"}.get(
            group.victims, f"of the side of {bodies}"
        )
        yield ((f"  {figure_words(group.toll)}, {whose}", "yellow"),)
        yield from _behind(group.toll, known)


def _said(claim: Claim, known: Linkable) -> str:
    report = known.reports[claim.document]
    return " < ".join(part for part in (words.who_says(claim), report.outlet or report.name) if part)


def _agreement(claims: Iterable[Claim]) -> Iterator[tuple[Piece, ...]]:
    shared = [f"{kind} {name}" for kind, name, _ in agreed(claims)]
    yield (("\nSeveral reports agree on: ", "bold"), (", ".join(shared) or "nothing", ""))


def _disputes(incident: Incident, known: Linkable) -> Iterator[tuple[Piece, ...]]:
    if not incident.contradictions:
        yield (("No contradictions found", "bold"),)
        return
    yield (("Contradictions", "bold"),)
    for c in incident.contradictions:
        what = " ".join(part for part in (c.kind, c.measure, "(update)" if c.update else None) if part)
        yield ((f"  {what}: ", "red"), (c.note, ""))
        for claim in (known.claims[x] for x in (c.a, c.b) if x in known.claims):
            yield ((f"    {_said(claim, known)}: ", "dim"), (_quote(claim, known), ""))


def _quote(claim: Claim, known: Linkable) -> str:
    return words_around(claim, known.documents[claim.document], AROUND)


def _claim(claim: Claim, known: Linkable, why: Member | None) -> Iterator[tuple[Piece, ...]]:
    side = side_of(claim, known.reports[claim.document])
    yield (
        (f"  {words.summary(claim)}", "bold"),
        (f"  {claim.id}{f'  side {words.body(side)}' if side else ''}", "dim"),
    )
    yield ((f"    {_quote(claim, known)}", ""),)
    if why is not None and why.nearest is not None and why.score is not None:
        shares = ", ".join(f"{name} {value:+.1f}" for name, value in why.shares[:4])
        yield ((f"    linked to {why.nearest}, score {why.score:+.1f}: {shares}", "dim"),)
