"""Whom a party is weighed against, and when another body takes the place of the rules' answer."""

from __future__ import annotations

import dataclasses

import pytest

from dateline.annotate.annotator import annotate
from dateline.claims.build import claims_in
from dateline.document import Span
from dateline.pipeline.finders import mentions_in
from dateline.read.text import document_of
from dateline.resolve import actors_weighed
from dateline.resolve.actors import read_by_rules
from dateline.resolve.actors_cast import Cast, class_of
from dateline.resolve.actors_features import bodies_for, body_rows
from dateline.resolve.actors_weighed import chosen, is_told_beside, parties_of, weighed

TEXT = (
    "Colombian troops attacked a camp of the ELN near Tame on Monday. They killed four guerrillas.\n"
    "The ELN said its fighters had ambushed a patrol of the army and wounded two soldiers."
)


def _cast(text: str = TEXT) -> Cast:
    parse = annotate(document_of(text, name="t"))
    mentions = mentions_in(parse)
    claims, scene, memory = read_by_rules(claims_in(parse, mentions), parse=parse, mentions=mentions)
    return Cast(scene, memory, claims)


@pytest.mark.parametrize(
    ("chance", "ruled", "expected"),
    [
        ({"group:eln": 0.8, "COL:military": 0.1}, "COL:military", "group:eln"),
        ({"group:eln": 0.35, "COL:military": 0.3}, "COL:military", "COL:military"),
        ({"group:eln": 0.1, "COL:military": 0.02}, "COL:military", None),
        ({"group:eln": 0.6, "COL:military": 0.1}, None, "group:eln"),
        ({"group:eln": 0.3, "COL:military": 0.1}, None, None),
        ({}, None, None),
    ],
)
def test_another_body_takes_the_place_only_where_it_is_likelier(
    chance: dict[str, float], ruled: str | None, expected: str | None
) -> None:
    assert chosen(chance, ruled) == expected


@pytest.mark.parametrize(("words", "able"), [("armed groups", False), ("the armed group", True)])
def test_several_bodies_are_none_of_those_named(words: str, able: bool) -> None:
    cast = _cast(f"The ELN shelled Tame on Monday.\nColombian troops attacked {words} near Saravena.")
    asked = next(one for _, one in parties_of(cast) if one.party.text.endswith(words[-6:]))
    assert ("group:eln" in bodies_for(asked, cast)) == able


@pytest.mark.parametrize(
    ("actor", "words", "may"),
    [
        ("group:eln", "some guerrillas", True),
        ("group:eln", "the guerrillas", False),
        ("COL:military", "the guerrillas", True),
    ],
)
def test_a_group_is_meant_in_the_section_that_names_it(actor: str, words: str, may: bool) -> None:
    text = (
        "Colombian troops moved on two fronts.\nTame\nThe army met the ELN and killed some guerrillas.\n"
        "Cali\nTroops of the army drove the guerrillas from a mill."
    )
    assert _cast(text).may_be_told(actor, text.index(words)) is may


def test_the_enemy_is_nobody_of_the_speakers_side() -> None:
    cast = _cast(
        "The Ukrainian army shelled Horlivka on Monday. Russian troops fired back. The Ukrainian "
        "military said its gunners had destroyed an enemy depot near Bakhmut."
    )
    asked = next(one for _, one in parties_of(cast) if "enemy" in one.party.text)
    bodies = bodies_for(asked, cast)
    assert any(body.startswith("RUS:") for body in bodies)
    assert not [body for body in bodies if body.startswith("UKR:") and body != asked.party.actor]


@pytest.mark.parametrize(
    ("words", "able"), [("four guerrillas", False), ("four party militants", True), ("four men", True)]
)
def test_a_mere_party_bears_no_arms(words: str, able: bool) -> None:
    cast = _cast(
        f"Sinn Fein held a rally in Belfast. British troops shot {words} near the hall of Sinn Fein."
    )
    asked = next(one for _, one in parties_of(cast) if one.party.text.endswith(words.split()[-1]))
    assert ("group:sinn_fein" in actors_weighed._able(["group:sinn_fein"], asked, cast)) is able


@pytest.mark.parametrize(
    ("words", "apart"), [("A clerk", True), ("They", False), ("The gunman", False), ("Rebel groups", True)]
)
def test_a_group_told_of_elsewhere_is_no_party(words: str, apart: bool) -> None:
    away = "Schools opened. Bakers went back to work. " if words == "A clerk" else ""
    cast = _cast(f"The ELN bombed two mills near Tame. {away}{words} shot a doctor in Cali.")
    at = cast.scene.text.index(words)
    phrase = cast.scene.phrase(Span(at, at + len(words)))
    assert actors_weighed._is_apart("group:eln", phrase, cast.scene) is apart
    assert not actors_weighed._is_apart("COL:military", phrase, cast.scene)


def test_a_state_does_not_accuse_itself() -> None:
    cast = _cast("North Korea shelled Yeonpyeong. Pyongyang accused the other side of firing first.")
    asked = next(one for _, one in parties_of(cast) if "side" in one.party.text and one.role == "targets")
    assert actors_weighed._blames_itself("PRK:military", asked, cast)
    assert not actors_weighed._blames_itself("KOR:military", asked, cast)
    assert not actors_weighed._blames_itself("PRK:rebels", asked, cast)


def test_a_word_for_one_countrys_army_is_nobody_in_a_report_on_another() -> None:
    # `regime` is a name of Myanmar's army, where a report speaks of Myanmar.
    cast = _cast(
        "Syrian rebels shelled western Aleppo on Monday. The army and regime aircraft bombed a mill."
    )
    assert "MMR:military" not in cast.named
    armies = {p.actor for claim in cast.claims for p in (*claim.agents, *claim.targets) if p.actor}
    assert "SYR:military" in armies
    assert not [actor for actor in armies if actor.startswith("MMR:")]


def test_a_party_may_be_every_named_body_and_whom_the_rules_say() -> None:
    cast = _cast()
    asked = [one for _, one in parties_of(cast)]
    assert asked
    for one in asked:
        bodies = bodies_for(one, cast)
        assert "group:eln" in bodies
        assert one.party.actor is None or one.party.actor in bodies
        assert body_rows(one, bodies, cast).shape[0] == len(bodies)


def test_a_body_named_by_the_words_themselves_is_not_weighed() -> None:
    cast = _cast(f"The ELN shelled Tame. {TEXT}")
    named = {p.text for claim in cast.claims for p in claim.agents if p.rule.endswith(", registry")}
    assert named
    assert named.isdisjoint(one.party.text for _, one in parties_of(cast))


def test_the_body_named_last_comes_first() -> None:
    cast = _cast()
    assert next(iter(cast.latest(TEXT.index("its fighters")))) == "group:eln"
    assert cast.latest(0) == {}


def test_without_trees_the_rules_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = _cast()
    monkeypatch.setattr(actors_weighed, "trees", lambda name: None)
    assert weighed(cast.claims, cast.scene, cast.memory) == {}


@pytest.mark.parametrize(
    ("actor", "other", "alike"),
    [
        ("COL:military", "PER:military", True),
        ("group:eln", "group:farc", True),
        ("org:un", "group:eln", False),
    ],
)
def test_classes_leave_out_the_country(actor: str, other: str, alike: bool) -> None:
    assert (class_of(actor) == class_of(other)) is alike


def test_the_words_that_name_a_body_are_kept_as_evidence() -> None:
    cast = _cast()
    span = cast.naming("group:eln", TEXT.index("its fighters"))
    assert span is not None
    assert TEXT[span.start : span.end] == "ELN"
    assert span.start > TEXT.index("\n")
    assert cast.naming("group:farc", 0) is None


def test_a_second_body_is_not_made_the_one_beside_it() -> None:
    one = next(one for _, one in parties_of(_cast()) if one.party.actor is not None)
    beside = dataclasses.replace(one, same=frozenset(["group:eln"]))
    assert is_told_beside("group:eln", beside)
    assert not is_told_beside("group:eln", dataclasses.replace(one, same=frozenset()))
    nobody = dataclasses.replace(beside, party=dataclasses.replace(one.party, actor=None))
    assert is_told_beside("group:eln", nobody)
