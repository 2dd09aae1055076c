"""Reported speech without a reporting verb: `according to X`, `reports that`, `Ministry: ...`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.annotate import Parse, Sentence
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.quotes_accounts import account_quote
from dateline.mentions.quotes_asides import meanwhile, opens
from dateline.mentions.quotes_colons import colon_quotes
from dateline.mentions.quotes_cues import (
    accounts,
    adverbs,
    noun_cue,
    phrase_length,
    reporting_nouns,
    verb_cues,
)
from dateline.mentions.quotes_ends import CONTRASTS, right_end
from dateline.mentions.quotes_found import Found
from dateline.mentions.quotes_spans import NOMINAL, Tokens, has_that, phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KEPT = frozenset(
    "law laws convention conventions custom customs rule rules principles standards schedule".split()
)
"""What one acts according to, and which tells nothing of what happened."""
_BREAKS = frozenset({".", ";", ":", '"', "''", "``", "”", "“", "--", "–", "—"})


def phrase_quotes(parse: Parse, sentence: Sentence) -> Iterator[Found]:
    """Quotations of one sentence that hang on a preposition, noun, adverb or colon."""
    doc, words, nouns = parse.doc, parse.lowers[: sentence.last], reporting_nouns()
    for at in range(sentence.first, sentence.last):
        if length := phrase_length(words, at):
            found = _according(doc, at, length, sentence)
        elif words[at] == "per" and at + 1 < sentence.last and doc[at + 1].pos_ in ("PROPN", "DET"):
            found = _according(doc, at, 1, sentence) if at and doc[at - 1].text == "," else None
        elif words[at] in adverbs():
            found = _adverb(parse.tokens[at], sentence)
        elif words[at] in accounts():
            found = account_quote(parse.tokens[at], sentence)
        else:
            found = _noun(parse.tokens[at], sentence) if words[at] in nouns else None
        if found is not None:
            yield found
    yield from colon_quotes(parse, sentence)


def _according(doc: Doc, at: int, length: int, sentence: Sentence) -> Found | None:
    start = at + length
    source = _named_after(doc, start, sentence.last)
    if source is None or doc[source[1] - 1].lower_ in _KEPT:
        return None
    content = _around(doc, at, source[1], sentence)
    if not content:
        return None
    return Found("according-to.around", (at, start), (start, source[1]), content, "around")


def _named_after(doc: Doc, start: int, high: int) -> Tokens | None:
    """The noun phrase that starts at `start`, cut at a break or at the clause that follows it."""
    head = next((doc[i] for i in range(start, min(start + 12, high)) if doc[i].dep_ == "pobj"), None)
    last = head.right_edge.i + 1 if head is not None and head.left_edge.i <= start + 1 else start
    if start + 2 < high and _abbreviates(doc, start + 1):
        name = doc[start + 2]
        last = max(last, (name.head if name.dep_ == "compound" else name).right_edge.i + 1)
    end = start
    while end < min(max(last, start + 1), high):
        token = doc[end]
        if token.text in _BREAKS and not _abbreviates(doc, end):
            break
        if token.tag_ in ("VBD", "VBZ", "VBP") and not _relative(token, start):
            # `According to Amin, the road is cut`: the clause began at the last comma.
            end = next((i for i in range(end - 1, start, -1) if doc[i].text == ","), end)
            break
        if token.text == "," and _clause_follows(doc, end, high):
            break
        end += 1
    if head is None:
        while end < high and doc[end].pos_ in NOMINAL | {"DET", "ADJ", "ADP"}:
            end += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].pos_ == "PUNCT"):
        if doc[end - 1].text == ")" and any(t.text == "(" for t in doc[start:end]):
            break
        end -= 1
    return (start, end) if end > start else None


def _relative(verb: Token, start: int) -> bool:
    clause: Token = verb
    while clause.dep_ in ("conj", "aux", "auxpass", "ccomp", "xcomp", "advcl") and clause.head.i >= start:
        clause = clause.head
    return clause.dep_ == "relcl" and clause.head.i >= start


def _abbreviates(doc: Doc, stop: int) -> bool:
    """True for the full stop of `Col. Okoro`, which the parser reads as a word of its own."""
    return (
        doc[stop].text == "." and doc[stop - 1].lower_ in words_of("ranks") and not doc[stop - 1].whitespace_
    )


def _clause_follows(doc: Doc, comma: int, high: int) -> bool:
    """After this comma comes a new clause, not an apposition to the speaker."""
    after = doc[comma + 1] if comma + 1 < high else doc[comma]
    return (
        after.text in _BREAKS
        or after.lower_ in ("and", "but", "which", "with", "while")
        or after.pos_ == "PRON"
    )


def _around(doc: Doc, first: int, last: int, sentence: Sentence) -> tuple[Tokens, ...]:
    """The rest of the sentence, or of the clause that `that` opens: before the phrase, after it, or both."""
    opened = [t.i + 1 for t in doc[sentence.first : first] if t.dep_ == "mark" and t.lower_ == "that"]
    before = (opened[-1] if opened else _set_against(doc, first, sentence), first)
    if opens(doc, first, sentence):
        before = (first, first)
    after = (last, sentence.last)
    words_before = sum(doc[i].is_alpha for i in range(*before))
    words_after = sum(doc[i].is_alpha for i in range(*after))
    kept = []
    if words_before >= 2:
        kept.append(before)
    beside = _new_statement(doc, last, sentence.last) or meanwhile(doc, last, sentence.last)
    if words_after >= 2 and not (words_before >= 4 and beside):
        kept.append(after)
    return tuple(kept)


def _set_against(doc: Doc, first: int, sentence: Sentence) -> int:
    """Where the clause begins that `while` sets against what another says: `the army said ..., while ...`."""
    for i in range(first - 1, sentence.first, -1):
        if doc[i].lower_ in CONTRASTS and doc[i].dep_ == "mark":
            told = any(verb_cues(doc[k]) for k in range(sentence.first, i))
            return i if told else sentence.first
    return sentence.first


def _new_statement(doc: Doc, start: int, high: int) -> bool:
    """What follows the phrase belongs to somebody else: it has a reporting verb of its own."""
    return any(verb_cues(doc[i]) for i in range(start, high))


def _adverb(token: Token, sentence: Sentence) -> Found | None:
    verb = token.head
    if not sentence.first <= verb.i < sentence.last or verb == token:
        return None
    content = tuple(
        piece
        for piece in ((verb.left_edge.i, token.i), (token.i + 1, verb.right_edge.i + 1))
        if piece[0] < piece[1]
    )
    return Found("reportedly", (token.i, token.i + 1), None, content, "around") if content else None


def _noun(token: Token, sentence: Sentence) -> Found | None:
    cue = noun_cue(token)
    if cue is None:
        return None
    clause = next(
        (c for c in token.rights if c.dep_ in ("acl", "ccomp", "relcl") and has_that(c) and not verb_cues(c)),
        None,
    )
    if clause is not None:
        start = clause.left_edge.i
        content: Tokens = (start, min(right_end(token, clause.i, sentence), clause.right_edge.i + 1))
    else:
        of = next((c for c in token.rights if c.lower_ == "of" and c.i == token.i + 1), None)
        if of is None or token.lower_.rstrip("s") not in (
            "report",
            "claim",
            "allegation",
            "accusation",
            "rumor",
            "rumour",
        ):
            return None
        content = (of.i + 1, of.right_edge.i + 1)
    owner = next((c for c in token.lefts if c.dep_ == "poss"), None)
    source = None
    if owner is not None:
        source = phrase(owner, low=sentence.first, high=owner.right_edge.i + 1)
    by = next((c for c in token.rights if c.lower_ in ("by", "from") and c.i < content[0]), None)
    if by is not None and source is None:
        named = next((c for c in by.children if c.dep_ == "pobj"), None)
        source = phrase(named, low=by.i + 1, high=content[0]) if named is not None else None
    return (
        Found(f"{cue.id}.that", (token.i, token.i + 1), source, (content,), "right")
        if content[0] < content[1]
        else None
    )
