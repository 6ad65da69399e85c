"""`rewritten-changelog`: what may be done to a changelog, then what may not."""

from __future__ import annotations

import time
from typing import Any

import pytest

from sutaza_hooks.change import Change, Merge, Tree
from sutaza_hooks.index import Index
from sutaza_hooks.rules.rewritten_changelog import RewrittenChangelog
from tests.changes import Texts, audit, change, says, shown

RULE = RewrittenChangelog()
LOG = "docs/CHANGELOG.md"
HEAD = "# Changelog\n\n"
A = "- [2026-03-01] - [1.0.0] - [core] - [Added] - [Payments]\n"
B = "- [2026-03-02] - [1.0.0] - [core] - [Fixed] - [Rounding]\n"
C = "- [2026-03-14] - [1.1.0] - [core] - [Added] - [Fees]\n"
OPEN = "- [2026-03-02] - [Unreleased] - [core] - [Fixed] - [Rounding]\n"


def log(before: str, after: str, **about: Any) -> Change:
    return change({LOG: before}, {LOG: after, "a.py": "x\n"}, **about)


ALLOWED = {
    "an entry above": (HEAD + B + A, HEAD + C + B + A),
    "an entry below": (HEAD + A + B, HEAD + A + B + C),
    "an entry between": (HEAD + A + B, HEAD + A + C + B),
    "prose": (HEAD + A, HEAD + "What changed.\n\n" + A),
    "a heading": (A, HEAD + A),
    "brackets and item signs": (A, A.replace("- [", "* ", 1).replace("]", "", 1)),
    "white space and blank lines": (A + B, A + "\n\n" + B.replace("] - [", "]  -  [")),
    "CRLF": (A + B, (A + B + C).replace("\n", "\r\n")),
    "a release stamps what was open": (OPEN + A, OPEN.replace("Unreleased", "1.1.0") + A),
    "a new file": ("", A),
    "the changelog is not touched": (A, A),
}
FLAGGED = {
    "changed words": (A + B, A.replace("Payments", "Gifts") + B, "an earlier entry was changed: `"),
    "another date": (A + B, A.replace("03-01", "03-09") + B, "an earlier entry was changed: `"),
    "another version": (A, A.replace("1.0.0", "1.1.0"), "an earlier entry was changed: `"),
    "a changed detail": (
        A + "  Why: old\n",
        A + "  Why: new\n",
        "an earlier entry was changed: `",
    ),
    "removed": (A + B, B, "an earlier entry was removed: `- [2026-03-01]"),
    "the file deleted": (A, None, f"an earlier entry was removed with `{LOG}`: `- [2026-03-01]"),
    "the file deleted with several": (
        A + B + C,
        None,
        f"3 earlier entries were removed with `{LOG}`, the first: `- [2026-03-01]",
    ),
    "several removed": (A + B + C, C, "2 earlier entries were removed, the first: `- [2026-03-01]"),
    "the file emptied": (A + B, "", "2 earlier entries were removed, the first: `- [2026-03-01]"),
    "another order": (A + B, B + A, "earlier entries stand in another order"),
    "one of two copies removed": (A + A, A, "an earlier entry was"),
}


@pytest.mark.parametrize(("before", "after"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(before: str, after: str) -> None:
    assert says(RULE, log(before, after)) == []


@pytest.mark.parametrize(("before", "after", "message"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(before: str, after: str | None, message: str) -> None:
    given = change({LOG: before}, {LOG: after} if after is not None else {})
    (said,) = says(RULE, given)
    assert message in said


REWORDED = B.replace("Rounding", "Rounding of cents")
PLACES = {
    "a new one above it": (B + A, C + REWORDED + A, 2, "changed"),
    "a new one of the same day above it": (
        B + A,
        B.replace("Rounding", "Fees") + REWORDED + A,
        2,
        "changed",
    ),
    "a new one as much like it above it": (
        B + A,
        B.replace("Rounding", "Fees") + B.replace("Rounding", "Cents") + A,
        2,
        "changed",
    ),
    "a new one below it": (A + B, A + REWORDED + C, 2, "changed"),
    "an attempt": (B + A, B.replace("2026-03-02", "02.03.2026") + A, 1, "changed"),
    "a new one that is another": (B + A, C + A, 1, "removed"),
    "a new one in its very place": (A + B, A + C, 1, "removed"),
    "one of two is edited, the other gone": (A + B, REWORDED, 1, "changed"),
}


@pytest.mark.parametrize(("before", "after", "line", "what"), PLACES.values(), ids=PLACES)
def test_what_was_changed_is_shown_where_it_stands(
    before: str, after: str, line: int, what: str
) -> None:
    said = says(RULE, log(before, after))
    assert any(each.startswith(f"{LOG}:{line}:1: an earlier entry was {what}: `") for each in said)


@pytest.mark.parametrize("kept", [B + C, A + B + C])
def test_a_changelog_that_moved_is_said_once(kept: str) -> None:
    given = change({LOG: A + B + C}, {"NEWS.md": kept})
    (said,) = says(RULE, given)
    assert "3 earlier entries were removed with" in said
    help = "set `changelog.path` to `NEWS.md`, or move the file back"
    assert f"\n  help: {help}\n" in shown(RULE, given)


def test_another_file_with_some_of_the_entries_is_not_the_changelog() -> None:
    given = change({LOG: A + B + C}, {"docs/example.md": A})
    assert "put them back" in shown(RULE, given)


def test_who_rewrites_everything_is_told_soon() -> None:
    lines = [f"- [2026-01-01] - [1.0.0] - [core] - [Fixed] - [Bug {n}]\n" for n in range(1100)]
    given = change({LOG: "".join(lines)}, {LOG: "".join(lines).replace("Bug", "Defect")})
    start = time.process_time()
    assert says(RULE, given)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("commit", ["revert", "fixup"])
def test_a_revert_takes_its_entry_back_and_a_fixup_mends_its_own(commit: str) -> None:
    given = log(A + B, A, commit=commit, commit_reason="why")
    assert says(RULE, given) == ["exempt: why"]


def test_an_audit_has_nothing_to_compare_with() -> None:
    (said,) = says(RULE, audit({LOG: A}))
    assert said.startswith("not evaluated: nothing to compare with")


def test_an_entry_collected_from_a_fragment_stays() -> None:
    given = change({"docs/changelog.d/c.md": C, LOG: A}, {LOG: C + A})
    assert says(RULE, given) == []


def tagged(text: str, version: str = "1.0.0") -> dict[str, Any]:
    tree = Tree("f" * 40, Texts({LOG: text}), Index())
    return {"released": lambda asked: tree if asked.removeprefix("v") == version else None}


SECTIONS = HEAD + "## [1.1.0]\n\n" + C + "\n## [1.0.0]\n\nFirst.\n\n" + B + A


RELEASED = {
    "an entry of the next version": (B + A, C + B + A, []),
    "an open entry": (B + A, OPEN.replace("Round", "More round") + B + A, []),
    "an entry added to what was released": (
        B + A,
        C.replace("1.1.0", "1.0.0") + B + A,
        [f"{LOG}:1:1: what is said of `1.0.0` differs from what its tag released"],
    ),
    "prose added to a released section": (
        SECTIONS,
        SECTIONS.replace("First.", "First and best."),
        [f"{LOG}:1:1: what is said of `1.0.0` differs from what its tag released"],
    ),
    "prose added to an open section": (
        SECTIONS,
        SECTIONS.replace("1.1.0]\n", "1.1.0]\n\nHi.\n"),
        [],
    ),
}


@pytest.mark.parametrize(("before", "after", "said"), RELEASED.values(), ids=RELEASED.keys())
def test_what_was_released_equals_its_tag(before: str, after: str, said: list[str]) -> None:
    assert says(RULE, log(before, after, **tagged(before))) == said


def test_a_repair_of_a_released_section_is_allowed() -> None:
    spoiled = C.replace("1.1.0", "1.0.0") + B + A
    given = log(spoiled, B + A, **tagged(B + A))
    assert [each for each in says(RULE, given) if "tag" in each] == []


FRAGMENT = "docs/changelog.d/c.md"


FRAGMENTS = {
    "deleted": ({}, f"an earlier entry was removed with `{FRAGMENT}`: `- [2026-03-14]"),
    "edited": ({FRAGMENT: C.replace("Fees", "Gifts")}, "an earlier entry was changed: `- [2026-"),
    "emptied": ({FRAGMENT: "\n"}, "an earlier entry was removed: `- [2026-03-14]"),
}


@pytest.mark.parametrize(("after", "said"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_a_fragment_is_an_entry_too(after: dict[str, str], said: str) -> None:
    (found,) = says(RULE, change({FRAGMENT: C, LOG: A}, {**after, LOG: A}))
    assert found.startswith(f"{FRAGMENT}:1:1: {said}")


def test_a_fragment_that_was_edited_and_collected() -> None:
    given = change({FRAGMENT: C, LOG: A}, {LOG: C.replace("Fees", "Gifts") + A})
    (said,) = says(RULE, given)
    assert said.startswith(f"{LOG}:1:1: an earlier entry of `{FRAGMENT}` was changed: `")


def merged(base: str, ours: str, theirs: str, result: str) -> Change:
    """A merge whose parents have these changelogs."""
    common, *parents, after = (
        Tree(f"{n:040x}", Texts({LOG: text}), Index())
        for n, text in enumerate((base, ours, theirs, result))
    )
    merge = Merge("", tuple(parents), after, lambda: common)
    return log(ours, result, merges=(merge,), commit="merge")


STAMPED = OPEN.replace("Unreleased", "1.1.0")
MERGES_ALLOWED = {
    "both sides are kept": (A, B + A, C + A, C + B + A),
    "their side took an entry back": (B + A, C + B + A, A, C + A),
    "our side took an entry back": (B + A, A, C + B + A, C + A),
    "both sides have the same new entry": (A, B + A, B + A, B + A),
    "one side released what was open": (OPEN + A, STAMPED + A, C + OPEN + A, C + STAMPED + A),
    "their side was the only one to add": (A, A, C + A, C + A),
    "no common history": ("", A, B, A + B),
}
MERGES_FLAGGED = {
    "theirs are dropped": (A, B + A, C + A, B + A, C),
    "ours are dropped": (A, B + A, C + A, C + A, B),
    "theirs are changed": (A, B + A, C + A, B + C.replace("Fees", "Fee") + A, C),
    "what both had is dropped": (A, B + A, C + A, B + C, A),
}


@pytest.mark.parametrize("case", MERGES_ALLOWED.values(), ids=MERGES_ALLOWED.keys())
def test_a_merge_may(case: tuple[str, str, str, str]) -> None:
    assert says(RULE, merged(*case)) == []


@pytest.mark.parametrize("case", MERGES_FLAGGED.values(), ids=MERGES_FLAGGED.keys())
def test_a_merge_may_not(case: tuple[str, str, str, str, str]) -> None:
    *texts, gone = case
    expected = f"{LOG}:1:1: the merge lost an earlier entry: `{gone.strip()}`"
    assert expected in says(RULE, merged(*texts))
