"""Which body of a state is meant, by how the words name it, and whose its offices are."""

from __future__ import annotations

import pytest
from scenes import body_of, parsed

from dateline.document import Span
from dateline.mentions.actors import actors
from dateline.mentions.record import Mentions
from dateline.pipeline.coder import code
from dateline.read.text import document_of
from dateline.resolve.actors import actor_of


def _who(text: str, words: str, action: str, role: str) -> str | None:
    read, at = parsed(text), text.rindex(words)
    mentions = Mentions(actors=tuple(actors(read)))
    return actor_of(Span(at, at + len(words)), parse=read, mentions=mentions, action=action, role=role)


@pytest.mark.parametrize(
    ("text", "words", "action", "body"),
    [
        # A country sends its army and fires with it; borders and truces are its government's.
        ("Kenya sent two battalions to Haiti.", "Kenya", "deploy", "KEN:military"),
        ("Kenya shelled a camp in Somalia.", "Kenya", "shelling", "KEN:military"),
        ("Kenya opened the crossing at Mandera.", "Kenya", "reopen", "KEN:government"),
        ("Kenya extended the truce by a week.", "Kenya", "halt", "KEN:government"),
        # The government by this word opens campaigns; what it fires, its army does.
        ("The Kenyan government opened a campaign.", "The Kenyan government", "operate", "KEN:government"),
        ("The Kenyan government shelled Garissa.", "The Kenyan government", "shelling", "KEN:military"),
        # A ruler told by name orders; his regime moves.
        ("Vladimir Putin called off the assault.", "Vladimir Putin", "halt", "RUS:government"),
        ("The Russian regime called off the assault.", "The Russian regime", "halt", "RUS:military"),
    ],
)
def test_who_of_a_state_acts(text: str, words: str, action: str, body: str) -> None:
    assert _who(text, words, action, "agents") == body


@pytest.mark.parametrize(
    ("text", "words", "action", "body"),
    [
        ("Rebels attacked Kenya at dawn.", "Kenya", "attack", "KEN:government"),
        ("Somalia lost ten men and Kenya lost two.", "Kenya", "kill", "KEN:military"),
        ("They took Wajir from Kenya's government.", "Kenya's government", "capture", "KEN:government"),
        ("They took Mandera from the Kenyan regime.", "the Kenyan regime", "capture", "KEN:military"),
        ("A gunman shot at Vladimir Putin.", "Vladimir Putin", "attack", "RUS:government"),
    ],
)
def test_who_of_a_state_is_hit(text: str, words: str, action: str, body: str) -> None:
    assert _who(text, words, action, "targets") == body


@pytest.mark.parametrize("action", ["attack", "operate", "deploy"])
def test_security_forces_are_an_army(action: str) -> None:
    text = "The mayor of Garissa in Kenya wept. The security forces came."
    assert body_of(text, "The security forces", action) == "KEN:military"


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Opposition senators", "KEN:opposition"),
        ("Senators", "KEN:government"),
        ("The National Security Council", "KEN:government"),
        ("The UN Security Council", "org:un_security_council"),
        ("The village guards", "KEN:militia"),
        ("The newspaper's editor", "KEN:civilians"),
        ("Fifty civil guards", "KEN:police"),
    ],
)
def test_whose_men_are_told_by_their_office(words: str, body: str) -> None:
    text = f"A road near Garissa in Kenya was closed. {words} met in Nairobi."
    assert body_of(text, words, "accuse") == body


def test_no_embassy_is_of_the_land_it_stands_in() -> None:
    text = (
        "Mobs stormed the Kenyan embassy in Mogadishu in Somalia on Friday. Somali police fled."
        " The ambassador accused Somalia's interior minister of having sent the mobs to the embassy."
    )
    claims = code(document_of(text, name="note")).claims
    told = {p.actor for c in claims for p in c.agents if "ambass" in p.text}
    assert told == {"KEN:government"}


@pytest.mark.parametrize(
    ("words", "body"),
    [
        # Who bears the name of an officer's house and another first name is not the officer.
        ("Maria Okoro", None),
        ("Mr Okoro", "KEN:military"),
        ("Mrs Okoro", None),
        ("Okoro", "KEN:military"),
        ("James Okoro", "KEN:military"),
    ],
)
def test_a_wife_is_not_the_officer_of_her_name(words: str, body: str | None) -> None:
    text = f"Captain James Okoro fell near Garissa in Kenya. {words} accused the rebels."
    assert body_of(text, words, "accuse") == body


def test_an_envoy_is_of_the_body_before_his_office() -> None:
    text = "The UN special envoy Ana Perera came to Nairobi in Kenya. Perera urged calm."
    assert body_of(text, "Perera", "demand") == "org:un"


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("Nine Korean workers came to Warri in Nigeria. The workers were freed.", "The workers", "KOR"),
        ("Nine workers came to Warri in Nigeria. The workers were freed.", "The workers", "NGA"),
        ("A Dutch student came to Warri in Nigeria. The students were freed.", "The students", "NGA"),
    ],
)
def test_civilians_stay_of_the_country_first_told_of_them(text: str, words: str, body: str) -> None:
    assert _who(text, words, "release", "targets") == f"{body}:civilians"


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        (
            "The Korean People's Army fired on a South Korean isle.",
            "The Korean People's Army",
            "PRK:military",
        ),
        ("ISIS-Khorasan struck a clinic in Kabul.", "ISIS-Khorasan", "group:islamic_state_khorasan"),
        ("The Golani Brigade left Bint Jbeil in Lebanon.", "The Golani Brigade", "ISR:military"),
        ("The Public Force searched Colon in Panama.", "The Public Force", "PAN:police"),
        ("The attaches searched a house near Jeremie in Haiti.", "The attaches", "HTI:militia"),
        ("Turkmen policemen left Kirkuk in Iraq.", "Turkmen policemen", "IRQ:police"),
    ],
)
def test_bodies_by_name(text: str, words: str, body: str) -> None:
    assert body_of(text, words) == body


def test_a_states_citizens_are_its_own_wherever_they_are() -> None:
    text = "Clashes went on in Beirut in Lebanon. Kenya told its citizens in Lebanon to leave."
    assert _who(text, "its citizens", "demand", "targets") == "KEN:civilians"


def test_a_continent_is_no_country() -> None:
    text = "Troops shelled San Miguel in El Salvador. A Central American minister wept. The soldiers left."
    assert body_of(text, "The soldiers") == "SLV:military"
    assert body_of(text, "A Central American minister", "accuse") != "USA:government"


def test_a_known_ruler_is_of_his_land_wherever_his_surname_stands() -> None:
    text = "Police closed a road in Tel Aviv in Israel. President Mahmoud Abbas spoke. Israel blamed Abbas."
    assert _who(text, "Abbas", "accuse", "targets") == "PSE:government"


def test_a_captive_is_not_of_those_who_hold_him() -> None:
    text = "The M23 took Sake in Congo. John Okoro, held since May by soldiers of the M23, wept. Okoro fled."
    assert body_of(text, "Okoro", "accuse") is None


def test_a_state_may_harm_its_own_citizens() -> None:
    text = "Troops left Nairobi in Kenya for Somalia. Last month Sudan beheaded four of its citizens."
    claims = code(document_of(text, name="note")).claims
    assert {p.actor for c in claims if c.trigger == "beheaded" for p in c.targets} == {"SDN:civilians"}


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("the opposition groups", "SYR:rebels"),
        ("the rebel groups", "SYR:rebels"),
        ("the jihadist groups", "group:islamic_state"),
    ],
)
def test_opposition_groups_are_not_the_jihadists_of_the_report(words: str, body: str) -> None:
    text = f"Daesh shelled Idlib in Syria on Monday. Near Idlib {words} attacked the Syrian army."
    assert body_of(text, words) == body


def test_a_mission_sent_to_one_country_tells_where_a_report_plays() -> None:
    text = "The UN mission in South Sudan said government forces bombed a hospital."
    [claim] = code(document_of(text, name="mission")).claims
    assert [party.actor for party in claim.agents] == ["SSD:military"]


@pytest.mark.parametrize(
    ("text", "action", "body"),
    [
        ("Venezuelan security forces arrested nine men.", "detain", "VEN:police"),
        ("Venezuelan security forces shelled nine huts.", "shelling", "VEN:military"),
    ],
)
def test_security_forces_that_arrest_are_police(text: str, action: str, body: str) -> None:
    assert _who(text, "Venezuelan security forces", action, "agents") == body


@pytest.mark.parametrize("act", ["shelled", "attacked"])
def test_a_countrys_positions_are_its_armys(act: str) -> None:
    text = f"Armenia said Azerbaijani forces {act} its positions near Goris."
    [claim] = code(document_of(text, name="positions")).claims
    assert [party.actor for party in claim.targets] == ["ARM:military"]


@pytest.mark.parametrize(
    ("speaker", "body"),
    [("An Israeli spokesman", "ISR:military"), ("A miller", "LBN:military")],
)
def test_in_an_officials_words_the_army_is_his_own(speaker: str, body: str) -> None:
    text = f"Shells fell on Beirut in Lebanon. {speaker} said the army had hit 20 targets near Tyre."
    hit = code(document_of(text, name="own")).claims[-1]
    assert [party.actor for party in hit.agents] == [body]
