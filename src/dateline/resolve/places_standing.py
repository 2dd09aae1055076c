"""Which places may be meant at all, by the countries and the other places that a text speaks of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dateline.lexicon.gazetteer import Candidate
from dateline.resolve.places_candidates import Name, Setting
from dateline.resolve.places_company import BESIDE, OFTEN, Company, Flags, Table
from dateline.resolve.places_lookup import TOWN
from dateline.resolve.places_score import Features

HOME, MAIN = 0.15, 0.5
"""Share of a text's mentions of countries from which it may speak of a village of one without more; and of a
village that only sounds like the name."""
OWN = 0.25
"""Share of its countries and places from which a text may mean what only sounds like a name there, however
often it names another country."""
RATHER = 2
"""How many times as often another country may be named."""
SMALL = 300_000
"""Inhabitants below which a place is known by its name alone to hardly anybody outside its country."""


def _is_elsewhere(candidate: Candidate, row: Features) -> bool:
    return "told_elsewhere" in row or (candidate.tier > 1 and "not_inside_next" in row)


def _lands(name: Name) -> frozenset[str]:
    """The countries of all places that bear exactly this name."""
    return frozenset(c.place.iso2 for c in name.candidates if c.tier == 1)


SAME_PROVINCE = BESIDE.index("same_province")


@dataclass(frozen=True, slots=True)
class Standing:
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
    units: Flags
    """A province, or several that make up an area."""
    province: Flags
    """A province that is large, or of a country that the text names."""
    listed: Flags
    inside: Flags
    """In what the text names right after it."""
    held: Flags
    """In a province that the text names."""
    exact: Flags
    faint: Flags
    """Alike in consonants alone."""
    known: Flags
    """Known by its name alone, or the only one so called and in a country that the text names."""
    home: Flags
    """In a country that the text names about as often as any."""
    main: Flags
    town: Flags
    elsewhere: Flags
    """Lies apart from where the words after it say, or only sounds like the name and lies outside what is
    named after it."""
    rare: Flags
    """Only sounds like the name, and lies in a country named seldom."""

    @classmethod
    def of(cls, table: Table, setting: Setting) -> Standing:
        total = sum(setting.countries.values())
        most = max(setting.countries.values(), default=0)
        only = {k: lands for k, n in enumerate(table.names) if len(lands := _lands(n)) == 1}
        flags = []
        for c, k, row in zip(table.candidates, table.owner.tolist(), table.rows, strict=True):
            place, named = c.place, setting.countries.get(c.place.iso2, 0)
            unit = place.kind == "admin1" or (place.kind == "region" and bool(place.iso2))
            share = named / total if total else 0.0
            known = place.population >= SMALL and c.main and place.kind == "place"
            alone = named > 0 and place.iso2 in only.get(k, ())
            flags.append(
                (
                    place.picked or (place.kind in ("region", "country") and not unit),
                    unit,
                    unit and (not total or named > 0 or place.population >= SMALL),
                    place.listed,
                    bool(row.get("inside_next")),
                    bool(row.get("inside_named")),
                    c.tier == 1,
                    c.tier == 3,
                    not total or known or alone,
                    share >= HOME and named * RATHER >= most,
                    share >= MAIN,
                    place.population >= TOWN and c.main,
                    not place.picked and _is_elsewhere(c, row),
                    c.tier > 1 and not place.picked and named * RATHER < most,
                )
            )
        columns = np.array(flags, np.bool_).T
        return cls(total < OFTEN, *columns)

    def of_company(self, beside: Company) -> Flags:
        """Which candidates stand beside the present choices for the other names."""
        told = beside.spoken >= HOME
        # What only sounds like a name lies near the story, or in a province that it tells of.
        same = beside.beside[:, SAME_PROVINCE] > 0
        alike = beside.sounding_sure | (beside.near_sure & same)
        close = np.where(self.faint, beside.sounding_sure, alike)
        near = np.where(self.exact, beside.near_own | (beside.near & told), close)
        alone = ~beside.accompanied & self.lonely
        sounding = self.main & (self.town | close | ~beside.sure)
        home = self.known | (self.home & told)
        province = self.province | (self.units & (told | beside.few))
        held = self.inside | (self.held & (told | beside.few))
        plain = self.free | province | near | alone | held | np.where(self.exact, home, sounding)
        elsewhere = self.elsewhere | (self.rare & ~self.inside & (beside.spoken < OWN))
        local = np.where(self.exact, beside.local_sure, beside.next_sure)
        stands: Flags = np.where(self.listed, held | local, plain) & ~elsewhere
        return stands
