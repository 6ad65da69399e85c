"""Wrong lines, put right."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.changelog import Entry, Fault, Fields, corrected, faults, parse

DEFAULTS = Fields("2024-03-09", "1.3.0", "core", "Changed", "say what changed")

ATTEMPTS = {
    "date and version swapped": (
        "- [v1.2.0] - [2024-01-15] - [api] - [Fixed] - [x]",
        "- [2024-01-15] - [v1.2.0] - [api] - [Fixed] - [x]",
    ),
    "a German date": (
        "- [15.01.2024] - [1.2.0] - [api] - [Fixed] - [x]",
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [x]",
    ),
    "slashes, no zeros": (
        "- [2024/1/5] - [1.2.0] - [api] - [Fixed] - [x]",
        "- [2024-01-05] - [1.2.0] - [api] - [Fixed] - [x]",
    ),
    "an American date": (
        "- [01/15/2024] - [1.2.0] - [api] - [Fixed] - [x]",
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [x]",
    ),
    "a date of two readings gives way to today": (
        "- [01/02/2024] - [1.2.0] - [api] - [Fixed] - [x]",
        "- [2024-03-09] - [1.2.0] - [api] - [Fixed] - [x]",
    ),
    "no version": (
        "- [2024-01-15] - [api] - [Fixed] - [x]",
        "- [2024-01-15] - [1.3.0] - [api] - [Fixed] - [x]",
    ),
    "no component": (
        "- [2024-01-15] - [1.2.0] - [Fixed] - [x]",
        "- [2024-01-15] - [1.2.0] - [core] - [Fixed] - [x]",
    ),
    "no type": (
        "- [2024-01-15] - [1.2.0] - [api] - [x]",
        "- [2024-01-15] - [1.2.0] - [api] - [Changed] - [x]",
    ),
    "no description": (
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed]",
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [say what changed]",
    ),
    "no separators": (
        "- [2024-01-15][1.2.0][api][Fixed] x [y] z",
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [x [y] z]",
    ),
    "plain stays plain": (
        "* 15.01.2024 - 1.2.0 - api - fixed - a - b",
        "* 2024-01-15 - 1.2.0 - api - Fixed - a - b",
    ),
    "a heading stays one": (
        "## 2024-01-15: fixed the login",
        "## [2024-01-15] - [1.3.0] - [core] - [Fixed] - [fixed the login]",
    ),
    "a sentence is no component": (
        "2024-01-15 - the login is fixed - again",
        "2024-01-15 - 1.3.0 - core - Changed - the login is fixed - again",
    ),
    "an ordinary item": (
        "- fixed the bug",
        "- [2024-03-09] - [1.3.0] - [core] - [Fixed] - [fixed the bug]",
    ),
    "type and colon": (
        "- Fixed: the bug",
        "- [2024-03-09] - [1.3.0] - [core] - [Fixed] - [the bug]",
    ),
    "a conventional commit": (
        "- feat(ui)!: dark mode",
        "- [2024-03-09] - [1.3.0] - [ui] - [Added] - [dark mode]",
    ),
    "a bold component": (
        "- **ui:** new icons",
        "- [2024-03-09] - [1.3.0] - [ui] - [Added] - [new icons]",
    ),
    "bold as a whole": (
        "- **[2024-01-15] - [1.2.0] - [api] - [Fixed] - [Value x is two]**",
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [Value x is two]",
    ),
    "bold up to the description, whose own marks stay": (
        "- **[2024-01-15] - [1.2.0] - [api] - [Fixed]** - Value **x** is `y`",
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [Value **x** is `y`]",
    ),
    "each field bold": (
        "- **[2024-01-15]** - **[1.2.0]** - **[api]** - **[Fixed]** - **[Value x]**",
        "- 2024-01-15 - 1.2.0 - api - Fixed - Value x",
    ),
    "italic without brackets": (
        "- *2024-01-15 - 1.2.0 - api - Fixed - Value x*",
        "- 2024-01-15 - 1.2.0 - api - Fixed - Value x",
    ),
    "as code": (
        "- `[2024-01-15] - [1.2.0] - [api] - [Fixed] - [Value x]`",
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [Value x]",
    ),
    "a number as code in a sentence stays": (
        "- `1.2.3` is read",
        "- [2024-03-09] - [1.3.0] - [core] - [Changed] - [`1.2.3` is read]",
    ),
    "what is wrong in its place stays there, for its own fault to be told": (
        "- [14.03.2024] - [soon] - [api] - [Fxed] - [x]",
        "- [2024-03-14] - [soon] - [api] - [Fxed] - [x]",
    ),
    "component and type swapped": (
        "- [14.03.2024] - [1.2.0] - [fixed] - [api] - [x]",
        "- [2024-03-14] - [1.2.0] - [api] - [Fixed] - [x]",
    ),
    "a component in the place of the date is not taken for one": (
        "- [core] - [1.2.0] - [Fixed] - [x] - [y]",
        "- [2024-03-09] - [1.2.0] - [core] - [Fixed] - [x - y]",
    ),
    "the time goes with a date in another form": (
        "- [15.01.2024 10:22 CET] - [1.2.0] - [api] - [Fixed] - [x]",
        "- [2024-01-15 10:22 CET] - [1.2.0] - [api] - [Fixed] - [x]",
    ),
    "a word after a time is the name of no zone where more follows": (
        "- [2024-01-15 10:22 API] is fixed",
        "- [2024-01-15 10:22 API] - [1.3.0] - [core] - [Changed] - [is fixed]",
    ),
    "a sign of a type beside a type stays": (
        "- [2024-01-15] - [api] - [Changed] - fix(ui): the icons",
        "- [2024-01-15] - [1.3.0] - [api] - [Changed] - [fix(ui): the icons]",
    ),
    "no date in its place": (
        "- [yesterday] - [1.2.0] - [api] - [Fixed] - [x]",
        "- [2024-03-09] - [1.2.0] - [api] - [Fixed] - [x]",
    ),
}


@pytest.mark.parametrize(("line", "right"), ATTEMPTS.values(), ids=ATTEMPTS)
def test_an_attempt_is_put_right(line: str, right: str) -> None:
    [attempt] = parse(line).attempts
    assert corrected(attempt, DEFAULTS) == right


def test_an_attempt_is_written_as_the_file_has_it() -> None:
    [attempt] = parse("- 2024-01-15 - 1.2.0 - api - Fixed - x\n- dropped y\n").attempts
    assert corrected(attempt, DEFAULTS) == "- 2024-03-09 - 1.3.0 - core - Removed - dropped y"


def test_only_types_of_the_project_are_written() -> None:
    [attempt] = parse("- feat: dark mode").attempts
    right = corrected(attempt, DEFAULTS, types=("Feature", "Bugfix"))
    assert right == "- [2024-03-09] - [1.3.0] - [core] - [Feature] - [dark mode]"


ENTRIES = {
    "nothing to put right": ((), "* [2024-13-15] - 1.2 - api - [Fxed] - x"),
    "from the defaults": ((Fault("date", ""),), "* [2024-03-09] - 1.2 - api - [Fxed] - x"),
    "from the fault": ((Fault("type", "", "Fixed"),), "* [2024-13-15] - 1.2 - api - [Fixed] - x"),
    "all of it": (
        (
            Fault("date", ""),
            Fault("version", ""),
            Fault("component", ""),
            Fault("type", ""),
            Fault("description", ""),
        ),
        "* [2024-03-09] - 1.3.0 - core - [Changed] - say what changed",
    ),
}


@pytest.mark.parametrize(("faults", "right"), ENTRIES.values(), ids=ENTRIES)
def test_the_fields_of_an_entry_that_have_faults_are_replaced(
    faults: tuple[Fault, ...], right: str
) -> None:
    [entry] = parse("* [2024-13-15] - 1.2 - api - [Fxed] - x\n  Why: y\n").entries
    assert corrected(entry, DEFAULTS, faults) == right


def test_a_field_without_a_default_stays() -> None:
    [entry] = parse("- 2024-01-15 - 1.2 - api - Fixed - update").entries
    right = corrected(entry, DEFAULTS._replace(description=""), [Fault("description", "")])
    assert right == entry.text


MIXED_UP = {
    "the version after the component": (
        "- [2024-01-15] - [core] - [Unreleased] - [Changed] - [x is y]",
        "- [2024-01-15] - [Unreleased] - [core] - [Changed] - [x is y]",
    ),
    "the type before the component": (
        "- [2024-01-15] - [1.2.0] - [Fixed] - [core] - [x is y]",
        "- [2024-01-15] - [1.2.0] - [core] - [Fixed] - [x is y]",
    ),
    "all three, each in another's place": (
        "- [2024-01-15] - [Fixed] - [1.2.0] - [core] - [x is y]",
        "- [2024-01-15] - [1.2.0] - [core] - [Fixed] - [x is y]",
    ),
    "no version, and a separator in the description": (
        "- 2024-01-15 - core - Fixed - x is y - at last",
        "- 2024-01-15 - 1.3.0 - core - Fixed - x is y - at last",
    ),
    "no component, and a separator in the description": (
        "- 2024-01-15 - 1.2.0 - Fixed - x is now y - at last",
        "- 2024-01-15 - 1.2.0 - core - Fixed - x is now y - at last",
    ),
    "a known component of several words": (
        "- [2024-01-15] - [1.2.0] - [Fixed] - [the web shop] - [x is y]",
        "- [2024-01-15] - [1.2.0] - [the web shop] - [Fixed] - [x is y]",
    ),
    "two known components": (
        "- [2024-01-15] - [api, The Web Shop] - [Unreleased] - [Fixed] - [x is y]",
        "- [2024-01-15] - [Unreleased] - [api, The Web Shop] - [Fixed] - [x is y]",
    ),
    "a known component that is also the name of a type": (
        "- [2024-01-15] - [1.2.0] - [docs] - [Magic] - [x is y]",
        "- [2024-01-15] - [1.2.0] - [docs] - [Changed] - [x is y]",
    ),
    "a known component in the place of the version": (
        "- [2024-01-15] - [api] - [shop] - [Fixed] - [x is y]",
        "- [2024-01-15] - [1.3.0] - [api] - [Fixed] - [shop - x is y]",
    ),
    "a slip in the type stays in its place": (
        "- [2024-01-15] - [1.2.0] - [docs] - [Fxed] - [x is y]",
        "- [2024-01-15] - [1.2.0] - [docs] - [Fixed] - [x is y]",
    ),
}


@pytest.mark.parametrize(("line", "right"), MIXED_UP.values(), ids=MIXED_UP)
def test_fields_in_another_order_are_put_in_theirs(line: str, right: str) -> None:
    [entry] = parse(line).entries
    found = faults(entry, date(2024, 3, 9))
    known = ("api", "the web shop", "docs")
    assert corrected(entry, DEFAULTS, found, components=known) == right


@given(st.permutations(["2024-01-15", "1.2.0", "core", "Fixed"]))
def test_no_order_of_the_fields_loses_one(texts: list[str]) -> None:
    line = " - ".join(f"[{text}]" for text in (*texts, "Fees are rounded up"))
    [wrong] = parse(f"- {line}").items
    found = faults(wrong, date(2024, 3, 9)) if isinstance(wrong, Entry) else ()
    right = "- [2024-01-15] - [1.2.0] - [core] - [Fixed] - [Fees are rounded up]"
    assert corrected(wrong, DEFAULTS._replace(component=""), found) == right


PIECES = ["[", "]", " - ", "- ", "2024-01-15", "15.01.2024", "1.2.0", "fixed", "api", ":", "x", " ",
          "## ", "(", ")", "**", "–"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_is_put_right_is_an_entry(line: str) -> None:
    for attempt in parse(line).attempts:
        [entry] = parse(corrected(attempt, DEFAULTS)).entries
        assert entry.fields.date[:10] in ("2024-01-15", DEFAULTS.date)
