"""Claims and incidents with HXL's hashtags under the heads: tables that humanitarian tools read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dateline.claims.codec import whole
from dateline.claims.record import Claim
from dateline.document import Document
from dateline.export import flat
from dateline.export.acled import actor_name
from dateline.export.event import Event, country_name
from dateline.export.flat import Value
from dateline.export.jsonl import Entry
from dateline.export.table import write_table
from dateline.export.voices import AROUND, claimants, notes, speaker_of, standing, words_around
from dateline.link.figures import event_figure
from dateline.link.victims import victim_tolls

PLACE_TAGS = {
    "country_code": "#country+code+v_iso3",
    "country": "#country+name",
    "admin1": "#adm1+name",
}
INCIDENT_TAGS = {
    "id": "#event+code",
    "name": "#event+name",
    "acts": "#event+type",
    "start": "#date+start",
    "end": "#date+end",
    "reported": "#date+reported",
    **PLACE_TAGS,
    "admin2": "#adm2+name",
    "location": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "precision": "#geo+precision",
    "first": "#group+name+first",
    "second": "#group+name+second",
    "killed": "#affected+killed",
    "killed_low": "#affected+killed+low",
    "killed_high": "#affected+killed+high",
    "killed_civilians": "#affected+killed+civilians",
    "wounded": "#affected+injured",
    "wounded_low": "#affected+injured+low",
    "wounded_high": "#affected+injured+high",
    "displaced": "#affected+displaced",
    "abducted": "#affected+abducted",
    "source": "#meta+source",
    "notes": "#description",
    "dateline_claims": "#meta+claims",
    "dateline_reports": "#meta+reports",
    "dateline_origins": "#meta+origins",
    "dateline_sides": "#meta+sides",
    "dateline_stand": "#meta+stand",
    "dateline_statuses": "#meta+statuses",
    "dateline_grade": "#meta+grade",
    "dateline_disputes": "#meta+disputes",
    "dateline_doubts": "#meta+doubts",
}
"""Columns of incidents and their hashtags, all of HXL 1.1's list; further attributes narrow its own."""
CLAIM_TAGS = {
    "id": "#meta+id",
    "document": "#meta+document",
    "action": "#event+type",
    "status": "#status",
    "start": "#date+start",
    "end": "#date+end",
    "reported": "#date+reported",
    **PLACE_TAGS,
    "location": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "precision": "#geo+precision",
    "agents": "#group+name+first",
    "targets": "#group+name+second",
    "killed_low": "#affected+killed+low",
    "killed_high": "#affected+killed+high",
    "wounded_low": "#affected+injured+low",
    "wounded_high": "#affected+injured+high",
    "outlet": "#meta+source",
    "speaker": "#meta+source+speaker",
    "side": "#meta+source+side",
    "words": "#description",
}
"""Columns of claims and their hashtags."""


def write_claims(entries: Iterable[Entry], stream: BinaryIO) -> None:
    """Write a line of heads, one of hashtags, and a line for each claim."""
    rows = (claim_row(document, claim) for document, claims in entries for claim in claims)
    write_table(rows, stream, heads=(list(CLAIM_TAGS), list(CLAIM_TAGS.values())))


def write_incidents(events: Iterable[Event], stream: BinaryIO) -> int:
    """Write a line of heads, one of hashtags, and a line for each incident; how many there were."""
    heads = (list(INCIDENT_TAGS), list(INCIDENT_TAGS.values()))
    return write_table(map(incident_row, events), stream, heads=heads)


def claim_row(document: Document, claim: Claim) -> dict[str, Value]:
    """One claim, keys as in CLAIM_TAGS. Days are the event's own: `reported` is the day of the report."""
    cells = flat.row(document, claim)
    dated = claim.time is not None and claim.time.precision != "unknown"
    tolls = {name: cells[name] for name in CLAIM_TAGS if name.endswith(("_low", "_high"))}
    return {
        "id": claim.id,
        "document": document.id,
        "action": claim.action,
        "status": claim.status,
        "start": cells["time_start"] if dated else None,
        "end": cells["time_end"] if dated else None,
        "reported": document.published or document.stated,
        "country_code": cells["country"],
        "country": country_name(str(cells["country"] or "")),
        "admin1": cells["admin1"],
        "location": cells["place_name"] or cells["place"],
        "latitude": cells["lat"],
        "longitude": cells["lon"],
        "precision": cells["precision"],
        "agents": flat.joined([p.name or p.text for p in claim.agents]),
        "targets": flat.joined([p.name or p.text for p in claim.targets]),
        **tolls,
        "outlet": document.outlet or document.name,
        "speaker": speaker_of(claim),
        "side": cells["source_side"],
        "words": words_around(claim, document, AROUND),
    }


def incident_row(event: Event) -> dict[str, Value]:
    """One incident, keys as in INCIDENT_TAGS; no running total is a figure of it."""
    incident, area = event.incident, event.area
    acts = Counter(c.action for c in event.told)
    own = standing(event)
    cells = {
        "id": incident.id,
        "name": incident.name,
        "acts": ", ".join(sorted(acts, key=lambda action: (-acts[action], action))) or None,
        "start": incident.start,
        "end": incident.end,
        "reported": own["dateline_reported"],
        "country_code": area.country,
        **event.where,
        "precision": incident.precision,
        "first": flat.joined([actor_name(body, event) for body in event.sides.first]),
        "second": flat.joined([actor_name(body, event) for body in event.sides.second]),
        **dict(_affected(event)),
        "source": "; ".join(claimants(event)),
        "notes": notes(event),
        **own,
    }
    return {name: cells.get(name) for name in INCIDENT_TAGS}


def _affected(event: Event) -> Iterator[tuple[str, Value]]:
    for measure in ("killed", "wounded", "displaced", "abducted"):
        figure = event_figure(event.claims, event.origins, rule="ucdp", measure=measure)
        if figure is not None:
            yield measure, whole(figure.best)
            yield f"{measure}_low", whole(figure.low)
            yield f"{measure}_high", whole(figure.high)
    for toll in victim_tolls(event.claims, event.origins, event.sides, rule="ucdp"):
        if toll.victims == "civilians":
            yield "killed_civilians", whole(toll.toll.best)
