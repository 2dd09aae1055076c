"""Who those are that are told by where they live, whose they are, or whom they fight."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.claims.record import Claim, Party
from dateline.document import Span
from dateline.mentions.actors import actors
from dateline.mentions.record import Mentions
from dateline.pipeline.coder import code
from dateline.read.text import document_of
from dateline.resolve.actors import actor_of
from dateline.resolve.actors_fought import foes_named
from dateline.resolve.reference import Scene


@pytest.mark.parametrize(
    ("text", "words", "action", "role", "actor"),
    [
        # Who attacks a village attacks its people; who takes it takes ground.
        ("Gunmen attacked nine villages in Nigeria.", "nine villages", "attack", "targets", "NGA:civilians"),
        ("Gunmen captured nine villages in Nigeria.", "nine villages", "capture", "targets", None),
        ("Shells hit a crowded market in Sudan.", "a crowded market", "shelling", "targets", "SDN:civilians"),
        # A faith has no state: those of it who are harmed are civilians, those who fight may be anybody.
        ("A mob killed nine Hindus in Bangladesh.", "nine Hindus", "kill", "targets", "BGD:civilians"),
        ("Nine Hindus fought a mob in Bangladesh.", "Nine Hindus", "clash", "agents", None),
        # One of a nation who is taken is a civilian, a nation's machine that bombs its army's.
        (
            "Gunmen took a Canadian geologist in Mali.",
            "a Canadian geologist",
            "abduct",
            "targets",
            "CAN:civilians",
        ),
        ("Uzbek Su-24s bombed a ridge.", "Uzbek Su-24s", "airstrike", "agents", "UZB:military"),
        ("A Canadian firm left Mali.", "A Canadian firm", "withdraw", "agents", None),
        # Peacekeepers are of who sent them, not of their nation.
        (
            "MINUSCA said a mine killed two Chadian peacekeepers.",
            "two Chadian peacekeepers",
            "kill",
            "targets",
            "org:minusca",
        ),
        ("A mine killed two peacekeepers in Peru.", "two peacekeepers", "kill", "targets", None),
        # A council sends nobody, nor is a nation's man on a mission that is elsewhere.
        (
            "Baku told the Security Council that a mine had killed two Russian peacekeepers in Azerbaijan.",
            "two Russian peacekeepers",
            "kill",
            "targets",
            "RUS:military",
        ),
        (
            "Rebels took Bria in the Central African Republic. Gabonese peacekeepers left the town.",
            "Gabonese peacekeepers",
            "withdraw",
            "agents",
            "GAB:military",
        ),
        # A state's citizens who leave are its own, wherever they are.
        (
            "Canberra told its citizens to leave Kenya.",
            "its citizens",
            "displace",
            "targets",
            "AUS:civilians",
        ),
        # A group's chief is one of it.
        (
            "GIA fighters left Blida in Algeria. Troops killed its emir.",
            "its emir",
            "kill",
            "targets",
            "group:gia",
        ),
        ("The PKK said seven of its men died in Turkey.", "seven of its men", "kill", "targets", "group:pkk"),
        # A force of many lands is none of those named before.
        (
            "Congolese soldiers left Goma. Kenya wants a regional force sent there.",
            "a regional force",
            "deploy",
            "agents",
            None,
        ),
        # States at large are none.
        ("The envoy called on states to help Mali.", "states", "demand", "targets", None),
        # Citizens who are told to do something are people, the nation is its state.
        ("Canberra told Australians to leave Kenya.", "Australians", "demand", "targets", "AUS:civilians"),
        # Officers are of those spoken of last.
        (
            "Police searched the house in Peru. Three officers were shot.",
            "Three officers",
            "kill",
            "targets",
            "PER:police",
        ),
        (
            "The army left its camp in Peru. Three officers were shot.",
            "Three officers",
            "kill",
            "targets",
            "PER:military",
        ),
        (
            "Police searched the house in Peru. Four agents were shot.",
            "Four agents",
            "kill",
            "targets",
            "PER:police",
        ),
        ("Rebels left the camp in Peru. A major was shot.", "A major", "kill", "targets", "PER:military"),
        ("Rebels left the camp in Peru. Mr Major was shot.", "Mr Major", "kill", "targets", None),
        # The latter is who was named last.
        (
            "The army fought the M23 in Congo. The latter withdrew.",
            "The latter",
            "withdraw",
            "agents",
            "group:m23",
        ),
        (
            "The M23 fought the army in Congo. The latter withdrew.",
            "The latter",
            "withdraw",
            "agents",
            "COD:military",
        ),
        # Militiamen beside soldiers are the state's.
        ("Sixty soldiers and militiamen died in Mali.", "militiamen", "kill", "targets", "MLI:militia"),
        ("Sixty militiamen died in Mali.", "Sixty militiamen", "kill", "targets", None),
        ("A patrol was ambushed in Mali.", "A patrol", "attack", "targets", "MLI:military"),
        # The attackers are of the one group that the report names; unknown gunmen may be anybody.
        (
            "The M23 entered Sake in Congo. Two of the attackers died.",
            "the attackers",
            "kill",
            "targets",
            "group:m23",
        ),
        ("The M23 entered Sake in Congo. Some attackers died.", "Some attackers", "kill", "targets", None),
        # What has an owner is the owner's.
        (
            "The M23 left Sake in Congo. Jets hit the group's camps.",
            "the group's camps",
            "airstrike",
            "targets",
            "group:m23",
        ),
        ("Jets hit Monday's fair in Congo.", "Monday's fair", "airstrike", "targets", None),
        # A name right behind a word for one body is its own, in the next sentence it is not.
        ("An Islamist group, the M23, burned Sake.", "An Islamist group", "attack", "agents", "group:m23"),
        ("Gunmen joined an armed movement. M23 burned Sake.", "an armed movement", "attack", "agents", None),
    ],
)
def test_those_told_without_a_body(text: str, words: str, action: str, role: str, actor: str | None) -> None:
    parsed = parse(document_of(text, name="t"))
    mentions = Mentions(actors=tuple(actors(parsed)))
    found = actor_of(_at(text, words), parse=parsed, mentions=mentions, action=action, role=role)
    assert found == actor


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _claim(text: str, trigger: str, agent: Party, target: Party) -> Claim:
    return Claim(
        document="t",
        sentence=0,
        span=_at(text, trigger),
        trigger=trigger,
        action="kill",
        status="occurred",
        agents=(agent,),
        targets=(target,),
    )


def _party(text: str, words: str, actor: str | None, rule: str = "parse.agent, registry") -> Party:
    return Party(text=words, span=_at(text, words), actor=actor, rule=rule)


FOUGHT = "The M23 killed nine soldiers. The M23 killed the militants. The M23 killed four more men."


@pytest.mark.parametrize(
    ("words", "actor"),
    [("four more men", "COD:military"), ("the militants", None), ("nine soldiers", "COD:military")],
)
def test_who_came_out_on_both_sides_is_whom_the_other_fights_elsewhere(words: str, actor: str | None) -> None:
    by = _party(FOUGHT, "The M23", "group:m23")
    fought = _claim(FOUGHT, "killed", by, _party(FOUGHT, "nine soldiers", "COD:military"))
    himself = _claim(
        FOUGHT, "killed", by, _party(FOUGHT, words, None, "parse.target, group.only, not.himself")
    )
    scene = Scene(parse(document_of(FOUGHT, name="t")), Mentions())
    _, found = foes_named([fought, himself], scene)
    assert found.targets[0].actor == actor


def test_a_foe_that_nothing_else_tells_stays_unknown() -> None:
    himself = _claim(
        FOUGHT,
        "killed",
        _party(FOUGHT, "The M23", "group:m23"),
        _party(FOUGHT, "four more men", None, "parse.target, group.only, not.himself"),
    )
    scene = Scene(parse(document_of(FOUGHT, name="t")), Mentions())
    assert foes_named([himself], scene) == (himself,)


def test_whoever_is_hurt_in_a_nations_village_is_of_it_though_no_list_has_the_village() -> None:
    text = (
        "M23 rebels took Sake in Congo. Their shells hit the Rwandan village of Orvanek and killed two women."
    )
    found = {
        p.actor for c in code(document_of(text, name="t")).claims for p in c.targets if "women" in p.text
    }
    assert found == {"RWA:civilians"}
