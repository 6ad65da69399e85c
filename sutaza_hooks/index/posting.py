"""Postings: which fragments have which hashes, packed into rows of one bucket each.

A bucket holds the hashes whose upper 16 bits are its number. Its row is an array of the lower 16
bits, in ascending order, and an array of the numbers of the fragments, 32 bits each. That is a
third of what a row for each posting takes.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

_ORDINAL = 12
"""So many bits of a fragment's number tell it from others of its blob."""
MOST_FRAGMENTS = 1 << _ORDINAL
"""Of one blob; those behind are not kept."""
MOST_BLOBS = 1 << 32 - _ORDINAL
_LOW = 16

ORDER = f"{sys.byteorder} {array('H').itemsize} {array('I').itemsize}"
"""How this machine writes numbers: rows of another are not read."""


def number(blob: int, ordinal: int) -> int:
    """The number of a fragment."""
    return blob << _ORDINAL | ordinal


def numbered(fragment: int) -> tuple[int, int]:
    """The blob and the ordinal of a fragment's number."""
    return fragment >> _ORDINAL, fragment & (MOST_FRAGMENTS - 1)


def bucket(hash: int) -> int:
    """The bucket of a hash."""
    return hash >> _LOW


class Packing:
    """Postings that are sorted into their buckets. Takes 8 bytes for each."""

    def __init__(self) -> None:
        self._buckets: dict[int, array[int]] = {}

    def add(self, hash: int, fragment: int) -> None:
        self._buckets.setdefault(hash >> _LOW, array("Q")).append(hash << 32 | fragment)

    def rows(self) -> Iterator[tuple[int, bytes]]:
        """The number of each bucket that holds anything, and its row."""
        for at, held in sorted(self._buckets.items()):
            postings = sorted(held)
            hashes = array("H", [each >> 32 & 0xFFFF for each in postings])
            fragments = array("I", [each & 0xFFFFFFFF for each in postings])
            yield at, hashes.tobytes() + fragments.tobytes()


class Packed:
    """The row of a bucket, read."""

    def __init__(self, row: bytes) -> None:
        count = len(row) // 6
        self._hashes = array("H", row[: 2 * count])
        self._fragments = array("I", row[2 * count :])

    def fragments(self, hash: int) -> Sequence[int]:
        """The numbers of the fragments that have the hash."""
        low = hash & 0xFFFF
        first = bisect_left(self._hashes, low)
        return self._fragments[first : bisect_right(self._hashes, low, first)]

    def all(self, bucket: int) -> Iterator[tuple[int, int]]:
        """Every hash with each of its fragments."""
        for low, fragment in zip(self._hashes, self._fragments, strict=True):
            yield bucket << _LOW | low, fragment
