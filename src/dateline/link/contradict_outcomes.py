"""Contradictions of outcome: who is left in a place, how a side left it, and whether a strike arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.claims.record import HAPPENED, Claim
from dateline.lexicon.actions import action_set
from dateline.link.contradict_words import tells
from dateline.link.evidence import Evidence, actors, allied, bodies_hit, days_between, one_scene, pair
from dateline.link.figures import limits
from dateline.link.record import Contradiction
from dateline.link.sides import rivals

Rule = Callable[[Claim, Claim, Evidence], bool]


def outcome(evidence: Evidence) -> Iterator[Contradiction]:
    """Two ends of one event that cannot both be: for each claim and rule the first claim that rivals it."""
    for rule in (_ended_otherwise, still_held, kept, left_otherwise, arrived):
        for a in evidence.claims:
            found = (b for b in evidence.claims if evidence.two_voices(a, b) and rule(a, b, evidence))
            yield from (won(a, b, evidence) for b, _ in zip(found, range(1), strict=False))


def won(a: Claim, b: Claim, evidence: Evidence) -> Contradiction:
    """The contradiction of two ends of one event."""
    return pair("outcome", a, b, f"{a.trigger} ({evidence.who(a)}) vs {b.trigger} ({evidence.who(b)})")


def _ended_otherwise(a: Claim, b: Claim, evidence: Evidence) -> bool:
    return _are(a, b, "outcomes") and b.status in HAPPENED and both_won(a, b, evidence)


def _are(a: Claim, b: Claim, pairs: str) -> bool:
    """True when `a` happened and the two actions are a pair of the lexicon's list."""
    return a.status in HAPPENED and [a.action, b.action] in limits()[pairs]


def both_won(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """The one who gained by `a` lost by `b`, or the one who left by `a` won by `b`, at one place."""
    if not one_scene(a, b) or not evidence.two_voices(a, b):
        return False
    if a.action == "withdraw":
        return bool(actors(a) & actors(b))
    return bool(actors(a) & bodies_hit(b)) or any(rivals(x, y) for x in actors(a) for y in actors(b))


def still_held(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Who lost a place by `a` holds it by `b`, told of the day of the loss or later."""
    if not _are(a, b, "losses") or not one_scene(a, b) or b.status not in HAPPENED:
        return False
    if a.action != "repel" and (b.status != "ongoing" or not _no_later(a, b, evidence)):
        return False
    if a.action == "withdraw":
        return bool(actors(a) & actors(b))
    beaten = allied(actors(b), bodies_hit(a))
    takers = actors(a) if a.action in ("capture", "reopen") else frozenset()
    return beaten or bool(takers and actors(b) and all(rivals(x, y) for x in takers for y in actors(b)))


def _no_later(loss: Claim, hold: Claim, evidence: Evidence) -> bool:
    """True unless the place was lost after the report of who holds it was published."""
    report = evidence.reports.get(hold.document)
    day = loss.time.start if loss.time else None
    return day is None or report is None or report.published is None or day <= report.published


def kept(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """One side took a place by `a`; by `b` it is not there, or the other has not given it up."""
    if not _are(a, b, "kept") or b.status != "denied" or not one_scene(a, b):
        return False
    return allied(actors(a), actors(b)) == (b.action == "hold")


def left_otherwise(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """A side was beaten out by `a` and left by its own will by `b`."""
    if not _are(a, b, "departures") or b.status not in HAPPENED or (days_between(a, b) or 0) > 1:
        return False
    gone = actors(a) if a.action == "withdraw" else bodies_hit(a)
    beaten = a.action == "drive_back" or tells(a, "flight")
    return beaten and tells(b, "orderly") and not tells(b, "flight") and bool(gone & actors(b))


def arrived(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """What was fired by `a` hit somebody, and was brought down on its way by `b`."""
    fired = a.action in action_set("fire") and a.status in HAPPENED and b.status in HAPPENED
    if not fired or not tells(b, "intercepted") or not one_scene(a, b) or (days_between(a, b) or 0) > 1:
        return False
    return bool(actors(a) & bodies_hit(b)) and any(
        c.document == a.document and c.action in action_set("harms") and c.status in HAPPENED
        for c in evidence.claims
    )
