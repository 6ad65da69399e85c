"""What is wrong with the fields of an entry."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from sutaza_hooks.changelog.boilerplate import is_boilerplate, read_by_all
from sutaza_hooks.changelog.bracket import closed, is_half_bracketed, unmatched
from sutaza_hooks.changelog.entry import Entry, Fault, FieldName
from sutaza_hooks.changelog.kind import TYPES, nearest_type
from sutaza_hooks.changelog.moment import moment
from sutaza_hooks.changelog.version import is_version

_ZONE_SLACK = timedelta(days=1)  # it may be tomorrow already where the entry was written
_WORD = re.compile(r"\w+")
_ENDING = " \t.!?,;:…。！？"

DESCRIBE = "what changed, for whom"
"""Stands where a description has to be written; it is none itself."""


def faults(
    entry: Entry,
    today: date,
    *,
    types: Sequence[str] = TYPES,
    max_age_days: int | None = None,
    components: Collection[str] = (),
) -> tuple[Fault, ...]:
    """The faults of an entry that can be told from it alone, in the order of the fields.

    A description that only names components, the entry's or those that are given, says nothing.
    """
    names = (entry.fields.component, *components)
    judged: dict[FieldName, Iterator[Fault]] = {
        "date": _date(entry.fields.date, today, max_age_days),
        "version": _version(entry.fields.version),
        "component": _component(entry.fields.component),
        "type": _type(entry.fields.type, types),
        "description": _description(entry.fields.description, names),
    }
    fields = zip(entry.fields, judged.items(), strict=True)
    return tuple(
        fault for text, (field, found) in fields for fault in (*_brackets(field, text), *found)[:1]
    )


def _brackets(field: FieldName, text: str) -> Iterator[Fault]:
    """A description may speak of brackets; those around it have to be two."""
    if is_half_bracketed(text) if field == "description" else unmatched(text):
        lacking = "closed" if text.count("[") > text.count("]") else "opened"
        yield Fault(field, f"{field} `{text}` has a bracket that is not {lacking}", closed(text))


def _date(text: str, today: date, max_age_days: int | None) -> Iterator[Fault]:
    found = moment(text)
    if found is None:
        yield Fault("date", f"date `{text}` is not a real date")
    elif found.day - today > _ZONE_SLACK:
        yield Fault("date", f"date `{text}` is in the future", today.isoformat())
    elif max_age_days is not None and (age := (today - found.day).days) > max_age_days:
        reason = f"date `{text}` is {age} days ago, more than {max_age_days}"
        yield Fault("date", reason, today.isoformat())


def _version(text: str) -> Iterator[Fault]:
    if not text:
        yield Fault("version", "version is empty")
    elif not is_version(text):
        yield Fault("version", f"version `{text}` is neither SemVer nor PEP 440 nor `Unreleased`")


def _component(text: str) -> Iterator[Fault]:
    if not text:
        yield Fault("component", "component is empty")
    elif _is_own_name(text, "component"):
        yield Fault("component", f"component `{text}` is the word of the template")


def _type(text: str, types: Sequence[str]) -> Iterator[Fault]:
    if not text:
        yield Fault("type", "type is empty")
    elif text.casefold() not in {each.casefold() for each in types}:
        known = ", ".join(f"`{each}`" for each in types)
        yield Fault("type", f"type `{text}` is none of {known}", nearest_type(text, types) or "")


def _description(text: str, names: Collection[str]) -> Iterator[Fault]:
    if not _WORD.search(read_by_all(text)):
        yield Fault("description", "description is empty")
    elif _is_own_name(text, "description") or wording(text) == DESCRIBE:
        yield Fault("description", f"description `{text}` is the word of the template")
    elif is_boilerplate(text, names):
        yield Fault("description", f"description `{text}` does not say what changed")


def wording(text: str) -> str:
    """What two descriptions share that differ in case, white space or final punctuation alone."""
    return " ".join(read_by_all(text).casefold().split()).rstrip(_ENDING)


def _is_own_name(text: str, field: FieldName) -> bool:
    """Whether the field still holds the word that stands for it in the template."""
    return text.strip("<>{}` ").casefold() == field
