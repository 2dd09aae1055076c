"""An action that the lexicon names and the weights do not know yet is coded all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from builders import capture
from scenes import parsed, scenes

from dateline.annotate.evidence import ACTIONS, action_number
from dateline.claims import triggers as module
from dateline.claims.figures_features import figure_rows
from dateline.claims.triggers import triggers
from dateline.lexicon import Entry, actions, mapping
from dateline.lexicon.actions import Hit
from dateline.resolve.confidence import confidence_rows

PELT = Entry("pelt", ("They pelted the mill.",), ("They left the mill.",), {"action": "pelt"})


@pytest.fixture
def pelting(monkeypatch: pytest.MonkeyPatch) -> None:
    """`pelted` names the action `pelt`, the last of its group."""

    def hits(tokens: Sequence[str], is_verb: Sequence[bool]) -> list[Hit]:
        return [Hit(i, i + 1, PELT, "verb") for i, word in enumerate(tokens) if word == "pelted"]

    groups = {**mapping("action_groups"), "fight": [*mapping("action_groups")["fight"], "pelt"]}
    monkeypatch.setattr(module, "hits", hits)
    monkeypatch.setattr(actions, "mapping", lambda name: groups if name == "action_groups" else mapping(name))


def test_every_action_of_the_weights_has_its_column() -> None:
    assert [action_number(action) for action in ACTIONS] == list(range(len(ACTIONS)))
    assert action_number("pelt") == -1


@pytest.mark.usefixtures("pelting")
def test_the_lexicon_names_what_the_encoder_cannot() -> None:
    found = list(
        triggers(parsed("Rebels pelted the mill with mortars, killing three herders.", evidence=True))
    )
    assert [(t.action, t.rule) for t in found if t.hit] == [("pelt", "pelt")]


@pytest.mark.usefixtures("pelting")
def test_its_rows_are_finite_and_say_that_it_has_no_number() -> None:
    parse = parsed("Rebels pelted the mill and killed three herders with mortars.", evidence=True)
    for scene, quantities in scenes(parse, list(triggers(parse))):
        assert np.isfinite(figure_rows(scene, quantities, [None] * len(quantities))).all()
    claim = replace(capture(), span=parse.span_of(1, 2), action="pelt")
    rows = confidence_rows([claim], parse)
    assert np.isfinite(rows).all()
    assert -1.0 in rows[0]
