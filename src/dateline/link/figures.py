"""Figures of an incident: low, best and high of each measure, and the claims behind each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline.claims.record import LOCATING_ROLES, Claim, ClaimTime, Figure
from dateline.lexicon import mapping
from dateline.link.record import FigureRange, Rule
from dateline.link.words import countries, place_name, words_of


@lru_cache(maxsize=1)
def limits() -> dict[str, Any]:
    """The limits of lexicon `contradiction`."""
    return dict(mapping("contradiction"))


@dataclass(frozen=True, slots=True)
class Count:
    """One claim's figure of a measure: its total, or a group among it (`part`)."""

    claim: Claim
    measure: str
    low: float
    high: float | None
    bound: str
    origin: str
    cumulative: bool
    part: bool = False

    @property
    def value(self) -> float:
        """The number the words give: a lower bound counts as said, a range by its low end."""
        return self.low


def counts(claims: Iterable[Claim], origins: Mapping[str, str]) -> list[Count]:
    """The totals that claims state; planned and denied claims and bare plurals count nothing."""
    made = []
    for claim in claims:
        if claim.status not in ("occurred", "ongoing", "possible"):
            continue
        for measure, figures in _by_measure(claim).items():
            found = total(figures)
            if found is not None:
                low, high, bound = found
                runs = any(f.cumulative for f in figures)
                made.append(Count(claim, measure, low, high, bound, origins.get(claim.id, ""), runs))
    return made


def _by_measure(claim: Claim) -> dict[str, list[Figure]]:
    made: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in claim.quantities:
        if figure.part_of is None:
            made[figure.measure].append(figure)
    return dict(made)


def total(figures: Sequence[Figure]) -> tuple[float, float | None, str] | None:
    """Low, high and bound of a claim's figures of one measure: from the largest of them to their sum."""
    said = [f for f in figures if not is_bare(f)]
    if not said:
        return None
    most = max(said, key=_least)
    low = most.low if most.low is not None else most.high
    assert low is not None
    if len(said) > 1 and most.bound == "at_most":
        # `Up to a hundred, dozens of them children`: the others are parts.
        return low, most.high, most.bound
    if len(said) > 1:
        # Groups of victims add up, parts do not, and the words may not tell which they are.
        return low, sum(map(_least, said)), "range"
    return low, most.high, most.bound


def _least(figure: Figure) -> float:
    return figure.low if figure.low is not None else figure.high or 0


def is_bare(figure: Figure) -> bool:
    """True of a plural with no number and of `heavy losses`: low 2 or 3 with no upper end, or nothing."""
    if figure.low is None and figure.high is None:
        return True
    return figure.high is None and figure.bound in ("vague", "at_least") and (figure.low or 0) <= 3


def calling(count: Count) -> frozenset[str]:
    """Medics, journalists and the like, where a count is of nobody else: a part of an event's dead."""
    hit = callings_of(count.claim)
    if count.part or not hit:
        return hit
    figures = [f for f in count.claim.quantities if f.measure == count.measure]
    # `Two medics among thirty dead` names the medics alone and counts all.
    counted = [p for p in count.claim.targets if p.span.overlaps(figures[0].span)] or count.claim.targets
    alone = len(figures) == 1 and all(p.actor in hit for p in counted)
    return hit if alone else frozenset()


def callings_of(claim: Claim) -> frozenset[str]:
    """Those of the bodies that a claim says were hit whose dead are told apart."""
    hit = (p.actor for p in claim.targets if p.actor)
    return frozenset(x for x in hit if x.partition(":")[2] in limits()["callings"])


def is_war_total(count: Count) -> bool:
    """True of a toll so high, and told of a country, of no place of its own or of months: a war's."""
    if count.value < limits()["war"]:
        return False
    placed = any(p.role in LOCATING_ROLES and not p.inherited for p in count.claim.places)
    return not placed or _is_long(count.claim.time) or bool(war_countries(count.claim))


def _is_long(time: ClaimTime | None) -> bool:
    start, end = (time.start, time.end) if time else (None, None)
    return start is not None and end is not None and (end - start).days > limits()["battle"]


def war_countries(claim: Claim) -> frozenset[str]:
    """Keys of the countries that a claim is located in as a whole."""
    return frozenset(
        place_name(p.text).key
        for p in claim.places
        if p.role in LOCATING_ROLES and " ".join(words_of(p.text)) in countries()
    )


def figures_of(claims: Sequence[Claim], origins: Mapping[str, str], *, rule: Rule) -> tuple[FigureRange, ...]:
    """Low, best and high of every measure, by name of the measure.

    A figure that runs on since an earlier day (`cumulative`), or is a whole war's, is left out while a plain
    one is there: no total that runs on is added to its parts or compared with them. So is one of medics or
    journalists alone, who are a part of an event's dead.
    """
    made: defaultdict[str, list[Count]] = defaultdict(list)
    for count in counts(claims, origins):
        made[count.measure].append(count)
    return tuple(
        figure_range(measure, found, rule) for measure, found in sorted(made.items()) if measure != "distance"
    )


def event_figure(
    claims: Iterable[Claim], origins: Mapping[str, str], *, rule: Rule, measure: str = "killed"
) -> FigureRange | None:
    """A measure of one event, None where nobody counts it: running totals and a war's are not its own."""
    found = [
        c
        for c in counts(claims, origins)
        if c.measure == measure and not c.cumulative and not is_war_total(c)
    ]
    return figure_range(measure, found, rule) if found else None


def figure_range(measure: str, found: Sequence[Count], rule: Rule) -> FigureRange:
    """Low, best and high of counts of one thing, of which there is one at least."""
    plain = [c for c in found if not c.cumulative and not is_war_total(c)] or list(found)
    plain = _wholes([c for c in plain if not calling(c)] or plain)
    totals = _latest(plain)
    low = min(c.value for c in totals)
    high = max(c.high if c.high is not None else c.low for c in totals)
    best, why = _best(totals, rule)
    return FigureRange(
        measure=measure,
        low=low,
        best=best,
        high=high,
        low_claims=_behind(plain, low),
        best_claims=_behind(plain, best),
        high_claims=_behind(plain, high),
        rule=why,
    )


def _wholes(found: Sequence[Count]) -> list[Count]:
    """The counts without the lesser ones that a report gives in its own voice: `one of the dead was`."""
    most: defaultdict[str, float] = defaultdict(float)
    for count in found:
        most[count.claim.document] = max(most[count.claim.document], count.value)
    return [c for c in found if c.claim.attribution or c.value >= most[c.claim.document]]


def _latest(found: Sequence[Count]) -> list[Count]:
    """The largest total of each origin: what it says of a part of the event is no rival of its whole."""
    made: dict[str, Count] = {}
    for count in found:
        held = made.get(count.origin)
        if held is None or count.value > held.value:
            made[count.origin] = count
    return list(made.values())


def _best(totals: Sequence[Count], rule: Rule) -> tuple[float, str]:
    values = sorted(c.value for c in totals)
    if len(values) == 1:
        return values[0], f"{rule}: the total of its one independent origin"
    if rule == "acled":
        return values[0], f"acled: the most conservative of {len(values)} origins' totals"
    middle = values[(len(values) - 1) // 2]
    return (
        middle,
        f"ucdp: the middle of {len(values)} independent origins' totals, the lower of two middle ones",
    )


def _behind(found: Iterable[Count], value: float) -> tuple[str, ...]:
    return tuple(c.claim.id for c in found if value in (c.low, c.high))
