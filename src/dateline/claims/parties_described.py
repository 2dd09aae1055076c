"""What a participle or an adverb's clause tells of those an act is done to: who it brings is none of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.parties_scores import Event, Offered
from dateline.claims.syntax import (
    PASSIVE_SUBJECTS,
    by_agents,
    is_passive,
    is_verbal,
    surface_subjects,
    with_conjuncts,
)
from dateline.lexicon.actions import action_set

if TYPE_CHECKING:
    from spacy.tokens import Token

DURING = ("while", "when", "whilst")
"""Before a participle whose subject is the one of the clause it stands with."""


def described_by(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; in `freed nine envoys held by rebels` no rebel was freed, of `the killing of
    a guard by rebels` the rebels are the authors, and in `shot by rebels while guarding a mill` they guard
    none."""
    act, action = parse.tokens[event.trigger.head], event.trigger.action
    describing = {t.i for t in _describing(act)} if action in action_set("to_persons") else set()
    doing = {t.i for t in by_agents(act)} if action in action_set("done_to") else set()
    other, own = _above(act)
    taken = max((row[0] for one, row in zip(offered, chances, strict=True) if other & one.heads), default=0.0)
    made = []
    for one, (by, of) in zip(offered, chances, strict=True):
        if doing & one.heads and not is_verbal(act):
            made.append((max(by, of), 0.0))
        else:
            by = 0.0 if other & one.heads else max(by, taken) if own & one.heads else by
            made.append((by, 0.0 if describing & one.heads else of))
    return made


def _describing(act: Token) -> Iterator[Token]:
    """Who did to an act's objects, or to those it is done to in the passive, what a participle tells."""
    for below in act.children if is_verbal(act) else ():
        if below.dep_ in ("dobj", *PASSIVE_SUBJECTS):
            nouns = {t for t in below.subtree if t.pos_ in ("NOUN", "PROPN")}
            told = (verb for t in nouns for verb in t.children if verb.dep_ == "acl" and verb.tag_ == "VBN")
            yield from (by for verb in told for by in by_agents(verb))


def _above(act: Token) -> tuple[set[int], set[int]]:
    """Who did what the clause around an act tells of its passive subject, and that subject: the act's own."""
    verb = act.head
    while_so = any(c.i < act.i and c.lower_ in DURING for c in act.children)
    if act.dep_ != "advcl" or act.tag_ != "VBG" or not while_so or not is_passive(verb):
        return set(), set()
    authors = {by.i for one in with_conjuncts(verb) for by in by_agents(one)}
    return authors, {t.i for t in surface_subjects(verb)}
