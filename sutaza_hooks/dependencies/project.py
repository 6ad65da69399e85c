"""The project that a file belongs to: the manifests that govern it, nearest first."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from sutaza_hooks.change import Tree
from sutaza_hooks.manifests.declaring import (
    Alias,
    Declarations,
    Declared,
    Ecosystem,
    declarations,
    declares,
    script_declarations,
)
from sutaza_hooks.paths import path_class

_BESIDE = ("requirements", "reqs", "requirement")
"""Folders whose requirements files belong to the folder around them."""
_SOURCES = tuple(".py .pyi .js .jsx .ts .tsx .vue .go .rs .html .po .md".split())
"""Endings of what fills folders and declares nothing: most names are not looked at further."""
_PLAIN = ("requirements.txt", "requirements.in")
_BESIDES = ("noxfile.py", "hatch.toml")
_LISTS = (".txt", ".in")
_OF_WORKSPACE = "@ workspace"
_ELSEWHERE = re.compile(r"[\w+]+:|\w+@|[/~]|$")  # a URL, a host, or outside the repository
_DEEPEST = 20  # includes of includes; a cycle ends before, since no file is read twice


class Governed(NamedTuple):
    """A manifest that governs a file."""

    path: str
    says: Declarations

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.path)


@dataclass(frozen=True)
class Project:
    """What governs a file: manifests of its own project, and of those that it takes from.

    `folder` is where the nearest manifest that makes a project stands.
    """

    folder: str
    own: tuple[Governed, ...]
    linked: tuple[Governed, ...] = ()
    """Those of the workspace around it, and of projects that it depends on by their path."""

    @cached_property
    def manifests(self) -> tuple[Governed, ...]:
        return (*self.own, *self.linked)

    @cached_property
    def dependencies(self) -> tuple[Declared, ...]:
        return tuple(each for manifest in self.manifests for each in manifest.says.dependencies)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the project itself."""
        return frozenset(each.says.name for each in self.own if each.says.name)

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Folders that first-party modules are imported from, as the manifests say."""
        every = (
            placed(manifest.folder, root)
            for manifest in self.manifests
            for root in ("", "src", *manifest.says.roots)
        )
        return tuple(dict.fromkeys(every))

    @cached_property
    def aliases(self) -> tuple[tuple[str, Alias], ...]:
        """Each alias with the folder that its targets are relative to."""
        return tuple(
            (manifest.folder, alias)
            for manifest in self.manifests
            for alias in manifest.says.aliases
        )


class Projects:
    """The projects of a tree; each manifest is read once, and folders are asked for by name."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._here: dict[tuple[str, str], tuple[Governed, ...]] = {}
        self._known: dict[tuple[str, Ecosystem], Project | None] = {}
        self._same: dict[tuple[str, ...], Project] = {}
        self._by_name: dict[str, Mapping[str, Sequence[str]]] = {}

    def of(self, path: str, ecosystem: Ecosystem) -> Project | None:
        """The project of a file, or None where no manifest governs it."""
        folder = posixpath.dirname(path)
        if (folder, ecosystem) not in self._known:
            self._known[folder, ecosystem] = self._found(folder, ecosystem)
        known = self._known[folder, ecosystem]
        return self._with_script(path, known) if ecosystem == "python" else known

    def _with_script(self, path: str, known: Project | None) -> Project | None:
        """A script that declares what it needs is a manifest itself, before all others."""
        says = script_declarations(self._tree.get(path, ""))
        if says is None:
            return known
        around = known or Project(posixpath.dirname(path), ())
        own = (Governed(path, says), *around.own)
        return self._one(Project(around.folder, own, around.linked))

    def _found(self, folder: str, ecosystem: Ecosystem) -> Project | None:
        own: list[Governed] = []
        for each in above(folder):
            here = self._in(each, ecosystem)
            own.extend(here)
            if any(_makes_a_project(manifest) for manifest in here):
                taken = self._taken(own, ecosystem) if ecosystem == "python" else ()
                around = self._around(each, ecosystem)
                return self._one(Project(each, tuple(own), (*around, *taken)))
        return self._one(Project(own[-1].folder, tuple(own))) if own else None

    def _one(self, project: Project) -> Project:
        """The project itself, or the one that the same manifests made before."""
        return self._same.setdefault(tuple(each.path for each in project.own), project)

    def _in(self, folder: str, ecosystem: Ecosystem) -> tuple[Governed, ...]:
        """The manifests in a folder and what they include."""
        key = (folder, ecosystem)
        if key not in self._here:
            read: dict[str, Governed] = {}
            for path, includer in self._manifest_paths(folder):
                self._read(path, includer, ecosystem, read, _DEEPEST)
            self._here[key] = tuple(read.values())
        return self._here[key]

    def _manifest_paths(self, folder: str) -> Iterator[tuple[str, str]]:
        """Each with the manifest that it is read as an include of, if its name does not tell."""
        names = self._tree.names(folder)
        for name in names:
            path = posixpath.join(folder, name)
            if name.endswith(_SOURCES) and name not in ("setup.py", "noxfile.py"):
                continue
            if declares(path):
                yield path, ""
            elif name in _BESIDE:
                yield from self._listed(path)

    def _listed(self, folder: str) -> Iterator[tuple[str, str]]:
        """The requirements files of a folder that is for them, and of the folders in it."""
        for name in self._tree.names(folder):
            path = posixpath.join(folder, name)
            if declares(path):
                yield path, ""
            elif "." not in name:
                below = (posixpath.join(path, each) for each in self._tree.names(path))
                yield from ((each, _PLAIN[0]) for each in below if each.endswith(_LISTS))

    def _read(
        self,
        path: str,
        includer: str,
        ecosystem: Ecosystem,
        read: dict[str, Governed],
        depth: int,
    ) -> None:
        text = None if path in read or not depth else self._tree.get(path)
        says = None if text is None else declarations(path, text, includer)
        if says is None or says.ecosystem != ecosystem:
            return
        read[path] = Governed(path, says)
        for include in says.includes:
            target = placed(posixpath.dirname(path), include)
            self._read(target, path, ecosystem, read, depth - 1)

    def _around(self, folder: str, ecosystem: Ecosystem) -> Sequence[Governed]:
        """The manifests of the nearest workspace above a project.

        Node.js looks for packages in every folder on the way there, too.
        """
        passed: list[Governed] = []
        for each in list(above(folder))[1:]:
            here = self._in(each, ecosystem)
            if any(manifest.says.members for manifest in here):
                return (*passed, *here) if ecosystem == "npm" else here
            passed.extend(here)
        return ()

    def _taken(self, manifests: Sequence[Governed], ecosystem: Ecosystem) -> Sequence[Governed]:
        """The manifests of projects in this tree that the manifests take, and that those take."""
        found = {each.path: each for each in manifests}
        waiting = list(manifests)
        while waiting:
            for folder in self._folders_taken(waiting.pop(), ecosystem):
                new = [each for each in self._in(folder, ecosystem) if each.path not in found]
                found.update((each.path, each) for each in new)
                waiting.extend(new)
        return list(found.values())[len(manifests) :]

    def _folders_taken(self, manifest: Governed, ecosystem: Ecosystem) -> Iterator[str]:
        """Of the projects that one manifest takes by their path, or from its workspace."""
        for each in manifest.says.dependencies:
            local = each.requirement[1:].strip().removeprefix("file:")
            if each.requirement == _OF_WORKSPACE and ecosystem == "python":
                yield from self._members(manifest.folder, ecosystem).get(_plain(each.name), ())
            elif each.requirement.startswith("@") and not _ELSEWHERE.match(local):
                yield placed(manifest.folder, local)
        if manifest.path.endswith(_LISTS):
            yield from (placed(manifest.folder, each) for each in manifest.says.members)
        elif manifest.says.members:  # the root of a workspace serves all of it
            yield from chain(*self._members(manifest.folder, ecosystem).values())

    def _members(self, folder: str, ecosystem: Ecosystem) -> Mapping[str, Sequence[str]]:
        """The folders of the projects in the workspace around a folder, by their names."""
        around = (
            manifest
            for each in above(folder)
            for manifest in self._in(each, ecosystem)
            if manifest.says.members
        )
        root = next(around, None)
        if root is None:
            return {}
        if root.path not in self._by_name:
            patterns = (expanded(self._tree, root.folder, each) for each in root.says.members)
            self._by_name[root.path] = {
                _plain(member.says.name): (member.folder,)
                for place in (root.folder, *chain.from_iterable(patterns))
                for member in self._in(place, ecosystem)
                if member.says.name
            }
        return self._by_name[root.path]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def above(folder: str) -> Iterator[str]:
    """The folder and those around it, up to the root."""
    while folder:
        yield folder
        folder = posixpath.dirname(folder)
    yield ""


def placed(folder: str, path: str) -> str:
    """A path that is relative to a folder, from the root."""
    joined = posixpath.normpath(posixpath.join(folder, path))
    return "" if joined == "." else joined


def expanded(tree: Tree, folder: str, pattern: str) -> Iterator[str]:
    """The folders that a pattern of workspace members stands for; `*` is one name."""
    if pattern.startswith("!"):
        return
    found = [folder]
    for part in pattern.strip("./").split("/"):
        if "*" in part:
            names = ((each, name) for each in found for name in tree.names(each))
            found = [placed(each, name) for each, name in names if fnmatchcase(name, part)]
        else:
            found = [placed(each, part) for each in found]
    yield from found


def _makes_a_project(manifest: Governed) -> bool:
    """Whether what lies above a manifest no longer governs the files of its folder."""
    says, name = manifest.says, posixpath.basename(manifest.path)
    if name == "package.json" and manifest.folder:
        is_test = path_class(f"{manifest.folder}/x.js", {}) == "test"
        return not is_test and bool(says.name or says.dependencies)
    if says.ecosystem != "python":
        return name in ("package.json", "deno.json", "deno.jsonc", "go.mod", "Cargo.toml")
    if name in _PLAIN:
        plain = path_class(f"{manifest.folder}/x.py", {}) == "production"
        return plain and bool(says.dependencies or says.includes)
    if name.endswith((".txt", ".in", ".ini", ".yml", ".yaml", ".json")) or name in _BESIDES:
        return False
    own = any(each.scope != "build" for each in says.dependencies)
    return bool(says.name or own or name in ("setup.py", "Pipfile"))
