"""Which places may be meant at all, by the countries and the other places that a text speaks of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dateline.resolve.places_candidates import Setting
from dateline.resolve.places_company import BESIDE, OFTEN, Company
from dateline.resolve.places_lookup import TOWN
from dateline.resolve.places_table import Flags, Table

HOME, MAIN = 0.15, 0.5
"""Share of a text's mentions of countries from which it may speak of a village of one without more; and of a
village that only sounds like the name."""
OWN = 0.25
"""Share of its countries and places from which a text may mean what only sounds like a name there, however
often it names another country; and a town that no other country has, though it never names this one."""
RATHER = 2
"""How many times as often another country may be named."""
SMALL = 300_000
"""Inhabitants below which a place is known by its name alone to hardly anybody outside its country."""


def _flags(told: list[bool]) -> Flags:
    return np.array(told, np.bool_)


def _alone(table: Table) -> Flags:
    """Which candidates lie in a country that alone has places of exactly the name."""
    lands: list[set[int]] = [set() for _ in table.names]
    for k, land, tier in zip(table.owner.tolist(), table.lands.tolist(), table.tiers.tolist(), strict=True):
        if tier == 1:
            lands[k].add(land)
    only = np.array([held.pop() if len(held) == 1 else -1 for held in lands])
    alone: Flags = only[table.owner] == table.lands
    return alone


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
    alone: Flags
    """A town whose country alone has places of exactly the name."""
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
        total, named, rows = table.mentions, table.told, table.rows
        most = max(setting.countries.values(), default=0)
        share = named / total if total else np.zeros(len(rows))
        kinds, populations = table.places["kind"], np.array(table.places["population"])
        picked, main, exact = np.array(table.places["picked"], np.bool_), table.main, table.tiers == 1
        alone = _alone(table)
        # A continent lies in no country; several provinces that make up an area do.
        unit = _flags(
            [
                kind == "admin1" or (kind == "region" and bool(iso2))
                for kind, iso2 in zip(kinds, table.places["iso2"], strict=True)
            ]
        )
        wide = _flags([kind in ("region", "country") for kind in kinds])
        known = (populations >= SMALL) & main & _flags([kind == "place" for kind in kinds])
        outside = _flags(["not_inside_next" in row for row in rows])
        elsewhere = _flags(["told_elsewhere" in row for row in rows]) | (outside & ~exact)
        rather = named * RATHER < most
        return cls(
            lonely=total < OFTEN,
            free=picked | (wide & ~unit),
            units=unit,
            province=unit & ((named > 0) | (populations >= SMALL)) if total else unit,
            listed=table.listed,
            inside=_flags(["inside_next" in row for row in rows]),
            held=_flags(["inside_named" in row for row in rows]),
            exact=exact,
            faint=table.tiers == 3,
            known=known | (alone & (named > 0)) if total else np.ones_like(main),
            alone=alone & (populations >= TOWN) & main,
            home=(share >= HOME) & ~rather,
            main=share >= MAIN,
            town=(populations >= TOWN) & main,
            elsewhere=elsewhere & ~picked,
            rare=rather & ~exact & ~picked,
        )

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
        # A report from a country need not name it, while it names the neighbours.
        own = self.alone & ((beside.spoken >= OWN) | ~beside.accompanied)
        plain = self.free | province | near | alone | held | own | np.where(self.exact, home, sounding)
        elsewhere = self.elsewhere | (self.rare & ~self.inside & (beside.spoken < OWN))
        local = np.where(self.exact, beside.local_sure, beside.next_sure)
        stands: Flags = np.where(self.listed, held | local, plain) & ~elsewhere
        return stands
