"""What a document says as a whole: its country, its groups, who was meant before."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.lexicon.registry_sites import state_site
from dateline.mentions.actors import actors
from dateline.mentions.record import Mentions
from dateline.read.text import document_of
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory, singular


def _scene(text: str) -> Scene:
    parsed = parse(document_of(text, name="t"))
    return Scene(parsed, Mentions(actors=tuple(actors(parsed))))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Clashes broke out in El Fasher, the last big town in Darfur.", "SDN"),
        ("US and British jets struck Taiz and Marib, the Pentagon said.", "YEM"),
        ("A truck overturned on a wet road.", None),
    ],
)
def test_the_country_of_a_report(text: str, iso: str | None) -> None:
    assert _scene(text).located == iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ELN fighters attacked a barracks in Arauca, Colombia.", "group:eln"),
        ("The coalition hit Sanaa and other towns of Yemen.", "org:saudi_led_coalition"),
        ("The coalition hit Raqqa and other towns of Syria.", "org:us_led_coalition"),
    ],
)
def test_a_shared_name_means_the_body_at_home(text: str, expected: str) -> None:
    assert [b.actor for b in _scene(text).bodies] == [expected]


def test_groups_are_listed_most_named_first() -> None:
    text = "M23 took Sake. The FDLR fled. M23 then left."
    assert _scene(text).groups == ("group:m23", "group:fdlr")


def test_a_party_is_no_armed_group() -> None:
    scene = _scene("The MPSC met in Santa Ana. The FMLN took Guazapa. The MPSC spoke.")
    assert scene.groups == ("group:fmln",)
    assert [b.actor for b in scene.groups_before(70, sentences=2)] == ["group:fmln"]


def test_a_person_is_known_by_the_office_the_text_gives() -> None:
    text = "Samuel Otieno, the trade minister of Kenya, was hurt. Otieno left hospital on Friday."
    office = Memory(_scene(text)).persons("otieno")
    assert office is not None
    assert "minister" in text[office.start : office.end]


@pytest.mark.parametrize(("word", "one"), [("embassies", "embassy"), ("troops", "troop"), ("army", "army")])
def test_singular(word: str, one: str) -> None:
    assert singular(word) == one


@pytest.mark.parametrize(
    ("outlet", "actor"),
    [
        ("gov.uk", "GBR:government"),
        ("https://www.mod.gov.il/en/releases", "ISR:government"),
        ("www.gob.mx", "MEX:government"),
        ("centcom.mil", "USA:military"),
        ("state.gov", "USA:government"),
        ("gov.example", None),
        ("gulf-daily.com", None),
        ("Gulf Daily", None),
        ("../../etc/passwd", None),
    ],
)
def test_a_states_own_site_speaks_for_it(outlet: str, actor: str | None) -> None:
    assert state_site(outlet) == actor
