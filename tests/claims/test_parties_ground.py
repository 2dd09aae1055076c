"""Parts of a country are ground; a country whose name begins with a compass point is not."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse as annotate
from dateline.claims.parties_ground import is_part_of_land
from dateline.claims.parties_scores import Offered
from dateline.document import Span
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("northern Syria", True),
        ("north-western Iraq", True),
        ("central Mali", True),
        ("northern Syrians", False),
        ("Northern Ireland", False),
        ("South Sudan", False),
        ("Western states", False),
        ("Mali", False),
    ],
)
def test_a_part_of_a_country_is_no_body(words: str, ground: bool) -> None:
    text = f"A mine went off and {words} was blamed."
    parse = annotate(document_of(text, name="ground"))
    ids = parse.ids_in(Span(text.index(words), text.index(words) + len(words)))
    one = Offered(ids[0], ids[-1] + 1, frozenset(ids), None)
    assert is_part_of_land(parse, one) is ground
