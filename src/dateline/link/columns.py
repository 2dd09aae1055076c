"""Claims as columns of numbers: what comparing a million of them needs, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.claims.record import Claim
from dateline.link.columns_rows import BROAD, FINE, MEANS, NUMBERS, PARTIES, WORDS, Scene, row_of
from dateline.link.record import Report

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Row k of every array is the k-th claim. Names are hashes (0: none); days are ordinals."""

    document: NDArray[np.int32]
    """Index of the report, in order of first appearance."""
    sentence: NDArray[np.int32]
    offset: NDArray[np.int32]
    scene: NDArray[np.int32]
    """Counts up within a report whenever a claim names another place or day than those before it."""
    title: NDArray[np.bool_]
    action: Ints
    family: Ints
    status: NDArray[np.int8]
    trigger: Ints
    fine: Ints
    broad: Ints
    lat: Floats
    """Of each place that locates the claim, as a disc with `lon` and `radius` (km); NaN pads."""
    lon: Floats
    radius: Floats
    start: NDArray[np.int32]
    end: NDArray[np.int32]
    dated: NDArray[np.bool_]
    """True where the claim's own words give its days, not those of a claim before it or the report's date."""
    published: NDArray[np.int32]
    agents: Ints
    targets: Ints
    parties: Ints
    means: Ints
    civilians: NDArray[np.bool_]
    """True where all bodies that the claim says were hit are civilians and others of no side."""
    speaker: Ints
    words: Ints
    measure: Ints
    low: Floats
    high: Floats
    cumulative: NDArray[np.bool_]
    told_measure: Ints
    """Figures of the claim, or where it has none those of its sentence: a strike's are its toll's."""
    told_low: Floats
    told_high: Floats

    def __len__(self) -> int:
        return len(self.document)


def encode(claims: Iterable[Claim], reports: Mapping[str, Report]) -> Columns:
    """The columns of `claims` in their order; without its report a claim has no publication date."""
    documents: dict[str, int] = {}
    scenes: dict[str, Scene] = {}
    parts: list[list[NDArray[Any]]] = []
    for batch in _batches(claims):
        rows = [row_of(claim, reports.get(claim.document), documents, scenes) for claim in batch]
        parts.append([np.array([row[k] for row in rows], _DTYPES[name]) for k, name in enumerate(_OWN)])
    if not parts:
        parts.append([np.zeros((0, *_shape(name)), _DTYPES[name]) for name in _OWN])
    made = {name: np.concatenate([part[k] for part in parts]) for k, name in enumerate(_OWN)}
    return Columns(**made, **_told(made))


BATCH = 20_000
"""Claims encoded at once: as Python numbers they take ten times the room of the columns."""


def _batches(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    waiting = iter(claims)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def _shape(name: str) -> tuple[int, ...]:
    return (_WIDTHS[name],) if name in _WIDTHS else ()


def _told(made: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Figures by sentence: a claim without any takes those of the first claim of its sentence that has."""
    place = np.stack([made["document"], made["sentence"]], axis=1)
    _, sentence = (
        np.unique(place, axis=0, return_inverse=True) if len(place) else (None, np.zeros(0, np.int64))
    )
    has = made["measure"][:, 0] != 0
    giver = np.full(int(sentence.max(initial=-1)) + 1, -1, dtype=np.int64)
    giver[sentence[has][::-1]] = np.flatnonzero(has)[::-1]
    source = np.where(has, np.arange(len(has)), giver[sentence] if len(giver) else np.zeros(0, np.int64))
    found = source >= 0
    told: dict[str, NDArray[Any]] = {}
    for name, empty in (("measure", 0), ("low", np.nan), ("high", np.nan)):
        told[f"told_{name}"] = np.where(found[:, None], made[name][source], empty).astype(_DTYPES[name])
    return told


def join(first: Columns, second: Columns) -> Columns:
    """Both, one after the other; the second's reports count on from the first's."""
    shift = int(first.document.max()) + 1 if len(first) else 0
    made = {
        f.name: np.concatenate([getattr(first, f.name), getattr(second, f.name)]) for f in fields(Columns)
    }
    made["document"][len(first) :] += shift
    return Columns(**made)


def taken(columns: Columns, rows: Ints) -> Columns:
    """Some rows alone; their reports are counted anew."""
    made = {f.name: getattr(columns, f.name)[rows] for f in fields(Columns)}
    made["document"] = np.unique(made["document"], return_inverse=True)[1].astype(np.int32)
    return Columns(**made)


_DERIVED = ("told_measure", "told_low", "told_high")
_OWN = tuple(f.name for f in fields(Columns) if f.name not in _DERIVED)
_WIDTHS = {
    "fine": FINE,
    "broad": BROAD,
    "lat": FINE,
    "lon": FINE,
    "radius": FINE,
    "agents": PARTIES,
    "targets": PARTIES,
    "parties": 2 * PARTIES,
    "means": MEANS,
    "words": WORDS,
    "measure": NUMBERS,
    "low": NUMBERS,
    "high": NUMBERS,
}
_DTYPES: dict[str, type] = {
    **dict.fromkeys(("document", "sentence", "offset", "scene", "start", "end", "published"), np.int32),
    **dict.fromkeys(("title", "dated", "civilians", "cumulative"), np.bool_),
    **dict.fromkeys(("lat", "lon", "radius", "low", "high"), np.float32),
    **dict.fromkeys(
        ("action", "family", "trigger", "fine", "broad", "agents", "targets", "parties", "means", "speaker"),
        np.int64,
    ),
    "words": np.int64,
    "measure": np.int64,
    "status": np.int8,
}
