"""The registry: every entry is sound, every name finds its body, and the compiled form is fresh."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.registry import COMPILED, KINDS, registry, shipped_files
from dateline.lexicon.registry_build import compiled
from dateline.lexicon.registry_match import words

LEAST_GROUPS = 400


def test_the_compiled_registry_is_what_the_files_say() -> None:
    """Run `python -m dateline.lexicon.registry_build` after a change of actors_*.yaml."""
    assert COMPILED.read_text("utf-8") == compiled()


def test_it_holds_at_least_four_hundred_armed_groups() -> None:
    assert sum(actor.id.startswith("group:") for actor in registry()) >= LEAST_GROUPS


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
    ],
)
def test_names_in_sentences(text: str, expected: str) -> None:
    assert expected in {value for hit in registry().matcher.find(words(text)) for value in hit.values}


@pytest.mark.parametrize(
    "text", ["This is how it is done.", "They asked us to wait.", "Those who left early."]
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a list\n", "must be a mapping"),
        ("group:x: {kind: rebel_group}\n", "has no `name`"),
        ("group:x: {name: X, kind: warlord}\n", "kind 'warlord'"),
        ("group:x: {name: [\n", "cannot be read as YAML"),
    ],
)
def test_a_bad_overlay_says_what_and_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(LexiconError, match=said) as caught:
        registry(path)
    assert str(path) in str(caught.value)
