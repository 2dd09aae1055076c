"""Content that is not a clause: an act claimed, a toll put at a number, an object, `of` an act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import Sentence
from dateline.lexicon import mapping
from dateline.mentions.quotes_answers import before_answer
from dateline.mentions.quotes_cues import Cue
from dateline.mentions.quotes_found import Found, cue_start
from dateline.mentions.quotes_spans import Tokens
from dateline.mentions.quotes_speakers import speaker
from dateline.mentions.quotes_subjects import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token


_HAVING_DONE = frozenset({"responsibility", "credit"})


def responsibility(verb: Token, sentence: Sentence) -> Found | None:
    """`claimed responsibility for the blast`: the act is the claimant's; clauses on it are not."""
    if verb.lemma_.lower() not in mapping("roles")["responsible_verbs"] or is_passive(verb):
        return None
    what = next((c for c in verb.rights if c.dep_ in ("dobj", "nsubj", "ccomp")), None)
    beside = verb.doc[verb.i + 1].lower_ if verb.i + 1 < sentence.last else ""
    if what is None or _HAVING_DONE.isdisjoint((what.lower_, beside)):
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
    return Found("report.responsibility", (cue_start(verb), verb.i + 1), source, (content,), "object")


_TOLL = frozenset("toll number total figure count deaths casualties dead losses".split())


def toll(verb: Token, sentence: Sentence) -> tuple[str, list[Tokens]] | None:
    """`put the toll at nine`, `raised the number of dead to forty`."""
    what = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if what is None or not any(t.lower_ in _TOLL for t in what.subtree):
        return None
    return "object", [(what.left_edge.i, sentence.last)]


_OF = frozenset({"of", "for", "with", "on"})
"""Before the act (`accuse X of it`, `blame X for it`, `charge X with it`) or the actor (`blame it on X`)."""


def governed(verb: Token, cue: Cue, span: Tokens, sentence: Sentence) -> tuple[str, list[Tokens]] | None:
    """Content that is not a clause: an object, `of` an act, `for` a demand, `as` something."""
    doc = verb.doc
    if cue.to == "speaker":
        return _quoted_as(verb, span, sentence)
    kept = [k for c in verb.rights if (k := _piece(c, cue, span)) is not None and k[0] < k[1]]
    words = {doc[i].lower_ for k in kept for i in range(*k)}
    deps = {c.dep_ for c in verb.rights}
    if not kept or ("of" in cue.takes and not words & _OF):
        return None
    if "as" in cue.takes and "as" not in words and not deps & {"oprd", "ccomp", "xcomp"}:
        return None
    if "dative" in deps and cue.takes & {"object"}:
        return None
    first, end = kept[0][0], min(max(k[1] for k in kept), sentence.last)
    return "object", [(first, before_answer(verb, first, end))]


def _piece(child: Token, cue: Cue, span: Tokens) -> Tokens | None:
    """The tokens of one dependent of the verb, if the lexicon takes it as content."""
    prepositions = {
        *(_OF if "of" in cue.takes else ()),
        *(cue.prep if "prep" in cue.takes else ()),
        *(("as",) if "as" in cue.takes else ()),
    }
    end = child.right_edge.i + 1
    if child.dep_ == "prep":
        return (max(child.i, span[1]), end) if child.lower_ in prepositions else None
    wanted = (child.dep_ in ("dobj", "obj") and cue.to is None and cue.takes & {"object", "of", "as"}) or (
        child.dep_ in ("xcomp", "ccomp") and cue.takes & {"infinitive", "object", "of"}
    )
    return (max(child.left_edge.i, span[1]), end) if wanted else None


def _quoted_as(verb: Token, span: Tokens, sentence: Sentence) -> tuple[str, list[Tokens]] | None:
    """`The agency quoted the general as saying ...`: all of it is the agency's, the rest the general's."""
    doc = verb.doc
    pairs = range(span[1], sentence.last - 1)
    saying = next((i + 1 for i in pairs if doc[i].lower_ == "as" and doc[i + 1].tag_ == "VBG"), None)
    if saying is None:
        return None
    before = quoted_before(doc[saying], sentence)
    return ("left", before) if before else ("object", [(span[1], sentence.last)])


def quoted_before(saying: Token, sentence: Sentence) -> list[Tokens]:
    """What stands before who quotes (`Nine died, the agency quoted a nurse as saying`); empty elsewhere."""
    doc = saying.doc
    if saying.tag_ != "VBG" or saying.dep_ != "pcomp" or saying.head.lower_ != "as":
        return []
    if any(t.is_alpha for t in doc[saying.i + 1 : sentence.last]):
        return []
    quoting = saying.head.head
    source = speaker(quoting, low=sentence.first, high=saying.i)
    first = min(quoting.i, source[0] if source is not None else quoting.i)
    return [(sentence.first, first)] if first - sentence.first > 1 else []
