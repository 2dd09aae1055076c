"""Where events are: their own places, what descriptions mean, what is inherited, without and with trees."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.annotate.annotator import annotate
from dateline.annotate.evidence import ARGUMENT_ROLES
from dateline.claims import locations_ranked
from dateline.claims.locations_candidates import Candidate, candidates
from dateline.claims.locations_filed import filed_abroad
from dateline.claims.locations_ranked import ALSO, chosen
from dateline.claims.record import Claim
from dateline.document import Span
from dateline.mentions.record import Toponym
from dateline.pipeline.coder import code
from dateline.read.text import document_of

TWO_TOWNS = "Shells fell on Aleppo on Monday.\n\nA bomb killed four soldiers in Homs on Tuesday."


def claims_of(text: str) -> tuple[Claim, ...]:
    return code(document_of(text, name="example")).claims


def named(claim: Claim) -> set[str]:
    return {place.text for place in claim.places}


def test_an_event_is_where_its_own_sentence_says() -> None:
    claims = [claim for claim in claims_of(TWO_TOWNS) if claim.action == "kill"]
    assert claims
    assert all("Homs" in named(claim) and "Aleppo" not in named(claim) for claim in claims)
    assert all(not place.inherited for claim in claims for place in claim.places if place.text == "Homs")


def test_a_place_of_another_sentence_is_marked_inherited() -> None:
    text = "Rebels attacked the town of Palmyra on Monday. Twelve soldiers were killed."
    claim = next(claim for claim in claims_of(text) if claim.action == "kill")
    assert [(p.text, p.inherited) for p in claim.places] == [("Palmyra", True)]


def test_a_described_place_comes_with_the_one_it_stands_for() -> None:
    text = "Rebels attacked Palmyra on Monday. The army later shelled the town, killing six people."
    claim = next(claim for claim in claims_of(text) if claim.action == "shelling")
    assert "Palmyra" in named(claim) <= {"the town", "Palmyra"}


def test_a_described_place_is_no_club_of_a_town() -> None:
    text = "Rebels took Palmyra. A Homs Wanderers supporter was hurt. The army later shelled the town."
    parse = annotate(document_of(text, name="example"))
    rules = {"Palmyra": "places.known", "Homs": "places.known", "the town": "spot.site"}
    starts = {word: text.index(word) for word in rules}
    places = [
        Toponym(span=Span(starts[word], starts[word] + len(word)), text=word, rule=rule)
        for word, rule in rules.items()
    ]
    scores = np.zeros((1, len(parse.doc), len(ARGUMENT_ROLES)), np.float32)
    [town] = [c for c in candidates(parse, places, scores) if c.kind == "described"]
    assert town.stands_for == 0


@pytest.mark.parametrize(("struck", "offered"), [("FARC", []), ("ridge", ["ridge"])])
def test_the_name_of_a_body_is_no_place_that_nobody_listed(struck: str, offered: list[str]) -> None:
    parse = annotate(document_of(f"Jets struck the {struck} on Monday.", name="example"))
    scores = np.zeros((1, len(parse.doc), len(ARGUMENT_ROLES)), np.float32)
    scores[0, 3, ARGUMENT_ROLES.index("at")] = 0.9
    assert [c.mentions[0].toponym.text for c in candidates(parse, [], scores)] == offered


def test_one_name_found_twice_over_is_one_place() -> None:
    parse = annotate(document_of("The army shelled the camp near Homs, and the camp burned.", name="example"))
    site = Span(17, 25)
    twice = [Toponym(span=site, text="the camp", rule=rule) for rule in ("spot.site", "spot.noticed")]
    twice += [Toponym(span=Span(31, 35), text="Homs", rule=rule) for rule in ("places.known", "places.new")]
    scores = np.zeros((1, len(parse.doc), len(ARGUMENT_ROLES)), np.float32)
    assert [c.kind for c in candidates(parse, twice, scores)] == ["described", "name"]


def test_without_trees_the_rules_place_events(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locations_ranked, "trees", lambda name: None)
    claims = [claim for claim in claims_of(TWO_TOWNS) if claim.action == "kill"]
    assert claims
    assert all(named(claim) == {"Homs"} for claim in claims)


def test_a_section_takes_nothing_from_the_one_before() -> None:
    text = "Clashes went on across the country.\nAleppo\nSoldiers killed nine militants in heavy fighting."
    claim = next(claim for claim in claims_of(text) if claim.action == "kill")
    assert named(claim) == {"Aleppo"}


def test_a_report_without_places_leaves_them_empty() -> None:
    assert all(claim.places == () for claim in claims_of("Soldiers killed four men."))


@pytest.mark.parametrize(
    ("kinds", "chances", "expected"),
    [
        (("name", "name"), (0.9, ALSO - 0.1), [0]),
        (("name", "name"), (0.9, ALSO), [0, 1]),
        (("site", "name", "country"), (0.9, 0.2, 0.1), [0, 1]),
        (("site", "country", "name"), (0.9, 0.0, 0.1), [0, 2]),
        (("name", "site"), (0.5, ALSO - 0.04), [0]),
        (("described", "name", "unlisted"), (0.9, 0.2, 0.3), [0, 2, 1]),
        (("described", "name", "unlisted"), (0.9, 0.3, 0.2), [0, 1]),
    ],
)
def test_a_site_gets_its_town_and_a_likely_second_place_is_kept(
    kinds: tuple[str, ...], chances: tuple[float, ...], expected: list[int]
) -> None:
    places = [Candidate(kind, ()) for kind in kinds]
    assert chosen(np.array(chances, np.float32), places) == expected


FILED = "MOSCOW (Wire) - {} Syrian troops and Syrian jets fought on in Syria. Nine men were killed."


@pytest.mark.parametrize(
    ("more", "abroad"), [("", True), ("Russian envoys came.", False)], ids=["of Syria alone", "of Russia too"]
)
def test_nothing_is_where_a_report_on_another_country_was_filed(more: str, abroad: bool) -> None:
    document = document_of(FILED.format(more), name="example")
    assert document.dateline is not None
    assert filed_abroad(document) is abroad


@pytest.mark.parametrize(
    "text",
    [
        "The raids hit the town of Ariha in Idlib province on 3 May 2016.",
        "A drone hit Belgorod region on Monday.",
    ],
)
def test_the_kind_of_a_named_place_is_no_second_place(text: str) -> None:
    claims = code(document_of(text, name="t")).claims
    assert claims
    assert all(any(word[0].isupper() for word in p.text.split()) for c in claims for p in c.places)


def test_a_site_told_with_two_nouns_is_a_place_beside_the_town() -> None:
    claims = code(document_of("Rebels shelled the Aleppo airport road on Monday.", name="t")).claims
    assert {p.text for c in claims for p in c.places} == {"Aleppo", "airport road"}


def test_no_place_ends_before_what_it_is_part_of() -> None:
    text = (
        "Syrian rebels attacked two besieged villages east of rebel-held Aleppo on Monday. Raids killed "
        "dozens in other parts of the country, and shells fell on the outskirts of two hill towns."
    )
    places = [place.text for claim in code(document_of(text, name="t")).claims for place in claim.places]
    assert places
    assert not [place for place in places if place.split()[-1] == "of"]


@pytest.mark.parametrize(
    ("text", "action", "place"),
    [
        (
            "MAPUTO, May 3 (Xinhua) -- Mozambique's government condemned the bombings in Kenya and Tanzania "
            "that killed dozens of people.",
            "accuse",
            "MAPUTO",
        ),
        (
            "Mozambique Condemns Bombings in Kenya\n\nMAPUTO, May 3 (Xinhua) -- Bombs killed dozens of "
            "people in Kenya on Monday.",
            "accuse",
            "MAPUTO",
        ),
        (
            "BOGOTA, 3 May (EFE) -- Gunmen killed four people near Tibu on Monday. The interior minister "
            "accused the rebels of having burned two farms in Arauca.",
            "accuse",
            "BOGOTA",
        ),
        (
            "BOGOTA, 3 May (EFE) -- Gunmen killed four people near Tibu on Monday. Speaking in Arauca, the "
            "minister accused the rebels of having burned two farms.",
            "accuse",
            "Arauca",
        ),
    ],
)
def test_words_are_spoken_where_the_report_was_filed_and_not_at_what_they_tell_of(
    text: str, action: str, place: str
) -> None:
    claim = next(c for c in claims_of(text) if c.action == action)
    assert named(claim) == {place}


@pytest.mark.parametrize(
    ("last", "filed"),
    [
        ("\n\nPolice arrested six men after a shoot-out.", True),
        ("\n\nPolice arrested six men in Cali after a shoot-out.", False),
        (" Police arrested six men after a shoot-out.", False),
    ],
    ids=["a paragraph without a place", "one with a place", "the paragraph of a place"],
)
def test_a_paragraph_without_a_place_is_where_the_report_was_filed_too(last: str, filed: bool) -> None:
    text = f"BOGOTA, 3 May (EFE) -- Colombia was calm.\n\nGunmen killed four people near Tibu.{last}"
    claim = next(c for c in claims_of(text) if c.action == "detain")
    assert ("BOGOTA" in named(claim)) is filed


def test_the_town_that_a_report_was_filed_from_is_given_once() -> None:
    text = (
        "BOGOTA, Colombia, 3 May (EFE) -- Colombia was calm.\n\nA bomb killed nine people in Bogota on "
        "Monday, the mayor said.\n\nThe blast wounded forty others."
    )
    claim = next(c for c in claims_of(text) if c.action == "wound")
    assert named(claim) == {"Bogota"}


@pytest.mark.parametrize(
    ("toll", "place"),
    [
        ("More than 9,000 people have died since the Syrian conflict erupted in 2011.", "Syria"),
        ("More than 9,000 people have died in six years of war.", "Syria"),
        ("More than 9,000 people have been killed since Yemens war began.", "Yemen"),
        ("More than 9,000 people have died in Idlib since the conflict erupted in 2011.", "Idlib"),
        ("Ten people died in the attack.", "Aleppo"),
    ],
)
def test_the_toll_of_a_war_is_of_its_country_and_not_of_the_town_named_last(toll: str, place: str) -> None:
    told = "Syria was quiet on Sunday. Rebels shelled a mill in Aleppo on Monday, Syrian television said."
    text = f"{told} {toll}"
    *_, claim = (claim for claim in claims_of(text) if claim.action == "kill")
    assert named(claim) == {place}


@pytest.mark.parametrize(
    ("background", "action", "place"),
    [
        ("The conflict began after the police had fired on demonstrators.", "attack", "Syria"),
        ("The war has killed 9,000 people and emptied whole districts.", "kill", "Syria"),
        ("Some 9,000 herders have been killed since May 2012.", "kill", "Syria"),
        ("The war has killed 9,000 people in Idlib and emptied whole districts.", "kill", "Idlib"),
        ("Since 2011, nine doctors have been killed, a nurse said.", "kill", "Aleppo"),
    ],
)
def test_what_came_with_a_war_was_all_over_its_country(background: str, action: str, place: str) -> None:
    told = "Syria was quiet on Sunday. Rebels shelled a mill in Aleppo on Monday, Syrian television said."
    *_, claim = (claim for claim in claims_of(f"{told} {background}") if claim.action == action)
    assert named(claim) == {place}


@pytest.mark.parametrize(
    ("text", "action", "roles"),
    [
        ("The army sent nine tanks to Nyala on Sunday.", "deploy", {"toward"}),
        ("Nine families fled to Nyala on Sunday.", "displace", {"toward"}),
        ("The army drove the rebels from Nyala on Sunday.", "drive_back", {"from"}),
        ("The army killed nine rebels from Nyala on Sunday.", "kill", {"at"}),
    ],
)
def test_who_leaves_a_place_or_goes_there_is_not_at_it(text: str, action: str, roles: set[str]) -> None:
    claim = next(claim for claim in claims_of(text) if claim.action == action)
    assert {place.role for place in claim.places if place.text == "Nyala"} == roles


@pytest.mark.parametrize(
    ("teller", "place"), [("Kenya", {"Somalia"}), ("Somalia", {"Somalia"})], ids=["another", "its own"]
)
def test_who_only_tells_of_an_attack_is_not_where_it_was(teller: str, place: set[str]) -> None:
    text = f"{teller} says nine soldiers killed in raid\n\nSomali troops are weary. Somalia is at war."
    claim = next(claim for claim in claims_of(text) if claim.action == "kill")
    assert named(claim) == place


def test_a_revolution_in_a_name_is_no_war() -> None:
    text = (
        "Syria was quiet on Sunday. A bomb went off in Aleppo on Monday. Television spoke of fifteen deaths, "
        "by a statement from the Syrian Revolution Commission."
    )
    *_, claim = (claim for claim in claims_of(text) if claim.action == "kill")
    assert named(claim) == {"Aleppo"}


def test_a_description_that_comes_again_stands_for_what_was_named_before_it() -> None:
    text = (
        "Rebels took the town of Palmyra on Monday. Troops then left the town. Rebels attacked the town of "
        "Ariha near Idlib on Tuesday. The army shelled the town, killing six people."
    )
    claim = next(claim for claim in claims_of(text) if claim.action == "shelling")
    assert named(claim) == {"the town", "Ariha"}
    assert {place.name for place in claim.places} == {"Arīḩā"}


def test_what_lies_between_two_towns_is_said_with_both() -> None:
    claim = next(
        iter(claims_of("Gunmen held the plain of Mweso, where trucks go between Goma and Rutshuru."))
    )
    assert {"Goma", "Rutshuru"} <= named(claim)


def test_the_town_of_a_city_is_the_town() -> None:
    text = (
        "Syrian jets bombed the Damascus suburb of Daraya on Monday. Rebels fled from Homs. "
        "Later guns shelled the suburb, killing four people."
    )
    claim = next(claim for claim in claims_of(text) if claim.action == "shelling")
    assert named(claim) == {"the suburb", "Daraya"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels kill nine\n\nALGIERS, Jan 6 (Reuter) - Nine men were killed overnight.", "ALGIERS"),
        ("SANTO DOMINGO, 15 AUG 90 (EFE) -- [TEXT] THIRTY-SIX MEN WERE KILLED BY TROOPS.", "SANTO DOMINGO"),
    ],
)
def test_a_dateline_gives_its_place_and_no_more(text: str, place: str) -> None:
    claim = next(claim for claim in claims_of(text) if claim.action == "kill")
    assert named(claim) == {place}
