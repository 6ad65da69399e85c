"""A checkout on disk, and what Git is told there."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import git

from sutaza_hooks.change import Tree
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git.command import GitCommand
from sutaza_hooks.index import Index


class Site:
    """The top folder of a checkout. Every method raises SutazaError when Git cannot answer."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._command = GitCommand(str(root))

    @cached_property
    def hooks(self) -> Path:
        """The folder in which `git commit` looks for hooks.

        GitCommand turns hooks off, so this one question goes to Git as the user has set it up.
        """
        try:
            found = git.Git(self.root).rev_parse("--path-format=absolute", "--git-path", "hooks")
        except git.GitCommandError as error:
            raise SutazaError("Git does not say where its hooks are; run `git status`") from error
        return Path(found)

    def version(self) -> str:
        """Git's own, such as 2.39.5."""
        return os.fsdecode(self._command.run("version")).split()[2]

    def configure(self, name: str, value: str) -> None:
        """Set a value in the configuration of this clone."""
        self._command.run("config", "--local", name, value)

    def untracked(self) -> Tree:
        """The files that stand here, are not staged, and are not ignored."""
        listed = self._command.fields("ls-files", "--others", "--exclude-standard", "-z")
        files = [path for path in listed if _is_regular(self.root / path)]
        return Tree("untracked", _OnDisk(self.root, files), Index())


def pinned(repository: str, revision: str) -> str:
    """The commit that a revision of a clone on disk stands for; elsewhere the revision itself.

    A name that moves, such as HEAD, would let what runs change without a change of the file.
    """
    if not Path(repository).is_dir():
        return revision
    try:
        commit = GitCommand(repository).lines("rev-parse", "--verify", f"{revision}^{{commit}}")
    except SutazaError as error:
        raise SutazaError(f"{repository}: no revision `{revision}`; name another") from error
    return commit[0]


class _OnDisk:
    """Files of the working tree as what a Tree is made of; a path stands for its blob."""

    def __init__(self, root: Path, paths: Sequence[str]) -> None:
        self._root = root
        self._paths = sorted(paths)
        self._known = frozenset(paths)

    def find(self, path: str) -> str | None:
        return path if path in self._known else None

    def exists(self, path: str) -> bool:
        return path in self._known

    def names(self, folder: str) -> Sequence[str]:
        place = self._root / folder
        return sorted(each.name for each in place.iterdir()) if place.is_dir() else ()

    def paths(self) -> Sequence[str]:
        return self._paths

    def blobs(self, since: str = "") -> Mapping[str, str] | None:
        return None if since else {path: path for path in self._paths}

    def holding(self, blobs: Collection[str], names: Collection[str]) -> Mapping[str, str]:
        every = self._paths
        return {each: each for each in every if each in blobs or Path(each).name in names}

    def size(self, blob: str) -> int:
        return (self._root / blob).stat().st_size

    def read(self, blob: str) -> bytes:
        return (self._root / blob).read_bytes()


def _is_regular(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()
