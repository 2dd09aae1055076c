"""What an act says of those in it: who fires is an army, who bargains is a government."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claims.record import Source
from dateline.document import Span

ARMED_ACTS = frozenset(
    "clash attack airstrike shelling bombing repel capture drive_back advance withdraw besiege reopen hold "
    "hand_over kill wound destroy displace loot operate halt surrender".split()
)
"""Acts whose agent is the army when the words say only a country, its regime or its government
(codebook, section 3; train gold has no other reading for fire and ground)."""
HELD_ACTS = frozenset(
    "clash repel capture drive_back advance withdraw besiege hold hand_over destroy surrender seize attack "
    "kill wound shelling airstrike bombing".split()
)
"""Acts whose target is the army when the words say only the regime or the government."""
GROUND_ACTS = frozenset("clash repel drive_back withdraw hold destroy surrender capture besiege".split())
"""Acts whose target is the army even when the words say only the country: what is hit elsewhere
in `strikes on Syria` is land, and land is no actor."""
LAND_ACTS = frozenset(
    "attack airstrike shelling bombing advance hold deploy kill wound displace operate".split()
)
"""Acts that have a country's name for their place or their victims' origin, never for a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """The act a party takes part in."""

    action: str | None
    role: str
    """`agents`, `targets` or `source`."""
    at: Span | None = None
    country: str | None = None
    """Country of the claim's place, when places are resolved already."""
    others: tuple[Span, ...] = ()
    """All parties of the claim: one is not the antecedent of the other."""
    speaker: Source | None = None


CAMPAIGNS = frozenset(["deploy"])
"""Acts that a country decides and a regime's or government's forces carry out."""


def state_role(act: Act, role: str) -> str | None:
    """Role of a state named without a body: `country`, `ruler` or `government` words in this act."""
    if act.role == "agents":
        fights = act.action in ARMED_ACTS or (role != "country" and act.action in CAMPAIGNS)
        return "military" if fights else "government"
    if act.role == "targets":
        if role == "country":
            if act.action in GROUND_ACTS:
                return "military"
            return None if act.action in LAND_ACTS else "government"
        return "military" if act.action in HELD_ACTS else "government"
    return "government"
