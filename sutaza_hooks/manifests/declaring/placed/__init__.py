"""Data whose texts know their line; each file of this package is one notation."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sutaza_hooks.manifests.declaring.declared import Fault
from sutaza_hooks.manifests.manifest import Unreadable

_BREAKS = re.compile("\r(?!\n)|[\x85\u2028\u2029]")


def as_git_counts(text: str) -> str:
    """The text without what some parsers, and not Git, take for the end of a line."""
    return _BREAKS.sub(" ", text)


class Placed(str):
    """A text, and the line that it stands on."""

    __slots__ = ("line",)
    line: int

    def __new__(cls, text: str, line: int) -> Placed:
        placed = super().__new__(cls, text)
        placed.line = line
        return placed

    def saying(self, text: str) -> Placed:
        """Another text on the same line."""
        return Placed(text, self.line)


class Read(NamedTuple):
    """What a text holds, and what of it could not be read."""

    data: object
    faults: tuple[Fault, ...] = ()


def faults_of(read: Callable[[str], object], text: str) -> tuple[Fault, ...]:
    """What a strict reader has to say against the text."""
    try:
        read(text)
    except Unreadable as error:
        return (Fault(error.line, error.reason),)
    return ()


def found(data: object, *path: str) -> Iterator[tuple[tuple[Placed, ...], object]]:
    """Every value below a path of keys in which `*` is any key, with the keys that it stood for."""
    if not path:
        yield (), data
        return
    if not isinstance(data, dict):
        return
    first, rest = path[0], path[1:]
    if first != "*":
        if first in data:
            yield from found(data[first], *rest)
        return
    for key, value in data.items():
        for keys, end in found(value, *rest):
            yield (key, *keys), end


def at(data: object, *path: str) -> object:
    """The value below a path of keys, or None."""
    return next((value for _, value in found(data, *path)), None)


def text_of(value: object) -> Placed | None:
    return value if isinstance(value, Placed) and value.strip() else None


def texts(value: object) -> Iterator[Placed]:
    """The texts of a list, or a single text."""
    each = value if isinstance(value, list) else [value]
    yield from (item for item in each if isinstance(item, Placed) and item.strip())


def folder(path: Placed) -> Placed:
    """A relative path in its shortest form; a `!` before it stays."""
    bars = "!" if path.startswith("!") else ""
    plain = path.removeprefix("!").strip().replace("\\", "/")
    return path.saying(bars + posixpath.normpath(plain))
