"""Fits the weights by which a bare role noun gets its country: gold and a part of training/more.

usage: PYTHONPATH=.:src python -m training.lexicon.whose    writes lexicon/en/whose_weights.yaml

A row is a party whose words say a role and no country, in a claim that is a hand-coded one, where the codes
say which state's it is. Prints the share that is right by the weights of the other reports (four parts, by
name), beside what the country that the report plays in would give. No seed: the sums are exact.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.gold import SHARED, reports
from benchmarks.quality.run import scorer
from dateline.annotate.annotator import annotate
from dateline.claims.codec import public
from dateline.document import Document
from dateline.lexicon.registry_states import country_of
from dateline.pipeline.coder import coded
from dateline.read.text import document_of
from dateline.resolve.actors import read_by_rules
from dateline.resolve.actors_acts import country_where
from dateline.resolve.reference_whose import COUNTRIES, FEATURES, KINDS, kind_of
from training.more.reports import TESTED, coded_reports

OUT = Path(__file__).resolve().parents[2] / "src/dateline/lexicon/en/whose_weights.yaml"
EVERY = {"own": 3, "muc": 2, "re3d": 2, "fakes": 5}
"""Of each corpus every so-manieth report is read: one war should not outweigh the others."""
PARTS = 4
SHRINK, APART, STEPS, RATE = 1e-4, 1e-2, 400, 0.1
"""How strongly weights are held near nought, and those of a kind near those of all; gradient steps (Adam)."""
HEADER = """# How a bare role noun gets its country, by kind of role: log-odds of each feature of
# resolve/reference_whose.py. Written by training/lexicon/whose.py; do not edit.
"""


class Row(NamedTuple):
    """One party: what speaks for each country, which it is, and whose report it stands in."""

    report: str
    kind: int
    features: np.ndarray
    answer: int
    located: int
    weight: float


def main() -> None:
    """Fit, say how well it goes on reports left out, and write the weights."""
    rows = list(_rows())
    part = np.array([zlib.crc32(row.report.encode()) % PARTS for row in rows])
    right = np.zeros(len(rows), bool)
    for k in range(PARTS):
        weights = fitted([row for row, p in zip(rows, part, strict=True) if p != k])
        for i in np.flatnonzero(part == k):
            right[i] = (rows[i].features @ weights[rows[i].kind]).argmax() == rows[i].answer
    for k, kind in enumerate(KINDS):
        of = [i for i, row in enumerate(rows) if row.kind == k]
        plain = np.mean([rows[i].located == rows[i].answer for i in of])
        print(f"{kind}: {len(of)} parties, right {right[of].mean():.3f}, the report's country {plain:.3f}")
    weights = fitted(rows)
    lines = [
        f"{kind}: {{" + ", ".join(f"{n}: {w:.2f}" for n, w in zip(FEATURES, row, strict=True)) + "}"
        for kind, row in zip(KINDS, weights, strict=True)
    ]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


def _documents() -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    for split in ("train", "dev"):
        for document, gold in reports(split):
            yield document, gold["claims"]
    for corpus, every in EVERY.items():
        for report in coded_reports(SHARED, [corpus]):
            if report.batch not in TESTED and not zlib.crc32(report.name.encode()) % every:
                yield document_of(report.text, name=report.name, published=report.published), report.claims


def _rows() -> Iterator[Row]:
    for document, gold in _documents():
        parse = annotate(document)
        found = coded(parse)
        claims, scene, _ = read_by_rules(found.claims, parse=parse, mentions=found.mentions)
        made = []
        told = [public(claim, document=document.name) for claim in claims]
        for i, j in scorer().match(gold, told, document.text):
            for role in ("agents", "targets"):
                for party in getattr(claims[j], role):
                    phrase, state = scene.phrase(party.span), _state(party.text, gold[i][role])
                    kind = kind_of(phrase.role)
                    if phrase.country or kind is None or state not in scene.whose.countries:
                        continue
                    place = country_where(claims[j])
                    made.append((kind, scene.whose.rows(phrase.span.start, phrase.role, place), state))
        for kind, values, state in made:
            names = scene.whose.countries
            padded = np.full((COUNTRIES, len(FEATURES)), -np.inf)
            padded[: len(names)] = values
            features = np.where(np.isfinite(padded), padded, 0.0)
            yield Row(
                document.name, KINDS.index(kind), features[: len(names)], names.index(state),
                names.index(scene.located) if scene.located in names else -1, len(made) ** -0.5,
            )  # fmt: skip


def _state(text: str, parties: list[dict[str, Any]]) -> str | None:
    """The state whose body the codes say the words at hand are."""
    for party in parties:
        said = party["text"] or ""
        if party["actor"] and said and (said in text or text in said):
            return country_of(party["actor"])
    return None


def fitted(rows: list[Row]) -> np.ndarray:
    """(KINDS, FEATURES) weights of a softmax over the countries, each report counting by its root."""
    features = np.zeros((len(rows), COUNTRIES, len(FEATURES)))
    there = np.zeros((len(rows), COUNTRIES), bool)
    for i, row in enumerate(rows):
        features[i, : len(row.features)] = row.features
        there[i, : len(row.features)] = True
    kind, answer = np.array([r.kind for r in rows]), np.array([r.answer for r in rows])
    counts = np.array([r.weight for r in rows])
    counts /= counts.sum()
    common, own = np.zeros(len(FEATURES)), np.zeros((len(KINDS), len(FEATURES)))
    moments = [np.zeros((2, *common.shape)), np.zeros((2, *own.shape))]
    for step in range(1, STEPS + 1):
        logits = np.where(there, np.einsum("nkf,nf->nk", features, common + own[kind]), -np.inf)
        chance = np.exp(logits - logits.max(1, keepdims=True))
        chance /= chance.sum(1, keepdims=True)
        chance[np.arange(len(rows)), answer] -= 1
        slope = np.einsum("nkf,nk->nf", features, chance * counts[:, None])
        apart = np.stack([slope[kind == k].sum(0) for k in range(len(KINDS))])
        for weights, gradient, moment in (
            (common, slope.sum(0) + SHRINK * common, moments[0]),
            (own, apart + APART * own, moments[1]),
        ):
            moment[0] = 0.9 * moment[0] + 0.1 * gradient
            moment[1] = 0.999 * moment[1] + 0.001 * gradient**2
            first, second = moment[0] / (1 - 0.9**step), moment[1] / (1 - 0.999**step)
            weights -= RATE * first / (np.sqrt(second) + 1e-8)
    return common + own


if __name__ == "__main__":
    main()
