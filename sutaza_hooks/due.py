"""The day by which a comment says that its work is done, such as `TODO(#12) by 2026-03-01`."""

from __future__ import annotations

from datetime import date, timedelta

from sutaza_hooks.pattern import IGNORECASE, Pattern

_DAY = r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\d-]|T\d)"
_DUE = Pattern(  # a date alone may be when something was written; these words or marks make it due
    r"(?:\b(?:by|until|due|expires?|remove after)(?: on)?[ :]\s*"
    rf"|^\s?[(\[](?:[^()\[\]\n]*[\s,])?|@){_DAY}",
    IGNORECASE,
)


def due(text: str) -> date | None:
    """The first day that the text behind a tag is due by; a month is due by its last day.

    The forms are those of linters for comments that expire: a date in brackets right after the
    tag, after `@`, or after a word such as `by` or `expires`. What is no day of the calendar is
    none.
    """
    found = _DUE.search(text)
    if found is None:
        return None
    year, month = int(found["year"]), int(found["month"])
    try:
        if found["day"]:
            return date(year, month, int(found["day"]))
        first = date(year, month, 1)
        return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None
