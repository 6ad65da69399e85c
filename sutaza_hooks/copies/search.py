"""The files of a change that the tree after it has already."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.copies.family import (
    ASSET,
    CONFIGURATION,
    DATA,
    OWN,
    OWN_TREE,
    are_mirrored,
    are_variants,
    name_of,
)
from sutaza_hooks.copies.resemblance import LONGEST, Resemblance, is_short, resemblance
from sutaza_hooks.copies.telling import Telling, told
from sutaza_hooks.paths import path_class, says_generated

_LEFT_OUT = ("vendored", "generated", "template", "example")
_PROBABLE, _COMMON = 0.8, 0.5
"""What a name that may mean something else needs: of the shorter text, and of all lines."""
_OVERLAP = 0.2
"""What any near copy needs of all lines: two long files always share some."""
_ALIKE = 0.9
"""Of all lines, where only the name is the same."""
_LONG = 20
_NAMESAKES = 20
_MANY = 4
"""From so many copies of one folder on it is the folder that was copied."""
_ALLOWANCE = "sutaza: allow"
_SHA_1 = 40  # hexadecimal digits
_SMALL = 1024  # bytes of a binary file


class File(NamedTuple):
    """A file that a change adds. Its text is empty where it is binary, or too long."""

    path: str
    blob: str
    role: str
    code: bool
    text: str


class Copy(NamedTuple):
    """A file that the change adds, and the one that it is like."""

    file: File
    original: str
    likeness: Resemblance | None = None
    """None of an exact copy."""
    named: bool = False
    """Its name says so."""
    earlier: bool = False
    """It is like what the original was before the change."""
    only_named: bool = False
    """Its name says so, and its text does not."""

    @property
    def sure(self) -> bool:
        """Whether it is a twin under a telling name, or code that was copied whole."""
        file = self.file
        if file.role == "test" or not file.text or self.only_named:
            return False
        return self.named or (file.code and file.role == "production" and self.likeness is None)

    @property
    def folders(self) -> tuple[str, str]:
        """The folders at which the two paths part; none where their names differ."""
        here, there = self.file.path.split("/"), self.original.split("/")
        if here[-1] != there[-1]:
            return "", ""
        while here and there and here[-1] == there[-1]:
            here, there = here[:-1], there[:-1]
        return "/".join(here), "/".join(there)


class Heap(NamedTuple):
    """Copies out of one folder into another, told as one where they are many."""

    first: Copy
    more: int


def heaps(copies: Iterable[Copy]) -> Iterator[Heap]:
    """Each copy by itself, or all of one folder together."""
    held: dict[tuple[tuple[str, str], bool], list[Copy]] = {}
    for each in copies:
        held.setdefault((each.folders, each.sure), []).append(each)
    for (folders, _), every in held.items():
        if all(folders) and len(every) >= _MANY:
            yield Heap(every[0], len(every) - 1)
        else:
            yield from (Heap(each, 0) for each in every)


class Search:
    """What is looked for in one change."""

    def __init__(
        self, change: Change, paths: Mapping[str, tuple[str, ...]], least: int, share: float
    ) -> None:
        self._change = change
        self._tree = change.after
        self._paths = paths
        self._least = least
        self._share = share
        self._new = {each.path for each in change.judged if each.kind == "added"}

    def copies(self, skipped: Callable[[str], bool]) -> Iterator[Copy]:
        """At most one original for each file, the one that its name tells if there is one."""
        files = [self._file(each) for each in self._change.judged if each.kind == "added"]
        silent: list[File] = []
        for each in files:
            if each is None or skipped(each.path):
                continue
            found = self._told(each)
            if found:
                yield found
            elif not (each.code and each.role == "documentation"):  # it quotes and counts
                silent.append(each)
        if silent:
            yield from self._repeated(silent)

    def _file(self, patch: Patch) -> File | None:
        """The file, if it is one that nobody should add twice."""
        path, blob = patch.path, self._tree.blob(patch.path)
        if blob is None or not self._matters(path):
            return None
        text = "" if self._tree.size(blob) > LONGEST else self._tree.get(path, "")
        if _ALLOWANCE in text:
            blob = _without_allowance(self._tree.content(blob), len(blob))
        code = self._is_code(path)
        if text:
            role = self._role(path)
            if is_short(text, self._least) or says_generated(text) or _is_record(path, role):
                return None
            return File(path, blob, role, code, text)
        is_small = self._tree.size(blob) < _SMALL
        return None if is_small else File(path, blob, self._role(path), False, "")

    def _matters(self, path: str) -> bool:
        if ASSET.search(path) or OWN_TREE.search(path):
            return False
        inside = path.rpartition("/")[0] + "/file"  # a document may stand in what is vendored
        return not {self._role(path), self._role(inside)}.intersection(_LEFT_OUT)

    def _role(self, path: str) -> str:
        found = path_class(path, self._paths)
        return "production" if found == "detector" else found

    def _is_code(self, path: str) -> bool:
        language = self._tree.language_by_name(path)
        return language is not None and not CONFIGURATION.search(path)

    def _told(self, file: File) -> Copy | None:
        named = None
        for each in told(self._tree, file.path):
            if self._role(each.original) != file.role:
                continue
            if each.versioned and CONFIGURATION.search(file.path):
                continue
            if self._tree.blob(each.original) == file.blob:
                return Copy(file, each.original, named=True)
            if file.text and (found := self._like(file, each)):
                return found
            if each.replaces and self._stands(file, each.original):
                named = named or Copy(file, each.original, named=True, only_named=True)
        return named

    def _stands(self, file: File, original: str) -> bool:
        """Whether both are code of some length, so that one may take the other's place."""
        code = file.code and file.role == "production"
        return code and not is_short(self._tree.get(original, ""), self._least)

    def _like(self, file: File, said: Telling) -> Copy | None:
        """A copy of what the original is, or was."""
        found: list[Copy] = []
        trees = [self._change.after, *([self._change.before] if said.sure else [])]
        for tree in trees:  # what became `pay2` when `pay` was written anew may have moved there
            old = tree.get(said.original, "")
            if not old or len(old) > LONGEST:
                continue
            like = resemblance(file.text, old, said.mark)
            if self._is_like(like, said.sure):
                found.append(Copy(file, said.original, like, True, tree is self._change.before))
        return max(found, key=_shared, default=None)

    def _is_like(self, like: Resemblance, sure: bool) -> bool:
        if like.shared < self._least:
            return False
        if sure:
            return like.contained >= self._share and like.alike >= _OVERLAP
        return like.contained >= _PROBABLE and like.alike >= _COMMON

    def _repeated(self, files: Sequence[File]) -> Iterator[Copy]:
        names = {name_of(each.path) for each in files if self._has_namesakes(each)}
        held = self._tree.holding({each.blob for each in files}, names)
        by_blob: dict[str, list[str]] = {}
        by_name: dict[str, list[str]] = {}
        for path, blob in held.items():
            by_blob.setdefault(blob, []).append(path)
            by_name.setdefault(name_of(path), []).append(path)
        for each in files:
            found = self._exact(each, by_blob.get(each.blob, ()))
            if not found and name_of(each.path) in names:
                found = self._namesake(each, by_name.get(name_of(each.path), ()))
            if found:
                yield found

    def _has_namesakes(self, file: File) -> bool:
        """Whether it is worth to compare it with files of the same name."""
        return file.code and file.role == "production" and self._change.has_base

    def _exact(self, file: File, paths: Sequence[str]) -> Copy | None:
        originals = sorted(filter(lambda path: self._is_original(file, path), paths), key=_order)
        found = next((each for each in originals if not self._may_repeat(file, each)), None)
        return Copy(file, found) if found else None

    def _namesake(self, file: File, paths: Sequence[str]) -> Copy | None:
        old = [each for each in paths if each not in self._new and self._is_original(file, each)]
        found: list[Copy] = []
        for path in sorted(old, key=lambda each: (-_common(file.path, each), each))[:_NAMESAKES]:
            text = self._tree.get(path, "")
            if len(text) > LONGEST or self._may_repeat(file, path):
                continue
            like = resemblance(file.text, text)
            alike = like.alike >= _ALIKE and like.shared >= max(self._least, _LONG)
            if alike:
                found.append(Copy(file, path, like))
        return max(found, key=_shared, default=None)

    def _is_original(self, file: File, path: str) -> bool:
        """Whether a file was there first; of two new ones that is the one nearer to the root."""
        if path == file.path or self._role(path) != file.role:
            return False
        if self._change.has_base and path not in self._new:  # an audit comes in pieces
            return True
        return file.path not in {each.original for each in told(self._tree, path)} and (
            _order(path) < _order(file.path)
        )

    def _may_repeat(self, file: File, path: str) -> bool:
        same = name_of(path) == name_of(file.path)
        if same and (not file.code or OWN.search(path)):
            return True
        if are_variants(file.path, path, numbers=not file.code):
            return True
        return are_mirrored(self._change, file.path, path)


def _is_record(path: str, role: str) -> bool:
    """Whether a file is data of tests, which may record the same."""
    return role == "test" and DATA.search(path) is not None


def _without_allowance(content: bytes, width: int) -> str:
    """The blob that a file would be without the comment that allows it to be a copy."""
    rows = content.splitlines(keepends=True)
    kept = b"".join(row for row in rows if _ALLOWANCE.encode() not in row)
    kind = hashlib.sha1 if width == _SHA_1 else hashlib.sha256
    return kind(b"blob %d\0" % len(kept) + kept, usedforsecurity=False).hexdigest()


def _shared(copy: Copy) -> int:
    return copy.likeness.shared if copy.likeness else 0


def _order(path: str) -> tuple[int, str]:
    return path.count("/"), path


def _common(path: str, other: str) -> int:
    """How many folders two paths share at their ends."""
    pairs = zip(reversed(path.split("/")), reversed(other.split("/")), strict=False)
    return next((at for at, (one, two) in enumerate(pairs) if one != two), 0)
