"""The faults of an entry's fields."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.changelog import Entry, Fault, Fields, Style, faults

TODAY = date(2024, 1, 15)
GOOD = Fields("2024-01-15", "1.2.0", "api", "Fixed", "token refresh after a restart")


def judged(fields: Fields, max_age_days: int | None = 30) -> tuple[Fault, ...]:
    entry = Entry(1, "", fields, Style())
    return faults(entry, TODAY, types=("Added", "Fixed", "Docs"), max_age_days=max_age_days)


RIGHT = {
    "nothing is wrong": {},
    "tomorrow, where the day has begun already": {"date": "2024-01-16"},
    "tomorrow, with a time": {"date": "2024-01-16T23:59:59+14:00"},
    "as old as may be": {"date": "2023-12-16"},
    "a time after a space": {"date": "2024-01-15 10:00 UTC"},
    "not released": {"version": "Unreleased"},
    "a leading v": {"version": "v2.0.0-rc.1"},
    "PEP 440": {"version": "2.0rc1"},
    "a component with the name of another field": {"component": "version"},
    "the type in small letters": {"type": "fixed"},
    "one word that says something": {"description": "update the parser"},
    "short and clear": {"description": "fix typos"},
    "a language": {"description": "add Polish"},
    "another script": {"description": "修复登录"},
    "a name in backticks": {"description": "`__init__`"},
    "a component that holds brackets": {"component": "app/[slug]"},
    "an interval": {"description": "[0, 1) is the range of the fee"},
    "a bracket in code": {"description": "`x[` no longer ends the parser"},
    "a bracket that the words speak of": {"description": "a lone [ no longer ends the parser"},
    "brackets that do not enclose the description": {"description": "[a] and [b] are read"},
    "numbers with a word": {"description": "bump semver 3 -> 4"},
}


@pytest.mark.parametrize("changed", RIGHT.values(), ids=RIGHT)
def test_what_is_right(changed: dict[str, str]) -> None:
    assert judged(GOOD._replace(**changed)) == ()


REAL = "date `{}` is not a real date"
EMPTY = "description `{}` does not say what changed"

WRONG = {
    "no such month": ("date", "2026-13-45", REAL, ""),
    "no leap year": ("date", "2023-02-29", REAL, ""),
    "no such hour": ("date", "2024-01-15T25:00", REAL, ""),
    "no such zone": ("date", "2024-01-15T10:00+99:00", REAL, ""),
    "before the calendar begins": ("date", "0001-01-01T00:00+14:00", REAL, ""),
    "zeros": ("date", "0000-00-00", REAL, ""),
    "after tomorrow": ("date", "2024-01-17", "date `{}` is in the future", "2024-01-15"),
    "too old by a day": (
        "date",
        "2023-12-15",
        "date `{}` is 31 days ago, more than 30",
        "2024-01-15",
    ),
    "no version": ("version", "", "version is empty", ""),
    "a range": (
        "version",
        "1.2.x",
        "version `{}` is neither SemVer nor PEP 440 nor `Unreleased`",
        "",
    ),
    "no component": ("component", "", "component is empty", ""),
    "the template's component": (
        "component",
        "Component",
        "component `{}` is the word of the template",
        "",
    ),
    "no type": ("type", "", "type is empty", ""),
    "a slip in the type": (
        "type",
        "Fxed",
        "type `{}` is none of `Added`, `Fixed`, `Docs`",
        "Fixed",
    ),
    "the same by another name": (
        "type",
        "feat",
        "type `{}` is none of `Added`, `Fixed`, `Docs`",
        "Added",
    ),
    "a type like no other": ("type", "zzz", "type `{}` is none of `Added`, `Fixed`, `Docs`", ""),
    "a component that is not closed": (
        "component",
        "[core",
        "component `{}` has a bracket that is not closed",
        "core",
    ),
    "a component that is not opened": (
        "component",
        "core]",
        "component `{}` has a bracket that is not opened",
        "core",
    ),
    "a component closed twice": (
        "component",
        "[core]]",
        "component `{}` has a bracket that is not opened",
        "core",
    ),
    "a type that is not closed": (
        "type",
        "[Fixed",
        "type `{}` has a bracket that is not closed",
        "Fixed",
    ),
    "a version that is not opened": (
        "version",
        "1.2.0]",
        "version `{}` has a bracket that is not opened",
        "1.2.0",
    ),
    "a description that is not closed": (
        "description",
        "[Fees are rounded up",
        "description `{}` has a bracket that is not closed",
        "Fees are rounded up",
    ),
    "a description that is not opened": (
        "description",
        "Fees of `[0]` are rounded up]",
        "description `{}` has a bracket that is not opened",
        "Fees of `[0]` are rounded up",
    ),
    "no description": ("description", "", "description is empty", ""),
    "dots": ("description", "...", "description is empty", ""),
    "the template's description": (
        "description",
        "<Description>",
        "description `{}` is the word of the template",
        "",
    ),
    "update": ("description", "update", EMPTY, ""),
    "various fixes": ("description", "Various fixes.", EMPTY, ""),
    "misc changes": ("description", "misc changes", EMPTY, ""),
    "the usual excuse": ("description", "Bug fixes and improvements", EMPTY, ""),
    "a number says nothing here": ("description", "fix issue #12", EMPTY, ""),
    "work in progress": ("description", "WIP", EMPTY, ""),
    "initial commit": ("description", "initial commit", EMPTY, ""),
}


@pytest.mark.parametrize(("field", "text", "reason", "instead"), WRONG.values(), ids=WRONG)
def test_what_is_wrong(field: str, text: str, reason: str, instead: str) -> None:
    [fault] = judged(GOOD._replace(**{field: text}))
    assert fault == (field, reason.format(text), instead)


SAYS_WHAT = (
    "Update the API to v2",
    "Update api to 2.0",
    "Update the parser",
    "Update Node.js",
    "Update json.dumps calls in a.py",
    "Update a.py to read stdin",
    "Fix TCP/IP and CI/CD",
    "Fix os.path on Windows",
    "Fix typos",
    "Fix the api login",
    "Fix crash in a.py",
    "Add a.py",
    "New api",
    "Remove a.py",
    "Rename a.py to b.py",
    "Deprecate the api",
    "Document the api",
    "Support QWERTY layouts",
    "See-through windows",
    "Show review comments",
    "Apply discounts per request",
    "A link per comment",
    "Commit messages are wrapped",
    "Improve performance of the parser",
    "Bug fixes for IE",
    "Faster api",
    "What changed, for whom, is asked for",
    "Address fields are validated",
    "Fees, as asked in review comments",
    "Feedback form",
    "Ask for feedback on checkout",
    "Zoom",
    "Rounds half cents up",
    "Drop Python 3.8",
    "Bump django to 5.2.9",
    "Bump django",
    "Fees are in cents",
    "Bar charts",
    "A bar for the progress of uploads",
    "First version of the parser",
    "Versions of entries are compared",
    "Add feature flags",
    "Implement OAuth",
    "Application logs rotate",
    "Read `<!-- x -->` in entries",
    "Fees are rounded <!-- see #12 -->",
    "Sit times are shown",
    "Apps start offline",
    "Releases are signed",
)
SAYS_NOTHING = (
    "Update api",
    "Updated the API.",
    "Fix api, web",
    "api",
    "Update a.py",
    "Changes in src/api/a.py and README.md",
    "a.py",
    "Refactor web_client.ts",
    "Improve api performance",
    "asdf",
    "asdfasdf",
    "Update qwertz",
    "xxx",
    "Bug fixes and performance improvements",
    "Stability and quality improvements",
    "See commit message",
    "See the pull request for details",
    "Addressed review comments",
    "Address feedback",
    "Apply suggestions from code review",
    "PR comments",
    "[update] <!-- zebra -->",
    "update <!-- zebra",
    "<!-- Fees are rounded up -->",
    "lorem ipsum",
    "Lorem ipsum dolor sit amet",
    "foo bar",
    "Foo.",
    "Bumped",
    "Bump version",
    "Changes to app",
    "Implement feature",
    "first version",
    "various bug fixes and performance improvements across the application",
    "what changed, for whom",
    "What changed, for whom.",
)


@pytest.mark.parametrize("said", SAYS_WHAT)
def test_what_says_what_changed(said: str) -> None:
    entry = Entry(1, "", GOOD._replace(description=said), Style())
    assert faults(entry, TODAY, components=("api", "web")) == ()


@pytest.mark.parametrize("said", SAYS_NOTHING)
def test_what_would_fit_any_change(said: str) -> None:
    entry = Entry(1, "", GOOD._replace(description=said), Style())
    [fault] = faults(entry, TODAY, components=("api", "web"))
    assert fault.field == "description"


def test_the_names_of_other_components_say_something_where_none_are_configured() -> None:
    assert judged(GOOD._replace(description="Update web")) == ()
    assert judged(GOOD._replace(description="Update api")) != ()


def test_age_is_not_judged_when_there_is_no_limit() -> None:
    assert judged(GOOD._replace(date="1999-01-01"), max_age_days=None) == ()


def test_faults_come_in_the_order_of_the_fields() -> None:
    found = judged(Fields("2024-99-99", "x", "", "", ""))
    assert [each.field for each in found] == [*Fields._fields]


@given(st.builds(Fields, st.text(), st.text(), st.text(), st.text(), st.text()))
def test_any_fields_can_be_judged(fields: Fields) -> None:
    assert {each.field for each in judged(fields)} <= {*Fields._fields}
