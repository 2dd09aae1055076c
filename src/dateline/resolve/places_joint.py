"""Chooses a place for every name of a document at once, by rounds of mutual support."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dateline.lexicon.gazetteer import Candidate, GazetteerPlace
from dateline.resolve.geometry import distance_km
from dateline.resolve.places_candidates import Name, Setting
from dateline.resolve.places_company import BESIDE, Company, Flags, Numbers, Table, company
from dateline.resolve.places_lookup import SAME_KM, TOWN
from dateline.resolve.places_score import Features, value

HOME, MAIN = 0.15, 0.5
"""Share of a text's mentions of countries from which it may speak of a village of one without more; and of a
village that only sounds like the name."""
RATHER = 2
"""How many times as often another country may be named."""
SMALL = 300_000
"""Inhabitants below which a place is known by its name alone to hardly anybody outside its country."""
PICKED = 10.0
"""Log-odds for a place that an analyst picked: more than all that may speak for a namesake."""
LISTED = -1.4
"""Log-odds for a settlement of an analyst's long list (FA-KES with OCHA's list: where the base gazetteer
holds the name elsewhere, its place is right four times in five)."""
RIGHT_KM = 161.0
"""How near a choice has to be to be right; a town this near to its province's centre is one with it."""
APART = 2.0
"""Degrees of latitude, further than `RIGHT_KM`."""
OFTEN = 8
"""Mentions of countries from which a text's only place has to be in one of them; a local paper names few."""
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
    table = Table.of(setting)
    if not table.names:
        return {}
    still = np.array([_still(c, row, known) for c, row in zip(table.candidates, table.rows, strict=True)])
    by_company = np.array([known.get(name, 0.0) for name in BESIDE])
    standing = _Standing.of(table, setting)
    chosen: dict[str, Candidate] = {}
    for _ in range(ROUNDS):
        beside = company(table, chosen, setting)
        values = still + beside.beside @ by_company
        able = standing.of_company(beside)
        tops = _tops(table, values, able)
        fresh = {table.names[k].key: table.candidates[top] for k, top in tops.items()}
        if fresh == chosen:
            break
        chosen = fresh
    # What cannot stand takes no share from what can.
    values[~able] = -np.inf
    return {table.names[k].key: _choice(table, k, top, values, beside) for k, top in tops.items()}


def _still(candidate: Candidate, row: Features, known: Mapping[str, float]) -> float:
    """What speaks for a candidate before the other names are asked."""
    return value(row, known) + PICKED * row.get("added", 0.0) + LISTED * candidate.place.listed


def _tops(table: Table, values: Numbers, able: Flags) -> dict[int, int]:
    """The number of the best candidate that stands, by the number of its name."""
    scored = np.where(able, values, -np.inf)
    tops = (
        (k, low + int(scored[low:high].argmax()))
        for k, (low, high) in enumerate(zip(table.begins, table.begins[1:], strict=False))
    )
    return {k: top for k, top in tops if able[top]}


def _choice(table: Table, k: int, top: int, values: Numbers, beside: Company) -> Choice:
    low, high = table.begins[k], table.begins[k + 1]
    best = table.candidates[top]
    held = list(zip(table.candidates[low:high], (values[low:high] - values[top]).tolist(), strict=True))
    masses = [(math.exp(apart), candidate) for candidate, apart in held]
    share = sum([m for m, c in masses if c is best or _one(c, best)]) / sum([m for m, _ in masses])
    own = next((c for c, _ in held if _replaces(c, best)), best)
    said = zip(BESIDE, beside.beside[top].tolist(), strict=True)
    row = table.rows[top] | {name: amount for name, amount in said if amount}
    return Choice(own, row, share, float(values[top]))


def _replaces(candidate: Candidate, top: Candidate) -> bool:
    """True if an analyst's short file has an entry of its own, with its outline, for what was chosen."""
    own, other = candidate.place, top.place
    if not own.picked or other.picked:
        return False
    return _same_unit(own, other) and distance_km(own.lat, own.lon, other.lat, other.lon) <= RIGHT_KM


def _same_unit(one: GazetteerPlace, other: GazetteerPlace) -> bool:
    """True if both are units of one level and country; near each other, and of one name, they are one."""
    return (one.kind, one.iso2) == (other.kind, other.iso2) and one.kind in ("admin1", "admin2")


def _one(candidate: Candidate, top: Candidate) -> bool:
    """True if two candidates are one place in two entries, or a town and the province called after it."""
    a, b = candidate.place, top.place
    if abs(a.lat - b.lat) > APART:
        return False
    held = a.row in (b.row, b.parent, b.admin1_row) or b.row in (a.parent, a.admin1_row) or _same_unit(a, b)
    return distance_km(a.lat, a.lon, b.lat, b.lon) <= (RIGHT_KM if held else SAME_KM)


def _lands(name: Name) -> frozenset[str]:
    """The countries of all places that bear exactly this name."""
    return frozenset(c.place.iso2 for c in name.candidates if c.tier == 1)


@dataclass(frozen=True, slots=True)
class _Standing:
    """By candidate, what lets it stand or asks for company: False in the end for a place far from all others
    of the text that only sounds like the name, or is a small namesake in a country that the text hardly
    speaks of: a wrong village is worse than none.

    Without this, reports of FA-KES on one war stood in Dagestan, Bihar and Savoy. Names that share but
    their consonants are no company: three quarters of one town each had a namesake in one far province.
    """

    lonely: bool
    """True if the text names so few countries that its only place may be in any."""
    free: Flags
    """An analyst's choice, or so wide that no village is meant."""
    listed: Flags
    held: Flags
    exact: Flags
    faint: Flags
    """Alike in consonants alone."""
    home: Flags
    """Known by its name alone, or in a country that the text speaks of, and the only one so called or near
    the country that it speaks of most."""
    main: Flags
    town: Flags
    elsewhere: Flags
    """Only sounds like the name, and lies outside what the text names as holding it."""

    @classmethod
    def of(cls, table: Table, setting: Setting) -> _Standing:
        total = sum(setting.countries.values())
        most = max(setting.countries.values(), default=0)
        only = {k: lands for k, n in enumerate(table.names) if len(lands := _lands(n)) == 1}
        flags = []
        for c, k, row in zip(table.candidates, table.owner.tolist(), table.rows, strict=True):
            place, named = c.place, setting.countries[c.place.iso2]
            share = named / total if total else 0.0
            known = place.population >= SMALL and c.main and place.kind == "place"
            alone = named > 0 and place.iso2 in only.get(k, ())
            flags.append(
                (
                    place.picked or place.kind in ("region", "country", "admin1"),
                    place.listed,
                    bool(row.get("inside_next") or row.get("inside_named")),
                    c.tier == 1,
                    c.tier == 3,
                    not total or known or alone or (share >= HOME and named * RATHER >= most),
                    share >= MAIN,
                    place.population >= TOWN,
                    c.tier > 1 and not place.picked and bool(row.get("not_inside_next")),
                )
            )
        columns = np.array(flags, np.bool_).T
        return cls(total < OFTEN, *columns)

    def of_company(self, beside: Company) -> Flags:
        """Which candidates stand beside the present choices for the other names."""
        near = np.where(self.exact, beside.near, beside.near_sure)
        near = np.where(self.faint, beside.sounding_sure, near)
        alone = ~beside.accompanied & self.lonely
        far = beside.sure & ~np.where(self.faint, beside.sounding_sure, beside.far_sure)
        sounding = self.main & (self.town | ~far)
        plain = self.free | near | alone | self.held | np.where(self.exact, self.home, sounding)
        stands: Flags = np.where(self.listed, self.held | beside.local_sure, plain) & ~self.elsewhere
        return stands
