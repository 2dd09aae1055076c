"""The registry: every entry is sound, every name finds its body, and the compiled form is fresh."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.registry import COMPILED, KINDS, OVERLAY, registry, shipped_files
from dateline.lexicon.registry_build import compiled
from dateline.lexicon.registry_match import words

LEAST_GROUPS = 400
SOURCES = set("codebook gold fakes re3d ucdp lgl trnews muc plover phoenix gtd fto".split())
"""The short names that docs/registry.md explains."""


def test_the_compiled_registry_is_what_the_files_say() -> None:
    """Run `python -m dateline.lexicon.registry_build` after a change of actors_*.yaml."""
    assert COMPILED.read_text("utf-8") == compiled()


def test_it_holds_at_least_four_hundred_checked_armed_groups() -> None:
    checked = [actor for actor in registry() if actor.id.startswith("group:") and actor.checked]
    assert len(checked) >= LEAST_GROUPS


def test_every_entry_says_where_it_was_checked() -> None:
    assert [actor.id for actor in registry() if not actor.checked] == []


def test_a_source_is_a_listed_key_or_an_address() -> None:
    address = re.compile(r"index:\d+|page:https?://\S+|repo:[\w.-]+/[\w.-]+:\S+")
    odd = {s for a in registry() for s in a.checked if s not in SOURCES and not address.fullmatch(s)}
    assert odd == set()


def test_numbers_and_dates_have_their_form() -> None:
    date = r"\d{4}(-\d\d){0,2}"
    for actor in registry():
        assert all(re.fullmatch(r"ucdp:\d+", number) for number in actor.ids), actor.id
        assert actor.active is None or re.fullmatch(rf"{date}/({date}|\.\.)", actor.active), actor.id
        assert [since for since, _ in actor.after] == sorted(since for since, _ in actor.after)


def test_no_two_bodies_share_a_number() -> None:
    numbers = [number for actor in registry() for number in actor.ids]
    assert len(numbers) == len(set(numbers))


def test_a_renamed_body_is_one_actor() -> None:
    body = registry().get("group:al_nusra")
    assert body is not None
    for _, name in body.after:
        assert [hit.values for hit in registry().matcher.find(words(name))] == [("group:al_nusra",)]
    assert [since for since, _ in body.after] == ["2016-07-28", "2017-01-28"]


def test_every_kind_is_an_acled_kind() -> None:
    assert {actor.kind for actor in registry()} <= set(KINDS)


def test_every_alias_finds_its_own_body() -> None:
    lost = []
    for _, listed in shipped_files():
        for actor, fields in listed.items():
            for name in fields.get("aliases", ()):
                hits = list(registry().matcher.find(words(str(name))))
                if not any(actor in hit.values for hit in hits):
                    lost.append((actor, name))
    assert lost == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighters of Jabhat Fateh al-Sham left the town.", "group:al_nusra"),
        ("The RSF said it had entered the camp.", "group:rapid_support_forces"),
        ("Da’esh lost the bridge.", "group:islamic_state"),
        ("Sendero Luminoso blew up a pylon.", "group:shining_path"),
        ("The Ta'ang National Liberation Army took the post.", "group:tnla"),
        ("Amnesty International published the list.", "org:amnesty_international"),
        ("The 3R rebels burned a village.", "group:3r"),
        ("MINUSCA sent a patrol.", "org:minusca"),
        ("The 444 Brigade closed the road.", "group:brigade_444"),
        ("Fighters of the Chin Brotherhood Alliance held the hill.", "group:chin_brotherhood"),
        ("Gunmen of Gran Grif came by night.", "group:gran_grif"),
        ("The Deir Ezzor Military Council sent reinforcements.", "group:deir_ez_zor_military_council"),
    ],
)
def test_names_in_sentences(text: str, expected: str) -> None:
    assert expected in {value for hit in registry().matcher.find(words(text)) for value in hit.values}


@pytest.mark.parametrize(
    "text", ["This is how it is done.", "They asked us to wait.", "Those who left early.", "The plot failed."]
)
def test_acronyms_need_their_capitals(text: str) -> None:
    assert list(registry().matcher.find(words(text))) == []


def test_a_state_role_has_a_name_and_a_kind() -> None:
    actor = registry().get("KEN:police")
    assert actor is not None
    assert (actor.name, actor.kind) == ("Police of Kenya", "state_forces")


@pytest.mark.parametrize("unknown", ["XYZ:military", "SYR:army", "group:nobody", ""])
def test_an_unknown_id_is_none(unknown: str) -> None:
    assert registry().get(unknown) is None


def test_an_analysts_file_adds_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "group:river_guard: {name: River Guard, kind: identity_militia, aliases: [River Guards]}\n"
        "group:hamas: {name: Hamas (mine), kind: rebel_group, aliases: [Hamas]}\n",
        "utf-8",
    )
    mine = registry(path)
    assert [hit.values for hit in mine.matcher.find(words("River Guards crossed."))] == [
        ("group:river_guard",)
    ]
    hamas = mine.get("group:hamas")
    assert hamas is not None and hamas.name == "Hamas (mine)"


def test_the_environment_names_an_analysts_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("group:river_guard: {name: River Guard, kind: identity_militia}\n", "utf-8")
    monkeypatch.setenv(OVERLAY, str(path))
    registry.cache_clear()
    try:
        mine = registry().get("group:river_guard")
        assert mine is not None and mine.checked == ()
    finally:
        registry.cache_clear()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a list\n", "must be a mapping"),
        ("group:x: {kind: rebel_group}\n", "has no `name`"),
        ("group:x: {name: X, kind: warlord}\n", "kind 'warlord'"),
        ("group:x: {name: X, kind: rebel_group, alias: [Y]}\n", "has 'alias'; the fields are"),
        ("group:x: {name: X, kind: rebel_group, countries: [Sudan]}\n", "has country 'Sudan'"),
        ("group:x: {name: [\n", "cannot be read as YAML"),
    ],
)
def test_a_bad_overlay_says_what_and_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(LexiconError, match=said) as caught:
        registry(path)
    assert str(path) in str(caught.value)
