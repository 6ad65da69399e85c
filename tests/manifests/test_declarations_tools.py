"""What the files of tools that make environments declare, and scripts of themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.manifests.declaring import script_declarations
from tests.manifests.said import said

CASES = {
    "tox: factors, substitutions, files, comments": (
        "tox.ini",
        """\
        [tox]
        envlist = py312

        [testenv]
        deps =
            apple>=1  # for its seeds
            py312,py313: pear
            -r {toxinidir}/requirements/test.txt
            {[base]deps}
            -e .
        commands = pytest quince

        [testenv:lint]
        deps = plum

        [pytest]
        pythonpath = src tests/lib
        """,
        [
            "6 development environment apple >=1",
            "7 development environment pear",
            "14 development environment plum",
            "include requirements/test.txt",
            "root src",
            "root tests/lib",
        ],
    ),
    "pytest.ini and mypy.ini say where modules lie": (
        "mypy.ini",
        "[mypy]\nmypy_path = stubs:src\n",
        ["root stubs", "root src"],
    ),
    "sections of tox that install nothing": ("tox.ini", "[flake8]\ndeps = apple\n", []),
    "nox: what sessions install by name": (
        "noxfile.py",
        """\
        import nox

        @nox.session
        def tests(session):
            session.install("apple>=1", "pear[ripe]", "--upgrade", ".", "-e", ".", name)
            session.install("-r", "requirements/test.txt")
            session.conda_install("plum")
            session.run("quince")
        """,
        [
            "5 development environment apple >=1",
            "5 development environment pear",
            "7 development environment plum",
            "include requirements/test.txt",
        ],
    ),
    "nox: no Python": ("noxfile.py", "def (", ["fault 1: is not Python"]),
    "Pixi: from conda, from PyPI, of a feature, for one system": (
        "pixi.toml",
        """\
        [workspace]
        name = "shop"
        [dependencies]
        python = ">=3.12"
        apple = "*"
        [pypi-dependencies]
        pear = { version = ">=2", extras = ["ripe"] }
        [feature.test.dependencies]
        plum = ">=1"
        [target.linux-64.dependencies]
        quince = "1.*"
        """,
        [
            "5 runtime conda apple *",
            "7 runtime pip pear >=2",
            "11 runtime conda quince 1.*",
            "9 development conda plum >=1",
            "name shop",
        ],
    ),
    "Pixi in pyproject.toml": (
        "pyproject.toml",
        '[tool.pixi.pypi-dependencies]\npear = "*"\n',
        ["2 runtime pip pear *"],
    ),
    "Hatch's own file": (
        "hatch.toml",
        '[envs.test]\ndependencies = ["apple"]\nextra-dependencies = ["pear>1"]\n',
        ["2 development test apple", "3 development test pear >1"],
    ),
}

SCRIPT = '#!/usr/bin/env -S uv run\n# /// script\n# dependencies = [\n#   "rich>=13",\n# ]\n# ///\n'


@pytest.mark.parametrize(("path", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_declared(path: str, text: str, expected: list[str]) -> None:
    assert said(path, text) == expected


def test_a_script_declares_what_it_needs() -> None:
    says = script_declarations(SCRIPT + "import rich\n")
    assert says is not None
    assert [(each.name, each.line) for each in says.dependencies] == [("rich", 4)]


@pytest.mark.parametrize(
    "text", ["", "import rich\n", "# /// script\n# dependencies = []\n", "# /// other\n# ///\n"]
)
def test_no_script(text: str) -> None:
    assert script_declarations(text) is None


def test_a_script_that_cannot_be_read() -> None:
    says = script_declarations("# /// script\n# dependencies = [\n# ///\n")
    assert says is not None
    assert [each.line for each in says.faults] == [3]


@given(st.text() | st.text(alphabet='#/ script\n[]="x'))
def test_no_text_breaks_it(text: str) -> None:
    script_declarations(f"# /// script\n{text}\n# ///\n")
