"""An SQLite file that is never a reason to fail a commit.

When it is locked, full, corrupt or cannot be written, the work goes on in memory.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

_PATIENCE = 1.0  # seconds to wait for another process before working in memory

_Result = TypeVar("_Result")


class Database:
    """The file, or a stand-in in memory when there is no file to be had.

    `tables` is the SQL that makes the tables, which have the names that `names` gives. `trouble`
    says why the file could not be used, else it is empty.
    """

    def __init__(self, path: Path | None, names: Sequence[str], tables: str) -> None:
        self.path = path
        self.names = names
        self.trouble = ""
        self._tables = tables
        self._connection = self._opened()

    def one(self, query: str, values: Sequence[object] = ()) -> Any:
        """The first row that a query gives, or None also when the file fails."""
        return self.guarded(lambda run: run(query, values).fetchone())

    def all(self, query: str, values: Sequence[object] = ()) -> Sequence[Any]:
        """Every row that a query gives; none when the file fails."""
        return self.guarded(lambda run: run(query, values).fetchall()) or ()

    def guarded(self, work: Callable[[Callable[..., sqlite3.Cursor]], _Result]) -> _Result | None:
        """Do the work with what runs a query, or go on in memory when the file fails under it."""
        try:
            return work(self._connection.execute)
        except (sqlite3.Error, OSError) as error:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = self._instead(error)
            return None

    def write(self, statements: Iterable[tuple[str, Sequence[object]]]) -> None:
        """Run the statements as one transaction. Raises sqlite3.Error, see `guarded`."""
        self._connection.execute("BEGIN IMMEDIATE")
        for query, values in statements:
            self._connection.execute(query, values)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()

    def status(self) -> dict[str, int | str]:
        """Where the file is, its size in bytes, and its rows by table."""
        counts = {name: self.one(f"SELECT count(*) FROM {name}") for name in self.names}
        size = self.path.stat().st_size if self.path and self.path.exists() else 0
        return {
            "path": str(self.path or "in memory"),
            "bytes": size,
            **{name: row[0] if row else 0 for name, row in counts.items()},
        }

    def _opened(self) -> sqlite3.Connection:
        if self.path is None:
            return self._memory()
        try:
            return self._connected(self.path)
        except (sqlite3.Error, OSError) as error:
            return self._instead(error)

    def _instead(self, error: Exception) -> sqlite3.Connection:
        """A new file in the place of one that is no database, else the memory.

        Nothing in the file cannot be made again. A file that is only locked, full or read-only
        (OperationalError) is left alone.
        """
        with suppress(sqlite3.Error, OSError):
            if self.path and not isinstance(error, (sqlite3.OperationalError, OSError)):
                _remove(self.path)
                return self._connected(self.path)
        self.trouble = self.trouble or f"{self.path}: {error}; working in memory"
        return self._memory()

    def _connected(self, path: Path) -> sqlite3.Connection:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        try:
            return self._prepared(connection)
        except sqlite3.Error:
            connection.close()
            raise

    def _memory(self) -> sqlite3.Connection:
        return self._prepared(sqlite3.connect(":memory:", isolation_level=None))

    def _prepared(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        marks = ", ".join("?" * len(self.names))
        query = f"SELECT count(*) FROM sqlite_master WHERE name IN ({marks})"
        if connection.execute(query, self.names).fetchone()[0] < len(self.names):
            _create(connection, self._tables)
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _create(connection: sqlite3.Connection, tables: str) -> None:
    """Make the tables. Turning to WAL does not wait for another process, so it is tried again."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(f"BEGIN IMMEDIATE; {tables} COMMIT;")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
