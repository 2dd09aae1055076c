"""Content that is not a clause: an act claimed, a toll put at a number, an object, `of` an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import Sentence
from dateline.mentions.quotes_cues import Cue, verb_cues
from dateline.mentions.quotes_found import Found, cue_span
from dateline.mentions.quotes_spans import Tokens
from dateline.mentions.quotes_speakers import speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


def responsibility(verb: Token, sentence: Sentence) -> Found | None:
    """`claimed responsibility for the blast`: the act is the claimant's; clauses on it are not."""
    if not verb.lower_.startswith("claim"):
        return None
    what = next((c for c in verb.rights if c.dep_ in ("dobj", "nsubj", "ccomp")), None)
    if what is None or "responsibility" not in (
        what.lower_,
        verb.doc[verb.i + 1].lower_ if verb.i + 1 < sentence.last else "",
    ):
        return None
    if any(c.dep_ == "neg" for c in verb.children):
        return None
    preps = [c for c in (*what.children, *verb.children) if c.lower_ == "for"]
    act = next((c for p in preps for c in p.children if c.dep_ in ("pobj", "pcomp")), None)
    source = speaker(verb, low=sentence.first, high=sentence.last)
    if act is None or source is None:
        return None
    if act.lower_ in ("which", "whom", "that"):
        owner = verb.head if verb.dep_ in ("relcl", "ccomp", "advcl") else None
        content = (owner.left_edge.i, owner.i + 1) if owner is not None else None
    else:
        clauses = [c.left_edge.i for c in act.rights if c.dep_ in ("relcl", "acl")]
        content = (act.left_edge.i, min([act.right_edge.i + 1, *clauses]))
    if content is None:
        return None
    return Found("report.responsibility", cue_span(verb, verb_cues(verb)[0]), source, (content,), "object")


_TOLL = frozenset("toll number total figure count deaths casualties dead losses".split())


def toll(verb: Token, sentence: Sentence) -> tuple[str, list[Tokens]] | None:
    """`put the toll at nine`, `raised the number of dead to forty`."""
    what = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if what is None or not any(t.lower_ in _TOLL for t in what.subtree):
        return None
    return "object", [(what.left_edge.i, sentence.last)]


def governed(verb: Token, cue: Cue, span: Tokens, sentence: Sentence) -> tuple[str, list[Tokens]] | None:
    """Content that is not a clause: an object, `of` an act, `for` a demand, `as` something."""
    kept: list[Tokens] = []
    for child in verb.rights:
        edge = (max(child.left_edge.i, span[1]), child.right_edge.i + 1)
        if child.dep_ in ("dobj", "obj") and cue.to is None and cue.takes & {"object", "of", "as"}:
            kept.append(edge)
        elif child.dep_ == "prep" and (
            ("of" in cue.takes and child.lower_ in ("of", "for", "with"))
            or ("prep" in cue.takes and child.lower_ in cue.prep)
            or ("as" in cue.takes and child.lower_ == "as")
        ):
            kept.append((max(child.i, span[1]), child.right_edge.i + 1))
        elif child.dep_ in ("xcomp", "ccomp") and cue.takes & {"infinitive", "object", "of"}:
            kept.append(edge)
    kept = [k for k in kept if k[0] < k[1]]
    words = {verb.doc[i].lower_ for k in kept for i in range(*k)}
    if not kept or ("of" in cue.takes and not words & {"of", "for", "with"}):
        return None
    if "as" in cue.takes and cue.to == "speaker":
        return None
    return "object", [(kept[0][0], min(max(k[1] for k in kept), sentence.last))]
