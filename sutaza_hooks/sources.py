"""The versions in force after a change, from the files of the project that hold one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sutaza_hooks.change import Tree
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.manifests import followed, names

_ASKED = "name the file with the version in `version_sources`"


class Versions(NamedTuple):
    """The versions by the file that holds each, and the manifests whose version cannot be read."""

    known: Mapping[str, str]
    unread: Sequence[str] = ()


def found(tree: Tree, touched: Iterable[str]) -> Versions:
    """Those of the manifests at the root and above what a change touches.

    Raises SutazaError for a manifest that is broken.
    """
    known: dict[str, str] = {}
    unread = []
    for path in _manifests(touched):
        if path in tree:
            version = followed(path, tree)
            if version.text:
                known[version.path] = version.text
            elif version.elsewhere:
                unread.append(path)
    return Versions(known, unread)


def configured(tree: Tree, paths: Iterable[str]) -> Versions:
    """Those of the files that are named. Raises SutazaError where one holds none."""
    return Versions(dict(_configured(tree, path) for path in paths))


def _configured(tree: Tree, path: str) -> tuple[str, str]:
    if path not in tree:
        lack = "is no regular file" if tree.exists(path) else "does not exist"
        raise SutazaError(f"{path}: {lack} in the tree that is judged; {_ASKED}")
    version = followed(path, tree)
    if not version.text:
        raise SutazaError(f"{path}: declares no version that can be read; {_ASKED}")
    return version.path, version.text


def _manifests(touched: Iterable[str]) -> Iterator[str]:
    folders = {"": None}
    for path in touched:
        folder = posixpath.dirname(path)
        while folder:
            folders[folder] = None
            folder = posixpath.dirname(folder)
    return (posixpath.join(folder, name) for folder in folders for name in names())
