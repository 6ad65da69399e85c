"""What one entry of a changelog says, how it is written, and what can be wrong with it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

FieldName = Literal["date", "version", "component", "type", "description"]

FIELDS: tuple[FieldName, ...] = ("date", "version", "component", "type", "description")

_INDENT = "  "
_NUMBER = re.compile(r"[0-9]+")


class Fields(NamedTuple):
    """The five fields of an entry as written, without their brackets."""

    date: str
    version: str
    component: str
    type: str
    description: str


class Style(NamedTuple):
    """How an entry is written: what stands before it, and which of its fields are in brackets."""

    prefix: str = "- "
    brackets: tuple[bool, ...] = (True,) * len(FIELDS)

    @property
    def heading_level(self) -> int:
        """The number of `#`; 0 for an entry that is no heading."""
        return self.prefix.count("#")

    @property
    def is_item(self) -> bool:
        """Whether the entry is an item of a list, be it numbered or indented."""
        return bool(self.prefix) and not self.heading_level

    @property
    def indent(self) -> str:
        """What the detail lines below the entry begin with."""
        if not self.is_item:
            return "" if self.heading_level else _INDENT
        margin = self.prefix[: len(self.prefix) - len(self.prefix.lstrip())]
        return margin + (" " + _INDENT if self.prefix.lstrip()[0].isdigit() else _INDENT)

    @property
    def anew(self) -> Style:
        """The style for another entry: a numbered list is counted from its first number."""
        return self._replace(prefix=_NUMBER.sub("1", self.prefix))


DEFAULT_STYLE = Style()


class Fault(NamedTuple):
    """What is wrong with one field, and what would be right when that can be told."""

    field: FieldName
    reason: str
    instead: str = ""


class Entry(NamedTuple):
    """One entry: its line and the detail lines that belong to it.

    `text` is the whole entry as written, its lines joined by a line feed alone.
    """

    line: int
    text: str
    fields: Fields
    style: Style

    @property
    def details(self) -> tuple[str, ...]:
        """The lines below the first, as written."""
        return tuple(self.text.split("\n")[1:])

    @property
    def end_line(self) -> int:
        return self.line + self.text.count("\n")


class Attempt(NamedTuple):
    """A line that tries to be an entry and is none; `style` is the one it should have."""

    line: int
    text: str
    style: Style
    fault: Fault
