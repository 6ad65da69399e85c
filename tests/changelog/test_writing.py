"""Entries as text, read back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given

from sutaza_hooks.changelog import Fields, Style, parse, render
from tests.changelog.texts import DETAILS, FIELDS, STYLES

FIXED = Fields("2024-01-15", "1.2.0", "api", "Fixed", "token refresh")
PLAIN = (False,) * 5

WRITTEN = {
    "a list item in brackets": (
        FIXED,
        Style(),
        [],
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [token refresh]",
    ),
    "a plain line": (
        FIXED,
        Style("", PLAIN),
        [],
        "2024-01-15 - 1.2.0 - api - Fixed - token refresh",
    ),
    "below a heading nothing is indented": (
        FIXED,
        Style("## ", PLAIN),
        ["Why: x", "- y"],
        "## 2024-01-15 - 1.2.0 - api - Fixed - token refresh\nWhy: x\n- y",
    ),
    "details are indented unless they are": (
        FIXED,
        Style("* ", PLAIN),
        ["Why: x", "", "    code"],
        "* 2024-01-15 - 1.2.0 - api - Fixed - token refresh\n  Why: x\n\n    code",
    ),
    "a separator in a field needs brackets": (
        FIXED._replace(component="a - b"),
        Style("- ", PLAIN),
        [],
        "- 2024-01-15 - 1.2.0 - [a - b] - Fixed - token refresh",
    ),
    "so do brackets all around": (
        FIXED._replace(description="[x]"),
        Style("- ", PLAIN),
        [],
        "- 2024-01-15 - 1.2.0 - api - Fixed - [[x]]",
    ),
    "brackets that do not match are better plain": (
        FIXED._replace(description="x] and [y"),
        Style(),
        [],
        "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - x] and [y",
    ),
}


@pytest.mark.parametrize(("fields", "style", "details", "text"), WRITTEN.values(), ids=WRITTEN)
def test_how_an_entry_is_written(
    fields: Fields, style: Style, details: list[str], text: str
) -> None:
    assert render(fields, style, details) == text


@given(FIELDS, STYLES, DETAILS)
def test_what_is_written_is_read_back(fields: Fields, style: Style, details: list[str]) -> None:
    text = render(fields, style, details)
    changelog = parse(text)
    [entry] = changelog.entries
    assert changelog.text == text
    assert (entry.fields, entry.text, entry.style.prefix) == (fields, text, style.prefix)
    assert [line.strip() for line in entry.details] == [line.strip() for line in details]
    assert render(entry.fields, entry.style, entry.details) == text
