"""How alike two ECB+ mentions are in an open domain: triggers, what stands near them, sentences, documents.

Neither gold chains nor gold clusters of documents are read; rarity is over the words of all documents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy import sparse

from benchmarks.linking.ecb_corpus import Mention, Text

NEIGHBOURS = 10
"""Most alike documents of a document: the scale on which it is alike to others."""
TELLING = 1.5
"""Least rarity of a word that says something of the event it stands near."""
LITTLE = frozenset("the a an of in to and for on at by his her their its".split())
CHUNK = 100_000
"""Pairs compared at once."""

Values = dict[str, np.ndarray]


class Documents:
    """Rarity of words, and how alike documents are."""

    def __init__(self, read: Sequence[Text]) -> None:
        self.at = {text.name: k for k, text in enumerate(read)}
        seen = Counter(w for text in read for w in {w for w in text.lemmas if _counts(w)})
        self.rarity = {w: float(np.log(len(read) / n)) for w, n in sorted(seen.items())}
        rows = self.vectors([Counter(text.lemmas) for text in read])
        self.alike = (rows @ rows.T).toarray()

    def vectors(self, bags: Sequence[Mapping[str, int]]) -> sparse.csr_matrix:
        """Unit vectors of the rarity-weighted words of each bag."""
        known = [
            {w: (1 + np.log(n)) * self.rarity[w] for w, n in b.items() if w in self.rarity} for b in bags
        ]
        return _rows(known)


def _counts(word: str) -> bool:
    return word.isalnum() and (len(word) > 2 or word.isdigit())


def _rows(bags: Sequence[Mapping[str, float]]) -> sparse.csr_matrix:
    """Unit vectors of weighted words."""
    at = {w: k for k, w in enumerate(sorted({w for b in bags for w in b}))}
    ends = np.cumsum([0] + [len(b) for b in bags])
    columns = [at[w] for b in bags for w in b]
    x = sparse.csr_matrix(
        ([float(v) for b in bags for v in b.values()], columns, ends), (len(bags), max(len(at), 1))
    )
    norm = np.sqrt(np.asarray(x.multiply(x).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.maximum(norm, 1e-9)) @ x)


def cosine(x: sparse.csr_matrix | np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Inner products of rows of unit length, pair by pair."""
    made = np.empty(len(a), np.float32)
    for first in range(0, len(a), CHUNK):
        part = slice(first, first + CHUNK)
        one, other = x[a[part]], x[b[part]]
        product = one.multiply(other) if sparse.issparse(one) else one * other
        made[part] = np.asarray(product.sum(axis=1)).ravel()
    return made


def words(
    listed: Sequence[Mention], read: Sequence[Text], told: Documents, a: np.ndarray, b: np.ndarray
) -> Values:
    """Every likeness that words alone show, by name."""
    by = {text.name: text for text in read}
    return {
        **_of_documents(listed, told, a, b),
        **_of_triggers(listed, a, b),
        **_of_places_in_text(listed, a, b),
        **_of_surroundings(listed, by, told, a, b),
    }


def _of_documents(listed: Sequence[Mention], told: Documents, a: np.ndarray, b: np.ndarray) -> Values:
    """Likeness of two documents, also beside that of each one's nearest ones, and of their neighbourhoods."""
    rows = np.array([told.at[m.document] for m in listed])
    x, y = rows[a], rows[b]
    others = told.alike - np.eye(len(told.alike))
    scale = np.sort(others, axis=1)[:, -NEIGHBOURS:].mean(axis=1)
    rank = np.argsort(np.argsort(-others, axis=1), axis=1)
    around = told.alike * (told.alike > 0.1)
    around = around / np.linalg.norm(around, axis=1, keepdims=True)
    alike = told.alike[x, y]
    return {
        "same document": x == y,
        "documents": alike,
        "documents, to scale": alike / np.sqrt(scale[x] * scale[y]),
        "documents, to the larger scale": alike / np.maximum(scale[x], scale[y]),
        "better rank": np.minimum(rank[x, y], rank[y, x]),
        "worse rank": np.maximum(rank[x, y], rank[y, x]),
        "neighbourhoods": (around @ around.T)[x, y],
    }


def _of_triggers(listed: Sequence[Mention], a: np.ndarray, b: np.ndarray) -> Values:
    """Likeness of two triggers' stems, and how common they are: two that `say` tell little."""
    stems = np.array([m.lemma for m in listed])
    starts = np.array([m.lemma[:4] for m in listed])
    in_documents = Counter(stem for stem, _ in {(m.lemma, m.document) for m in listed})
    common = np.log([in_documents[m.lemma] for m in listed])
    in_own = Counter((m.document, m.lemma) for m in listed)
    repeated = np.array([in_own[m.document, m.lemma] for m in listed])
    return {
        "same stem": stems[a] == stems[b],
        "same start": starts[a] == starts[b],
        "letters": cosine(_rows([_letters(m.lemma) for m in listed]), a, b),
        "trigger words": cosine(_rows([dict.fromkeys(m.lemma.split(), 1.0) for m in listed]), a, b),
        "commoner stem": np.maximum(common[a], common[b]),
        "rarer stem": np.minimum(common[a], common[b]),
        "stem repeated in its document": np.maximum(repeated[a], repeated[b]),
    }


def _letters(stem: str) -> Counter[str]:
    marked = f"^{stem}$"
    return Counter(marked[k : k + 3] for k in range(len(marked) - 2))


def _of_places_in_text(listed: Sequence[Mention], a: np.ndarray, b: np.ndarray) -> Values:
    """Where the mentions stand, and how far apart in one document (-1 in two)."""
    document = np.unique([m.document for m in listed], return_inverse=True)[1]
    sentence = np.array([m.sentence for m in listed])
    word = np.array([m.positions[0] for m in listed])
    one = document[a] == document[b]
    return {
        "earlier sentence": np.minimum(sentence[a], sentence[b]),
        "later sentence": np.maximum(sentence[a], sentence[b]),
        "sentences apart": np.where(one, np.abs(sentence[a] - sentence[b]), -1),
        "words apart": np.where(one, np.abs(word[a] - word[b]), -1),
    }


def _of_surroundings(
    listed: Sequence[Mention], by: Mapping[str, Text], told: Documents, a: np.ndarray, b: np.ndarray
) -> Values:
    """Likeness of sentences, of parties, places, times and numbers in them, and of words beside triggers."""
    sentences = [_sentence(by[m.document], m) for m in listed]
    named = {
        "before": [_names(m.before) for m in listed],
        "after": [_names(m.after) for m in listed],
        "parties": [_names(m.before + m.after) for m in listed],
        "places": [_names(m.places) for m in listed],
        "times": [_names(m.times) for m in listed],
        "numbers": [{w for _, w in s if w[:1].isdigit()} for s in sentences],
    }
    made = {"sentences": cosine(told.vectors([Counter(w for _, w in s) for s in sentences]), a, b)}
    for name, sets in named.items():
        rare = [{w: told.rarity.get(w, 6.0) for w in sorted(s)} for s in sets]
        known = np.array([bool(s) for s in sets])
        made[name] = cosine(_rows(rare), a, b)
        made[f"{name} of both"] = known[a] & known[b]
    for name, low, high in (("left", -4, -1), ("right", 1, 5), ("around", -6, 6)):
        near = [
            {w: told.rarity[w] for k, w in s if k and low <= k <= high and told.rarity.get(w, 0) > TELLING}
            for s in sentences
        ]
        made[name] = cosine(_rows(near), a, b)
    return made


def _sentence(text: Text, mention: Mention) -> list[tuple[int, str]]:
    """Lemmas of a mention's sentence, each with how many words it stands after the trigger."""
    at = mention.positions[0]
    return [(k - at, w) for k, w in enumerate(text.lemmas) if text.sentence[k] == mention.sentence]


def _names(phrases: Iterable[str]) -> set[str]:
    return {w for phrase in phrases for w in phrase.split()} - LITTLE
