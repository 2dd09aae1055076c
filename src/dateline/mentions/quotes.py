"""Reported speech: whose words, by which cue, over which stretches of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dateline.annotate import Parse, Sentence
from dateline.document import Span
from dateline.mentions.quotes_attitudes import attitude_quotes
from dateline.mentions.quotes_closed import closed
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.quotes_direct import joined, signed, unclaimed
from dateline.mentions.quotes_found import Found
from dateline.mentions.quotes_headlines import boundaries, headline_quotes
from dateline.mentions.quotes_marks import stretches
from dateline.mentions.quotes_phrases import phrase_quotes
from dateline.mentions.quotes_sentences import whole_sentences
from dateline.mentions.quotes_spans import Tokens
from dateline.mentions.quotes_speakers import speaker
from dateline.mentions.quotes_transcripts import transcript_quotes
from dateline.mentions.quotes_verbs import verb_quotes
from dateline.mentions.ragged import uncounted
from dateline.mentions.record import Quote

_OWN_MARK = re.compile(r"\s*[\"“„«`‘']")
_LEADS = re.compile(r"\bas follows\W*\Z", re.I)
_CLOSING = re.compile(
    r"\s*(?:notes? to editors|notes?:|further information|background|media enquiries|ends\b)", re.I
)


def quotes(parse: Parse) -> Iterator[Quote]:
    """Every quotation of the document in text order of its content, nested ones too.

    `"The bridge is ours," Colonel Amin said.` gives content `"The bridge is ours,"`, source
    `Colonel Amin`, cue `said`, direct. Rules begin with the lexicon id of their cue (`say.right`).
    """
    marked = stretches(parse)
    made: list[Quote] = []
    starts = boundaries(parse)
    sentences = list(whole_sentences(parse, starts))
    for sentence in sentences:
        for finder in (verb_quotes, phrase_quotes):
            made.extend(_quote(parse, found) for found in finder(parse, sentence))
    made = [q for q in (_after_headline(q, starts) for q in made) if q.content]
    made = closed(parse, [q for q in joined(parse, made, marked) if q.content], marked)
    made.extend(statements(parse))
    made.extend(headline_quotes(parse))
    made.extend(signed(parse, marked))
    made.extend(transcript_quotes(parse))
    made.extend(unclaimed(parse, made, marked))
    made = [q for q in made if not (_no_words(parse, q) and _within(q, made))]
    made.extend(_attitudes(parse, made, sentences, starts))
    yield from sorted(set(made), key=lambda q: (q.content[0], q.cue or q.content[0], q.rule))


_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who"})


_OF_MIND = ("believe.", "urge.", "describe.", "condemn.", "show.", "ask.")


def _no_words(parse: Parse, quote: Quote) -> bool:
    """A wish, or a belief of whoever speaks around it: `he said he believed`."""
    source = "" if quote.source is None else parse.document.quote(quote.source).lower()
    return quote.rule.startswith("intend.") or (quote.rule.startswith(_OF_MIND) and source in _PRONOUNS)


def _within(quote: Quote, made: Sequence[Quote]) -> bool:
    """The cue stands inside what another says."""
    cue = quote.cue
    return cue is not None and any(c.covers(cue) for q in made if q is not quote for c in q.content)


def _attitudes(
    parse: Parse, made: Sequence[Quote], sentences: Sequence[Sentence], starts: Sequence[int]
) -> Iterator[Quote]:
    """What no reporting word gives; added last, so that no claim's source hangs on it."""
    said = [s for q in made for s in (*q.content, q.cue) if s is not None]
    taken = {i for span in said for i in parse.ids_in(span)}
    for sentence in sentences:
        for found in attitude_quotes(parse, sentence, taken):
            quote = _after_headline(_quote(parse, found), starts)
            if quote.content and quote.cue is not None:
                yield quote


def _quote(parse: Parse, found: Found) -> Quote:
    content = tuple(s for piece in found.content if (s := _trimmed(parse, piece)) is not None)
    source = None if found.source is None else _trimmed(parse, uncounted(parse, *found.source))
    cue = parse.span_of(*found.cue) if found.rule == "colon" else _trimmed(parse, found.cue)
    return Quote(content=content, source=source, cue=cue, rule=found.rule)


def _after_headline(quote: Quote, starts: Sequence[int]) -> Quote:
    """The quotation without the headline and by-line its sentence was run into."""
    if quote.rule.startswith("headline") or not starts:
        return quote
    kept = []
    for span in quote.content:
        inside = [s for s in starts if span.start < s < span.end and not (quote.cue and quote.cue.start < s)]
        first = max(inside, default=span.start)
        kept.append(Span(first, span.end))
    source = quote.source
    if source is not None:
        first = max((s for s in starts if source.start < s < source.end), default=source.start)
        source = Span(first + (first != source.start), source.end)
    return replace(quote, content=tuple(kept), source=source)


def statements(parse: Parse) -> Iterator[Quote]:
    """A statement given in full: `The minister said:`, then paragraphs of it without marks."""
    text, blocks = parse.document.text, parse.document.blocks
    for sentence in parse.sentences:
        index = sentence.block
        last = text[sentence.span.start : blocks[index].span.end].rstrip()
        if (
            not (last.endswith(":") or ("follows" in last.lower() and _LEADS.search(last)))
            or index + 1 >= len(blocks)
            or _OWN_MARK.match(text, blocks[index + 1].span.start)
        ):
            continue
        cues = [
            t
            for t in parse.tokens[sentence.first : sentence.last]
            if verb_cues(t) and verb_cues(t)[0].stance == "speech"
        ]
        if not cues:
            continue
        body = list(takewhile(lambda b: not _CLOSING.match(text, b.span.start), blocks[index + 1 :]))
        source = speaker(cues[-1], low=sentence.first, high=sentence.last)
        if body and source is not None:
            yield Quote(
                content=(Span(body[0].span.start, body[-1].span.end),),
                source=_trimmed(parse, source),
                cue=_trimmed(parse, (cues[-1].i, cues[-1].i + 1)),
                direct=True,
                rule="say.statement",
            )


def _trimmed(parse: Parse, tokens: Tokens) -> Span | None:
    """Characters of tokens without the commas, dashes and spaces at either end."""
    doc = parse.tokens
    first, last = tokens
    while first < last and (
        doc[first].is_space or doc[first].text in (",", ";", ":", "--", "-", "_", "–", "—", ")")
    ):
        first += 1
    while last > first and (
        doc[last - 1].is_space or doc[last - 1].text in (",", ".", ";", "--", "-", "_", "–", "—", "(")
    ):
        last -= 1
    if first == last:
        return None
    return parse.span_of(first, last)
