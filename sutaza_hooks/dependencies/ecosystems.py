"""Which judge reads the imports of which language."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from sutaza_hooks.change import Tree
from sutaza_hooks.dependencies.verdict import Verdict
from sutaza_hooks.facts import Import

if TYPE_CHECKING:
    from sutaza_hooks.dependencies.project import Project
    from sutaza_hooks.manifests.declaring import Ecosystem


class Judge(Protocol):
    """Judges the imports of the files of one project."""

    def __init__(self, tree: Tree, project: Project, roots: Sequence[str] = ()) -> None: ...

    def judge(self, path: str, what: Import) -> Verdict:
        """The finding about an import in a file."""


_JUDGES: Mapping[Ecosystem, tuple[str, str]] = {
    "python": ("python", "PythonImports"),
    "npm": ("javascript", "JavaScriptImports"),
    "go": ("go", "GoImports"),
    "cargo": ("rust", "RustImports"),
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


def judge_of(ecosystem: Ecosystem) -> type[Judge]:
    """The judge of an ecosystem, which is loaded only when it is asked for."""
    module, name = _JUDGES[ecosystem]
    found: type[Judge] = getattr(importlib.import_module(f"{__package__}.{module}"), name)
    return found


def ecosystem_of(language: str) -> Ecosystem | None:
    """The ecosystem whose manifests govern files of a language."""
    return _LANGUAGES.get(language)
