"""Chooses a place for every name of a document at once, by rounds of mutual support."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.lexicon.gazetteer import Candidate
from dateline.resolve.geometry import distance_km
from dateline.resolve.places_candidates import SAME_KM, Name, Setting
from dateline.resolve.places_score import NEAR, Company, Features, company_of, features, neighboured, value

HOME, MAIN = 0.15, 0.5
"""Share of a text's mentions of countries from which it may speak of a village of one without more; and of a
village that only sounds like the name."""
SMALL = 300_000
"""Inhabitants below which a place is known by its name alone to hardly anybody outside its country."""
PICKED = 10.0
"""Log-odds for a place that an analyst picked: more than all that may speak for a namesake."""
LISTED = -1.4
"""Log-odds for a settlement of an analyst's long list (FA-KES with OCHA's list: where the base gazetteer holds
the name elsewhere, its place is right four times in five)."""
LOCAL = NEAR * 40 / 150
"""The chord of 40 km: how near another place has to be to a settlement of a long list."""
RIGHT_KM = 161.0
"""How near a choice has to be to be right; a town this near to its province's centre is one with it."""
OFTEN = 8
"""Mentions of countries from which a text's only place has to be in one of them; a local paper names few."""
FAR = 2 * NEAR
"""A chord: what only sounds like a name is not meant from here on, whichever country both lie in."""
TOWN = 50_000
"""Inhabitants from which a town is spoken of all over its own country."""
ROUNDS = 3
"""Choices no longer change after the third round in 98 of 100 articles of LGL."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The best candidate of a name, its features, and its share among the candidates, 0..1."""

    candidate: Candidate
    features: Features
    share: float
    margin: float
    """Weighted sum of the best candidate: how much speaks for it at all."""


def choose(setting: Setting, known: Mapping[str, float]) -> dict[str, Choice]:
    """A choice for every name that has candidates, by key."""
    chosen: dict[str, Candidate] = {}
    made: dict[str, Choice] = {}
    for _ in range(ROUNDS):
        best = {n.key: _best(n, setting, chosen, known) for n in setting.names.values() if n.candidates}
        made = {key: choice for key, choice in best.items() if choice is not None}
        fresh = {key: choice.candidate for key, choice in made.items()}
        if fresh == chosen:
            break
        chosen = fresh
    return made


def _best(
    name: Name, setting: Setting, chosen: Mapping[str, Candidate], known: Mapping[str, float]
) -> Choice | None:
    company = company_of(name, chosen)
    rows = [features(name, c, setting, company) for c in name.candidates]
    values = [
        value(row, known) + PICKED * row.get("added", 0.0) + LISTED * candidate.place.listed
        for row, candidate in zip(rows, name.candidates, strict=True)
    ]
    able = [k for k, row in enumerate(rows) if _stands(name.candidates[k], row, setting, company)]
    if not able:
        return None
    top = max(able, key=values.__getitem__)
    same = [_one(name.candidates[k], name.candidates[top]) for k in range(len(rows))]
    masses = [math.exp(v - values[top]) for v in values]
    share = sum(m for m, alike in zip(masses, same, strict=True) if alike) / sum(masses)
    own = next((k for k in able if _replaces(name.candidates[k], name.candidates[top])), top)
    return Choice(name.candidates[own], rows[top], share, values[top])


def _replaces(candidate: Candidate, top: Candidate) -> bool:
    """True if an analyst's short file has an entry of its own, with its outline, for what was chosen."""
    own, other = candidate.place, top.place
    if not own.picked or other.picked or own.kind not in ("admin1", "admin2"):
        return False
    alike = (own.kind, own.iso2) == (other.kind, other.iso2)
    return alike and distance_km(own.lat, own.lon, other.lat, other.lon) <= RIGHT_KM


def _one(candidate: Candidate, top: Candidate) -> bool:
    """True if two candidates are one place in two entries, or a town and the province called after it."""
    a, b = candidate.place, top.place
    held = a.row in (b.row, b.parent, b.admin1_row) or b.row in (a.parent, a.admin1_row)
    return distance_km(a.lat, a.lon, b.lat, b.lon) <= (RIGHT_KM if held else SAME_KM)


def _stands(candidate: Candidate, row: Features, setting: Setting, company: Company) -> bool:
    """False for a place far from all others of the text that only sounds like the name, or is a small
    namesake in a country that the text hardly speaks of: a wrong village is worse than none.

    Without this, reports of FA-KES on one war stood in Dagestan, Bihar and Savoy. Names that share but
    their consonants are no company: three quarters of one town each had a namesake in one far province.
    """
    place = candidate.place
    held = bool(row.get("inside_next") or row.get("inside_named"))
    if place.listed:
        return held or neighboured(place, company.sure, within=LOCAL)
    beside = company.points if candidate.tier == 1 else company.sure
    if place.picked or place.kind in ("region", "country", "admin1") or neighboured(place, beside):
        return True
    total = sum(setting.countries.values())
    if not len(company.points) and total < OFTEN:
        return True
    share = setting.countries[place.iso2] / total if total else 0.0
    if candidate.tier > 1:
        far = len(company.sure) > 0 and not neighboured(place, company.sure, within=FAR)
        return held or (share >= MAIN and not (far and place.population < TOWN))
    known = place.population >= SMALL and candidate.main and place.kind == "place"
    return held or not total or share >= HOME or known
