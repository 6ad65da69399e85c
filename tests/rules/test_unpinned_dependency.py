"""`unpinned-dependency`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sutaza_hooks.check import check
from sutaza_hooks.diagnostic import Severity
from sutaza_hooks.rules.unpinned_dependency import UnpinnedDependency
from tests.changes import change, says

RULE = UnpinnedDependency()

ALLOWED: Mapping[str, Mapping[str, str]] = {
    "pinned": {"requirements.txt": "requests==2.32.0\n"},
    "a range": {"requirements.txt": "requests>=2.32,<3\n"},
    "a lower bound": {"pyproject.toml": '[project]\nname="a"\ndependencies=["rich>=13"]\n'},
    "an address": {"requirements.txt": "shop @ https://example.com/shop.whl\n"},
    "a path": {"requirements.txt": "-e ./shop\n"},
    "the input of pip-compile": {"requirements.in": "requests\n"},
    "a lock file beside it": {
        "pyproject.toml": '[project]\nname="a"\ndependencies=["rich"]\n',
        "uv.lock": "version = 1\n",
    },
    "a lock file above it": {
        "packages/a/package.json": '{"dependencies": {"react": "*"}}',
        "pnpm-lock.yaml": "a: 1\n",
    },
    "to build it": {"pyproject.toml": '[build-system]\nrequires = ["setuptools"]\n'},
    "its own extra": {"pyproject.toml": '[project]\nname="a"\ndependencies=["a[x]"]\n'},
    "a peer": {"package.json": '{"peerDependencies": {"react": "*"}}'},
    "a workspace": {"package.json": '{"dependencies": {"a": "workspace:*"}}'},
    "a range of npm": {"package.json": '{"dependencies": {"react": "^18.0.0"}}'},
    "a module of Go": {"go.mod": "module a.com/b\nrequire github.com/x/y v1.0.0\n"},
    "a crate": {"Cargo.toml": '[package]\nname = "a"\n[dependencies]\nserde = "1"\n'},
    "a dependency of Maven whose version the parent manages": {
        "pom.xml": "<project><dependencies><dependency><groupId>a</groupId>"
        "<artifactId>b</artifactId></dependency></dependencies></project>"
    },
    "a dependency of Gradle whose version a platform manages": {
        "build.gradle": "dependencies {\n    implementation 'org.a:b'\n}\n"
    },
    "no manifest": {"notes.txt": "requests\n"},
}

FLAGGED: Mapping[str, tuple[Mapping[str, str], str]] = {
    "requirements": (
        {"requirements.txt": "# x\nrequests\n"},
        "requirements.txt:2:1: `requests` is taken in any version",
    ),
    "a project": (
        {"pyproject.toml": '[project]\nname = "a"\ndependencies = [\n  "rich",\n]\n'},
        "pyproject.toml:4:1: `rich` is taken in any version",
    ),
    "npm": (
        {"package.json": '{\n "dependencies": {\n  "react": "latest"\n }\n}\n'},
        "package.json:3:1: `react` is taken in any version",
    ),
    "a crate": (
        {"Cargo.toml": '[package]\nname = "a"\n[dependencies]\nserde = "*"\n'},
        "Cargo.toml:4:1: `serde` is taken in any version",
    ),
    "Maven": (
        {
            "pom.xml": "<project><dependencies><dependency><groupId>a</groupId>\n"
            "<artifactId>b</artifactId><version>LATEST</version></dependency>"
            "</dependencies></project>"
        },
        "pom.xml:2:1: `a:b` is taken in LATEST",
    ),
    "Gradle": (
        {"build.gradle.kts": 'dependencies {\n    implementation("org.a:b:+")\n}\n'},
        "build.gradle.kts:2:1: `org.a:b` is taken in +",
    ),
    "a manifest that cannot be read": (
        {"package.json": '{"dependencies": {'},
        "package.json:1:1: manifest cannot be read here: is not JSON: expecting property name"
        " enclosed in double quotes",
    ),
}


@pytest.mark.parametrize("files", ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(files: Mapping[str, str]) -> None:
    assert says(RULE, change({}, files)) == []


@pytest.mark.parametrize(("files", "expected"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(files: Mapping[str, str], expected: str) -> None:
    assert says(RULE, change({}, files)) == [expected]


def test_what_only_development_needs_is_a_warning() -> None:
    files = {"requirements-dev.txt": "pytest\n"}
    (found,) = check(change({}, files), [RULE]).diagnostics
    assert found.severity is Severity.WARNING


def test_a_dependency_that_stood_there_is_not_new() -> None:
    before, after = {"requirements.txt": "rich\n"}, {"requirements.txt": "attrs==1\nrich\n"}
    assert says(RULE, change(before, after)) == []


def test_exact_versions_by_option() -> None:
    rule = UnpinnedDependency(exact=True)
    files = {"requirements.txt": "a==1\nb>=1\n", "package.json": '{"dependencies": {"c": "^1"}}'}
    assert says(rule, change({}, files)) == [
        "package.json:1:1: `c` is taken in ^1",
        "requirements.txt:2:1: `b` is taken in >=1",
    ]
