"""The encoder's vote: only where it is sure, only for phrases left open."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from dateline.annotate import Parse
from dateline.annotate.evidence import ACTOR_CLASSES
from dateline.annotate.parser import parse
from dateline.document import Span
from dateline.mentions.record import Mentions
from dateline.read.text import document_of
from dateline.resolve.actors_evidence import voted
from dateline.resolve.reference import Scene

TEXT = "In Kenya the platform was hit."


def _scene(role: str, sure: float) -> Scene:
    plain = parse(document_of(TEXT, name="t"))
    actor = np.zeros((len(plain.doc), len(ACTOR_CLASSES)), dtype=np.float32)
    actor[:, ACTOR_CLASSES.index(role)] = sure
    evidence: Any = SimpleNamespace(actor=actor)
    return Scene(Parse(plain.document, plain.doc, plain.sentences, evidence), Mentions())


@pytest.mark.parametrize(
    ("role", "sure", "expected"),
    [
        ("police", 0.95, "KEN:police"),
        ("police", 0.3, None),
        ("unresolved", 0.99, None),
        ("group", 0.99, None),
    ],
)
def test_the_vote(role: str, sure: float, expected: str | None) -> None:
    scene = _scene(role, sure)
    at = TEXT.index("platform")
    choice = voted(scene.phrase(Span(at, at + 8)), scene)
    assert (choice.actor if choice else None) == expected
