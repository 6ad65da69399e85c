"""What a manifest format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple


class Unreadable(Exception):
    """The text is not of the format; `line` is where that shows."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason


class Elsewhere(NamedTuple):
    """Where a manifest has its version from: the one of the files that there is.

    Relative to the manifest. Without any it cannot be told without running something.
    """

    paths: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Of these a module sets one to the version; a file without names holds nothing else."""


def _nowhere(_: str) -> Elsewhere | None:
    return None


@dataclass(frozen=True)
class Manifest:
    """A format of files in which a project declares itself.

    `version` gives the declared version, or None where there is none or it is made elsewhere; it
    raises Unreadable.
    """

    names: tuple[str, ...]
    """Patterns of base names."""
    version: Callable[[str], str | None]
    elsewhere: Callable[[str], Elsewhere | None] = _nowhere
    """Where the version is, of a text that declares that it is elsewhere; it raises Unreadable."""
    by_name: bool = True
    """The name alone tells that a file is one; else it is one only when it is configured to be."""
