"""Codes many documents through an engine, and keeps what comes out in a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TypeVar

from dateline.document import Document
from dateline.engine import Engine, Processes, Serial
from dateline.errors import DatelineError
from dateline.ledger import Coding, Failure, Ledger
from dateline.ledger.record import given
from dateline.pipeline.coder import Coded, code

T = TypeVar("T")
Out = TypeVar("Out")

BATCH = 4
"""Documents a worker process takes at a time: few, so that little is lost when it is killed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A document that the run has coded before; its claims are in the ledger."""

    document: Document


def engine_of(jobs: int) -> Engine:
    """This process for one job, else a pool of that many."""
    return Serial() if jobs <= 1 else Processes(jobs)


def coded(items: Iterable[Document | Failure], *, jobs: int = 1) -> Iterator[Coded | Failure]:
    """Each document coded, each failure as it came, in order. Nothing is kept."""
    return worked(code, items, jobs=jobs)


def coded_into(
    ledger: Ledger, items: Iterable[Document | Failure], *, run: int, jobs: int = 1
) -> Iterator[Coded | Failure]:
    """Each document and what the ledger now holds of it; yielded once it is safely on disk.

    A document that the run has finished before is not coded again.
    """
    unseen = _unseen(items, ledger.done(run))
    for outcome in worked(code, unseen, jobs=jobs):
        match outcome:
            case Failure():
                ledger.fail(outcome, run=run)
                yield outcome
            case Known(document=document):
                yield Coded(document=document, claims=ledger.coded(document, run=run))
            case Coded():
                coding = Coding(document=outcome.document, claims=outcome.claims, mentions=outcome.mentions)
                ledger.add(coding, run=run)
                yield outcome
    ledger.finish(run)


def _unseen(
    items: Iterable[Document | Failure], done: set[tuple[str, str]]
) -> Iterator[Document | Known | Failure]:
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        try:
            item.text.encode()
        except UnicodeEncodeError as error:
            yield Failure(
                input=item.name,
                reason=f"half a character at {error.start} of the text",
                advice="save it as valid UTF-8; without --ledger it is coded as it is",
            )
            continue
        key = (item.id, given(item))
        yield Known(document=item) if key in done else item
        done.add(key)


def worked(
    work: Callable[[Document], Out], items: Iterable[Document | T], *, jobs: int = 1
) -> Iterator[Out | T | Failure]:
    """`work` of each document, a Failure where it broke; what is no document is handed through."""
    batches = _batches(items, BATCH if jobs > 1 else 1)
    for batch in engine_of(jobs).map(partial(_batch, work), batches):
        yield from batch


def _batches(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    upcoming = iter(items)
    while batch := tuple(islice(upcoming, size)):
        yield batch


def _batch(work: Callable[[Document], Out], batch: tuple[Document | T, ...]) -> tuple[Out | T | Failure, ...]:
    return tuple(_one(work, item) if isinstance(item, Document) else item for item in batch)


def _one(work: Callable[[Document], Out], document: Document) -> Out | Failure:
    try:
        return work(document)
    except DatelineError:
        # A missing parser or a broken lexicon is not this document's fault: all would fail.
        raise
    except Exception as error:
        # One document that defeats the coder is a row in the ledger; the rest go on.
        return Failure(
            input=document.name,
            reason=f"could not be coded ({type(error).__name__}: {error})",
            advice="please report it with the text",
        )
