"""A sorted table from a word to words, compressed in blocks of which a look-up opens one."""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

_ROWS = 64
_HEADER = struct.Struct("<I")


@dataclass(frozen=True)
class Shelf:
    """The table; a block that was opened stays open."""

    data: bytes
    firsts: tuple[str, ...]
    """The first word of each block."""
    ends: tuple[int, ...]
    """Where each block starts in the data, and where the last ends."""
    opened: dict[int, dict[str, tuple[str, ...]]] = field(default_factory=dict, compare=False)

    def get(self, word: str) -> tuple[str, ...]:
        """The words of the row, or none."""
        at = bisect_right(self.firsts, word) - 1
        return () if at < 0 else self._block(at).get(word, ())

    def items(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for at in range(len(self.firsts)):
            yield from self._block(at).items()

    def _block(self, at: int) -> dict[str, tuple[str, ...]]:
        if at not in self.opened:
            text = zlib.decompress(self.data[self.ends[at] : self.ends[at + 1]]).decode()
            rows = (line.split(" ") for line in text.split("\n"))
            self.opened[at] = {word: tuple(words) for word, *words in rows}
        return self.opened[at]


def read(data: bytes) -> Shelf:
    start = _HEADER.size + _HEADER.unpack_from(data)[0]
    index = zlib.decompress(data[_HEADER.size : start]).decode()
    blocks = [line.split(" ") for line in index.split("\n") if line]
    ends = accumulate((int(size) for _, size in blocks), initial=start)
    return Shelf(data, tuple(first for first, _ in blocks), tuple(ends))


def written(rows: Mapping[str, tuple[str, ...]]) -> bytes:
    """What `read` reads; words have no spaces and no line ends."""
    lines = [" ".join((word, *rows[word])) for word in sorted(rows)]
    groups = [lines[at : at + _ROWS] for at in range(0, len(lines), _ROWS)]
    blocks = [zlib.compress("\n".join(group).encode(), 9) for group in groups]
    firsts = (group[0].partition(" ")[0] for group in groups)
    sizes = (f"{first} {len(block)}" for first, block in zip(firsts, blocks, strict=True))
    index = zlib.compress("\n".join(sizes).encode(), 9)
    return b"".join((_HEADER.pack(len(index)), index, *blocks))
