"""Reporting verbs in the passive: `was quoted as saying`, `is reported to have`, `was accused of`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import Sentence
from dateline.mentions.quotes_content import right_end
from dateline.mentions.quotes_cues import Cue
from dateline.mentions.quotes_found import Found, cue_span, minus
from dateline.mentions.quotes_spans import NOMINAL, Tokens, phrase
from dateline.mentions.quotes_speakers import is_time, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEARSAY = frozenset({"believed", "thought", "suspected", "feared", "presumed"})


def passive(verb: Token, cue: Cue, sentence: Sentence) -> Found | None:
    """`was quoted as saying`, `is reported to have`, `it was reported that`, `was accused of`."""
    if cue.stance != "speech" and verb.lower_ not in _HEARSAY:
        return None
    span = cue_span(verb, cue)
    if (
        "clause" not in cue.takes
        and "object" not in cue.takes
        and "of" not in cue.takes
        and "as" not in cue.takes
    ):
        return None
    by = next((c for c in verb.rights if c.dep_ == "agent"), None)
    agent = (
        next((c for c in by.children if c.dep_ == "pobj" and not is_time(c)), None)
        if by is not None
        else None
    )
    source = phrase(agent, low=span[1], high=sentence.last) if agent is not None else None
    what = subject(verb)
    clause = next((c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "advcl")), None)
    if clause is not None and clause.dep_ == "ccomp":
        told = (
            phrase(what, low=sentence.first, high=span[0])
            if what is not None and "as" in cue.takes
            else source
        )
        start = max(clause.left_edge.i, span[1])
        return Found(
            f"{cue.id}.passive", span, told, ((start, right_end(verb, clause.i, sentence)),), "right"
        )
    if what is None or what.i > verb.i or what.pos_ not in NOMINAL or cue.takes & {"as"}:
        return None
    content: list[Tokens] = [phrase(what, low=sentence.first, high=span[0])]
    if "of" in cue.takes and (act := _act(verb, span[1])) is not None:
        source = None if source is None else (source[0], min(source[1], act))
        pieces: tuple[Tokens, ...] = (content[0], (act, min(verb.right_edge.i + 1, sentence.last)))
        return Found(f"{cue.id}.passive", span, source, pieces, "around")
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
