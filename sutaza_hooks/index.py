"""What is remembered in SQLite: facts about blobs, and verdicts on trees.

Facts are pure functions of a blob, its language and the extractor, which together are their key:
a row can never be stale, so none is ever updated. The file is never a reason to fail a commit:
when it is locked, full, corrupt or cannot be written, the work goes on in memory.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sutaza_hooks.facts import EXTRACTOR, Facts
from sutaza_hooks.languages import Language

FILE = "index-1.db"
"""The name of the file; its number is that of the tables' form."""

LARGEST = 512 * 1024 * 1024
"""Bytes. A larger file forgets the rows that were used longest ago."""

_HOUR = 60 * 60  # seconds
_DAY = 24 * _HOUR
_PATIENCE = 1.0  # seconds to wait for another process before working in memory
_VERDICTS = 1000
_KEPT = 200  # facts that are held at once: rules ask one after another
_TABLES = """
-- One row a blob and language: what can be read from its bytes alone.
CREATE TABLE IF NOT EXISTS facts (
    blob TEXT, language TEXT, extractor INTEGER, facts TEXT NOT NULL, used INTEGER NOT NULL,
    PRIMARY KEY (blob, language, extractor)
) WITHOUT ROWID;
-- One row a change, rules and configuration that were judged.
CREATE TABLE IF NOT EXISTS verdicts (
    key TEXT PRIMARY KEY, verdict TEXT NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID;
"""


class Index:
    """The SQLite file, or a stand-in in memory when there is no file to be had.

    `trouble` says why a file could not be used, else it is empty.
    """

    def __init__(self, path: Path | None = None, largest: int = LARGEST) -> None:
        self._path = path
        self._largest = largest
        self._today = int(time.time()) // _DAY
        self._fresh: list[tuple[Any, ...]] = []
        self._just_read: dict[tuple[str, str], Facts] = {}
        self.trouble = ""
        self._database = self._opened()

    def facts(self, blob: str, language: Language, text: str) -> Facts:
        """The facts about a blob, remembered or read from its text."""
        if (blob, language.name) in self._just_read:
            return self._just_read[blob, language.name]
        if len(self._just_read) >= _KEPT:  # an audit must not hold a whole repository
            self._just_read = {}
        row = self._one(
            "SELECT facts, used FROM facts WHERE blob = ? AND language = ? AND extractor = ?",
            (blob, language.name, EXTRACTOR),
        )
        if row is not None:
            with suppress(ValueError):  # a row that was damaged is read anew
                remembered = Facts.from_json(row[0])
                self._touch(blob, language, row[1])
                self._just_read[blob, language.name] = remembered
                return remembered
        from sutaza_hooks.facts.extraction import extract  # needed only for what is new

        facts = self._just_read[blob, language.name] = extract(language, text)
        self._write(
            "INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?)",
            (blob, language.name, EXTRACTOR, facts.to_json(), self._today),
        )
        return facts

    def _touch(self, blob: str, language: Language, used: int) -> None:
        """Note that a row is in use, at most once a week: reading should not mean writing."""
        if used < self._today - 7:
            query = "UPDATE facts SET used = ? WHERE blob = ? AND language = ?"
            self._write(query, (self._today, blob, language.name))

    def verdict(self, key: str) -> str | None:
        """What `remember` was given for this key in the last hour."""
        since = int(time.time()) - _HOUR
        query = "SELECT verdict FROM verdicts WHERE key = ? AND used > ?"
        row = self._one(query, (key, since))
        return None if row is None else str(row[0])

    def remember(self, key: str, verdict: str) -> None:
        now = int(time.time())
        self._write("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?)", (key, verdict, now))

    def close(self) -> None:
        """Write what is new, and forget what is too much."""
        self._guard(self._close)

    def status(self) -> dict[str, int | str]:
        """What the file holds: rows by table, and its size in bytes."""
        counts = {
            name: self._one(f"SELECT count(*) FROM {name}", ()) for name in ("facts", "verdicts")
        }
        size = self._path.stat().st_size if self._path and self._path.exists() else 0
        return {
            "path": str(self._path or "in memory"),
            "bytes": size,
            **{name: row[0] if row else 0 for name, row in counts.items()},
        }

    def _opened(self) -> sqlite3.Connection:
        if self._path is None:
            return _memory()
        try:
            return _connected(self._path)
        except (sqlite3.Error, OSError) as error:
            return self._instead(error)

    def _instead(self, error: Exception) -> sqlite3.Connection:
        """A new file in the place of one that is no database, else the memory.

        Nothing in the file cannot be made again. A file that is only locked, full or read-only
        (OperationalError) is left alone.
        """
        with suppress(sqlite3.Error, OSError):
            if self._path and not isinstance(error, (sqlite3.OperationalError, OSError)):
                _remove(self._path)
                return _connected(self._path)
        self.trouble = self.trouble or f"{self._path}: {error}; working in memory"
        return _memory()

    def _one(self, query: str, values: Sequence[object]) -> Any:
        return self._guard(lambda: self._database.execute(query, values).fetchone())

    def _write(self, query: str, values: tuple[Any, ...]) -> None:
        self._fresh.append((query, values))
        if len(self._fresh) >= 500:
            self._guard(self._flush)

    def _flush(self) -> None:
        fresh, self._fresh = self._fresh, []
        self._just_read = {}
        if not fresh:
            return
        self._database.execute("BEGIN IMMEDIATE")
        for query, values in fresh:
            self._database.execute(query, values)
        self._database.execute("COMMIT")

    def _close(self) -> None:
        grew = bool(self._fresh)
        self._flush()
        if grew:
            self._forget()
        self._database.close()

    def _forget(self) -> None:
        """Bound the file: verdicts by number, facts by size, those used longest ago first."""
        run = self._database.execute
        run(
            "DELETE FROM verdicts WHERE key NOT IN "
            "(SELECT key FROM verdicts ORDER BY used DESC LIMIT ?)",
            (_VERDICTS,),
        )
        pages, size = run("PRAGMA page_count").fetchone()[0], run("PRAGMA page_size").fetchone()[0]
        if pages * size <= self._largest:
            return
        run("DELETE FROM facts WHERE extractor != ?", (EXTRACTOR,))
        count = run("SELECT count(*) FROM facts").fetchone()[0]
        run(
            "DELETE FROM facts WHERE (blob, language) IN "
            "(SELECT blob, language FROM facts ORDER BY used LIMIT ?)",
            (count // 2,),
        )
        run("VACUUM")

    def _guard(self, work: Callable[[], Any]) -> Any:
        """Do the work, or go on in memory when the file fails under it."""
        try:
            return work()
        except (sqlite3.Error, OSError) as error:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = self._instead(error)
            return None


def _connected(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        return _prepared(database)
    except sqlite3.Error:
        database.close()
        raise


def _memory() -> sqlite3.Connection:
    return _prepared(sqlite3.connect(":memory:", isolation_level=None))


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _prepared(database: sqlite3.Connection) -> sqlite3.Connection:
    query = "SELECT count(*) FROM sqlite_master WHERE name IN ('facts', 'verdicts')"
    if database.execute(query).fetchone()[0] < 2:
        _create(database)
    database.execute("PRAGMA synchronous = NORMAL")
    return database


def _create(database: sqlite3.Connection) -> None:
    """Make the tables. Turning to WAL does not wait for another process, so it is tried again."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            database.execute("PRAGMA journal_mode = WAL")
            database.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
