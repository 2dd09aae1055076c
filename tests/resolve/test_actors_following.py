"""Whose an office or body is by the words beside it, and who is against whom."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.document import Span
from dateline.pipeline.coder import code
from dateline.pipeline.finders import mentions_in
from dateline.read.text import document_of
from dateline.resolve.actors import actor_of


def meant(text: str, words: str, *, action: str = "attack", role: str = "agents") -> str | None:
    """The body that the first `words` of `text` mean by the rules alone."""
    parsed = parse(document_of(text, name="example"))
    at = text.index(words)
    return actor_of(
        Span(at, at + len(words)), parse=parsed, mentions=mentions_in(parsed), action=action, role=role
    )


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Vice president of the Syrian Coalition Ada Okoro blamed Damascus. Homs in Syria was shelled.",
            "Vice president",
            "org:syrian_national_coalition",
        ),
        ("Vice president Ada Okoro blamed Damascus. Homs in Syria was shelled.", "Vice president",
         "SYR:government"),
        ("Bombs went off in Tanzania. On Monday police in Kenya searched two homes.", "police", "KEN:police"),
        ("Iraqi soldiers held Husaybah. Marines took a bridge. Nine U.S. Marines died in Iraq.", "Marines",
         "USA:military"),
        ("The special envoy for Syria Ada Okoro condemned the shelling of Idlib.", "The special envoy", None),
        ("The special envoy for Syria Ada Okoro condemned the shelling of Idlib.", "Syria Ada Okoro", None),
        ("The Russian envoy to Syria Ada Okoro condemned the shelling of Idlib.", "The Russian envoy",
         "RUS:government"),
        ("The head of Amnesty International Spain blamed Syria.", "The head of Amnesty International Spain",
         "org:amnesty_international"),
        ("On Sunday the UNs coordinator blamed Syria. Homs was shelled.", "the UNs coordinator", "org:un"),
    ],
)  # fmt: skip
def test_whose_a_body_is_stands_beside_it(text: str, words: str, actor: str | None) -> None:
    assert meant(text, words, action="accuse") == actor


@pytest.mark.parametrize(
    ("words", "action", "actor"),
    [
        ("Critics of President Maduro", "protest", "VEN:opposition"),
        ("Opponents of President Maduro", "attack", "VEN:rebels"),
        ("President Maduro", "accuse", "VEN:government"),
        ("Enemies of the ELN", "attack", None),
    ],
)
def test_opponents_are_not_whom_they_oppose(words: str, action: str, actor: str | None) -> None:
    text = f"{words} marched on Caracas. The army of Venezuela was called out."
    assert meant(text, words, action=action) == actor


@pytest.mark.parametrize(
    ("words", "role", "actor"),
    [
        ("Former ministers", "agents", None),
        ("Former ministers", "targets", "YEM:civilians"),
        ("Retired generals", "targets", "YEM:civilians"),
        ("Ministers", "targets", "YEM:government"),
    ],
)
def test_who_held_an_office_holds_it_no_more(words: str, role: str, actor: str | None) -> None:
    text = f"{words} were seen in Aden. The army of Yemen shelled Taiz."
    assert meant(text, words, action="kill", role=role) == actor


@pytest.mark.parametrize(
    "words", ["gatherings and vehicles of the PKK", "camps and weapons depots of the PKK"]
)
def test_whose_things_are_comes_last(words: str) -> None:
    text = f"Turkish jets struck {words} near Zap in Iraq."
    assert meant(text, words, action="airstrike", role="targets") == "group:pkk"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Russia sent troops into South Ossetia. The army of Georgia shelled Tskhinvali.", "troops",
         "RUS:military"),
        ("The United States is sending warships to Yemen, where the army holds Marib.", "warships",
         "USA:military"),
        ("Rebels fled. Troops were sent into Taiz in Yemen.", "Troops", "YEM:military"),
    ],
)  # fmt: skip
def test_troops_are_whose_sender_they_have(text: str, words: str, actor: str) -> None:
    claims = code(document_of(text, name="example")).claims
    sent = next(c for c in claims if c.action == "deploy" and any(p.text == words for p in c.agents))
    assert {p.actor for p in sent.agents if p.text == words} == {actor}


def test_fighters_of_other_bands_are_not_the_group_just_named() -> None:
    text = "Misrata forces drove Islamic State from Sirte in Libya. Nine fighters of the brigades died."
    found = meant(text, "Nine fighters of the brigades", action="kill", role="targets")
    assert found != "group:islamic_state"


def test_nobody_else_is_the_it_of_who_speaks() -> None:
    text = (
        "Pakistan said it shot down two Indian jets over Kashmir and captured a pilot. India said one of its "
        "jets was lost. Indian warplanes had hit a camp near Balakot a day earlier."
    )
    claims = code(document_of(text, name="example")).claims
    its = [p.actor for c in claims for p in c.agents if p.text == "it"]
    assert its
    assert all(str(actor).startswith("PAK:") for actor in its)


def test_their_convoy_is_that_of_the_people_who_died_in_it() -> None:
    text = "The Taliban took a bridge in Ghor. Seven people were killed when the army attacked their convoy."
    claims = code(document_of(text, name="example")).claims
    theirs = [p.actor for c in claims for p in c.targets if p.text == "their convoy"]
    assert theirs == [None]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Azerbaijan bombed Shusha, Armenia's defence ministry said, adding that its men downed two jets.",
         "ARM:military"),
        ("Russia shelled Mykolaiv, the Ukrainian army said. It added that its men destroyed three tanks.",
         "UKR:military"),
        ("The Ukrainian army shelled Tokmak, Russia said, saying Kyiv had lost tanks and its men had fled.",
         "UKR:military"),
    ],
)  # fmt: skip
def test_its_men_are_those_of_who_tells_of_them(text: str, actor: str) -> None:
    claims = code(document_of(text, name="example")).claims
    its = {p.actor for c in claims for p in (*c.agents, *c.targets) if p.text == "its men"}
    assert its == {actor}


@pytest.mark.parametrize(
    ("text", "drone", "actor"),
    [
        (
            "Ugandan drones hit a mill in Sudan, Sudan's army said. Two men died when a second drone came.",
            "a second drone",
            "UGA:military",
        ),
        (
            "Sudan's army said it would stay in Sennar. Two men died when a drone struck Wad Rawah.",
            "a drone",
            None,
        ),
    ],
)
def test_a_drone_is_of_those_whose_drones_were_told_of_and_else_of_nobody(
    text: str, drone: str, actor: str | None
) -> None:
    assert meant(text, drone, action="airstrike") == actor


def test_whose_men_they_are_stands_before_their_clause() -> None:
    text = "Iran shelled Goris in Armenia. India, whose peacekeepers stayed in Goris, urged calm."
    assert meant(text, "whose peacekeepers", action="hold") == "IND:military"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Jets believed to belong to the US-led coalition struck Tabqa in Syria.",
            "Jets",
            "org:us_led_coalition",
        ),
        (
            "Daesh took Tabqa in Syria. Erdogan and its forces fought near Raqqa.",
            "its forces",
            "TUR:military",
        ),
    ],
)
def test_whose_they_are_is_told_in_their_own_phrase(text: str, words: str, actor: str) -> None:
    claims = code(document_of(text, name="example")).claims
    assert {p.actor for c in claims for p in c.agents if p.text == words} == {actor}


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("Militiamen loyal to Nairobi looted the mill in Garissa.", "looted", ["KEN:militia"]),
        (
            "Soldiers loyal to General Haftar shelled the port in Libya.",
            "shelled",
            ["group:libyan_national_army"],
        ),
        (
            "Fighters loyal to warlord Gulbuddin Hekmatyar attacked a convoy in Kabul.",
            "attacked",
            ["group:hezb_i_islami"],
        ),
        ("Troops loyal to President Kenyatta took the mill in Kenya.", "took", ["KEN:military"]),
        # A leader whose forces no list has: they are not the state's.
        ("Forces loyal to Ode Brakka took Malakal in South Sudan.", "took", [None]),
    ],
)
def test_who_is_loyal_to_somebody_is_his_and_acts_alone(text, trigger, agents) -> None:
    claim = next(c for c in code(document_of(text, name="t")).claims if c.trigger == trigger)
    assert [party.actor for party in claim.agents] == agents


def test_his_men_of_a_list_are_of_whoever_stands_before_them_in_it() -> None:
    text = "President Karzai left Kabul. Jets struck a hut, killing a Haqqani commander and two of his aides."
    claim = next(c for c in code(document_of(text, name="t")).claims if c.trigger == "killing")
    assert [party.actor for party in claim.targets] == ["group:haqqani_network"] * 2


def test_an_office_behind_a_name_is_its_bearers_whatever_stops_it_has() -> None:
    text = "Gunmen left a post near Wa in Ghana. Ode Brakka, the U.S. envoy, asked them to disarm."
    claim = next(c for c in code(document_of(text, name="t")).claims if c.trigger == "asked")
    assert {party.actor for party in claim.agents} == {"USA:government"}


def test_whom_a_body_looks_for_is_none_of_it() -> None:
    text = "Ode Brakka, an American fugitive sought by the FBI, was arrested in Wa in Ghana."
    claim = next(c for c in code(document_of(text, name="t")).claims if c.trigger == "arrested")
    assert not {party.actor for party in claim.targets} & {"USA:police"}


def test_the_party_that_rules_is_the_government_not_the_guerrillas_it_was() -> None:
    claims = code(document_of("HARARE - ZANU-PF rejected the charge on Monday.", name="t")).claims
    assert [party.actor for claim in claims for party in claim.agents] == ["ZWE:government"]


def test_troops_that_a_country_has_somewhere_are_its_own() -> None:
    text = "Mali's army left Menaka in Mali. France, which has 5,000 troops in the Sahel, sent helicopters."
    (has,) = [claim for claim in code(document_of(text, name="t")).claims if claim.trigger == "has"]
    assert {party.actor for party in has.agents if party.text == "5,000 troops"} == {"FRA:military"}
