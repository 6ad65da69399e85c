"""What is found in a repository, from its files alone."""

from __future__ import annotations

import pytest

from sutaza_hooks.setup.survey import survey
from tests.changes import change

DEFAULT = "docs/CHANGELOG.md"
CHANGELOGS: dict[str, tuple[list[str], str, tuple[str, ...]]] = {
    "none": ([], DEFAULT, ()),
    "in docs": ([DEFAULT], DEFAULT, ()),
    "at the root": (["CHANGELOG.md"], "CHANGELOG.md", ()),
    "in lower case": (["changelog.md"], "changelog.md", ()),
    "both": (["CHANGELOG.md", DEFAULT], DEFAULT, ("CHANGELOG.md",)),
    "only one that is written otherwise": (["CHANGES.rst"], DEFAULT, ("CHANGES.rst",)),
    "history without a suffix": (["HISTORY"], DEFAULT, ("HISTORY",)),
    "a package's own": (["packages/a/CHANGELOG.md"], DEFAULT, ()),
    "code about changelogs": (["changelog.py", "docs/changelog.d/a.md"], DEFAULT, ()),
    "a dependency's": (["vendor/CHANGELOG.md"], DEFAULT, ()),
}


@pytest.mark.parametrize(("paths", "chosen", "others"), CHANGELOGS.values(), ids=CHANGELOGS.keys())
def test_the_changelog(paths: list[str], chosen: str, others: tuple[str, ...]) -> None:
    found = survey(change({}, dict.fromkeys(paths, "x\n")).after)
    assert (found.changelog, found.other_changelogs) == (chosen, others)


PYPROJECT = '[project]\nname = "a"\nversion = "1.2.3"\n'
VERSIONS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "none": ({"a.py": ""}, {}),
    "one": ({"pyproject.toml": PYPROJECT}, {"pyproject.toml": "1.2.3"}),
    "two": (
        {"pyproject.toml": PYPROJECT, "package.json": '{"version": "2.0.0"}'},
        {"package.json": "2.0.0", "pyproject.toml": "1.2.3"},
    ),
    "one without a version": ({"package.json": "{}"}, {}),
    "a part's own": ({"packages/a/package.json": '{"version": "2.0.0"}'}, {}),
    "one that is broken": ({"package.json": "{"}, {}),
}


@pytest.mark.parametrize(("files", "expected"), VERSIONS.values(), ids=VERSIONS.keys())
def test_the_version(files: dict[str, str], expected: dict[str, str]) -> None:
    assert survey(change({}, files).after).versions == expected


def test_languages_are_counted_most_frequent_first() -> None:
    paths = ["a.py", "b.py", "c.go", "vendor/d.go", "vendor/e.go", "README"]
    assert survey(change({}, dict.fromkeys(paths, "")).after).languages == (
        ("python", 2),
        ("go", 1),
    )
