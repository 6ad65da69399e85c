"""The merge of two changelogs that grew from one: entries of both sides, each once, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sutaza_hooks.changelog.alignment import Side, sides
from sutaza_hooks.changelog.document import Block, Changelog, lines_of
from sutaza_hooks.changelog.layout import layout_of
from sutaza_hooks.changelog.parser import parse
from sutaza_hooks.changelog.place import Arrival, place


@dataclass(frozen=True)
class _Conflict(Block):
    """Both versions of what both sides changed differently, between conflict markers."""


def merge(base: str, ours: str, theirs: str) -> tuple[str, bool]:
    """The merged text, and whether conflict markers are in it.

    Entries that a side added are put in anew by section and date. All else follows the side that
    changed it; where both did, differently, both versions stand between markers.
    """
    if theirs in (base, ours):
        return ours, False
    if ours == base:
        return theirs, False
    return _merged(parse(base), parse(ours), parse(theirs))


def _merged(base: Changelog, ours: Changelog, theirs: Changelog) -> tuple[str, bool]:
    layout = layout_of(ours, theirs, base)
    brought = [_with_ends(block, layout.crlf) for block in theirs.blocks]
    our_side, their_side = sides(base.blocks, ours.blocks, brought)
    settled = tuple(_settled(base.blocks, our_side, their_side, layout.crlf))
    arrivals = _arrivals(our_side.arrivals, their_side.arrivals, layout.crlf)
    blocks = _once(place(settled, arrivals, layout), ours, theirs)
    final = theirs.ends.final if ours.ends.final == base.ends.final else ours.ends.final
    ends = ours.ends._replace(final=final)
    merged = Changelog(tuple(blocks), ends)
    if any(isinstance(block, _Conflict) for block in blocks):
        return merged.text, True
    if not _reads_back(merged):
        whole = _conflict(ours.blocks, theirs.blocks, layout.crlf)
        return Changelog((whole,), ends).text, True
    return merged.text, False


def _reads_back(merged: Changelog) -> bool:
    """Whether the text has the entries that were put together.

    Odd prose may stand otherwise to them than it did: a fence left open on each side hides what
    comes to stand between the two.
    """
    expected = [entry.text for entry in merged.entries]
    return [entry.text for entry in parse(merged.text).entries] == expected


def _settled(base: Sequence[Block], ours: Side, theirs: Side, crlf: bool) -> Iterator[Block]:
    for number, block in enumerate(base):
        yield from _chosen((), ours.before[number], theirs.before[number], crlf)
        yield from _chosen((block,), ours.kept[number], theirs.kept[number], crlf)
    yield from _chosen((), ours.before[-1], theirs.before[-1], crlf)


def _chosen(
    base: Sequence[Block], ours: Sequence[Block], theirs: Sequence[Block], crlf: bool
) -> Sequence[Block]:
    """What becomes of one place of the base."""
    changed = [_keys(side) != _keys(base) for side in (ours, theirs)]
    if all(changed) and _keys(ours) != _keys(theirs):
        return (_conflict(ours, theirs, crlf),)
    chosen = ours if changed[0] else theirs
    if not (base and ours and theirs):
        return chosen
    same = len(ours[-1].blanks) == len(base[-1].blanks)
    blanks = theirs[-1].blanks if same else ours[-1].blanks
    return (*chosen[:-1], replace(chosen[-1], blanks=blanks))


def _keys(blocks: Iterable[Block]) -> list[str]:
    return [block.key for block in blocks]


def _with_ends(block: Block, crlf: bool) -> Block:
    end = "\r" if crlf else ""
    lines, blanks = (
        tuple(line.removesuffix("\r") + end for line in part)
        for part in (block.lines, block.blanks)
    )
    return replace(block, lines=lines, blanks=blanks)


def _conflict(ours: Sequence[Block], theirs: Sequence[Block], crlf: bool) -> _Conflict:
    end = "\r" if crlf else ""
    lines = (
        f"<<<<<<< ours{end}",
        *_lines(ours),
        f"======={end}",
        *_lines(theirs),
        f">>>>>>> theirs{end}",
    )
    head = next((block.entry for block in (*ours, *theirs) if block.entry), None)
    return _Conflict(lines, (*ours, *theirs)[-1].blanks, head)


def _lines(blocks: Sequence[Block]) -> tuple[str, ...]:
    lines = lines_of(blocks)
    return lines[: len(lines) - len(blocks[-1].blanks)] if blocks else ()


def _once(blocks: Iterable[Block], ours: Changelog, theirs: Changelog) -> list[Block]:
    """No entry more often than on the side that has it most, though both may have moved it."""
    allowed = Counter(entry.text for entry in ours.entries) | Counter(
        entry.text for entry in theirs.entries
    )
    kept = []
    for block in blocks:
        if block.entry and not isinstance(block, _Conflict):
            allowed[block.entry.text] -= 1
            if allowed[block.entry.text] < 0:
                continue
        kept.append(block)
    return kept


def _arrivals(ours: Sequence[Arrival], theirs: Sequence[Arrival], crlf: bool) -> list[Arrival]:
    """What both sides added; the same line with other details on each side is a conflict."""
    found = {arrival.entry.text: arrival for arrival in ours}
    by_fields = {arrival.entry.fields: arrival.entry.text for arrival in ours}
    for arrival in theirs:
        text, fields = arrival.entry.text, arrival.entry.fields
        if text in found:
            continue
        if fields not in by_fields:
            found[text] = arrival
            continue
        other = found[by_fields[fields]]
        conflict = _conflict([other.block], [arrival.block], crlf)
        found[by_fields[fields]] = other._replace(block=conflict)
    return list(found.values())
