"""How alike the words of a party are to those that name a body."""

from __future__ import annotations

from dateline.annotate.annotator import annotate
from dateline.claims.build import claims_in
from dateline.document import Span
from dateline.lexicon.registry import registry
from dateline.pipeline.finders import mentions_in
from dateline.read.text import document_of
from dateline.resolve.actors import read_by_rules
from dateline.resolve.actors_alike import UNLIKE, Likeness
from dateline.resolve.actors_cast import Cast

TEXT = (
    "ISIL terrorists shelled a post of the YPG near Kobane on Monday. "
    "The terrorists killed two guards, and Kurdish militias fired back."
)
ISIL, YPG, NUSRA = "group:islamic_state", "group:ypg", "group:al_nusra"


def _rows(words: str) -> list[tuple[float, ...]]:
    parse = annotate(document_of(TEXT, name="t"))
    mentions = mentions_in(parse)
    claims, scene, memory = read_by_rules(claims_in(parse, mentions), parse=parse, mentions=mentions)
    likeness: Likeness = Cast(scene, memory, claims).likeness
    at = TEXT.index(words)
    span = Span(at, at + len(words))
    return list(likeness.of(span, parse.tokens_in(span)[-1].i, [ISIL, YPG, NUSRA]))


def test_a_word_said_beside_one_name_describes_that_body_alone() -> None:
    isil, ypg, nusra = (row[5:7] for row in _rows("The terrorists"))
    assert isil == (1, 0)
    assert ypg == nusra == (0, 1)


def test_a_word_of_one_name_tells_against_the_others() -> None:
    isil, ypg, _ = (row[3:5] for row in _rows("Kurdish militias"))
    # The registry has `Kurdish militia` for it.
    assert ypg == (2, 0)
    assert isil == (0, 2)


def test_a_body_named_nowhere_is_like_nothing() -> None:
    isil, ypg, nusra = (row[:3] for row in _rows("The terrorists"))
    assert nusra[:2] == (UNLIKE, UNLIKE)
    assert isil[0] > UNLIKE
    assert max(isil[2], ypg[2]) > 0


def test_the_registry_knows_the_words_of_a_body_without_their_plurals() -> None:
    assert {"kurdish", "people", "protection", "unit"} <= registry().words(YPG)
    assert registry().words("group:nobody_of_that_name") == frozenset()
