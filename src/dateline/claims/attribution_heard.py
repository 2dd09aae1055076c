"""Whom the encoder hears say a claim, where no reporting word tells or tells it of the wrong words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.annotate import Parse, Sentence
from dateline.annotate.evidence import ARGUMENT_ROLES, SOURCE_KINDS, Evidence, Scores
from dateline.claims.attribution_kinds import source_kind
from dateline.claims.attribution_reference import antecedent, is_pronoun
from dateline.claims.record import Source, SourceKind
from dateline.document import Span
from dateline.mentions.quotes_spans import NOMINAL

_SOURCE = ARGUMENT_ROLES.index("source")
HEARD = 0.8
"""Words likelier than this are the claim's source (unseen reports: of .5 to .95 the best for voice)."""
SURELY_HEARD = 0.9
UNHEARD = 0.1
"""Words less likely than this are no source while others surely are: the parse took the wrong ones."""
SURELY_REPORTED = 0.1
"""Own voice less likely than this, and no words heard: the speaker before goes on."""
_PART = 0.3
"""Words beside the likeliest one that are likelier than this are part of the same name."""
_NAMING = NOMINAL | {"ADJ", "DET"}
_JOINING = frozenset({"ADP", "DET", "PART", "CCONJ"})
_JOINS = frozenset({"-", ".", "("})
"""What may stand within a name: the `of the` of `the Council of the Port`, `Abu-Okoro`."""


def heard(parse: Parse, trigger: Span, scores: Scores | None, speakers: Sequence[Span]) -> Source | None:
    """The source of a claim that no reporting word has, None where it is the outlet's own.

    `scores` are the encoder's for the claim's arguments, `speakers` the sources of the document's quotations.
    """
    if parse.evidence is None:
        return None
    span = _words(parse, scores, HEARD, speakers)
    if span is not None:
        return _source(parse, trigger, span, speakers, "model.heard")
    span = _last_before(parse, parse.evidence, trigger, speakers)
    return None if span is None else _source(parse, trigger, span, (), "model.continued")


def put_right(
    parse: Parse, trigger: Span, scores: Scores | None, speakers: Sequence[Span], told: Sequence[Source]
) -> tuple[Source, ...]:
    """The sources told by reporting words, the nearest replaced where only other words are heard."""
    spans = [s.span for s in told if s.span is not None]
    if scores is None or len(spans) < len(told) or "+anaphora" in told[-1].rule:
        return tuple(told)
    if _peak(parse, scores, spans[-1]) >= UNHEARD:
        return tuple(told)
    span = _words(parse, scores, SURELY_HEARD, speakers)
    if span is None or any(span.overlaps(s) for s in spans):
        return tuple(told)
    return (*told[:-1], _source(parse, trigger, span, speakers, "model.heard"))


def _peak(parse: Parse, scores: Scores, span: Span) -> float:
    ids = parse.ids_in(span)
    return max(scores[ids.start : ids.stop, _SOURCE].tolist(), default=1.0)


def _words(parse: Parse, scores: Scores | None, least: float, speakers: Sequence[Span]) -> Span | None:
    """The words likeliest to be the source: a speaker's, or a stretch of one sentence; None if unlikely."""
    if scores is None or scores.shape[1] <= _SOURCE:
        return None
    column = scores[:, _SOURCE]
    peak = int(column.argmax())
    sentence = parse.sentence_of(peak)
    if column[peak] < least or sentence is None:
        return None
    at = parse.span_of(peak, peak + 1)
    known = [s for s in speakers if s.covers(at)]
    if known:
        return min(known, key=lambda s: s.end - s.start)
    return parse.span_of(*_stretch(parse, column, peak, sentence))


def _stretch(parse: Parse, column: Scores, peak: int, sentence: Sentence) -> tuple[int, int]:
    """The name around the likeliest word: the likely words beside it, over `of the`, with its article."""
    first, last = peak, peak + 1
    while (before := _next_part(parse, column, range(first - 1, sentence.first - 1, -1))) is not None:
        first = before
    while (after := _next_part(parse, column, range(last, sentence.last))) is not None:
        last = after + 1
    if first > sentence.first and parse.tokens[first - 1].pos_ == "DET":
        first -= 1
    return first, last


def _next_part(parse: Parse, column: Scores, way: Iterable[int]) -> int | None:
    """The next likely word on the way, with nothing before it but words that join a name."""
    for i in way:
        token = parse.tokens[i]
        if column[i] > _PART and token.pos_ in _NAMING:
            return i
        if token.pos_ not in _JOINING and token.text not in _JOINS:
            return None
    return None


def _last_before(parse: Parse, evidence: Evidence, trigger: Span, speakers: Sequence[Span]) -> Span | None:
    """The last speaker before the claim in its paragraph, when the encoder is sure somebody reports it."""
    tokens = [t.i for t in parse.tokens_in(trigger)]
    sentence = parse.sentence_of(tokens[0]) if tokens else None
    if sentence is None or float(evidence.voice[tokens, 0].mean()) >= SURELY_REPORTED:
        return None
    start = parse.block_of(sentence).span.start
    return next((s for s in reversed(speakers) if start <= s.start and s.end <= trigger.start), None)


def guessed_kind(parse: Parse, trigger: Span) -> SourceKind:
    """The kind of a claim's source by the encoder; a named official without one."""
    if parse.evidence is None:
        return "named_official"
    tokens = [t.i for t in parse.tokens_in(trigger)]
    kinds = parse.evidence.voice[tokens, 1:].mean(axis=0)
    guessed: SourceKind = SOURCE_KINDS[1 + int(kinds.argmax())]  # type: ignore[assignment]  # the same words
    return guessed


def _source(parse: Parse, trigger: Span, own: Span, speakers: Sequence[Span], rule: str) -> Source:
    span = antecedent(parse, own, speakers) or own
    if is_pronoun(parse.document.quote(span)):
        span = antecedent(parse, span, speakers) or span
    words = parse.document.quote(span)
    known = source_kind(words)
    kind = known[0] if known is not None else guessed_kind(parse, trigger)
    return Source(text=words, span=span, kind=kind, rule=rule)
