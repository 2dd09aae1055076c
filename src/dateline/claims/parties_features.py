"""What speaks for words doing an event or having it done to them, as one row of numbers per candidate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.annotate import Parse
from dateline.annotate.evidence import ACTOR_CLASSES, Evidence, Scores, action_number, means_in
from dateline.claims.grammar import Roles
from dateline.claims.locations_candidates import covered
from dateline.claims.locations_roles import owner
from dateline.claims.parties_scores import Asked, Event, Offered, scored
from dateline.claims.syntax import APART, is_passive, is_verbal, steps_between
from dateline.claims.triggers_features import DEPS, POS
from dateline.document import Span
from dateline.lexicon.actions import group_number
from dateline.mentions.record import Mentions

if TYPE_CHECKING:
    from spacy.tokens import Token

Rows = NDArray[np.float32]
FAR = 40.0
KINDS = (
    "body country ruler people armed collective member person force thing military government police "
    "rebels militia civilians"
).split()
"""Rules of actor mentions, `actor.KIND`; all others are -1."""


def party_rows(parse: Parse, asked: Sequence[Asked], mentions: Mentions) -> Rows:
    """(candidates of all events, features), event by event."""
    evidence = parse.evidence
    assert evidence is not None
    pairs = [(one.event, offer) for one in asked for offer in one.offered]
    heads = [parse.root_of(offer.first, offer.last) for _, offer in pairs]
    sizes = [len(one.offered) for one in asked]
    first, last = np.array([(one.event.trigger.first, one.event.trigger.last) for one in asked]).T
    agents, targets = (
        np.repeat(means_in(head, first, last), sizes, axis=0) for head in (evidence.agents, evidence.targets)
    )
    classes = _classes(evidence, [offer for _, offer in pairs], heads)
    places = [place.span for place in mentions.places]
    parts = (
        scored(evidence, asked, np.array([head.i for head in heads])),
        np.stack([(classes[:, 1:] * line[:, 1:]).sum(1) for line in (agents, targets)], axis=1),
        classes,
        [_grammar(offer, event.roles) for event, offer in pairs],
        [_words(parse, event, offer, head) for (event, offer), head in zip(pairs, heads, strict=True)],
        [row for one in asked for row in _covered(parse, one, places)],
        np.repeat([_event(parse, one.event, len(one.offered)) for one in asked], sizes, axis=0),
        agents,
        targets,
    )
    return np.concatenate([np.asarray(part, np.float32) for part in parts], axis=1)


def _classes(evidence: Evidence, offered: Sequence[Offered], heads: Sequence[Token]) -> Scores:
    """(candidates, ACTOR_CLASSES) what the words stand for: decided by the words, else by the encoder."""
    made: Scores = evidence.actor[[head.i for head in heads]]
    for row, one in zip(made, offered, strict=True):
        actor = one.mention.actor if one.mention else None
        if actor is not None:
            left, _, right = actor.partition(":")
            named = left if left in ("group", "org") else right
            row[:] = 0
            row[ACTOR_CLASSES.index(named) if named in ACTOR_CLASSES else -1] = 1
    return made


def _grammar(one: Offered, roles: Roles) -> tuple[float, ...]:
    return tuple(
        float(not one.heads.isdisjoint(heads)) for heads in (roles.agents, roles.targets, roles.shared)
    )


def _words(parse: Parse, event: Event, one: Offered, head: Token) -> tuple[float, ...]:
    """The words beside the event: part of speech, distance, path, whose clause, which preposition."""
    trigger, pos, dep = event.trigger, head.pos_, parse.deps[head.i]
    owned = owner(parse, head.i, event.peers)
    mention = one.mention
    kind = mention.rule.partition(".")[2] if mention else ""
    before = parse.lowers[one.first - 1] if one.first else ""
    gap = one.first - trigger.last if one.first >= trigger.last else one.last - 1 - trigger.first
    return (
        float(KINDS.index(kind)) if kind in KINDS else -1.0,
        mention.score if mention else 0.0,
        float(mention is not None and mention.actor is not None),
        float(pos == "PRON"),
        float(dep == "poss"),
        float(POS.index(pos)) if pos in POS else -1.0,
        float(DEPS.index(dep)) if dep in DEPS else -1.0,
        float(min(max(gap, -FAR), FAR)),
        float(abs(gap)) if abs(gap) < FAR else FAR,
        float(min(steps_between(parse, head.i, trigger.head), APART)),
        float(owned == trigger.head),
        float(owned is not None and owned != trigger.head),
        float(before == "by"),
        float(before in ("of", "to", "with", "against", "on", "from", "at", "for")),
        float(before in ("in", "near", "inside", "outside", "around")),
        float(head.ent_type_ != ""),
        float(any(parse.deps[child] == "nummod" for child in parse.children[head.i])),
        float(one.last - one.first),
        float(one.last <= trigger.first),
    )


def _covered(parse: Parse, asked: Asked, places: Sequence[Span]) -> Iterator[tuple[float, float]]:
    """For each candidate whether it has to do with a place, and with what is no one's role."""
    spans = [parse.span_of(one.first, one.last) for one in asked.offered]
    reach = Span(min(spans).start, max(span.end for span in spans))
    near = [place for place in places if place.overlaps(reach)]
    for span in spans:
        yield covered(near, span), covered(asked.excluded, span)


def _event(parse: Parse, event: Event, count: int) -> tuple[float, ...]:
    """The event itself: action, form, what the grammar found."""
    head = parse.tokens[event.trigger.head]
    return (
        float(group_number(event.trigger.action)),
        float(action_number(event.trigger.action)),
        float(is_verbal(head)),
        float(is_verbal(head) and is_passive(head)),
        float(len(event.roles.agents)),
        float(len(event.roles.all_targets)),
        float(count),
        float(event.trigger.score),
        float(event.trigger.sentence.index == 0),
    )
