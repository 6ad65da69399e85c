"""`missing-changelog-entry`: what is documented or needs no entry, then what lacks one."""

from __future__ import annotations

from typing import Any

import pytest

from sutaza_hooks.record import ChangelogPolicy
from sutaza_hooks.rules.missing_changelog_entry import MissingChangelogEntry
from tests.changes import audit, change, says, shown

RULE = MissingChangelogEntry()
LOG = "docs/CHANGELOG.md"
ENTRY = "- [2026-03-14] - [1.0.0] - [core] - [Added] - [A fee on payments]\n"
OLD = "- [2026-03-01] - [1.0.0] - [core] - [Added] - [Payments by card]\n"
HEAD = "# Changelog\n\n"

Files = dict[str, str]
ALLOWED: dict[str, tuple[Files, Files]] = {
    "the first entry with the file": ({}, {"a.py": "x\n", LOG: HEAD + ENTRY}),
    "one more entry": ({LOG: HEAD + OLD}, {"a.py": "x\n", LOG: HEAD + ENTRY + OLD}),
    "an entry at the end": ({LOG: HEAD + OLD}, {"a.py": "x\n", LOG: HEAD + OLD + ENTRY}),
    "an entry without brackets": (
        {},
        {"a.py": "x\n", LOG: "- 2026-03-14 - 1.0.0 - core - Added - A fee on payments\n"},
    ),
    "a heading as entry": ({}, {"a.py": "x\n", LOG: "## " + ENTRY[2:]}),
    "a plain line as entry": ({}, {"a.py": "x\n", LOG: ENTRY[2:]}),
    "an attempt is judged by another rule": ({}, {"a.py": "x\n", LOG: "- added a fee\n"}),
    "a fragment": ({}, {"a.py": "x\n", "docs/changelog.d/fee.md": ENTRY}),
    "a deletion with its entry": ({"a.py": "x\n"}, {LOG: ENTRY}),
    "nothing changed": ({"a.py": "x\n"}, {"a.py": "x\n"}),
}
FLAGGED: dict[str, tuple[Files, Files]] = {
    "no changelog touched": ({LOG: OLD}, {LOG: OLD, "a.py": "x\n"}),
    "a deletion alone": ({LOG: OLD, "a.py": "x\n"}, {LOG: OLD}),
    "prose in the changelog is no entry": (
        {LOG: HEAD + OLD},
        {LOG: HEAD + "All of it.\n\n" + OLD, "a.py": "x\n"},
    ),
    "an entry moved is not added": (
        {LOG: HEAD + ENTRY + OLD},
        {LOG: HEAD + OLD + ENTRY, "a.py": "x\n"},
    ),
    "an old entry edited": (
        {LOG: HEAD + OLD},
        {LOG: HEAD + OLD + "\n", "a.py": "x\n"},
    ),
    "an entry in an example": ({}, {"a.py": "x\n", LOG: f"```\n{ENTRY}```\n"}),
    "an entry in another file": ({LOG: OLD}, {LOG: OLD, "a.py": "x\n", "CHANGES.md": ENTRY}),
    "documentation needs an entry too": ({LOG: OLD}, {LOG: OLD, "README.md": "x\n"}),
    "the guide of the fragments' folder": (
        {LOG: OLD},
        {LOG: OLD, "a.py": "x\n", "docs/changelog.d/README.md": ENTRY},
    ),
}


@pytest.mark.parametrize(("before", "after"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(before: Files, after: Files) -> None:
    assert says(RULE, change(before, after)) == []


@pytest.mark.parametrize(("before", "after"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(before: Files, after: Files) -> None:
    (said,) = says(RULE, change(before, after))
    assert said.startswith(f"{LOG}:1:1: the change has no entry in `{LOG}`")


CODE: tuple[Files, Files] = ({}, {"a.py": "x\n"})
EXEMPT: dict[str, tuple[tuple[Files, Files], dict[str, Any], str]] = {
    "a change to the changelog alone": (({}, {LOG: ENTRY}), {}, "changelog-only change"),
    "a fixup": (CODE, {"commit": "fixup", "commit_reason": "why"}, "why"),
    "a revert": (CODE, {"commit": "revert", "commit_reason": "why"}, "why"),
    "a merge without own changes": (({}, {}), {"commit": "merge", "commit_reason": "why"}, "why"),
}


@pytest.mark.parametrize(("files", "about", "why"), EXEMPT.values(), ids=EXEMPT.keys())
def test_what_is_exempt_is_said(
    files: tuple[Files, Files], about: dict[str, Any], why: str
) -> None:
    assert says(RULE, change(*files, **about)) == [f"exempt: {why}"]


@pytest.mark.parametrize(
    ("paths", "why"),
    [
        (["vendor/a.py"], "the changed file is excluded by the configuration"),
        (["vendor/a.py", "vendor/b.py"], "all 2 changed files are excluded by the configuration"),
    ],
)
def test_excluded_paths_are_counted(paths: list[str], why: str) -> None:
    given = change({}, dict.fromkeys(paths, "x\n")).without(lambda path: "vendor" in path)
    assert says(RULE, given) == [f"exempt: {why}"]


def test_an_audit_has_nothing_to_compare_with() -> None:
    said = says(RULE, audit({"a.py": "x\n"}))
    assert said == ["not evaluated: nothing to compare with; use `--range A..B`"]


def test_another_place() -> None:
    rule = MissingChangelogEntry(changelog=ChangelogPolicy(path="NEWS.md"))
    assert says(rule, change({}, {"a.py": "x\n", "NEWS.md": ENTRY})) == []
    assert says(rule, change({}, {"a.py": "x\n", LOG: ENTRY})) == [
        "NEWS.md:1:1: the change has no entry in `NEWS.md`, which does not exist"
    ]


def test_what_the_user_reads() -> None:
    assert shown(RULE, change({LOG: OLD}, {LOG: OLD, "a.py": "x\n"})) == (
        "docs/CHANGELOG.md:1:1: [missing-changelog-entry] the change has no entry in "
        "`docs/CHANGELOG.md`\n"
        "  help: run `sutaza changelog add`, then `git add docs/CHANGELOG.md`\n"
        "\n"
        "1 error; see: sutaza explain missing-changelog-entry\n"
    )
