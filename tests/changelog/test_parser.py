"""Which lines are entries, which try to be, and which are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.changelog import Fields, Style, parse

ALL = (True,) * 5
NONE = (False,) * 5
FIXED = Fields("2024-01-15", "1.2.0", "api", "Fixed", "token refresh")

ENTRIES = {
    "the form of the rule": (
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [token refresh]",
        FIXED,
        "- ",
        ALL,
    ),
    "all plain": ("- 2024-01-15 - 1.2.0 - api - Fixed - token refresh", FIXED, "- ", NONE),
    "brackets and none, mixed": (
        "* [2024-01-15] - 1.2.0 - [api] - Fixed - token refresh",
        FIXED,
        "* ",
        (True, False, True, False, False),
    ),
    "a list marked by plus": (
        "+ 2024-01-15 - 1.2.0 - api - Fixed - token refresh",
        FIXED,
        "+ ",
        NONE,
    ),
    "a heading": (
        "## [2024-01-15] - [1.2.0] - [api] - [Fixed] - [token refresh]",
        FIXED,
        "## ",
        ALL,
    ),
    "the deepest heading": (
        "###### 2024-01-15 - 1.2.0 - api - Fixed - token refresh",
        FIXED,
        "###### ",
        NONE,
    ),
    "a plain line": ("2024-01-15 - 1.2.0 - api - Fixed - token refresh", FIXED, "", NONE),
    "en and em dashes": (
        "[2024-01-15] – [1.2.0] — [api] – [Fixed] — [token refresh]",
        FIXED,
        "",
        ALL,
    ),
    "more spaces than needed": (
        "-   [2024-01-15]  -  [1.2.0] - [api] - [Fixed] - [ token refresh ]  ",
        FIXED,
        "-   ",
        ALL,
    ),
    "the description holds separators": (
        "- 2024-01-15 - 1.2.0 - api - Fixed - a - b - c",
        FIXED._replace(description="a - b - c"),
        "- ",
        NONE,
    ),
    "the description holds brackets and separators": (
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [a - [b] - c]",
        FIXED._replace(description="a - [b] - c"),
        "- ",
        ALL,
    ),
    "brackets of the description that do not enclose it": (
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [a] and [b]",
        FIXED._replace(description="[a] and [b]"),
        "- ",
        (True, True, True, True, False),
    ),
    "the description holds backticks": (
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - drop `x[0] - y`",
        FIXED._replace(description="drop `x[0] - y`"),
        "- ",
        (True, True, True, True, False),
    ),
    "the component holds brackets": (
        "- [2024-01-15] - [1.2.0] - [app/[slug]] - [Fixed] - x",
        FIXED._replace(component="app/[slug]", description="x"),
        "- ",
        (True, True, True, True, False),
    ),
    "a plain component that begins with a bracket": (
        "- 2024-01-15 - 1.2.0 - [slug]/page - Fixed - x",
        FIXED._replace(component="[slug]/page", description="x"),
        "- ",
        NONE,
    ),
    "a separator in brackets parts nothing": (
        "- [2024-01-15] - [1.2.0] - [a - b] - [Fixed] - x",
        FIXED._replace(component="a - b", description="x"),
        "- ",
        (True, True, True, True, False),
    ),
    "empty fields are faults, not other lines": (
        "- [2024-01-15] - [1.2.0] - [] - [] - []",
        FIXED._replace(component="", type="", description=""),
        "- ",
        ALL,
    ),
    "nothing after the last separator": (
        "- 2024-01-15 - 1.2.0 - api - Fixed -",
        FIXED._replace(description=""),
        "- ",
        NONE,
    ),
    "a full time": (
        "- 2024-01-15T09:30:00+02:00 - 1.2.0 - api - Fixed - token refresh",
        FIXED._replace(date="2024-01-15T09:30:00+02:00"),
        "- ",
        NONE,
    ),
    "a numbered item": (
        "12. [2024-01-15] - [1.2.0] - [api] - [Fixed] - [token refresh]",
        FIXED,
        "12. ",
        ALL,
    ),
    "a number with a parenthesis": (
        "1) 2024-01-15 - 1.2.0 - api - Fixed - token refresh",
        FIXED,
        "1) ",
        NONE,
    ),
    "an indented item": (
        "  - [2024-01-15] - [1.2.0] - [api] - [Fixed] - [token refresh]",
        FIXED,
        "  - ",
        ALL,
    ),
    "an item after a tab": (
        "\t* 2024-01-15 - 1.2.0 - api - Fixed - token refresh",
        FIXED,
        "\t* ",
        NONE,
    ),
    "an item to tick off": (
        "- [ ] [2024-01-15] - [1.2.0] - [api] - [Fixed] - [token refresh]",
        FIXED,
        "- [ ] ",
        ALL,
    ),
    "an item that was ticked off": (
        "* [x] 2024-01-15 - 1.2.0 - api - Fixed - token refresh",
        FIXED,
        "* [x] ",
        NONE,
    ),
    "a time with the name of a zone": (
        "- 2024-01-15 9:30 AM CET - 1.2.0 - api - Fixed - token refresh",
        FIXED._replace(date="2024-01-15 9:30 AM CET"),
        "- ",
        NONE,
    ),
    "a time after a space": (
        "- [2024-01-15 09:30 UTC] - 1.2.0 - api - Fixed - token refresh",
        FIXED._replace(date="2024-01-15 09:30 UTC"),
        "- ",
        (True, False, False, False, False),
    ),
    "a date that is not real has the form of one": (
        "- 2026-13-45 - 1.2.0 - api - Fixed - token refresh",
        FIXED._replace(date="2026-13-45"),
        "- ",
        NONE,
    ),
}


@pytest.mark.parametrize(("line", "fields", "prefix", "brackets"), ENTRIES.values(), ids=ENTRIES)
@pytest.mark.parametrize("ends", ["\n", "\r\n", ""], ids=["lf", "crlf", "no final newline"])
def test_an_entry_is_read_in_every_form(
    line: str, fields: Fields, prefix: str, brackets: tuple[bool, ...], ends: str
) -> None:
    [entry] = parse(line + ends).entries
    assert (entry.fields, entry.style) == (fields, Style(prefix, brackets))
    assert parse(line + ends).attempts == ()


ATTEMPTS = {
    "a list item of another kind": ("- fixed the bug", "date", "date is missing"),
    "Keep a Changelog's item": ("* Added: dark mode", "date", "date is missing"),
    "date and version swapped": (
        "- [v1.0] - [2024-01-15] - [api] - [Fixed] - [x]",
        "date",
        "`v1.0` stands where the date belongs",
    ),
    "swapped in a heading": (
        "## [v1.0] - [2024-01-15] - [api] - [Fixed] - [x]",
        "date",
        "`v1.0` stands where the date belongs",
    ),
    "a German date": (
        "[15.01.2024] - [1.2.0] - [api] - [Fixed] - [x]",
        "date",
        "date `15.01.2024` is not written `YYYY-MM-DD`",
    ),
    "no date in its place": (
        "- yesterday - 1.2.0 - api - Fixed - x",
        "date",
        "date `yesterday` is not written `YYYY-MM-DD`",
    ),
    "one word of the template left": (
        "- [Date] - [1.2.0] - [api] - [Fixed] - [x]",
        "date",
        "date `Date` is not written `YYYY-MM-DD`",
    ),
    "a colon for a separator": (
        "2024-01-15: fixed the bug",
        "date",
        "date is not parted from what follows by ` - `",
    ),
    "a bracketed date in a line": (
        "[2024-01-15] fixed the bug",
        "date",
        "date is not parted from what follows by ` - `",
    ),
    "no separators at all": (
        "[2024-01-15][1.2.0][api][Fixed] x",
        "date",
        "date is not parted from what follows by ` - `",
    ),
    "a number before what tries": (
        "3. [15.01.2024] - [1.2.0] - [api] - [Fixed] - [x]",
        "date",
        "date `15.01.2024` is not written `YYYY-MM-DD`",
    ),
    "no version": ("- [2024-01-15] - [api] - [Fixed] - [x]", "version", "version is missing"),
    "a heading of date and sentence": (
        "### 2024-01-15 - fixed the bug",
        "version",
        "version is missing",
    ),
    "the type stands third": (
        "- 2024-01-15 - 1.2.0 - Fixed - x",
        "component",
        "component is missing",
    ),
    "three fields": ("- 2024-01-15 - 1.2.0 - x", "component", "component is missing"),
    "no type": ("- 2024-01-15 - 1.2.0 - api - x", "type", "type is missing"),
    "no description": (
        "- 2024-01-15 - 1.2.0 - api - Fixed",
        "description",
        "description is missing",
    ),
}


@pytest.mark.parametrize(("line", "field", "reason"), ATTEMPTS.values(), ids=ATTEMPTS)
def test_an_attempt_names_the_first_field_that_is_wrong(line: str, field: str, reason: str) -> None:
    changelog = parse(f"# Changelog\n\n{line}\n")
    [attempt] = changelog.attempts
    assert changelog.entries == ()
    assert (attempt.line, attempt.text) == (3, line)
    assert (attempt.fault.field, attempt.fault.reason) == (field, reason)


NEITHER = {
    "nothing": "",
    "the title": "# Changelog",
    "prose": "All notable changes - and others - are documented - here - yes.",
    "prose that begins with a date": "2024-01-15 was a good day - for us - all",
    "prose that begins with a link": "[Keep a Changelog](https://e.org) - the form - of it",
    "a release": "## [1.2.0] - 2024-01-15",
    "a release with a name": "## 1.2.0 - The Codename - 2024-01-15",
    "a release that was withdrawn": "## [0.0.5] - 2014-12-13 [YANKED]",
    "a release with its date in parentheses": "## v1.2.0 (2024-01-15)",
    "what is not released": "## [Unreleased]",
    "a day": "## 2024-01-15",
    "a day and its release": "## 2024-01-15 - 1.2.0",
    "a kind of change": "### Added",
    "a link reference": "[1.2.0]: https://example.org/compare/v1.1.0...v1.2.0",
    "a link reference named by a date": "[2024-01-15]: https://example.org - a - b",
    "a table": "| 2024-01-15 | 1.2.0 | api |",
    "a line across": "---",
    "a line across that looks like a list": "- - -",
    "another": "* * *",
    "an empty item": "-",
    "an indented bullet": "  - a sub-bullet",
    "an indented item to tick off": "  - [x] - y",
    "an indented item that is short of fields": "  - [2024-01-15] - [1.2.0] - [x]",
    "an indented example": "    [2024-01-15] - [1.2.0] - [api] - [Fixed] - [x]",
    "steps that are counted": "1. Write what changed\n2) Run `sutaza check`",
    "a number that begins a sentence": "2024. It was a good year - for us - all - of - us",
    "the template": "[Date] - [Version] - [Component] - [Type] - [Description]",
    "the template otherwise": "- [YYYY-MM-DD] - [X.Y.Z] - [Component] - [Type] - [Description]",
    "the template in backticks": "- `[Date] - [Version] - [Component] - [Type] - [Description]`",
    "a fence": "```\n- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [x]\n- y\n```",
    "a fence of tildes that holds another": "~~~ text\n```\n- y\n~~~",
    "a comment": "<!--\n- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [x]\n-->",
    "a comment in one line": "<!-- - [2024-01-15] - [1.2.0] - [api] - [Fixed] - [x] -->",
}


@pytest.mark.parametrize("text", NEITHER.values(), ids=NEITHER)
def test_other_lines_are_left_alone(text: str) -> None:
    changelog = parse(text + "\n")
    assert (changelog.entries, changelog.attempts) == ((), ())


def test_a_fence_that_never_closes_hides_nothing() -> None:
    text = "```\n- 2024-01-15 - 1.2.0 - api - Fixed - x\n<!-- lost\n- y\n"
    assert [entry.line for entry in parse(text).entries] == [2]
    assert [attempt.line for attempt in parse(text).attempts] == [4]


ENTRY = "- 2024-01-15 - 1.2.0 - api - Fixed - x"
HEADING = "## 2024-01-15 - 1.2.0 - api - Fixed - x"

DETAILS = {
    "indented": ([ENTRY, "  Why: it broke", "  Who: me"], 3),
    "indented after a blank line": ([ENTRY, "", "  a second paragraph"], 3),
    "named, not indented": ([ENTRY, "Why: it broke", "**Impact:** none"], 3),
    "a fence that opens indented": ([ENTRY, "  ```", "not indented", "  ```"], 4),
    "an item to tick off below it": ([ENTRY, "  - [x] - y", "  - [ ] z"], 3),
    "a dated item that is short of fields": ([ENTRY, "  - 2024-01-14 - seen first"], 2),
    "an indented entry is no detail": ([ENTRY, f"  {ENTRY}"], 1),
    "a numbered entry is no detail": ([ENTRY, ENTRY.replace("-", "2.", 1)], 1),
    "details of an indented entry": ([f"  {ENTRY}", "    Why: y", "  Who: z"], 3),
    "prose is no detail": ([ENTRY, "prose"], 1),
    "a fence at the margin is no detail": ([ENTRY, "", "```", "x", "```"], 1),
    "the next item is no detail": ([ENTRY, "- y"], 1),
    "all below a heading": ([HEADING, "", "Why: it broke", "", "- one", "- two"], 6),
    "a deeper heading": ([HEADING, "#### More", "text"], 3),
    "a fence below a heading": ([HEADING, "```", "## 1.0.0", "```"], 4),
    "up to a heading as high": ([HEADING, "text", "## Other"], 2),
    "up to an attempt": ([HEADING, "text", "### [2024-01-14] - [x]"], 2),
    "up to an item that tries": ([HEADING, "text", "- [2024-01-14] - [x]"], 2),
    "up to a line across": ([HEADING, "text", "---"], 2),
    "up to a link reference": ([HEADING, "[1.0.0]: https://example.org"], 1),
}


@pytest.mark.parametrize(("lines", "end"), DETAILS.values(), ids=DETAILS)
def test_details_belong_to_their_entry(lines: list[str], end: int) -> None:
    entry = parse("intro\n\n" + "\r\n".join(lines)).entries[0]
    assert (entry.line, entry.end_line) == (3, 2 + end)
    assert (entry.text, entry.details) == ("\n".join(lines[:end]), tuple(lines[1:end]))


def test_only_a_line_feed_ends_a_line() -> None:
    text = f"a\x0cb\x85c\u2028d\re\n{ENTRY} \x0b y\n"
    [entry] = parse(text).entries
    assert (entry.line, entry.fields.description) == (2, "x \x0b y")


def test_sections_end_at_the_next_heading_as_high() -> None:
    text = (
        "# Changelog\r\n\r\n## [Unreleased]\r\n\r\n## [v1.1.0](https://e.org) - 2024-01-15\r\n"
        "### Fixed\r\n- [2024-01-15] - [1.1.0] - [api] - [Fixed] - [x]\r\n\r\n## History\r\nold\r\n"
    )
    changelog = parse(text)
    assert [(each.version, each.line, each.end_line) for each in changelog.sections] == [
        ("Unreleased", 3, 3),
        ("v1.1.0", 5, 7),
    ]
    assert changelog.sections[1].text.split("\n")[1:] == [
        "### Fixed",
        "- [2024-01-15] - [1.1.0] - [api] - [Fixed] - [x]",
    ]


def test_entry_headings_do_not_end_the_section_they_stand_in() -> None:
    [section] = parse(f"## 1.2.0\n\n{HEADING}\n\n{HEADING}\n").sections
    assert section.end_line == 5


LINES = st.one_of(
    st.sampled_from(
        [
            ENTRY,
            HEADING,
            "## [1.0.0]",
            "```",
            "<!--",
            "-->",
            "- y",
            "",
            "\t",
            "Why: x",
            "[a]: b",
            "---",
            "[2024-01-15] - [",
            "- [[[",
            "\ufeff",
            " - ] - [",
        ]
    ),
    st.text(st.characters(exclude_characters="\n"), max_size=30),
)


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join), st.lists(LINES).map("\r\n".join)))
def test_any_text_is_parsed_and_given_back(text: str) -> None:
    changelog = parse(text)
    assert changelog.text == text
    for entry in changelog.entries:
        assert 1 <= entry.line <= entry.end_line <= text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "- [" + "[" * 100_000,
        "- a" + " " * 100_000 + "b",
        "```a\n" * 5_000,
        "<!--\n" * 5_000,
        "- 2024-01-15" + " - " * 50_000,
        "- " * 50_000,
        "\n" * 100_000,
    ],
    ids=["brackets", "spaces", "fences", "comments", "separators", "items", "blank lines"],
)
def test_hostile_text_is_parsed_in_time(text: str) -> None:
    assert parse(text).text == text
