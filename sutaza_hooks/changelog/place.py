"""Where a new entry belongs in a changelog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sutaza_hooks.changelog.document import Block, Heading, section_end
from sutaza_hooks.changelog.entry import Attempt, Entry
from sutaza_hooks.changelog.layout import Layout
from sutaza_hooks.changelog.moment import is_later
from sutaza_hooks.changelog.version import UNRELEASED, compare, looks_like_version


class Arrival(NamedTuple):
    """A block whose head is an entry, and the version in whose section it already stood."""

    block: Block
    entry: Entry
    home: str | None = None


def place(
    blocks: Sequence[Block], arrivals: Sequence[Arrival], layout: Layout
) -> tuple[Block, ...]:
    """The blocks with the new ones among them, each by its date, equal dates in the order given.

    An entry goes into the section it came from, the unreleased one, or that of its version; where
    there are sections and none of these, one is opened.
    """
    for arrival in reversed(arrivals) if layout.newest_first else arrivals:
        blocks = _with(blocks, arrival, layout)
    return tuple(blocks)


def _with(blocks: Sequence[Block], arrival: Arrival, layout: Layout) -> tuple[Block, ...]:
    region = _region(blocks, arrival)
    if region is None:
        blocks, region = _with_section(blocks, arrival.entry.fields.version, layout)
    end = "\r" if layout.crlf else ""
    lines = tuple(line.removesuffix("\r") + end for line in arrival.block.lines)
    at = _position(blocks, region, arrival.entry.fields.date, layout)
    return _inserted(blocks, at, replace(arrival.block, lines=lines), layout)


def _region(blocks: Sequence[Block], arrival: Arrival) -> range | None:
    """The blocks among which the entry belongs, or None when its section has to be opened."""
    first = next((n for n, block in enumerate(blocks) if block.version is not None), None)
    if first is None:
        return range(len(blocks))
    for version in (arrival.home, UNRELEASED):
        found = None if version is None else _section(blocks, version)
        if found is not None:
            return found
    if any(block.entry for block in blocks[:first]):
        return range(first)
    return _section(blocks, arrival.entry.fields.version)


def _section(blocks: Sequence[Block], version: str) -> range | None:
    for number, block in enumerate(blocks):
        if block.version is not None and _same(block.version, version):
            return range(number + 1, section_end(blocks, number))
    return None


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold() or compare(one, other) == 0


def _with_section(
    blocks: Sequence[Block], version: str, layout: Layout
) -> tuple[Sequence[Block], range]:
    """The blocks with the heading of a new section, written like the first heading there is."""
    first = next(n for n, block in enumerate(blocks) if block.version is not None)
    model = blocks[first].lines[0]
    level = len(model) - len(model.lstrip("#"))
    version = version if looks_like_version(version) else UNRELEASED.capitalize()
    name = f"[{version}]" if "[" in model else version
    end = "\r" if layout.crlf else ""
    heading = Block((f"{'#' * level} {name}{end}",), (), Heading(0, level, version))
    at = first if layout.newest_first else len(blocks)
    return _inserted(blocks, at, heading, layout), range(at + 1, at + 1)


def _position(blocks: Sequence[Block], region: range, day: str, layout: Layout) -> int:
    entries = [(number, entry) for number in region if (entry := blocks[number].entry)]
    if not entries:
        return _first_position(blocks, region)
    if layout.newest_first:
        older = (n for n, entry in entries if not is_later(entry.fields.date, day))
        return next(older, entries[-1][0] + 1)
    newer = (n + 1 for n, entry in reversed(entries) if not is_later(entry.fields.date, day))
    return next(newer, entries[0][0])


def _first_position(blocks: Sequence[Block], region: range) -> int:
    """Right below a section's heading; in a file without sections below the introduction."""
    if region.start > 0:
        return region.start
    return next((n for n in region if isinstance(blocks[n].head, Attempt)), region.stop)


def _inserted(blocks: Sequence[Block], at: int, new: Block, layout: Layout) -> tuple[Block, ...]:
    """The blocks with a new one; blank lines are added where needed and none are taken away."""
    before, after = list(blocks[:at]), blocks[at:]
    blank = ("\r" if layout.crlf else "",)
    between = blank if layout.spaced else ()
    if new.entry and before and before[-1].entry:
        new = replace(new, blanks=before[-1].blanks)
        before[-1] = replace(before[-1], blanks=between)
    elif new.entry and after and after[0].entry:
        new = replace(new, blanks=between)
    else:
        new = replace(new, blanks=blank if after else ())
        if before and not before[-1].blanks:
            before[-1] = replace(before[-1], blanks=blank)
    return (*before, new, *after)
