"""`test-only-import`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sutaza_hooks.rules import test_only_import as tested
from tests.changes import change, says

RULE = tested.TestOnlyImport()
DEV = """\
[project]
name = "a"
dependencies = ["rich"]
[dependency-groups]
dev = ["pytest", "rich"]
"""
NPM = '{"name": "a", "devDependencies": {"vitest": "1"}}'
CARGO = '[package]\nname = "a"\n[dev-dependencies]\nproptest = "1"\n'

ALLOWED: Mapping[str, tuple[Mapping[str, str], str, str]] = {
    "in a test": ({"pyproject.toml": DEV}, "tests/test_a.py", "import pytest\n"),
    "in a file of tests": ({"pyproject.toml": DEV}, "a/conftest.py", "import pytest\n"),
    "also for the code": ({"pyproject.toml": DEV}, "a.py", "import rich\n"),
    "in documentation": ({"pyproject.toml": DEV}, "docs/conf.py", "import pytest\n"),
    "in an example": ({"pyproject.toml": DEV}, "examples/a.py", "import pytest\n"),
    "in a script": ({"pyproject.toml": DEV}, "scripts/a.py", "import pytest\n"),
    "in a benchmark": ({"pyproject.toml": DEV}, "benchmarks/a.py", "import pytest\n"),
    "in what drives the tools": ({"pyproject.toml": DEV}, "noxfile.py", "import pytest\n"),
    "for types": ({"pyproject.toml": DEV}, "a.py", "if TYPE_CHECKING:\n    import pytest\n"),
    "guarded": (
        {"pyproject.toml": DEV},
        "a.py",
        "try:\n    import pytest\nexcept ImportError:\n    pytest = None\n",
    ),
    "not declared, which another rule judges": ({"pyproject.toml": DEV}, "a.py", "import yaml\n"),
    "the standard library": ({"pyproject.toml": DEV}, "a.py", "import unittest\n"),
    "an extra": (
        {"pyproject.toml": '[project]\nname="a"\n[project.optional-dependencies]\nx=["rich"]\n'},
        "a.py",
        "import rich\n",
    ),
    "a configuration": ({"package.json": NPM}, "vitest.config.ts", "import x from 'vitest';\n"),
    "code that is bundled": (
        {"package.json": '{"devDependencies": {"vite": "1", "vue": "1"}}'},
        "src/a.ts",
        "import { ref } from 'vue';\n",
    ),
    "the tests of a file of Rust": (
        {"Cargo.toml": CARGO},
        "src/a.rs",
        "fn f() {}\n#[cfg(test)]\nmod tests {\n    use proptest::prelude;\n}\n",
    ),
}

FLAGGED = {
    "a group of Python": (
        {"pyproject.toml": DEV},
        "a.py",
        "import pytest\n",
        "a.py:1:1: `pytest` is declared for development alone (`dev`)",
    ),
    "a file of requirements": (
        {"requirements.txt": "rich\n", "requirements-dev.txt": "pytest\n"},
        "shop/a.py",
        "from pytest import approx\n",
        "shop/a.py:1:1: `pytest` is declared for development alone (`dev`)",
    ),
    "npm": (
        {"package.json": NPM},
        "src/a.js",
        "import { vi } from 'vitest';\n",
        "src/a.js:1:1: `vitest` is declared for development alone (`devDependencies`)",
    ),
    "Rust": (
        {"Cargo.toml": CARGO},
        "src/a.rs",
        "use proptest::prelude;\n",
        "src/a.rs:1:1: `proptest` is declared for development alone (`dev-dependencies`)",
    ),
}


@pytest.mark.parametrize(("files", "path", "text"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(files: Mapping[str, str], path: str, text: str) -> None:
    assert says(RULE, change(files, {**files, path: text})) == []


@pytest.mark.parametrize(
    ("files", "path", "text", "expected"), FLAGGED.values(), ids=FLAGGED.keys()
)
def test_flagged(files: Mapping[str, str], path: str, text: str, expected: str) -> None:
    assert says(RULE, change(files, {**files, path: text})) == [expected]
