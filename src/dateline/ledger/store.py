"""The ledger file: opened, read, and added to one whole document at a time."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from dateline.claims.codec_read import claim_of
from dateline.claims.record import Claim
from dateline.document import Document
from dateline.errors import LedgerError
from dateline.ledger.record import Coding, Failure, Fingerprint, Run, given
from dateline.ledger.rows import Row, document_row, rows, storable
from dateline.ledger.schema import FORMAT, LINKS, REVIEWS, TABLES, UPGRADES, VERSION, columns
from dateline.ledger.trouble import told
from dateline.read.tables import OFFLINE
from dateline.version import __version__

if TYPE_CHECKING:
    import duckdb


class Ledger:
    """One DuckDB file of documents and their claims; it is only ever added to.

    Every document is one transaction: after a crash at any moment it is there whole or not at all.
    """

    def __init__(self, path: Path, *, create: bool = False, read_only: bool = False) -> None:
        """Open `path`, making it first if `create` and it is missing. Raises LedgerError."""
        self.path = path
        if not path.exists():
            if not create:
                raise LedgerError(
                    f"no such ledger: {path}; make one with `dateline code INPUT --ledger {path}`"
                )
            _make(path)
        with told(path):
            _check_kind(path)
            self.connection = _connect(path, read_only=read_only)
        try:
            self._check()
            if not read_only:
                self._upgrade()
        except LedgerError:
            self.connection.close()
            raise

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            with told(self.path):
                self.connection.close()
        else:
            # What is committed is on disk; a second error on the way out would hide the first.
            with suppress(LedgerError), told(self.path):
                self.connection.close()

    def _check(self) -> None:
        with told(self.path):
            tables = self.connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
            found = None
            if ("ledger",) in tables:
                found = self.connection.execute("SELECT format, version, made_by FROM ledger").fetchone()
        if found is None or found[0] != FORMAT:
            raise LedgerError(
                f"not a ledger: {self.path} is another database; name another file with --ledger"
            )
        if found[1] > VERSION:
            raise LedgerError(
                f"newer ledger: {self.path} has version {found[1]}, made by dateline {found[2]}, and this is "
                f"dateline {__version__}, which reads up to version {VERSION}; upgrade dateline"
            )

    def _upgrade(self) -> None:
        ((version,),) = self.ask("SELECT version FROM ledger")
        if version < VERSION:
            with self.transaction() as connection:
                for older in range(version, VERSION):
                    connection.execute(UPGRADES[older])
                connection.execute("UPDATE ledger SET version = ?, made_by = ?", [VERSION, __version__])

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """All or nothing of what is written inside. Raises LedgerError, with nothing written."""
        with told(self.path):
            self.connection.begin()
            try:
                yield self.connection
                self.connection.commit()
            except BaseException:
                with suppress(LedgerError), told(self.path):
                    self.connection.rollback()
                raise

    def ask(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of a query. Raises LedgerError."""
        with told(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    def start(self, fingerprint: Fingerprint) -> int:
        """The id of the run of this fingerprint: the one that was begun before, or a new one."""
        same = self.ask(
            "SELECT id FROM runs WHERE coder = ? AND settings = ? AND lexicon = ?",
            [fingerprint.coder, fingerprint.settings, fingerprint.lexicon],
        )
        if same:
            return int(same[0][0])
        ((last,),) = self.ask("SELECT coalesce(max(id), 0) FROM runs")
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO runs VALUES (?, ?, ?, ?, ?, NULL)",
                [last + 1, fingerprint.coder, fingerprint.settings, fingerprint.lexicon, now()],
            )
        return int(last) + 1

    def finish(self, run: int) -> None:
        """Note that a command came to the end of its inputs."""
        with self.transaction() as connection:
            connection.execute("UPDATE runs SET finished = ? WHERE id = ?", [now(), run])

    def add(self, coding: Coding, *, run: int) -> bool:
        """Store one document and all that was found in it; False if this run already has it."""
        document = coding.document
        key = (document.id, given(document))
        if self.ask("SELECT 1 FROM codings WHERE run = ? AND document = ? AND given = ?", [run, *key]):
            return False
        ((last,),) = self.ask("SELECT coalesce(max(id), 0) FROM codings")
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                document_row(document),
            )
            connection.execute(
                "INSERT INTO codings VALUES (?, ?, ?, ?, ?)", [last + 1, run, *key, len(coding.claims)]
            )
            for table, made in rows(last + 1, coding).items():
                insert(connection, table, made)
        return True

    def fail(self, failure: Failure, *, run: int) -> None:
        """Store an input that could not be read or coded; the same failure again adds nothing."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO failures VALUES (?, ?, ?, ?)",
                [run, *map(storable, (failure.input, failure.reason, failure.advice))],
            )

    def done(self, run: int) -> set[tuple[str, str]]:
        """(document id, hash of what was given with it) of each document that a run has finished."""
        return {(d, g) for d, g in self.ask("SELECT document, given FROM codings WHERE run = ?", [run])}

    def coded(self, document: Document, *, run: int) -> tuple[Claim, ...]:
        """The claims that a run found in a document."""
        found = self.ask(
            "SELECT record FROM claims JOIN codings ON codings.id = claims.coding "
            "WHERE run = ? AND codings.document = ? AND given = ? ORDER BY ordinal",
            [run, document.id, given(document)],
        )
        return tuple(claim_of(json.loads(record)) for (record,) in found)

    def runs(self) -> list[Run]:
        """Every run, the oldest first."""
        found = self.ask(
            "SELECT id, coder, settings, lexicon, started, finished, "
            "(SELECT count(*) FROM codings WHERE run = runs.id), "
            "(SELECT coalesce(sum(claims), 0) FROM codings WHERE run = runs.id), "
            "(SELECT count(*) FROM failures WHERE run = runs.id) FROM runs ORDER BY id"
        )
        return [
            Run(
                id=row[0],
                fingerprint=Fingerprint(coder=row[1], settings=row[2], lexicon=row[3]),
                started=row[4],
                finished=row[5],
                documents=row[6],
                claims=int(row[7]),
                failures=row[8],
            )
            for row in found
        ]


def _make(path: Path) -> None:
    """Build an empty ledger beside `path` and put it there whole: a crash leaves no half of one.

    Of two processes that make one ledger at once the second finds the first one's. Raises LedgerError.
    """
    log = path.with_name(f"{path.name}.wal")
    if log.exists():
        raise LedgerError(
            f"no such ledger: {path}, but {log} is left of one; put that ledger back beside it, "
            "or delete the .wal file to begin anew"
        )
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with told(path):
            connection = _connect(unfinished)
            connection.execute(TABLES + LINKS + REVIEWS)
            connection.execute("INSERT INTO ledger VALUES (?, ?, ?)", [FORMAT, VERSION, __version__])
            connection.close()
            _put(unfinished, path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _put(made: Path, path: Path) -> None:
    """Give a new file its place, unless another stands there. Raises OSError."""
    try:
        path.hardlink_to(made)
    except FileExistsError:
        return
    except OSError:
        # A file system without links (FAT, some network drives) cannot refuse to replace.
        made.replace(path)


def _check_kind(path: Path) -> None:
    """Raises LedgerError unless a file is DuckDB's: by the name alone, DuckDB reads CSV as a database too."""
    with path.open("rb") as file:
        if not file.read(12).endswith(b"DUCK"):
            raise LedgerError(f"not a ledger: {path}; name another file with --ledger")


def _connect(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    # Loaded here: a command without a ledger is spared the wait.
    import duckdb

    return duckdb.connect(str(path), read_only=read_only, config=OFFLINE)


def insert(connection: duckdb.DuckDBPyConnection, table: str, made: Sequence[Row]) -> None:
    """All rows in one statement: DuckDB takes columns a hundred times faster than rows."""
    if made:
        values = ", ".join(f"unnest(?::{kind}[])" for kind in columns(table))
        by_column = [list(column) for column in zip(*made, strict=True)]
        connection.execute(f"INSERT INTO {table} SELECT {values}", by_column)


def now() -> dt.datetime:
    """This moment in UTC, without a zone, as the ledger keeps it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
