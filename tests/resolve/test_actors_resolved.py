"""Resolving agents, targets and sources: words, document, act."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dateline.annotate import Parse
from dateline.annotate.parser import parse
from dateline.claims.record import Claim, Party, Source
from dateline.document import Span
from dateline.mentions.actors import actors
from dateline.mentions.record import Mentions
from dateline.read.text import document_of
from dateline.resolve.actors import actor_of, resolve_actors


def _read(text: str) -> tuple[Parse, Mentions]:
    parsed = parse(document_of(text, name="t"))
    return parsed, Mentions(actors=tuple(actors(parsed)))


def _claim(text: str, trigger: str, action: str, *, sentence: int = 0, **parts: Any) -> Claim:
    at = text.index(trigger)
    return Claim(
        document="t",
        sentence=sentence,
        span=Span(at, at + len(trigger)),
        trigger=trigger,
        action=action,
        status="occurred",
        **parts,
    )


def _who(text: str, words: str, action: str, role: str = "agents", nth: int = 0) -> str | None:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    parsed, mentions = _read(text)
    return actor_of(Span(at, at + len(words)), parse=parsed, mentions=mentions, action=action, role=role)


@pytest.mark.parametrize(
    ("text", "words", "action", "role", "expected"),
    [
        (
            "Syria: the regime shelled Douma for a third day.",
            "the regime",
            "shelling",
            "agents",
            "SYR:military",
        ),
        (
            "A bomb hit the U.S. embassy in Nairobi, Kenya. The Kenya embassy was closed.",
            "The Kenya embassy",
            "bombing",
            "targets",
            "USA:government",
        ),
        # A gang has no government.
        (
            "Mali was quiet. JNIM left Gao. Its Western-backed government shelled a camp.",
            "Its Western-backed government",
            "shelling",
            "agents",
            "MLI:military",
        ),
        ("Syria: the regime rejected the draft.", "the regime", "reject", "agents", "SYR:government"),
        ("Ankara accused Athens of stalling.", "Ankara", "accuse", "agents", "TUR:government"),
        ("Ankara bombed two camps in Iraq.", "Ankara", "airstrike", "agents", "TUR:military"),
        ("Planes struck Sudan at night.", "Sudan", "airstrike", "targets", None),
        ("Five Somalis died in a blast in Nairobi.", "Five Somalis", "kill", "targets", None),
        ("Some 30,000 Sudanese fled to Chad.", "30,000 Sudanese", "displace", "targets", "SDN:civilians"),
        ("In Gaza the opposition held the square.", "the opposition", "hold", "agents", "PSE:rebels"),
        (
            "In Syria the opposition coalition held two hills.",
            "the opposition coalition",
            "hold",
            "agents",
            "SYR:rebels",
        ),
        ("In Iraq the ruling coalition split.", "the ruling coalition", "reject", "agents", None),
        (
            "In Syria the coalition bombed a mill.",
            "the coalition",
            "airstrike",
            "agents",
            "org:us_led_coalition",
        ),
        ("A rebel coalition took Hama in Syria.", "A rebel coalition", "capture", "agents", "SYR:rebels"),
    ],
)
def test_the_act_tells_army_from_government(
    text: str, words: str, action: str, role: str, expected: str | None
) -> None:
    assert _who(text, words, action, role) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In Mali, soldiers died when an army truck hit a mine.", "soldiers", "MLI:military"),
        ("Villagers in the Kenyan county of Turkana fled.", "Villagers", "KEN:civilians"),
        ("Police in Bogota fired on marchers in Colombia.", "Police", "COL:police"),
    ],
)
def test_a_role_takes_the_reports_country(text: str, words: str, expected: str) -> None:
    assert _who(text, words, "kill", "targets") == expected


def test_bare_nouns_stand_for_the_one_group_of_a_report() -> None:
    text = "Boko Haram raided a market in Borno. The militants burned forty stalls and left."
    assert _who(text, "The militants", "loot") == "group:boko_haram"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Rapid Support Forces held Nyala in Sudan. The Joint Forces shelled El Fasher.",
            "group:darfur_joint_force",
        ),
        ("The Shield Support Forces held Lamu in Kenya. The Joint Forces shelled a camp.", None),
        ("Kenya's Joint Forces held Lamu in Kenya. Later The Joint Forces shelled a camp.", "KEN:military"),
    ],
)
def test_a_name_of_its_own_with_the_same_noun_is_no_repeat(text: str, expected: str | None) -> None:
    assert _who(text, "The Joint Forces", "shelling") == expected


def test_two_leaders_just_named_are_not_of_the_one_group_of_a_report() -> None:
    text = "The mayor of Maiduguri met the governor. Boko Haram burned a mill. The two leaders spoke of it."
    assert _who(text, "The two leaders", "talk") is None


def test_loaded_words_among_several_groups_decide_nothing() -> None:
    text = (
        "Jaysh al-Islam, Ahrar al-Sham and Faylaq al-Rahman hold parts of Ghouta. "
        "The army said the terrorists had fled."
    )
    assert _who(text, "the terrorists", "withdraw") is None


def test_people_are_not_civilians_unless_the_report_says_so() -> None:
    assert _who("Nine people died in Kabul.", "Nine people", "kill", "targets") is None


def test_a_pronoun_keeps_the_span_of_what_it_stands_for() -> None:
    text = "Ugandan soldiers entered the town at dawn. They seized two trucks."
    parsed, mentions = _read(text)
    at = text.index("They")
    claim = _claim(
        text,
        "seized",
        "seize",
        sentence=1,
        agents=(Party(text="They", span=Span(at, at + 4), rule="parse.agent"),),
    )
    (coded,) = resolve_actors([claim], parse=parsed, mentions=mentions)
    assert coded.agents[0].actor == "UGA:military"
    assert coded.agents[0].rule == f"parse.agent, anaphora@0-{len('Ugandan soldiers')}"
    assert coded.agents[0].kind == "state_forces"


def test_a_regimes_jets_are_of_the_country_that_the_report_plays_in() -> None:
    text = "The Pentagon sent jets over Hama and Idlib in Syria. Regime planes bombed a mill near Aleppo."
    assert _who(text, "Regime planes", "airstrike") == "SYR:military"


def test_the_coalition_is_the_one_whose_name_it_shortens() -> None:
    text = (
        "The Syrian National Coalition met in Istanbul. The Coalition called on Syria to let aid in. "
        "Later the US-led coalition bombed a depot. The coalition said two men died."
    )
    assert _who(text, "The Coalition", "demand") == "org:syrian_national_coalition"
    assert _who(text, "The coalition", "airstrike") == "org:us_led_coalition"


def test_whose_branch_another_is_is_not_spoken_of() -> None:
    text = (
        "Fighters of al-Nusra Front (an al-Qaeda branch in Syria) held Idlib and Hama. "
        "The terrorists shelled Nubl."
    )
    assert _who(text, "The terrorists", "shelling") == "group:al_nusra"


def test_a_bomber_with_wings_is_no_man_with_a_belt() -> None:
    text = "Boko Haram held the hill. A Russian Su-34 bomber struck it, and a Su-34 bomber struck again."
    assert _who(text, "a Su-34 bomber", "airstrike") == "RUS:military"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Turkish leader", "TUR:government"),
        ("U.S. commanders", "USA:military"),
        ("Holt", "USA:military"),
    ],
)
def test_who_leads_or_speaks_for_a_state_is_of_it(words: str, expected: str) -> None:
    text = (
        "Al-Nusra held Idlib in Syria. The Turkish leader and U.S. commanders met in Hama, Pentagon press "
        "operations director Captain Ada Holt said. Syrian troops left, Holt said."
    )
    assert _who(text, words, "talk", nth=1 if words == "Holt" else 0) == expected


@pytest.mark.parametrize(
    ("text", "words", "action", "expected"),
    [
        (
            "Syria's rebels entered Aleppo. The Red Cross said civilians fled. They shelled a mill.",
            "They",
            "shelling",
            "SYR:rebels",
        ),
        (
            "The Taliban took Kunduz. A war monitor counted nine dead and its fighters burned a mill.",
            "its fighters",
            "loot",
            "group:taliban",
        ),
        ("The Taliban took Kunduz. Human Rights Watch said it had nine names.", "it", "accuse", "org:hrw"),
    ],
)
def test_who_only_watches_does_not_fight(text: str, words: str, action: str, expected: str) -> None:
    assert _who(text, words, action) == expected


def test_a_pronoun_beside_its_name_in_one_role_is_nobody_more() -> None:
    text = "After Ugandan soldiers left the clinic they asked for tanks."
    parsed, mentions = _read(text)
    words = ("Ugandan soldiers", "they")
    agents = tuple(
        Party(text=w, span=Span(text.index(w), text.index(w) + len(w)), rule="parse.agent") for w in words
    )
    claim = _claim(text, "asked for", "demand", agents=agents)
    (coded,) = resolve_actors([claim], parse=parsed, mentions=mentions)
    assert [party.text for party in coded.agents] == ["Ugandan soldiers"]


def test_a_foreign_army_is_an_external_force() -> None:
    text = "In Syria, around Aleppo and Homs, Russian jets hit a depot."
    parsed, mentions = _read(text)
    at = text.index("Russian jets")
    claim = _claim(text, "hit", "airstrike", agents=(Party(text="Russian jets", span=Span(at, at + 12)),))
    (coded,) = resolve_actors([claim], parse=parsed, mentions=mentions)
    assert (coded.agents[0].actor, coded.agents[0].kind) == ("RUS:military", "external_forces")


def test_we_is_the_speaker_and_sources_have_a_side() -> None:
    text = '"We took the bridge," Hezbollah said in Lebanon.'
    parsed, mentions = _read(text)
    claim = _claim(
        text,
        "took",
        "capture",
        agents=(Party(text="We", span=Span(1, 3)),),
        attribution=(Source(text="Hezbollah", span=Span(22, 31), kind="armed_group"),),
    )
    (coded,) = resolve_actors([claim], parse=parsed, mentions=mentions)
    assert coded.agents[0].actor == "group:hezbollah"
    assert coded.attribution[0].side == "group:hezbollah"


def test_an_outlet_speaks_for_its_owner() -> None:
    text = "SANA said the crossing in Syria was open."
    parsed, mentions = _read(text)
    claim = _claim(text, "open", "reopen", attribution=(Source(text="SANA", span=Span(0, 4), kind="media"),))
    (coded,) = resolve_actors([claim], parse=parsed, mentions=mentions)
    assert (coded.attribution[0].actor, coded.attribution[0].side) == ("outlet:sana", "SYR:government")


def test_claims_come_back_in_the_order_given() -> None:
    text = "The army left. The rebels came to Goma in the Democratic Republic of Congo."
    parsed, mentions = _read(text)
    made = [
        Claim(document="t", sentence=i, span=Span(a, a + 4), trigger="x", action="advance", status="occurred")
        for i, a in ((1, 26), (0, 9))
    ]
    assert [c.span for c in resolve_actors(made, parse=parsed, mentions=mentions)] == [c.span for c in made]


def _party(text: str, words: str) -> Party:
    at = text.index(words)
    return Party(text=words, span=Span(at, at + len(words)), rule="parse")


@pytest.mark.parametrize(
    ("agent", "target", "expected"),
    [
        ("Syrian troops", "the soldiers", ("SYR:military", None)),
        ("The soldiers", "Syrian troops", (None, "SYR:military")),
        ("Syrian troops", "Syrian soldiers", ("SYR:military", "SYR:military")),
    ],
)
def test_who_came_out_on_both_sides_of_a_fight_is_whom_its_words_name(
    agent: str, target: str, expected: tuple[str | None, str | None]
) -> None:
    text = f"In Syria, near Homs, on Monday: {agent} repelled {target}."
    parsed, mentions = _read(text)
    claim = _claim(text, "repelled", "repel", agents=(_party(text, agent),), targets=(_party(text, target),))
    (coded,) = resolve_actors([claim], parse=parsed, mentions=mentions)
    assert (coded.agents[0].actor, coded.targets[0].actor) == expected


def test_a_monitor_is_none_of_those_who_fight() -> None:
    text = "Islamic State took Manbij in Syria. The group said ten people died."
    parsed, mentions = _read(text)
    at = text.index("The group")
    by = Source(text="The group", span=Span(at, at + 9), kind="armed_group")
    claim = _claim(text, "died", "kill", sentence=1, attribution=(by,))
    told = [replace(claim, attribution=(replace(by, kind=kind),)) for kind in ("armed_group", "monitor")]
    coded = resolve_actors(told, parse=parsed, mentions=mentions)
    assert [c.attribution[0].actor for c in coded] == ["group:islamic_state", None]


@pytest.mark.parametrize(("second", "bodies"), [("they", 1), ("US", 2)])
def test_a_pronoun_misread_beside_a_name_is_nobody(second: str, bodies: int) -> None:
    text = f"Hezbollah met Ugandan soldiers, and with Russian jets {second} struck a depot in Syria."
    parsed, mentions = _read(text)
    agents = tuple(
        Party(text=w, span=Span(text.index(w), text.index(w) + len(w))) for w in ("Russian jets", second)
    )
    claim = _claim(text, "struck", "airstrike", agents=agents)
    (coded,) = resolve_actors([claim], parse=parsed, mentions=mentions)
    assert len({party.actor for party in coded.agents}) == bodies
