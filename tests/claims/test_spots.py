"""Which named places events are offered."""

from __future__ import annotations

import pytest
from scenes import acts, parsed

from dateline.claims.spots import named_places
from dateline.pipeline.finders import mentions_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Moscow defended its Damascus ally after a strike on Idlib.", ["Moscow", "Idlib"]),
        ("The Kabul government shelled Kunduz.", ["Kunduz"]),
        ("In Kabul government troops shelled a school.", ["Kabul"]),
        ("The Britain-based monitor told of a raid on Idlib.", ["Idlib"]),
        ("Homs rebels killed two men.", ["Homs"]),
        ("Homs rebels killed two men in Idlib.", ["Idlib"]),
        ("A US-led coalition raid killed two men.", []),
        ("KUNDUZ, Afghanistan (AP) -- Shells hit Kabul on Monday.", ["Kabul"]),
    ],
)
def test_who_rules_or_tells_from_a_place_puts_no_event_there(text: str, names: list[str]) -> None:
    parse = parsed(text)
    found = named_places(parse, mentions_in(parse), acts(parse))
    assert [place.text for place in found if place.text[0].isupper()] == names
