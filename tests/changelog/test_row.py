"""A line of a changelog, cut into its parts."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sutaza_hooks.changelog.row import row, split

PIECES = (
    "[",
    "]",
    " ",
    "\t",
    "-",
    "–",
    " - ",
    "] - [",
    "a",
    "2026-03-14",
    "[a] - [b] - [c] - [d] - [",
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("[a] - [b] - [c] - [d] - [e]")
@example("[a] - [b] - [c] - [d] - [e] - [f]")
@example("[ a ]  –\t[] - [c - d] - [d] - [e [f] g]")
def test_the_usual_form_is_cut_as_every_other(text: str) -> None:
    found = row(text)
    assert found.parts == split(found.body)


@pytest.mark.parametrize(
    "line",
    [
        "- [2026-03-14] - [1.0.0] - [core] - [Added] - [A - b]",
        "2026-03-14 - 1.0.0 - core - Added - A",
    ],
)
def test_five_parts_are_an_entry(line: str) -> None:
    assert row(line).is_entry
