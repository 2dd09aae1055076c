"""How alike a party's words are to those that name a body: in letters, in company, in the encoder's eyes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dateline.annotate.evidence import Scores
from dateline.document import Span
from dateline.lexicon.registry import registry
from dateline.lexicon.registry_match import fold, singular
from dateline.resolve.reference import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

TELLING = frozenset(["NOUN", "PROPN", "ADJ"])
"""Parts of speech whose words can tell one body from another."""
DESCRIBING = frozenset(["compound", "amod", "nmod", "appos", "poss"])
"""Dependencies by which words describe a noun, or a noun the one it belongs to."""
STEPS = 2
"""Nouns up from a name that it may belong to: `the ISIL terrorists' centers`."""
UNLIKE = -1.0
"""Likeness to a body that is named nowhere else."""


class Likeness:
    """The words and states of a report's bodies, by where they are named."""

    def __init__(self, scene: Scene, named: dict[str, list[int]], words: dict[int, Span]) -> None:
        """`named`: where each body is named; `words`: the characters of each naming, by its start."""
        self.scene, self.named, self.words = scene, named, words
        self._called: dict[str, frozenset[str]] = {}
        self._described: dict[str, frozenset[str]] = {}

    @cached_property
    def _states(self) -> Scores:
        """(tokens, width) states of one length."""
        evidence = self.scene.parse.evidence
        assert evidence is not None
        sizes = np.linalg.norm(evidence.states, axis=1, keepdims=True)
        made: Scores = evidence.states / np.maximum(sizes, 1e-6)
        return made

    @cached_property
    def _heads(self) -> dict[str, tuple[Sequence[int], Scores]]:
        """By body, the characters at which its namings end and the states of their heads."""
        made: dict[str, tuple[Sequence[int], Scores]] = {}
        for actor, starts in self.named.items():
            spans = [self.words[start] for start in starts]
            heads = [self.scene.parse.tokens_in(span)[-1].i for span in spans]
            made[actor] = ([span.end for span in spans], self._states[heads])
        return made

    def of(self, span: Span, head: int, bodies: Sequence[str]) -> Iterator[tuple[float, ...]]:
        """One row a body: likeness of states (anywhere, before, and beside the likest other body's), words
        of the party that name or describe the body, words that name or describe only others."""
        state = self._states[head]
        alike = [self._alike(actor, span, state) for actor in bodies]
        words = self._words(span)
        called = [words & self._names(actor) for actor in bodies]
        described = [words & self._describes(actor) for actor in bodies]
        all_called, all_described = len(frozenset().union(*called)), len(frozenset().union(*described))
        ordered = sorted((one for one, _ in alike), reverse=True)
        best, second = ordered[0], ordered[min(1, len(ordered) - 1)]
        for (anywhere, before), by_name, by_words in zip(alike, called, described, strict=True):
            yield (
                anywhere,
                before,
                anywhere - (second if anywhere == best else best),
                len(by_name),
                all_called - len(by_name),
                len(by_words),
                all_described - len(by_words),
            )

    def _alike(self, actor: str, span: Span, state: Scores) -> tuple[float, float]:
        if actor not in self._heads:
            return UNLIKE, UNLIKE
        ends, states = self._heads[actor]
        alike = (states @ state).tolist()
        starts = self.named[actor]
        begin, stop = span
        before = [one for one, end in zip(alike, ends, strict=True) if end <= begin]
        after = [one for one, start in zip(alike, starts, strict=True) if start >= stop]
        return max([*before, *after], default=UNLIKE), max(before, default=UNLIKE)

    def _words(self, span: Span) -> frozenset[str]:
        return frozenset(map(_form, filter(_tells, self.scene.parse.tokens_in(span))))

    def _names(self, actor: str) -> frozenset[str]:
        """The words of a body's names, in the registry and in the report."""
        if actor not in self._called:
            here = [self._words(self.words[start]) for start in self.named.get(actor, ())]
            self._called[actor] = registry().words(actor).union(*here)
        return self._called[actor]

    def _describes(self, actor: str) -> frozenset[str]:
        """The words beside a body's names in the report: `ISIL terrorists`, `the rebel group 3R`."""
        if actor not in self._described:
            tokens = [t for start in self.named.get(actor, ()) for t in self._beside(self.words[start])]
            self._described[actor] = frozenset(map(_form, tokens))
        return self._described[actor]

    def _beside(self, span: Span) -> Iterator[Token]:
        own = {token.i for token in self.scene.parse.tokens_in(span)}
        top = self.scene.parse.tokens_in(span)[-1]
        chain = [top]
        for _ in range(STEPS):
            if top.dep_ in DESCRIBING:
                top = top.head
                chain.append(top)
        for noun in chain:
            for token in (noun, *(c for c in noun.children if c.dep_ in DESCRIBING)):
                if token.i not in own and _tells(token):
                    yield token


def _tells(token: Token) -> bool:
    return token.pos_ in TELLING


def _form(token: Token) -> str:
    return singular(fold(token.text))
