"""Places where only a speaker sits or speaks, whose men somebody is, and those of what is compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.locations_candidates import NAMED, Candidate
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.record import Mentions

if TYPE_CHECKING:
    from spacy.tokens import Token

STANDING = frozenset({"in", "at", "from"})
"""Words before a place where somebody sits or speaks."""
COMPARING = frozenset({"since", "than", "like"})


def seats(parse: Parse, mentions: Mentions) -> Callable[[Trigger, Candidate], bool]:
    """Asked for an event and a place, it answers True if the place is never told but as where a spokesman or
    envoy sits, where somebody speaks (`said in Tarn that`), as who speaks (`Tarn denied it`), or where the
    other event was with which one is compared (`the worst raid since one in Tarn`). What is itself words was
    where they were spoken.
    """
    sat = frozenset(_seats(parse, mentions))
    compared: dict[int, Token | None] = {}

    def apart(trigger: Trigger, place: Candidate) -> bool:
        if place.kind not in NAMED:
            return False
        spoken = trigger.action in action_set("spoken")
        speaking = not spoken and place.kind != "country"
        return all(
            (m.head.i in sat and not spoken)
            or (speaking and _speaks(m.head))
            or _is_followed(m.head)
            or _is_beyond(trigger, m.head)
            for m in place.mentions
        )

    def _is_beyond(trigger: Trigger, place: Token) -> bool:
        if place.i not in compared:
            compared[place.i] = _comparison(place)
        word = compared[place.i]
        return word is not None and not any(
            word.i == above.i for above in parse.tokens[trigger.head].ancestors
        )

    return apart


def _speaks(place: Token) -> bool:
    """True of a capital that stands for its government: `Tarn rejected the claim`."""
    verb = place.head
    answers = verb.lemma_.lower() in mapping("roles")["answers"]
    return place.dep_ == "nsubj" and (answers or any(c.stance == "speech" for c in verb_cues(verb)))


def _is_followed(place: Token) -> bool:
    """True of a capital whose men they are: `militiamen loyal to Tarn`."""
    told = place.dep_ == "pobj" and place.head.lower_ == "to"
    return told and place.head.head.lower_ in mapping("roles")["loyal_adjectives"]


def _seats(parse: Parse, mentions: Mentions) -> Iterator[int]:
    """Words for the place where one who is quoted sits or speaks, outside what he tells."""
    for quote in mentions.quotes:
        if quote.source is None:
            continue
        named = parse.tokens_in(quote.source)
        words = [token for token in named if token.lower_ in words_of("seated")]
        if quote.rule.startswith(("say.", "tell.")) and quote.cue is not None:
            words += parse.tokens_in(quote.cue)
        words += [c for word in (*words, *named) for c in word.children if c.lower_ in words_of("hearers")]
        for place in (place for word in words for place in _stands(word)):
            at = parse.span_of(place, place + 1)
            if not any(content.covers(at) for content in quote.content):
                yield place


def _stands(word: Token) -> Iterator[int]:
    """The `Tarn` of `an envoy in Tarn`, `said at talks in Tarn`, but not of `In Tarn he said`."""
    for before in word.rights:
        if before.lower_ in STANDING:
            for place in (child for child in before.children if child.dep_ == "pobj"):
                yield place.i
                yield from _stands(place)


def _comparison(place: Token) -> Token | None:
    """The `since` of `the worst raid since one in Tarn`; None of a place that no noun is compared by."""
    for word in place.ancestors:
        if word.lower_ in COMPARING:
            return word if any(c.dep_ == "pobj" and c.i != place.i for c in word.children) else None
        if word.pos_ in ("VERB", "AUX"):
            return None
    return None
