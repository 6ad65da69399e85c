"""Dates of entries, read and compared."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.changelog import Moment, is_later, moment

DAY = date(2024, 1, 15)

MOMENTS = {
    "a day": ("2024-01-15", Moment(DAY, None)),
    "hours and minutes": ("2024-01-15T09:30", Moment(DAY, datetime(2024, 1, 15, 9, 30))),
    "seconds, after a space": ("2024-01-15 09:30:05", Moment(DAY, datetime(2024, 1, 15, 9, 30, 5))),
    "Z": ("2024-01-15T09:30Z", Moment(DAY, datetime(2024, 1, 15, 9, 30))),
    "UTC": ("2024-01-15 09:30 UTC", Moment(DAY, datetime(2024, 1, 15, 9, 30))),
    "east of Greenwich": ("2024-01-15T01:30+02:00", Moment(DAY, datetime(2024, 1, 14, 23, 30))),
    "west of it": ("2024-01-15T23:30 -0130", Moment(DAY, datetime(2024, 1, 16, 1, 0))),
    "no such day": ("2024-02-30", None),
    "no such zone": ("2024-01-15T09:30+24:00", None),
    "other digits": ("２０２４-01-15", None),
    "another form": ("15.01.2024", None),
    "more than a date": ("2024-01-15 at noon", None),
}


@pytest.mark.parametrize(("text", "expected"), MOMENTS.values(), ids=MOMENTS)
def test_what_a_date_means(text: str, expected: Moment | None) -> None:
    assert moment(text) == expected


LATER = {
    "the next day": ("2024-01-16", "2024-01-15", True),
    "the same day": ("2024-01-15", "2024-01-15", False),
    "an hour": ("2024-01-15T10:00", "2024-01-15T09:00", True),
    "an hour, by the zones": ("2024-01-15T10:00-01:00", "2024-01-15T11:00+01:00", True),
    "a time on a day without one": ("2024-01-15T10:00", "2024-01-15", False),
    "a date that is not real": ("2024-13-15", "2024-01-15", False),
}


@pytest.mark.parametrize(("one", "other", "later"), LATER.values(), ids=LATER)
def test_which_date_is_later(one: str, other: str, later: bool) -> None:
    assert is_later(one, other) is later
    if later:
        assert not is_later(other, one)


@given(st.text() | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:]{5}[+-][0-9]{4}\Z"))
def test_any_text_can_be_asked_for_its_moment(text: str) -> None:
    found = moment(text)
    assert found is None or text.startswith(found.day.isoformat())
