"""Which modules of Python stand in the tree itself."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from sutaza_hooks.change import Tree
from sutaza_hooks.dependencies.ignored import is_ignored
from sutaza_hooks.dependencies.project import Project, above
from sutaza_hooks.dependencies.search_path import added_folders
from sutaza_hooks.modules import known_module
from sutaza_hooks.paths import path_class

_FILES = (".py", ".pyi", ".pyx", ".so", ".pyd")
_WRITTEN = (".py", ".pyi")  # what is compiled is mostly ignored, whatever it is called
_MOST = 60  # folders beside a test that are looked into
_MADE = re.compile(
    r"_?_?(?:version|about|build|generated)\w*|\w+_pb2(?:_grpc)?|parse(?:r|tab)|_\w+"
)
"""Modules that a build makes, or that are compiled: they need not stand in the tree."""


class FirstParty:
    """The modules of one project; folders are asked for by name, the tree is not searched."""

    def __init__(self, tree: Tree, project: Project, roots: Sequence[str] = ()) -> None:
        self._tree = tree
        self._project = project
        self._roots = tuple(roots)
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}

    def has(self, path: str, top: str, asked: Sequence[str]) -> bool:
        """Whether a file can import the module from a folder around it, or from a root."""
        key = (posixpath.dirname(path), top)
        if key not in self._known:
            folders = (*above(key[0]), *self._project.roots, *self._roots)
            holding = (each for each in dict.fromkeys(folders) if self._holds(each, top))
            self._known[key] = tuple(holding)
        return top in self._names or any(
            not self._is_itself(path, posixpath.join(folder, top))
            and self._is_meant(posixpath.join(folder, top), asked)
            for folder in self._known[key]
        )

    def _is_itself(self, path: str, here: str) -> bool:
        """Whether the file would import itself, or the part of a package that it stands in."""
        if path in (f"{here}.py", f"{here}.pyi"):
            return True
        above_it = posixpath.join(posixpath.dirname(here), "__init__.py")
        return path.startswith(f"{here}/") and self._tree.exists(above_it)

    def _is_meant(self, here: str, asked: Sequence[str]) -> bool:
        """Whether it is more than a folder that only has the name of what somebody publishes."""
        names = self._tree.names(here)
        top = here.rpartition("/")[2]
        plain = not names or any(self._tree.exists(f"{here}{each}") for each in _FILES)
        if plain or "__init__.py" in names or "__init__.pyi" in names or not known_module(top):
            return True
        return any(self._stands(here, each.split(".")[1]) for each in asked if "." in each)

    def has_beside_test(self, path: str, top: str) -> bool:
        """Whether a test has the module in a folder beside it, which it adds to the path.

        Without a module: whether the file is a test at all, which may make modules as it runs.
        """
        if not _is_test(path) or not top:
            return _is_test(path)
        folders = [each for each in above(posixpath.dirname(path)) if _is_test(f"{each}/")]
        inside = (
            posixpath.join(folder, name)
            for folder in folders
            for name in self._tree.names(folder)[:_MOST]
            if "." not in name
        )
        return any(self._holds(folder, top) for folder in inside)

    def has_on_path(self, path: str, top: str) -> bool:
        """Whether a folder has the module that the file or a `conftest.py` adds to the path."""
        folders = dict.fromkeys(added_folders(self._tree, path))
        return any(self._holds(each, top) for each in folders)

    def leads(self, path: str, module: str) -> bool:
        """Whether a relative import leads to a module, or to one that a build makes."""
        name = module.lstrip(".")
        folders = path.split("/")[: -(len(module) - len(name))]
        first = name.partition(".")[0]
        return not first or self._stands("/".join(folders), first)

    def has_member(self, path: str, module: str) -> bool:
        """Whether `import package.module`, said within the package, names a module of it."""
        top, _, rest = module.partition(".")
        folders = (each for each in above(posixpath.dirname(path)) if each.split("/")[-1] == top)
        packages = [each for each in folders if self._tree.exists(f"{each}/__init__.py")]
        if not rest or "." in rest or not packages:
            return True
        return any(self._stands(each, rest) for each in packages)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._said())

    def _said(self) -> Iterator[str]:
        """The names that the manifests say outright, and those of the projects themselves."""
        for manifest in self._project.manifests:
            yield from (each.partition(".")[0] for each in manifest.says.modules)
            if manifest.says.name:
                yield re.sub(r"[-.]", "_", manifest.says.name.lower())

    def _stands(self, folder: str, name: str) -> bool:
        """Whether a folder holds something by that name, whatever its ending."""
        names = self._tree.names(folder)
        stands = any(n.partition(".")[0] == name for n in names)
        made = _MADE.fullmatch(name) is not None
        return stands or made or is_ignored(self._tree, posixpath.join(folder, name), _WRITTEN)

    def _holds(self, folder: str, top: str) -> bool:
        """Whether a folder has the module, as a file or as a package, a namespace among them."""
        here = posixpath.join(folder, top)
        if any(self._tree.exists(f"{here}{ending}") for ending in _FILES):
            return True
        names = self._tree.names(here)
        if any(name.endswith(_FILES) for name in names):
            return True
        below = (self._tree.names(posixpath.join(here, name)) for name in names if "." not in name)
        return any(name.endswith(_FILES) for inside in below for name in inside)


def _is_test(path: str) -> bool:
    return path_class(path, {}) == "test"
