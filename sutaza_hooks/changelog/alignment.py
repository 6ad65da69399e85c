"""What each side of a merge made of the base, block by block."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from sutaza_hooks.changelog.document import Block
from sutaza_hooks.changelog.entry import Entry, Fields
from sutaza_hooks.changelog.layout import homes
from sutaza_hooks.changelog.place import Arrival

Blocks = tuple[Block, ...]

_LIKENESSES: tuple[Callable[[Fields], Fields], ...] = (
    lambda fields: fields,
    lambda fields: fields._replace(date=""),
    lambda fields: fields._replace(version=""),
    lambda fields: fields._replace(component=""),
    lambda fields: fields._replace(type=""),
    lambda fields: Fields("", "", "", "", fields.description.casefold()),
    lambda fields: fields._replace(description=""),
)
"""What an edit leaves as it was, the surest sign first."""


class Side(NamedTuple):
    """One side of a merge, seen from the blocks of the base.

    `kept` has for each block what stands in its place now; `before` what was put before it and,
    last, what was put after them all; `arrivals` are the entries that are altogether new.
    """

    kept: tuple[Blocks, ...]
    before: tuple[Blocks, ...]
    arrivals: tuple[Arrival, ...]


def sides(base: Sequence[Block], *versions: Sequence[Block]) -> tuple[Side, ...]:
    return tuple(_side(base, version) for version in versions)


def _side(base: Sequence[Block], version: Sequence[Block]) -> Side:
    edited = _edits(base, version)
    known = {block.key for block in base} | edited.keys()
    arrivals = tuple(
        Arrival(block, block.entry, home)
        for block, home in zip(version, homes(version), strict=True)
        if block.entry and block.key not in known
    )
    rest = _without(version, known)
    names = [edited.get(block.key, block.key) for block in rest]
    kept, before = _aligned([block.key for block in base], rest, names)
    return Side(kept, before, arrivals)


def _edits(base: Sequence[Block], version: Sequence[Block]) -> Mapping[str, str]:
    """The key of each entry that is an edit of one of the base, with the key of that one.

    An edit keeps the description, or all but the description, of an entry that is gone.
    """
    gone = _entries_not_in(base, version)
    new = _entries_not_in(version, base)
    edits: dict[str, str] = {}
    for likeness in _LIKENESSES:
        left: dict[Fields, list[str]] = {}
        for key, entry in gone.items():
            left.setdefault(likeness(entry.fields), []).append(key)
        for key, entry in new.items():
            if key not in edits and (found := left.get(likeness(entry.fields))):
                edits[key] = found.pop(0)
                del gone[edits[key]]
    return edits


def _entries_not_in(blocks: Sequence[Block], others: Sequence[Block]) -> dict[str, Entry]:
    known = {block.key for block in others}
    return {block.key: block.entry for block in blocks if block.entry and block.key not in known}


def _without(version: Sequence[Block], known: frozenset[str] | set[str]) -> list[Block]:
    """The version without its new entries; the blank lines below them go to the entry above."""
    rest: list[Block] = []
    for block in version:
        if not block.entry or block.key in known:
            rest.append(block)
        elif rest and rest[-1].entry:
            rest[-1] = replace(rest[-1], blanks=block.blanks)
    return rest


def _aligned(
    base: Sequence[str], rest: Sequence[Block], names: Sequence[str]
) -> tuple[tuple[Blocks, ...], tuple[Blocks, ...]]:
    kept: list[Blocks] = [()] * len(base)
    before: list[Blocks] = [()] * (len(base) + 1)
    matcher = SequenceMatcher(None, base, names, autojunk=False)
    for tag, start, end, low, high in matcher.get_opcodes():
        blocks = tuple(rest[low:high])
        if tag == "insert":
            before[start] = blocks
        elif tag in ("equal", "replace"):
            pairs = min(end - start, len(blocks))
            for offset in range(pairs):
                kept[start + offset] = (blocks[offset],)
            kept[start + pairs - 1] += blocks[pairs:]
    return tuple(kept), tuple(before)
