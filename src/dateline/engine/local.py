"""Engines of one machine: this process, or a pool of processes."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.pool import Pool
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

AHEAD = 4
"""Batches read ahead for each worker: enough that none waits, few enough for any memory."""


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
        paced = _Paced(batches, self.count * AHEAD)
        with self._pool() as pool:
            try:
                for result in pool.imap(work, paced):
                    paced.room.release()
                    yield result
            finally:
                paced.stop()

    def _pool(self) -> Pool:
        # Ctrl-C reaches the whole process group: workers leave it to the parent, which stops them.
        main = threading.current_thread() is threading.main_thread()
        before = signal.signal(signal.SIGINT, signal.SIG_IGN) if main else None
        try:
            # "spawn": a forked child would inherit DuckDB's and onnxruntime's threads in unknown states.
            return multiprocessing.get_context("spawn").Pool(self.count)
        finally:
            if before is not None:
                signal.signal(signal.SIGINT, before)


class _Paced(Iterable[In]):
    """Hands batches on only while few are under way: a pool alone would read all inputs at once."""

    def __init__(self, batches: Iterable[In], limit: int) -> None:
        self.batches = batches
        self.room = threading.Semaphore(limit)
        self.stopped = False

    def __iter__(self) -> Iterator[In]:
        for batch in self.batches:
            self.room.acquire()
            if self.stopped:
                return
            yield batch

    def stop(self) -> None:
        """Let go of the thread that feeds the pool, which would else wait for ever."""
        self.stopped = True
        self.room.release()
