"""An analyst's own rules, laid over the shipped lexicons from a file outside the package."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from dateline.errors import LexiconError
from dateline.lexicon.load import OVERLAY, entries, own_rules

RULES = """
actions:
  - id: own.attack.zoom
    action: attack
    verbs: [zoomband]
    match: [They zoombanded the post.]
    reject: [They zoomed in on the post.]
loaded:
  - id: loaded.own
    pattern: grey ones
    match: [The grey ones came.]
    reject: [The grey stones lay there.]
"""


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Lays a file of rules over the lexicons."""
    path = tmp_path / "rules.yaml"

    def lay(text: str):
        path.write_text(text, "utf-8")
        monkeypatch.setenv(OVERLAY, str(path))
        own_rules.cache_clear()
        entries.cache_clear()
        return path

    yield lay
    monkeypatch.delenv(OVERLAY, raising=False)
    own_rules.cache_clear()
    entries.cache_clear()


def test_own_rules_stand_after_the_shipped_ones(own):
    shipped = entries("actions")
    own(RULES)
    assert entries("actions")[:-1] == shipped
    assert entries("actions")[-1].id == "own.attack.zoom"
    assert entries("loaded")[-1]["pattern"] == "grey ones"


def test_a_rule_with_a_shipped_id_replaces_it_where_it_stands(own):
    first, *rest = entries("loaded")
    own(f"loaded: [{{id: {first.id}, pattern: grey, match: [grey], reject: [blue]}}]")
    assert entries("loaded")[0]["pattern"] == "grey"
    assert list(entries("loaded")[1:]) == rest


BASE = "match: [They did.], reject: [They did not.]"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"verbs: [{{id: x, {BASE}}}]", "'verbs' is no list of rules; there are: actions, "),
        (f"crosswalk: [{{id: x, {BASE}}}]", "'crosswalk' is no list of rules"),
        (f"times: [{{id: x, {BASE}}}]", "'times' is no list of rules"),
        ("actions: {x: 1}", "must be a list of entries"),
        (f"actions: [{{id: x, action: zoom, {BASE}}}]", "has action 'zoom'; it is one of "),
        (f"actions: [{{id: x, verb: [zoom], {BASE}}}]", "has 'verb'; the fields are action, "),
        ("actions: [{id: x, action: attack, match: [a]}]", "'x' has no `reject`; add a sentence"),
        (f"actions: [{{id: x, {BASE}}}, {{id: x, {BASE}}}]", "id 'x' stands twice"),
        ("- actions", "must be a mapping of lexicons to lists of entries"),
        ("actions: [", "not YAML"),
    ],
)
def test_a_strange_rule_is_refused_with_the_file_and_what_there_is(own, text, said):
    path = own(text)
    with pytest.raises(LexiconError) as refused:
        entries("actions")
    assert str(refused.value).startswith(str(path)) and said in str(refused.value)


def test_a_file_that_is_not_there_is_refused(own, tmp_path, monkeypatch):
    own("")
    monkeypatch.setenv(OVERLAY, str(tmp_path / "none.yaml"))
    with pytest.raises(LexiconError, match=rf"none\.yaml: cannot be read: .*; correct {OVERLAY}"):
        entries("actions")


def test_a_report_is_coded_by_own_rules(tmp_path):
    rules, text = tmp_path / "rules.yaml", tmp_path / "report.txt"
    rules.write_text(RULES, "utf-8")
    text.write_text("The army zoombanded the rebel post in Orun on 3 May 2020.", "utf-8")
    asked = [sys.executable, "-m", "dateline", "code", str(text), "--format", "jsonl"]

    def coded(**more: str) -> str:
        done = subprocess.run(asked, capture_output=True, text=True, env={**os.environ, **more}, check=True)
        return done.stdout

    assert "own.attack.zoom" in coded(**{OVERLAY: str(rules)})
    assert "own.attack.zoom" not in coded()
