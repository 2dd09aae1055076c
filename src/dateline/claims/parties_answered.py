"""What an act answers is another act, with parties of its own: `shelled a town in reprisal for a raid`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.parties_scores import Event, Offered
from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token


def answered(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; who raided shelled nothing, and no shelled town was raided."""
    sentence = parse.tokens[event.trigger.sentence.first : event.trigger.sentence.last]
    elsewhere = _elsewhere(sentence, parse.tokens[event.trigger.head])
    return [(0.0, 0.0) if one.heads <= elsewhere else row for one, row in zip(offered, chances, strict=True)]


def _elsewhere(sentence: Sequence[Token], act: Token) -> frozenset[int]:
    """The words of the other of two acts, on either side of the noun that joins them."""
    for noun in sentence:
        if noun.dep_ == "pobj" and noun.lemma_.lower() in mapping("roles")["answering_nouns"]:
            behind = {word.i for word in noun.subtree if word.i > noun.i}
            # A participle may be of the answer: `in response to the raid launching missiles`.
            lead = (t for t in noun.subtree if t.dep_ == "acl" and t.tag_ == "VBG")
            behind -= {word.i for first in lead for word in first.subtree}
            before = (word.i for word in sentence if word.i < noun.i)
            return frozenset(before if act.i in behind else behind)
    return frozenset()
