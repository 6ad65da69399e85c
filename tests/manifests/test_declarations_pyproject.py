"""What `pyproject.toml` declares."""

from __future__ import annotations

import pytest

from tests.manifests.said import said

PYPROJECT = {
    "the standards": (
        """\
        [build-system]
        requires = ["hatchling>=1"]
        build-backend = "hatchling.build"
        [project]
        name = "orchard"
        dependencies = [
            "apple >=1",  # why
            'pear; python_version < "3.12"',
        ]
        [project.optional-dependencies]
        red = ["plum"]
        dev = ["quince", "orchard[red]"]
        [dependency-groups]
        test = ["fig", {include-group = "lint"}]
        lint = ["lime==2"]
        """,
        [
            "7 runtime - apple >=1",
            "8 runtime - pear",
            "2 build build-system hatchling >=1",
            "11 optional red plum",
            "12 development dev quince",
            "12 development dev orchard",
            "14 development test fig",
            "15 development lint lime ==2",
            "name orchard",
        ],
    ),
    "Poetry": (
        """\
        [tool.poetry]
        name = "orchard"
        packages = [{include = "orchard", from = "lib"}, {include = "README.md"}]
        [tool.poetry.dependencies]
        python = "^3.10"
        apple = "^1.2"
        pear = {version = "^2", optional = true}
        plum = [{version = "1", python = "<3.12"}, {version = "2", python = ">=3.12"}]
        quince = {git = "https://example.org/q.git", branch = "main"}
        [tool.poetry.dependencies.fig]
        path = "../fig"
        [tool.poetry.dev-dependencies]
        lime = "*"
        [tool.poetry.group.test.dependencies]
        kiwi = "^1"
        [tool.poetry.group.cloud.dependencies]
        date = "^1"
        [tool.poetry.extras]
        more = ["pear"]
        """,
        [
            "6 runtime - apple ^1.2",
            "7 optional - pear ^2",
            "8 runtime - plum 1 || 2",
            "9 runtime - quince @ https://example.org/q.git@main",
            "10 runtime - fig @ ../fig",
            "13 development dev lime *",
            "15 development test kiwi ^1",
            "17 optional cloud date ^1",
            "name orchard",
            "root lib",
            "module orchard",
        ],
    ),
    "uv": (
        """\
        [project]
        dependencies = ["apple", "Pear_Tree", "plum>=1"]
        [tool.uv]
        dev-dependencies = ["quince"]
        constraint-dependencies = ["fig<2"]
        [tool.uv.sources]
        apple = {workspace = true}
        pear-tree = {git = "https://example.org/p", tag = "v1"}
        plum = {path = "../plum"}
        [tool.uv.workspace]
        members = ["packages/*", "./apps/one/"]
        """,
        [
            "2 runtime - apple @ workspace",
            "2 runtime - Pear_Tree @ https://example.org/p@v1",
            "2 runtime - plum >=1",
            "4 development dev quince",
            "member packages/*",
            "member apps/one",
        ],
    ),
    "PDM and Hatch": (
        """\
        [tool.pdm.dev-dependencies]
        lint = ["apple", "-e file:///${PROJECT_ROOT}/libs/pear#egg=pear"]
        [tool.hatch.envs.default]
        dependencies = ["plum"]
        [tool.hatch.envs.docs]
        extra-dependencies = ["quince"]
        [tool.hatch.build.targets.wheel]
        packages = ["src/orchard"]
        [tool.hatch.build.hooks.custom]
        dependencies = ["fig"]
        [tool.pdm.build]
        package-dir = "lib"
        """,
        [
            "2 development lint apple",
            "2 development lint pear @ file:///${PROJECT_ROOT}/libs/pear#egg=pear",
            "4 development default plum",
            "6 development docs quince",
            "10 build custom fig",
            "member libs/pear",
            "root lib",
            "root src",
            "module orchard",
        ],
    ),
    "what setuptools reads from files": (
        """\
        [project]
        dynamic = ["dependencies", "optional-dependencies"]
        [tool.setuptools.dynamic]
        dependencies = {file = "requirements.txt"}
        optional-dependencies.dev = {file = ["requirements/dev.txt"]}
        """,
        ["include requirements.txt", "include requirements/dev.txt"],
    ),
    "what a backend makes is not read": (
        """\
        [build-system]
        build-backend = "own.backend"
        [project]
        dynamic = ["version", "dependencies"]
        """,
        ["fault 4: `dependencies` are dynamic: they are made by `own.backend`"],
    ),
    "where its own modules lie": (
        """\
        [tool.setuptools]
        package-dir = {"" = "src", "seed.more" = "extra"}
        py-modules = ["tool"]
        packages = ["orchard", "orchard.tree"]
        [tool.uv.build-backend]
        module-root = "lib"
        [tool.pytest.ini_options]
        pythonpath = "tests ./helpers/"
        [tool.mypy]
        mypy_path = "stubs:more"
        [tool.flit.module]
        name = "leaf"
        [tool.ruff.lint.isort]
        known-first-party = ["root"]
        """,
        [
            "root lib",
            "root tests",
            "root helpers",
            "root stubs",
            "root more",
            "root src",
            "module orchard",
            "module tool",
            "module leaf",
            "module root",
            "module seed",
        ],
    ),
    "a broken list costs itself": (
        """\
        [project]
        dependencies = ["apple",
          "pear"
        [project.optional-dependencies]
        red = ["plum"]
        """,
        [
            "2 runtime - apple",
            "3 runtime - pear",
            "5 optional red plum",
            "fault 4: is not TOML: unclosed array",
        ],
    ),
    "a requirement that is none": (
        '[project]\ndependencies = ["apple", "pear=>2", "<fig>"]\n',
        [
            "2 runtime - apple",
            "2 runtime - pear =>2",
            "fault 2: is not a requirement: `pear=>2`",
            "fault 2: is not a requirement: `<fig>`",
        ],
    ),
    "tables that are no tables": ('project = 1\ntool = ["x"]\nbuild-system = "y"\n', []),
    "CRLF": ('[project]\r\ndependencies = [\r\n"apple",\r\n]\r\n', ["3 runtime - apple"]),
}


@pytest.mark.parametrize(("text", "expected"), PYPROJECT.values(), ids=PYPROJECT)
def test_pyproject(text: str, expected: list[str]) -> None:
    assert said("pyproject.toml", text) == expected
