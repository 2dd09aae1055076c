"""What a report tells of a toll elsewhere: a headline has the number, the body says who did it and when."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from dateline.claims.record import HAPPENED, Claim, Party
from dateline.link.doubts import TOLLS
from dateline.link.evidence import Evidence, actors, allied, bodies_hit, enemies, places_meet
from dateline.link.figures import Count, counts, limits


def filled(count: Count, evidence: Evidence) -> Claim:
    """The claim of a toll; agents and day that it leaves open are those of the same toll told again.

    Who is told with no toll of this number is taken from the incident, where its report names one side alone.
    """
    claim = count.claim
    if count.part or count.measure not in TOLLS:
        return claim
    # Small numbers come again by chance.
    told = evidence.report_of(claim) if count.low > limits()["few"] else ()
    same = [c for c in told if _tells(c, count) and places_meet(c, claim)]
    agents = claim.agents or next((c.agents for c in same if actors(c)), ()) or _only_agents(claim, evidence)
    times = (c.time for c in same if c.time and c.time.precision == "day" and not c.time.inherited)
    return replace(claim, agents=agents, time=claim.time or next(times, None))


def _tells(claim: Claim, count: Count) -> bool:
    return any(c.measure == count.measure and c.low == count.low for c in counts((claim,), {}))


def _only_agents(claim: Claim, evidence: Evidence) -> tuple[Party, ...]:
    """Those who strike by what the claim's report tells of its incident; none where it names two enemies, and
    none of the victims' own: `it lost two soldiers` says who fell, not that the army killed them."""
    own = [c for c in evidence.claims if c.document == claim.document and c.status in HAPPENED]
    blows = [c for c in own if c.action in limits()["blows"] and actors(c)]
    if not blows or any(enemies(a, b) for a, b in combinations(blows, 2)):
        return ()
    return () if allied(actors(blows[0]), bodies_hit(claim)) else blows[0].agents
