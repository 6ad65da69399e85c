"""The object database: objects by name, and the files of a tree, asked one by one."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git.command import GitCommand
from sutaza_hooks.text import LARGEST_TEXT

SYMLINK = "120000"
SUBMODULE = "160000"
_DIRECTORY = "40000"
_BLOB = len("100644 blob ")
"""Where the hash of a blob begins in a row of git-ls-tree(1)."""


class Entry(NamedTuple):
    """What stands at a path of a tree: its mode, in Git's digits, and its object."""

    mode: str
    id: str

    @property
    def regular(self) -> bool:
        return self.mode not in (SYMLINK, SUBMODULE, _DIRECTORY)


class Header(NamedTuple):
    """An object's hash, its type, and its size in bytes."""

    id: str
    type: str
    size: int


class Objects:
    """Objects through one lasting `git cat-file --batch`.

    gitpython's own reader of that command takes no hash but SHA-1's, and no name that is not
    UTF-8, so this one speaks the protocol of git-cat-file(1), BATCH OUTPUT.
    """

    def __init__(self, command: GitCommand) -> None:
        self._command = command
        self._trees: dict[str, dict[bytes, tuple[bytes, bytes]]] = {}
        self._rows: dict[str, Sequence[bytes]] = {}
        self._sizes: dict[str, int] = {}
        self._last: tuple[str, Header | None, bytes | None] = ("", None, None)

    def header(self, name: str) -> Header | None:
        """What a name such as `HEAD^{tree}` stands for, or None. A name holds no line feed."""
        return self._ask(name)[0]

    def size(self, id: str) -> int:
        """In bytes."""
        if id not in self._sizes:
            header = self.header(id)
            if header is None:
                raise _missing(id)
            self._sizes[id] = header.size
        return self._sizes[id]

    def read(self, id: str) -> bytes:
        """The content of an object. Raises SutazaError when this clone lacks it."""
        header, content = self._ask(id)
        if header is None or content is None:
            raise _missing(id)
        return content

    def entry(self, tree: str, path: str) -> Entry | None:
        """What stands at the path, asked of one tree object a folder."""
        *folders, name = path.split("/")
        for folder in folders:
            step = self._child(tree, folder)
            if step is None or step.mode != _DIRECTORY:
                return None
            tree = step.id
        return self._child(tree, name)

    def names(self, tree: str, folder: str) -> Sequence[str]:
        """What stands in a folder, sorted; nothing where there is none."""
        step = self.entry(tree, folder) if folder else Entry(_DIRECTORY, tree)
        if step is None or step.mode != _DIRECTORY:
            return ()
        return sorted(map(os.fsdecode, self._entries(step.id)))

    def blobs(self, tree: str, since: str = "") -> Mapping[str, str] | None:
        """Path and blob of all regular files, or of those that another tree has otherwise.

        None when there is no such other tree.
        """
        if not since:
            rows = self._command.fields("ls-tree", "-r", "-z", "--full-tree", tree)
            split = (row.partition("\t") for row in rows)
            return {path: about.split(" ")[2] for about, _, path in split if _is_file(about)}
        if since == tree:
            return {}
        if self.header(since) is None:
            return None
        asked = ("-r", "-z", "--no-abbrev", "--no-renames", since, tree)
        fields = iter(self._command.fields("diff-tree", *asked))
        changed = [(about.split(" "), path) for about, path in zip(fields, fields, strict=True)]
        return {path: each[3] for each, path in changed if each[4] != "D" and _is_file(each[1])}

    def holding(
        self, tree: str, blobs: Collection[str], names: Collection[str]
    ) -> Mapping[str, str]:
        """Path and blob of all regular files that have one of the blobs, or one of the names.

        Rows are searched as they are: taking 40,000 of them apart would take twice as long.
        """
        if tree not in self._rows:
            listed = self._command.run("ls-tree", "-r", "-z", "--full-tree", tree)
            self._rows = {tree: listed.split(b"\0")[:-1]}
        start, end = _BLOB, _BLOB + len(tree)
        ids = {each.encode() for each in blobs}
        ends = tuple(mark + os.fsencode(name) for name in names for mark in (b"/", b"\t"))
        rows = (row for row in self._rows[tree] if row[start:end] in ids or row.endswith(ends))
        files = (os.fsdecode(row) for row in rows if row.startswith(b"100"))
        return {row[end + 1 :]: row[start:end] for row in files}

    def _child(self, tree: str, name: str) -> Entry | None:
        try:
            found = self._entries(tree).get(os.fsencode(name))
        except UnicodeEncodeError:  # no bytes are read as this name
            return None
        return None if found is None else Entry(found[0].decode(), found[1].hex())

    def _entries(self, tree: str) -> dict[bytes, tuple[bytes, bytes]]:
        if tree not in self._trees:
            self._trees[tree] = _parsed(self.read(tree), len(tree) // 2)
        return self._trees[tree]

    def _ask(self, name: str) -> tuple[Header | None, bytes | None]:
        """The header and content of an object; what was asked last is not asked again."""
        if name != self._last[0] and "\n" not in name:
            self._last = name, *self._answer(name)
        return self._last[1:] if name == self._last[0] else (None, None)

    def _answer(self, name: str) -> tuple[Header | None, bytes | None]:
        process = self._process
        try:
            process.stdin.write(os.fsencode(name) + b"\n")
            process.stdin.flush()
        except BrokenPipeError as error:
            raise SutazaError("git cat-file ended early; run `git fsck`") from error
        words = process.stdout.readline().decode("utf-8", "replace").split(" ")
        if len(words) != 3 or not words[2].strip().isdigit():
            return None, None  # "<name> missing" or "<name> ambiguous"
        header = Header(words[0], words[1], int(words[2]))
        if header.size > LARGEST_TEXT:
            del self._process  # rather a new process than all of a file that nobody will read
            return header, None
        return header, bytes(process.stdout.read(header.size + 1)[:-1])

    @cached_property
    def _process(self) -> Any:
        return self._command.start("cat-file", "--batch")


def _is_file(about: str) -> bool:
    """Whether what begins with a mode is about a regular file."""
    return not about.startswith((SYMLINK, SUBMODULE))


def _missing(id: str) -> SutazaError:
    return SutazaError(
        f"object {id} is missing from this clone; "
        "run `git fetch --refetch --no-filter`, or clone it whole"
    )


def _parsed(data: bytes, width: int) -> dict[bytes, tuple[bytes, bytes]]:
    """Mode and hash of each name in a tree object: mode, space, name, NUL, `width` bytes of hash.

    By a regular expression, since a folder of 1,000 files takes a loop a millisecond.
    """
    rows = re.findall(rb"(\d+) ([^\0]+)\0(.{%d})" % width, data, re.DOTALL)
    return {name: (mode, id) for mode, name, id in rows}
