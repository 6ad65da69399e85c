"""The folders that a Python file, or a `conftest.py` around it, adds to `sys.path`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from sutaza_hooks.change import Tree
from sutaza_hooks.dependencies.project import above, placed

_ADDS = re.compile(r"\bsys\.path\b.*?(?:insert|append|extend|\[|=)|\baddsitedir\(")
_MAKES = re.compile(r"""sys\.path|addsitedir|\bPath\(|path\.join|\bparents?\b|/ *["']""")
_PART = re.compile(r"""["'](?:\./)*((?:\.\./)*[\w.-]+(?:/[\w.-]+)*)/?["']""")
_MOST = 40


def added_folders(tree: Tree, path: str) -> Iterator[str]:
    """Where the last parts of their names are literal, below any folder around the file.

    The code is not run: such a folder may be one that is not added, so what is asked for must stand
    in it.
    """
    around = [posixpath.join(each, "conftest.py") for each in above(posixpath.dirname(path))]
    for file in (path, *around):
        text = tree.get(file, "")
        if _ADDS.search(text):
            yield from _below(posixpath.dirname(file), text)


def _below(folder: str, text: str) -> Iterator[str]:
    named = dict.fromkeys(name for line in text.splitlines() for name in _named(line))
    for name in list(named)[:_MOST]:
        yield from (placed(each, name) for each in above(folder))


def _named(line: str) -> Iterator[str]:
    """What the literals on a line that makes a path may name, together and each alone."""
    parts = _PART.findall(line) if _MAKES.search(line) else []
    if parts:
        yield "/".join(parts)
        yield from parts
