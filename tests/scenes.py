"""Events of a sentence, parsed and with what grammar gives them, for tests of one rule over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate import Parse, Sentence
from dateline.annotate.annotator import annotate
from dateline.annotate.parser import parse as parse_only
from dateline.claims.figures import Scene, near
from dateline.claims.grammar import actor_tokens, grammatical_roles
from dateline.claims.triggers import Trigger, head_of, lexicon_hits, triggers
from dateline.document import Span
from dateline.lexicon.actions import Hit
from dateline.mentions.actors import actors
from dateline.mentions.record import Mentions, Quantity
from dateline.pipeline.finders import mentions_in
from dateline.read.text import document_of
from dateline.resolve.actors import actor_of


def parsed(text: str, *, evidence: bool = False) -> Parse:
    """The parse of a report of these words; without the encoder unless asked."""
    document = document_of(text, name="example")
    return annotate(document) if evidence else parse_only(document)


def body_of(text: str, words: str, action: str = "attack") -> str | None:
    """Who the last such words of a text are as agents of an act."""
    read = parsed(text)
    at = text.rindex(words)
    mentions = Mentions(actors=tuple(actors(read)))
    return actor_of(Span(at, at + len(words)), parse=read, mentions=mentions, action=action)


def acts(parse: Parse) -> list[Trigger]:
    """All words of the action lexicon as events, also those that seldom are one."""
    return [
        _act(parse, sentence, hit) for sentence in parse.sentences for hit in lexicon_hits(parse, sentence)
    ]


def _act(parse: Parse, sentence: Sentence, hit: Hit) -> Trigger:
    head = head_of(parse, hit.start, hit.end).i
    return Trigger(hit.start, hit.end, head, sentence, hit.action, hit.prior, hit.entry.id, hit)


def scenes(parse: Parse, found: Sequence[Trigger]) -> Iterator[tuple[Scene, list[Quantity]]]:
    """Each event with the quantities of its sentence."""
    mentions = mentions_in(parse)
    known = actor_tokens(parse, mentions.actors)
    for event in found:
        peers = [t for t in found if t.sentence == event.sentence]
        roles = grammatical_roles(parse, event, peers, known)
        scene = Scene(parse, event, peers, roles, None, mentions.actors)
        yield scene, near(scene, mentions.quantities)


def scene_of(text: str, action: str, *, evidence: bool = False) -> tuple[Scene, list[Quantity]]:
    """The first event of an action, with the quantities of its sentence."""
    parse = parsed(text, evidence=evidence)
    return next(one for one in scenes(parse, list(triggers(parse))) if one[0].trigger.action == action)
