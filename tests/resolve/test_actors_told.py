"""Who is meant by those who tell, by those who are blamed, and what is nobody."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.mentions.record import Mentions
from dateline.pipeline.coder import code
from dateline.read.text import document_of
from dateline.resolve.reference import Scene


@pytest.mark.parametrize(
    ("text", "trigger", "agents", "targets"),
    [
        # Who says it is meant by `it`, whatever body was named between.
        (
            "Rebels of the M23 left Sake. The Congolese army said it had shelled the hills above the town.",
            "shelled",
            {"COD:military"},
            set(),
        ),
        # The accused does what he is accused of.
        (
            "The Houthis accused the Yemeni army of bombing a clinic in Taiz.",
            "bombing",
            {"YEM:military"},
            {"YEM:medical"},
        ),
        # One man who attacks is of no group that is only named elsewhere.
        (
            "Islamic State is strong in Turkey. It rained. Nobody came to Ankara. The gunman fired shots.",
            "fired",
            {None},
            set(),
        ),
        # Troops of many lands are not of the only one that is named.
        ("Iraq is vast. Arab troops entered Iraq on Monday.", "entered", {None}, set()),
        (
            "Secretary of State Madeleine Albright met Hun Sen.",
            "met",
            {"USA:government"},
            {"KHM:government"},
        ),
        # Who is aboard a state's craft is its own, and nobody is called a board.
        (
            "A Russian helicopter was downed near Tal Brak in Syria, killing the four people on board.",
            "killing",
            set(),
            {"RUS:military"},
        ),
        ("A police bus hit a mine near Kidal in Mali, killing nine on board.", "killing", set(), set()),
        # Two agree, though one is told by a pronoun.
        (
            "Putin said he and Turkish leader Recep Tayyip Erdogan agreed on a truce.",
            "agreed",
            {"RUS:government", "TUR:government"},
            set(),
        ),
        # Money is nobody's: of no country that the report speaks of.
        ("Ousted president Marcel Ronde was accused of hiding US $5 million.", "accused", set(), set()),
        ("Gunmen who were offered 20,000 U.S. dollars abducted a priest.", "abducted", {None}, set()),
        # Whoever condemns the only country of a report is of another, as is a neighbour.
        ("Prime Minister Anand condemned Pakistan.", "condemned", {None}, {"PAK:government"}),
        (
            "Serbia condemned Albania, charging its neighbor with arming rebels.",
            "charging",
            {"SRB:government"},
            {"ALB:government"},
        ),
        (
            "Armed herders killed ten villagers in Plateau State in Nigeria.",
            "killed",
            {None},
            {"NGA:civilians"},
        ),
        # A bare kind of body is the one that the report has just told to be of that kind.
        (
            "Sudan's paramilitary Rapid Support Forces shelled Bara. The paramilitary group killed a nurse.",
            "killed",
            {"group:rapid_support_forces"},
            {"SDN:medical"},
        ),
        (
            "Sudan's army shelled the Rapid Support Forces. The paramilitary group killed a nurse.",
            "killed",
            {"SDN:militia"},
            {"SDN:medical"},
        ),
        # What leads a name is no second body.
        (
            "Sudan's paramilitary Rapid Support Forces shelled El Obeid.",
            "shelled",
            {"group:rapid_support_forces"},
            set(),
        ),
        # A name goes on after the noun phrase that begins it.
        (
            "The Group for the Support of Islam and Muslims shelled a camp near Gao on Monday.",
            "shelled",
            {"group:jnim"},
            set(),
        ),
        # What a band is called follows after it.
        (
            "A militia known as the anti-Balaka raided Boda on Monday and burned the market.",
            "raided",
            {"group:anti_balaka"},
            set(),
        ),
        # `The country` is the one that the sentence named last.
        (
            "A Turkish defence official denied that the country's air force had bombed a depot near Afrin.",
            "bombed",
            {"TUR:military"},
            set(),
        ),
        # Those who told of a raid did not make it.
        (
            'Gunmen of Boko Haram killed six farmers, officials said. "They burned barns," one told AFP.',
            "burned",
            {"group:boko_haram"},
            set(),
        ),
        # Whose ground was taken did not take it.
        (
            "Government forces lost Palmyra in Syria to Islamic State on Sunday.",
            "lost",
            {"group:islamic_state"},
            {"SYR:military"},
        ),
        # One army is named, and it fights abroad.
        (
            "Israeli troops entered Gaza City and Rafah. The army shelled a camp in Gaza.",
            "shelled",
            {"ISR:military"},
            set(),
        ),
        # One army is named, and the report speaks of the rulers of the country that it fights in too.
        (
            "Russian jets bombed Saraqeb in Syria, the Syrian regime said. Shelling by the army hit Binnish.",
            "Shelling",
            {"SYR:military"},
            set(),
        ),
        # A people's fighters are the one group of that people that the report names.
        (
            "The YPG took Tal Hamis in Syria from Islamic State. Kurdish fighters shelled Tal Brak.",
            "shelled",
            {"group:ypg"},
            set(),
        ),
        (
            "Syrian Kurds captured Tal Hamis in Syria on Friday, after the town had been shelled for days.",
            "captured",
            {None},
            set(),
        ),
        (
            "The YPG and the PKK met in Syria. Pro-Kurdish forces shelled Tal Brak.",
            "shelled",
            {None},
            set(),
        ),
        # A branch is not the body above it, and bare nouns after it mean the branch.
        (
            "Jets bombed Idlib in Syria. Al-Qaeda's Syrian affiliate shelled Fuah. The jihadists took Kafr.",
            "took",
            {"group:al_nusra"},
            set(),
        ),
        (
            "The local branch of al-Qaeda shelled a post near Sanaa in Yemen.",
            "shelled",
            {"group:aqap"},
            set(),
        ),
        (
            "An Islamic State affiliate shelled a post near Manila in the Philippines.",
            "shelled",
            {None},
            set(),
        ),
        (
            "Al-Qaeda attacked a bank branch in Kabul.",
            "attacked",
            {"group:al_qaeda"},
            set(),
        ),
        # Monitors and agencies do not fight, and the fighters of a body named beside them are its own.
        (
            "The Syrian Observatory for Human Rights said ISIS left Homs even as its fighters raided Karm.",
            "raided",
            {"group:islamic_state"},
            set(),
        ),
        (
            "Clashes went on for two days near Homs in Syria AFP Syrian army jets bombed Rastan on Monday.",
            "bombed",
            {"SYR:military"},
            set(),
        ),
        # Whose allies they are, they are others.
        (
            "The Syrian army and its allies shelled Rastan in Syria on Monday.",
            "shelled",
            {"SYR:military", None},
            set(),
        ),
        (
            "The YPG took Tal Hamis in Syria. Jets bombed Kurdish positions near Tal Brak on Friday.",
            "bombed",
            {"SYR:military"},
            {"group:ypg"},
        ),
        # The government that an opposition calls its own is not the country's.
        (
            "Islamic State bombed an office of the Syrian interim government in Azaz, Syria, at noon.",
            "bombed",
            {"group:islamic_state"},
            {"SYR:opposition"},
        ),
        # Invaders are none of the country's own; who calls soldiers ours speaks for their army.
        (
            "The Russian invasion of Ukraine went on near Kherson. The invaders shelled Bilozerka, and"
            " Russian guns hit Odesa, Ukraine.",
            "shelled",
            {"RUS:military"},
            set(),
        ),
        (
            "Our soldiers hold Soledar, Ukraine. The enemy shelled Bakhmut from Russian ground near Belgorod"
            " in Russia.",
            "shelled",
            {"RUS:military"},
            set(),
        ),
        # The official of a party that no list has is none of the government's; a leader of prayers is not
        # the state's, the Turkish leader is.
        (
            "In Lebanon, Arvanna Reform Party official Eid accused the army of shelling a mosque in Tyre.",
            "accused",
            {None},
            {"LBN:military"},
        ),
        (
            "Friday prayer leader Molavi Hamid of Zahedan in Iran condemned the raid.",
            "condemned",
            {None},
            set(),
        ),
        (
            "The Turkish leader condemned the raid on Afrin in Syria.",
            "condemned",
            {"TUR:government"},
            set(),
        ),
        # A wing of fighters in the air is no band of fighters.
        (
            "The 31st Fighter Wing of Vermont raided ISIL near Raqqa in Syria on Monday.",
            "raided",
            {"USA:military"},
            {"group:islamic_state"},
        ),
        # Two owners of one noun are two bodies.
        (
            "Syrian or Russian warplanes bombed Saraqeb in Syria on Monday.",
            "bombed",
            {"SYR:military", "RUS:military"},
            set(),
        ),
        (
            "The army bombed ISIS and Nusra Front positions near Homs in Syria.",
            "bombed",
            {"SYR:military"},
            {"group:islamic_state", "group:al_nusra"},
        ),
        (
            "The army bombed the Islamic State (ISIL or Daesh) group near Homs in Syria.",
            "bombed",
            {"SYR:military"},
            {"group:islamic_state"},
        ),
    ],
)
def test_who_is_meant_by_those_who_tell_and_those_who_are_blamed(text, trigger, agents, targets):
    claims = code(document_of(text, name="t")).claims
    found = next(c for c in claims if c.trigger == trigger)
    assert {p.actor for p in found.agents} == agents
    assert {p.actor for p in found.targets} - {None} == targets


def test_a_town_is_no_target():
    (capture,) = code(document_of("M23 rebels seized Goma on Monday.", name="t")).claims
    assert capture.action == "capture"
    assert capture.targets == ()
    assert [p.name for p in capture.places] == ["Goma"]


def test_a_nationality_makes_no_group_a_states():
    text = "Troops advanced near Kharkiv, a Ukrainian monitoring group said."
    (advance,) = code(document_of(text, name="t")).claims
    assert [source.actor for source in advance.attribution] == [None]


@pytest.mark.parametrize(
    ("outlet", "actor"), [(None, None), ("gov.uk", "GBR:government"), ("Daily Herald", None)]
)
def test_a_minister_for_a_region_of_the_world_is_not_the_reports_countrys(outlet, actor):
    text = (
        "A suicide bomber killed 30 pilgrims in Karbala, Iraq. "
        "The Minister for the Middle East, Jane Harwell, condemned the attack in Karbala."
    )
    claims = code(document_of(text, name="t", outlet=outlet)).claims
    (condemned,) = [c for c in claims if c.trigger == "condemned"]
    assert [p.actor for p in condemned.agents] == [actor]


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        # A letterhead says who `we` are.
        (
            "General Staff of the Chadian Armed Forces\n\nOur troops attacked a camp near Faya-Largeau.",
            "attacked",
            {"TCD:military"},
        ),
        (
            "Statement of the ELN\n\nWe ambushed a patrol near Arauca at dawn.",
            "ambushed",
            {"group:eln"},
        ),
        # An office is of the country that the pronoun before it stands for.
        (
            "Kenya sent no envoy to the talks in Juba, but its foreign minister condemned the raid.",
            "condemned",
            {"KEN:government"},
        ),
        # Peacekeepers without a name are those of the mission in the country.
        (
            "Gunmen took the road to Wau in South Sudan. Peacekeepers clashed with them for an hour.",
            "clashed",
            {"org:unmiss"},
        ),
    ],
)
def test_who_is_meant_by_we_its_minister_and_peacekeepers(text, trigger, agents):
    claims = code(document_of(text, name="t")).claims
    found = next(c for c in claims if c.trigger == trigger)
    assert {p.actor for p in found.agents} - {None} == agents


def test_a_headline_that_tells_what_a_body_does_is_no_letterhead() -> None:
    text = "ELN fighters patrol the plain\n\nWe ambushed a patrol near Arauca at dawn."
    scene = Scene(parse(document_of(text, name="t")), Mentions())
    assert scene.author_at(text.index("We ")) is None


def test_a_pronoun_adds_nobody_beside_the_name_it_stands_for() -> None:
    text = "The Congolese army said it had shelled the hills above Sake."
    (shelled,) = [c for c in code(document_of(text, name="t")).claims if c.trigger == "shelled"]
    assert [p.actor for p in shelled.agents] == ["COD:military"]


def test_a_brigade_that_no_list_has_is_not_the_body_named_in_its_name() -> None:
    (shelled,) = code(document_of("Liwa al-Fateh shelled a market in Hama, Syria.", name="t")).claims
    assert [(p.actor, p.name) for p in shelled.agents] == [("group:liwa_al_fateh", "Liwa Al Fateh")]
    assert shelled.agents[0].rule.endswith("unlisted.name")


def test_a_number_of_them_is_of_the_body_that_they_are() -> None:
    text = "Rebels of the M23 attacked Sake. The Congolese army killed forty of them."
    (killed,) = [c for c in code(document_of(text, name="t")).claims if c.trigger == "killed"]
    assert [p.actor for p in killed.targets] == ["group:m23"]


def test_a_source_keeps_what_found_it_and_what_resolved_it() -> None:
    (claim,) = code(document_of("The Pentagon said that planes had bombed a depot.", name="t")).claims
    (source,) = claim.attribution
    assert (source.actor, source.rule) == ("USA:military", "say.right+official.named, registry")


@pytest.mark.parametrize(
    ("teller", "text", "actor"),
    [
        ("SANA", "Troops took a hill near Homs in Syria SANA reported.", "outlet:sana"),
        ("FNA", "Troops killed ten gunmen near Homs in Syria FNA reports.", "outlet:fars"),
        ("AMN", "Troops took a hill near Homs in Syria AMN reports.", None),
    ],
)
def test_an_agency_is_apart_from_the_country_that_ran_into_it(
    teller: str, text: str, actor: str | None
) -> None:
    sources = [c.attribution[-1] for c in code(document_of(text, name="t")).claims]
    assert {(s.text, s.actor) for s in sources} == {(teller, actor)}


@pytest.mark.parametrize(
    ("teller", "kind"),
    [("JNIM", "armed_group"), ("Amnesty", "monitor"), ("IOM", "monitor"), ("FNA", "media")],
)
def test_a_named_body_tells_what_kind_of_source_it_is(teller: str, kind: str) -> None:
    text = f"{teller} said that nine soldiers were killed in a raid."
    assert {c.attribution[-1].kind for c in code(document_of(text, name="t")).claims} == {kind}


@pytest.mark.parametrize(
    ("teller", "kind"),
    [
        ("The UNITA spokesman in Lisbon, Rui Matos,", "armed_group"),
        ("Rui Matos, a spokesman for Hizbul Islam,", "armed_group"),
        ("The army spokesman in Luanda, Rui Matos,", "named_official"),
    ],
)
def test_whoever_speaks_for_a_group_is_of_it(teller: str, kind: str) -> None:
    text = f"{teller} said that nine men were killed in a raid."
    assert {c.attribution[-1].kind for c in code(document_of(text, name="t")).claims} == {kind}


def test_a_capital_that_speaks_is_no_armed_group() -> None:
    text = "Riyadh said that Houthi fighters had fired two missiles at Jizan on Monday."
    (fired,) = code(document_of(text, name="t")).claims
    assert fired.attribution[-1].kind == "named_official"


def test_an_official_of_the_movement_is_none_of_the_state() -> None:
    text = "The Tamil Tigers lost Kilinochchi in Sri Lanka. An official of the movement accused the army."
    (accused,) = [c for c in code(document_of(text, name="t")).claims if c.action == "accuse"]
    assert {p.actor for p in accused.agents} == {"group:ltte"}


@pytest.mark.parametrize(
    ("speaker", "actor"),
    [
        ("General Karl Ode, French Southern Command commander,", "FRA:military"),
        ("General Karl Ode", "IRQ:military"),
    ],
)
def test_the_office_beside_a_speaker_tells_whose_he_is(speaker: str, actor: str) -> None:
    text = f'{speaker} released the following statement:\n\n"Raids killed nine farmers near Mosul in Iraq."'
    claims = code(document_of(text, name="office")).claims
    assert {source.actor for claim in claims for source in claim.attribution} == {actor}
