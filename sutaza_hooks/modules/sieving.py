"""Makes the set of `sieve.py` out of the names that it is to hold."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable
from itertools import count

from sutaza_hooks.modules.sieve import Shape, written


def sieved(names: Iterable[str], bits: int) -> bytes:
    """The bytes of a set of the names; the first seed with which they can be laid out is taken."""
    held = sorted(set(names))
    for seed in count():
        shape = _shape(len(held), bits, seed)
        cells = _filled(held, shape)
        if cells is not None:
            return written(shape, cells)
    raise AssertionError("unreachable: counting does not end")


def _shape(size: int, bits: int, seed: int) -> Shape:
    """The sizes that the inventors of the filter found to work; small sets need more room."""
    log = math.log(max(size, 2))
    segment = 1 << min(18, math.floor(log / math.log(3.33) + 2.25))
    room = size * max(1.125, 0.875 + 0.25 * math.log(1_000_000) / log)
    return Shape(seed, segment, max(1, math.ceil(room / segment) - 2 + seed // 8), bits)


def _filled(names: list[str], shape: Shape) -> list[int] | None:
    """The cells, or None where with this seed some names cannot be told apart."""
    spread = [shape.places(name) for name in names]
    order = _peeled(spread, shape.cells)
    if len(order) < len(names):
        return None
    cells = [0] * shape.cells
    for name, free in reversed(order):
        first, second, third, mark = spread[name]
        cells[free] = mark ^ cells[first] ^ cells[second] ^ cells[third]
    return cells


def _peeled(spread: list[tuple[int, int, int, int]], size: int) -> list[tuple[int, int]]:
    """Names in the order in which each has a cell to itself, once those before it are gone."""
    users, mixed = array("I", bytes(4 * size)), array("I", bytes(4 * size))
    for name, (*places, _) in enumerate(spread):
        for place in places:
            users[place] += 1
            mixed[place] ^= name
    order: list[tuple[int, int]] = []
    alone = [place for place in range(size) if users[place] == 1]
    while alone:
        cell = alone.pop()
        if users[cell] != 1:
            continue
        name = mixed[cell]
        order.append((name, cell))
        for place in spread[name][:3]:
            users[place] -= 1
            mixed[place] ^= name
            if users[place] == 1:
                alone.append(place)
    return order
