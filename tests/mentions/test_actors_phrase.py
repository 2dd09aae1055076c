"""Reading a phrase by its words alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.document import Span
from dateline.mentions.actors_phrase import phrase_of


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Iraqi special forces", "IRQ:military"),
        ("two Ugandan army helicopters", "UGA:military"),
        ("forces loyal to Libya's government", "LBY:military"),
        ("more than 2,000 Houthi fighters", "group:houthis"),
        ("the Turkish-backed Free Syrian Army", "group:free_syrian_army"),
        ("residents of Khartoum", "SDN:civilians"),
        ("a Colombian army brigade", "COL:military"),
        ("the Peruvian interior minister", "PER:government"),
        ("a spokesman for Human Rights Watch", "org:hrw"),
        ("members of the Kachin Independence Army (KIA)", "group:kachin_independence_army"),
        ("Nigerian police officers", "NGA:police"),
        ("thousands of Syrian refugees", "SYR:civilians"),
        ("Ethiopian rebels", "ETH:rebels"),
        ("a dozen M23 rebels", "group:m23"),
        ("the Salvadoran air force", "SLV:military"),
        ("General Ada Okoro, commander of U.S. Africa Command", "USA:military"),
        ("Colonel Omar Faris, commander of the garrison", None),
        ("pro-government Iraqi militias", None),
        ("ISIL hostages", None),
        ("US-backed militants", None),
        ("anti-Hamas protesters", None),
        ("a Thai trawler", None),
        ("people", None),
    ],
)
def test_what_the_words_decide(text: str, actor: str | None) -> None:
    assert phrase_of(text, Span(0, len(text))).decided == actor


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("regime warplanes", "military"),
        ("a crowd of 2,000", "protesters"),
        ("a crowd of parishioners", "civilians"),
        ("a line of cane cutters", "civilians"),
        ("two gendarmes", "police"),
        ("three havildars", "military"),
        ("rebel commanders", "rebels"),
        ("an army convoy", "military"),
        ("opposition fighters", "rebels"),
        ("the regime", "ruler"),
        ("the gunmen", "armed"),
        ("the Russians", "people"),
        ("Ankara", "country"),
        ("they", "pronoun"),
        ("the group", "collective"),
        ("a merchant ship", "thing"),
        ("women and children", "civilians"),
        ("Defence Minister General Amos Kip", "government"),
    ],
)
def test_the_role_of_a_phrase(text: str, role: str) -> None:
    assert phrase_of(text, Span(0, len(text))).role == role


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_stretch_of_any_text_can_be_read(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    phrase = phrase_of(text, Span(start, end))
    assert phrase.span == (start, end)
    assert start <= phrase.head.start <= phrase.head.end <= end
