"""Lines that try to be entries and fail: which do, and by which field."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sutaza_hooks.changelog.entry import FIELDS, Fault, FieldName
from sutaza_hooks.changelog.kind import type_named
from sutaza_hooks.changelog.moment import dated, is_written_as_date
from sutaza_hooks.changelog.row import Part, Row
from sutaza_hooks.changelog.version import is_version

_DATE_LIKE = re.compile(
    r"\[?[ \t]*(?:[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2[0-9]{4})"
    r"(?![0-9])(?:[T ][0-9]{2}:[0-9]{2}[^\s\]]*)?"
)
_AFTER_DATE = re.compile(r"[ \t]*(?:[:|\[]|\Z)|[ \t]+[-–—]|[-–—][ \t]")
_TEMPLATE_WORDS = frozenset(
    ("date", "time", "version", "component", "type", "description", "yyyy-mm-dd", "x.y.z")
)


def tries(row: Row) -> bool:
    """Whether a line has the look of an entry: a date first, or three fields after a bracket."""
    if is_template(row):
        return False
    return _starts_with_date(row) or (len(row.parts) > 2 and row.parts[0].bracketed)


def is_template(row: Row) -> bool:
    """Whether the line describes the format: most of its fields are their own names."""
    words = (part.text.strip("<>{}[]` ").casefold() for part in row.parts)
    named = sum(word in _TEMPLATE_WORDS for word in words)
    return len(row.parts) > 2 and named * 2 > len(row.parts)


def _starts_with_date(row: Row) -> bool:
    found = _DATE_LIKE.match(row.body)
    if found is None:
        return False
    if row.body.startswith("["):
        return not row.body.startswith("](", found.end())
    return _AFTER_DATE.match(row.body, found.end()) is not None


def fault_of(row: Row) -> Fault:
    """The first field that keeps the line from being an entry."""
    texts = [part.text for part in row.parts]
    if not is_written_as_date(texts[0]):
        return _date_fault(row.parts)
    field = _missing(texts)
    return Fault(field, f"{field} is missing")


def _date_fault(parts: Sequence[Part]) -> Fault:
    first = parts[0].text
    if any(is_written_as_date(part.text) for part in parts[1:]):
        return Fault("date", f"`{first}` stands where the date belongs")
    found = dated(first.lstrip("[ \t"))
    if found is None:
        if len(parts) == len(FIELDS) or _DATE_LIKE.match(first):
            return Fault("date", f"date `{first}` is not written `YYYY-MM-DD`")
        return Fault("date", "date is missing")
    if found.rest.strip():
        return Fault("date", "date is not parted from what follows by ` - `", found.day)
    return Fault("date", f"date `{first}` is not written `YYYY-MM-DD`", found.day)


def _missing(texts: Sequence[str]) -> FieldName:
    """Which of the fields after a date is not there, told from what the others are."""
    if len(texts) == 1 or not is_version(texts[1]):
        return "version"
    rest = texts[2:]
    if len(rest) < 2 or type_named(rest[0]):
        return "component"
    return "description" if type_named(rest[1]) else "type"
