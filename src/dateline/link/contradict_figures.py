"""Contradictions of quantity: totals of one measure that cannot be one count said twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from dateline.claims.record import HAPPENED, Claim
from dateline.link.contradict_places import places_apart
from dateline.link.differ import differ
from dateline.link.doubts import TOLLS
from dateline.link.evidence import (
    Evidence,
    actors,
    days_between,
    enemies,
    in_area_only,
    kind_of,
    pair,
    points,
    victims,
)
from dateline.link.figures import Count, calling, callings_of, counts, is_bare, is_war_total, limits
from dateline.link.record import Contradiction
from dateline.link.retold import filled
from dateline.link.words import knowledge


def quantity(evidence: Evidence) -> Iterator[Contradiction]:
    """Totals of one measure and the same victims that differ between two voices."""
    told = (*counts(evidence.claims, evidence.origins), *_parts(evidence))
    listed = [c for c in told if c.measure in limits()["measures"]]
    seen: set[tuple[str, float, float]] = set()
    for a, b in combinations(_totals(evidence, listed), 2):
        values = (a.measure, min(a.value, b.value), max(a.value, b.value))
        if values not in seen and rival_counts(a, b, evidence):
            seen.add(values)
            yield counted(a, b, evidence)


def rival_counts(a: Count, b: Count, evidence: Evidence) -> bool:
    """True when two voices count the same and cannot both be right."""
    if not evidence.two_voices(a.claim, b.claim) or not comparable(a, b) or not differ(a, b):
        return False
    one, other = (filled(c, evidence) for c in (a, b))
    return not enemies(one, other) and not _of_two_days(one, other)


def counted(a: Count, b: Count, evidence: Evidence) -> Contradiction:
    """The contradiction of two counts, the earlier first."""
    early, late = sorted((a, b), key=lambda c: evidence.told(c.claim))
    update = _is_update(early, late, evidence)
    note = f"{said(early)} ({evidence.who(early.claim)}) vs {said(late)} ({evidence.who(late.claim)})"
    note = f"update: {note}" if update else note
    return pair("quantity", early.claim, late.claim, note, a.measure, update=update)


def _totals(evidence: Evidence, listed: Iterable[Count]) -> list[Count]:
    """For each voice, measure and set of victims the largest count: smaller ones are its parts.

    Of those that are equal one with a place says which event it is of, and a part's source who counts it.
    """
    made: dict[tuple[object, ...], Count] = {}
    for count in listed:
        group = victims(count.claim), calling(count), _is_war(count)
        key = (evidence.voice(count.claim), count.measure, *group)
        if key not in made or _weight(count) > _weight(made[key]):
            made[key] = count
    return list(made.values())


def _weight(count: Count) -> tuple[float, bool, bool]:
    return count.value, count.part and bool(count.claim.attribution), bool(points(count.claim))


def comparable(a: Count, b: Count) -> bool:
    """True when two counts may be of the same people or things."""
    if a.measure != b.measure or a.cumulative != b.cumulative:
        return False
    if a.claim.id == b.claim.id or _is_war(a) != _is_war(b):
        return False
    if a.measure == "forces":
        # Those who act are counted, not those who are hit.
        same = not actors(a.claim) or not actors(b.claim) or bool(actors(a.claim) & actors(b.claim))
        return same and {a.claim.action, b.claim.action} <= knowledge()["acts"]
    most = APART_OF_WARS if _is_war(a) else APART
    if max(a.value, b.value) > most * max(min(a.value, b.value), 1) or enemies(a.claim, b.claim):
        return False
    if _of_two_days(a.claim, b.claim) or _holds(a, b) or _holds(b, a):
        return False
    if places_apart(a.claim, b.claim):
        return False
    one_group = victims(a.claim) == victims(b.claim) and calling(a) == calling(b)
    return one_group and not _of_two_kinds(a.claim, b.claim)


def _is_war(count: Count) -> bool:
    """True of the dead of a whole war; a battle may drive out as many as a war does."""
    return count.measure in TOLLS and is_war_total(count)


def _of_two_days(a: Claim, b: Claim) -> bool:
    """True of days apart: one night may be dated by either day, but not where both give a day themselves."""
    apart = days_between(a, b) or 0
    return apart > 1 or (apart == 1 and _own_day(a) and _own_day(b))


def _own_day(claim: Claim) -> bool:
    time = claim.time
    return time is not None and time.precision == "day" and not time.inherited


def _parts(evidence: Evidence) -> Iterator[Count]:
    """Of `thirty dead, two of them medics` the medics, who are comparable with another voice's medics."""
    for claim in evidence.claims:
        callings = callings_of(claim)
        if not callings or claim.status not in HAPPENED or len(claim.quantities) < 2:
            continue
        spans = [p.span for p in claim.targets if p.actor in callings]
        figures = [f for f in claim.quantities if any(f.span.overlaps(s) for s in spans) and not is_bare(f)]
        part = min(figures, key=lambda f: f.low or 0, default=None)
        if part is not None and part.low is not None:
            origin = evidence.origins.get(claim.id, "")
            yield Count(
                claim, part.measure, part.low, part.high, part.bound, origin, part.cumulative, part=True
            )


def _holds(whole: Count, part: Count) -> bool:
    """True when the greater toll, being of a province, may hold that of one place in it.

    So may the greater of two that one report tells, if it is of several days, or of two reports if of weeks.
    """
    wider = in_area_only(whole.claim) and bool(points(part.claim))
    one_report = whole.claim.document == part.claim.document
    longer = _length(part.claim) <= 1 < _length(whole.claim) and (one_report or _length(whole.claim) > WEEK)
    return whole.value > part.value and (wider or longer)


def _length(claim: Claim) -> int:
    """Days that a claim's time goes on; 0 of one without, which tells of its report's day."""
    start, end = (claim.time.start, claim.time.end) if claim.time else (None, None)
    return (end - start).days if start and end else 0


def _of_two_kinds(a: Claim, b: Claim) -> bool:
    """`100 terrorists` here and 32 civilians there are two tolls, whoever the terrorists are."""
    kinds = [{kind_of(p) for p in claim.targets} - {None} for claim in (a, b)]
    return {"armed"} in kinds and {"civilians"} in kinds


WEEK = 7
"""Days beyond which a toll is of a battle, and that of a day in another report may be a part of it."""
APART = 100
"""Counts a hundredfold apart are of two things (a strike and its war), not of one told twice."""
APART_OF_WARS = 10
"""Of the dead of a war: a tenth of them are those of a year, of a siege, of the prisons."""


def said(count: Count) -> str:
    """The figure in words: `at least 16`, `9`, `3 to 9`."""
    low = f"{count.low:,g}"
    if count.bound == "at_least" or (count.high is None and count.bound != "exact"):
        return f"at least {low}"
    if count.bound == "at_most":
        return f"at most {count.high:,g}"
    if count.high is not None and count.high != count.low:
        return f"{low} to {count.high:,g}"
    return ("about " if count.bound == "about" else "") + low


def _is_update(early: Count, late: Count, evidence: Evidence) -> bool:
    """A later, higher count replaces an earlier one that was a lower bound or from the same origin."""
    told, later = (evidence.told(c.claim) for c in (early, late))
    rising = late.value > early.value and told[0] < later[0]
    return rising and (early.bound in ("at_least", "vague") or early.origin == late.origin)
