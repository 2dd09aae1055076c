"""Bodies by name."""

from __future__ import annotations

from dateline.link.sides import body_name


def test_a_group_that_no_registry_lists_has_the_words_of_its_id_for_a_name() -> None:
    assert body_name("group:oak_valley_front") == "Oak Valley Front"
    assert body_name("nobody") is None
