"""Findings about the learned evidence, and about weights that are missing or damaged."""

from __future__ import annotations

import json
import shutil

import numpy as np
import pytest

from dateline.annotate.encoder import evidence_of, evidence_of_words
from dateline.annotate.encoder_model import GRAPH, HEADS, MANIFEST, WEIGHTS, load
from dateline.annotate.evidence import ACTIONS, ARGUMENT_ROLES, SOURCE_KINDS, STATUSES
from dateline.document import Document
from dateline.errors import ModelError

shipped = pytest.mark.skipif(not (WEIGHTS / MANIFEST).is_file(), reason="no encoder weights in this checkout")


@pytest.fixture(scope="module")
def model():
    return load()


def _said(text, model):
    words = text.split()
    return words, evidence_of_words(words, model=model)


@shipped
@pytest.mark.parametrize(
    ("text", "trigger", "action"),
    [
        ("Gunners shelled the market of Taiz on Monday .", "shelled", "shelling"),
        ("The column retreated from the ridge after dark .", "retreated", "withdraw"),
        ("Police arrested four students in the capital .", "arrested", "detain"),
        ("Soldiers recaptured the airport from the insurgents .", "recaptured", "capture"),
        ("At least nine villagers were killed near the river .", "killed", "kill"),
    ],
)
def test_action_of_a_trigger(text, trigger, action, model):
    words, evidence = _said(text, model)
    scores = evidence.action[words.index(trigger)]
    assert ACTIONS[scores[1:].argmax()] == action
    assert scores[0] < 0.5


@shipped
@pytest.mark.parametrize("text", ["The bakery sold more bread than last year .", "Rain is due on Sunday ."])
def test_peaceful_words_are_no_triggers(text, model):
    _, evidence = _said(text, model)
    assert (evidence.action[:, 0] > 0.5).all()


@shipped
@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The army captured the town of Marib .", "captured", "occurred"),
        ("The army will capture the town of Marib , the general said .", "capture", "planned"),
        ("The army did not capture the town of Marib .", "capture", "denied"),
    ],
)
def test_status_of_a_trigger(text, trigger, status, model):
    words, evidence = _said(text, model)
    assert STATUSES[evidence.status[words.index(trigger)].argmax()] == status


@shipped
def test_voice_tells_a_speaker_from_the_outlet(model):
    words, told = _said("Rebels killed six soldiers , the defence minister said .", model)
    own_words, own = _said("Rebels killed six soldiers in the valley .", model)
    column = SOURCE_KINDS.index("own_voice")
    assert told.voice[words.index("killed"), column] < own.voice[own_words.index("killed"), column]


@shipped
@pytest.mark.parametrize(
    ("role", "word"), [("agent", "Rebels"), ("target", "soldiers"), ("at", "Bentiu"), ("quantity", "six")]
)
def test_arguments_of_a_trigger(role, word, model):
    words, evidence = _said("Rebels killed six soldiers in Bentiu .", model)
    scores = evidence.arguments([words.index("killed")])
    assert words[scores[:, ARGUMENT_ROLES.index(role)].argmax()] == word


@shipped
def test_rows_are_probabilities_and_the_same_each_time(model):
    words, evidence = _said("Clashes went on near Goma , residents said .", model)
    for scores in (evidence.action, evidence.status, evidence.voice, evidence.actor):
        assert len(scores) == len(words)
        np.testing.assert_allclose(scores.sum(1), 1, atol=1e-5)
    _, again = _said("Clashes went on near Goma , residents said .", model)
    np.testing.assert_array_equal(evidence.action, again.action)
    np.testing.assert_array_equal(evidence.arguments([0]), again.arguments([0]))


@shipped
@pytest.mark.parametrize("words", [[], ["\n", "  "], ["\n", "killed", " "]])
def test_white_space_is_never_a_trigger(words, model):
    evidence = evidence_of_words(words, model=model)
    assert len(evidence.action) == len(words)
    assert all(evidence.action[k, 0] == 1 for k, word in enumerate(words) if not word.strip())


@shipped
def test_a_long_report_is_read_in_windows(model):
    sentence = "Troops shelled the town of Kidal on Monday .".split()
    evidence = evidence_of_words(sentence * 120, model=model)
    triggers = (1 - evidence.action[:, 0]).reshape(120, -1).argmax(1)
    assert (triggers == 1).mean() > 0.9


def test_no_weights_no_evidence(tmp_path):
    assert load(tmp_path) is None


def test_no_evidence_for_another_language():
    document = Document(name="x", text="Les troupes ont pris la ville.", language="fr")
    assert evidence_of([], document=document) is None


@shipped
@pytest.mark.parametrize("name", [GRAPH, HEADS])
def test_damaged_weights_are_one_clear_line(name, tmp_path):
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / name).write_bytes(b"not weights")
    with pytest.raises(ModelError, match=rf"{name}: weights file damaged .*reinstall") as caught:
        load(folder)
    assert "\n" not in str(caught.value)


@shipped
def test_missing_weights_file_is_named(tmp_path):
    folder = tmp_path / "weights"
    shutil.copytree(WEIGHTS, folder)
    (folder / HEADS).unlink()
    with pytest.raises(ModelError, match=rf"{HEADS}: weights file missing"):
        load(folder)


@pytest.mark.parametrize(
    ("manifest", "finding"),
    [
        ("{", "not a weights manifest"),
        ("[]", "not a weights manifest"),
        (json.dumps({"files": {}, "labels": {}}), "other labels"),
    ],
)
def test_bad_manifest_is_refused(manifest, finding, tmp_path):
    (tmp_path / MANIFEST).write_text(manifest, "utf-8")
    with pytest.raises(ModelError, match=finding):
        load(tmp_path)
