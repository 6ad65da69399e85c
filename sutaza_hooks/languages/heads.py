"""Functions of languages without a grammar, by the lines that begin them and their indentation."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sutaza_hooks.languages.language import Language

_OWNER = re.compile(
    r"[ \t]*(?:[\w@]+[ \t]+)*(?:class|object|interface|trait|struct|enum|extension|protocol|actor"
    r"|mixin|module|defmodule)[ \t]+(?P<name>[\w.]+)"
)
"""A line that begins what functions belong to."""
_CLOSING = re.compile(r"[ \t]*(?:\}|end\b)")
"""A line that ends what began as far to the left."""
_GOING_ON = re.compile(r"[ \t]*[)\]{]")
"""A line as far to the left that still belongs to the head."""


class Headed(NamedTuple):
    """A function, by offsets in characters; `name` has those around it before it."""

    start: int
    inside: int
    end: int
    name: str


def headed(language: Language, text: str) -> Iterator[Headed]:
    """Each function whose head stands on a line of its own, in their order."""
    head = _compiled(language.heads)
    rows = text.splitlines(keepends=True)
    starts = _starts(rows)
    around: list[tuple[int, str]] = []
    for at, row in enumerate(rows):
        if not row.strip() or _CLOSING.match(row) or _GOING_ON.match(row):
            continue
        indent = _indent(row)
        while around and around[-1][0] >= indent:
            around.pop()
        if found := head.match(row):
            last = _last(rows, at)
            start, end = starts[at] + indent, starts[last] + len(rows[last].rstrip())
            name = ".".join((*(owner for _, owner in around), found["name"]))
            yield Headed(start, _inside(text, starts[at] + found.end(), end), end, name)
        elif owner := _OWNER.match(row):
            around.append((indent, owner["name"]))


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"[ \t]*(?:{pattern})", re.VERBOSE)


def _starts(rows: Sequence[str]) -> Sequence[int]:
    starts, at = [], 0
    for row in rows:
        starts.append(at)
        at += len(row)
    return starts


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _last(rows: Sequence[str], first: int) -> int:
    """The index of the last row of what begins at the first: all deeper ones, and what closes."""
    indent, last = _indent(rows[first]), first
    for at in range(first + 1, len(rows)):
        row = rows[at]
        if not row.strip():
            continue
        if _indent(row) <= indent and not _GOING_ON.match(row):
            return at if _indent(row) == indent and _CLOSING.match(row) else last
        last = at
    return last


def _inside(text: str, at: int, end: int) -> int:
    """Where the body begins: behind the parameters, and what opens it."""
    depth = text.count("(", text.rfind("\n", 0, at) + 1, at) and 1
    while depth and at < end:
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    opened = re.compile(r"[{=\n]").search(text, at, end)
    return opened.end() if opened else at
