"""One kind for one source: whose words do not tell it, all claims that he makes decide together."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.claims.attribution import GUESSED
from dateline.claims.record import Claim, Source, SourceKind
from dateline.document import Span


def with_agreed_kinds(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with the kind that the encoder hears most often for each source that it guesses one for; of
    kinds heard as often the first."""
    heard: defaultdict[Span | None, Counter[SourceKind]] = defaultdict(Counter)
    for source in (source for claim in claims for source in claim.attribution if _is_guessed(source)):
        heard[source.span][source.kind] += 1
    return tuple(
        dataclasses.replace(claim, attribution=tuple(_agreed(source, heard) for source in claim.attribution))
        for claim in claims
    )


def _is_guessed(source: Source) -> bool:
    return source.span is not None and f"+{GUESSED}" in source.rule


def _agreed(source: Source, heard: defaultdict[Span | None, Counter[SourceKind]]) -> Source:
    if not _is_guessed(source):
        return source
    ((kind, _),) = heard[source.span].most_common(1)
    return source if kind == source.kind else dataclasses.replace(source, kind=kind)
