"""One line of a changelog, cut into its prefix and its fields."""

from __future__ import annotations

import re
from typing import NamedTuple

from sutaza_hooks.changelog.entry import FIELDS, Fields, Style
from sutaza_hooks.changelog.moment import is_written_as_date

_SIGN = r"(?:[-*+]|[0-9]{1,9}[.)])"
_BOX = r"(?:\[[ xX]\][ \t]+(?![-–—\s]))"
_PREFIX = re.compile(rf"[ \t]*{_SIGN}[ \t]+{_BOX}?|#{{1,6}}[ \t]+")
_SEPARATOR = re.compile(r"[ \t][-–—](?=[ \t]|\Z)")
_BRACKET = re.compile(r"[\[\]]")
_ALL_BRACKETED = re.compile(r"[ \t]+[-–—][ \t]+".join([r"\[([^\[\]]*)\]"] * len(FIELDS)))
"""The usual form of an entry, in which nothing has to be counted."""


class Part(NamedTuple):
    """What stands between two separators, and whether it stood in brackets."""

    text: str
    bracketed: bool


class Row(NamedTuple):
    """A line as it may be an entry."""

    prefix: str
    body: str
    parts: tuple[Part, ...]

    @property
    def is_entry(self) -> bool:
        return len(self.parts) == len(FIELDS) and is_written_as_date(self.parts[0].text)

    @property
    def fields(self) -> Fields:
        """Raises TypeError when there are not five parts."""
        return Fields(*(part.text for part in self.parts))

    @property
    def style(self) -> Style:
        return Style(self.prefix, tuple(part.bracketed for part in self.parts))


def row(line: str) -> Row:
    prefix = found[0] if (found := _PREFIX.match(line)) else ""
    body = line[len(prefix) :].strip()
    if usual := _ALL_BRACKETED.fullmatch(body):
        return Row(prefix, body, tuple(Part(text.strip(), True) for text in usual.groups()))
    return Row(prefix, body, split(body))


def split(body: str, most: int = len(FIELDS)) -> tuple[Part, ...]:
    """The parts between separators, the last with all that remains.

    A separator inside the brackets that a part begins with does not count.
    """
    parts: list[Part] = []
    start = 0
    while len(parts) < most - 1:
        found = _SEPARATOR.search(body, _closing(body, start))
        if found is None:
            break
        parts.append(_part(body[start : found.start()]))
        start = found.end()
    parts.append(_part(body[start:]))
    return tuple(parts)


def _part(text: str) -> Part:
    text = text.strip()
    if text.startswith("[") and _closing(text, 0) == len(text):
        return Part(text[1:-1].strip(), True)
    return Part(text, False)


def _closing(body: str, start: int) -> int:
    """Where the brackets end that the part at `start` begins with; `start` if it has none."""
    depth = 0
    for found in _BRACKET.finditer(body, start):
        if depth == 0 and body[start : found.start()].strip():
            break
        depth += 1 if found[0] == "[" else -1
        if depth <= 0:
            return found.end() if depth == 0 else start
    return start
