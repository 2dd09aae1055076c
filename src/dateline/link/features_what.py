"""What two claims have in common of act, parties, figures and standing in the text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.evidence import STATUSES
from dateline.link.columns_rows import number_of
from dateline.link.figures import limits
from dateline.link.pairs import Bools, Pairs, meets, shared
from dateline.link.words import knowledge

TENFOLD = 2.303
"""Natural logarithm of ten: figures so far apart count as wholly unlike."""
SCENES = 5
"""Scenes between two claims of a report that count as wholly apart."""
LEAD = 600
"""Characters of a report's title and first paragraph, which tell its main event."""


def parties(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    """Agents, targets, actors and words in common, and roles that are reversed."""
    made: dict[str, NDArray[np.float32] | Bools] = {}
    for name in ("agents", "targets"):
        x, y = p.both(name)
        same = meets(x, y)
        made[f"same {name}"] = same
        made[f"{name} differ"] = (x[:, 0] != 0) & (y[:, 0] != 0) & ~same
    agents_a, agents_b = p.both("agents")
    targets_a, targets_b = p.both("targets")
    made["roles reversed"] = (meets(agents_a, targets_b) | meets(targets_a, agents_b)) & ~made[
        "same agents"
    ].astype(bool)
    # Civilians are hit by nearly every event of a war: that two claims share them says little.
    unarmed_a, unarmed_b = p.both("civilians")
    made["both hit civilians"] = (unarmed_a & unarmed_b).astype(np.bool_)
    parties_a, parties_b = p.both("parties")
    made["actors in common"] = shared(parties_a, parties_b)
    words_a, words_b = p.both("words")
    made["words in common"] = shared(words_a, words_b)
    return made


def action(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    """Whether it is one action, an act and its harm, a state or a statement against an event."""
    a, b = p.both("action")
    family_a, family_b = p.both("family")
    trigger_a, trigger_b = p.both("trigger")
    kinds = {k: _is(a, k) ^ _is(b, k) for k in ("states", "words")}
    acts_a, acts_b, harms_a, harms_b = _is(a, "acts"), _is(b, "acts"), _is(a, "harms"), _is(b, "harms")
    battle = _is(a, "battles") & _is(b, "battles")
    return {
        "same action": a == b,
        "act and its harm": (acts_a & harms_b) | (harms_a & acts_b),
        "battle and harm": _one_and_other(a, b, "battles", "harms"),
        "operation and harm": _one_and_other(a, b, "operations", "harms"),
        "ground and harm": _one_and_other(a, b, "ground", "harms"),
        "blame and act": _one_and_other(a, b, "blame", "blamed"),
        "two acts": acts_a & acts_b & (a != b),
        "two acts of a battle": (battle | _one_and_other(a, b, "battles", "raids")) & (a != b),
        "two harms": harms_a & harms_b & (a != b),
        "families differ": family_a != family_b,
        "state against event": kinds["states"],
        "statement against event": kinds["words"],
        "two statements": _is(a, "words") & _is(b, "words") & (a != b),
        "same trigger": trigger_a == trigger_b,
    }


def means(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    """Means in common, different ones, or those of one claim alone."""
    a, b = p.both("means")
    named_a, named_b, same = a[:, 0] != 0, b[:, 0] != 0, meets(a, b)
    return {
        "means in common": same,
        "means differ": named_a & named_b & ~same,
        "means of one alone": named_a ^ named_b,
    }


def _one_and_other(a: NDArray[np.int64], b: NDArray[np.int64], one: str, other: str) -> Bools:
    return (_is(a, one) & _is(b, other)) | (_is(a, other) & _is(b, one))


def _is(action: NDArray[np.int64], kind: str) -> Bools:
    numbers = np.array(sorted(number_of(name) for name in knowledge()[kind]), dtype=np.int64)
    found: Bools = np.isin(action, numbers)
    return found


def figures(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    """Whether figures of the claims, and of their sentences, agree."""
    made = _alike(p, "")
    told = _alike(p, "told_")
    total_a, total_b = p.both("cumulative")
    made["running total against part"] = (total_a ^ total_b) & ~np.asarray(made["same figure"], dtype=bool)
    war_a, war_b = (_of_war(low) for low in p.both("low"))
    made["a war's toll against an event's"] = war_a ^ war_b
    made["same figure in the sentence"] = told["same figure"]
    made["figures in the sentence differ"] = told["figures differ"]
    made["figures in the sentence are unlike"] = told["figures are unlike"]
    return made


def _alike(p: Pairs, prefix: str) -> dict[str, NDArray[np.float32] | Bools]:
    """Whether figures of one measure agree, cannot agree, and how far apart their lower ends are (0..1)."""
    measure_a, measure_b = p.both(f"{prefix}measure")
    low_a, low_b = p.both(f"{prefix}low")
    high_a, high_b = p.both(f"{prefix}high")
    alike = (measure_a[:, :, None] == measure_b[:, None, :]) & (measure_a[:, :, None] != 0)
    same = (alike & (low_a[:, :, None] == low_b[:, None, :]) & (low_a[:, :, None] > 2)).any(axis=(1, 2))
    apart = alike & (
        (low_a[:, :, None] > _top(high_b)[:, None, :]) | (low_b[:, None, :] > _top(high_a)[:, :, None])
    )
    ratio = np.abs(np.log(np.maximum(low_a, 1)[:, :, None] / np.maximum(low_b, 1)[:, None, :]))
    unlike = np.minimum(np.nan_to_num(np.where(alike, ratio, 0)).max(axis=(1, 2)) / TENFOLD, 1)
    return {
        "same figure": same,
        "figures differ": apart.any(axis=(1, 2)) & ~same,
        "figures are unlike": np.where(same, 0, unlike),
    }


def _of_war(low: NDArray[np.int64]) -> Bools:
    """True of figures so high that they are of a war, not of one event in it."""
    found: Bools = np.nan_to_num(low).max(axis=1) >= limits()["war"]
    return found


def _top(high: NDArray[np.int64]) -> NDArray[np.float32]:
    return np.where(np.isnan(high), np.inf, high)


def status(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    """Planned against done, denied against claimed."""
    a, b = p.both("status")
    unreal = [STATUSES.index(s) for s in ("planned", "conditional")]
    plan_a, plan_b = np.isin(a, unreal), np.isin(b, unreal)
    denied = STATUSES.index("denied")
    return {
        "planned against done": plan_a ^ plan_b,
        "denied against claimed": (a == denied) ^ (b == denied),
    }


def text(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    """How two claims of one report stand in its text, and who speaks."""
    sentence_a, sentence_b = p.both("sentence")
    offset_a, offset_b = (v.astype(np.float32) for v in p.both("offset"))
    apart = np.abs(sentence_a - sentence_b)
    title_a, title_b = p.both("title")
    speaker_a, speaker_b = p.both("speaker")
    scene_a, scene_b = p.both("scene")
    return {
        "same scene": scene_a == scene_b,
        "scenes apart": np.minimum(np.abs(scene_a - scene_b), SCENES) / SCENES,
        "both in the first scene": (scene_a == 0) & (scene_b == 0),
        "same sentence": apart == 0,
        "next sentence": apart == 1,
        "nearness in the text": np.exp(-np.abs(offset_a - offset_b) / 800),
        "both in the lead": (offset_a < LEAD) & (offset_b < LEAD),
        "one in the lead": (offset_a < LEAD) ^ (offset_b < LEAD),
        "one in the title": title_a.astype(bool) ^ title_b.astype(bool),
        "same speaker": (speaker_a == speaker_b) & (speaker_a != 0),
    }


def leads(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    """Where in their reports two claims of two reports stand."""
    offset_a, offset_b = p.both("offset")
    scene_a, scene_b = p.both("scene")
    return {
        "both in the lead": (offset_a < LEAD) & (offset_b < LEAD),
        "one in the lead": (offset_a < LEAD) ^ (offset_b < LEAD),
        "both in the first scene": (scene_a == 0) & (scene_b == 0),
    }
