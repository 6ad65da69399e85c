"""What was read of blobs, and of which trees every blob was read.

Blobs never change, so no row is ever stale. A row may be of a blob that stands nowhere any more:
whether it still does is asked of the tree.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

from sutaza_hooks.index.database import Database

if TYPE_CHECKING:
    from sqlite3 import Cursor

Run = Callable[..., "Cursor"]
Row = TypeVar("Row")
"""What is kept of a blob."""

LARGEST = 1024 * 1024 * 1024
"""Bytes of a file."""

_DAY = 24 * 60 * 60  # seconds
_TREES = 500
_NAMES = ("blobs", "places", "trees", "about")
_TABLES = """
-- Where a blob has stood; whether it still does is asked of the tree.
CREATE TABLE IF NOT EXISTS places (
    id INTEGER, path TEXT, PRIMARY KEY (id, path)
) WITHOUT ROWID;
-- Trees of which every blob was read.
CREATE TABLE IF NOT EXISTS trees (tree TEXT PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class Collection(ABC, Generic[Row]):
    """Rows about blobs, in a file or in memory.

    `tables` makes the tables that are called `names` and the table `blobs`, which has a row for
    each blob that was read: `id`, `blob`, and whatever a collection keeps of it. `form` is of what
    is kept: a file of another form is emptied. `emptying` is how, for a table that has its own way.
    """

    def __init__(
        self,
        path: Path | None,
        names: Sequence[str],
        tables: str,
        form: str,
        emptying: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._names = (*_NAMES, *names)
        self._emptying = emptying
        self._database = Database(path, self._names, tables + _TABLES)
        self._form = form
        self._today = int(time.time()) // _DAY
        kept = self._database.one("SELECT value FROM about WHERE name = 'form'")
        if kept is None or kept[0] != form:
            self.clear()

    @property
    def trouble(self) -> str:
        """Why the file could not be used, else nothing."""
        return self._database.trouble

    def close(self) -> None:
        self._database.close()

    def status(self) -> dict[str, int | str]:
        """Where the file is, its size in bytes, and its rows by table."""
        return self._database.status()

    def bound(self) -> None:
        """Forget everything in a file that has grown too large: what is needed is read anew."""
        path = self._database.path
        if path and path.exists() and path.stat().st_size > LARGEST:
            self.clear()
            self._database.guarded(lambda run: run("VACUUM"))

    def clear(self) -> None:
        """Forget everything."""

        def work(run: Run) -> None:
            run("BEGIN IMMEDIATE")
            for name in self._names:
                run(self._emptying.get(name, f"DELETE FROM {name}"))
            run("INSERT INTO about VALUES ('form', ?)", (self._form,))
            run("COMMIT")

        self._database.guarded(work)

    @abstractmethod
    def add(self, read: Iterable[Row]) -> None:
        """Keep what was read of blobs."""

    def covers(self, tree: str) -> bool:
        """Whether every blob of the tree was read."""
        return self._database.one("SELECT 1 FROM trees WHERE tree = ?", (tree,)) is not None

    def covered(self) -> Sequence[str]:
        """The trees of which every blob was read, those covered last first."""
        rows = self._database.all("SELECT tree FROM trees ORDER BY used DESC LIMIT 20")
        return [row[0] for row in rows]

    def unknown(self, blobs: Iterable[str]) -> list[str]:
        """Which of the blobs were not read yet, each once."""
        query = "SELECT 1 FROM blobs WHERE blob = ?"
        one = self._database.one
        return [each for each in dict.fromkeys(blobs) if not one(query, (bytes.fromhex(each),))]

    def place(self, places: Iterable[tuple[str, str]], tree: str) -> None:
        """Note that blobs stand at paths, and that their tree was read whole."""

        def work(run: Run) -> None:
            run("BEGIN IMMEDIATE")
            query = "INSERT OR IGNORE INTO places SELECT id, ? FROM blobs WHERE blob = ?"
            for path, blob in places:
                run(query, (path, bytes.fromhex(blob)))
            run("INSERT OR REPLACE INTO trees VALUES (?, ?)", (tree, time.time_ns()))
            run(
                "DELETE FROM trees WHERE tree NOT IN "
                "(SELECT tree FROM trees ORDER BY used DESC LIMIT ?)",
                (_TREES,),
            )
            run("COMMIT")

        self._database.guarded(work)

    def _paths(self, id: int) -> Iterable[str]:
        """Where a blob has stood."""
        return [row[0] for row in self._database.all("SELECT path FROM places WHERE id = ?", (id,))]
