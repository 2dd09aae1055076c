"""Who may be a party of an event: noun phrases of the grammar, actor mentions, pronouns, and who never is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from dateline.annotate import Parse, Sentence
from dateline.claims.grammar import MODIFIERS, Roles
from dateline.claims.parties_named import long_names, named_whole
from dateline.claims.parties_scores import Offered
from dateline.claims.syntax import phrase
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon import mapping
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_lexicon import items_of, shouts
from dateline.mentions.record import ActorMention, Mentions

RELATIVE_TAGS = ("WDT", "WP", "WP$", "CD")
"""Tags of words that stand for no body by themselves."""
PERSONAL = ("PRP", "PRP$")
"""Tags of words that stand for a body named elsewhere."""
OBJECTS = frozenset(("him", "them", "us", "me", "everybody", "everyone"))
"""Pronouns that an act is done to, and that nothing else is (`her` may be whose a thing is)."""
CALLED_BY = ("actor.person", "actor.member")
"""Mentions of mere persons, which an act may be called by: `claimed the lives of ten`, `inflicted losses`."""
LISTED = "actor.body"
"""Rule of a mention that a list names."""
QUALIFYING = (*MODIFIERS, "npadvmod")
"""How a place's name hangs on a noun that it qualifies."""
LINKING_TAGS = ("CC", "IN", "POS", "DT", ",")
"""Tags of words that no name begins or ends with."""


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
    sentence = trigger.sentence
    near = [(actor, parse.ids_in(actor.span)) for actor in actors if actor.span.overlaps(sentence.span)]
    listed = frozenset(i for actor, ids in near if actor.rule == LISTED for i in ids)
    long = list(long_names(parse, sentence, listed))
    near = named_whole(near, long)
    taken = _own_words(parse, trigger, [ids for actor, ids in near if actor.rule not in CALLED_BY])
    mentioned = {i: actor for actor, tokens in near for i in tokens}
    names = [(tokens[0], tokens[-1] + 1) for actor, tokens in near if tokens and actor.actor]
    names += [(name.start, name.stop) for name in long]
    for head in (*roles.agents, *roles.all_targets):
        first, last = phrase(parse.tokens[head])
        if not taken.isdisjoint(range(first, last)):
            first, last = head, head + 1
        if taken.isdisjoint(range(first, last)) or parse.lowers[last : last + 1] == ["-"]:
            found[head] = Offered(first, last, frozenset((head,)), mentioned.get(head))
    found = _whole(found, names, taken)
    covered = {i for one in found.values() for i in range(one.first, one.last)}
    for actor, tokens in near:
        if tokens and covered.isdisjoint(tokens) and taken.isdisjoint(tokens):
            inside = frozenset(tokens)
            found[tokens[0]] = Offered(tokens[0], tokens[-1] + 1, inside, actor)
            covered |= inside
    for i in range(sentence.first, sentence.last):
        if i not in covered and i not in taken and parse.tags[i] in PERSONAL:
            found[i] = Offered(i, i + 1, frozenset((i,)), None)
    for first, last in _loose(parse, sentence, covered | taken):
        root = parse.root_of(first, last)
        # `the minister, Jane Harwell`: the second is the first.
        if not (root.dep_ == "appos" and root.head.i in covered):
            found[first] = Offered(first, last, frozenset(range(first, last)), None)
    # A mark that the parser reads as a word may be white space in the document.
    said = (one for one in found.values() if parse.document.quote(parse.span_of(one.first, one.last)).strip())
    return tuple(sorted(said, key=lambda one: (one.first, one.last)))


def _own_words(parse: Parse, trigger: Trigger, bodies: Sequence[Sequence[int]]) -> set[int]:
    """The words of the event itself, without the object that stands among them: `led him off`, `gave the
    nuns a week`. `bodies` are the tokens of actor mentions."""
    own = set(range(trigger.first, trigger.last))
    objects = {i for i in own if parse.lowers[i] in OBJECTS}
    for tokens in bodies:
        if own.issuperset(tokens) and any(parse.deps[i] in ("dobj", "dative") for i in tokens):
            objects.update(tokens)
    return own if trigger.head in objects else own - objects


def _loose(parse: Parse, sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of words that may name a body and stand inside other phrases: `U.S.` of `the U.S. raids left six
    dead`, `Australia` of `rejected Australia's request`."""
    first = None
    for at in range(sentence.first, sentence.last + 1):
        able = at < sentence.last and at not in taken and _may_name(parse, at)
        if able and first is None:
            first = at
        elif not able and first is not None:
            yield first, at
            first = None


def _may_name(parse: Parse, at: int) -> bool:
    """True for a word of a person's, a people's or a body's name, of a place that qualifies another noun, of
    a proper name that is a subject or object, and for nouns that stand for bodies (`rebels`)."""
    if parse.tags[at] in LINKING_TAGS:
        return False
    label, dep = parse.tokens[at].ent_type_, parse.deps[at]
    return (
        label in ("PERSON", "NORP", "ORG")
        or (label == "GPE" and dep in QUALIFYING)
        or (dep in ("nsubj", "nsubjpass", "dobj") and parse.tokens[at].pos_ == "PROPN")
        or at in _role_words(parse)
    )


@lru_cache(maxsize=2)
def _role_words(parse: Parse) -> frozenset[int]:
    """Tokens of names of bodies and of nouns for them, countries and mere persons and things left out."""
    text = parse.document.text
    listed = words_in(text, 0, len(text))
    spans = [
        Span(listed[item.first].start, listed[item.last - 1].end)
        for item in items_of(text, shouting=shouts(text))
        if item.kind != "country" and not (item.kind == "role" and item.values[0] in ("person", "thing"))
    ]
    return frozenset(i for span in spans for i in parse.ids_in(span))


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
