"""Whether a report is about armed conflict at all: local news too says `fired`, `struck` and `strike`."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from dateline.annotate import Parse
from dateline.annotate.evidence import ACTOR_CLASSES, Evidence
from dateline.lexicon import mapping

ARMED = tuple(ACTOR_CLASSES.index(c) for c in ("military", "militia", "rebels", "group"))
"""Classes of actor that bear arms in a conflict."""
FORCE = 0.6
"""Chance of an armed class above which a word speaks of an armed body (by eye on gold's train part)."""
SURE = 0.9
"""Chance of an event above which a word counts among the report's events (by eye, there too)."""
FEW = 0.026
"""Share of such words among all below which events are rare (six of 243 peaceful articles of LGL have more;
of the 43 reports of bombings and diplomacy in batch 8 of training/more all but three)."""


def at_peace(parse: Parse, evidence: Evidence) -> bool:
    """True if the prose speaks of no armed body, and of hardly any event but an accident."""
    if not parse.sentences:
        return True
    inside = np.concatenate([np.arange(s.first, s.last) for s in parse.sentences])
    armed = evidence.actor[inside][:, ARMED].sum(1)
    sure = 1 - evidence.action[inside, 0] > SURE
    return bool(armed.max() < FORCE and (sure.mean() < FEW or _by_accident(parse)))


def _by_accident(parse: Parse) -> bool:
    """True of a report of a gas leak or a fire, in which no explosive is named."""
    words, table = parse.lowers, mapping("roles")
    pairs = {" ".join(pair) for pair in pairwise(words)}
    return not pairs.isdisjoint(table["accidents"]) and set(words).isdisjoint(table["explosives"])
