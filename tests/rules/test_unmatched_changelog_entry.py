"""`unmatched-changelog-entry`: entries that fit their change, then each that does not."""

from __future__ import annotations

import pytest

from sutaza_hooks.record import ChangelogPolicy
from sutaza_hooks.rules.unmatched_changelog_entry import UnmatchedChangelogEntry
from tests.changes import audit, change, says

LOG = "docs/CHANGELOG.md"
Files = dict[str, str]


def entry(version: str = "1.0.0", component: str = "core", type: str = "Added", n: int = 1) -> str:
    return f"- [2026-03-14] - [{version}] - [{component}] - [{type}] - [Change number {n}]\n"


def manifest(version: str) -> str:
    return f'[project]\nname = "shop"\nversion = "{version}"\n'


PY = "pyproject.toml"
VERSIONS_ALLOWED: dict[str, tuple[Files, Files]] = {
    "no manifest to compare with": ({}, {"a.py": "x\n", LOG: entry("3.1.4")}),
    "the manifest's": ({PY: manifest("1.0.0")}, {PY: manifest("1.0.0"), "a.py": "", LOG: entry()}),
    "a leading v": ({}, {PY: manifest("1.0.0"), "a.py": "x\n", LOG: entry("v1.0.0")}),
    "raised in the same change": (
        {PY: manifest("1.0.0")},
        {PY: manifest("1.1.0"), LOG: entry("1.1.0")},
    ),
    "unreleased": ({}, {PY: manifest("1.0.0"), "a.py": "x\n", LOG: entry("Unreleased")}),
    "a manifest without a version": ({}, {PY: '[project]\nname = "x"\n', LOG: entry("9.9.9")}),
    "as high as the newest": (
        {LOG: entry("1.2.0")},
        {LOG: entry("1.2.0", n=2) + entry("1.2.0"), "a": ""},
    ),
    "one of two manifests": (
        {},
        {PY: manifest("1.0.0"), "package.json": '{"version": "2.0.0"}', LOG: entry("2.0.0")},
    ),
    "the manifest of the touched package": (
        {},
        {
            PY: manifest("1.0.0"),
            "packages/a/package.json": '{"version": "3.0.0"}',
            "packages/a/src/x.js": "x\n",
            LOG: entry("3.0.0"),
        },
    ),
    "a lower one below unreleased ones": (
        {LOG: entry("Unreleased")},
        {LOG: entry("1.0.0", n=2) + entry("Unreleased"), "a.py": "x\n"},
    ),
}
VERSIONS_FLAGGED: dict[str, tuple[Files, Files, str]] = {
    "not the manifest's": (
        {},
        {PY: manifest("1.4.0"), "a.py": "x\n", LOG: entry("2.0.0")},
        "version `2.0.0` is not that of `pyproject.toml`, `1.4.0`",
    ),
    "lower than the newest": (
        {LOG: entry("1.10.0")},
        {LOG: entry("1.9.0", n=2) + entry("1.10.0"), "a.py": "x\n"},
        "version `1.9.0` is lower than `1.10.0`, the newest entry's",
    ),
}


@pytest.mark.parametrize(("before", "after"), VERSIONS_ALLOWED.values(), ids=VERSIONS_ALLOWED)
def test_versions_that_fit(before: Files, after: Files) -> None:
    assert says(UnmatchedChangelogEntry(), change(before, after)) == []


@pytest.mark.parametrize(
    ("before", "after", "said"), VERSIONS_FLAGGED.values(), ids=VERSIONS_FLAGGED
)
def test_versions_that_do_not(before: Files, after: Files, said: str) -> None:
    assert says(UnmatchedChangelogEntry(), change(before, after)) == [f"{LOG}:1:1: {said}"]


MAP = {"api": ("src/api/",), "web": ("src/web/",), "docs": ("docs/",)}
API, WEB = "src/api/a.py", "src/web/b.js"
COMPONENTS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "the one that is touched": ([API], ["api"], []),
    "in another case": ([API], ["API"], []),
    "both in one entry": ([API, WEB], ["api, web"], []),
    "joined by and": ([API, WEB], ["api and web"], []),
    "one entry each": ([API, WEB], ["api", "web"], []),
    "all": ([API, WEB], ["all"], []),
    "what belongs to no component": (["setup.py"], ["api"], []),
    "the changelog is no component's work": ([API], ["api"], []),
    "one that is not covered": (
        [API, WEB],
        ["api"],
        ["no entry names `web`, which the change touches"],
    ),
    "one that is not configured": (
        [API],
        ["api, core"],
        ["component `core` is not configured"],
    ),
}


@pytest.mark.parametrize(("paths", "named", "said"), COMPONENTS.values(), ids=COMPONENTS)
def test_components(paths: list[str], named: list[str], said: list[str]) -> None:
    rule = UnmatchedChangelogEntry(components=MAP)
    log = "".join(entry(component=name, n=n) for n, name in enumerate(named))
    found = says(rule, change({}, {**dict.fromkeys(paths, "x\n"), LOG: log}))
    assert [each.partition(": ")[2] for each in found] == said


OLD = {"a.py": "x\n", "README.md": "x\n", "tests/test_a.py": "x\n"}
TYPES: dict[str, tuple[list[str], Files, list[str]]] = {
    "removed lines": (["Removed"], {**OLD, "a.py": ""}, []),
    "a removed file": (["Removed"], {"README.md": "x\n", "tests/test_a.py": "x\n"}, []),
    "only documentation": (["Docs"], {**OLD, "README.md": "y\n"}, []),
    "documentation beside code": (["Docs", "Added"], {**OLD, "README.md": "y\n", "b.py": ""}, []),
    "only tests": (["Tests"], {**OLD, "tests/test_a.py": "y\n"}, []),
    "code fixed": (["Fixed"], {**OLD, "a.py": "y\n"}, []),
    "removed without a removed line": (
        ["Removed"],
        {**OLD, "b.py": "x\n"},
        ["type is `Removed`, but the change removes nothing"],
    ),
    "documentation that touches code": (
        ["Docs"],
        {**OLD, "a.py": "y\n"},
        ["type is `Docs`, but the change touches code"],
    ),
    "tests that touch code": (
        ["Tests"],
        {**OLD, "a.py": "y\n", "tests/test_a.py": "y\n"},
        ["type is `Tests`, but the change touches code"],
    ),
}


@pytest.mark.parametrize(("types", "after", "said"), TYPES.values(), ids=TYPES)
def test_types(types: list[str], after: Files, said: list[str]) -> None:
    log = "".join(entry(type=each, n=n) for n, each in enumerate(types))
    found = says(UnmatchedChangelogEntry(), change(OLD, {**after, LOG: log}))
    assert [each.partition(": ")[2] for each in found] == said


def test_a_named_source_of_the_version() -> None:
    policy = ChangelogPolicy(version_sources=("src/_version.py",))
    rule = UnmatchedChangelogEntry(changelog=policy)
    files = {PY: manifest("1.0.0"), "src/_version.py": '__version__ = "2.0.0"\n'}
    assert says(rule, change({}, {**files, LOG: entry("2.0.0")})) == []
    assert says(rule, change({}, {**files, LOG: entry("1.0.0")})) == [
        f"{LOG}:1:1: version `1.0.0` is not that of `src/_version.py`, `2.0.0`"
    ]


def test_a_broken_manifest_is_said() -> None:
    files = {PY: "version = [", "a.py": "x\n", LOG: entry()}
    (said,) = says(UnmatchedChangelogEntry(), change({}, files))
    assert said.startswith("not evaluated: pyproject.toml")


def test_an_audit_has_nothing_to_compare_with() -> None:
    (said,) = says(UnmatchedChangelogEntry(), audit({LOG: entry()}))
    assert said.startswith("not evaluated: nothing to compare with")
