"""What the rules of contradiction ask of claims: who speaks, who acted, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dateline.claims.record import LOCATING_ROLES, Claim, Party, Place
from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.link.origins import voices_of
from dateline.link.record import Contradiction, ContradictionKind, Report
from dateline.link.sides import blocs, is_armed_state, is_bystander, rivals, side_of
from dateline.link.words import countries, knowledge, place_name, words_of
from dateline.mentions.actors_phrase import phrase_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Claims with what the rules ask of each: those of one incident, or of all that are compared."""

    claims: Sequence[Claim]
    reports: Mapping[str, Report]
    origins: Mapping[str, str]
    beside: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    """All claims of each report, where those of one incident are compared: what else its report tells."""

    def voice(self, claim: Claim) -> tuple[str, str]:
        """Report and speaker: one voice does not contradict itself by telling of parts."""
        speaker = claim.attribution[-1].text.lower() if claim.attribution else ""
        origin = self.origins.get(claim.id, "")
        return claim.document, speaker if not origin or origin.startswith("outlet:") else origin

    def two_voices(self, a: Claim, b: Claim) -> bool:
        """True when two speak. In one report the outlet's own voice repeats a source not yet named."""
        if a.document == b.document and not (a.attribution and b.attribution):
            return False
        return self.voice(a) != self.voice(b)

    def two_sources(self, a: Claim, b: Claim) -> bool:
        """True when two speak, and not one agency, monitor or body through two outlets."""
        one, other = (self.origins.get(c.id, "") for c in (a, b))
        through_two = one == other and bool(one) and not one.startswith("outlet:")
        return self.two_voices(a, b) and not through_two

    def report_of(self, claim: Claim) -> Sequence[Claim]:
        """All that the claim's report tells, as far as it is known."""
        return self.beside.get(claim.document) or [c for c in self.claims if c.document == claim.document]

    def one_teller(self, a: Claim, b: Claim) -> bool:
        """True when one speaker, by whatever name, or the report itself tells both claims of one report."""
        if not (a.attribution and b.attribution):
            return not (a.attribution or b.attribution)
        voices = voices_of(self.report_of(a), self.reports)
        return voices.get(a.id) == voices.get(b.id)

    def outlet(self, claim: Claim) -> str:
        """The outlet of a claim, for notes."""
        report = self.reports.get(claim.document)
        return (report.outlet or report.name) if report else claim.document[:12]

    def who(self, claim: Claim) -> str:
        """Speaker and outlet of a claim, for notes."""
        outlet = self.outlet(claim)
        return f"{claim.attribution[-1].text}, {outlet}" if claim.attribution else outlet

    def told(self, claim: Claim) -> tuple[str, str, Span]:
        """Sorts claims by when they were published."""
        report = self.reports.get(claim.document)
        day = report.published.isoformat() if report and report.published else "9999"
        return day, claim.document, claim.span


def pair(
    kind: ContradictionKind,
    a: Claim,
    b: Claim,
    note: str,
    measure: str | None = None,
    *,
    update: bool = False,
) -> Contradiction:
    """A contradiction of two claims that has no id and no incident yet."""
    return Contradiction(kind=kind, measure=measure, a=a.id, b=b.id, incident=None, note=note, update=update)


def actors(claim: Claim) -> frozenset[str]:
    """The bodies a claim says acted."""
    return frozenset(p.actor for p in claim.agents if p.actor)


def bodies_hit(claim: Claim) -> frozenset[str]:
    """The bodies a claim says it was done to, civilians among them."""
    return frozenset(p.actor for p in claim.targets if p.actor)


def victims(claim: Claim) -> frozenset[str]:
    """The bodies a claim says were hit; empty for people in general, civilians, medics and the like."""
    return frozenset(actor for actor in bodies_hit(claim) if not is_bystander(actor))


def enemies(a: Claim, b: Claim) -> bool:
    """True when all who acted by `a` are rivals of all who acted by `b`."""
    of_a, of_b = actors(a), actors(b)
    if of_a and of_b:
        return all(rivals(x, y) for x in of_a for y in of_b)
    # `Terrorists` whom nobody names, as one side says, are at least not the other side's army.
    return (of_states(of_a) and armed_strangers(b)) or (of_states(of_b) and armed_strangers(a))


def allied(some: Iterable[str], others: Iterable[str]) -> bool:
    """True when one of `some` is one of `others`, or of a common bloc with it."""
    listed = tuple(others)
    return any(a == b or blocs(a) & blocs(b) for a in some for b in listed)


def of_states(listed: Iterable[str]) -> bool:
    """True when there are some, all armed bodies or governments of states."""
    known = tuple(listed)
    return bool(known) and all(is_armed_state(actor) for actor in known)


def armed_strangers(claim: Claim) -> bool:
    """True when a claim lays its act to armed people of no known body, and of no state by their words."""
    unnamed = [p for p in claim.agents if p.actor is None]
    return bool(unnamed) and len(unnamed) == len(claim.agents) and all(map(_is_armed, unnamed))


def _is_armed(party: Party) -> bool:
    phrase = phrase_of(party.text, Span(0, len(party.text)))
    return phrase.role in ("armed", "rebels") and phrase.country is None


def kind_of(party: Party) -> str | None:
    """`armed` or `civilians` by the words or the body, None for people who may be either."""
    if party.actor is not None:
        return "civilians" if is_bystander(party.actor) else "armed" if blocs(party.actor) else None
    role = phrase_of(party.text, Span(0, len(party.text))).role
    return role if role in ("armed", "civilians") else None


def is_state(claim: Claim) -> bool:
    """True of how things stand, not of what happened."""
    return claim.action in knowledge()["states"]


def points(claim: Claim) -> frozenset[str]:
    """Keys of the places a claim names, without areas and without words that name no place."""
    return points_of(claim.places)


def points_of(places: Iterable[Place]) -> frozenset[str]:
    """Keys of places, without areas and without words that name no place."""
    named = (place_name(p.text) for p in places)
    return frozenset(k.key for k in named if k.key and not k.broad and not k.generic)


def in_area_only(claim: Claim) -> bool:
    """True when a claim is placed in a province or the like and nowhere closer; a country places nothing."""
    areas = (
        p for p in claim.places if place_name(p.text).broad and " ".join(words_of(p.text)) not in countries()
    )
    return not points(claim) and any(areas)


def scene(claim: Claim) -> frozenset[str]:
    """Keys of the places a claim is located at, and of one that is left by it, not of where it leads."""
    roles = (*LOCATING_ROLES, "from") if claim.action in action_set("leaves") else LOCATING_ROLES
    return points_of(p for p in claim.places if p.role in roles)


def one_scene(a: Claim, b: Claim) -> bool:
    """True when the claims are located at a place in common."""
    return bool(scene(a) & scene(b))


def same_place(a: Claim, b: Claim) -> bool:
    """True when the claims name a place in common."""
    return bool(points(a) & points(b))


def places_meet(a: Claim, b: Claim) -> bool:
    """True when the claims name a place in common, or one of them none."""
    return not points(a) or not points(b) or same_place(a, b)


def days_meet(a: Claim, b: Claim) -> bool:
    """True when both claims are dated and their days overlap."""
    return days_between(a, b) == 0


def days_between(a: Claim, b: Claim) -> int | None:
    """Days from the end of the earlier to the start of the later, 0 when they overlap, None if undated."""
    one, two = a.time, b.time
    if not (one and two and one.start and two.start and one.end and two.end):
        return None
    return max((one.start - two.end).days, (two.start - one.end).days, 0)


def sides_meet(answer: Iterable[Party], blamed: Iterable[Party]) -> bool:
    """True when a body that answers stands for one that was blamed: the government for its army."""
    heads = {p.actor.split(":")[0] for p in answer if p.actor}
    return any(p.actor and p.actor.split(":")[0] in heads for p in blamed)


def allies(a: Claim, b: Claim, reports: Mapping[str, Report]) -> bool:
    """True when one side tells both claims."""
    one, other = (side_of(c, reports.get(c.document)) for c in (a, b))
    return bool(one and other and blocs(one) & blocs(other))


def opposing(claims: Iterable[Claim], reports: Mapping[str, Report]) -> bool:
    """True when two of the claims come from rival sides."""
    sides = {s for c in claims if (s := side_of(c, reports.get(c.document)))}
    return any(rivals(a, b) for a, b in combinations(sorted(sides), 2))


def names(parties: Iterable[Party]) -> str:
    """The parties in words, for notes."""
    return ", ".join(p.name or p.text for p in parties) or "nobody named"
