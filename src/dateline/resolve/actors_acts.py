"""What an act says of those in it: who fires is an army, who bargains is a government."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.claims.record import Claim, Source
from dateline.document import Span
from dateline.lexicon.actions import action_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """The act a party takes part in."""

    action: str | None
    role: str
    """`agents`, `targets` or `source`."""
    at: Span | None = None
    country: str | None = None
    """Country of the claim's place, when places are resolved already."""
    told_there: bool = False
    """True if the words of the claim's own place tell its country: `the Orvanian town of Karim`."""
    others: tuple[Span, ...] = ()
    """Parties of the other role: nobody is who is acted on by himself."""
    beside: tuple[Span, ...] = ()
    """All parties of its own role."""
    speaker: Source | None = None

    @property
    def by_fighters(self) -> bool:
        """True for who does what only armed bodies do."""
        return self.role == "agents" and self.action in action_set("by_fighters")


def country_where(claim: Claim) -> str | None:
    """Country (ISO3) of the first place of a claim that has one."""
    return next((place.country for place in claim.places if place.country), None)


def is_told_where(claim: Claim) -> bool:
    """True if the words of the claim's own place tell its country, whatever a gazetteer has: in `hit the
    Orvanian town of Karim` whoever is hurt is Orvanian."""
    first = next((place for place in claim.places if place.country), None)
    if first is None or first.inherited or first.gazetteer is not None or first.role not in ("at", "near"):
        return False
    return claim.action in action_set("on_people")


def state_role(act: Act, told: str) -> str | None:
    """Role of a state named without a body in this act.

    `told` is how it is named: `country`, `ruler` (`the regime`), `government`, `person` (a ruler by name).
    """
    if act.role == "agents":
        decides = told != "ruler" and act.action in action_set(f"state_if_{told}")
        sends = told in ("country", "ruler") and act.action in action_set(f"army_if_{told}")
        fights = sends or (act.action in action_set("army_agents") and not decides)
        return "military" if fights else "government"
    if act.role == "targets":
        if told == "country":
            if act.action in action_set("army_on_ground"):
                return "military"
            return None if act.action in action_set("land") else "government"
        himself = told == "person" or (told == "government" and act.action in action_set("ruled_targets"))
        return "military" if act.action in action_set("army_targets") and not himself else "government"
    return "government"
