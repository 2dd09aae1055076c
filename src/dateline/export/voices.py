"""What the voices of an incident say, in their own words, and how they stand to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dateline.claims.codec import whole
from dateline.claims.record import HAPPENED, Claim
from dateline.document import Document
from dateline.export.event import Event, name_of
from dateline.export.flat import Value
from dateline.export.reviewed import reviewed_words
from dateline.link.figures import event_figure
from dateline.link.record import Report
from dateline.link.sides import is_bystander
from dateline.link.standing import stand

AROUND = 160
"""Characters of a report quoted on either side of a claim's trigger."""

STANDING = (
    "claims",
    "reports",
    "sources",
    "origins",
    "sides",
    "stand",
    "statuses",
    "grade",
    "disputes",
    "killed_low",
    "killed_high",
    "doubts",
    "reported",
    "first",
    "second",
)
"""What our columns at the end of a row say, each named `dateline_...`: a row is claims, not a fact."""


def words_around(claim: Claim, document: Document, around: int) -> str:
    """`“…the words around a claim's trigger…”` on one line; of a text that is not kept, the trigger alone."""
    if document.sha256 is not None:
        return f"“{claim.trigger}”"
    start, end = max(claim.span.start - around, 0), min(claim.span.end + around, len(document.text))
    words = document.text[start:end]
    first = words.rfind("\n", 0, claim.span.start - start) + 1
    last = words.find("\n", claim.span.end - start)
    said = " ".join(words[first : None if last < 0 else last].split())
    return (
        f"“{'…' if start and not first else ''}{said}{'…' if last < 0 and end < len(document.text) else ''}”"
    )


def outlet_of(report: Report) -> str:
    """The outlet, of a report without one its name."""
    return report.outlet or report.name


def speaker_of(claim: Claim) -> str | None:
    """Whom a claim's report quotes for it, None where the outlet speaks itself.

    A body by its name, whatever the report calls it; a resident, or who is of no body, in the report's words.
    """
    source = claim.attribution[-1] if claim.attribution else None
    if source is None:
        return None
    named = source.actor is not None and not is_bystander(source.actor)
    return name_of(source.actor) if named and source.actor else " ".join(source.text.split())


def notes(event: Event) -> str:
    """`Orun Radio: “...”; the mayor (Orun Radio): “...”`: of each origin the claim that says most, quoted.

    At the end, in brackets, how many of the claims a person reviewed.
    """
    chosen: dict[str, Claim] = {}
    for claim in event.claims:
        origin = event.origins[claim.id]
        if origin not in chosen or _says(claim) > _says(chosen[origin]):
            chosen[origin] = claim
    said = (
        (claim, words_around(claim, event.documents[claim.document], AROUND)) for claim in chosen.values()
    )
    told = dict.fromkeys(f"{_label(claim, event)}: {words}" for claim, words in said)
    reviewed = reviewed_words(event.claims)
    return "; ".join([*told, *([f"[{reviewed}]"] if reviewed else [])])


def _says(claim: Claim) -> tuple[int, int]:
    parts = (claim.agents, claim.targets, claim.places, claim.quantities, claim.time)
    return claim.status in HAPPENED, sum(map(bool, parts))


def _label(claim: Claim, event: Event) -> str:
    outlet, speaker = outlet_of(event.reports[claim.document]), speaker_of(claim)
    return outlet if speaker is None or speaker == outlet else f"{speaker} ({outlet})"


def claimants(event: Event) -> list[str]:
    """Who says it, each once: those quoted, and outlets that speak themselves."""
    found = (speaker_of(c) or outlet_of(event.reports[c.document]) for c in event.claims)
    return list(dict.fromkeys(found))


def standing(event: Event) -> dict[str, Value]:
    """Our columns of a row, keys `dateline_` and one of STANDING."""
    incident = event.incident
    dead = event_figure(event.claims, event.origins, rule="acled")
    told = Counter(c.status for c in event.claims)
    published = [r.published for r in event.told_by if r.published]
    cells: dict[str, Value] = {
        "claims": len(incident.claims),
        "reports": len(event.told_by),
        "sources": len(incident.sources),
        "origins": len(incident.origins),
        "sides": _names(incident.sides),
        "stand": stand(incident),
        "statuses": ", ".join(f"{status} {n}" for status, n in sorted(told.items())),
        "grade": incident.grade,
        "disputes": sum(not c.update for c in incident.contradictions),
        "killed_low": whole(dead.low) if dead else None,
        "killed_high": whole(dead.high) if dead else None,
        "doubts": " | ".join(d for f in incident.figures if f.measure == "killed" for d in f.doubts),
        "reported": min(published, default=None),
        "first": ", ".join(event.sides.first),
        "second": ", ".join(event.sides.second),
    }
    return {f"dateline_{name}": cells[name] for name in STANDING}


def _names(bodies: Iterable[str]) -> str:
    return ", ".join(name_of(body) for body in bodies)
