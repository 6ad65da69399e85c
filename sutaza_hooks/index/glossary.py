"""Definitions by the words that describe them, found by SQLite's full-text index (FTS5)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sutaza_hooks.description.definition import FORM, Described
from sutaza_hooks.index.collection import Collection, Run
from sutaza_hooks.index.posting import MOST_FRAGMENTS, number, numbered

FILE = "words-1.db"
"""The name of the file; its number is that of the tables' form."""

_TABLES = """
-- One row a blob that was read; `shown` is what is told of its definitions, as compressed JSON.
CREATE TABLE IF NOT EXISTS blobs (
    id INTEGER PRIMARY KEY, blob BLOB UNIQUE NOT NULL, shown BLOB NOT NULL
);
-- The words of each definition, which is numbered as in posting.py.
CREATE VIRTUAL TABLE IF NOT EXISTS described USING fts5(
    called, around, said, done, content = '', tokenize = 'porter unicode61'
);
"""
_WEIGHTS = "6, 2, 3, 1"
"""What a word counts in each column: a name is chosen with more care than a sentence."""


class Shown(NamedTuple):
    """What is told of a definition."""

    blob: str
    path: str
    name: str
    kind: str
    line: int
    end_line: int
    signature: str
    summary: str


class Glossary(Collection[tuple[str, Sequence[Described]]]):
    """The definitions that are known, in a file or in memory."""

    def __init__(self, path: Path | None = None) -> None:
        empty = "INSERT INTO described (described) VALUES ('delete-all')"
        super().__init__(path, ("described",), _TABLES, str(FORM), {"described": empty})

    def add(self, read: Iterable[tuple[str, Sequence[Described]]]) -> None:
        """Keep what describes the definitions of blobs."""

        def work(run: Run) -> None:
            run("BEGIN IMMEDIATE")
            for blob, every in read:
                row = bytes.fromhex(blob), _packed(every)
                added = run("INSERT OR IGNORE INTO blobs (blob, shown) VALUES (?, ?)", row)
                if added.rowcount and added.lastrowid:
                    _describe(run, added.lastrowid, every)
            run("COMMIT")

        self._database.guarded(work)

    def having(self, words: Iterable[str]) -> Mapping[int, float]:
        """The definitions that have any of the words, each with its BM25: more is better."""
        query = " OR ".join(f'"{word}"' for word in words)
        rows = self._database.all(
            f"SELECT rowid, bm25(described, {_WEIGHTS}) FROM described WHERE described MATCH ?",
            (query,),
        )
        return {definition: -score for definition, score in rows}

    def shown(self, definition: int) -> Iterator[Shown]:
        """What is told of a definition, for each place at which it has stood; any may be gone."""
        id, ordinal = numbered(definition)
        row = self._database.one("SELECT blob, shown FROM blobs WHERE id = ?", (id,))
        if row is None:
            return
        with suppress(ValueError, IndexError, TypeError, zlib.error):  # a damaged row tells nothing
            told = json.loads(zlib.decompress(row[1]))[ordinal]
            for path in self._paths(id):
                yield Shown._make((row[0].hex(), path, *told))


def _describe(run: Run, id: int, every: Sequence[Described]) -> None:
    query = "INSERT INTO described (rowid, called, around, said, done) VALUES (?, ?, ?, ?, ?)"
    for ordinal, each in enumerate(every[:MOST_FRAGMENTS]):
        run(query, (number(id, ordinal), each.called, each.around, each.said, each.done))


def _packed(every: Sequence[Described]) -> bytes:
    return zlib.compress(json.dumps([each[:6] for each in every[:MOST_FRAGMENTS]]).encode())
