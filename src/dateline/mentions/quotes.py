"""Reported speech: whose words, by which cue, over which stretches of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.annotate import Parse, Sentence
from dateline.document import Span
from dateline.mentions.quotes_attitudes import attitude_quotes
from dateline.mentions.quotes_closed import closed
from dateline.mentions.quotes_direct import joined, signed, unclaimed
from dateline.mentions.quotes_found import Found, trimmed
from dateline.mentions.quotes_headlines import boundaries, headline_quotes
from dateline.mentions.quotes_marks import stretches
from dateline.mentions.quotes_phrases import phrase_quotes
from dateline.mentions.quotes_sentences import whole_sentences
from dateline.mentions.quotes_statements import statements
from dateline.mentions.quotes_transcripts import transcript_quotes
from dateline.mentions.quotes_verbs import verb_quotes
from dateline.mentions.ragged import uncounted
from dateline.mentions.record import Quote


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


_OF_MIND = ("believe.", "know.", "urge.", "describe.", "condemn.", "show.", "ask.")


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
    content = tuple(s for piece in found.content if (s := trimmed(parse, piece)) is not None)
    source = None if found.source is None else trimmed(parse, uncounted(parse, *found.source))
    cue = parse.span_of(*found.cue) if found.rule == "colon" else trimmed(parse, found.cue)
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
