"""Which judge reads the imports of which language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from sutaza_hooks.change import Tree
from sutaza_hooks.dependencies.go import GoImports
from sutaza_hooks.dependencies.javascript import JavaScriptImports
from sutaza_hooks.dependencies.project import Project
from sutaza_hooks.dependencies.python import PythonImports
from sutaza_hooks.dependencies.rust import RustImports
from sutaza_hooks.dependencies.verdict import Verdict
from sutaza_hooks.facts import Import
from sutaza_hooks.manifests.declaring import Ecosystem


class Judge(Protocol):
    """Judges the imports of the files of one project."""

    def __init__(self, tree: Tree, project: Project, roots: Sequence[str] = ()) -> None: ...

    def judge(self, path: str, what: Import) -> Verdict:
        """The finding about an import in a file."""


JUDGES: Mapping[Ecosystem, type[Judge]] = {
    "python": PythonImports,
    "npm": JavaScriptImports,
    "go": GoImports,
    "cargo": RustImports,
}
_LANGUAGES: Mapping[str, Ecosystem] = {
    "python": "python",
    "javascript": "npm",
    "typescript": "npm",
    "tsx": "npm",
    "vue": "npm",
    "svelte": "npm",
    "go": "go",
    "rust": "cargo",
}


def judge_of(language: str) -> Ecosystem | None:
    """The ecosystem whose manifests govern files of a language."""
    return _LANGUAGES.get(language)
