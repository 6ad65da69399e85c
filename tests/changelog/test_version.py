"""Versions: which are, and how they are ordered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.changelog import compare, is_version

VERSIONS = [
    "1.2.3", "v1.2.3", "V1.2", "1", "1.2.3-rc.1", "1.2.3-alpha+build.5", "1.2.3a1", "2024.1.15",
    "1!2.0", "1.0.dev3", "1.0.post1", "Unreleased", "UNRELEASED", "1.0.0-x-y-z.4",
]  # fmt: skip

NOT_VERSIONS = ["", "v", "one", "1.2.x", "1..2", "latest", "api", "1.2.3 beta of it", "2024-01-15"]


@pytest.mark.parametrize("text", VERSIONS)
def test_what_is_a_version(text: str) -> None:
    assert is_version(text)


@pytest.mark.parametrize("text", NOT_VERSIONS)
def test_what_is_no_version(text: str) -> None:
    assert not is_version(text)


ORDER = {
    "patch": ("1.2.3", "1.2.4", -1),
    "numbers, not letters": ("1.10.0", "1.9.0", 1),
    "a leading v says nothing": ("v1.2.0", "1.2.0", 0),
    "zeros may be left out": ("1.2", "1.2.0", 0),
    "a candidate comes before its release": ("1.0.0-rc.1", "1.0.0", -1),
    "a numbered pre-release of SemVer": ("1.0.0-1", "1.0.0", -1),
    "a pre-release of SemVer alone": ("1.0.0-alpha.beta", "1.0.0-alpha.1", 1),
    "a candidate of PEP 440": ("1.0rc1", "1.0", -1),
    "a post-release of PEP 440": ("1.0.post1", "1.0", 1),
    "both ways of writing": ("1.0.0a1", "1.0.0-alpha.2", -1),
    "the unreleased is newest": ("Unreleased", "999.0.0", 1),
    "whatever its letters": ("unreleased", "Unreleased", 0),
    "no version on one side": ("1.0.0", "one", None),
    "nor is the unreleased newer than that": ("Unreleased", "one", None),
    "each in a scheme that the other is not of": ("1.0.dev1", "1.0.0-x-y-z", None),
}


@pytest.mark.parametrize(("one", "other", "order"), ORDER.values(), ids=ORDER)
def test_the_order_of_versions(one: str, other: str, order: int | None) -> None:
    assert compare(one, other) == order
    assert compare(other, one) == (None if order is None else -order)


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert compare(one, other) in (-1, 0, 1, None)


def test_a_number_too_long_to_be_read_is_no_version() -> None:
    assert not is_version("1." + "9" * 5_000)
