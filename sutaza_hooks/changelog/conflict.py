"""Conflict markers that a merge wrote into a changelog and nobody took out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sutaza_hooks.changelog.document import opened
from sutaza_hooks.changelog.row import row
from sutaza_hooks.changelog.shade import hidden

_MARKER = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |\Z)|={7}\Z")


def conflicts(text: str) -> Iterator[Sequence[int]]:
    """The lines with the markers of each conflict; an example in a fenced block is none."""
    lines = [line.removesuffix("\r") for line in opened(text)[0]]
    block: list[int] = []
    for number in _marked(lines):
        sign = lines[number][0]
        if sign == "=" and not block and _is_title(lines[number - 1] if number else ""):
            continue
        if sign == "<" and block:
            yield block
            block = []
        block.append(number + 1)
        if sign == ">":
            yield block
            block = []
    if block:
        yield block


def _marked(lines: Sequence[str]) -> Iterator[int]:
    marked = [number for number, line in enumerate(lines) if _MARKER.match(line)]
    inside = hidden(lines) if marked else ()
    return (number for number in marked if not inside[number])


def _is_title(line: str) -> bool:
    """Whether what stands above `=======` is a title that it underlines."""
    found = row(line)
    return bool(line.strip()) and line[0] not in " \t" and not found.prefix and not found.is_entry
