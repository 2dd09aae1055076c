"""Who says it: the chain of sources behind a claim, from the outlet inward."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.annotate import Parse
from dateline.annotate.evidence import Scores
from dateline.claims.attribution_heard import guessed_kind, heard, put_right
from dateline.claims.attribution_kinds import folded, source_kind
from dateline.claims.attribution_reference import antecedent, is_pronoun
from dateline.claims.record import Source
from dateline.document import Span
from dateline.mentions.record import Quote

GUESSED = "official.default"
"""Rule of a source whose kind its words do not tell."""
NOT_SPEECH = (
    "attitude.",
    "condemn.object",
    "show.object",
    "intend.",
    "describe.object",
    "reportedly",
    "warn.infinitive",
    "know.",
)
"""Rules of quotations that report no words: a claim inside them stays in its outer voice.
Measured on gold train: fewer than half of the claims inside them have a source."""


def attribute(
    *,
    trigger: Span,
    parse: Parse,
    quotes: Sequence[Quote],
    speakers: Sequence[Span],
    scores: Scores | None = None,
) -> tuple[Source, ...]:
    """The sources of the claim whose trigger stands at `trigger`, nearest last; empty for own voice.

    `speakers` are those of the whole document, `scores` the encoder's for the claim's arguments.

    In `The agency quoted a general as saying the road was cut` the claim `cut` gives
    (the agency, a general).
    """
    chain = sorted(
        (q for q in quotes if _holds(parse, q, trigger)),
        key=lambda q: (-_length(q), q.rule == "quote.citing"),
    )
    made = [
        _source(parse, quote, trigger, speakers)
        for quote in chain
        if quote.source is not None and not _says_nothing(parse, quote.source)
    ]
    if made:
        return _once(put_right(parse, trigger, scores, speakers, made))
    found = heard(parse, trigger, scores, speakers)
    return () if found is None else (found,)


def _once(chain: Sequence[Source]) -> tuple[Source, ...]:
    """The chain without who quotes himself: `the panel said it had verified`."""
    after = (*(source.text for source in chain[1:]), None)
    return tuple(source for source, then in zip(chain, after, strict=True) if source.text != then)


_ITSELF = frozenset({"i", "we", "you", "me", "us", "who", "which", "that", "this", "what", "those", "none"})
_NOBODY = re.compile(r"^(?:some(?:one|body)|any(?:one|body)|no(?:body| one| \w+)|every(?:one|body))\b")


def _says_nothing(parse: Parse, source: Span) -> bool:
    """`I` and `we` are whoever speaks around them, or the outlet; `nobody` said nothing."""
    words = folded(parse.document.quote(source))
    return words in _ITSELF or bool(_NOBODY.match(words))


def speakers_of(parse: Parse, quotes: Sequence[Quote]) -> list[Span]:
    """Sources that may be whom a later `he` or `the group` means: speakers, not onlookers or texts."""
    return sorted(
        {
            q.source
            for q in quotes
            if q.source is not None
            and not q.rule.startswith(
                ("attitude.", "perceive", "describe", "condemn.object", "show", "intend", "know", "say-weak")
            )
            and not _says_nothing(parse, q.source)
        }
    )


def _holds(parse: Parse, quote: Quote, trigger: Span) -> bool:
    start, end = trigger
    # Of all quotations of a report few are anywhere near.
    if all(end <= first or last < start for first, last in quote.content) or quote.rule.startswith(
        NOT_SPEECH
    ):
        return False
    if quote.cue is not None and quote.cue.overlaps(trigger):
        # `denied involvement` is one trigger: the act denied, told by who denies it.
        return quote.rule.startswith("deny") and any(c.overlaps(trigger) for c in quote.content)
    if quote.rule.startswith("believe.") and _supposed(parse, quote):
        return False
    if (
        quote.source is not None
        and quote.rule.startswith("perceive")
        and not _eyewitness(parse, quote.source)
    ):
        return False
    return any(c.start <= trigger.start and trigger.end <= c.end + 1 for c in quote.content)


def _supposed(parse: Parse, quote: Quote) -> bool:
    """`The town can expect more raids`, `they should fear`: nobody is said to believe it."""
    words = [] if quote.cue is None else parse.tokens_in(quote.cue)
    return bool(words) and words[0].tag_ == "MD"


def _eyewitness(parse: Parse, source: Span) -> bool:
    """What a soldier sees is an event; what a reporter or resident sees is a report."""
    kind = source_kind(parse.document.quote(source))
    return kind is not None and kind[0] in ("media", "witness", "field_source")


def _length(quote: Quote) -> int:
    return sum(c.end - c.start for c in quote.content)


def _source(parse: Parse, quote: Quote, trigger: Span, speakers: Sequence[Span]) -> Source:
    assert quote.source is not None
    document = parse.document
    own = document.quote(quote.source)
    fuller = antecedent(parse, quote.source, speakers)
    if fuller is not None and is_pronoun(own):
        fuller = antecedent(parse, fuller, speakers) or fuller
    span = fuller if fuller is not None else quote.source
    kind = source_kind(own) if not is_pronoun(own) else None
    if fuller is not None:
        kind = source_kind(document.quote(fuller)) or kind
    named = kind or (guessed_kind(parse, trigger), GUESSED)
    return Source(
        text=document.quote(span),
        span=span,
        kind=named[0],
        cue=document.quote(quote.cue) if quote.cue else None,
        cue_span=quote.cue,
        direct=quote.direct,
        rule=f"{quote.rule}+{named[1]}" + (f"+anaphora@{quote.source.start}" if span != quote.source else ""),
    )
