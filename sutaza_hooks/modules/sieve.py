"""A set of names in little room, which may rarely take in a name that was never put there.

It is a binary fuse filter: each name has three cells, whose bits together must give its mark. With
`bits` bits a cell, one name in 2 ** bits is taken in wrongly, for 1.13 cells a name.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass

_HEADER = struct.Struct("<4I")
_WORDS = struct.Struct("<5I")


@dataclass(frozen=True)
class Shape:
    """Where the three cells of a name are: in three segments that follow each other."""

    seed: int
    segment: int
    """Cells in a segment, a power of two."""
    starts: int
    """Segments that can be the first of three."""
    bits: int

    @property
    def cells(self) -> int:
        return (self.starts + 2) * self.segment

    def places(self, name: str) -> tuple[int, int, int, int]:
        """The three cells of a name, and its mark."""
        salted = self.seed.to_bytes(4, "little")
        digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=20, key=salted)
        start, first, second, third, mark = _WORDS.unpack(digest.digest())
        base, last = (start * self.starts >> 32) * self.segment, self.segment - 1
        return (
            base + (first & last),
            base + self.segment + (second & last),
            base + 2 * self.segment + (third & last),
            mark & ((1 << self.bits) - 1),
        )


@dataclass(frozen=True)
class Sieve:
    """The set: `name in sieve` is never wrongly False."""

    shape: Shape
    packed: bytes

    def __contains__(self, name: str) -> bool:
        first, second, third, mark = self.shape.places(name)
        return self._cell(first) ^ self._cell(second) ^ self._cell(third) == mark

    def _cell(self, at: int) -> int:
        """Eight cells take as many bytes as a cell has bits."""
        bits = self.shape.bits
        group = int.from_bytes(self.packed[at // 8 * bits : at // 8 * bits + bits], "little")
        return group >> at % 8 * bits & ((1 << bits) - 1)


def read(data: bytes) -> Sieve:
    return Sieve(Shape(*_HEADER.unpack_from(data)), data[_HEADER.size :])


def written(shape: Shape, cells: list[int]) -> bytes:
    """What `read` reads."""
    bits = shape.bits
    groups = (cells[at : at + 8] for at in range(0, len(cells), 8))
    packed = (sum(cell << i * bits for i, cell in enumerate(group)) for group in groups)
    header = _HEADER.pack(shape.seed, shape.segment, shape.starts, bits)
    return header + b"".join(each.to_bytes(bits, "little") for each in packed)
