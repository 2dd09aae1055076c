"""Harm that a sentence tells to come of an act was done by who did the act: `killed in an attack by X`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.grammar import lends
from dateline.claims.parties_scores import Event
from dateline.claims.record import Party
from dateline.claims.syntax import SUBJECTS, is_passive, is_verbal, surface_subjects
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "parse.cause"
OUTCOME = ("acl", "acomp", "advmod", "amod", "ccomp", "conj", "dobj", "nsubj", "oprd", "xcomp")
"""What leads from `dead` or `deaths` up to the verb that brought it: `left ten people dead`."""
UP = ("advcl", "conj", "xcomp", "acl", "dep")
"""What leads from `killing` up to the verb whose outcome it tells."""
FAR = 4
"""Steps up that are looked at."""
Act = tuple[str, tuple[Party, ...]]
"""The action of an act, and who does it."""
Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def with_causes(parse: Parse, events: Sequence[Event], sides: Sequence[Sides]) -> list[Sides]:
    """The agents and targets of each event; harm has the author of the act that it comes of, unless grammar
    gives it one.

    The codebook (section 3) has `killed in an attack by X` as two claims, and X as the agent of both.
    """
    acts = {
        at: (event.trigger.action, agents)
        for event, (agents, _) in zip(events, sides, strict=True)
        if agents and event.trigger.action in action_set("harming")
        for at in range(event.trigger.first, event.trigger.last)
    }
    return [
        _lent(parse, event, side, acts) if event.trigger.action in action_set("harmed") else side
        for event, side in zip(events, sides, strict=True)
    ]


def _lent(parse: Parse, event: Event, side: Sides, acts: Mapping[int, Act]) -> Sides:
    harm = parse.tokens[event.trigger.head]
    found = [acts[word.i][1] for word in _causes(harm) if word.i in acts]
    found += [acts[word.i][1] for word in _when(harm) if acts.get(word.i, ("",))[0] in action_set("dropping")]
    victims = [party.span for party in side[1]]
    authors = [party for party in next(iter(found), ()) if not any(party.span.overlaps(v) for v in victims)]
    by_grammar = any("parse" in party.rule for party in side[0])
    if by_grammar or not authors:
        return side
    return tuple(replace(party, rule=RULE) for party in authors), side[1]


def _causes(harm: Token) -> Iterator[Token]:
    """Words that may name what the harm came of, the nearest first."""
    yield from _within(harm)
    verb = _bringing(harm)
    if verb is None or verb.lemma_ in mapping("roles")["subject_is_target"]:
        return
    for subject in surface_subjects(verb):
        yield from _named(subject)
    for _ in range(FAR):
        if any(child.dep_ in SUBJECTS for child in verb.children) or verb.dep_ not in UP:
            return
        verb = verb.head
        if is_verbal(verb):
            yield verb
            yield from (child for child in verb.children if child.dep_ == "dobj" and lends(verb, "attack"))


def _bringing(harm: Token) -> Token | None:
    """The verb that says what brought the harm: itself in `strikes killed`, `left` in `left ten dead`."""
    if is_verbal(harm) and not is_passive(harm) and harm.tag_ != "VBN":
        return harm
    word = harm
    for _ in range(FAR):
        above = word.head
        through = word.dep_ in OUTCOME or (word.dep_ == "pobj" and above.head.lemma_ in _verbs())
        if above is word or not through:
            return None
        word = above.head if word.dep_ == "pobj" else above
        if word.lemma_ in _verbs():
            return None if is_passive(word) else word
        if is_verbal(word) and word.dep_ != "acl":
            return None
    return None


def _verbs() -> list[str]:
    verbs: list[str] = mapping("roles")["bringing_verbs"]
    return verbs


def _within(harm: Token) -> Iterator[Token]:
    """`raids` of `killed in raids`, `died as a result of raids`, `a toll from a series of raids`."""
    for child in harm.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in mapping("roles")["cause_prepositions"]:
            yield from _under(child)


def _when(harm: Token) -> Iterator[Token]:
    """`fired` of `killed when the army fired shells`; `executed when the rebels came` tells the hour."""
    for child in harm.children:
        if child.dep_ == "advcl" and any(word.lower_ == "when" for word in child.children):
            yield child


def _under(preposition: Token) -> Iterator[Token]:
    """`as the army attacks` tells when, `as a result of attacks` why."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            named = _named(child)
            yield from (noun for noun in named if noun is not child or preposition.lower_ != "as")
        elif child.dep_ in ("pcomp", "prep"):
            yield from _under(child)


def _named(noun: Token) -> Iterator[Token]:
    """A noun, and what it is a series, a number, a result of."""
    yield noun
    if noun.lemma_.lower() in mapping("roles")["series_nouns"]:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                yield from _under(child)
