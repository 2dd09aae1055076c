"""Worker processes that are told apart: one that the system kills is noticed, and not waited for."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Generic, TypeVar, cast

from dateline.errors import EngineError

Out = TypeVar("Out")


class Workers(Generic[Out]):
    """Processes that each run `work` on one batch at a time."""

    def __init__(self, count: int, work: Callable[[Any], Out]) -> None:
        self.idle: list[Connection] = []
        self._busy: dict[Connection, int] = {}
        self._processes: list[BaseProcess] = []
        with _deaf():
            for _ in range(count):
                self._start(work)

    def _start(self, work: Callable[[Any], Out]) -> None:
        # "spawn": a forked child would inherit DuckDB's and onnxruntime's threads in unknown states.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        process.start()
        # The worker's end is open in the worker alone: when it dies, ours says so.
        theirs.close()
        self._processes.append(process)
        self.idle.append(ours)

    def __enter__(self) -> Workers[Out]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()
        for connection in (*self.idle, *self._busy):
            connection.close()

    def give(self, number: int, batch: object) -> None:
        """Have an idle worker begin a batch. Raises EngineError when it has died."""
        connection = self.idle.pop()
        self._busy[connection] = number
        try:
            connection.send(batch)
        except OSError:
            raise _lost() from None

    def finished(self) -> Iterator[tuple[int, Callable[[], Out]]]:
        """(number, its result or its error when called) of each batch done; waits for one.

        Raises EngineError when a worker has died.
        """
        for ready in wait(list(self._busy)):
            connection = cast(Connection, ready)
            try:
                error, made = connection.recv()
            except (EOFError, OSError):
                raise _lost() from None
            self.idle.append(connection)
            yield self._busy.pop(connection), partial(_outcome, error, made)


def _outcome(error: Exception | None, made: Out) -> Out:
    if error is not None:
        raise error
    return made


def _lost() -> EngineError:
    return EngineError(
        "a worker process was killed, perhaps for want of memory; what was finished is kept: "
        "run the same command again with fewer --jobs"
    )


def _serve(connection: Connection, work: Callable[[Any], object]) -> None:
    """What a worker does until its parent lets go of it."""
    while True:
        try:
            batch = connection.recv()
        except EOFError:
            return
        try:
            outcome: tuple[Exception | None, object] = (None, work(batch))
        except Exception as error:
            outcome = (_sendable(error), None)
        connection.send(outcome)


def _sendable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes started inside ignore Ctrl-C, which reaches the whole group: the parent stops them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
