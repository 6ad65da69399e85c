"""The parts of a changelog that are shown, not said: fenced blocks and HTML comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_FENCE = re.compile(r"[ \t]*(?P<ticks>`{3,}|~{3,})(?P<info>.*)")
_COMMENT = "<!--"
_MAY_OPEN = re.compile(r"\s*(?:```|~~~|<!--)")


class _Opening(NamedTuple):
    mark: str
    closing: re.Pattern[str]
    same_line: bool


def hidden(lines: Sequence[str]) -> list[int]:
    """For each line the number of the fenced block or comment it stands in, 0 outside of both.

    One that is never closed hides nothing: a slip must not make the entries below it vanish.
    """
    numbers = [0] * len(lines)
    if not any(map(_MAY_OPEN.match, lines)):
        return numbers
    unclosed: set[str] = set()  # looked for in vain once, and not again for every line
    line = 0
    while line < len(lines):
        end = line
        opening = _opening(lines[line])
        if opening is not None and opening.mark not in unclosed:
            end = _end(lines, line, opening)
            if end == line:
                unclosed.add(opening.mark)
        numbers[line:end] = [line + 1] * (end - line)
        line = max(end, line + 1)
    return numbers


def _opening(line: str) -> _Opening | None:
    if line.lstrip().startswith(_COMMENT):
        return _Opening(_COMMENT, re.compile(r".*?-->", re.DOTALL), True)
    fence = _FENCE.match(line)
    if fence is None or (fence["ticks"][0] == "`" and "`" in fence["info"]):
        return None
    ticks = fence["ticks"]
    closing = re.compile(rf"[ \t]*{ticks[0]}{{{len(ticks)},}}[ \t\r]*\Z")
    return _Opening(ticks, closing, False)


def _end(lines: Sequence[str], start: int, opening: _Opening) -> int:
    """The line after the one that closes what opens at `start`; `start` when none does."""
    for line in range(start if opening.same_line else start + 1, len(lines)):
        if opening.closing.match(lines[line]):
            return line + 1
    return start
