"""Who may be a party of an event: noun phrases of the grammar, actor mentions, pronouns, and who never is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.annotate import Parse
from dateline.claims.grammar import Roles
from dateline.claims.parties_scores import Offered
from dateline.claims.syntax import phrase
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon import mapping
from dateline.mentions.record import ActorMention, Mentions

RELATIVE_TAGS = ("WDT", "WP", "WP$", "CD")
"""Tags of words that stand for no body by themselves."""
PERSONAL = ("PRP", "PRP$")
"""Tags of words that stand for a body named elsewhere."""


def never_parties(trigger: Trigger, mentions: Mentions) -> list[Span]:
    """Spans in the trigger's sentence that are no one's role: times, and who only tells of the event."""
    spans = [time.span for time in mentions.times]
    if trigger.action not in mapping("action_groups")["politics"]:
        spans += [quote.source for quote in mentions.quotes if quote.source is not None]
    return [span for span in spans if span.overlaps(trigger.sentence.span)]


def offered(
    parse: Parse, trigger: Trigger, roles: Roles, actors: Sequence[ActorMention]
) -> tuple[Offered, ...]:
    """Noun phrases that may be arguments: the grammar's own, actor mentions of the sentence, pronouns."""
    found: dict[int, Offered] = {}
    taken: set[int] = set(range(trigger.first, trigger.last))
    sentence = trigger.sentence
    near = [(actor, parse.tokens_in(actor.span)) for actor in actors if actor.span.overlaps(sentence.span)]
    mentioned = {token.i: actor for actor, tokens in near for token in tokens}
    names = [(tokens[0].i, tokens[-1].i + 1) for actor, tokens in near if tokens and actor.actor]
    for head in (*roles.agents, *roles.all_targets):
        first, last = phrase(parse.tokens[head])
        if not taken.isdisjoint(range(first, last)):
            first, last = head, head + 1
        if taken.isdisjoint(range(first, last)) or parse.doc[last : last + 1].text == "-":
            found[head] = Offered(first, last, frozenset((head,)), mentioned.get(head))
    found = _whole(found, names, taken)
    covered = {i for one in found.values() for i in range(one.first, one.last)}
    for actor, tokens in near:
        if tokens and covered.isdisjoint(t.i for t in tokens) and taken.isdisjoint(t.i for t in tokens):
            inside = frozenset(t.i for t in tokens)
            found[tokens[0].i] = Offered(tokens[0].i, tokens[-1].i + 1, inside, actor)
            covered |= inside
    for i in range(sentence.first, sentence.last):
        if parse.tokens[i].tag_ in PERSONAL and i not in covered and i not in taken:
            found[i] = Offered(i, i + 1, frozenset((i,)), None)
    # A mark that the parser reads as a word may be white space in the document.
    said = (one for one in found.values() if parse.document.quote(parse.span_of(one.first, one.last)).strip())
    return tuple(sorted(said, key=lambda one: (one.first, one.last)))


def _whole(
    found: Mapping[int, Offered], names: Sequence[tuple[int, int]], taken: set[int]
) -> dict[int, Offered]:
    """What the parse cut inside a name, whole and once: `anti` and `Balaka` of `anti-Balaka`."""
    made = dict(found)
    for begin, end in names:
        parts = {head: one for head, one in made.items() if one.first < end and begin < one.last}
        if all(one.first <= begin and end <= one.last for one in parts.values()):
            continue
        first = min(begin, *(one.first for one in parts.values()))
        last = max(end, *(one.last for one in parts.values()))
        if taken.isdisjoint(range(first, last)):
            head, one = next(iter(parts.items()))
            heads = frozenset().union(*(part.heads for part in parts.values()))
            made = {other: kept for other, kept in made.items() if other not in parts}
            made[head] = one._replace(first=first, last=last, heads=heads)
    return made
