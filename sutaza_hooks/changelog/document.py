"""A changelog as a sequence of blocks: entries, attempts, headings, and the prose between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sutaza_hooks.changelog.entry import Attempt, Entry


class Heading(NamedTuple):
    """A heading that is no entry, with the version whose section it opens, if it opens one."""

    line: int
    level: int
    version: str | None


@dataclass(frozen=True)
class Block:
    """Lines that belong together, without their line feeds, and the blank lines after them."""

    lines: tuple[str, ...]
    blanks: tuple[str, ...] = ()
    head: Entry | Attempt | Heading | None = None

    @property
    def key(self) -> str:
        """What makes two blocks the same: the text, whatever ends its lines."""
        return "\n".join(line.removesuffix("\r") for line in self.lines)

    @property
    def entry(self) -> Entry | None:
        return self.head if isinstance(self.head, Entry) else None

    @property
    def version(self) -> str | None:
        """The version whose section the block opens."""
        return self.head.version if isinstance(self.head, Heading) else None


class Ends(NamedTuple):
    """How a file begins and its lines end: byte order mark, CRLF, a line end at the end."""

    mark: str = ""
    crlf: bool = False
    final: bool = True


class Section(NamedTuple):
    """The part of a changelog below the heading of one version.

    `text` begins with the heading and has neither carriage returns nor blank lines at its end.
    """

    version: str
    line: int
    end_line: int
    text: str


class Changelog(NamedTuple):
    """A changelog as data; `text` gives back, to the byte, what was parsed."""

    blocks: tuple[Block, ...]
    ends: Ends

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines, without line feeds."""
        return lines_of(self.blocks)

    @property
    def text(self) -> str:
        written = "\n".join(self.lines)
        if self.blocks and self.ends.final:
            written += "\n"
        elif self.ends.crlf:
            written = written.removesuffix("\r")
        return self.ends.mark + written

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(block.head for block in self.blocks if isinstance(block.head, Entry))

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        return tuple(block.head for block in self.blocks if isinstance(block.head, Attempt))

    @property
    def items(self) -> tuple[Entry | Attempt, ...]:
        """Entries and what tries to be one, in the order of the file."""
        heads = (block.head for block in self.blocks)
        return tuple(head for head in heads if isinstance(head, (Entry, Attempt)))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of versions, in the order of the file."""
        return tuple(_sections(self.blocks))


def lines_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(line for block in blocks for line in (*block.lines, *block.blanks))


def _sections(blocks: Sequence[Block]) -> Iterator[Section]:
    for number, block in enumerate(blocks):
        if isinstance(block.head, Heading) and block.head.version is not None:
            lines = lines_of(blocks[number : section_end(blocks, number)])
            text = "\n".join(line.removesuffix("\r") for line in lines).rstrip()
            line = block.head.line
            yield Section(block.head.version, line, line + text.count("\n"), text)


def section_end(blocks: Sequence[Block], number: int) -> int:
    """The number of the block that ends the section which the heading at `number` opens."""
    opening = blocks[number].head
    level = opening.level if isinstance(opening, Heading) else 0
    for later in range(number + 1, len(blocks)):
        head = blocks[later].head
        if isinstance(head, Heading) and head.level <= level:
            return later
    return len(blocks)


def opened(text: str) -> tuple[list[str], Ends]:
    """The lines of a text, each without its line feed, and how they were written."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    if not text:
        return [], Ends(mark)
    crlf = text.count("\r\n") * 2 > text.count("\n")
    final = text.endswith("\n")
    lines = text.removesuffix("\n").split("\n")
    if crlf and not final:
        lines[-1] += "\r"  # so that every line of the file is written alike
    return lines, Ends(mark, crlf, final)
