"""What Git ignores: a tool makes it, so that it need not stand in the tree."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from sutaza_hooks.change import Tree
from sutaza_hooks.dependencies.project import above
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.globs import matches


def is_ignored(tree: Tree, path: str, endings: Sequence[str] = ("",)) -> bool:
    """Whether a `.gitignore` around a path ignores it, as a folder or with one of the endings."""
    return any(
        _ignores(
            tree.get(posixpath.join(folder, ".gitignore"), ""), each.removeprefix(f"{folder}/")
        )
        for folder in above(posixpath.dirname(path))
        for each in (*(f"{path}{ending}" for ending in endings), f"{path}/x")
    )


def _ignores(patterns: str, path: str) -> bool:
    """A `*` alone is passed over: it is the start of a list of what is not ignored."""
    said = tuple(each for each in patterns.splitlines() if each.strip(" */!") and each[0] != "#")
    try:
        return bool(said) and matches(path, said)
    except SutazaError:  # Git passes over a line that is no pattern
        return False
