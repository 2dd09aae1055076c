"""Bodies apart from those they are taken for: wings, rivals, missions and namesakes."""

from __future__ import annotations

import pytest

from dateline.lexicon.registry import registry
from dateline.lexicon.registry_match import words


def _found(text: str) -> set[str]:
    return {value for hit in registry().matcher.find(words(text)) for value in hit.values}


@pytest.mark.parametrize(
    ("text", "body", "other"),
    [
        ("Sinn Fein left the room.", "group:sinn_fein", "group:ira"),
        ("Falintil held the ridge.", "group:falintil", "group:fretilin"),
        ("ZANLA laid mines on the road.", "group:zanla", "group:zanu"),
        ("The Ulster Freedom Fighters called a newsroom.", "group:ulster_freedom_fighters", "group:uda"),
        ("The West Side Boys held the bridge.", "group:west_side_boys", "group:afrc"),
        ("Turkish Hizbullah shot a grocer.", "group:turkish_hizbullah", "group:hezbollah"),
        ("The FDN crossed the Coco.", "group:fdn", "group:contras"),
        ("Phalangists held the port.", "group:phalange", "group:lebanese_forces"),
        ("Misurasata signed in Bogota.", "group:misurasata", "group:yatama"),
        ("The MPCI took the airfield.", "group:mpci", "group:forces_nouvelles"),
        ("The New IRA left a bomb.", "group:new_ira", "group:real_ira"),
        ("Wazalendo held the hill.", "group:wazalendo", "COD:militia"),
        ("The Popular Mobilization Forces took a mill.", "group:popular_mobilization_forces", "IRQ:militia"),
        ("The Islamic Salvation Army kept its truce.", "group:ais", "group:fis"),
        ("KFOR closed the bridge.", "org:kfor", "org:nato"),
        ("ECOMOG shelled the port.", "org:ecomog", "org:ecowas"),
        ("UNAMID sent a patrol.", "org:unamid", "org:african_union"),
        ("The Red Cross sent lorries.", "org:icrc", "org:red_crescent"),
        ("The Kenya Red Cross sent lorries.", "org:red_crescent", "org:icrc"),
    ],
)
def test_a_body_is_not_the_one_it_stands_near(text: str, body: str, other: str) -> None:
    found = _found(text)
    assert body in found
    assert other not in found


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Donetsk People's Republic", "group:donetsk_peoples_republic"),
        ("Paraguayan People's Army", "group:paraguayan_peoples_army"),
        ("Bougainville Revolutionary Army", "group:bougainville_revolutionary_army"),
        ("Gaitanista Self-Defence Forces", "group:agc"),
        ("Katiba Macina", "group:katiba_macina"),
        ("Progressive Socialist Party", "group:psp"),
        ("Hezb-e-Islami", "group:hezb_i_islami"),
        ("Nour al-Din al-Zenki", "group:nour_al_din_al_zinki"),
        ("Army of the Serb Republic", "group:bosnian_serbs"),
        ("Malaita Eagle Force", "group:malaita_eagle_force"),
        ("Isatabu Freedom Movement", "group:isatabu_freedom_movement"),
        ("GUNT", "group:gunt"),
        ("Multinational Joint Task Force", "org:mnjtf"),
        ("UNSMIL", "org:unsmil"),
        ("Syrian National Council", "org:syrian_national_council"),
    ],
)
def test_a_name_has_the_id_that_reports_would_give_it(name: str, body: str) -> None:
    assert registry().named(name) == (body,)
