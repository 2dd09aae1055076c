"""Codes many documents through an engine, and keeps what comes out in a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from dateline.document import Document
from dateline.engine import Engine, Processes, Serial
from dateline.errors import DatelineError
from dateline.ledger import Coding, Failure, Ledger
from dateline.ledger.record import given
from dateline.pipeline.coder import Coded, code

T = TypeVar("T")

BATCH = 4
"""Documents a worker process takes at a time: few, so that little is lost when it is killed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A document that the run has coded before; its claims are in the ledger."""

    document: Document


Item = Document | Known | Failure
Outcome = Coded | Known | Failure


def engine_of(jobs: int) -> Engine:
    """This process for one job, else a pool of that many."""
    return Serial() if jobs <= 1 else Processes(jobs)


def coded(items: Iterable[Document | Failure], *, jobs: int = 1) -> Iterator[Coded | Failure]:
    """Each document coded, each failure as it came, in order. Nothing is kept."""
    for outcome in _outcomes(items, jobs=jobs):
        assert not isinstance(outcome, Known)
        yield outcome


def coded_into(
    ledger: Ledger, items: Iterable[Document | Failure], *, run: int, jobs: int = 1
) -> Iterator[Coded | Failure]:
    """Each document and what the ledger now holds of it; yielded once it is safely on disk.

    A document that the run has finished before is not coded again.
    """
    done = ledger.done(run)
    for outcome in _outcomes(_known(items, done), jobs=jobs):
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


def _known(items: Iterable[Document | Failure], done: set[tuple[str, str]]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        key = (item.id, given(item))
        yield Known(document=item) if key in done else item
        done.add(key)


def _outcomes(items: Iterable[Item], *, jobs: int) -> Iterator[Outcome]:
    batches = _batches(items, BATCH if jobs > 1 else 1)
    for batch in engine_of(jobs).map(code_batch, batches):
        yield from batch


def _batches(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    upcoming = iter(items)
    while batch := tuple(islice(upcoming, size)):
        yield batch


def code_batch(batch: tuple[Item, ...]) -> tuple[Outcome, ...]:
    """What a worker does: codes the documents of a batch, hands the rest through."""
    return tuple(_outcome(item) for item in batch)


def _outcome(item: Item) -> Outcome:
    if not isinstance(item, Document):
        return item
    try:
        return code(item)
    except DatelineError:
        # A missing parser or a broken lexicon is not this document's fault: all would fail.
        raise
    except Exception as error:
        # One document that defeats the coder is a row in the ledger; the rest go on.
        return Failure(
            input=item.name, reason=f"could not be coded ({type(error).__name__}: {error}); report this text"
        )
