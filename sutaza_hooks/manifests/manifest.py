"""What a manifest format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class Unreadable(Exception):
    """The text is not of the format; `line` is where that shows."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason


@dataclass(frozen=True)
class Manifest:
    """A format of files in which a project declares itself.

    `version` gives the declared version, or None where there is none or it is made elsewhere; it
    raises Unreadable.
    """

    names: tuple[str, ...]
    """Patterns of base names."""
    version: Callable[[str], str | None]
    by_name: bool = True
    """The name alone tells that a file is one; else it is one only when it is configured to be."""
