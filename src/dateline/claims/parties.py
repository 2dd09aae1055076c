"""Who did it to whom: agents and targets of a trigger, from the parse and the encoder's evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Scores
from dateline.claims.record import Party
from dateline.claims.syntax import (
    by_agents,
    is_passive,
    is_verbal,
    objects,
    phrase,
    prepositional,
    surface_subjects,
)
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.mentions.record import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

Role = Literal["agent", "target"]
ROLE_NAMES: tuple[Role, ...] = ("agent", "target")
EVENT_PREPOSITIONS = ("in", "by", "during", "from")
PARSE_WEIGHT = 0.35
"""Share of the parse in the joint score of an argument; the rest is the encoder's (gold train)."""
THRESHOLD = 0.5
"""Joint score at which words become an argument (gold train)."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Head tokens that the grammar gives each role, in text order."""

    agents: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()


def rules_of(action: str) -> Any:
    """The row of lexicon/en/roles.yaml for an action."""
    table = mapping("roles")
    return table.get(action, table["default"])


def grammatical_roles(parse: Parse, trigger: Trigger, triggers: Sequence[Trigger]) -> Roles:
    """Agents and targets as the parse has them; empty where it shows none."""
    head = parse.doc[trigger.head]
    events = {t.head: t for t in triggers}
    agents, targets = _of_verb(head, trigger) if is_verbal(head) else _of_noun(head, trigger)
    plain = [a for a in agents if a.i not in events]
    named_with_act = [a for a in agents if a.i in events]
    for noun in (*named_with_act, *prepositional(head, EVENT_PREPOSITIONS)):
        if noun.i in events and not plain:
            plain += _of_noun(noun, events[noun.i])[0]
    targets = [t for t in targets if t.i not in events]
    return Roles(_indices(plain), _indices(targets))


def _indices(tokens: Iterable[Token]) -> tuple[int, ...]:
    return tuple(sorted({t.i for t in tokens}))


def _of_verb(verb: Token, trigger: Trigger) -> tuple[list[Token], list[Token]]:
    table = mapping("roles")
    rules = rules_of(trigger.action)
    subjects, taken = surface_subjects(verb), objects(verb)
    preposed = list(prepositional(verb, tuple(rules["target_prepositions"])))
    if is_passive(verb):
        return by_agents(verb), subjects + preposed
    if verb.lemma_ in table["subject_is_target"] or trigger.action == "displace":
        return [], subjects + taken
    if verb.lemma_ in table["subject_is_thing"]:
        return [], preposed
    return subjects, taken + preposed


def _of_noun(noun: Token, trigger: Trigger) -> tuple[list[Token], list[Token]]:
    rules = rules_of(trigger.action)
    agents = by_agents(noun)
    targets = list(prepositional(noun, tuple(rules["target_prepositions"])))
    modifiers = [c for c in noun.children if c.dep_ in ("poss", "compound", "amod", "nmod")]
    (agents if rules["noun_modifier"] == "agent" else targets).extend(modifiers)
    if rules["noun_of"] != "none":
        (agents if rules["noun_of"] == "agent" else targets).extend(prepositional(noun, ("of",)))
    sides = list(prepositional(noun, ("between",)))
    if sides:
        agents, targets = agents + sides[:1], targets + sides[1:]
    governor = noun.head
    if noun.dep_ == "dobj" and is_verbal(governor) and not agents:
        agents = by_agents(governor) if is_passive(governor) else surface_subjects(governor)
    elif noun.dep_ in ("nsubjpass", "nsubj") and is_passive(governor) and not agents:
        agents = by_agents(governor)
    return agents, targets


def parties(
    parse: Parse, trigger: Trigger, roles: Roles, actors: Sequence[ActorMention], scores: Scores | None
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Agents and targets as Party records without actor ids; resolving comes later."""
    candidates = _candidates(parse, trigger, roles, actors)
    made: dict[Role, list[Party]] = {"agent": [], "target": []}
    for first, last, heads in candidates:
        best = _best_role(first, last, heads, roles, scores, known=_is_actor(parse, first, last, actors))
        if best is not None:
            role, rule = best
            span = parse.span_of(first, last)
            made[role].append(Party(text=parse.document.quote(span), span=span, rule=rule))
    return tuple(made["agent"]), tuple(made["target"])


def _candidates(
    parse: Parse, trigger: Trigger, roles: Roles, actors: Sequence[ActorMention]
) -> list[tuple[int, int, frozenset[int]]]:
    """Noun phrases `(first, last, heads)` that may be arguments: grammar's own and actor mentions."""
    found: dict[int, tuple[int, int, frozenset[int]]] = {}
    taken: set[int] = set(range(trigger.first, trigger.last))
    sentence = trigger.sentence
    for head in (*roles.agents, *roles.targets):
        first, last = phrase(parse.doc[head])
        if not taken.isdisjoint(range(first, last)):
            first, last = head, head + 1
        if taken.isdisjoint(range(first, last)):
            found[head] = (first, last, frozenset((head,)))
    covered = {i for first, last, _ in found.values() for i in range(first, last)}
    for actor in actors:
        if not actor.span.overlaps(sentence.span):
            continue
        tokens = parse.tokens_in(actor.span)
        if tokens and covered.isdisjoint(t.i for t in tokens) and taken.isdisjoint(t.i for t in tokens):
            found[tokens[0].i] = (tokens[0].i, tokens[-1].i + 1, frozenset(t.i for t in tokens))
    return sorted(found.values())


def _is_actor(parse: Parse, first: int, last: int, actors: Sequence[ActorMention]) -> bool:
    span = parse.span_of(first, last)
    return any(actor.span.overlaps(span) for actor in actors)


def _best_role(
    first: int, last: int, heads: frozenset[int], roles: Roles, scores: Scores | None, *, known: bool
) -> tuple[Role, str] | None:
    grammar: dict[Role, bool] = {
        "agent": not heads.isdisjoint(roles.agents),
        "target": not heads.isdisjoint(roles.targets),
    }
    if scores is None:
        for role in reversed(ROLE_NAMES):
            if grammar[role] and known:
                return role, f"parse.{role}"
        return None
    weighed: list[tuple[float, Role]] = []
    for role in ROLE_NAMES:
        peak = float(scores[first:last, ARGUMENT_ROLES.index(role)].max())
        weighed.append(((1 - PARSE_WEIGHT) * peak + PARSE_WEIGHT * grammar[role], role))
    score, role = max(weighed)
    if score < THRESHOLD:
        return None
    return role, f"model+parse.{role}" if grammar[role] else f"model.{role}"
