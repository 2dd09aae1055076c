"""Engines of one machine: this process, or a pool of processes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Engine(Protocol):
    """Runs the same picklable function over every batch and yields results in input order."""

    def map(self, work: Callable[[In], Out], batches: Iterable[In]) -> Iterator[Out]:
        """Yield `work(batch)` for each batch. An error in `work` is raised where it is consumed."""
        ...


class Serial:
    """Runs everything in this process, lazily."""

    def map(self, work: Callable[[In], Out], batches: Iterable[In]) -> Iterator[Out]:
        """Yield results as they are asked for."""
        return map(work, batches)


class Processes:
    """Runs batches in `count` worker processes of this machine."""

    def __init__(self, count: int) -> None:
        self.count = count

    def map(self, work: Callable[[In], Out], batches: Iterable[In]) -> Iterator[Out]:
        """Yield results in input order; workers are stopped when the iterator is closed."""
        # "spawn": a forked child would inherit DuckDB's and onnxruntime's threads in unknown states.
        with multiprocessing.get_context("spawn").Pool(self.count) as pool:
            yield from pool.imap(work, batches)
