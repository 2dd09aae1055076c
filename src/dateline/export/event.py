"""An incident as the rows of others' schemes need it: who, where, when, and who says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.claims.record import HAPPENED, LOCATING_ROLES, Claim, Place
from dateline.document import Document
from dateline.lexicon.gazetteer import GazetteerPlace, open_gazetteer
from dateline.lexicon.gazetteer.base import iso_numbers
from dateline.lexicon.registry import registry, spelled_out
from dateline.lexicon.registry_states import countries, country_of
from dateline.link.belligerents import CIVILIANS, belligerents
from dateline.link.incident import places_of
from dateline.link.origins import origins_of
from dateline.link.record import Belligerents, Incident, Report
from dateline.link.words import family


@dataclass(frozen=True, kw_only=True)
class Event:
    """One incident with its claims and what they come from."""

    incident: Incident
    claims: tuple[Claim, ...]
    """Those the ledger still has, in the incident's order."""
    documents: Mapping[str, Document]
    reports: Mapping[str, Report]

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """Of each claim who really stands behind it."""
        return origins_of(self.claims, self.reports)

    @cached_property
    def sides(self) -> Belligerents:
        """Who acts on whom."""
        return belligerents(self.claims, self.origins)

    @cached_property
    def told(self) -> tuple[Claim, ...]:
        """What is said to have happened, without what is said about it."""
        group = self.incident.action_group
        return tuple(c for c in self.claims if c.status in HAPPENED and family(c.action) == group)

    @cached_property
    def area(self) -> Area:
        """Where it was; a place that nothing is known of lies in the only country that the claims name."""
        area = _area(*places_of(self.claims))
        named = {p.country for c in self.claims for p in c.places if p.country and p.role in LOCATING_ROLES}
        return replace(area, country=named.pop()) if area.country is None and len(named) == 1 else area

    @property
    def where(self) -> dict[str, str | float | None]:
        """The columns of its place that ACLED's rows and HXL's share."""
        return {
            "country": self.area.country_name,
            "admin1": self.area.admin1,
            "admin2": self.area.admin2,
            "location": self.area.name,
            "latitude": self.incident.lat,
            "longitude": self.incident.lon,
        }

    def kind_here(self, body: str) -> str | None:
        """Which of ACLED's kinds a body is of where the event was: a state's forces abroad are external."""
        kind, own = kind_of_body(body), country_of(body)
        abroad = kind == "state_forces" and self.area.country not in (None, own)
        return "external_forces" if abroad else kind

    @property
    def days(self) -> int | None:
        """How many days it may have been on, None where none is known."""
        start, end = self.incident.start, self.incident.end
        return None if start is None else ((end or start) - start).days + 1

    @property
    def told_by(self) -> list[Report]:
        """The reports, each once, in the order of the claims."""
        return [self.reports[d] for d in dict.fromkeys(c.document for c in self.claims)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The place of an event and the units around it; unknown is None."""

    place: Place | None = None
    spot: Place | None = None
    """What lends the point where the named place has none."""
    entry: GazetteerPlace | None = None
    """The gazetteer's entry of the place that has the point."""
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None

    @property
    def name(self) -> str | None:
        """The gazetteer's name of the place, else the words."""
        return None if self.place is None else " ".join((self.place.name or self.place.text).split())

    @property
    def country_name(self) -> str | None:
        """The country by name."""
        return country_name(self.country)

    @property
    def country_number(self) -> int | None:
        """The country's numeric ISO 3166-1 code."""
        return iso_numbers().get(self.country or "")

    @property
    def is_country(self) -> bool:
        """True where no more is known than the country."""
        return self.entry is not None and self.entry.kind == "country"


def _area(place: Place | None, spot: Place | None) -> Area:
    at = spot or place
    if at is None or at.gazetteer is None:
        return Area(
            place=place, spot=spot, country=at.country if at else None, admin1=at.admin1 if at else None
        )
    gazetteer = open_gazetteer()
    entry = gazetteer.named(at.gazetteer)
    district = gazetteer.district(entry) if entry else None
    return Area(
        place=place,
        spot=spot,
        entry=entry,
        country=at.country,
        admin1=at.admin1,
        admin2=district.name if district else None,
    )


def events(
    incidents: Iterable[Incident],
    *,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    reports: Mapping[str, Report],
) -> Iterator[Event]:
    """The incidents of which the ledger has claims still, as events, in order."""
    for incident in incidents:
        known = tuple(claims[c] for c in incident.claims if c in claims)
        if known:
            yield Event(incident=incident, claims=known, documents=documents, reports=reports)


def country_name(iso3: str | None) -> str | None:
    """`Syria` of `SYR`."""
    listed = countries().get(iso3 or "")
    return str(listed["names"][0]) if listed else None


def name_of(body: str, day: dt.date | None = None) -> str:
    """The registry's name of a body, as it called itself on a day; of a group it has not, the id's words."""
    known = registry().get(body)
    if known is None:
        return body[1:].capitalize() if body.startswith(":") else spelled_out(body)
    later = [name for since, name in known.after if day is not None and since <= day.isoformat()]
    return later[-1] if later else known.name


def kind_of_body(body: str) -> str | None:
    """Which of ACLED's kinds a body is of, None where the registry does not have it."""
    known = registry().get(body)
    return "civilians" if body == CIVILIANS else known.kind if known else None
