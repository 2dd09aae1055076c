"""Words that only describe a party or a thing: `troops backed by jets`, `destroyed a rebel-held tank`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.figures_words import figure_words
from dateline.claims.syntax import PASSIVE_SUBJECTS, is_verbal, with_conjuncts
from dateline.claims.triggers import Trigger
from dateline.claims.triggers_unwarlike import is_unwarlike
from dateline.lexicon import entries, mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = ("dobj", *PASSIVE_SUBJECTS)


def without_descriptions(parse: Parse, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """The triggers without those that say who stands by a party, or whose thing it is that is destroyed.

    Gold of several corpora counts the first in one of twelve (`backed by`), the second nowhere: held are
    places, and whose a thing is makes it a target of the destruction.
    """
    destroyed = {trigger.head for trigger in triggers if trigger.action == "destroy"}
    for trigger in triggers:
        head = parse.doc[trigger.head]
        if trigger.action == "aid" and _stands_by(head):
            continue
        if trigger.action == "hold" and head.dep_ == "amod" and _thing(head.head) in destroyed:
            continue
        if trigger.action == "destroy" and _is_of_ideas(head):
            continue
        if _is_no_act(head) or _is_idiom(parse, trigger.head) or is_unwarlike(trigger, head):
            continue
        if trigger.action == "kill" and _uncounted(head):
            continue
        yield trigger


def _is_no_act(word: Token) -> bool:
    """True for `a fire` and `a house fire`, which burn, for what is only called a word (`the word "siege"`),
    and for verbs that name no act: `left to fend for themselves`."""
    burns = word.lower_ == "fire" and any(
        c.lower_ == "a" or (c.dep_ == "compound" and c.lower_ in mapping("roles")["burning"])
        for c in word.children
    )
    named = any(t.lower_ in mapping("roles")["naming_nouns"] for t in word.doc[max(word.i - 2, 0) : word.i])
    idle = is_verbal(word) and word.lemma_.lower() in mapping("roles")["acting_on_nobody"]
    things = [t.lemma_.lower() for c in word.children if c.dep_ in _OBJECTS for t in with_conjuncts(c)]
    dropped = mapping("roles")["dropped_idly"].get(word.lemma_.lower(), ())
    idle = idle or (bool(things) and all(thing in dropped for thing in things))
    off = word.lemma_.lower() == "fend" and any(c.lower_ == "off" for c in word.children)
    return burns or (named and not is_verbal(word)) or (idle and not off)


def _is_of_ideas(word: Token) -> bool:
    """True for `damaged relations`, `a blow to destroy their hopes`, `damage to trust`: nothing is broken."""
    things = [c for c in word.children if c.dep_ in _OBJECTS] + [word.head] * (word.dep_ == "amod")
    things += [t for c in word.children if c.lower_ in ("to", "of") for t in c.children]
    return bool(things) and all(t.lemma_.lower() in mapping("roles")["ideas"] for t in things)


def _is_idiom(parse: Parse, at: int) -> bool:
    """True within a turn of phrase that tells no act: `caught off guard`, `went from house to house`."""
    return any(
        tuple(parse.lowers[first : first + len(turn)]) == turn
        for turn in _idioms().get(parse.lowers[at], ())
        for first in range(max(at - len(turn) + 1, 0), at + 1)
    )


@cache
def _idioms() -> dict[str, list[tuple[str, ...]]]:
    """The turns of phrase in which each word stands."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for turn in (tuple(words.split()) for words in mapping("roles")["idioms"]):
        for word in set(turn):
            found.setdefault(word, []).append(turn)
    return found


def _uncounted(noun: Token) -> bool:
    """True for the dead of `the number of casualties is unknown`, and of `death threats`."""
    if noun.dep_ == "compound":
        return noun.lower_ == "death"
    counts = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or counts.lower_ not in figure_words("sum"):
        return False
    if counts.lower_ == "number" and any(child.lower_ == "a" for child in counts.children):
        return False  # `a number of casualties` are three to nine
    return not any(token.like_num for token in (*counts.subtree, *counts.head.subtree))


def _stands_by(participle: Token) -> bool:
    """True for the `backed` of `troops backed by jets`."""
    told = participle.dep_ == "acl" and participle.lemma_.lower() in mapping("roles")["helping_verbs"]
    return told and any(child.dep_ == "agent" for child in participle.children)


def _thing(noun: Token) -> int:
    """The verb whose object a thing is, alone or in a list; -1 for none, and for a place."""
    if noun.lower_ in _land():
        return -1
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.head.i if noun.dep_ in _OBJECTS else -1


@cache
def _land() -> frozenset[str]:
    return frozenset(next(e["words"] for e in entries("place_sites") if e.id == "site.land"))
