"""Whose ally or kin somebody is has no part in what that one does or suffers: `a rival of the front`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.parties_scores import Event, Offered
from dateline.claims.syntax import PASSIVE_SUBJECTS, with_conjuncts
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set

if TYPE_CHECKING:
    from spacy.tokens import Token

JOINING = ("of", "to")


def akin(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; in `the front, a rival of the guard, shelled a camp` the guard shelled
    nothing, in `a clerk whose son was killed` the clerk lives."""
    act = parse.tokens[event.trigger.head]
    sentence = parse.tokens[event.trigger.sentence.first : event.trigger.sentence.last]
    roles = mapping("roles")
    opposed = {t.i for word in sentence for t in _related(word, act, roles["opposing_adjectives"])}
    others = opposed | {t.i for word in sentence for t in _related(word, act, roles["relating_nouns"])}
    bereft = {t.i for t in _bereft(act)} if event.trigger.action in action_set("to_persons") else set()
    spared = opposed | bereft
    return [
        (0.0 if others & one.heads else by, 0.0 if spared & one.heads else of)
        for one, (by, of) in zip(offered, chances, strict=True)
    ]


def _related(word: Token, act: Token, words: Sequence[str]) -> Iterator[Token]:
    """Those whose rival or ally somebody is, or whom somebody is opposed to; the act is none of theirs."""
    for joining in word.children if word.lemma_.lower() in words else ():
        if joining.lower_ in JOINING and joining.i > word.i and act not in joining.subtree:
            yield from (t for c in joining.children if c.dep_ == "pobj" for t in with_conjuncts(c))


def _bereft(act: Token) -> Iterator[Token]:
    """Those of whom a clause tells what was done to somebody of theirs, and of whom they are a part."""
    if act.dep_ == "relcl" and any(
        w.tag_ == "WP$" for c in act.children if c.dep_ in PASSIVE_SUBJECTS for w in c.children
    ):
        yield act.head
        yield from (t for t in act.head.ancestors if t.pos_ in ("NOUN", "PROPN"))
