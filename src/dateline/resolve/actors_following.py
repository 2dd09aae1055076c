"""Whose a body is by the words beside its own: `vice president of the Oak Front`, `police in Orvane`."""

from __future__ import annotations

import re

from dateline.document import Span
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_groups import NAMED, Choice
from dateline.resolve.reference import Scene

REACH = 60
"""Characters after a phrase in which the name stands that is asked for."""
_OF, _IN, _TO = (re.compile(rf"\s+(?:{words})\s+(?:the\s+)?", re.I) for words in ("of|for", "in", "for|to"))
LOCAL = ("government", "judiciary", "media", "medical", "police")
"""Roles that are of the country they are in; an army may be anywhere."""


def body_after(phrase: Phrase, scene: Scene) -> Choice | None:
    """The body that an office is held in; None where no name follows."""
    end = phrase.span.end
    after = next((b for b in scene.bodies if end < b.span.start <= end + REACH), None)
    if phrase.role != "government" or phrase.country or after is None or after.actor[:3].isupper():
        return None
    told = _OF.fullmatch(scene.text, end, after.span.start) is not None
    return Choice(after.actor, NAMED) if told else None


def land_after(phrase: Phrase, scene: Scene) -> tuple[str, str] | None:
    """The country that a body is in by the words after it, and the rule; embassies are of another."""
    if phrase.role not in LOCAL or phrase.country or phrase.word in words_of("missions"):
        return None
    end = phrase.span.end
    for item in scene.items_in(Span(end, end + REACH)):
        start = scene.span_of(item).start
        if item.kind != "country" or _IN.fullmatch(scene.text, end, start) is None:
            return None
        iso, how = best_country(item)
        return (iso, f"country@{start}-{scene.span_of(item).end}") if how == "names" else None
    return None


def is_sent_there(phrase: Phrase, scene: Scene) -> bool:
    """True for `the envoy for Orvane`, and for the `Orvane Ada Okoro` after it: others sent him there."""
    before = words_in(scene.text, max(0, phrase.span.start - REACH), phrase.span.start)
    keys = [w.key for w in before if w.key != "the"][-2:]
    led = len(keys) == 2 and keys[0] in words_of("sent") and keys[1] in ("for", "to")
    if phrase.role == "country" and led:
        return True
    office = next((w for w in words_in(scene.text, *phrase.span) if w.key in words_of("sent")), None)
    if office is None:
        return False
    own = scene.items_in(Span(phrase.span.start, office.start))
    after = scene.items_in(Span(office.end, office.end + REACH))[:1]
    return all(item.kind != "country" for item in own) and any(
        item.kind == "country"
        and _TO.fullmatch(scene.text, office.end, scene.span_of(item).start) is not None
        for item in after
    )
