"""One phrase that names two bodies is both."""

from __future__ import annotations

import pytest

from dateline import code, document_of


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Dozens of Ethiopian and Eritrean soldiers were killed in Badme.", ["ETH:military", "ERI:military"]),
        ("At least 70 Malian and French soldiers died in Kidal.", ["MLI:military", "FRA:military"]),
    ],
)
def test_two_owners_share_the_noun_behind_them(text: str, bodies: list[str]) -> None:
    killed = next(c for c in code(document_of(text, name="two")).claims if c.action == "kill")
    assert [party.actor for party in killed.targets] == bodies


def test_all_that_a_list_names_are_told_in_the_role_of_its_noun() -> None:
    first = "Kenyan, Ugandan and Ethiopian commanders agreed a truce."
    second = "Thousands of US, British and Malian troops left."
    claims = code(document_of(f"{first} {second}", name="list")).claims
    assert [[party.actor for party in claim.agents] for claim in claims] == [
        ["KEN:military", "UGA:military", "ETH:military"],
        ["USA:military", "GBR:military", "MLI:military"],
    ]


def test_supporters_of_two_are_one_party() -> None:
    text = "Supporters of Russian and Syrian troops rallied in Tartus."
    rally = next(c for c in code(document_of(text, name="two")).claims if c.action == "protest")
    assert [party.text for party in rally.agents] == ["Supporters of Russian and Syrian troops"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Turkish artillery and coalition jets hit nine positions in northern Syria.",
            ["TUR:military", "org:us_led_coalition"],
        ),
        (
            "Army and opposition forces have both denied having used poison gas in Syria.",
            ["SYR:military", "SYR:rebels"],
        ),
    ],
)
def test_two_that_and_joins_are_both_named(text: str, bodies: list[str]) -> None:
    agents = [[p.actor for p in c.agents] for c in code(document_of(text, name="two")).claims]
    assert bodies in agents
