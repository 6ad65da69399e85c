"""`unmatched-changelog-entry`: entries that fit their change, then each that does not."""

from __future__ import annotations

import pytest

from sutaza_hooks.check import check
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
OLDER = entry("2.0.0", n=2) + entry("1.0.0", component="gone", n=1)
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
    "what an edit leaves as it was, which another rule speaks of": (
        {LOG: OLDER},
        {LOG: OLDER.replace("number 1", "number one"), PY: manifest("2.0.0")},
    ),
    "a lower one below unreleased ones": (
        {LOG: entry("Unreleased")},
        {LOG: entry("1.0.0", n=2) + entry("Unreleased"), "a.py": "x\n"},
    ),
}
VERSIONS_FLAGGED: dict[str, tuple[Files, Files, str]] = {
    "an edit of the version": (
        {LOG: entry("2.0.0", n=2)},
        {LOG: entry("1.9.0", n=2), "a.py": "x\n"},
        "version `1.9.0` is lower than `2.0.0`, the newest entry's",
    ),
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


OLD = {
    "a.py": "x\n",
    "b.py": "A = ('x', 'y', 'z')\nB = 1\n",
    "c.py": "def old():\n    return 1\n",
    "d.js": "// old\nf(1); /* old */\n",
    "README.md": "x\n",
    "tests/test_a.py": "x\n",
}
TYPES: dict[str, tuple[list[str], Files, list[str]]] = {
    "removed lines": (["Removed"], {**OLD, "a.py": ""}, []),
    "a word of a line": (["Removed"], {**OLD, "b.py": "A = ('x', 'z')\n"}, []),
    "a line among others that change": (["Removed"], {**OLD, "b.py": "A = ('z', 'y')\n"}, []),
    "a definition with a longer one in its place": (
        ["Removed"],
        {**OLD, "c.py": "def new(a, b):\n    return a + b\n\n\nnew(1, 2)\n"},
        [],
    ),
    "a removed file": (["Removed"], {**dict(list(OLD.items())[1:])}, []),
    "only documentation": (["Docs"], {**OLD, "README.md": "y\n"}, []),
    "documentation beside code": (["Docs", "Added"], {**OLD, "README.md": "y\n", "b.py": ""}, []),
    "only tests": (["Tests"], {**OLD, "tests/test_a.py": "y\n"}, []),
    "code fixed": (["Fixed"], {**OLD, "a.py": "y\n"}, []),
    "documentation in comments": (
        ["Docs"],
        {**OLD, "b.py": OLD["b.py"] + "# as the bank has it\n", "d.js": "f(1); // new\n\n"},
        [],
    ),
    "documentation in docstrings": (
        ["Docs"],
        {**OLD, "c.py": 'def old():\n    """One."""\n    return 1\n'},
        [],
    ),
    "added in the place of what goes": (["Added"], {**OLD, "a.py": "y\n"}, []),
    "added by a name alone": (["Added"], {**OLD, "e.py": ""}, []),
    "a fix that only deletes": (["Fixed"], {**OLD, "b.py": "B = 1\n"}, []),
    "added where lines are only deleted": (
        ["Added"],
        {**OLD, "b.py": "B = 1\n"},
        ["type is `Added`, but the change adds nothing"],
    ),
    "added where a file is deleted": (
        ["Added"],
        {**dict(list(OLD.items())[1:])},
        ["type is `Added`, but the change adds nothing"],
    ),
    "documentation where a text that is no docstring changes": (
        ["Docs"],
        {**OLD, "b.py": "A = ('x', 'y', 'w')\nB = 1\n"},
        ["type is `Docs`, but the change touches code"],
    ),
    "documentation where code changes beside a comment": (
        ["Docs"],
        {**OLD, "d.js": "// new\nf(2); /* old */\n"},
        ["type is `Docs`, but the change touches code"],
    ),
    "documentation where the depth of a block changes": (
        ["Docs"],
        {**OLD, "c.py": "def old():\n    pass\nreturn 1\n"},
        ["type is `Docs`, but the change touches code"],
    ),
    "removed without a removed line": (
        ["Removed"],
        {**OLD, "d.py": "x\n"},
        ["type is `Removed`, but the change removes nothing"],
    ),
    "removed where a line only changes": (
        ["Removed"],
        {**OLD, "a.py": "y\n"},
        ["type is `Removed`, but the change removes nothing"],
    ),
    "removed where lines change and others come": (
        ["Removed"],
        {**OLD, "b.py": "A = ('x', 'y', 'z')\nB = 2\nC = 3\n"},
        ["type is `Removed`, but the change removes nothing"],
    ),
    "removed where a definition changes inside": (
        ["Removed"],
        {**OLD, "c.py": "def old():\n    return 2\n"},
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


SOURCES: dict[str, tuple[str, Files, list[str]]] = {
    "none is needed for what is not released": ("Unreleased", {}, []),
    "it is found": ("1.0.0", {PY: manifest("1.0.0")}, []),
    "it makes its version elsewhere": (
        "9.9.9",
        {PY: '[project]\nname = "shop"\ndynamic = ["version"]\n'},
        ["pyproject.toml: declares no version that can be read; name the file with the version"],
    ),
    "it does not exist": (
        "1.0.0",
        {},
        ["pyproject.toml: does not exist in the tree that is judged; name the file with the ver"],
    ),
    "it is broken": ("1.0.0", {PY: "["}, ["pyproject.toml:1: is not TOML: "]),
}


@pytest.mark.parametrize(("version", "files", "said"), SOURCES.values(), ids=SOURCES)
def test_a_configured_source_that_tells_nothing(
    version: str, files: Files, said: list[str]
) -> None:
    rule = UnmatchedChangelogEntry(changelog=ChangelogPolicy(version_sources=(PY,)))
    found = says(rule, change({}, {**files, "a.py": "x\n", LOG: entry(version)}))
    assert len(found) == len(said)
    assert all(map(str.startswith, found, (f"not evaluated: {each}" for each in said)))


DYNAMIC = '[project]\nname = "shop"\ndynamic = ["version"]\n'
UNREAD = "not evaluated: pyproject.toml: its version is made where it cannot be read; "
FOUND: dict[str, tuple[str, Files, str]] = {
    "the version in a file that the manifest names": (
        "2.0.0",
        {PY: DYNAMIC + '[tool.hatch.version]\npath = "a.py"\n', "a.py": '__version__ = "1.0.0"\n'},
        f"{LOG}:1:1: version `2.0.0` is not that of `a.py`, `1.0.0`",
    ),
    "a version that Git has": ("2.0.0", {PY: DYNAMIC}, UNREAD),
    "a version that Git has, beside another manifest": (
        "2.0.0",
        {PY: DYNAMIC, "package.json": '{"version": "1.0.0"}'},
        UNREAD,
    ),
    "the version of setup.py": (
        "2.0.0",
        {"setup.py": 'setup(version="1.0.0")\n'},
        f"{LOG}:1:1: version `2.0.0` is not that of `setup.py`, `1.0.0`",
    ),
    "what is not released needs none": ("Unreleased", {PY: DYNAMIC}, ""),
    "another manifest has it": (
        "1.0.0",
        {PY: DYNAMIC, "package.json": '{"version": "1.0.0"}'},
        "",
    ),
}


@pytest.mark.parametrize(("version", "files", "said"), FOUND.values(), ids=FOUND)
def test_a_source_that_is_found(version: str, files: Files, said: str) -> None:
    given = change({}, {**files, "b.py": "x\n", LOG: entry(version)})
    found = says(UnmatchedChangelogEntry(), given)
    assert len(found) == bool(said)
    assert all(each.startswith(said) for each in found)
    report = check(given, [UnmatchedChangelogEntry()])
    assert not any(each.trouble for each in report.not_evaluated)


def test_a_source_that_tells_nothing_does_not_hide_a_wrong_component() -> None:
    policy = ChangelogPolicy(version_sources=("package.json",))
    rule = UnmatchedChangelogEntry(changelog=policy, components=MAP)
    component, source = says(rule, change({}, {API: "x\n", LOG: entry(component="api, core")}))
    assert component == f"{LOG}:1:1: component `core` is not configured"
    assert source.startswith("not evaluated: package.json: does not exist in the tree")


def test_a_broken_manifest_is_said() -> None:
    files = {PY: "version = [", "a.py": "x\n", LOG: entry()}
    (said,) = says(UnmatchedChangelogEntry(), change({}, files))
    assert said.startswith("not evaluated: pyproject.toml")


def test_an_audit_has_nothing_to_compare_with() -> None:
    (said,) = says(UnmatchedChangelogEntry(), audit({LOG: entry()}))
    assert said.startswith("not evaluated: nothing to compare with")
