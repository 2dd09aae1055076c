"""Marked words with their speaker right behind them: `"..." head of the watchdog Ada Okoro said`.

The parser often takes such a speaker for the last words of what is said; the marks know better.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.document import Span
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.quotes_direct import NEAR_WORDS, SCARE_WORDS, merged, without
from dateline.mentions.quotes_spans import NOMINAL
from dateline.mentions.quotes_subjects import is_time
from dateline.mentions.record import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES = NOMINAL | {"ADJ", "DET", "ADP", "PART"}
_QUOTED = frozenset({"quoted", "cited"})


def closed(parse: Parse, made: Sequence[Quote], marked: Sequence[Span]) -> list[Quote]:
    """The quotations, those that a marked stretch and the speaker behind it make put right."""
    found = list(made)
    for stretch in marked:
        if len(parse.document.quote(stretch).split()) < SCARE_WORDS:
            continue
        behind = _behind(parse, stretch)
        if behind is None:
            continue
        source, cue = behind
        same = [q for q in found if q.cue is not None and q.cue.overlaps(cue)]
        if any(q.rule.endswith((".right", ".infinitive")) for q in same):
            continue
        said = merged([stretch, *(c for q in same for c in q.content)])
        content = tuple(p for c in said for p in without(c, (cue, source)))
        found = [q for q in found if q not in same]
        found.append(Quote(content=content, source=source, cue=cue, direct=True, rule="say.closed"))
    return found


def _behind(parse: Parse, said: Span) -> tuple[Span, Span] | None:
    """The speaker and the reporting verb that follow marked words at once."""
    doc = parse.doc
    block = next(b.span for b in parse.document.blocks if b.span.start <= said.start < b.span.end)
    after = [t for t in parse.tokens_in(Span(said.end, block.end))[: NEAR_WORDS + 3] if not t.is_space]
    if after and after[0].text == ",":
        after = after[1:]
    names = 0
    while names < len(after) and (after[names].pos_ in _NAMES or after[names].text == ","):
        names += 1
    if names == len(after) or not _one_speaker(after[:names]):
        return None
    verb = after[names]
    if verb.lower_ in ("was", "were") and doc[verb.i + 1].lower_ in _QUOTED:
        verb = doc[verb.i + 1]
    elif not _reports(verb):
        return None
    first, last = after[0].i, after[names - 1].i + 1
    return parse.span_of(first, last), parse.span_of(verb.i, verb.i + 1)


def _reports(verb: Token) -> bool:
    return any(c.stance == "speech" and "quote" in c.takes for c in verb_cues(verb)) and verb.tag_ != "VBG"


def _one_speaker(words: Sequence[Token]) -> bool:
    """A noun phrase that names somebody: not `on the road the guild`, nor a pronoun others resolve."""
    if not words or words[0].pos_ in ("ADP", "PART", "PRON") or words[-1].pos_ not in NOMINAL:
        return False
    pairs = itertools.pairwise(words)
    beside = any(a.pos_ == "NOUN" and b.pos_ == "DET" for a, b in pairs)
    return not beside and not any(is_time(t) for t in words)
