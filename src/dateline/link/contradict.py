"""Contradictions among the claims of one incident: each kind a rule that names its reason."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from dateline.claims.record import LOCATING_ROLES, Claim, Party, Place
from dateline.document import Span
from dateline.link.figures import Count, counts, differ, limits
from dateline.link.record import Contradiction, Report
from dateline.link.sides import rivals, side_of
from dateline.link.words import knowledge, place_name
from dateline.mentions.actors_phrase import phrase_of

REAL = ("occurred", "ongoing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The claims of one incident with what the rules ask of each."""

    claims: Sequence[Claim]
    reports: Mapping[str, Report]
    origins: Mapping[str, str]

    def voice(self, claim: Claim) -> tuple[str, str]:
        """Report and speaker: one voice does not contradict itself by telling of parts."""
        speaker = claim.attribution[-1].text.lower() if claim.attribution else ""
        origin = self.origins.get(claim.id, "")
        return claim.document, speaker if origin.startswith("outlet:") else origin

    def two_voices(self, a: Claim, b: Claim) -> bool:
        """True when two speak. In one report the outlet's own voice repeats a source not yet named."""
        if a.document == b.document and not (a.attribution and b.attribution):
            return False
        return self.voice(a) != self.voice(b)

    def outlet(self, claim: Claim) -> str:
        """The outlet of a claim, for notes."""
        report = self.reports.get(claim.document)
        return (report.outlet or report.name) if report else claim.document[:12]


def contradictions_in(evidence: Evidence, *, incident: str | None) -> tuple[Contradiction, ...]:
    """All contradictions of an incident: one for each kind, measure and pair of values, in that order."""
    found = [
        *quantity(evidence),
        *denial(evidence),
        *agent(evidence),
        *outcome(evidence),
        *time(evidence),
        *place(evidence),
    ]
    return tuple(replace(c, incident=incident, id=_id(c)) for c in sorted(found, key=_order))


def _order(found: Contradiction) -> tuple[str, str, str, str]:
    return found.kind, found.measure or "", found.a, found.b


def _id(found: Contradiction) -> str:
    key = ":".join((found.kind, found.measure or "", *sorted((found.a, found.b))))
    return "x_" + hashlib.sha256(key.encode()).hexdigest()[:16]


def quantity(evidence: Evidence) -> Iterator[Contradiction]:
    """Totals of one measure and the same victims that differ between two voices."""
    listed = [c for c in counts(evidence.claims, evidence.origins) if c.measure in limits()["measures"]]
    seen: set[tuple[str, float, float]] = set()
    for a, b in combinations(_totals(evidence, listed), 2):
        if not evidence.two_voices(a.claim, b.claim) or not comparable(a, b) or not differ(a, b):
            continue
        values = (a.measure, min(a.value, b.value), max(a.value, b.value))
        if values in seen:
            continue
        seen.add(values)
        early, late = sorted((a, b), key=lambda c: _told(c.claim, evidence.reports))
        update = _is_update(early, late, evidence)
        note = f"{said(early)} ({_who(early.claim, evidence)}) vs {said(late)} ({_who(late.claim, evidence)})"
        yield _pair(
            "quantity", early.claim, late.claim, ("update: " if update else "") + note, a.measure, update
        )


def _totals(evidence: Evidence, listed: Iterable[Count]) -> list[Count]:
    """For each voice, measure and set of victims the largest count: smaller ones are its parts."""
    made: dict[tuple[object, ...], Count] = {}
    for count in listed:
        key = (evidence.voice(count.claim), count.measure, victims(count.claim))
        if key not in made or count.value > made[key].value:
            made[key] = count
    return list(made.values())


def victims(claim: Claim) -> frozenset[str]:
    """The named bodies a claim says were hit; empty for people in general and civilians."""
    return frozenset(p.actor for p in claim.targets if p.actor and not p.actor.endswith(":civilians"))


def comparable(a: Count, b: Count) -> bool:
    """True when two counts may be of the same people or things."""
    if a.measure != b.measure or a.cumulative != b.cumulative:
        return False
    if a.claim.id == b.claim.id:
        return False
    if a.measure == "forces":
        # Those who act are counted, not those who are hit.
        same = not _actors(a.claim) or not _actors(b.claim) or bool(_actors(a.claim) & _actors(b.claim))
        return same and {a.claim.action, b.claim.action} <= knowledge()["acts"]
    if max(a.value, b.value) > APART * max(min(a.value, b.value), 1) or _rival_agents(a.claim, b.claim):
        return False
    return victims(a.claim) == victims(b.claim) and not _of_two_kinds(a.claim, b.claim)


def _of_two_kinds(a: Claim, b: Claim) -> bool:
    """`100 terrorists` here and 32 civilians there are two tolls, whoever the terrorists are."""
    kinds = [{_victim(p) for p in claim.targets} - {None} for claim in (a, b)]
    return {"armed"} in kinds and {"civilians"} in kinds


def _victim(party: Party) -> str | None:
    """`armed` or `civilians` by the words or the body, None for people who may be either."""
    if party.actor is not None:
        return "civilians" if party.actor.endswith((":civilians", ":medical", ":media")) else "armed"
    role = phrase_of(party.text, Span(0, len(party.text))).role
    return role if role in ("armed", "civilians") else None


APART = 100
"""Counts a hundredfold apart are of two things (a strike and its war), not of one told twice."""


def _rival_agents(a: Claim, b: Claim) -> bool:
    """Two harms by two enemies: if it is one, that is a contradiction of the agent."""
    return bool(_actors(a) and _actors(b)) and all(rivals(x, y) for x in _actors(a) for y in _actors(b))


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
    told, later = (_told(c.claim, evidence.reports) for c in (early, late))
    rising = late.value > early.value and told[0] < later[0]
    return rising and (early.bound in ("at_least", "vague") or early.origin == late.origin)


def _told(claim: Claim, reports: Mapping[str, Report]) -> tuple[str, str, Span]:
    report = reports.get(claim.document)
    day = report.published.isoformat() if report and report.published else "9999"
    return day, claim.document, claim.span


def _who(claim: Claim, evidence: Evidence) -> str:
    outlet = evidence.outlet(claim)
    return f"{claim.attribution[-1].text}, {outlet}" if claim.attribution else outlet


def _pair(
    kind: str, a: Claim, b: Claim, note: str, measure: str | None = None, update: bool = False
) -> Contradiction:
    return Contradiction(
        kind=kind,  # type: ignore[arg-type]
        measure=measure,
        a=a.id,
        b=b.id,
        incident=None,
        note=note,
        update=update,
    )


def denial(evidence: Evidence) -> Iterator[Contradiction]:
    """An act that one voice reports and another says did not happen, or blame that the blamed one rejects."""
    denied = [c for c in evidence.claims if c.status == "denied" and not _is_state(c)]
    done = [c for c in evidence.claims if c.status in REAL]
    for no in denied:
        for yes in done:
            if _same_act(no, yes) and evidence.voice(no) != evidence.voice(yes) and _one_body(no, yes):
                note = f"{yes.trigger} ({_who(yes, evidence)}) vs denied ({_who(no, evidence)})"
                yield _pair("denial", yes, no, note, no.quantities[0].measure if no.quantities else None)
    for reject in (c for c in done if c.action in limits()["denials"]):
        for blame in (c for c in done if c.action in limits()["blames"]):
            if _sides_meet(reject, blame):
                note = f"{_parties(blame.agents)} blames {_parties(blame.targets)}, which rejects it"
                yield _pair("denial", blame, reject, note)


def _is_state(claim: Claim) -> bool:
    return claim.action in knowledge()["states"]


def _same_act(a: Claim, b: Claim) -> bool:
    """The same action, or two names for one act of fighting."""
    acts = knowledge()["acts"]
    return a.action == b.action or (a.action in acts and b.action in acts and a.action != "repel" != b.action)


def _one_body(a: Claim, b: Claim) -> bool:
    """The same agent and the same victims, as far as both are named."""
    x, y = _actors(a), _actors(b)
    # `No Russians were hurt` does not deny that villagers were.
    return (not x or not y or bool(x & y)) and (
        a.action not in knowledge()["harms"] or victims(a) == victims(b)
    )


def _actors(claim: Claim) -> frozenset[str]:
    return frozenset(p.actor for p in claim.agents if p.actor)


def _sides_meet(reject: Claim, blame: Claim) -> bool:
    heads = {p.actor.split(":")[0] for p in reject.agents if p.actor}
    return any(p.actor and p.actor.split(":")[0] in heads for p in blame.targets)


def _parties(parties: Iterable[object]) -> str:
    return (
        ", ".join(str(getattr(p, "name", None) or getattr(p, "text", "")) for p in parties) or "nobody named"
    )


def agent(evidence: Evidence) -> Iterator[Contradiction]:
    """One act laid to two rival agents by two voices."""
    known = [c for c in evidence.claims if c.status in REAL and c.action in _done_to() and _actors(c)]
    seen: set[frozenset[frozenset[str]]] = set()
    for a, b in combinations(known, 2):
        of_a, of_b = _actors(a), _actors(b)
        if a.action != b.action or not evidence.two_voices(a, b) or frozenset((of_a, of_b)) in seen:
            continue
        # Two victims of two sides are two halves of a battle, not one act with two authors.
        if (
            victims(a) != victims(b)
            or _tolls_differ(a, b, evidence)
            or not all(rivals(x, y) for x in of_a for y in of_b)
        ):
            continue
        seen.add(frozenset((of_a, of_b)))
        note = f"{_parties(a.agents)} ({_who(a, evidence)}) vs {_parties(b.agents)} ({_who(b, evidence)})"
        yield _pair("agent", a, b, note)


def _tolls_differ(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Two tolls of two acts, not one toll laid to two agents."""
    tolls = counts((a,), evidence.origins), counts((b,), evidence.origins)
    return any(x.measure == y.measure and differ(x, y) for x in tolls[0] for y in tolls[1])


def _done_to() -> frozenset[str]:
    """Actions that one side does to another: a clash or a campaign has two authors."""
    acts = knowledge()["acts"] | knowledge()["harms"] | {"abduct", "detain", "loot", "abuse", "capture"}
    return frozenset(acts - {"clash", "operate", "repel"})


def outcome(evidence: Evidence) -> Iterator[Contradiction]:
    """A fight for one place that two rivals both won."""
    real = [c for c in evidence.claims if c.status in REAL]
    for first, second in limits()["outcomes"]:
        for a in (c for c in real if c.action == first):
            for b in (c for c in real if c.action == second):
                if _same_place(a, b) and _both_won(a, b) and evidence.two_voices(a, b):
                    note = f"{a.trigger} ({_who(a, evidence)}) vs {b.trigger} ({_who(b, evidence)})"
                    yield _pair("outcome", a, b, note)
                    break


def _both_won(a: Claim, b: Claim) -> bool:
    """The one who gained by `a` lost by `b`, or the one who left by `a` won by `b`."""
    if a.action == "withdraw":
        return bool(_actors(a) & _actors(b))
    return bool(_actors(a) & frozenset(p.actor for p in b.targets if p.actor)) or any(
        rivals(x, y) for x in _actors(a) for y in _actors(b)
    )


def _keys(claim: Claim) -> frozenset[str]:
    named = (place_name(p.text) for p in claim.places)
    return frozenset(k.key for k in named if k.key and not k.broad and not k.generic)


def _same_place(a: Claim, b: Claim) -> bool:
    return bool(_keys(a) & _keys(b))


def time(evidence: Evidence) -> Iterator[Contradiction]:
    """One act on two days, by two reports that both date it themselves."""
    dated = [c for c in evidence.claims if _dates_itself(c)]
    seen: set[tuple[object, ...]] = set()
    for a, b in combinations(dated, 2):
        assert a.time and b.time and a.time.start and b.time.start and a.time.end and b.time.end
        if (
            a.action != b.action
            or a.document == b.document
            or not (_same_place(a, b) or not (_keys(a) and _keys(b)))
        ):
            continue
        apart = a.time.end < b.time.start or b.time.end < a.time.start
        key = tuple(sorted((a.time.start, b.time.start)))
        if apart and key not in seen:
            seen.add(key)
            note = f"{a.time.start} ({_who(a, evidence)}) vs {b.time.start} ({_who(b, evidence)})"
            yield _pair("time", a, b, note)


def _dates_itself(claim: Claim) -> bool:
    time = claim.time
    if time is None or time.start is None or time.end is None or time.inherited or claim.status not in REAL:
        return False
    if _is_state(claim):
        return (time.end - time.start).days > 1
    return claim.action in knowledge()["acts"] and time.precision == "day"


def place(evidence: Evidence) -> Iterator[Contradiction]:
    """One act of one agent at two places, neither in the other, by two reports."""
    acts = [
        c
        for c in evidence.claims
        if c.status in REAL and c.action in knowledge()["acts"] - {"clash", "operate"}
    ]
    around = {key for c in acts for key in _areas(c)}
    seen: set[frozenset[str]] = set()
    for a, b in combinations(acts, 2):
        own_a, own_b = _keys(a) - around, _keys(b) - around
        if a.action != b.action or a.document == b.document or not own_a or not own_b or _keys(a) & _keys(b):
            continue
        if not _actors(a) & _actors(b) or frozenset((*own_a, *own_b)) in seen:
            continue
        seen.add(frozenset((*own_a, *own_b)))
        note = f"{a.places[0].text} ({_who(a, evidence)}) vs {b.places[0].text} ({_who(b, evidence)})"
        yield _pair("place", a, b, note)


def since(evidence: Evidence, incidents: Mapping[str, str]) -> Iterator[Contradiction]:
    """One side's hold on one place since two days, by two reports: states are linked by place, not by day."""
    held: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        if _is_state(claim) and _dates_itself(claim) and _actors(claim):
            for key in {_area_key(p) for p in claim.places if p.role in LOCATING_ROLES}:
                held[key].append(claim)
    for key in sorted(held):
        by_start = {c.time.start: c for c in reversed(held[key]) if c.time and c.time.start}
        # Neighbours in time alone: a place with many dated holds must not cost their square.
        for (_, a), (_, b) in pairwise(sorted(by_start.items())):
            assert a.time and b.time and a.time.start and b.time.start
            known_apart = any(rivals(x, y) for x in _actors(a) for y in _actors(b))
            if a.document == b.document or known_apart:
                continue
            if abs(a.time.start - b.time.start) <= SINCE:
                said_by = (f"since {c.time.start} ({_who(c, evidence)})" for c in (a, b) if c.time)
                note = " vs ".join(said_by)
                found = _pair("time", a, b, note)
                yield replace(found, incident=incidents.get(a.id), id=_id(found))


SINCE = dt.timedelta(days=366)
"""Two beginnings further apart are of two holds, not of one dated twice."""


def _area_key(place: Place) -> str:
    name = place_name(place.text)
    return f"{name.key}~area" if name.broad else name.key


def _areas(claim: Claim) -> Iterator[str]:
    for p in claim.places:
        if p.role == "in_part_of" and len(claim.places) > 1:
            yield place_name(p.text).key


def opposing(claims: Iterable[Claim], reports: Mapping[str, Report]) -> bool:
    """True when two of the claims come from rival sides."""
    sides = {s for c in claims if (s := side_of(c, reports.get(c.document)))}
    return any(rivals(a, b) for a, b in combinations(sorted(sides), 2))
