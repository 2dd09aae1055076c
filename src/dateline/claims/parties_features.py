"""What speaks for words doing an event or having it done to them, as one row of numbers per candidate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.annotate import Parse
from dateline.annotate.evidence import ACTIONS, ACTOR_CLASSES, ARGUMENT_ROLES, Evidence, Scores
from dateline.claims.grammar import Roles
from dateline.claims.locations_roles import owner
from dateline.claims.syntax import APART, is_passive, is_verbal, steps_between
from dateline.claims.triggers import Trigger
from dateline.claims.triggers_features import DEPS, POS
from dateline.document import Span
from dateline.lexicon.actions import group_number
from dateline.mentions.record import ActorMention, Mentions

if TYPE_CHECKING:
    from spacy.tokens import Token

Rows = NDArray[np.float32]
WHO = [ARGUMENT_ROLES.index(role) for role in ("agent", "target")]
BESIDE = [ARGUMENT_ROLES.index(role) for role in ("source", "quantity", "at", "in_part_of", "from", "toward")]
FAR = 40.0
KINDS = (
    "body country ruler people armed collective member person force thing military government police "
    "rebels militia civilians"
).split()
"""Rules of actor mentions, `actor.KIND`; all others are -1."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Words `[first, last)` that may fill a role; `heads` are those the grammar or a mention names."""

    first: int
    last: int
    heads: frozenset[int]
    mention: ActorMention | None


def party_rows(
    parse: Parse,
    trigger: Trigger,
    peers: Sequence[Trigger],
    offered: Sequence[Offered],
    roles: Roles,
    mentions: Mentions,
    excluded: Sequence[Span],
) -> Rows:
    """(candidates, features) for one event; `peers` are the events of its sentence."""
    evidence = parse.evidence
    assert evidence is not None
    scores = evidence.arguments(range(trigger.first, trigger.last))
    peaks = np.array([scores[o.first : o.last].max(0) for o in offered], np.float32)
    others = _elsewhere(evidence, trigger, peers, offered)
    event = _event(parse, trigger, evidence, roles, len(offered))
    about = [evidence_row(evidence.agents, trigger), evidence_row(evidence.targets, trigger)]
    rows = []
    for k, one in enumerate(offered):
        head = parse.doc[one.first : one.last].root
        classes = _classes(evidence, one, head)
        rows.append(
            (
                *_scored(scores, one, head, peaks, k),
                *others[k],
                *(float((classes[1:] * line[1:]).sum()) for line in about),
                *classes,
                *_grammar(one, roles),
                *_words(parse, one, head, trigger, peers),
                *_covered(parse, one, mentions, excluded),
                *event,
            )
        )
    return np.array(rows, np.float32)


def evidence_row(scores: Scores, trigger: Trigger) -> Scores:
    """Mean of a head over the words of a trigger."""
    mean: Scores = scores[trigger.first : trigger.last].mean(0)
    return mean


def _elsewhere(
    evidence: Evidence, trigger: Trigger, peers: Sequence[Trigger], offered: Sequence[Offered]
) -> Rows:
    """(candidates, 2) the best score of each candidate in the same role of another event of the sentence."""
    best = np.zeros((len(offered), 2), np.float32)
    for other in peers:
        if other.head != trigger.head:
            scores = evidence.arguments(range(other.first, other.last))[:, WHO]
            best = np.maximum(best, [scores[o.first : o.last].max(0) for o in offered])
    return best


def _scored(scores: Scores, one: Offered, head: Token, peaks: Rows, k: int) -> tuple[float, ...]:
    """The encoder's scores: peak, mean and head word of both roles, and the best of the other candidates."""
    inside = scores[one.first : one.last][:, WHO]
    rivals = np.delete(peaks[:, WHO], k, axis=0)
    best = rivals.max(0) if len(rivals) else np.zeros(2)
    return (
        *(float(v) for v in inside.max(0)),
        *(float(v) for v in inside.mean(0)),
        *(float(v) for v in scores[head.i, WHO]),
        *(float(v) for v in peaks[k, WHO] - best),
        *(float(v) for v in peaks[k, BESIDE]),
    )


def _classes(evidence: Evidence, one: Offered, head: Token) -> Scores:
    """(ACTOR_CLASSES,) what the words stand for: decided by the words, else by the encoder."""
    scores: Scores = evidence.actor[head.i]
    actor = one.mention.actor if one.mention else None
    if actor is None:
        return scores
    left, _, right = actor.partition(":")
    named = left if left in ("group", "org") else right
    made = np.zeros_like(scores)
    made[ACTOR_CLASSES.index(named) if named in ACTOR_CLASSES else -1] = 1
    return made


def _grammar(one: Offered, roles: Roles) -> tuple[float, ...]:
    return tuple(
        float(not one.heads.isdisjoint(heads)) for heads in (roles.agents, roles.targets, roles.shared)
    )


def _words(
    parse: Parse, one: Offered, head: Token, trigger: Trigger, peers: Sequence[Trigger]
) -> tuple[float, ...]:
    """The words beside the event: part of speech, distance, path, whose clause, which preposition."""
    owned = owner(parse, head.i, peers)
    mention = one.mention
    kind = mention.rule.partition(".")[2] if mention else ""
    before = parse.doc[one.first - 1].lower_ if one.first else ""
    gap = one.first - trigger.last if one.first >= trigger.last else one.last - 1 - trigger.first
    return (
        float(KINDS.index(kind)) if kind in KINDS else -1.0,
        mention.score if mention else 0.0,
        float(mention is not None and mention.actor is not None),
        float(head.pos_ == "PRON"),
        float(head.dep_ == "poss"),
        float(POS.index(head.pos_)) if head.pos_ in POS else -1.0,
        float(DEPS.index(head.dep_)) if head.dep_ in DEPS else -1.0,
        float(np.clip(gap, -FAR, FAR)),
        float(abs(gap)) if abs(gap) < FAR else FAR,
        float(min(steps_between(parse, head.i, trigger.head), APART)),
        float(owned == trigger.head),
        float(owned is not None and owned != trigger.head),
        float(before == "by"),
        float(before in ("of", "to", "with", "against", "on", "from", "at", "for")),
        float(before in ("in", "near", "inside", "outside", "around")),
        float(head.ent_type_ != ""),
        float(any(c.dep_ == "nummod" for c in head.children)),
        float(one.last - one.first),
        float(one.last <= trigger.first),
    )


def _covered(parse: Parse, one: Offered, mentions: Mentions, excluded: Sequence[Span]) -> tuple[float, float]:
    span = parse.span_of(one.first, one.last)
    return (
        float(any(place.span.overlaps(span) for place in mentions.places)),
        float(any(other.overlaps(span) for other in excluded)),
    )


def _event(parse: Parse, trigger: Trigger, evidence: Evidence, roles: Roles, count: int) -> tuple[float, ...]:
    """The event itself: action, form, what the encoder expects in its roles, what the grammar found."""
    head = parse.doc[trigger.head]
    return (
        float(group_number(trigger.action)),
        float(ACTIONS.index(trigger.action)),
        float(is_verbal(head)),
        float(is_verbal(head) and is_passive(head)),
        float(len(roles.agents)),
        float(len(roles.all_targets)),
        float(count),
        float(trigger.score),
        float(trigger.sentence.index == 0),
        *(float(v) for v in evidence_row(evidence.agents, trigger)),
        *(float(v) for v in evidence_row(evidence.targets, trigger)),
    )
