"""Offsets in a text as lines and columns, and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple


class Position(NamedTuple):
    """1-based; columns count characters, and only a line feed ends a line."""

    line: int
    column: int


class Lines:
    """Where the lines of one text begin."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(each.end() for each in re.finditer("\n", text))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1
