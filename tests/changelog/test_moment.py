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
    "parts of a second": (
        "2024-01-15T09:30:05.250Z",
        Moment(DAY, datetime(2024, 1, 15, 9, 30, 5, 250_000)),
    ),
    "parts finer than a microsecond": (
        "2024-01-15T09:30:05,123456789",
        Moment(DAY, datetime(2024, 1, 15, 9, 30, 5, 123_456)),
    ),
    "an hour of one digit": ("2024-01-15 9:30", Moment(DAY, datetime(2024, 1, 15, 9, 30))),
    "before noon": ("2024-01-15 09:30 AM", Moment(DAY, datetime(2024, 1, 15, 9, 30))),
    "after noon": ("2024-01-15 9:30pm", Moment(DAY, datetime(2024, 1, 15, 21, 30))),
    "midnight": ("2024-01-15 12:30 AM", Moment(DAY, datetime(2024, 1, 15, 0, 30))),
    "a zone's name tells no offset": ("2024-01-15 09:30 CET", Moment(DAY, None)),
    "a zone's name that begins like a half of the day": ("2024-01-15 09:30 AMT", Moment(DAY, None)),
    "no such hour in half a day": ("2024-01-15 13:30 PM", None),
    "no such hour in a zone with a name": ("2024-01-15 25:30 CET", None),
    "a word that is no zone": ("2024-01-15 09:30 payments", None),
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
    "a part of a second": ("2024-01-15T10:00:00.2Z", "2024-01-15T10:00:00.10Z", True),
    "not by clocks in a zone that is only named": (
        "2024-01-15 23:00 CET",
        "2024-01-15 10:00 UTC",
        False,
    ),
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
