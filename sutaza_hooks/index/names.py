"""Where functions stand whose names tell the same job."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import NamedTuple

from sutaza_hooks.description.naming import Name
from sutaza_hooks.index.collection import Run

TABLE = """
-- A row for each function with a telling name: offsets of its head, see naming.py.
CREATE TABLE IF NOT EXISTS named (
    hash INTEGER, id INTEGER, start INTEGER, head INTEGER, PRIMARY KEY (hash, id, start)
) WITHOUT ROWID;
"""
HOLDING = """
SELECT blobs.blob, places.path, named.start, named.start + named.head
FROM named JOIN blobs ON blobs.id = named.id JOIN places ON places.id = named.id
WHERE named.hash = ? LIMIT 200
"""


class Head(NamedTuple):
    """The head of a function in a blob that has stood at a path; offsets in characters."""

    blob: str
    path: str
    start: int
    inside: int


def packed(names: Iterable[Name]) -> bytes:
    """As they are handed to the index."""
    rows = array("I")
    for each in names:
        rows.extend((each.hash, each.start, each.inside - each.start))
    return rows.tobytes()


def insert(run: Run, id: int, names: bytes) -> None:
    """Note the names of a blob."""
    rows = iter(array("I", names))
    for hash, start, head in zip(rows, rows, rows, strict=True):
        run("INSERT OR IGNORE INTO named VALUES (?, ?, ?, ?)", (hash, id, start, head))


def heads(rows: Iterable[tuple[bytes, str, int, int]]) -> list[Head]:
    return [Head(blob.hex(), path, start, inside) for blob, path, start, inside in rows]
