"""Whether a path that Rust uses is covered."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from sutaza_hooks.change import Tree
from sutaza_hooks.dependencies.project import Project, above
from sutaza_hooks.dependencies.verdict import COVERED, Verdict
from sutaza_hooks.facts import Import

_OWN = frozenset("std core alloc proc_macro test crate self super Self".split())
_CRATE = re.compile(r"[a-z][a-z0-9_]*")
_MODULE = r"\b(?:(?:mod|as|fn|let|enum|type)\s+|use\s+(?:\w+::)+){}\b"

_GLOB = re.compile(r"\buse\s+(?:crate|super|self)\b[^;]*\*")
_MOST = 100  # folders of a crate that are looked into


class RustImports:
    """Judges the paths that Rust files use by one crate."""

    def __init__(self, tree: Tree, project: Project, roots: Sequence[str] = ()) -> None:  # noqa: ARG002
        self._tree = tree
        said = [n for each in project.own for n in (each.says.name, *each.says.modules)]
        self._names = {_squeezed(each) for each in said if each}
        self._declared = [
            each
            for manifest in project.own
            for each in manifest.says.dependencies
            if each.group != "workspace"  # of these a crate has only those that it names
        ]

    def judge(self, path: str, what: Import) -> Verdict:
        crate = what.module.removeprefix("::").split("::")[0].removeprefix("r#")
        if not self._names:  # a workspace without a package of its own compiles no file
            return COVERED
        if crate in _OWN or crate in self._names or not _CRATE.fullmatch(crate):
            return COVERED
        found = tuple(each for each in self._declared if _squeezed(each.name) == crate)
        if found:
            return Verdict("declared", found[0].name, found)
        if self._is_ours(path, crate):
            return COVERED
        names = [_squeezed(each.name) for each in self._declared]
        return Verdict("undeclared", crate, near=tuple(get_close_matches(crate, names, n=2)))

    def _is_ours(self, path: str, name: str) -> bool:
        """Whether it is a module: declared in the file, or a file or folder beside it."""
        text = self._tree.get(path, "")
        if re.search(_MODULE.format(re.escape(name)), text):
            return True
        folder, file = posixpath.split(path)
        inside = posixpath.join(folder, file.removesuffix(".rs"))
        whole = self._folders(path) if _GLOB.search(text) else ()
        places = (posixpath.join(each, name) for each in (folder, inside, *whole))
        return any(self._tree.exists(f"{each}.rs") or self._tree.exists(each) for each in places)

    def _folders(self, path: str) -> Iterator[str]:
        """The folders of a crate's modules, all of which a glob may bring into scope."""
        around = above(posixpath.dirname(path))
        source = next((each for each in around if each.split("/")[-1] == "src"), None)
        for each in self._tree.names(source)[:_MOST] if source is not None else ():
            if "." not in each:
                yield posixpath.join(source or "", each)


def _squeezed(name: str) -> str:
    return name.replace("-", "_")
