"""Speakers who close a text without commas: `The blast killed nine soldiers said the observatory.`"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.mentions.quotes_cues import noun_cue, verb_cues
from dateline.mentions.quotes_spans import Tokens
from dateline.mentions.quotes_subjects import is_time, speaks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV"})
_WITHIN = frozenset({"of", "for", "at", "from", "in", "with", "near", "and", "-", "'s"})
"""Words that go on with who speaks: `the head of the council`, `a nurse at the clinic`."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_QUOTED = frozenset(
    {"quoted", "cited", "speaking", "quoting", "citing", "referring", "who", "whose", "which"}
)
"""Words that tell more of who has spoken: `said a nurse quoted by the radio`."""
_MEANWHILE = frozenset({"while", "also", "and", "then", "later"})
"""Words between a speaker and what else he did: `said the mayor while also calling for calm`."""
_SAID = frozenset("same truth opposite thing things word words lot little prayer name rest".split())
"""Heads of what one can say: `said the same`."""
_STATED = 4
"""Words between `in` and the `statement` of `in a short statement`."""


def closing_speaker(verb: Token, low: int, high: int) -> Tokens | None:
    """Who stands behind `said` at the end of its sentence, when a clause stands before it; else None.

    The parser hears a clause that ends in somebody (`killed nine soldiers said ...`) as his who says.
    """
    if verb.lower_ not in ("said", "says") or not _told_before(verb, low):
        return None
    end = _end(verb.doc, verb.i + 1, high)
    words = verb.doc[verb.i + 1 : end]
    if not words or not _closes(verb.doc, end, high):
        return None
    core = next((t for t in words if t.pos_ == "ADP"), None)
    head = words[-1] if core is None else verb.doc[core.i - 1]
    named = words[0].pos_ == "DET" and head.pos_ in ("NOUN", "PROPN") and head.lower_ not in _SAID
    told = speaks(head) and not (head.pos_ == "PROPN" and head.text.islower())
    told = told or words[0].ent_type_ == "PERSON"
    return (verb.i + 1, end) if told or named else None


def _told_before(verb: Token, low: int) -> bool:
    """A clause of its own stands before `said`, with no comma and no pronoun that says it."""
    before = verb.doc[low : verb.i]
    if len(before) < 3 or before[-1].pos_ in ("PRON", "AUX", "PUNCT", "CCONJ"):
        return False
    return any(t.tag_.startswith("VB") and not verb_cues(t) for t in before)


def _end(doc: Doc, start: int, high: int) -> int:
    """Where the noun phrase that begins at `start` ends."""
    end = start
    while end < high and not is_time(doc[end]):
        token = doc[end]
        joins = token.lower_ in _WITHIN and end > start and not _of_statement(doc, end, high)
        if not (joins or token.pos_ in _NAMING or token.tag_ in ("HYPH", "POS")):
            break
        end += 1
    while end > start and (doc[end - 1].pos_ in ("ADP", "CCONJ", "ADV", "DET") or doc[end - 1].is_punct):
        end -= 1
    return end


def _of_statement(doc: Doc, at: int, high: int) -> bool:
    """`in a statement`, `in an interview with the radio`: how it was said, not who said it."""
    near = doc[at + 1 : min(at + _STATED, high)]
    return doc[at].lower_ == "in" and any(noun_cue(t) or t.lower_ in ("interview", "comments") for t in near)


def _closes(doc: Doc, end: int, high: int) -> bool:
    """Nothing is said behind the speaker: no clause, but when, where and to whom he spoke."""
    rest = [t for t in doc[end:high] if not (t.is_punct or t.is_space)]
    if not rest or rest[0].lower_ in _QUOTED:
        return True
    beside = next((t for t in rest if t.lower_ not in _MEANWHILE), rest[0])
    if beside.tag_ == "VBG" and verb_cues(beside):
        return True
    return (is_time(rest[0]) or rest[0].pos_ in ("ADP", "ADV")) and not any(t.tag_ in _FINITE for t in rest)
