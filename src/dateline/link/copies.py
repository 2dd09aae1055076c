"""Near-copies of reports by MinHash over five-word shingles.

Written here in twenty lines of numpy instead of taken from `datasketch`, which hashes in Python and
would bring scipy: a runtime dependency of 40 MB for one function.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from dateline.link.words import words_of

PERMUTATIONS = 64
"""Signature length: the similarity estimate has a standard error of at most 0.0625."""
BANDS = 16
"""Bands of four: a pair of similarity 0.5 is found with probability 0.64, of 0.7 with 0.99."""
SHINGLE = 5
COPY = 0.5
"""Share of common shingles from which a report counts as a copy; unrelated reports share under 0.05."""
_PRIME = np.uint64((1 << 31) - 1)


def _coefficients() -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(20)
    return (
        random.integers(1, int(_PRIME), PERMUTATIONS, dtype=np.uint64),
        random.integers(0, int(_PRIME), PERMUTATIONS, dtype=np.uint64),
    )


_A, _B = _coefficients()


def signature(text: str) -> tuple[int, ...]:
    """The MinHash signature of a text; empty for a text of fewer than five words."""
    words = words_of(text)
    grams = {" ".join(words[k : k + SHINGLE]) for k in range(len(words) - SHINGLE + 1)}
    if not grams:
        return ()
    hashes = np.array([_short(gram) for gram in sorted(grams)], dtype=np.uint64)
    # Coefficients and hashes are below 2^31: the product fits 64 bits.
    mixed = (hashes[:, None] * _A[None, :] + _B[None, :]) % _PRIME
    return tuple(int(v) for v in mixed.min(axis=0))


def _short(gram: str) -> int:
    return int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=4).digest(), "big") % int(_PRIME)


def similarity(a: Sequence[int], b: Sequence[int]) -> float:
    """Estimated share of common shingles, 0..1; 0 when either is unknown."""
    if not a or not b:
        return 0.0
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)


def copies(
    signatures: Iterable[tuple[str, Sequence[int]]], *, least: float = COPY
) -> Iterator[tuple[str, str]]:
    """Pairs of ids whose texts are near-copies, each once, in input order."""
    listed = [(name, values) for name, values in signatures if values]
    rows = PERMUTATIONS // BANDS
    seen: set[tuple[int, int]] = set()
    for band in range(BANDS):
        buckets: dict[tuple[int, ...], list[int]] = {}
        for k, (_, values) in enumerate(listed):
            buckets.setdefault(tuple(values[band * rows : (band + 1) * rows]), []).append(k)
        for bucket in buckets.values():
            seen.update((a, b) for n, a in enumerate(bucket) for b in bucket[n + 1 :])
    for a, b in sorted(seen):
        if similarity(listed[a][1], listed[b][1]) >= least:
            yield listed[a][0], listed[b][0]
