"""Where each event is: its likeliest place among all that the document names, with its role.

Small trees weigh each place for each event (`locations_features`); without them or the encoder the
rules of `locations` decide.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.annotate import Parse
from dateline.annotate.evidence import Scores
from dateline.annotate.trees import trees
from dateline.claims.locations import THRESHOLD, inherited, places_of
from dateline.claims.locations_candidates import NAMED, NAMES, Candidate, Mentioned, candidates, meant
from dateline.claims.locations_elsewhere import elsewhere, filed
from dateline.claims.locations_features import Rows, pairs
from dateline.claims.locations_roles import place_of, role_before, weighed_role
from dateline.claims.locations_seats import seats
from dateline.claims.locations_speaking import unspeaking
from dateline.claims.locations_theatre import Offer
from dateline.claims.record import LOCATING_ROLES, Place
from dateline.claims.triggers import Trigger
from dateline.lexicon.actions import action_set
from dateline.mentions.record import Mentions, Toponym

ALSO = 0.40
"""Chance at which a further place is given beside the likeliest (training/joint, corpora apart).

One of those given is right in more events than from .5 on; of single places F1 is the same.
"""
AROUND = 0.05
"""Least chance of a name that stands for where a nameless site is."""


def locations(
    parse: Parse, triggers: Sequence[Trigger], toponyms: Sequence[Toponym], mentions: Mentions
) -> list[tuple[Place, ...]]:
    """The places of each event, in the order of `triggers`."""
    weigher = trees("places")
    if parse.evidence is None or weigher is None:
        return _by_rules(parse, triggers, toponyms)
    if not triggers:
        return []
    scores = argument_scores(parse, triggers)
    places = candidates(parse, toponyms, scores)
    if not places:
        return [()] * len(triggers)
    told = pairs(parse, triggers, places, scores, mentions)
    chances = weigher.probability(told.rows.reshape(-1, told.rows.shape[2])).reshape(told.rows.shape[:2])
    silent, apart = unspeaking(parse, mentions), seats(parse, mentions)
    made = []
    for k, (trigger, near) in enumerate(zip(triggers, told.shown, strict=True)):
        likely = chances[k] * in_section(parse, trigger, near)
        beside = np.array([not apart(trigger, place) for place in places], np.float32)
        heard = likely * silent(trigger, near) * beside
        likely = heard if heard.max() >= AROUND else likely
        made.append(_given(parse, trigger, triggers, places, near, likely, scores[k]))
    return made


def argument_scores(parse: Parse, triggers: Sequence[Trigger]) -> Scores:
    """(triggers, tokens, roles) what the encoder says of every word for every event."""
    assert parse.evidence is not None
    return np.stack([parse.evidence.arguments(range(t.first, t.last)) for t in triggers])


def _by_rules(
    parse: Parse, triggers: Sequence[Trigger], toponyms: Sequence[Toponym]
) -> list[tuple[Place, ...]]:
    made: list[tuple[Place, ...]] = []
    located: list[Place] = []
    for trigger in triggers:
        same = [t for t in triggers if t.sentence.index == trigger.sentence.index]
        scores = None
        if parse.evidence is not None:
            scores = parse.evidence.arguments(range(trigger.first, trigger.last))
        places = places_of(parse, trigger, same, toponyms, scores)
        made.append(places or inherited(parse, trigger, toponyms, located, scores))
        located.extend(place for place in made[-1] if not place.inherited)
    return made


def in_section(parse: Parse, trigger: Trigger, shown: Sequence[Mentioned]) -> Rows:
    """1 for each place the event may take; under a heading with a place, 0 for those of other sections."""
    block = parse.document.blocks[trigger.sentence.block]
    spans = [m.toponym.span for m in shown]
    if block.heading is not None:
        heading = parse.document.blocks[block.heading].span
        if any(heading.covers(span) for span in spans):
            last = trigger.sentence.span.end
            return np.array([heading.start <= span.start < last for span in spans], np.float32)
    return np.ones(len(spans), np.float32)


def chosen(chances: Rows, places: Sequence[Candidate], shown: Sequence[Mentioned] | None = None) -> list[int]:
    """The likeliest place and others as likely as not; a site without a name gets the place it stands in.

    `shown` is the mention of each place that tells it of this event: what `the town` means is said by where
    it stands.
    """
    order = np.argsort(-chances, kind="stable").tolist()
    taken = order[:1] + [i for i in order[1:] if chances[i] >= ALSO]
    if all(places[i].kind not in NAMES for i in taken):
        stood_for = [_stood_for(i, places, shown) for i in taken]
        taken += [place for place in stood_for if place is not None and chances[place] > 0]
    if all(places[i].kind not in NAMED for i in taken):
        taken += [i for i in order if places[i].kind in NAMED and chances[i] >= AROUND][:1]
    if all(places[i].kind not in NAMES for i in taken):
        taken += [i for i in order if places[i].kind in NAMES and chances[i] >= AROUND][:1]
    return list(dict.fromkeys(taken))


def _stood_for(index: int, places: Sequence[Candidate], shown: Sequence[Mentioned] | None) -> int | None:
    place = places[index]
    if shown is None or place.kind != "described":
        return place.stands_for
    return meant(shown[index], places)


def _given(
    parse: Parse,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    places: Sequence[Candidate],
    shown: Sequence[Mentioned],
    chances: Rows,
    scores: Scores,
) -> tuple[Place, ...]:
    """Places for one event: the chosen ones, then where it came from or went to by its own sentence."""
    same = [t for t in triggers if t.sentence.index == trigger.sentence.index]
    taken = chosen(chances, places, shown)
    given = [_place(parse, trigger, same, shown[i], scores, moving=False) for i in taken]
    offer = Offer(places, shown, chances)
    other, desk = elsewhere(parse, trigger, offer, given), filed(parse, trigger, offer, given)
    if other is not None:
        taken, given = [], [_place(parse, trigger, same, other, scores, moving=False)]
    elif desk is not None:
        given.append(_place(parse, trigger, same, desk, scores, moving=False))
    halves = {place.role for place in given if not place.inherited} & {"between"}
    for i, mention in enumerate(shown):
        if i not in taken and mention is not other and mention.sentence == trigger.sentence.index:
            place = _place(parse, trigger, same, mention, scores, moving=True)
            # What lies between two places is said with both.
            half = place.role in halves and role_before(parse, mention.first)[0] == "between"
            if half or (not place.inherited and place.role not in LOCATING_ROLES):
                given.append(place)
    return tuple(given)


def _place(
    parse: Parse,
    trigger: Trigger,
    same: Sequence[Trigger],
    mention: Mentioned,
    scores: Scores,
    *,
    moving: bool,
) -> Place:
    """The mention as a place of the event; inherited where its own sentence does not say so."""
    tokens = parse.tokens[mention.first : mention.last]
    told = mention.sentence == trigger.sentence.index
    # Whoever leaves a place or goes to it is not there.
    goes = told and trigger.action in action_set("goes")
    moving = moving or (goes and role_before(parse, mention.first)[0] not in LOCATING_ROLES)
    role, score, rule = weighed_role(parse, tokens, trigger, same, scores, moving=moving)
    here = told and score >= THRESHOLD
    return place_of(parse, mention.first, mention.toponym, role, rule, inherited=not here)
