"""The dates of entries: read, compared, and recognised in other forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

_TIME = (
    r"[T ](?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,](?P<part>[0-9]+))?)?"
    r"(?:[ ]?(?P<half>[AaPp])[Mm](?![A-Za-z]))?"
)
_OFFSET = r"Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}"
_CLOCK = re.compile(rf"{_TIME}(?:[ ]?(?:{_OFFSET})(?![A-Za-z]))?")
_NAMED_CLOCK = re.compile(rf"{_TIME}(?:[ ]?(?P<zone>{_OFFSET}|[A-Z]{{2,5}}))?")
_WRITTEN = re.compile(rf"(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:{_NAMED_CLOCK.pattern})?")
_OTHER_FORMS = (
    re.compile(r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})(?![0-9])"),
    re.compile(r"(?P<day>[0-9]{1,2})([-/.])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4})(?![0-9])"),
    re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{4})(?![0-9])"),
)


class Moment(NamedTuple):
    """A real date as written, and its time in UTC when that can be told; no zone means UTC."""

    day: date
    time: datetime | None


class Dated(NamedTuple):
    """A date in any form at the start of a text, and what follows it.

    `day` is the date written as `YYYY-MM-DD`, with its time as it stands when one follows.
    """

    day: str
    rest: str


def is_written_as_date(text: str) -> bool:
    """Whether the text has the form `YYYY-MM-DD`, with or without a time; it need not be real."""
    return _WRITTEN.fullmatch(text) is not None


@lru_cache(maxsize=4096)  # a changelog has many entries a day, and each is compared with others
def moment(text: str) -> Moment | None:
    """The moment that a date field names, or None when it names none."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    try:
        return Moment(date.fromisoformat(found["day"]), _time(found))
    except (ValueError, OverflowError):
        return None


def _time(found: re.Match[str]) -> datetime | None:
    """The time in UTC, or None without one and in a zone with a name that several have (`CST`).

    Raises ValueError or OverflowError for one that is not real.
    """
    if found["hour"] is None:
        return None
    second, part = int(found["second"] or 0), int((found["part"] or "").ljust(6, "0")[:6])
    hour = _hour(int(found["hour"]), found["half"])
    clock, offset = time(hour, int(found["minute"]), second, part), _offset(found["zone"])
    there = datetime.combine(date.fromisoformat(found["day"]), clock)
    return None if offset is None else there - offset


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half in "Pp" else 0)


def _offset(zone: str | None) -> timedelta | None:
    if zone is None or zone in ("Z", "UTC", "GMT"):
        return timedelta()
    if zone[0] not in "+-":
        return None
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
    # A word after the time is the name of a zone only where nothing else follows.
    clock = _NAMED_CLOCK.fullmatch(text.rstrip(), end) or _CLOCK.match(text, end)
    return Dated(day + (clock[0] if clock else ""), text[clock.end() if clock else end :])


def _readings(text: str) -> Iterator[tuple[str, int]]:
    """The real days that the start of a text may mean, each with where it ends."""
    for form in _OTHER_FORMS:
        if found := form.match(text):
            try:
                day = date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                continue
            yield day.isoformat(), found.end()
