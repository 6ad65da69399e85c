"""The fragments of every blob that was read, found again by their hashes.

As Git's own objects, they are first loose, a row a blob, and later packed into postings, so that a
question costs what is asked and not what is there. Blobs never change, so no row is ever stale; a
tree is covered when all of its blobs have been read.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from sutaza_hooks.fingerprints.fragment import FORM, Fragment
from sutaza_hooks.fingerprints.sketch import ANCHORS, sketch
from sutaza_hooks.index.collection import Collection, Run
from sutaza_hooks.index.names import HOLDING, TABLE, Head, heads, insert
from sutaza_hooks.index.posting import (
    MOST_FRAGMENTS,
    ORDER,
    Packed,
    Packing,
    bucket,
    number,
    numbered,
)
from sutaza_hooks.languages.language import Language

FILE = "fragments-1.db"
"""The name of the file; its number is that of the tables' form."""

LOOSE = 300
"""So many loose blobs are read through at every question; with more it is time to pack."""

_COMMON = 200
"""An anchor that more fragments have tells nothing: none is found by it."""
_ENOUGH = 50
_NOTED = 16
"""How rare an anchor is matters only among those that so many fragments have."""
_WIDTH = 4 * array("I").itemsize
"""Bytes of the span of one fragment."""
_NAMES = ("loose", "packed", "common", "named")
_TABLES = """
-- One row a blob that was read; `spans` are the start, head, body and size of its fragments.
CREATE TABLE IF NOT EXISTS blobs (
    id INTEGER PRIMARY KEY, blob BLOB UNIQUE NOT NULL, spans BLOB NOT NULL, used INTEGER NOT NULL
);
-- The sketches of blobs that are not packed yet.
CREATE TABLE IF NOT EXISTS loose (id INTEGER PRIMARY KEY, sketches BLOB NOT NULL);
-- Postings, see posting.py.
CREATE TABLE IF NOT EXISTS packed (bucket INTEGER PRIMARY KEY, postings BLOB NOT NULL);
-- How many fragments have an anchor, where these are many.
CREATE TABLE IF NOT EXISTS common (hash INTEGER PRIMARY KEY, count INTEGER NOT NULL);
"""


class Span(NamedTuple):
    """Where a fragment stands in its blob; offsets in characters, see `Fragment`."""

    blob: str
    path: str
    start: int
    inside: int
    end: int
    size: int


class Postings(NamedTuple):
    """The fragments that have each hash, and how many hashes each fragment has."""

    holders: Mapping[int, Sequence[int]]
    counts: Mapping[int, int]


class Corpus(Collection[tuple[str, bytes, bytes, bytes]]):
    """The fragments that are known, in a file or in memory."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path, _NAMES, _TABLES + TABLE, f"{FORM} {ORDER}")
        self.incomplete = False
        """Whether somebody has asked about a tree that is not covered, and is too large for now."""

    def add(self, read: Iterable[tuple[str, bytes, bytes, bytes]]) -> None:
        """Keep what `packed_up` made of blobs."""

        def work(run: Run) -> None:
            run("BEGIN IMMEDIATE")
            for blob, spans, sketches, names in read:
                row = bytes.fromhex(blob), spans, self._today
                added = run("INSERT OR IGNORE INTO blobs (blob, spans, used) VALUES (?, ?, ?)", row)
                if not added.rowcount or not added.lastrowid:
                    continue
                insert(run, added.lastrowid, names)
                if sketches:
                    run("INSERT OR REPLACE INTO loose VALUES (?, ?)", (added.lastrowid, sketches))
            run("COMMIT")

        self._database.guarded(work)

    def having(self, hashes: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """For each hash the fragments that have it; of very many, only some."""
        wanted = set(hashes)
        found = {hash: list(self._packed(hash)) for hash in wanted}
        for fragment, hash in self._loose(wanted):
            found[hash].append(fragment)
        return {hash: every[:_ENOUGH] for hash, every in found.items() if every}

    def spans(self, fragment: int) -> Iterator[Span]:
        """Each place at which a fragment has been seen."""
        blob, ordinal = numbered(fragment)
        row = self._database.one("SELECT blob, spans FROM blobs WHERE id = ?", (blob,))
        if row is None:
            return
        start, head, body, size = array("I", row[1])[4 * ordinal : 4 * ordinal + 4]
        for path in self._paths(blob):
            yield Span(row[0].hex(), path, start, start + head, start + head + body, size)

    def postings(self) -> Postings:
        """Everything that is kept, for who asks about all fragments at once."""
        holders: dict[int, list[int]] = {}
        counts: Counter[int] = Counter()
        for hash, fragment in chain(self._every_packed(), self._every_loose()):
            holders.setdefault(hash, []).append(fragment)
            counts[fragment] += 1
        return Postings(holders, counts)

    def standing_twice(self) -> frozenset[int]:
        """The fragments of blobs that have stood at several paths."""
        rows = self._database.all(
            "SELECT id, length(spans) FROM blobs WHERE id IN "
            "(SELECT id FROM places GROUP BY id HAVING count(*) > 1)"
        )
        return frozenset(number(id, at) for id, size in rows for at in range(size // _WIDTH))

    def sizes(self) -> Mapping[str, int]:
        """How many fragments each blob has that was read."""
        rows = self._database.all("SELECT blob, length(spans) FROM blobs")
        return {blob.hex(): size // _WIDTH for blob, size in rows}

    def named(self, hash: int) -> Sequence[Head]:
        """Where functions have stood whose names have the hash; of very many, only some."""
        return heads(self._database.all(HOLDING, (hash,)))

    def loose(self) -> int:
        """How many blobs are not packed."""
        row = self._database.one("SELECT count(*) FROM loose")
        return row[0] if row else 0

    def pack(self) -> None:
        """Pack what is loose together with what is packed already, and give back the room."""
        self._database.guarded(self._pack)
        self._database.guarded(lambda run: run("VACUUM"))

    def _packed(self, hash: int) -> Sequence[int]:
        query = "SELECT postings FROM packed WHERE bucket = ?"
        row = self._database.one(query, (bucket(hash),))
        return Packed(row[0]).fragments(hash) if row else ()

    def _loose(self, wanted: set[int]) -> Iterator[tuple[int, int]]:
        for id, sketches in self._database.all("SELECT id, sketches FROM loose"):
            for ordinal, (kept, anchors) in enumerate(_unpacked(sketches)):
                for hash in wanted.intersection((*kept, *anchors)):
                    yield number(id, ordinal), hash

    def _every_packed(self) -> Iterator[tuple[int, int]]:
        for at, row in self._database.all("SELECT bucket, postings FROM packed"):
            yield from Packed(row).all(at)

    def _every_loose(self) -> Iterator[tuple[int, int]]:
        for id, sketches in self._database.all("SELECT id, sketches FROM loose"):
            for ordinal, (kept, anchors) in enumerate(_unpacked(sketches)):
                for hash in {*kept, *anchors}:
                    yield hash, number(id, ordinal)

    def _pack(self, run: Run) -> None:
        run("BEGIN IMMEDIATE")
        packing = Packing()
        for at, row in run("SELECT bucket, postings FROM packed"):
            for hash, fragment in Packed(row).all(at):
                packing.add(hash, fragment)
        seen = Counter(dict(run("SELECT hash, count FROM common").fetchall()))
        _gather(run("SELECT id, sketches FROM loose").fetchall(), seen, packing)
        for name in ("packed", "loose", "common"):
            run(f"DELETE FROM {name}")
        for each in packing.rows():
            run("INSERT INTO packed VALUES (?, ?)", each)
        for hash, count in seen.items():
            if count >= _NOTED:
                run("INSERT INTO common VALUES (?, ?)", (hash, count))
        run("COMMIT")


def _gather(loose: Sequence[tuple[int, bytes]], seen: Counter[int], packing: Packing) -> None:
    """Add the postings of loose blobs: of their anchors the rarest, by what was seen till now."""
    for _, sketches in loose:
        for _, anchors in _unpacked(sketches):
            seen.update(anchors)
    for id, sketches in loose:
        for ordinal, (kept, anchors) in enumerate(_unpacked(sketches)):
            for hash in (*kept, *_rarest(anchors, seen)):
                packing.add(hash, number(id, ordinal))


def packed_up(language: Language, fragments: Iterable[Fragment]) -> tuple[bytes, bytes]:
    """The spans and the sketches of the fragments of one blob, as the tables hold them."""
    spans, sketches = array("I"), array("I")
    for ordinal, each in enumerate(fragments):
        if ordinal == MOST_FRAGMENTS:
            break
        spans.extend((each.start, each.inside - each.start, each.end - each.inside, each.size))
        kept, anchors = sketch(language, each)
        sketches.extend((len(kept), len(anchors), *kept, *anchors))
    return spans.tobytes(), sketches.tobytes()


def _unpacked(sketches: bytes) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    row, at = array("I", sketches), 0
    while at < len(row):
        middle = at + 2 + row[at]
        end = middle + row[at + 1]
        yield row[at + 2 : middle], row[middle:end]
        at = end


def _rarest(anchors: Sequence[int], seen: Mapping[int, int]) -> Sequence[int]:
    rare = [each for each in anchors if seen[each] <= _COMMON]
    return sorted(rare, key=lambda each: (seen[each], each))[:ANCHORS]
