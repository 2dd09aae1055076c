"""Where an event is: the toponyms of its clause with their roles, else inherited ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Scores
from dateline.claims.record import LOCATING_ROLES, Place, PlaceRole
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon import Entry, entries
from dateline.mentions.record import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

ROLE_COLUMNS = tuple(ARGUMENT_ROLES.index(r) for r in (*LOCATING_ROLES, "from", "toward"))
ROLES = cast("tuple[PlaceRole, ...]", (*LOCATING_ROLES, "from", "toward"))
THRESHOLD = 0.2
"""Joint score at which a toponym of the sentence is a place of the event (gold dev)."""
PARSE_WEIGHT = 0.3
"""What standing in the event's own clause adds to the encoder's score (gold dev)."""
INHERIT_THRESHOLD = 0.3
"""Encoder score above which a toponym of another sentence is preferred to the nearest one."""
SKIPPED = frozenset(("the", "a", "an", "'s", "’s", ",", "of", "and", "city", "town", "village", "province"))
PHRASE_LINKS = frozenset(("of", "the", "and", "'s", "-"))


@lru_cache(maxsize=1)
def role_words() -> dict[str, Entry]:
    """Word before a place -> the entry that says which role it gives."""
    return {word: entry for entry in entries("place_roles") for word in entry["words"]}


def places_of(
    parse: Parse,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    toponyms: Sequence[Toponym],
    scores: Scores | None,
) -> tuple[Place, ...]:
    """Places named for the event in its own sentence; empty when there are none.

    Where nothing passes the threshold, the toponyms of the sentence that belong to no other event
    are taken, marked inherited.
    """
    found: list[Place] = []
    free: list[Place] = []
    for toponym in toponyms:
        if not toponym.span.overlaps(trigger.sentence.span):
            continue
        tokens = parse.tokens_in(toponym.span)
        if not tokens or trigger.first <= tokens[0].i < trigger.last:
            continue
        owned = owner(tokens[-1], triggers)
        near = owned == trigger.head
        role, score, rule = _role(parse, tokens, toponym, scores, own=near)
        if score >= THRESHOLD:
            found.append(_place(parse, tokens, toponym, role, rule, inherited=False))
        elif not toponym.rule.startswith("spot") or owned is None:
            free.append(_place(parse, tokens, toponym, role, rule, inherited=True))
    locates = any(place.role in LOCATING_ROLES for place in found)
    return tuple(found) if locates else (*found, *(p for p in free if p.role in LOCATING_ROLES))


def owner(token: Token, triggers: Sequence[Trigger]) -> int | None:
    """Head of the trigger in whose clause `token` stands, or None."""
    heads = {t.head for t in triggers}
    for ancestor in (token, *token.ancestors):
        if ancestor.i in heads:
            return int(ancestor.i)
        for child in ancestor.children:
            if child.i in heads and child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "prt"):
                return int(child.i)
    return None


def _role(
    parse: Parse, tokens: Sequence[Token], toponym: Toponym, scores: Scores | None, *, own: bool
) -> tuple[PlaceRole, float, str]:
    by_words, rule = role_before(parse, tokens[0].i)
    if scores is None:
        return by_words, 1.0 if own else 0.0, rule
    peaks = scores[tokens[0].i : tokens[-1].i + 1][:, ROLE_COLUMNS].max(axis=0)
    total = min(1.0, float(peaks.sum()))
    score = (1 - PARSE_WEIGHT) * total + PARSE_WEIGHT * own
    weighed = peaks / max(float(peaks.sum()), 1e-9)
    weighed[ROLES.index(by_words)] += PARSE_WEIGHT
    role = ROLES[int(weighed.argmax())]
    return role, score, rule if role == by_words else "model"


def role_before(parse: Parse, first: int) -> tuple[PlaceRole, str]:
    """Role said by the words before token `first` of a sentence, and the entry that says so."""
    sentence_start = parse.doc[first].sent.start
    part: Entry | None = None
    for back in range(1, 6):
        at = first - back
        if at < sentence_start:
            break
        word = parse.doc[at].lower_
        entry = role_words().get(word)
        if entry is None or word == "of":
            if word in SKIPPED or parse.doc[at].pos_ in ("ADJ", "PROPN", "NOUN", "PUNCT"):
                continue
            break
        if entry["role"] == "in_part_of":
            part = entry
            continue
        if part is not None and entry["role"] == "at":
            break
        return entry["role"], entry.id
    return ("in_part_of", part.id) if part is not None else ("at", "role.at")


def _place(
    parse: Parse, tokens: Sequence[Token], toponym: Toponym, role: PlaceRole, rule: str, *, inherited: bool
) -> Place:
    start = _phrase_start(parse, tokens[0].i)
    span = Span(parse.doc[start].idx, toponym.span.end)
    return Place(text=parse.document.quote(span), span=span, role=role, inherited=inherited, rule=rule)


def _phrase_start(parse: Parse, first: int) -> int:
    """First token of `Eastern and Southeastern parts of the X`: part words before the name."""
    start = at = first
    while at > 0 and not parse.doc[at].is_sent_start:
        at -= 1
        word = parse.doc[at].lower_
        entry = role_words().get(word)
        if entry is not None and entry["role"] == "in_part_of":
            start = at
        elif word not in PHRASE_LINKS:
            break
    return start


def inherited(
    parse: Parse,
    trigger: Trigger,
    toponyms: Sequence[Toponym],
    located: Sequence[Place],
    scores: Scores | None,
) -> tuple[Place, ...]:
    """The place an event without one of its own takes from its surroundings, marked inherited.

    In this order: what the encoder points to, the last located event of the same paragraph, a
    toponym of the sentence, the section's heading, the dateline, the document's first toponym.
    """
    if scores is not None:
        pointed = _pointed(parse, toponyms, scores)
        if pointed is not None:
            return (pointed,)
    block = parse.document.blocks[trigger.sentence.block]
    for place in reversed(located):
        if place.role in LOCATING_ROLES and block.span.covers(place.span):
            return (_again(place),)
    for toponym in reversed([t for t in toponyms if t.rule != "spot.site"]):
        if block.span.start <= toponym.span.start and toponym.span.end <= trigger.sentence.span.end:
            return (_named(toponym, "inherit.paragraph"),)
    if block.heading is not None:
        heading = parse.document.blocks[block.heading].span
        return tuple(_named(t, "inherit.heading") for t in toponyms if heading.covers(t.span))[:1]
    line = parse.document.dateline
    if line is not None:
        text = parse.document.quote(line)
        return (Place(text=text, span=line, role="at", inherited=True, rule="inherit.dateline"),)
    return tuple(_named(t, "inherit.document") for t in toponyms[:1])


def _pointed(parse: Parse, toponyms: Sequence[Toponym], scores: Scores) -> Place | None:
    best: tuple[float, Toponym] | None = None
    for toponym in toponyms:
        tokens = parse.tokens_in(toponym.span)
        if tokens:
            columns = scores[tokens[0].i : tokens[-1].i + 1][:, ROLE_COLUMNS[: len(LOCATING_ROLES)]]
            score = float(columns.max(axis=0).sum())
            if best is None or score > best[0]:
                best = (score, toponym)
    return None if best is None or best[0] < INHERIT_THRESHOLD else _named(best[1], "model")


def _named(toponym: Toponym, rule: str) -> Place:
    return Place(text=toponym.text, span=toponym.span, role="at", inherited=True, rule=rule)


def _again(place: Place) -> Place:
    return Place(text=place.text, span=place.span, role=place.role, inherited=True, rule="inherit.event")
