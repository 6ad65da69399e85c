"""A Change from texts, without Git: what the tests of rules are made of."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timezone
from typing import Any

from sutaza_hooks.change import Change, EveryLine, Patch, Tree
from sutaza_hooks.check import check
from sutaza_hooks.index import Index
from sutaza_hooks.reporters import render
from sutaza_hooks.rule import Rule
from sutaza_hooks.text import Line, lines

NOW = datetime(2026, 3, 14, 12, 0, tzinfo=timezone.utc)


class Texts:
    """The files of a tree, from a dictionary of texts or bytes."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self._blobs = {path: _bytes(content) for path, content in files.items()}
        self._by_id = {_id(blob): blob for blob in self._blobs.values()}

    def find(self, path: str) -> str | None:
        return _id(self._blobs[path]) if path in self._blobs else None

    def exists(self, path: str) -> bool:
        return path in self._blobs or any(each.startswith(f"{path}/") for each in self._blobs)

    def names(self, folder: str) -> Sequence[str]:
        inside = f"{folder}/" if folder else ""
        below = (path[len(inside) :] for path in self._blobs if path.startswith(inside))
        return sorted({path.partition("/")[0] for path in below})

    def paths(self) -> Sequence[str]:
        return sorted(self._blobs)

    def blobs(self, since: str = "") -> Mapping[str, str] | None:
        return None if since else {path: _id(blob) for path, blob in self._blobs.items()}

    def holding(self, blobs: Collection[str], names: Collection[str]) -> Mapping[str, str]:
        every = self.blobs() or {}
        return {
            path: blob
            for path, blob in every.items()
            if blob in blobs or path.rpartition("/")[2] in names
        }

    def size(self, blob: str) -> int:
        return len(self._by_id[blob])

    def read(self, blob: str) -> bytes:
        return self._by_id[blob]


def change(
    before: Mapping[str, str | bytes], after: Mapping[str, str | bytes], **about: Any
) -> Change:
    """What turns the one tree into the other."""
    index = Index()
    old, new = (Tree(f"{n:040x}", Texts(files), index) for n, files in enumerate((before, after)))
    paths = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    patches = tuple(_patch(old, new, path) for path in paths)
    defaults = {"mode": "staged", "date": NOW, "patches": patches, "judged": patches}
    return Change(before=old, after=new, **{**defaults, **about})


def audit(files: Mapping[str, str | bytes]) -> Change:
    """Every file whole, as under --all-files."""
    tree = Tree("1" * 40, Texts(files), Index())
    judged = tuple(Patch(path, "added", added=EveryLine(tree, path)) for path in tree)
    empty = Tree("0" * 40, Texts({}), Index())
    return Change(
        mode="all-files", before=empty, after=tree, date=NOW, judged=judged, has_base=False
    )


def says(rule: Rule, given: Change) -> list[str]:
    """What the rule says of the change, as the lines that a user reads in one place."""
    report = check(given, [rule])
    said = [
        f"{each.location.path}:{each.location.line}:{each.location.column}: {each.message}"
        for each in report.diagnostics
    ]
    said += [f"not evaluated: {each.reason}" for each in report.not_evaluated]
    return said + [f"exempt: {each.reason}" for each in report.exempt]


def shown(rule: Rule, given: Change) -> str:
    """The whole text that the user reads."""
    return render("text", check(given, [rule]))


def _patch(old: Tree, new: Tree, path: str) -> Patch:
    kind = "added" if path not in old else "deleted" if path not in new else "modified"
    was, now = (list(lines(tree.get(path, ""))) for tree in (old, new))
    added: list[Line] = []
    removed: list[Line] = []
    matcher = difflib.SequenceMatcher(
        None, [line.text for line in was], [line.text for line in now]
    )
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            removed.extend(was[i1:i2])
            added.extend(now[j1:j2])
    return Patch(path, kind, added=tuple(added), removed=tuple(removed))


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _id(blob: bytes) -> str:
    """As Git makes it."""
    return hashlib.sha1(b"blob %d\0" % len(blob) + blob, usedforsecurity=False).hexdigest()
