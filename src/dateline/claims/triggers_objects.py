"""Actions that hang on what is done to what: `took Orvane`, `seized the deputy`, `food reached Orvane`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.syntax import DEFINITE, by_agents, is_passive, is_verbal, objects, surface_subjects
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.lexicon.gazetteer.generic import site_nouns
from dateline.mentions.record import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_object(parse: Parse, trigger: Trigger, places: Sequence[Toponym]) -> Trigger:
    """The trigger with its lexicon action where its object is a place: one captures a town, detains a man."""
    head = parse.doc[trigger.head]
    if trigger.action == "bombing" and _made_safe(head):
        return replace(trigger, action="seize", rule="roles.defusing")
    if is_verbal(head) and (other := _of_goods(trigger, head)) is not None:
        return other
    action, rule = _with_place(trigger, head)
    if action in (None, trigger.action):
        return trigger
    if any(_is_place(token, places) for token in _taken(head)):
        return replace(trigger, action=action, rule=f"{rule} by its object")
    return trigger


def _of_goods(trigger: Trigger, verb: Token) -> Trigger | None:
    """Relief that comes to a place is aid, and no advance; the dead who are sent home are released."""
    lemma = verb.lemma_.lower()
    if lemma in mapping("roles")["arriving"] and trigger.action in ("aid", "advance", "deploy"):
        comes = any(_is_relief(noun) for noun in surface_subjects(verb))
        return replace(trigger, action="aid", rule="roles.relief_goods") if comes else None
    if lemma in mapping("roles")["handing"] and trigger.action in ("aid", "return", "hand_over"):
        handed = surface_subjects(verb) if is_passive(verb) else objects(verb)
        dead = any(noun.lemma_.lower() in mapping("roles")["mortal_remains"] for noun in handed)
        return replace(trigger, action="release", rule="roles.mortal_remains") if dead else None
    return None


def _made_safe(word: Token) -> bool:
    """`sappers blew up a mine`, `was detonated by experts`, `a controlled explosion`."""
    table = mapping("roles")
    within = (word, *(t for c in word.children if c.dep_ == "prep" for t in c.children))
    if any(c.lower_ == "controlled" for w in within for c in w.children):
        return True
    if not is_verbal(word):
        return False
    doers = by_agents(word) if is_passive(word) else surface_subjects(word)
    of = surface_subjects(word) if is_passive(word) else objects(word)
    safe = any(t.lower_ in table["defusers"] for t in doers)
    return safe and any(t.lemma_.lower() in table["charges"] or t.pos_ == "PRON" for t in of)


def _is_relief(noun: Token) -> bool:
    """`food aid`, `a relief convoy`, `trucks carrying flour`, `a shipment of medicine`."""
    goods = mapping("roles")["relief_goods"]
    if noun.lemma_.lower() in goods:
        return True
    if noun.lemma_.lower() not in mapping("roles")["carriers"]:
        return False
    loads = (t for c in noun.children if c.dep_ in ("acl", "prep") for t in _loads(c))
    return any(t.lemma_.lower() in goods for t in (*_named(noun), *loads))


def _loads(carrying: Token) -> Iterator[Token]:
    """The words of what is told after `carrying`, `of`, `loaded with`."""
    for part in (carrying, *(c for c in carrying.children if c.dep_ == "prep")):
        for load in part.children:
            if load.dep_ in ("dobj", "pobj"):
                yield from (t for one in (load, *load.conjuncts) for t in (one, *_named(one)))


def _named(noun: Token) -> Iterator[Token]:
    return (c for c in noun.children if c.dep_ in ("compound", "amod", "nmod"))


def _taken(verb: Token) -> list[Token]:
    """What the verb is done to; what falls is its subject."""
    if is_passive(verb) or verb.lemma_.lower() == "fall":
        return surface_subjects(verb)
    return objects(verb)


def _is_place(noun: Token, places: Sequence[Toponym]) -> bool:
    """A place named or described, or one that the text takes for known: `the airfield`."""
    known = noun.lower_ in site_nouns() and any(c.lower_ in DEFINITE for c in noun.children)
    of = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of")
    within = (noun, *(owner for preposition in of for owner in preposition.children))
    return known or any(place.span.start <= t.idx < place.span.end for place in places for t in within)


def _with_place(trigger: Trigger, head: Token) -> tuple[str | None, str]:
    """The action that the trigger's verb has when its object is a place, and the rule; None for most."""
    action = mapping("roles")["with_place"].get(head.lemma_.lower()) if is_verbal(head) else None
    if action is not None or trigger.hit is None:
        return action, f"roles.with_place.{head.lemma_.lower()}"
    said = "objects" in trigger.hit.entry.fields
    return trigger.hit.action if said else None, trigger.hit.entry.id
