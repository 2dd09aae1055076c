"""What the parse says of an event's roles: who does it, to whom, by grammar alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.annotate import Parse
from dateline.claims.syntax import (
    by_agents,
    described,
    is_passive,
    is_verbal,
    objects,
    prepositional,
    surface_subjects,
    with_conjuncts,
)
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set
from dateline.mentions.record import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

EVENT_PREPOSITIONS = ("in", "by", "during", "from")
MODIFIERS = ("poss", "compound", "amod", "nmod")
NAMED = ("PERSON", "ORG", "NORP", "GPE")
"""Entity labels of names that may act; what they stand for is decided in `resolve`."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Head tokens that the grammar gives each role, in text order."""

    agents: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    shared: tuple[int, ...] = ()
    """Targets taken over from the harm that an act is named with; their numbers are the harm's."""

    @property
    def all_targets(self) -> tuple[int, ...]:
        """Own and shared targets."""
        return (*self.targets, *self.shared)


def rules_of(action: str) -> Any:
    """The row of lexicon/en/roles.yaml for an action."""
    table = mapping("roles")
    return table.get(action, table["default"])


def grammatical_roles(
    parse: Parse, trigger: Trigger, triggers: Sequence[Trigger], known: frozenset[int]
) -> Roles:
    """Agents and targets as the parse has them; empty where it shows none.

    `known` are the tokens that may name a body (see `actor_tokens`): they decide where the grammar
    leaves a choice, between a modifier of an event noun that acts and one that does not.
    """
    head = parse.doc[trigger.head]
    events = {t.head: t for t in triggers}
    bound = _bound_by_hyphen(parse, trigger)
    if bound is not None:
        agents, targets = [bound], []
    elif head.pos_ == "ADJ" and trigger.action in ("kill", "wound", "detain", "besiege", "hold"):
        agents, targets = by_agents(head), described(head)
    else:
        find = _of_verb if is_verbal(head) else _of_noun
        agents, targets = find(head, trigger, known)
    plain = [a for a in agents if a.i not in events]
    named_with_act = [a for a in agents if a.i in events]
    for noun in (*named_with_act, *prepositional(head, EVENT_PREPOSITIONS)):
        if noun.i in events and not plain:
            plain += _of_noun(noun, events[noun.i], known)[0]
    targets = [t for t in targets if t.i not in events]
    if not rules_of(trigger.action).get("targets", True):
        plain, targets = plain or targets, []
    shared: list[Token] = []
    if not targets and trigger.action in action_set("fire"):
        shared = [t for harm in _harms_by(head, triggers, parse) for t in _of_verb(*harm, known)[1]]
    if is_verbal(head) and not plain and not targets:
        plain, targets = _beside(parse, trigger, known)
    if trigger.action in action_set("owned"):
        targets = [owner for target in targets for owner in _owners(target, known)]
    targets += [part for target in targets for part in _parts(target)]
    return Roles(_indices(plain), _indices(targets), _indices(shared))


def _bound_by_hyphen(parse: Parse, trigger: Trigger) -> Token | None:
    """`rebel` of `rebel-held`: who holds, leads or backs stands before the hyphen."""
    for at in range(trigger.first, trigger.last):
        if parse.doc[at].text == "-" and at > trigger.sentence.first:
            return parse.doc[at - 1] if trigger.action == "hold" else None
    return None


def _harms_by(act: Token, triggers: Sequence[Trigger], parse: Parse) -> Iterator[tuple[Token, Trigger]]:
    """Verbs of harm that the act is named with: `the blast killed`, `killed in the blast`."""
    for other in triggers:
        verb = parse.doc[other.head]
        if other.action not in action_set("harms") or not is_verbal(verb):
            continue
        by_act = act in surface_subjects(verb) or act in prepositional(verb, EVENT_PREPOSITIONS)
        if by_act or (verb.dep_ in ("acl", "relcl") and verb.head == act):
            yield verb, other


def _owners(thing: Token, known: frozenset[int]) -> list[Token]:
    """Whose the thing is, if the text tells; what is no thing stands for itself."""
    if thing.lemma_.lower() not in mapping("roles")["thing_heads"]:
        return [thing]
    near = [c for c in thing.children if c.dep_ in ("poss", "compound", "nmod")]
    return [c for c in (*near, *prepositional(thing, ("of", "for"))) if c.i in known]


def _parts(whole: Token) -> Iterator[Token]:
    """`X and Y` of `14 people including X and Y`: the parts say who the whole were."""
    for child in whole.children:
        if child.dep_ == "prep" and child.lower_ in ("including", "among"):
            for part in child.children:
                if part.dep_ == "pobj":
                    yield from with_conjuncts(part)


def _beside(parse: Parse, trigger: Trigger, known: frozenset[int]) -> tuple[list[Token], list[Token]]:
    """For a verb that the parse left alone: the bodies that touch it on either side."""
    before, after = trigger.first - 1, trigger.last
    agents = [parse.doc[before]] if before in known else []
    targets = [parse.doc[after]] if after in known else []
    return agents, targets


def actor_tokens(parse: Parse, actors: Sequence[ActorMention]) -> frozenset[int]:
    """Tokens that may name a body: actor mentions, names, pronouns."""
    found = {i for actor in actors for i in parse.ids_in(actor.span)}
    found.update(t.i for t in parse.tokens if t.pos_ == "PRON" or t.ent_type_ in NAMED)
    return frozenset(found)


def _indices(tokens: Iterable[Token]) -> tuple[int, ...]:
    return tuple(sorted({t.i for t in tokens}))


def _of_verb(verb: Token, trigger: Trigger, known: frozenset[int]) -> tuple[list[Token], list[Token]]:
    table = mapping("roles")
    rules = rules_of(trigger.action)
    subjects, taken = surface_subjects(verb), objects(verb)
    preposed = list(prepositional(verb, tuple(rules["target_prepositions"])))
    if is_passive(verb):
        return by_agents(verb), subjects + preposed
    if verb.lemma_ in table["subject_is_target"] or trigger.action == "displace":
        return list(prepositional(verb, tuple(rules.get("agent_prepositions", ())))), subjects + taken
    if verb.lemma_ in table["subject_is_thing"]:
        return [], preposed
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and not any(s.i in known for s in subjects):
        # `fired rockets at the capital, killing six`: who killed is who fired.
        governor = next((a for a in verb.ancestors if is_verbal(a)), None)
        subjects = surface_subjects(governor) if governor is not None else subjects
    asked = [s for c in verb.children if c.dep_ == "ccomp" for s in surface_subjects(c)]
    if trigger.action == "demand" and not taken + preposed:
        # `urged that the rebels leave`, `called on them to leave`: who is to act is who is asked.
        taken = asked
    return subjects, taken + preposed


def _of_noun(noun: Token, trigger: Trigger, known: frozenset[int]) -> tuple[list[Token], list[Token]]:
    rules = rules_of(trigger.action)
    agents = by_agents(noun)
    targets = list(prepositional(noun, tuple(rules["target_prepositions"])))
    modifiers = [c for c in noun.children if c.dep_ in MODIFIERS and c.i in known and _may_act(c)]
    (agents if rules["noun_modifier"] == "agent" else targets).extend(modifiers)
    if rules["noun_of"] != "none":
        (agents if rules["noun_of"] == "agent" else targets).extend(prepositional(noun, ("of",)))
    sides = list(prepositional(noun, ("between",)))
    if sides:
        agents, targets = agents + sides[:1], targets + sides[1:]
    agents = agents or _claimants(noun)
    governor = noun.head
    if noun.dep_ == "dobj" and lends(governor, trigger.action):
        agents = agents or (by_agents(governor) if is_passive(governor) else surface_subjects(governor))
        targets = targets or list(prepositional(governor, tuple(rules["target_prepositions"])))
    elif noun.dep_ in ("nsubjpass", "nsubj") and is_passive(governor) and not agents:
        agents = by_agents(governor)
    if noun.dep_ == "nsubj" and governor.lemma_.lower() in mapping("roles")["reaching_verbs"]:
        targets = targets or objects(governor)
    return agents, targets


def lends(verb: Token, action: str) -> bool:
    """Who `launched` the attack attacked; who `announced` the arrests told of them."""
    lemma, table = verb.lemma_.lower(), mapping("roles")
    told = lemma in table["announcing_verbs"] and action in action_set("done_to")
    return lemma in table["light_verbs"] and not told


def _claimants(act: Token) -> list[Token]:
    """X of `X claimed responsibility for the attack` and `X denied a role in it` (codebook, section 8)."""
    owned = act.head.head if act.dep_ == "pobj" and act.head.lower_ in ("for", "in") else act
    verb, table = owned.head, mapping("roles")
    claimed = owned.dep_ == "dobj" and verb.lemma_ == "claim"
    verbs = (*table["responsible_verbs"], "deny")
    taken = owned.lemma_ in table["responsible_nouns"] and verb.lemma_ in verbs
    return surface_subjects(verb) if claimed or taken else []


def _may_act(modifier: Token) -> bool:
    if modifier.lower_ in mapping("roles")["acting_adjectives"]:
        return True
    return modifier.pos_ in ("NOUN", "PROPN", "PRON") or modifier.ent_type_ in NAMED
