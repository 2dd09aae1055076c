"""A source whose words do not tell its kind has one kind in all claims that it makes."""

from __future__ import annotations

import dataclasses

from dateline.claims.attribution import GUESSED
from dateline.claims.attribution_agreed import with_agreed_kinds
from dateline.claims.record import Source
from dateline.document import Span
from dateline.pipeline.coder import code
from dateline.read.text import document_of


def _heard(kind: str, *, at: int, rule: str = f"say.before+{GUESSED}") -> Source:
    return Source(text="Ode", span=Span(at, at + 3), kind=kind, rule=rule)  # type: ignore[arg-type]


def test_the_kind_heard_most_often_is_every_claims() -> None:
    (claim,) = code(document_of("Guards shelled Wa in Ghana.", name="t")).claims
    sources = [
        _heard("media", at=0),
        _heard("monitor", at=0),
        _heard("monitor", at=0),
        _heard("media", at=9),
        _heard("witness", at=0, rule="say.before+witness.resident"),
    ]
    agreed = with_agreed_kinds([dataclasses.replace(claim, attribution=(source,)) for source in sources])
    kinds = [one.attribution[0].kind for one in agreed]
    assert kinds == ["monitor", "monitor", "monitor", "media", "witness"]
