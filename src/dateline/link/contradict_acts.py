"""Contradictions about an act itself: whether it was done, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.claims.record import HAPPENED, Claim
from dateline.lexicon.actions import action_set
from dateline.link.contradict_outcomes import won
from dateline.link.contradict_words import tells
from dateline.link.differ import differ
from dateline.link.evidence import (
    Evidence,
    actors,
    allied,
    allies,
    bodies_hit,
    days_between,
    days_meet,
    enemies,
    is_state,
    names,
    one_scene,
    pair,
    places_meet,
    same_place,
    sides_meet,
    victims,
)
from dateline.link.figures import counts, is_bare, limits
from dateline.link.record import Contradiction
from dateline.link.sides import is_bystander
from dateline.link.words import knowledge


def denial(evidence: Evidence) -> Iterator[Contradiction]:
    """An act that one voice reports and another says did not happen, or blame that the blamed one rejects."""
    done = [c for c in evidence.claims if c.status in HAPPENED]
    blames = [c for c in done if c.action in limits()["blames"]]
    for no in (c for c in evidence.claims if c.status == "denied" and not is_state(c)):
        found = [yes for yes in done if denies(no, yes, evidence)]
        # Other names of the act count where nobody gives the one that is denied.
        same = [yes for yes in found if yes.action == no.action]
        yield from (denied(no, yes, evidence) for yes in _nearest(no, same or found))
        if no.action in action_set("done_to") and no.attribution:
            yield from (rejected(no, c) for c in blames if rejects(no, c))
    for reject in (c for c in done if is_rejection(c)):
        yield from (rejected(reject, c) for c in _own([c for c in blames if answers(reject, c)], reject))


def _nearest(no: Claim, found: Sequence[Claim]) -> Iterator[Claim]:
    """What each other report first tells of what is denied, and what stands next before it in its own."""
    own = [c for c in found if c.document == no.document]
    if own:
        yield max([c for c in own if c.span < no.span] or own, key=lambda c: c.span)
    others = sorted((c for c in found if c.document != no.document), key=lambda c: (c.document, c.span))
    yield from {c.document: c for c in reversed(others)}.values()


def _own(blames: Sequence[Claim], reject: Claim) -> Sequence[Claim]:
    """The blames that a rejection is told with; those of other reports where its own tells none."""
    return [c for c in blames if c.document == reject.document] or blames


def is_rejection(claim: Claim) -> bool:
    """True of a claim that somebody says something is not so: a refusal is none."""
    return claim.action in limits()["denials"] and claim.status in HAPPENED and not tells(claim, "refusing")


def rejects(answer: Claim, blame: Claim) -> bool:
    """True when who rejects something, or is said not to have done it, was blamed."""
    return sides_meet(answer.agents, blame.targets)


def answers(reject: Claim, blame: Claim) -> bool:
    """True when who was blamed rejects something, and not something of a third body."""
    return rejects(reject, blame) and (not reject.targets or sides_meet(reject.targets, blame.agents))


def denied(no: Claim, yes: Claim, evidence: Evidence) -> Contradiction:
    """The contradiction of a claim and its denial; that something was tried in vain is another outcome."""
    if tells(no, "failed"):
        return won(yes, no, evidence)
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
        one_event = bool(no.attribution) or bool(yes.attribution and actors(no) & actors(yes))
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
    # A place that both took changed hands.
    acts = action_set("done_to") - action_set("changes_hands")
    known = [c for c in evidence.claims if c.status in HAPPENED and c.action in acts]
    seen: set[frozenset[frozenset[str]]] = set()
    for a, b in combinations(known, 2):
        laid = frozenset((actors(a), actors(b)))
        if laid in seen or not evidence.two_sources(a, b) or victims(a) != victims(b):
            continue
        one_act = a.action == b.action and _one_act(a, b, evidence)
        rival = enemies(a, b) and (one_act or _one_harm(a, b)) and not _two_acts(a, b, evidence)
        if rival or (one_act and (_accident(a, b) or _accident(b, a))):
            seen.add(laid)
            note = f"{names(a.agents)} ({evidence.who(a)}) vs {names(b.agents)} ({evidence.who(b)})"
            yield pair("agent", a, b, note)


def _one_act(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """True when two claims may lay the same act to their agents: two halves of a battle are two acts."""
    if not places_meet(a, b):
        return False
    tolls = [(x, y) for x in counts((a,), evidence.origins) for y in counts((b,), evidence.origins)]
    tolls = [(x, y) for x, y in tolls if x.measure == y.measure]
    if any(differ(x, y) for x, y in tolls):
        return False
    # Two speakers of one report dispute what it tells; two reports must tell of one day or one toll.
    return a.document == b.document or days_meet(a, b) or bool(tolls)


def _one_harm(a: Claim, b: Claim) -> bool:
    """True when civilians were hit at one place, by what two voices may call two acts."""
    if not {a.action, b.action} <= set(limits()["blows"]) or not one_scene(a, b):
        return False
    if allied(bodies_hit(a), actors(b)) or allied(bodies_hit(b), actors(a)):
        # Each side hits the other: two acts of a battle.
        return False
    night = bool(a.time or b.time) and (days_between(a, b) or 0) <= 1
    return (night or a.document == b.document) and any(map(is_bystander, bodies_hit(a) | bodies_hit(b)))


def _two_acts(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """True when who tells one claim lays such a blow at that place to the agent of the other, too."""
    return any(
        c.status in HAPPENED
        and c.action in limits()["blows"]
        and actors(c) & actors(y)
        # Who owns up to blows at its enemy owns up to none at the unarmed.
        and victims(c) == victims(y)
        and one_scene(c, y)
        and evidence.one_teller(c, x)
        for x, y in ((a, b), (b, a))
        for c in evidence.report_of(x)
    )


def _accident(a: Claim, b: Claim) -> bool:
    """True when `a` names who did it and `b`, in a speaker's words, says that it happened by itself."""
    return bool(actors(a)) and not b.agents and tells(b, "accident") and bool(b.attribution)
