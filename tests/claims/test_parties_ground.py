"""Where something was is no body, nor a part of a country; a country named after a compass point may be."""

from __future__ import annotations

import pytest

from dateline.annotate.annotator import annotate
from dateline.claims.parties_ground import is_ground
from dateline.claims.parties_scores import Offered
from dateline.document import Span
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "words", "ground"),
    [
        ("A mine went off and northern Syria was blamed.", "northern Syria", True),
        ("A mine went off and north-western Iraq was blamed.", "north-western Iraq", True),
        ("A mine went off and central Mali was blamed.", "central Mali", True),
        ("A mine went off and northern Syrians were blamed.", "northern Syrians", False),
        ("A mine went off and Northern Ireland was blamed.", "Northern Ireland", False),
        ("A mine went off and South Sudan was blamed.", "South Sudan", False),
        ("A mine went off and Western states were blamed.", "Western states", False),
        ("A mine killed nine farmers in Mali.", "Mali", True),
        ("A mine killed nine farmers near Bamako.", "Bamako", True),
        ("Nine farmers died in Mali army raids.", "Mali army", False),
        ("A mine was laid by Mali.", "Mali", False),
    ],
)
def test_where_something_was_is_no_body(text: str, words: str, ground: bool) -> None:
    parse = annotate(document_of(text, name="ground"))
    ids = parse.ids_in(Span(text.index(words), text.index(words) + len(words)))
    one = Offered(ids[0], ids[-1] + 1, frozenset(ids), None)
    assert is_ground(parse, one) is ground
