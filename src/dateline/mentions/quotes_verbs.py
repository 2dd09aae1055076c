"""Reported speech with a reporting verb: its cue, its speaker, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotate import Parse, Sentence
from dateline.mentions.quotes_cues import Cue, verb_cues
from dateline.mentions.quotes_spans import NOMINAL, Tokens, phrase
from dateline.mentions.quotes_speakers import NEVER_OF_THINGS, goes_on, is_passive, is_time, speaker, speaks, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUOTE_MARKS = frozenset({'"', "``", "''", "“", "”"})
_ADJUNCT = frozenset({"ADP", "DET", "ADV", "PROPN", "NOUN", "NUM", "ADJ", "PART", "PRON", "SPACE", "CCONJ"})


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation in token indices, before marks are joined to it."""

    rule: str
    cue: Tokens
    source: Tokens | None
    content: tuple[Tokens, ...]
    side: str
    """Where the content stands from the cue: `left`, `right`, `around` or `object`."""


def verb_quotes(parse: Parse, sentence: Sentence) -> Iterator[Found]:
    """Quotations of one sentence that hang on a verb, in text order of their cues."""
    last: Tokens | None = None
    previous: Found | None = None
    for token in parse.doc[sentence.first : sentence.last]:
        if token.lower_ == "citing" and previous is not None:
            named = next((c for c in token.children if c.dep_ == "dobj"), None)
            if named is not None and speaks(named):
                cited = phrase(named, low=token.i + 1, high=sentence.last)
                content = tuple(p for c in previous.content for p in _minus(c, [(token.i, cited[1])]))
                yield Found("quote.citing", (token.i, token.i + 1), cited, content, previous.side)
            continue
        for cue in verb_cues(token):
            if is_passive(token):
                found = _passive(token, cue, sentence)
            else:
                found = responsibility(token, sentence) or _active(token, cue, sentence, last)
            if found is not None:
                previous = found
                if cue.stance == "speech" and found.source is not None:
                    last = found.source
                yield found
                break


def _active(verb: Token, cue: Cue, sentence: Sentence, last: Tokens | None) -> Found | None:
    source = speaker(verb, low=sentence.first, high=sentence.last)
    if last is not None and last[0] < verb.i and goes_on(verb):
        # `said nine died, adding that ...`: the parser hangs `adding` on whatever stands before it.
        source = last
    purpose = verb.tag_ == "VB" and verb.dep_ in ("advcl", "acl", "relcl") and any(c.tag_ == "TO" for c in verb.lefts)
    if purpose or source is None or not _may_speak(verb, cue, source):
        return None
    span = cue_span(verb, cue)
    made = _content(verb, cue, source, span, sentence)
    if made is None:
        return None
    side, content = made
    holes = [h for h in (span, source) if h is not None]
    pieces = tuple(p for c in content for p in _minus(c, holes))
    return Found(f"{cue.id}.{side}", span, source, pieces, side) if pieces else None


_SELF = frozenset({"i", "we", "you"})
_HEARSAY = frozenset({"believed", "thought", "suspected", "feared", "presumed"})


def _may_speak(verb: Token, cue: Cue, source: Tokens) -> bool:
    """The lexicon allows this source: `I think` reports nobody's belief, a soldier's `saw` no report."""
    words = {t.lower_ for t in verb.doc[source[0] : source[1]]}
    if cue.sources:
        return bool(words & cue.sources)
    return cue.stance not in ("belief", "intent") or not words & _SELF


def cue_span(verb: Token, cue: Cue) -> Tokens:
    """The verb with its auxiliaries, negation, adverbs between, particle and governing preposition."""
    doc = verb.doc
    top = verb
    while top.dep_ == "xcomp" and top.head.pos_ in ("VERB", "AUX", "ADJ") and 0 < top.i - top.head.i <= 4:
        top = top.head
    first = top.i
    while first > 0 and doc[first - 1].head == top and doc[first - 1].dep_ in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    while first < top.i and doc[first].tag_ in ("WRB", "IN"):
        first += 1
    last = verb.i + 1
    for child in verb.rights:
        if child.i == last and (child.dep_ == "prt" or (child.dep_ == "prep" and child.lower_ in cue.prep)):
            last = child.i + 1
    return first, last


def _content(
    verb: Token, cue: Cue, source: Tokens | None, span: Tokens, sentence: Sentence
) -> tuple[str, list[Tokens]] | None:
    if "toll" in cue.takes:
        return _toll(verb, sentence)
    if cue.takes & {"clause", "quote", "infinitive"}:
        clause = _clause(verb, cue)
        if clause is not None and clause.i > verb.i:
            side = "infinitive" if clause.dep_ == "xcomp" and clause.tag_ == "VB" else "right"
            return side, [(_right_start(verb, clause, span), right_end(verb, clause.i, sentence))]
        start = min(span[0], source[0] if source else span[0])
        if clause is not None:
            first = max(sentence.first, min(verb.left_edge.i, clause.left_edge.i))
            return "left", [(sentence.first if _only_cue(verb, clause, sentence) else first, start)]
        if cue.to is None and any(c.dep_ == "dobj" and c.i > last_of(source, span) for c in verb.rights):
            if verb.lower_ in NEVER_OF_THINGS:
                return "right", [(span[1], right_end(verb, span[1], sentence))]
            return _governed(verb, cue, span, sentence)
        if cue.stance in ("speech", "finding") and (made := _by_position(verb, cue, source, span, sentence)):
            return made
    return _governed(verb, cue, span, sentence)


def _clause(verb: Token, cue: Cue) -> Token | None:
    bare = "infinitive" in cue.takes or "object" in cue.takes
    clauses = [c for c in verb.children if c.dep_ == "ccomp" or (c.dep_ == "xcomp" and (bare or c.tag_ != "VB"))]
    clauses = [c for c in clauses if not (c.tag_ == "VBG" and c.i > verb.i and verb_cues(c))]
    if "clause" not in cue.takes and "infinitive" not in cue.takes:
        clauses = [c for c in clauses if _marked(verb, c)]
    after = [c for c in clauses if c.i > verb.i]
    return (after or clauses or [None])[0]


def last_of(source: Tokens | None, span: Tokens) -> int:
    """The last token of cue or speaker, whichever stands later."""
    return max(span[1], source[1] if source is not None else 0) - 1


def _marked(verb: Token, clause: Token) -> bool:
    """The clause opens with `that`, or a quotation mark stands between it and the verb."""
    if any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children):
        return True
    low, high = sorted((verb.i, clause.i))
    return any(t.text in _QUOTE_MARKS for t in verb.doc[max(0, low - 1) : high + 1])


def _only_cue(verb: Token, clause: Token, sentence: Sentence) -> bool:
    """Nothing before the clause belongs to another speaker: all of it is this verb's content."""
    doc = verb.doc
    return verb.dep_ != "conj" and not any(verb_cues(doc[i]) for i in range(sentence.first, clause.left_edge.i))


def responsibility(verb: Token, sentence: Sentence) -> Found | None:
    """`claimed responsibility for the blast`: the act is the claimant's; clauses on it are not."""
    if not verb.lower_.startswith("claim"):
        return None
    what = next((c for c in verb.rights if c.dep_ in ("dobj", "nsubj", "ccomp")), None)
    if what is None or "responsibility" not in (what.lower_, verb.doc[verb.i + 1].lower_ if verb.i + 1 < sentence.last else ""):
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


def _toll(verb: Token, sentence: Sentence) -> tuple[str, list[Tokens]] | None:
    """`put the toll at nine`, `raised the number of dead to forty`."""
    what = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if what is None or not any(t.lower_ in _TOLL for t in what.subtree):
        return None
    return "object", [(what.left_edge.i, sentence.last)]


def _right_start(verb: Token, clause: Token, span: Tokens) -> int:
    """Content starts with its clause, less the words of date and place before it."""
    start = clause.left_edge.i
    doc = verb.doc
    for i in range(span[1], clause.i):
        if doc[i].lower_ == "that" and doc[i].dep_ == "mark":
            return i
    return max(span[1], start)


def right_end(verb: Token, after: int, sentence: Sentence) -> int:
    """Where content right of a verb ends: the sentence, or the next statement joined to the verb."""
    end = sentence.last
    for child in verb.children:
        if child.i <= after or child.pos_ not in ("VERB", "AUX"):
            continue
        joined = child.dep_ == "conj" and not any(c.lower_ == "that" and c.dep_ == "mark" for c in child.children)
        beside = child.dep_ in ("advcl", "ccomp", "parataxis") and bool(verb_cues(child))
        if joined or beside:
            end = min(end, max(after + 1, _clause_start(child, after)))
    return end


def _clause_start(verb: Token, after: int) -> int:
    first = max(verb.left_edge.i, after + 1)
    doc = verb.doc
    while first - 1 > after and (doc[first - 1].pos_ in ("CCONJ", "PUNCT", "SCONJ") or doc[first - 1].is_space):
        first -= 1
    return first


def _by_position(
    verb: Token, cue: Cue, source: Tokens | None, span: Tokens, sentence: Sentence
) -> tuple[str, list[Tokens]] | None:
    """Content when the parse shows no clause: the longer way out of the sentence that fits."""
    doc = verb.doc
    first = min(span[0], source[0] if source else span[0])
    last = max(span[1], source[1] if source else span[1])
    tail = last
    while tail < sentence.last and (doc[tail].pos_ in _ADJUNCT or is_time(doc[tail])) and doc[tail].lower_ != "that":
        tail += 1
    trails = tail < sentence.last and doc[tail].tag_ == "VBG" and doc[tail].head in (verb, verb.head)
    at_end = trails or all(doc[i].pos_ in ("PUNCT", "SPACE") for i in range(tail, sentence.last))
    opens = tail < sentence.last and (doc[tail].lower_ == "that" or doc[tail].text in ('"', "``", "“", ":"))
    if opens:
        return "right", [(tail, sentence.last)]
    closes = any(doc[i].text in _QUOTE_MARKS and doc[i].whitespace_ for i in (first - 1, first - 2) if i >= 0)
    if "clause" not in cue.takes and not closes:
        return None
    if verb.dep_ in ("parataxis", "ccomp", "advcl", "relcl") and source is not None and first > sentence.first:
        head = verb.head
        if head.i < first and not at_end:
            clear = not any(verb_cues(doc[i]) for i in range(sentence.first, head.left_edge.i))
            start = sentence.first if clear else head.left_edge.i
            return "around", [(start, max(head.right_edge.i + 1, last))]
    said = first - sentence.first >= 3 and (at_end or (doc[first - 1].text in (",", '"', "''", "”") and source))
    if said and source is not None and "quote" in cue.takes and verb.tag_ != "VBG" and not _relative(verb):
        return "left", [(sentence.first, first)]
    return None


def _relative(verb: Token) -> bool:
    """A true relative clause; the parser also calls a comma-less `... a monitor said` one."""
    words = {t.lower_ for child in verb.lefts for t in child.subtree}
    own = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    return verb.dep_ == "relcl" and (not own or bool(words & {"who", "which", "that", "whom", "where", "when"}))


def _governed(verb: Token, cue: Cue, span: Tokens, sentence: Sentence) -> tuple[str, list[Tokens]] | None:
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


def _passive(verb: Token, cue: Cue, sentence: Sentence) -> Found | None:
    """`was quoted as saying`, `is reported to have`, `it was reported that`, `was accused of`."""
    if cue.stance != "speech" and verb.lower_ not in _HEARSAY:
        return None
    span = cue_span(verb, cue)
    if "clause" not in cue.takes and "object" not in cue.takes and "of" not in cue.takes and "as" not in cue.takes:
        return None
    by = next((c for c in verb.rights if c.dep_ == "agent"), None)
    agent = next((c for c in by.children if c.dep_ == "pobj" and not is_time(c)), None) if by is not None else None
    source = phrase(agent, low=span[1], high=sentence.last) if agent is not None else None
    what = subject(verb)
    clause = next((c for c in verb.rights if c.dep_ in ("ccomp", "xcomp", "advcl")), None)
    if clause is not None and clause.dep_ == "ccomp":
        told = phrase(what, low=sentence.first, high=span[0]) if what is not None and "as" in cue.takes else source
        start = max(clause.left_edge.i, span[1])
        return Found(f"{cue.id}.passive", span, told, ((start, right_end(verb, clause.i, sentence)),), "right")
    if what is None or what.i > verb.i or what.pos_ not in NOMINAL or cue.takes & {"as"}:
        return None
    content = [phrase(what, low=sentence.first, high=span[0])]
    if "of" in cue.takes and (act := _act(verb, span[1])) is not None:
        source = None if source is None else (source[0], min(source[1], act))
        pieces = (content[0], (act, min(verb.right_edge.i + 1, sentence.last)))
        return Found(f"{cue.id}.passive", span, source, pieces, "around")
    rest = [c for c in verb.rights if c.dep_ in ("xcomp", "prep", "advcl") and c.i >= span[1]]
    if rest and not (cue.takes == {"clause"} and rest[0].dep_ == "prep"):
        content.append((span[1], min(rest[-1].right_edge.i + 1, sentence.last)))
    pieces = tuple(p for c in content for p in _minus(c, [source] if source else []))
    return Found(f"{cue.id}.passive", span, source, pieces, "around") if pieces else None


def _act(verb: Token, start: int) -> int | None:
    """Where `of burning the mill` starts after `is accused by the council`, whatever it hangs on."""
    doc = verb.doc
    found = (i for i in range(start, verb.right_edge.i + 1) if doc[i].lower_ in ("of", "for"))
    return next((i for i in found if i + 1 < len(doc) and any(t.tag_ == "VBG" for t in doc[i + 1 : i + 4])), None)


def _minus(span: Tokens, holes: list[Tokens]) -> list[Tokens]:
    left = [span]
    for a, b in holes:
        left = [
            piece for s, e in left for piece in ([(s, e)] if b <= s or a >= e else [(s, min(a, e)), (max(b, s), e)]) if piece[0] < piece[1]
        ]
    return left
