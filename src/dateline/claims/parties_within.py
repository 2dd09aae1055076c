"""Who only stands in a clause that tells more of somebody is in no act outside of that clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.parties_scores import Event, Offered
from dateline.claims.syntax import SUBJECTS, SUBJECTS_OF_ANY, by_agents, is_verbal, with_conjuncts
from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

SURE = 0.6
"""Chance from which the subject is the one that acts."""


def told_within(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; in `gunmen whom guards trained hit a convoy carrying army rockets` an act
    with a sure subject of its own is done by nobody of the clauses that tell of that subject or of the
    object."""
    act = parse.tokens[event.trigger.head]
    acting = {t.i for c in act.children if c.dep_ in SUBJECTS for t in with_conjuncts(c)}
    acting |= {t.i for t in by_agents(act)} if is_verbal(act) else set()
    sure = any(row[0] >= SURE and acting & one.heads for one, row in zip(offered, chances, strict=True))
    if not sure:
        return chances
    events = {peer.head for peer in event.peers}
    inside = {t.i for t in _inside(act, events)} - acting
    return [
        row if inside.isdisjoint(one.heads) else (0.0, row[1])
        for one, row in zip(offered, chances, strict=True)
    ]


def _inside(act: Token, events: set[int]) -> Iterator[Token]:
    """The words of such clauses; of a participle that others' doing makes, `trained by guards`, only theirs:
    `dubbed` stands before another name of the same. Who leads or backs somebody is with him, who `launched`
    an act is its author."""
    joint, helping = mapping("roles")["joint_verbs"], mapping("roles")["helping_verbs"]
    for below in act.subtree:
        lemma = below.lemma_.lower()
        if below == act or below.head.i in events or lemma in joint:
            continue
        if below.dep_ == "relcl" or (below.dep_ == "acl" and below.tag_ == "VBG"):
            yield from below.subtree
        of_subject = below.head.dep_ in SUBJECTS_OF_ANY and below.head.head == act
        if of_subject and below.dep_ == "acl" and below.tag_ == "VBN" and lemma not in helping:
            yield from (t for by in by_agents(below) for t in by.subtree)
