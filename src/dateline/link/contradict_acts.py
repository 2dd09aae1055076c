"""Contradictions about an act itself: whether it was done, by whom, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dateline.claims.record import HAPPENED, Claim
from dateline.lexicon.actions import action_set
from dateline.link.evidence import (
    Evidence,
    actors,
    allies,
    days_meet,
    enemies,
    is_state,
    names,
    pair,
    places_meet,
    same_place,
    sides_meet,
    victims,
)
from dateline.link.figures import counts, differ, is_bare, limits
from dateline.link.record import Contradiction
from dateline.link.sides import rivals
from dateline.link.words import knowledge, words_of


def denial(evidence: Evidence) -> Iterator[Contradiction]:
    """An act that one voice reports and another says did not happen, or blame that the blamed one rejects."""
    done = [c for c in evidence.claims if c.status in HAPPENED]
    blames = [c for c in done if c.action in limits()["blames"]]
    for no in (c for c in evidence.claims if c.status == "denied" and not is_state(c)):
        yield from (denied(no, yes, evidence) for yes in done if denies(no, yes, evidence))
        if no.action in action_set("done_to") and no.attribution:
            yield from (rejected(no, c) for c in blames if rejects(no, c))
    for reject in (c for c in done if c.action in limits()["denials"]):
        yield from (rejected(reject, c) for c in blames if rejects(reject, c))


def rejects(answer: Claim, blame: Claim) -> bool:
    """True when who rejects something, or is said not to have done it, was blamed."""
    return sides_meet(answer.agents, blame.targets)


def denied(no: Claim, yes: Claim, evidence: Evidence) -> Contradiction:
    """The contradiction of a claim and its denial."""
    note = f"{yes.trigger} ({evidence.who(yes)}) vs denied ({evidence.who(no)})"
    return pair("denial", yes, no, note, no.quantities[0].measure if no.quantities else None)


def rejected(reject: Claim, blame: Claim) -> Contradiction:
    """The contradiction of blame and its rejection."""
    note = f"{names(blame.agents)} blames {names(blame.targets)}, which rejects it"
    return pair("denial", blame, reject, note)


def denies(no: Claim, yes: Claim, evidence: Evidence) -> bool:
    """True when the act that `yes` reports is the one that `no` says did not happen."""
    if not _same_act(no, yes) or evidence.voice(no) == evidence.voice(yes):
        return False
    if no.document != yes.document and not evidence.two_sources(no, yes):
        return False
    if allies(no, yes, evidence.reports):
        # What a side admits is not what it denies.
        return False
    if no.document == yes.document:
        # What a report itself says will not be done, or was prevented, denies nothing it told before.
        one_event = bool(no.attribution)
    else:
        one_event = same_place(no, yes) or (places_meet(no, yes) and days_meet(no, yes))
    return one_event and _one_body(no, yes) and _reaches(no, yes)


def _same_act(a: Claim, b: Claim) -> bool:
    """The same action, or two names for one act of one side."""
    acts = knowledge()["acts"] & action_set("done_to")
    return a.action == b.action or {a.action, b.action} <= acts


def _one_body(a: Claim, b: Claim) -> bool:
    """The same agent and the same victims, as far as both are named."""
    x, y = actors(a), actors(b)
    if x and y and not x & y:
        return False
    x, y = victims(a), victims(b)
    # `No Russians were hurt` does not deny that villagers were.
    return x == y or (a.action not in knowledge()["harms"] and (not x or not y or bool(x & y)))


def _reaches(no: Claim, yes: Claim) -> bool:
    """True when a denied figure is not above the one reported: `no heavy losses` leaves some."""
    figures = [q for q in no.quantities if (q.low or q.high or 0) > 0]
    told = {q.measure: q.low or 0 for q in yes.quantities}
    return all(not is_bare(q) and told.get(q.measure, q.low or 0) >= (q.low or 0) for q in figures)


def agent(evidence: Evidence) -> Iterator[Contradiction]:
    """One act laid to two rival agents by two voices, or to an agent by one and to an accident by another."""
    known = [c for c in evidence.claims if c.status in HAPPENED and c.action in action_set("done_to")]
    seen: set[frozenset[frozenset[str]]] = set()
    for a, b in combinations(known, 2):
        laid = frozenset((actors(a), actors(b)))
        if (
            a.action != b.action
            or laid in seen
            or not evidence.two_sources(a, b)
            or not _one_act(a, b, evidence)
        ):
            continue
        if enemies(a, b) or _accident(a, b) or _accident(b, a):
            seen.add(laid)
            note = f"{names(a.agents)} ({evidence.who(a)}) vs {names(b.agents)} ({evidence.who(b)})"
            yield pair("agent", a, b, note)


def _one_act(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """True when two claims may lay the same act to their agents: two halves of a battle are two acts."""
    if victims(a) != victims(b) or not places_meet(a, b):
        return False
    tolls = [(x, y) for x in counts((a,), evidence.origins) for y in counts((b,), evidence.origins)]
    tolls = [(x, y) for x, y in tolls if x.measure == y.measure]
    if any(differ(x, y) for x, y in tolls):
        return False
    # Two speakers of one report dispute what it tells; two reports must tell of one day or one toll.
    return a.document == b.document or days_meet(a, b) or bool(tolls)


def _accident(a: Claim, b: Claim) -> bool:
    """True when `a` names who did it and `b`, in a speaker's words, says that it happened by itself."""
    by_itself = not b.agents and any(w in limits()["accidents"] for w in words_of(b.trigger))
    return bool(actors(a)) and by_itself and bool(b.attribution)


def outcome(evidence: Evidence) -> Iterator[Contradiction]:
    """A fight for one place that two rivals both won."""
    real = [c for c in evidence.claims if c.status in HAPPENED]
    for first, second in limits()["outcomes"]:
        for a in (c for c in real if c.action == first):
            found = (c for c in real if c.action == second and both_won(a, c, evidence))
            yield from (won(a, b, evidence) for b, _ in zip(found, range(1), strict=False))


def won(a: Claim, b: Claim, evidence: Evidence) -> Contradiction:
    """The contradiction of two ends of one fight."""
    return pair("outcome", a, b, f"{a.trigger} ({evidence.who(a)}) vs {b.trigger} ({evidence.who(b)})")


def both_won(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """The one who gained by `a` lost by `b`, or the one who left by `a` won by `b`, at one place."""
    if not same_place(a, b) or not evidence.two_voices(a, b):
        return False
    if a.action == "withdraw":
        return bool(actors(a) & actors(b))
    return bool(actors(a) & frozenset(p.actor for p in b.targets if p.actor)) or any(
        rivals(x, y) for x in actors(a) for y in actors(b)
    )
