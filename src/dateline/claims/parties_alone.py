"""Beside whom the grammar names for sure, who else of the sentence takes no part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.grammar import lends
from dateline.claims.parties_scores import Event, Offered
from dateline.claims.syntax import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    SUBJECTS_OF_ANY,
    is_verbal,
    surface_subjects,
    with_conjuncts,
)
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set

if TYPE_CHECKING:
    from spacy.tokens import Token

SURE = 0.6
"""Chance from which whom the grammar names has the role."""
TELLING = tuple(
    f"actor.{role}" for role in ("military", "police", "rebels", "medical", "media", "government")
)
"""Rules of mentions whose words tell what kind of body they are, wherever it is at home."""
DONE_TO = ("dobj", *PASSIVE_SUBJECTS)
CHAINED = ("conj", "appos")
"""What joins one noun to another that says the same, or one more."""


def acting_alone(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; in `guards left the mill after rebels entered` the guards did not enter, in
    `the guard's raid came as rebels left` the rebels did not raid, in `took the hill, winning arms from
    rebels` no rebel took it: whom the grammar names for sure, no mere pronoun, did it without the subject of
    another clause and without whom another preposition brings.

    Who says what others must do demands it.
    """
    if event.trigger.action == "demand":
        return chances
    act = parse.tokens[event.trigger.head]
    chance = [row[0] for row in chances]
    near = (i for i in event.roles.agents if _is_own(parse.tokens[i], act))
    own = _sure(parse, near, offered, chance)
    if not own and act.head.lemma_.lower() not in mapping("roles")["announcing_verbs"]:
        own = _sure(parse, event.roles.agents, offered, _of_known(parse, offered, chance))
    senders = {word.i for word in (*_senders(act), *_receivers(act, event))}
    chances = [
        (0.0, row[1]) if senders & one.heads else row for one, row in zip(offered, chances, strict=True)
    ]
    verbs = {act.i, *(verb.i for verb in act.conjuncts)}
    joined = _first_of_chain(act)
    if not is_verbal(act) and (joined.dep_ in SUBJECTS or lends(act.head, event.trigger.action)):
        # `rebel or army shelling killed nine`, `the army launched Tuesday's attack`
        verbs.add(joined.head.i)
    return [
        (0.0, row[1]) if own and not own & one.heads and _stands_apart(parse, one, act, own, verbs) else row
        for one, row in zip(offered, chances, strict=True)
    ]


def _senders(act: Token) -> Iterator[Token]:
    """Who sent, made or held what the act is done to: `downed nine drones launched by rebels`."""
    for thing in act.children if is_verbal(act) else ():
        if thing.dep_ == "dobj":
            nouns = (word for word in thing.subtree if word.pos_ == "NOUN")
            whose = (verb for word in nouns for verb in word.children if verb.dep_ == "acl")
            by = (child for verb in whose for child in verb.children if child.dep_ == "agent")
            yield from (word for child in by for word in child.children)


def _receivers(act: Token, event: Event) -> Iterator[Token]:
    """Who did what another act is done to: in `guards downed drones launched from Orvane` no guard launched
    any."""
    thing = act.head
    while thing.dep_ == "pobj" and thing.head.lower_ == "of":
        thing = thing.head.head
    verb = thing.head
    undone = any(peer.head == verb.i and peer.action in action_set("undoing") for peer in event.peers)
    if undone and act.dep_ == "acl" and act.tag_ == "VBN" and thing.dep_ == "dobj":
        yield from (t for subject in surface_subjects(verb) for t in with_conjuncts(subject))


def _is_known(parse: Parse, one: Offered) -> bool:
    """True for words that tell by themselves which body they mean, or of what kind: no `its forces`."""
    mention = one.mention
    if mention is None or parse.tags[one.first] == "PRP$":
        return False
    return mention.actor is not None or mention.rule in TELLING


def _is_own(noun: Token, act: Token) -> bool:
    """True for a noun of the act's own: its subject, after `by`, before it, described by its participle."""
    first = _first_of_chain(noun)
    # `praised the guard for freeing nine`: whom the praise is for is who freed them.
    praised = act.dep_ == "pcomp" and first.dep_ == "dobj" and first.head is act.head.head
    described = act.head is first and act.dep_ in ("acl", "relcl")
    return act in (first.head, first.head.head) or described or praised


def undergoing_alone(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; in `nine rebels were killed as guards entered` no guard was killed, in
    `whose bombers hit the guard` no bomber: who is surely done to by grammar has no subject beside him. Nor,
    if his own words tell who he is, whom another verb is done to: `shelled a camp where nine were hurt`.

    Whose a thing is that was taken or destroyed may stand anywhere.
    """
    act, action = parse.tokens[event.trigger.head], event.trigger.action
    if action in action_set("owned") or not is_verbal(act):
        return chances
    chance = [row[1] for row in chances]
    below = (c for c in act.children if c.dep_ in PASSIVE_SUBJECTS)
    hit = _sure(parse, (t.i for c in below for t in with_conjuncts(c)), offered, chance)
    own = _sure(parse, event.roles.all_targets, offered, chance)
    known = _sure(parse, event.roles.all_targets, offered, _of_known(parse, offered, chance))
    # `a guard was among the dead` names one of them.
    sentence = event.trigger.sentence
    being = {i for i in range(sentence.first, sentence.last) if parse.lemmas[i] == "be"}
    joined = {act.i, *(verb.i for verb in act.conjuncts), *being}
    barred = ((hit, SUBJECTS_OF_ANY, joined), (own, SUBJECTS, being), (known, DONE_TO, {act.i, *being}))
    if not (hit or own or known):
        return chances
    return [
        (row[0], 0.0)
        if any(
            told and not told & one.heads and _heads_clause(parse, one, verbs, deps)
            for told, deps, verbs in barred
        )
        else row
        for one, row in zip(offered, chances, strict=True)
    ]


def _of_known(parse: Parse, offered: Sequence[Offered], chances: Sequence[float]) -> list[float]:
    """The chances of those whose own words tell who they are, none of the others."""
    both = zip(offered, chances, strict=True)
    return [chance if _is_known(parse, one) else 0.0 for one, chance in both]


def _sure(
    parse: Parse, named: Iterable[int], offered: Sequence[Offered], chances: Sequence[float]
) -> frozenset[int]:
    """Head words that the grammar names and what is joined to them; none if nobody is sure, or if a pronoun
    is among them."""
    words = set(named)
    own = frozenset(words.union(*({t.i for t in parse.tokens[i].conjuncts} for i in words)))
    if all(map(_names, (parse.tokens[i] for i in own))) and any(
        chance >= SURE and own & one.heads for one, chance in zip(offered, chances, strict=True)
    ):
        return own
    return frozenset()


def _names(word: Token) -> bool:
    """True for a noun, a name, a people's adjective: no pronoun, which may stand for anybody."""
    return word.pos_ in ("NOUN", "PROPN") or word.ent_type_ == "NORP"


def _stands_apart(parse: Parse, one: Offered, act: Token, own: frozenset[int], verbs: set[int]) -> bool:
    """True for the subject of another clause, and for whom a preposition brings outside of the own phrase."""
    if _heads_clause(parse, one, verbs, SUBJECTS_OF_ANY):
        return True
    first = _first_of(parse, one)
    if first.dep_ != "pobj" or not own.isdisjoint((first.i, *(t.i for t in first.ancestors))):
        return False
    if any(c.dep_ == "xcomp" and act in c.subtree for c in first.head.head.children):
        return False  # whom one `calls on to leave` leaves
    if first.head.lower_ == "of" and first.head.head.lemma_.lower() in mapping("roles")["joint_nouns"]:
        return False
    if first.head.lower_ == "with":
        # `planned raids with allies after guards entered` tells of no allies that entered.
        return act not in (first.head.head, *first.head.head.subtree)
    return first.head.lower_ in mapping("roles")["elsewhere_prepositions"]


def _heads_clause(parse: Parse, one: Offered, verbs: set[int], deps: tuple[str, ...]) -> bool:
    """True for what hangs so on another verb: the subject of another clause."""
    first = _first_of(parse, one)
    return first.dep_ in deps and first.head.i not in verbs


def _first_of(parse: Parse, one: Offered) -> Token:
    return _first_of_chain(parse.root_of(one.first, one.last))


def _first_of_chain(noun: Token) -> Token:
    return next((t for t in (noun, *noun.ancestors) if t.dep_ not in CHAINED), noun)


def done_alone(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; in `freed nine hostages and killed a leader` nobody killed the hostages: of
    help and harm told in one sentence each keeps its own objects."""
    act = parse.tokens[event.trigger.head]
    own = set(_done_to(act))
    likely = any(row[1] >= SURE and own & one.heads for one, row in zip(offered, chances, strict=True))
    relief = mapping("action_groups")["relief"]
    if not likely:
        return chances
    helps = event.trigger.action in relief
    others = (parse.tokens[peer.head] for peer in event.peers if (peer.action in relief) != helps)
    taken = {at for verb in others for at in _done_to(verb)} - own
    return [
        row if taken.isdisjoint(one.heads) or own & one.heads else (row[0], 0.0)
        for one, row in zip(offered, chances, strict=True)
    ]


def _done_to(verb: Token) -> Iterator[int]:
    """The words of what is done to, no mere pronouns."""
    for child in verb.children:
        if child.dep_ in ("dobj", *PASSIVE_SUBJECTS) and child.pos_ != "PRON":
            yield from (token.i for token in child.subtree)
