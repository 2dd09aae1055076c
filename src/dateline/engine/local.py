"""Engines of one machine: this process, or a pool of processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from dateline.engine.workers import Workers

In = TypeVar("In")
Out = TypeVar("Out")

AHEAD = 4
"""Batches under way for each worker: enough that none waits, few enough for any memory."""


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
        """Yield results in input order; workers are stopped when the iterator is closed.

        Raises EngineError when the system kills a worker: waiting for it would have no end.
        """
        upcoming = enumerate(batches)
        done: dict[int, Callable[[], Out]] = {}
        given = told = 0
        with Workers(self.count, work) as workers:
            while True:
                while workers.idle and given - told < self.count * AHEAD:
                    batch = next(upcoming, None)
                    if batch is None:
                        break
                    workers.give(*batch)
                    given += 1
                if told == given:
                    return
                done.update(workers.finished())
                while told in done:
                    yield done.pop(told)()
                    told += 1
