"""Whom the encoder hears say a claim: without a reporting word, and in place of the wrong words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from dateline import code, document_of
from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, SOURCE_KINDS, Scores
from dateline.annotate.parser import parse
from dateline.claims.attribution import attribute, speakers_of
from dateline.claims.record import Source
from dateline.document import Span
from dateline.mentions.quotes import quotes


class Hears:
    """Evidence of an encoder that hears the given words as the source of every claim."""

    def __init__(self, parsed: Parse, likely: Mapping[str, float], kind: str = "own_voice") -> None:
        size = len(parsed.doc)
        self.action = self.status = self.actor = np.zeros((size, 1), np.float32)
        self.voice = np.zeros((size, len(SOURCE_KINDS)), np.float32)
        self.voice[:, SOURCE_KINDS.index(kind)] = 1
        self._scores = np.zeros((size, len(ARGUMENT_ROLES)), np.float32)
        text = parsed.document.text
        for words, chance in likely.items():
            start = text.index(words)
            inside = [t.i for t in parsed.tokens_in(Span(start, start + len(words)))]
            self._scores[inside, ARGUMENT_ROLES.index("source")] = chance

    def arguments(self, trigger: Sequence[int]) -> Scores:
        """The same for every trigger."""
        return self._scores

    def arguments_of(self, triggers: Sequence[Sequence[int]]) -> list[Scores]:
        """The same for every trigger."""
        return [self._scores for _ in triggers]


def sources(
    text: str, trigger: str, likely: Mapping[str, float], kind: str = "own_voice"
) -> tuple[Source, ...]:
    bare = parse(document_of(text, name="t"))
    evidence = Hears(bare, likely, kind)
    parsed = Parse(bare.document, bare.doc, bare.sentences, evidence)
    start, found = text.index(trigger), tuple(quotes(parsed))
    return attribute(
        trigger=Span(start, start + len(trigger)),
        parse=parsed,
        quotes=found,
        speakers=speakers_of(parsed, found),
        scores=evidence.arguments([0]),
    )


MILL = "The guild of the river mourns its dead. Raiders burned two mills."


@pytest.mark.parametrize(
    ("likely", "heard"),
    [
        ({"guild": 0.95, "river": 0.9}, ["The guild of the river"]),
        ({"guild": 0.95, "mills": 0.9}, ["The guild"]),
        ({"guild": 0.6}, []),
    ],
)
def test_words_heard_are_the_source(likely: Mapping[str, float], heard: list[str]) -> None:
    made = sources(MILL, "burned", likely)
    assert [s.text for s in made] == heard
    assert {s.rule for s in made} <= {"model.heard"}


def test_a_known_speaker_is_named_whole() -> None:
    text = "The mayor of Tarn said it had rained. Raiders burned two mills."
    assert [s.text for s in sources(text, "burned", {"mayor": 0.95})] == ["The mayor of Tarn"]


def test_words_that_nobody_hears_give_way_to_others() -> None:
    text = "The guild published letters that say raiders burned two mills."
    wrong = sources(text, "burned", {})[-1]
    assert (wrong.text, wrong.rule.partition("+")[0]) == ("letters", "say.right")
    assert [s.text for s in sources(text, "burned", {"The guild": 0.95})] == ["The guild"]
    assert [s.text for s in sources(text, "burned", {"The guild": 0.95, "letters": 0.3})] == ["letters"]


def test_the_encoder_tells_what_kind_a_source_is_where_no_word_does() -> None:
    text = "The Tarn Nine said raiders burned two mills."
    assert sources(text, "burned", {}, kind="armed_group")[-1].kind == "armed_group"
    told = "The mayor said raiders burned two mills."
    assert sources(told, "burned", {}, kind="armed_group")[-1].kind == "named_official"


def test_who_quotes_himself_is_one_source() -> None:
    text = "OHCHR said it had verified the killing of 89 civilians by rebels in Ituri."
    [claim] = code(document_of(text, name="once")).claims
    assert [source.text for source in claim.attribution] == ["OHCHR"]
