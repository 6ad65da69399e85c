"""Whether an import of Go is covered."""

from __future__ import annotations

from collections.abc import Sequence

from sutaza_hooks.change import Tree
from sutaza_hooks.dependencies.project import Project
from sutaza_hooks.dependencies.verdict import COVERED, Verdict
from sutaza_hooks.facts import Import


class GoImports:
    """Judges the imports of Go files by one module."""

    def __init__(self, tree: Tree, project: Project, roots: Sequence[str] = ()) -> None:  # noqa: ARG002
        self._names = {manifest.says.name for manifest in project.manifests}
        self._declared = project.dependencies

    def judge(self, path: str, what: Import) -> Verdict:  # noqa: ARG002
        """The standard library's paths begin with no dot in their first element."""
        module = what.module
        if "." not in module.split("/")[0]:
            return COVERED
        if any(_within(module, name) for name in self._names if name):
            return COVERED
        found = tuple(each for each in self._declared if _within(module, each.name))
        if found:
            return Verdict("declared", found[0].name, found)
        return Verdict("undeclared", "/".join(module.split("/")[:3]))


def _within(path: str, module: str) -> bool:
    return path == module or path.startswith(f"{module}/")
