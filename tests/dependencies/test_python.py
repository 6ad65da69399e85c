"""Which verdict the imports of Python get, by what is declared."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sutaza_hooks.dependencies.project import Projects
from sutaza_hooks.dependencies.python import PythonImports
from sutaza_hooks.facts import Import
from tests.changes import change


def verdict(manifest: str, text: str, module: str, names: Sequence[str] = ()) -> tuple[str, str]:
    tree = change({}, {manifest: text}).after
    project = Projects(tree).of("a.py", "python")
    assert project is not None
    found = PythonImports(tree, project).judge("a.py", Import(module, tuple(names), 1, 1, 1))
    return found.finding, found.package


CONDA = "name: shop\ndependencies:\n  - {}\n"


@pytest.mark.parametrize(
    ("package", "module", "expected"),
    [
        pytest.param("rich", "rich", ("declared", "rich"), id="one name everywhere"),
        pytest.param("pytorch", "torch", ("declared", "torch"), id="PyPI has another name"),
        pytest.param("pytables", "tables", ("declared", "tables"), id="with py before it"),
        pytest.param("dask-core", "dask", ("declared", "dask"), id="a part of it"),
        pytest.param("conda-forge::py-opencv", "cv2", ("declared", "opencv-python"), id="channel"),
        pytest.param("python-graphviz>=0.2", "graphviz", ("declared", "graphviz"), id="version"),
        pytest.param("pytorch", "rich", ("undeclared", "rich"), id="what it does not ship"),
        pytest.param("pip: [dask-core]", "dask", ("undeclared", "dask"), id="pip means PyPI"),
    ],
)
def test_conda(package: str, module: str, expected: tuple[str, str]) -> None:
    assert verdict("environment.yml", CONDA.format(package), module) == expected
