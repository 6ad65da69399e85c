"""What a path says of a file, and which files are for tests wherever they stand."""

from __future__ import annotations

import pytest

from sutaza_hooks.paths import path_class, path_kind
from sutaza_hooks.rules.simulated_behaviour import SimulatedBehaviour
from tests.changes import change, says

PRODUCTION = {
    "an experiment on users": "src/ab-tests/service.ts",
    "the same in Python": "app/ab_test.py",
    "the same as a module": "app/ab_testing/split.py",
    "a split test": "src/split-tests/router.ts",
    "a word that holds test": "src/contest/a.py",
    "the latest": "src/latest/a.py",
    "a fixture of light": "src/lighting/fixture_list.py",
}

TEST = {
    "a test of an experiment": "app/tests/ab_test.py",
    "a spec of an experiment": "src/ab-test.spec.ts",
    "Go calls its tests so": "app/ab_test.go",
    "a test of a split": "app/split_test.py",
    "support": "internal/testutil/db.go",
    "mocks in Go": "internal/store/mocks.go",
    "mocks": "src/mocks/a.ts",
    "mocks of jest": "src/__mocks__/a.ts",
    "fixtures": "app/fixtures.py",
    "conftest": "app/conftest.py",
    "unit tests": "unit-tests/a.py",
}

SUPPORT = {
    "Go": ("internal/db.go", 'package a\nimport "testing"\n// returns mock data\n'),
    "pytest": ("app/helpers.py", "import pytest\n# returns mock data\n"),
    "vitest": ("src/setup.ts", "import { vi } from 'vitest';\n// returns mock data\n"),
    "JUnit": ("A.java", "import org.junit.jupiter.api.Test;\n// returns mock data\nclass A {}\n"),
}

NO_SUPPORT = {
    "a name that only begins so": ("app/a.go", 'package a\nimport "testingx"\n// mock data\n'),
    "mocks in production": ("app/a.py", "from unittest.mock import Mock\n# mock data\n"),
    "an optional import": (
        "app/a.py",
        "try:\n    import pytest\nexcept ImportError:\n    pytest = None\n# mock data\n",
    ),
    "none": ("src/a.ts", "import { a } from './vitest';\n// mock data\n"),
}


@pytest.mark.parametrize("path", PRODUCTION.values(), ids=PRODUCTION.keys())
def test_production(path: str) -> None:
    assert path_class(path, {}) == "production"
    assert path_kind(path) == "code"


@pytest.mark.parametrize("path", TEST.values(), ids=TEST.keys())
def test_tests(path: str) -> None:
    assert path_class(path, {}) == "test"


@pytest.mark.parametrize(("path", "text"), SUPPORT.values(), ids=SUPPORT.keys())
def test_support(path: str, text: str) -> None:
    assert says(SimulatedBehaviour(), change({}, {path: text})) == []


@pytest.mark.parametrize(("path", "text"), NO_SUPPORT.values(), ids=NO_SUPPORT.keys())
def test_no_support(path: str, text: str) -> None:
    assert len(says(SimulatedBehaviour(), change({}, {path: text}))) == 1
