"""Phrases cut short: what stands beside them in the sentence says whose they are."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.document import Span
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_grammar import CARRIED, Phrase
from dateline.mentions.actors_lexicon import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.resolve.reference import Scene

SHARED = frozenset(["military", "force", "police", "government", "intelligence"])
"""Roles that a nationality before the first of several nouns is said of as well."""
NAMING = 50
"""Characters after a description within which its name follows."""


def widened(phrase: Phrase, scene: Scene) -> Phrase:
    """`phrase` with what its neighbours say, itself where they say nothing.

    `members` before `of the M23`, `French` before `and Malian troops`,
    `paratroopers` after `British marines and`.
    """
    tokens = scene.parse.tokens_in(phrase.head)
    if not tokens or phrase.role == "pronoun":
        return phrase
    whole = _whole_name(phrase, scene)
    if phrase.actors or whole is not phrase:
        return whole
    token = tokens[-1]
    if called := _called(phrase, scene):
        return called
    if phrase.role == "country" and token.dep_ in ("amod", "compound", "nmod"):
        return _of_noun(phrase, token, scene)
    if phrase.country:
        return phrase
    return _with_owner(phrase, token, scene) or _of_pair(phrase, token, scene) or phrase


def _whole_name(phrase: Phrase, scene: Scene) -> Phrase:
    """`the Army` of `the Army of the Two Rivers`, `The Group` of `The Group for the Relief of Orvane`."""
    for span, actors in scene.long_names:
        if span.covers(phrase.head) and span.end > phrase.span.end:
            return replace(phrase, role="body", actors=actors)
    return phrase


def _called(phrase: Phrase, scene: Scene) -> Phrase | None:
    """`a rebel group` of `a rebel group known as the M23`: its name follows."""
    if phrase.role not in (*CARRIED, "rebels", "militia"):
        return None
    bodies, end = scene.bodies, phrase.span.end
    after = bisect_left(bodies, end, key=lambda body: body.span.start)
    if after == len(bodies) or bodies[after].span.start > end + NAMING:
        return None
    between = {word.key for word in words_in(scene.text, end, bodies[after].span.start)}
    namings = words_of("namings")
    close = scene.text[end : bodies[after].span.start].strip(" ,").lower() in ("", "the")
    if close and phrase.word in words_of("single_bodies") and not bodies[after].linked:
        # `an Islamist group, Ansar al-Haq`: the name is right behind.
        return replace(phrase, role="body", actors=(bodies[after].actor,))
    if between.isdisjoint(namings) or not between <= namings | words_of("naming_words"):
        return None
    return replace(phrase, role="body", actors=(bodies[after].actor,))


def _of_noun(phrase: Phrase, token: Token, scene: Scene) -> Phrase:
    """`French` of `French and Malian troops`: the role is the noun's."""
    noun = token.head
    if noun.idx < phrase.head.end or not any(child.dep_ == "conj" for child in token.children):
        return phrase
    said = scene.read(Span(noun.idx, noun.idx + len(noun)))
    role = "military" if said.role == "force" else said.role
    return replace(phrase, role=role) if said.role in SHARED else phrase


def _with_owner(phrase: Phrase, token: Token, scene: Scene) -> Phrase | None:
    """`members`, where `of the M23` goes on after the phrase."""
    if phrase.role not in (*CARRIED, "rebels", "person", "unknown"):
        return None
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in words_of("owners_after") and child.idx >= phrase.span.end:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    end = noun.idx + len(noun)
                    whole = scene.read(Span(phrase.span.start, end))
                    rest = scene.read(Span(child.idx + len(child), end))
                    return _owned(phrase, whole, rest, scene)
    return None


def _owned(phrase: Phrase, whole: Phrase, rest: Phrase, scene: Scene) -> Phrase | None:
    """The phrase as the words up to its owner decide it; people `of` a group are the group's."""
    if whole.decided or (whole.role == "body" and scene.pick(whole.actors)):
        return replace(whole, span=phrase.span)
    people = phrase.role == "person" and phrase.word in words_of("followers")
    if people and rest.role == "body" and rest.decided:
        return replace(phrase, role="body", actors=rest.actors)
    return None


def _of_pair(phrase: Phrase, token: Token, scene: Scene) -> Phrase | None:
    """`paratroopers` of `British marines and paratroopers`."""
    first = token.head
    bare = not any(child.dep_ in ("det", "poss", "amod") for child in token.children)
    if token.dep_ != "conj" or phrase.role not in SHARED or not bare:
        return None
    nations = [c for c in first.children if c.dep_ in ("amod", "compound") and c.i < first.i]
    if not nations:
        return None
    said = scene.read(Span(nations[0].idx, first.idx + len(first)))
    return replace(phrase, country=said.country) if said.country and said.role in SHARED else None
