"""Facts about blobs, and verdicts on trees.

Facts are pure functions of a blob, its language and the extractor, which together are their key:
a row can never be stale, so none is ever updated.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sutaza_hooks.facts import EXTRACTOR, Facts
from sutaza_hooks.index.database import Database
from sutaza_hooks.languages import Language

if TYPE_CHECKING:
    from sqlite3 import Cursor

    from sutaza_hooks.index.collection import Collection
    from sutaza_hooks.index.corpus import Corpus
    from sutaza_hooks.index.glossary import Glossary

FILE = "index-1.db"
"""The name of the file; its number is that of the tables' form."""

LARGEST = 512 * 1024 * 1024
"""Bytes. A larger file forgets the rows that were used longest ago."""

_HOUR = 60 * 60  # seconds
_DAY = 24 * _HOUR
_VERDICTS = 1000
_KEPT = 200  # facts that are held at once: rules ask one after another
_NAMES = ("facts", "verdicts")
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
    """Facts and verdicts, in a file or in memory."""

    def __init__(self, path: Path | None = None, largest: int = LARGEST) -> None:
        self._largest = largest
        self._today = int(time.time()) // _DAY
        self._fresh: list[tuple[str, Sequence[object]]] = []
        self._just_read: dict[tuple[str, str], Facts] = {}
        self._database = Database(path, _NAMES, _TABLES)

    @property
    def trouble(self) -> str:
        """Why the file could not be used, else nothing."""
        return self._database.trouble

    @cached_property
    def corpus(self) -> Corpus:
        """The fragments that are known, kept beside the facts."""
        from sutaza_hooks.index import corpus  # most checks ask for none

        return corpus.Corpus(self._beside(corpus.FILE))

    @cached_property
    def glossary(self) -> Glossary:
        """The definitions that are known by what describes them, kept beside the facts."""
        from sutaza_hooks.index import glossary  # only a search asks for it

        return glossary.Glossary(self._beside(glossary.FILE))

    def _beside(self, name: str) -> Path | None:
        path = self._database.path
        return path and path.with_name(name)

    def facts(self, blob: str, language: Language, text: str) -> Facts:
        """The facts about a blob, remembered or read from its text."""
        if (blob, language.name) in self._just_read:
            return self._just_read[blob, language.name]
        if len(self._just_read) >= _KEPT:  # an audit must not hold a whole repository
            self._just_read = {}
        row = self._database.one(
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
        row = self._database.one(query, (key, since))
        return None if row is None else str(row[0])

    def remember(self, key: str, verdict: str) -> None:
        now = int(time.time())
        self._write("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?)", (key, verdict, now))

    def close(self) -> None:
        """Write what is new, and forget what is too much."""
        self._database.guarded(self._close)
        for name in {"corpus", "glossary"}.intersection(self.__dict__):
            collection: Collection[Any] = getattr(self, name)
            collection.bound()
            collection.close()

    @property
    def lacks_fragments(self) -> bool:
        """Whether more of a tree than a commit can wait for has not been read."""
        return "corpus" in self.__dict__ and self.corpus.incomplete

    def clear(self) -> None:
        """Forget everything."""
        self._fresh, self._just_read = [(f"DELETE FROM {name}", ()) for name in _NAMES], {}
        self.corpus.clear()
        self.glossary.clear()

    def status(self) -> dict[str, int | str]:
        """Where the file is, its size in bytes, and its rows by table."""
        return self._database.status()

    def _write(self, query: str, values: Sequence[object]) -> None:
        self._fresh.append((query, values))
        if len(self._fresh) >= 500:
            self._database.guarded(lambda _: self._flush())

    def _flush(self) -> None:
        fresh, self._fresh = self._fresh, []
        self._just_read = {}
        if fresh:
            self._database.write(fresh)

    def _close(self, run: Callable[..., Cursor]) -> None:
        grew = bool(self._fresh)
        self._flush()
        if grew:
            self._forget(run)
        self._database.close()

    def _forget(self, run: Callable[..., Any]) -> None:
        """Bound the file: verdicts by number, facts by size, those used longest ago first."""
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
