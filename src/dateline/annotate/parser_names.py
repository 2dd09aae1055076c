"""spaCy's names of people, places and days, found in a third of its time: the same names.

spaCy asks its network word after word for a move: does a name begin here, go on, end, or is there none? Only
inside a name does the answer hang on the moves before, so here all words are asked at once what they are
outside of one. (spaCy's own loop also takes and returns Python's lock some hundred times a word.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Table = NDArray[np.float32]

FEATURES = 3
"""What the network looks at: a word; in a name also the name's first word and the word before."""
NEVER = np.float32(-np.inf)


def quick_names(ner: Any) -> Any:
    """A pipe that does what `ner` does; `ner` itself where its network is of another kind."""
    model = ner.model
    known = (
        ner.cfg["beam_width"] == 1
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.get_ref("lower").get_dim("nF") == FEATURES
    )
    return _Names(ner) if known else ner


@dataclass(frozen=True, slots=True)
class _Network:
    """What the first layers make of one document's words, and the last layers."""

    parts: Table
    """(1 + words, features, width, pieces); row 0 stands for no word."""
    bias: Table
    maxout: Callable[[Table], tuple[Table, Any]]
    weight: Table
    weight_bias: Table

    def outside(self) -> Table:
        """(words, moves) how good each move is at each word where no name has begun."""
        _, no_first, no_before = self.parts[0]
        return self._scores(self.parts[1:, 0] + no_first + no_before, slice(None))

    def inside(self, at: int, first: int, moves: list[int]) -> Table:
        """How good `moves` are at word `at` of a name that began with the word `first`."""
        summed = self.parts[at + 1, 0] + self.parts[first + 1, 1] + self.parts[at, 2]
        scores: Table = self._scores(summed[None], moves)[0]
        return scores

    def _scores(self, summed: Table, moves: slice | list[int]) -> Table:
        hidden, _ = self.maxout(summed + self.bias)
        scores: Table = hidden @ self.weight[moves].T + self.weight_bias[moves]
        return scores


class _Names:
    """The pipe: writes names into a document, as `EntityRecognizer` does into one that has none yet."""

    def __init__(self, ner: Any) -> None:
        self._model = ner.model
        # `move_names` leaves one out and would shift the others.
        names = [ner.moves.get_class_name(k) for k in range(ner.moves.n_moves)]
        self._moves = [(kind, label) for kind, _, label in (name.partition("-") for name in names)]
        kinds = np.array([kind for kind, _ in self._moves])
        self._begins = np.flatnonzero(kinds == "B")
        self._opens = np.flatnonzero((kinds == "B") | (kinds == "U"))
        # Nothing goes on or ends that has not begun; a `U` without a label bars words, which nobody asks for.
        self._never = [k for k, move in enumerate(self._moves) if move[0] in ("I", "L") or move == ("U", "")]
        number = {move: k for k, move in enumerate(self._moves)}
        self._ways = {label: [number["I", label], number["L", label]] for k, label in number if k == "B"}

    def __call__(self, doc: Doc) -> Doc:
        from spacy.tokens import Span

        if len(doc):
            doc.set_ents([Span(doc, first, end, label=label) for first, end, label in self._found(doc)])
        return doc

    def _found(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """First word, end and label of each name."""
        network = self._network(doc)
        asked: Any = doc.to_array(["SENT_START", "IS_SPACE"])
        # No name goes on into the next sentence.
        lasts = np.append(asked[1:, 0] == 1, True)
        scores = network.outside()
        scores[:, self._never] = NEVER
        scores[np.ix_(lasts, self._begins)] = NEVER
        scores[np.ix_(asked[:, 1] == 1, self._opens)] = NEVER
        end = 0
        for first, best in enumerate(scores.argmax(1).tolist()):
            kind, label = self._moves[best]
            if first >= end and kind != "O":
                end = first + 1 if kind == "U" else self._end(network, first, self._ways[label], lasts)
                yield first, end, label

    def _end(self, network: _Network, first: int, ways: list[int], lasts: NDArray[np.bool_]) -> int:
        """Where the name ends that begins with the word `first`."""
        at = first + 1
        while not lasts[at]:
            goes_on, ends = network.inside(at, first, ways)
            if ends > goes_on:
                break
            at += 1
        return at + 1

    def _network(self, doc: Doc) -> _Network:
        words, lower, upper = (self._model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        return _Network(
            lower.predict(words.predict([doc])),
            lower.get_param("b"),
            lower.ops.maxout,
            upper.get_param("W"),
            upper.get_param("b"),
        )
