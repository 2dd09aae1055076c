"""Where what is said stands from its reporting verb: by the parse, then by position."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from dateline.annotate import Sentence
from dateline.lexicon import mapping
from dateline.mentions.quotes_asides import ADJUNCT, around_aside, as_told, meanwhile
from dateline.mentions.quotes_cues import Cue, noun_cue, verb_cues
from dateline.mentions.quotes_ends import right_end
from dateline.mentions.quotes_objects import governed, quoted_before, toll
from dateline.mentions.quotes_spans import QUOTE_MARKS, Tokens
from dateline.mentions.quotes_speakers import NEVER_OF_THINGS
from dateline.mentions.quotes_subjects import is_time
from dateline.mentions.quotes_tails import tail, told_twice

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SPANS = frozenset("minutes hour hours day days week weeks month months year years".split())
_AFTER = 8
"""Words from `a day after` to the verb of its clause."""
Placed = tuple[str, list[Tokens]]
"""The side of the verb (`left`, `right`, `around`, `infinitive`, `object`) and the stretches there."""


def content_of(
    verb: Token, cue: Cue, source: Tokens | None, span: Tokens, sentence: Sentence
) -> Placed | None:
    """Where the content of a reporting verb stands, as far as the parse tells; None where it does not."""
    if "toll" in cue.takes:
        return toll(verb, sentence)
    if before := quoted_before(verb, sentence):
        return "left", before
    if "clause" in cue.takes and cue.stance in ("speech", "finding") and source is not None:
        told = (min(span[0], source[0]), max(span[1], source[1]))
        if sides := as_told(verb, told, sentence) or around_aside(verb, told, sentence):
            return "around", sides
    if cue.takes & {"clause", "quote", "infinitive"}:
        clause = _clause(verb, cue)
        if clause is not None and source is not None and source[0] <= clause.i < source[1]:
            clause = None  # the parser takes a name for what is said
        if clause is not None and (twice := told_twice(verb, clause, sentence)) is not None:
            return "right", [(_right_start(verb, twice[0], span), twice[1])]
        if clause is not None and clause.i > verb.i:
            side = "infinitive" if clause.dep_ == "xcomp" and clause.tag_ == "VB" else "right"
            return side, [(_right_start(verb, clause, span), right_end(verb, clause.i, sentence))]
        start = min(span[0], source[0] if source else span[0])
        if clause is not None:
            first = max(sentence.first, min(verb.left_edge.i, clause.left_edge.i))
            return "left", [(sentence.first if _only_cue(verb, clause, sentence) else first, start)]
        if cue.to is None and any(c.dep_ == "dobj" and c.i > _last_of(source, span) for c in verb.rights):
            if verb.lower_ in NEVER_OF_THINGS:
                return _around_label(verb, source, span, sentence)
            return governed(verb, cue, span, sentence)
        if cue.stance in ("speech", "finding") and (made := _by_position(verb, cue, source, span, sentence)):
            return made
    return governed(verb, cue, span, sentence)


def _around_label(verb: Token, source: Tokens | None, span: Tokens, sentence: Sentence) -> Placed:
    """Content right of `said`; left of it where a clause stands there and right of it only a label for it:
    `The toll has risen to nine a nurse said on Friday a sign of ...`."""
    doc, end = verb.doc, right_end(verb, span[1], sentence)
    first = min(span[0], source[0]) if source else span[0]
    told = [t for t in doc[sentence.first : first] if t.tag_ in _FINITE]
    more = any(t.tag_ in _FINITE or t.text in QUOTE_MARKS for t in doc[span[1] : end])
    if source is not None and source[0] < verb.i and told and not more and not any(map(verb_cues, told)):
        return "left", [(sentence.first, first)]
    return "right", [(span[1], end)]


def _clause(verb: Token, cue: Cue) -> Token | None:
    bare = "infinitive" in cue.takes or "object" in cue.takes
    clauses = [
        c for c in verb.children if c.dep_ == "ccomp" or (c.dep_ == "xcomp" and (bare or c.tag_ != "VB"))
    ]
    clauses = [c for c in clauses if not _stays_unnamed(c)]
    clauses = [c for c in clauses if not (c.tag_ == "VBG" and c.i > verb.i and verb_cues(c))]
    clauses = [c for c in clauses if not any(t.text == ";" for t in verb.doc[c.right_edge.i : verb.i])]
    if "clause" not in cue.takes and "infinitive" not in cue.takes:
        clauses = [c for c in clauses if _marked(verb, c)]
    after = [c for c in clauses if c.i > verb.i]
    if any(c.dep_ == "ccomp" and c.i < verb.i for c in clauses) and all(c.tag_ == "VBG" for c in after):
        # `Nine died, the mayor said, with houses burning`: what follows is only an addition.
        return clauses[0]
    if not clauses and cue.stance == "speech" and "clause" in cue.takes:
        after = [c for c in verb.rights if _unmarked(c)]
    return next(iter(after or clauses), None)


def _stays_unnamed(clause: Token) -> bool:
    """`a nurse, who asked not to be named`: what she asks is no part of what she tells."""
    passive = any(c.dep_ == "auxpass" for c in clause.lefts)
    return passive and clause.dep_ == "xcomp" and clause.lemma_.lower() in mapping("roles")["anonymous"]


def _unmarked(clause: Token) -> bool:
    """`said after the talks it would leave`: the parser takes the words for an adverbial of `said`."""
    deps = {c.dep_ for c in clause.children}
    finite = clause.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in clause.lefts
    )
    opens = clause.dep_ == "advcl" and finite and "nsubj" in deps and "mark" not in deps
    return opens and not any(t.tag_ in ("WRB", "WP", "WDT") for t in clause.lefts)


def _last_of(source: Tokens | None, span: Tokens) -> int:
    """The last token of cue or speaker, whichever stands later."""
    return max(span[1], source[1] if source is not None else 0) - 1


def _marked(verb: Token, clause: Token) -> bool:
    """The clause opens with `that`, or a quotation mark stands between it and the verb."""
    if any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children):
        return True
    low, high = sorted((verb.i, clause.i))
    return any(t.text in QUOTE_MARKS for t in verb.doc[max(0, low - 1) : high + 1])


def _only_cue(verb: Token, clause: Token, sentence: Sentence) -> bool:
    """Nothing before the clause belongs to another speaker: all of it is this verb's content."""
    doc = verb.doc
    if verb.dep_ == "ccomp" and verb.head.i < clause.i and tail(verb, sentence) is not None:
        return True
    return verb.dep_ != "conj" and not any(
        verb_cues(doc[i]) for i in range(sentence.first, clause.left_edge.i)
    )


def _right_start(verb: Token, clause: Token, span: Tokens) -> int:
    """Content starts with its clause, less the words of date and place before it."""
    start = clause.left_edge.i
    doc = verb.doc
    for i in range(span[1], clause.i):
        if doc[i].lower_ == "that" and doc[i].dep_ == "mark":
            return i
    return max(span[1], start)


def _by_position(
    verb: Token, cue: Cue, source: Tokens | None, span: Tokens, sentence: Sentence
) -> Placed | None:
    """Content when the parse shows no clause: the longer way out of the sentence that fits."""
    doc = verb.doc
    first, last = (min(span[0], source[0]), max(span[1], source[1])) if source else span
    tail = _past_adjuncts(doc, last, sentence)
    if tail < sentence.last and (doc[tail].lower_ == "that" or doc[tail].text in ('"', "``", "“", ":")):
        return "right", [(tail, sentence.last)]
    closes = any(doc[i].text in QUOTE_MARKS and doc[i].whitespace_ for i in (first - 1, first - 2) if i >= 0)
    if source is None or ("clause" not in cue.takes and not closes):
        return None
    at_end = _ends_with(verb, tail, sentence)
    if not at_end and (start := _clause_around(verb, first, sentence)) is not None:
        end = last if meanwhile(doc, last, sentence.last) else verb.head.right_edge.i + 1
        return "around", [(start, max(end, last))]
    said = first - sentence.first >= 3 and (at_end or doc[first - 1].text in (",", '"', "''", "”"))
    if said and "quote" in cue.takes and verb.tag_ != "VBG" and not _relative(verb):
        return "left", [(sentence.first, first)]
    return None


def _past_adjuncts(doc: Doc, at: int, sentence: Sentence) -> int:
    """The first token from `at` on that tells no day, place or manner of the saying."""
    while at < sentence.last and (doc[at].pos_ in ADJUNCT or is_time(doc[at])) and doc[at].lower_ != "that":
        at += 1
    marked = at + 1 < sentence.last and doc[at].text == "," and doc[at + 1].text in QUOTE_MARKS
    return at + 1 if marked else at


def _ends_with(verb: Token, tail: int, sentence: Sentence) -> bool:
    """True if nothing is said from `tail` on: marks alone, or what the speaker did (`adding ...`)."""
    doc = verb.doc
    if tail < sentence.last and doc[tail].tag_ == "VBG" and doc[tail].head in (verb, verb.head):
        return True
    relative = any(doc[i].tag_ in ("WDT", "WP") for i in (tail - 1, tail) if i < sentence.last)
    if tail < sentence.last and (relative or _when_told(doc, tail)):
        return True
    if tail + 2 < sentence.last and doc[tail].lower_ == "while":
        # `said the mayor while also calling for calm`
        beside = doc[tail + 2] if doc[tail + 1].lower_ == "also" else doc[tail + 1]
        if beside.tag_ == "VBG" and verb_cues(beside):
            return True
    return all(doc[i].pos_ in ("PUNCT", "SPACE") for i in range(tail, sentence.last))


def _when_told(doc: Doc, at: int) -> bool:
    """`the agency said a day after the talks ended`: the clause whose words reach to `at` tells when."""
    words = [t.lower_ for t in doc[max(0, at - _AFTER) : at + 1]]
    return any(word in _SPANS and after in ("after", "before") for word, after in itertools.pairwise(words))


def _clause_around(verb: Token, first: int, sentence: Sentence) -> int | None:
    """Where the clause starts that goes on behind the speaker at `first`; None if the verb is in none."""
    head = verb.head
    inserted = verb.dep_ in ("parataxis", "ccomp", "advcl", "relcl") and sentence.first < first
    if not inserted or head.i >= first:
        return None
    clear = not any(verb_cues(verb.doc[i]) for i in range(sentence.first, head.left_edge.i))
    return sentence.first if clear else head.left_edge.i


def _relative(verb: Token) -> bool:
    """A true relative clause (`a claim the army denied`); the parser also calls a comma-less `... a monitor
    said` one."""
    if verb.dep_ == "relcl" and noun_cue(verb.head) is not None:
        return True
    words = {t.lower_ for child in verb.lefts for t in child.subtree}
    own = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    return verb.dep_ == "relcl" and (
        not own or bool(words & {"who", "which", "that", "whom", "where", "when"})
    )
