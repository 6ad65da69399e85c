"""The dates of entries: read, compared, and recognised in other forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

_TIME = (
    r"[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)"
    r"(?:[ ]?(?P<zone>Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?"
)
_WRITTEN = re.compile(rf"(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:{_TIME})?")
_CLOCK = re.compile(_TIME)
_OTHER_FORMS = (
    re.compile(r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})(?![0-9])"),
    re.compile(r"(?P<day>[0-9]{1,2})([-/.])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4})(?![0-9])"),
    re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{4})(?![0-9])"),
)


class Moment(NamedTuple):
    """A real date as written, and its time in UTC when one is given; no zone means UTC."""

    day: date
    time: datetime | None


class Dated(NamedTuple):
    """A date in any form at the start of a text: written as `YYYY-MM-DD`, and what follows it."""

    day: str
    rest: str


def is_written_as_date(text: str) -> bool:
    """Whether the text has the form `YYYY-MM-DD`, with or without a time; it need not be real."""
    return _WRITTEN.fullmatch(text) is not None


def moment(text: str) -> Moment | None:
    """The moment that a date field names, or None when it names none."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found["day"])
        if found["time"] is None:
            return Moment(day, None)
        time = datetime.fromisoformat(f"{found['day']}T{found['time']}")
        return Moment(day, time - _offset(found["zone"]))
    except (ValueError, OverflowError):
        return None


def _offset(zone: str | None) -> timedelta:
    if zone is None or zone in ("Z", "UTC"):
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    if hours > 23 or minutes > 59:
        raise ValueError(zone)
    offset = timedelta(hours=hours, minutes=minutes)
    return -offset if zone.startswith("-") else offset


def is_later(one: str, other: str) -> bool:
    """Whether one date field is after another: by time when both have one, by day otherwise."""
    first, second = moment(one), moment(other)
    if first is None or second is None:
        return False
    if first.time is not None and second.time is not None:
        return first.time > second.time
    return first.day > second.day


def dated(text: str) -> Dated | None:
    """The date at the start of a text, or None where there is none or it may be read two ways."""
    readings = dict(_readings(text))
    if len(readings) != 1:
        return None
    [(day, end)] = readings.items()
    clock = _CLOCK.match(text, end)
    return Dated(day, text[clock.end() if clock else end :])


def _readings(text: str) -> Iterator[tuple[str, int]]:
    """The real days that the start of a text may mean, each with where it ends."""
    for form in _OTHER_FORMS:
        if found := form.match(text):
            try:
                day = date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                continue
            yield day.isoformat(), found.end()
