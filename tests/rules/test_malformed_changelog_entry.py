"""`malformed-changelog-entry`: forms that are right, then each field that can be wrong."""

from __future__ import annotations

import time

import pytest

from sutaza_hooks.record import ChangelogPolicy
from sutaza_hooks.rules.malformed_changelog_entry import MalformedChangelogEntry
from tests.changes import audit, change, says, shown

RULE = MalformedChangelogEntry()
LOG = "docs/CHANGELOG.md"
GOOD = "- [2026-03-14] - [1.0.0] - [core] - [Added] - [A fee on payments]\n"

ALLOWED = {
    "a list item in brackets": GOOD,
    "a list item without brackets": "* 2026-03-14 - 1.0.0 - core - Added - A fee on payments\n",
    "a heading": "## [2026-03-14] - [1.0.0] - [core] - [Added] - [A fee on payments]\n",
    "a plain line": "[2026-03-14] - [1.0.0] - [core] - [Added] - [A fee on payments]\n",
    "a time": "- [2026-03-14 10:20] - [1.0.0] - [core] - [Added] - [A fee on payments]\n",
    "a time with a zone": GOOD.replace("2026-03-14", "2026-03-14T10:20:30+02:00"),
    "tomorrow, where the day has begun": GOOD.replace("03-14", "03-15"),
    "ninety days ago": GOOD.replace("2026-03-14", "2025-12-14"),
    "a leading v": GOOD.replace("1.0.0", "v1.0.0"),
    "a pre-release of SemVer": GOOD.replace("1.0.0", "1.0.0-rc.1"),
    "PEP 440": GOOD.replace("1.0.0", "2026.1.post1"),
    "unreleased": GOOD.replace("1.0.0", "Unreleased"),
    "a type in lower case": GOOD.replace("Added", "added"),
    "dashes in the description": GOOD.replace("A fee", "A fee - of 3 - rounded"),
    "brackets in the description": GOOD.replace("A fee", "A `list[int]` fee"),
    "detail lines": GOOD + "  Why: the contract\n  Who: Ada\n  Impact: payers\n",
    "indented bullets": GOOD + "  - of three percent\n",
    "prose and headings": "# Changelog\n\nAll changes.\n\n## [1.0.0] - 2026-03-14\n\n### Added\n",
    "the format": "`[Date] - [Version] - [Component] - [Type] - [Description]`\n",
    "an example in a fence": "```\n- fixed it\n```\n",
    "an example in a comment": "<!--\n- fixed it\n-->\n",
    "a link": "[1.0.0]: https://example.com\n",
}
FLAGGED = {
    "not a real day": (GOOD.replace("03-14", "02-30"), "date `2026-02-30` is not a real date"),
    "no such month": (GOOD.replace("03-14", "13-45"), "date `2026-13-45` is not a real date"),
    "the far future": (GOOD.replace("03-14", "03-17"), "date `2026-03-17` is in the future"),
    "long ago": (
        GOOD.replace("2026-03-14", "2025-12-01"),
        "date `2025-12-01` is 103 days ago, more than 90",
    ),
    "no version": (
        GOOD.replace("1.0.0", "soon"),
        "version `soon` is neither SemVer nor PEP 440 nor `Unreleased`",
    ),
    "no component": (GOOD.replace("[core]", "[]"), "component is empty"),
    "an unknown type": (GOOD.replace("Added", "Magic"), "type `Magic` is none of `Added`, "),
    "an empty description": (GOOD.replace("A fee on payments", ""), "description is empty"),
    "update": (GOOD.replace("A fee on payments", "Update"), "description `Update` does not say"),
    "various fixes": (
        GOOD.replace("A fee on payments", "Various fixes and improvements"),
        "description `Various fixes and improvements` does not say what changed",
    ),
    "a word of the template": (
        GOOD.replace("A fee on payments", "Description"),
        "description `Description` is the word of the template",
    ),
    "a bullet without the fields": ("- fixed the rounding\n", "date is missing"),
    "the text that the help puts in the place of a description": (
        GOOD.replace("A fee on payments", "what changed, for whom"),
        "description `what changed, for whom` is the word of the template",
    ),
    "a day first": ("- 14.03.2026 - rounding\n", "date `14.03.2026` is not written `YYYY-MM-DD`"),
    "a field short": (
        "- [2026-03-14] - [1.0.0] - [core] - [Added]\n",
        "description is missing",
    ),
}


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(text: str) -> None:
    assert says(RULE, change({}, {LOG: text})) == []


@pytest.mark.parametrize(("text", "message"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(text: str, message: str) -> None:
    (said,) = says(RULE, change({}, {LOG: text}))
    assert said.startswith(f"{LOG}:1:1: {message}")


OLD_DEBT = "- something was fixed\n"


def test_what_stood_there_before_is_not_judged() -> None:
    assert says(RULE, change({LOG: OLD_DEBT}, {LOG: GOOD + OLD_DEBT})) == []


def test_what_only_moved_is_not_judged() -> None:
    assert says(RULE, change({LOG: OLD_DEBT + GOOD}, {LOG: GOOD + OLD_DEBT})) == []


def test_an_edit_of_an_old_entry_is_not_also_too_old() -> None:
    old = GOOD.replace("2026-03-14", "2019-01-01")
    assert says(RULE, change({LOG: old}, {LOG: old.replace("A fee", "No fee")})) == []


def test_a_copy_of_another_entry() -> None:
    copy = GOOD.replace("03-14", "03-13")
    said = says(RULE, change({LOG: copy}, {LOG: GOOD + copy}))
    assert said == [f"{LOG}:1:1: description is a copy of another entry's"]


def test_an_audit_judges_all_but_the_age() -> None:
    text = GOOD.replace("2026-03-14", "2019-01-01") + OLD_DEBT
    assert says(RULE, audit({LOG: text})) == [f"{LOG}:2:1: date is missing"]


def test_an_audit_puts_no_new_date_on_old_entries() -> None:
    text = GOOD.replace("2026-03-14", "2019-01-01")
    right = text.strip()
    assert f"\n  help: write `{right}`\n" in shown(RULE, audit({LOG: text.replace("Added", "Add")}))
    assert f"\n  help: write `{right}`\n" in shown(
        RULE, audit({LOG: text.replace("2019-01-01", "2019/1/1")})
    )


def test_no_comment_allows_it_in_an_audit_either() -> None:
    text = f"{OLD_DEBT.strip()} <!-- sutaza: allow malformed-changelog-entry -- agreed -->\n"
    assert says(RULE, audit({LOG: text})) == [f"{LOG}:1:1: date is missing"]
    assert says(RULE, change({}, {LOG: text})) == [f"{LOG}:1:1: date is missing"]


def test_fragments_are_judged_too() -> None:
    said = says(RULE, change({}, {"docs/changelog.d/fee.md": "- a fee\n"}))
    assert said == ["docs/changelog.d/fee.md:1:1: date is missing"]


def test_types_are_configurable() -> None:
    rule = MalformedChangelogEntry(changelog=ChangelogPolicy(types=("Feature", "Bug")))
    assert says(rule, change({}, {LOG: GOOD.replace("Added", "Feature")})) == []
    (said,) = says(rule, change({}, {LOG: GOOD}))
    assert said == f"{LOG}:1:1: type `Added` is none of `Feature`, `Bug`"


def test_a_copy_differs_in_more_than_form() -> None:
    copy = GOOD.replace("A fee on payments", "a Fee  on payments.").replace("03-14", "03-13")
    (said,) = says(RULE, change({LOG: GOOD}, {LOG: copy + GOOD}))
    assert said == f"{LOG}:1:1: description is a copy of another entry's"
    other = GOOD.replace("A fee on payments", "A fee on payments by card")
    assert says(RULE, change({LOG: GOOD}, {LOG: other + GOOD})) == []


FEE = "docs/changelog.d/fee.md"


def test_a_fragment_is_a_copy_of_an_entry_of_the_changelog() -> None:
    (said,) = says(RULE, change({LOG: GOOD}, {LOG: GOOD, FEE: GOOD}))
    assert said == f"{FEE}:1:1: description is a copy of another entry's"
    assert says(RULE, change({FEE: GOOD}, {LOG: GOOD})) == []


NO_ENTRY = "a fragment holds entries alone, and this is none"
FRAGMENTS = {
    "an entry": (GOOD, []),
    "an entry with details and prose below it": (GOOD + "  Why: y\n\n  More of it.\n", []),
    "two entries": (GOOD + GOOD.replace("A fee", "No fee"), []),
    "prose": ("A fee on payments\n", [f"{FEE}:1:1: {NO_ENTRY}"]),
    "prose below an entry": (GOOD + "\nMore of it.\n", [f"{FEE}:3:1: {NO_ENTRY}"]),
    "a title": ("# Fees\n\n" + GOOD, [f"{FEE}:1:1: {NO_ENTRY}"]),
    "nothing": ("\n", [f"{FEE}:1:1: the fragment holds no entry"]),
}


@pytest.mark.parametrize(("text", "said"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_what_a_fragment_holds(text: str, said: list[str]) -> None:
    assert says(RULE, change({}, {FEE: text})) == said
    assert says(RULE, audit({FEE: text})) == said


def test_the_prose_of_a_fragment_is_printed_as_an_entry() -> None:
    text = shown(RULE, change({}, {FEE: "Fixed the rounding\n", "pay/a.py": "x\n"}))
    right = "- [2026-03-14] - [Unreleased] - [pay] - [Fixed] - [Fixed the rounding]"
    assert f"\n  help: write `{right}`\n" in text


CONFLICT = f"<<<<<<< ours\n{GOOD}=======\n{GOOD.replace('A fee', 'No fee')}>>>>>>> theirs\n"


@pytest.mark.parametrize("path", [LOG, FEE])
def test_a_conflict_is_resolved_before_it_is_committed(path: str) -> None:
    (said,) = says(RULE, change({}, {path: CONFLICT}))
    assert said == f"{path}:1:1: conflict marker `<<<<<<< ours` is left"
    help = "keep the entries of both sides, and take out the lines with markers"
    assert f"\n  help: {help}\n" in shown(RULE, audit({path: CONFLICT}))


def test_a_conflict_that_stood_there_before_is_not_judged() -> None:
    new = GOOD.replace("A fee", "Another fee")
    assert says(RULE, change({LOG: CONFLICT}, {LOG: new + CONFLICT})) == []


CORRECTIONS = {
    "- [2026-03-14] - [1.0.0] - [core - [Added] - [A fee on payments]": GOOD.strip(),
    "- [2026-03-14] - [1.0.0] - core] - [Added - [A fee on payments": GOOD.strip(),
    "- [2026-03-14] - [core - [1.0.0] - [Added] - [A fee on payments]": (
        "- [2026-03-14] - [1.0.0] - [core] - [Added] - [A fee on payments]"
    ),
    "- [2026-02-30] - [] - [core] - [fix] - [A fee]": (
        "- [2026-03-14] - [Unreleased] - [core] - [Fixed] - [A fee]"
    ),
    "- [14.03.2026] - [soon] - [core] - [Fxed] - [Update]": (
        "- [2026-03-14] - [Unreleased] - [core] - [Fixed] - [what changed, for whom]"
    ),
    "- **[2026-03-13] - [1.0.0] - [core] - [Fixed] - [Value x is two]**": (
        "- [2026-03-13] - [1.0.0] - [core] - [Fixed] - [Value x is two]"
    ),
    "- [2026-02-30] - [1.0.0] - [core] - [Added] - [A fee]": (
        "- [2026-03-14] - [1.0.0] - [core] - [Added] - [A fee]"
    ),
    "- [1.0.0] - [2026-03-13] - [core] - [Added] - [A fee]": (
        "- [2026-03-13] - [1.0.0] - [core] - [Added] - [A fee]"
    ),
    "- fix: the rounding": "- [2026-03-14] - [Unreleased] - [pay] - [Fixed] - [the rounding]",
}


@pytest.mark.parametrize(("wrong", "right"), CORRECTIONS.items())
def test_the_line_is_printed_put_right(wrong: str, right: str) -> None:
    text = shown(RULE, change({}, {LOG: wrong + "\n", "pay/a.py": "x\n"}))
    assert f"\n  help: write `{right}`\n" in text
    left = [] if "what changed" not in right else ["is the word of the template"]
    said = says(RULE, change({}, {LOG: right + "\n", "pay/a.py": "x\n"}))
    assert [each[-27:] for each in said] == left


def test_a_broken_manifest_does_not_hide_a_malformed_entry() -> None:
    (said,) = says(RULE, change({}, {LOG: "- a fee\n", "pyproject.toml": "["}))
    assert said == f"{LOG}:1:1: date is missing"


def test_a_copy_of_an_old_entry_above_it_is_judged() -> None:
    rest = GOOD.replace("A fee", "Another fee")
    said = says(RULE, change({LOG: rest + GOOD}, {LOG: GOOD + rest + GOOD}))
    assert said == [f"{LOG}:1:1: description is a copy of another entry's"]


def test_a_long_changelog_takes_no_minutes() -> None:
    text = "".join(f"- fixed the bug number {n}\n" for n in range(3000))
    start = time.process_time()
    assert len(says(RULE, audit({LOG: text}))) == 3000
    assert time.process_time() - start < 5
