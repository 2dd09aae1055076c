"""Whose a body is by the words right after its own: `vice president of the Oak Front`, `police in Orvane`."""

from __future__ import annotations

import re

from dateline.document import Span
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_groups import NAMED, Choice
from dateline.resolve.reference import Scene

REACH = 60
"""Characters after a phrase in which the name stands that is asked for."""
_OF, _IN = (re.compile(rf"\s+(?:{words})\s+(?:the\s+)?", re.I) for words in ("of|for", "in"))
PLACED = ("government", "judiciary", "media", "medical", "police")
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
    if phrase.role not in PLACED or phrase.country or phrase.word in words_of("missions"):
        return None
    end = phrase.span.end
    for item in scene.items_in(Span(end, end + REACH)):
        start = scene.span_of(item).start
        if item.kind != "country" or _IN.fullmatch(scene.text, end, start) is None:
            return None
        iso, how = best_country(item)
        return (iso, f"country@{start}-{scene.span_of(item).end}") if how == "names" else None
    return None
