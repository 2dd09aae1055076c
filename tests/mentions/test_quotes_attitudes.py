"""Whose attitude it is and what about: active, passive, nobody's, owned, felt, lent by a light verb."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.mentions.quotes import quotes
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "rule", "source", "content"),
    [
        ("The dam is opposed by the guild.", "attitude.oppose.passive", "the guild", "The dam"),
        ("The dam that the guild opposes was flooded.", "attitude.oppose.gap", "the guild", "The dam"),
        ("The dam is expected to burst.", "attitude.want.nobody", None, "The dam"),
        (
            "The guild's plan to mend the dam failed.",
            "attitude.plan-noun.owned",
            "The guild",
            "to mend the dam",
        ),
        ("The miller is worried about the dam.", "attitude.feeling.felt", "The miller", "the dam"),
        ("The guild has doubts about the dam.", "attitude.opinion-noun.light", "The guild", "the dam"),
    ],
)
def test_attitudes(text: str, rule: str, source: str | None, content: str) -> None:
    parsed = parse(document_of(text, name="example"))
    quote = parsed.document.quote
    found = {
        (q.rule, quote(q.source) if q.source else None, *(quote(part) for part in q.content))
        for q in quotes(parsed)
    }
    assert (rule, source, content) in found
