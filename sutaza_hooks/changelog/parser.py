"""Text to changelog."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from sutaza_hooks.changelog.document import Block, Changelog, Heading, opened
from sutaza_hooks.changelog.entry import FIELDS, Attempt, Entry, Style
from sutaza_hooks.changelog.layout import style_of
from sutaza_hooks.changelog.moment import is_written_as_date
from sutaza_hooks.changelog.row import Row, row
from sutaza_hooks.changelog.shade import hidden
from sutaza_hooks.changelog.trial import fault_of, is_template, tries
from sutaza_hooks.changelog.version import looks_like_version

_BREAK = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}\Z")
_BULLETS = ("-", "*", "+")  # numbers may as well count steps, and bullets that are indented details
_LINK_REFERENCE = re.compile(r"\[[^\]]+\]:[ \t]")
_DETAIL = re.compile(r"(?:[-*+][ \t]+)?(?:\*\*|__)?(?:why|who|impact)\b[ *_]*:", re.IGNORECASE)
_RELEASE = re.compile(
    r"(?:(?:version|release)[ \t]+)?\[?(?P<version>[^\s\[\]()]+?)\]?(?:\([^()]*\))?:?"
    r"(?:[ \t]*\Z|[ \t]+[-–—(\[/0-9])",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)  # every rule and command asks for the same few texts
def parse(text: str) -> Changelog:
    """Never raises: what is neither an entry nor tries to be one is prose."""
    lines, ends = opened(text)
    changelog = Changelog(tuple(_Source(lines, hidden(lines)).blocks()), ends)
    return changelog._replace(blocks=_with_styles(changelog))


class _Source(NamedTuple):
    lines: Sequence[str]
    hidden: Sequence[int]

    def blocks(self) -> Iterator[Block]:
        start = 0
        while start < len(self.lines):
            head = self.head(start)
            end = self.end(start, head)
            blank = end
            while blank < len(self.lines) and not self.lines[blank].strip():
                blank += 1
            yield Block(
                tuple(self.lines[start:end]),
                tuple(self.lines[end:blank]),
                self.whole(head, start, end),
            )
            start = blank

    def head(self, number: int) -> Entry | Attempt | Heading | None:
        """What the line opens, of which only the first line is known yet."""
        if self.hidden[number]:
            return None
        return _head(number + 1, self.lines[number].rstrip())

    def whole(
        self, head: Entry | Attempt | Heading | None, start: int, end: int
    ) -> Entry | Attempt | Heading | None:
        if head is None or isinstance(head, Heading):
            return head
        text = "\n".join(line.removesuffix("\r") for line in self.lines[start:end])
        return head._replace(text=text)

    def end(self, start: int, head: Entry | Attempt | Heading | None) -> int:
        """The line after the last line of the block."""
        if isinstance(head, Heading):
            return start + 1
        if head is None:
            return self.prose_end(start)
        end = start + 1
        for number in range(start + 1, len(self.lines)):
            if not self.lines[number].strip():
                continue
            if not self.belongs(number, head.style.heading_level):
                break
            end = number + 1
        return end

    def prose_end(self, start: int) -> int:
        for number in range(start, len(self.lines)):
            if not self.lines[number].strip() or (number > start and self.head(number)):
                return number
        return len(self.lines)

    def belongs(self, number: int, level: int) -> bool:
        """Whether a line is a detail of the entry above it, a heading of that level or, at 0, none.

        Below a heading all belongs to it up to the next entry or a heading as high.
        """
        line = self.lines[number]
        if self.hidden[number] and self.hidden[number] == self.hidden[number - 1]:
            return True
        if line[0] in " \t":
            return self.head(number) is None
        if _DETAIL.match(line):
            return True
        return bool(level) and (self.hidden[number] != 0 or self.is_below(number, level))

    def is_below(self, number: int, level: int) -> bool:
        line = self.lines[number].rstrip()
        if _BREAK.match(line) or _LINK_REFERENCE.match(line):
            return False
        head = self.head(number)
        if isinstance(head, Heading):
            return head.level > level
        return head is None or (isinstance(head, Attempt) and not tries(row(line)))


def _head(line: int, text: str) -> Entry | Attempt | Heading | None:
    if not text or text[0] == "|" or _BREAK.match(text) or _LINK_REFERENCE.match(text):
        return None
    found = row(text)
    if text[0] in " \t" and not (found.is_entry and found.style.is_item):
        return None  # a detail, or an example
    if found.is_entry:
        return Entry(line, text, found.fields, found.style)
    if found.prefix.startswith("#") and (heading := _heading(line, found)):
        return heading
    if tries(found) or (found.prefix[:1] in _BULLETS and not is_template(found)):
        return Attempt(line, text, found.style, fault_of(found))
    return Heading(line, found.prefix.count("#"), None) if found.prefix.startswith("#") else None


def _heading(line: int, found: Row) -> Heading | None:
    """The heading of a version's or a day's section, or None."""
    level = found.prefix.count("#")
    texts = [part.text for part in found.parts]
    if is_written_as_date(texts[0]) and len(texts) < 3:
        version = texts[1] if len(texts) == 2 else None
        return Heading(line, level, version) if not version or looks_like_version(version) else None
    release = _RELEASE.match(found.body)
    if release is None or not looks_like_version(release["version"]):
        return None
    has_day = any(is_written_as_date(text.strip("()")) for text in texts[1:])
    if len(texts) < 3 or (len(texts) == 3 and has_day):
        return Heading(line, level, release["version"])
    return None


def _with_styles(changelog: Changelog) -> tuple[Block, ...]:
    """The blocks, with every attempt in its own style where it shows one, else in the file's."""
    if not changelog.attempts:
        return changelog.blocks
    usual = style_of(changelog)
    return tuple(
        replace(block, head=block.head._replace(style=_intended(block.head.style, usual)))
        if isinstance(block.head, Attempt)
        else block
        for block in changelog.blocks
    )


def _intended(shown: Style, usual: Style) -> Style:
    """The attempt's own prefix, and its own brackets, or none, where it has fields enough."""
    brackets = usual.brackets
    if any(shown.brackets) and not any(brackets):
        brackets = (True,) * len(FIELDS)
    elif len(shown.brackets) > 2 and not any(shown.brackets):
        brackets = (False,) * len(FIELDS)
    return Style(shown.prefix, brackets)
