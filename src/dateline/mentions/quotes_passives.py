"""Reporting verbs in the passive: `was quoted as saying`, `is reported to have`, `was accused of`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import Sentence
from dateline.mentions.quotes_cues import Cue
from dateline.mentions.quotes_ends import right_end
from dateline.mentions.quotes_found import Found, cue_span, minus
from dateline.mentions.quotes_spans import NOMINAL, Tokens, phrase
from dateline.mentions.quotes_subjects import is_time, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEARSAY = frozenset({"believed", "thought", "suspected", "feared", "presumed"})


def passive(verb: Token, cue: Cue, sentence: Sentence) -> Found | None:
    """`was quoted as saying`, `is reported to have`, `it was reported that`, `was accused of`."""
    heard = cue.stance == "speech" or verb.lower_ in _HEARSAY
    if not heard or not cue.takes & {"clause", "object", "of", "as"}:
        return None
    span = cue_span(verb, cue)
    source = _agent(verb, span, sentence)
    if source is not None and verb.doc[span[1]].lower_ == "by":
        span = (span[0], span[1] + 1)
    what = subject(verb)
    if what is not None and (what.i > verb.i or what.pos_ not in NOMINAL):
        what = None
    clause = next((c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "advcl")), None)
    if clause is not None and clause.dep_ == "ccomp":
        if what is not None and "as" in cue.takes:
            source = phrase(what, low=sentence.first, high=span[0])
        content = (max(clause.left_edge.i, span[1]), right_end(verb, clause.i, sentence))
        return Found(f"{cue.id}.passive", span, source, (content,), "right")
    if what is None or "as" in cue.takes or (source is None and not cue.takes & {"clause", "of"}):
        return None
    told = phrase(what, low=sentence.first, high=span[0])
    return _done_to(verb, cue, span, source, told, sentence)


def _agent(verb: Token, span: Tokens, sentence: Sentence) -> Tokens | None:
    by = next((c for c in verb.rights if c.dep_ == "agent"), None)
    agent = next((c for c in by.children if c.dep_ == "pobj" and not is_time(c)), None) if by else None
    return phrase(agent, low=span[1], high=sentence.last) if agent is not None else None


def _done_to(
    verb: Token, cue: Cue, span: Tokens, source: Tokens | None, told: Tokens, sentence: Sentence
) -> Found | None:
    """What is reported of the passive's subject: the subject and what follows the verb."""
    content = [told]
    if "of" in cue.takes and (act := _act(verb, span[1])) is not None:
        source = None if source is None else (source[0], min(source[1], act))
        content.append((act, min(verb.right_edge.i + 1, sentence.last)))
    else:
        rest = [c for c in verb.rights if c.dep_ in ("xcomp", "prep", "advcl") and c.i >= span[1]]
        if rest and not (cue.takes == {"clause"} and rest[0].dep_ == "prep"):
            content.append((span[1], min(rest[-1].right_edge.i + 1, sentence.last)))
    pieces = tuple(p for c in content for p in minus(c, [source] if source else []))
    return Found(f"{cue.id}.passive", span, source, pieces, "around") if pieces else None


def _act(verb: Token, start: int) -> int | None:
    """Where `of burning the mill` starts after `is accused by the council`, whatever it hangs on."""
    doc = verb.doc
    found = (i for i in range(start, verb.right_edge.i + 1) if doc[i].lower_ in ("of", "for"))
    return next(
        (i for i in found if i + 1 < len(doc) and any(t.tag_ == "VBG" for t in doc[i + 1 : i + 4])), None
    )
