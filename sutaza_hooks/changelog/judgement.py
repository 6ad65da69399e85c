"""What is wrong with the fields of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sutaza_hooks.changelog.entry import Entry, Fault, FieldName
from sutaza_hooks.changelog.kind import TYPES, nearest_type
from sutaza_hooks.changelog.moment import moment
from sutaza_hooks.changelog.version import is_version

_ZONE_SLACK = timedelta(days=1)  # it may be tomorrow already where the entry was written
_WORD = re.compile(r"\w+")
_EMPTY_WORDS = frozenset(
    """
        a all an and another any also as by etc few for from general here in into it its
        just lot lots made make makes misc miscellaneous more my n na none nothing of on
        other others our several small some such that the these this to up various with add
        added adds adjust adjusted adjustments bug bugfix bugfixes bugs change changed
        changes changing chore clean cleaned cleaning cleanup cleanups code commit commits
        correct corrected corrections do did done edit edited edits enhance enhanced
        enhancement enhancements feature features file files first fix fixed fixes fixing
        hotfix improve improved improvement improvements improving initial issue issues
        maintenance minor modification modifications modified modify new optimisation
        optimisations optimization optimizations patch problem problems progress
        project refactor refactored refactoring refactors stuff task thing things tidy todo
        tbd fixme tweak tweaked tweaks update updated updates updating wip work working
    """.split()
)


def faults(
    entry: Entry,
    today: date,
    *,
    types: Sequence[str] = TYPES,
    max_age_days: int | None = None,
) -> tuple[Fault, ...]:
    """The faults of an entry that can be told from it alone, in the order of the fields."""
    return (
        *_date(entry.fields.date, today, max_age_days),
        *_version(entry.fields.version),
        *_component(entry.fields.component),
        *_type(entry.fields.type, types),
        *_description(entry.fields.description),
    )


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


def _description(text: str) -> Iterator[Fault]:
    words = _WORD.findall(text.casefold())
    if not words:
        yield Fault("description", "description is empty")
    elif _is_own_name(text, "description"):
        yield Fault("description", f"description `{text}` is the word of the template")
    elif all(word in _EMPTY_WORDS or word.isdigit() for word in words):
        yield Fault("description", f"description `{text}` does not say what changed")


def _is_own_name(text: str, field: FieldName) -> bool:
    """Whether the field still holds the word that stands for it in the template."""
    return text.strip("<>{}` ").casefold() == field
