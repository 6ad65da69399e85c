"""The difference between two trees, as patches with Git's own line numbers."""

from __future__ import annotations

import io
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from unidiff.patch import PatchSet

from sutaza_hooks.change import Kind, Patch, WholeText
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git.command import GitCommand
from sutaza_hooks.git.objects import Entry, Objects
from sutaza_hooks.text import LARGEST_TEXT, Line, decode, lines

# Whatever a user configured for git-diff(1) is overruled here, one option each.
_PAIRING = ("-r", "-M", "-l1000", "--no-relative", "--ignore-submodules=none", "-O/dev/null")
_RAW = ("--raw", "-z", "--no-abbrev")
_TEXT = (
    "--patch",
    "--unified=0",
    "--inter-hunk-context=0",
    "--no-function-context",
    "--diff-algorithm=histogram",
    "--indent-heuristic",
    "--full-index",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "--submodule=short",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
)
_KINDS: dict[str, Kind] = {"A": "added", "D": "deleted", "R": "renamed"}
_HEADER = re.compile(rb"^diff --git ", re.MULTILINE)
_FIRST_HUNK = re.compile(rb"^@@ ", re.MULTILINE)
_Lines = tuple[Sequence[Line], Sequence[Line]]
_LARGE = 1024 * 1024  # bytes of a patch from which on it matters how its lines are read
_MOST = 16 * _LARGE  # bytes of all patches; of more, files that come or go whole are not asked for


class _Row(NamedTuple):
    """One row of `git diff-tree --raw`."""

    old: Entry
    new: Entry
    status: str
    old_path: str
    path: str


def patches(command: GitCommand, objects: Objects, before: str, after: str) -> tuple[Patch, ...]:
    """The patches from one tree to another.

    The paths come from the raw form, which quotes nothing, and the lines from the patch form:
    content that looks like a header, or a path that looks like anything, cannot mislead.
    """
    if before == after:
        return ()
    asked = (*_TEXT, *_PAIRING, before, after)
    blobs = _Blobs(objects)
    output = command.at_most(_MOST, "diff-tree", *_RAW, *asked)
    if output is None:
        rows, _ = _rows(command.run("diff-tree", *_RAW, *_PAIRING, before, after))
        sections = iter(_sections(command.run("diff-tree", "--diff-filter=ad", *asked)))
        return tuple(_patch(row, blobs.of(row) or _lines(blobs, row, sections)) for row in rows)
    rows, text = _rows(output)
    if any("\n" in row.path or "\n" in row.old_path for row in rows):
        text = command.run("diff-tree", *asked)  # with `-z` the patch form quotes no path either
    sections = iter(_sections(text))
    return tuple(_patch(row, _lines(blobs, row, sections)) for row in rows)


def _rows(output: bytes) -> tuple[Sequence[_Row], bytes]:
    """The rows, each of NUL-terminated fields, and the patch form, which an empty field parts."""
    rows = []
    start = 0
    while output[start : start + 1] == b":":
        about, start = _field(output, start + 1)
        old_mode, new_mode, old_id, new_id, status = about.split(" ")
        old_path, start = _field(output, start)
        path, start = _field(output, start) if status[0] in "RC" else (old_path, start)
        old, new = Entry(old_mode, old_id), Entry(new_mode, new_id)
        rows.append(_Row(old, new, status[0], old_path, path))
    return rows, output[start:].removeprefix(b"\0")


def _field(output: bytes, start: int) -> tuple[str, int]:
    end = output.index(b"\0", start)
    return os.fsdecode(output[start:end]), end + 1


def _sections(output: bytes) -> Iterator[bytes]:
    """A part of the patch for each `diff --git` line; no line of content can begin with one."""
    starts = [match.start() for match in _HEADER.finditer(output)]
    for start, end in zip(starts, [*starts[1:], len(output)], strict=True):
        yield output[start:end]


def _lines(blobs: _Blobs, row: _Row, sections: Iterator[bytes]) -> _Lines:
    """The added and removed lines of a row, taking its part (two for a change of type)."""
    try:
        taken = [next(sections) for _ in range(2 if row.status == "T" else 1)]
    except StopIteration:
        raise SutazaError("git diff-tree gave fewer patches than paths; run `git fsck`") from None
    if len(taken[0]) > _LARGE and row.status in "ADM":
        if blobs.oversized(row):
            return (), ()
        if found := blobs.of(row):
            return found
    if any(b"\0" in part for part in taken):  # UTF-16 that an attribute declares to be text
        return blobs.hidden(row)
    hunks = [_hunks(part) for part in taken]
    removed = hunks[0][1] if row.old.regular else ()
    added = hunks[-1][0] if row.new.regular else ()
    if b"\nBinary files " in taken[-1] and not added and not removed:
        return blobs.hidden(row)
    return added, removed


class _Blob(WholeText):
    """Every line of a blob: unidiff makes a kilobyte of each."""

    def __init__(self, read: Callable[[str], str], id: str) -> None:
        self._read = read
        self._id = id

    @property
    def text(self) -> str:
        return self._read(self._id)


class _Blobs:
    """Lines of files that are not taken from a patch."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects

        @lru_cache(maxsize=4)  # every rule asks for the same few; without `self`, to be no cycle
        def text(id: str) -> str:
            return decode(objects.read(id)) or ""

        self.text = text

    def oversized(self, row: _Row) -> bool:
        """Whether a side of the row is larger than what anybody reads."""
        return any(map(self._is_oversized, (row.old, row.new)))

    def of(self, row: _Row) -> _Lines | None:
        """The lines of a file that comes or goes whole; those of any other its patch tells."""
        if row.status not in "AD":
            return None
        if self.oversized(row):
            return (), ()
        added, removed = (
            _Blob(self.text, entry.id) if status == row.status and entry.regular else ()
            for status, entry in (("A", row.new), ("D", row.old))
        )
        return added, removed

    def hidden(self, row: _Row) -> _Lines:
        """The lines of a text that Git takes for binary: UTF-16, a stray NUL, `-diff` set on it.

        A line counts as added when it stands more often in the new text than in the old one.
        """
        old, new = (self._lines(entry) for entry in (row.old, row.new))
        return _surplus(new, old), _surplus(old, new)

    def _lines(self, entry: Entry) -> Sequence[Line]:
        if not _is_file(entry) or self._is_oversized(entry):
            return ()
        return tuple(lines(self.text(entry.id)))

    def _is_oversized(self, entry: Entry) -> bool:
        return _is_file(entry) and self._objects.size(entry.id) > LARGEST_TEXT


def _is_file(entry: Entry) -> bool:
    """Whether it is a regular file and not the side on which nothing stands."""
    return entry.regular and bool(entry.id.strip("0"))


def _hunks(part: bytes) -> _Lines:
    found = _FIRST_HUNK.search(part)
    if found is None:
        return (), ()
    text = _decoded(part[found.start() :])
    patch = PatchSet(io.StringIO(f"--- a\n+++ b\n{text}", newline="\n"))
    every = [line for file in patch for hunk in file for line in hunk]
    added = tuple(_line(each.target_line_no, each.value) for each in every if each.is_added)
    removed = tuple(_line(each.source_line_no, each.value) for each in every if each.is_removed)
    return added, removed


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _line(number: int | None, value: str) -> Line:
    return Line(number or 0, value.removesuffix("\n").removesuffix("\r"))


def _surplus(some: Sequence[Line], others: Sequence[Line]) -> Sequence[Line]:
    left = Counter(line.text for line in others)
    surplus = []
    for line in some:
        left[line.text] -= 1
        if left[line.text] < 0:
            surplus.append(line)
    return tuple(surplus)


def _patch(row: _Row, found: _Lines) -> Patch:
    added, removed = found
    kind = _KINDS.get(row.status, "modified")
    old_path = row.old_path if kind == "renamed" else ""
    content = "" if added or removed else f"{row.new.mode} {row.new.id}"
    return Patch(row.path, kind, old_path, added, removed, content)
