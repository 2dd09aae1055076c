"""Who did it to whom: agents and targets of a trigger, from the parse and the encoder's evidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Literal

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Scores
from dateline.annotate.trees import trees
from dateline.claims.grammar import Roles, rules_of
from dateline.claims.parties_akin import akin
from dateline.claims.parties_alone import acting_alone, done_alone, undergoing_alone
from dateline.claims.parties_answered import answered
from dateline.claims.parties_caused import with_causes
from dateline.claims.parties_described import described_by
from dateline.claims.parties_features import party_rows
from dateline.claims.parties_ground import is_ground
from dateline.claims.parties_offered import RELATIVE_TAGS, never_parties, offered
from dateline.claims.parties_scores import Asked, Event, Offered
from dateline.claims.parties_speech import reacting, telling
from dateline.claims.parties_sworn import loyal
from dateline.claims.parties_told import (
    AGAINST,
    addressed,
    dispossessed,
    foes_spared,
    helped_spared,
    opposed,
    opposing,
    owners_only,
    parted,
    robbed,
    talked_of,
    undergoing,
)
from dateline.claims.parties_within import told_within
from dateline.claims.record import Party
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.mentions.ragged import whole
from dateline.mentions.record import ActorMention, Mentions

Role = Literal["agent", "target"]
Found = tuple[Role, str] | None
"""A role and what gave it."""
ARTICLES = frozenset(("the", "a", "an"))
ADDING_NOBODY = frozenset(("its", "his", "her", "their", "our", "my", "your", "military"))
"""Words that name nobody beside another agent."""
CHANCE = (0.37, 0.4)
"""Chance by the trees from which a candidate is an agent, a target (training/joint, corpora apart; then
benchmarks/quality/unseen.py, which nothing was chosen on, had agents at .788 where .4 gave .785)."""
BESIDE = 0.4
"""Share of the likeliest candidate's chance that a further one of its role must have."""
LOSING = 0.3
"""Chance in either role from which who lost ground by grammar is one that lost it."""
TOLD = (
    loyal, answered, opposed, owners_only, addressed, opposing, undergoing, robbed, telling, reacting,
    talked_of, helped_spared, foes_spared, described_by, told_within, akin, acting_alone,
    undergoing_alone, done_alone,
)  # fmt: skip
"""What the words around candidates say of their chances, in the order asked."""
ROLE_NAMES: tuple[Role, ...] = ("agent", "target")
PARSE_WEIGHT = 0.25
"""Share of the parse in the joint score of an argument; the rest is the encoder's (gold dev)."""
THRESHOLD = 0.18
"""Joint score at which words become an argument (gold dev)."""


def parties(
    parse: Parse, events: Sequence[Event], mentions: Mentions, known: frozenset[int]
) -> list[tuple[tuple[Party, ...], tuple[Party, ...]]]:
    """Agents and targets of each event as Party records without actor ids; resolving comes later.

    `known` are the tokens that may name a body.
    """
    sentences = {event.trigger.sentence for event in events}
    near = {s.index: [a for a in mentions.actors if a.span.overlaps(s.span)] for s in sentences}
    asked = [
        Asked(
            event,
            _able(parse, event, near[event.trigger.sentence.index]),
            never_parties(event.trigger, mentions),
        )
        for event in events
    ]
    chances = _chances(parse, asked, mentions)
    if chances is None:
        return [_filled(parse, one, _all_by_rules(parse, one, known)) for one in asked]
    weighed = zip(asked, chances, strict=True)
    return with_causes(
        parse, events, [_filled(parse, one, _all_by_chance(one, rows)) for one, rows in weighed]
    )


def _able(parse: Parse, event: Event, actors: Sequence[ActorMention]) -> list[Offered]:
    return [
        one
        for one in offered(parse, event.trigger, event.roles, actors)
        if not is_ground(parse, one) and (one.last - one.first > 1 or not _empty(parse, one.first))
    ]


def _empty(parse: Parse, at: int) -> bool:
    """True for a word that stands for no body by itself: `which`, an article without its noun, a mark, the
    board of `killing nine on board`, the boat of `came by boat`."""
    word = parse.lowers[at]
    if at and word in mapping("roles")["ways"].get(parse.lowers[at - 1], ()):
        return True
    return parse.tags[at] in RELATIVE_TAGS or word in (*ARTICLES, *AGAINST) or not word.strip("-[]()")


def _filled(
    parse: Parse, asked: Asked, found: Sequence[Found]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The candidates that were given a role, as agents and targets."""
    made: dict[Role, list[Party]] = {"agent": [], "target": []}
    for one, best in zip(asked.offered, found, strict=True):
        if best is not None:
            span = parse.span_of(*whole(parse, *parted(parse, one, asked.event.trigger.head)))
            made[best[0]].append(Party(text=parse.document.quote(span), span=span, rule=best[1]))
    owner = dispossessed(parse, asked.event.trigger)
    if owner is not None and not any(p.span.overlaps(parse.span_of(*owner)) for p in made["target"]):
        span = parse.span_of(*owner)
        made["target"].append(Party(text=parse.document.quote(span), span=span, rule="parse.holder"))
    rules = rules_of(asked.event.trigger.action)
    if not rules.get("targets", True):
        made["target"] = [p for p in made["target"] if _brought(parse, p, rules.get("brought_by", ()))]
    if len(made["agent"]) > 1:
        # `the army continued its advance`, `Iran's military offensive`: the possessive and what only says
        # that it is military add nobody.
        made["agent"] = [p for p in made["agent"] if p.text.lower() not in ADDING_NOBODY] or made["agent"]
    return tuple(_whole(parse, made["agent"])), tuple(_whole(parse, made["target"]))


def _brought(parse: Parse, party: Party, words: Sequence[str]) -> bool:
    """True for words after one of these prepositions: `surrendered to the army`."""
    first = parse.ids_in(party.span)[0]
    return first > 0 and parse.lowers[first - 1] in words


def _whole(parse: Parse, found: list[Party]) -> list[Party]:
    """Without what merely leads a name: `Sudan's paramilitary` before `Rapid Support Forces` is one body."""
    text = parse.document.text
    names = {p.span.start for p in found if p.text.istitle() or p.text.isupper()}

    def leads(party: Party) -> bool:
        end = party.span.end
        return text[end : end + 1] == " " and end + 1 in names and party.text.split()[-1][0].islower()

    return [party for party in found if not leads(party)]


def argument_scores_of(parse: Parse, trigger: Trigger) -> Scores | None:
    """(tokens, roles) what the encoder says of every word for one event; None without an encoder."""
    if parse.evidence is None:
        return None
    return parse.evidence.arguments(range(trigger.first, trigger.last))


def _chances(
    parse: Parse, asked: Sequence[Asked], mentions: Mentions
) -> list[list[tuple[float, float]]] | None:
    """By event, the chance of every candidate as agent and as target by the trees; None without them."""
    weighers = (trees("agents"), trees("targets"))
    if parse.evidence is None or weighers[0] is None or weighers[1] is None:
        return None
    able = [one for one in asked if one.offered]
    if not able:
        return [[] for _ in asked]
    rows = party_rows(parse, able, mentions)
    agents, targets = (weigher.probability(rows).tolist() for weigher in weighers if weigher)
    both = zip(agents, targets, strict=True)
    return [_told(parse, one, list(islice(both, len(one.offered)))) for one in asked]


def _told(parse: Parse, asked: Asked, chances: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The chances of one event's candidates, put right by the words around them."""
    event, offers = asked.event, asked.offered
    for told in TOLD:
        chances = told(parse, event, offers, chances)
    return _losers(parse, asked, chances)


def _losers(parse: Parse, asked: Asked, chances: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """`The army lost the town`: whose ground was taken did not take it, whoever it was lost to did."""
    event = asked.event
    verb = parse.tokens[event.trigger.head].lemma_
    if event.trigger.action != "capture" or verb not in mapping("roles")["subject_is_target"]:
        return chances
    sides = [
        tuple(not one.heads.isdisjoint(part) for part in (event.roles.agents, event.roles.all_targets))
        for one in asked.offered
    ]
    # From `LOSING` on grammar decides that it is somebody, not only who.
    sure = [max(*row, *CHANCE) if max(row) >= LOSING else max(row) for row in chances]
    return [
        (most * by, most * of) if by != of else row
        for row, most, (by, of) in zip(chances, sure, sides, strict=True)
    ]


def _all_by_chance(asked: Asked, chances: Sequence[tuple[float, float]]) -> list[Found]:
    limits = _limits(chances)
    return [
        _by_chance(one, asked.event.roles, row, limits)
        for one, row in zip(asked.offered, chances, strict=True)
    ]


def _limits(chances: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """Least chance in each role: beside a sure candidate a weak one is nobody."""
    return tuple(
        max((floor, *(BESIDE * row[k] for row in chances if row[k] == max(row))))
        for k, floor in enumerate(CHANCE)
    )


def _by_chance(one: Offered, roles: Roles, chances: tuple[float, float], limits: Sequence[float]) -> Found:
    best = max(range(2), key=lambda k: chances[k])
    if chances[best] < limits[best]:
        return None
    role = ROLE_NAMES[best]
    by_grammar = not one.heads.isdisjoint((roles.agents, roles.all_targets)[best])
    return role, f"model+parse.{role}" if by_grammar else f"model.{role}"


def _all_by_rules(parse: Parse, asked: Asked, known: frozenset[int]) -> list[Found]:
    scores = argument_scores_of(parse, asked.event.trigger)
    return [
        None if _shut_out(parse, one, asked) else _by_rules(parse, one, asked.event.roles, scores, known)
        for one in asked.offered
    ]


def _shut_out(parse: Parse, one: Offered, asked: Asked) -> bool:
    """True for times and tellers, unless the grammar gives them a role."""
    roles, span = asked.event.roles, parse.span_of(one.first, one.last)
    by_grammar = not one.heads.isdisjoint((*roles.agents, *roles.all_targets))
    return not by_grammar and any(span.overlaps(other) for other in asked.excluded)


def _by_rules(
    parse: Parse, one: Offered, roles: Roles, scores: Scores | None, known: frozenset[int]
) -> Found:
    named = not known.isdisjoint(range(one.first, one.last)) or parse.doc[one.last : one.last + 1].text == "-"
    return _best_role(one.first, one.last, one.heads, roles, scores, known=named)


def _best_role(
    first: int, last: int, heads: frozenset[int], roles: Roles, scores: Scores | None, *, known: bool
) -> Found:
    grammar: dict[Role, bool] = {
        "agent": not heads.isdisjoint(roles.agents),
        "target": not heads.isdisjoint(roles.all_targets),
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
