"""Puts right what a line says wrongly, keeping what it says rightly and how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sutaza_hooks.changelog.entry import FIELDS, Attempt, Entry, Fault, Fields
from sutaza_hooks.changelog.kind import TYPES, type_named
from sutaza_hooks.changelog.moment import dated, is_written_as_date, moment
from sutaza_hooks.changelog.row import row, split
from sutaza_hooks.changelog.version import looks_like_version
from sutaza_hooks.changelog.writing import render

_GROUPS = re.compile(r"(?:\[[^\[\]]*\][ \t]*(?:[-–—:|][ \t]*)?){1,4}")
_GROUP = re.compile(r"\[([^\[\]]*)\]")
_CONVENTIONAL = re.compile(r"(?P<type>\w+)(?:\((?P<component>[^()]*)\))?!?:[ \t]*(?P<rest>.*)")
_BOLD = re.compile(r"\*\*(?P<component>[^*]+?):?\*\*:?[ \t]+(?P<rest>.+)")
_FIRST_WORD = re.compile(r"\w*")
_MARK = re.compile(r"(?:\*\*|__|[*_`])(?=\[[0-9]{1,4}[-/.][0-9]|[0-9]{4}-[0-9])")
_PUNCTUATION = " \t:|,-–—"

Texts = tuple[str, ...]


def corrected(
    wrong: Entry | Attempt,
    defaults: Fields,
    faults: Iterable[Fault] = (),
    *,
    types: Sequence[str] = TYPES,
) -> str:
    """The first line put right.

    Of an entry the fields with faults are replaced; of an attempt all fields that can be
    recognised are kept, in whatever order and form, and the rest is taken from `defaults`.
    """
    if isinstance(wrong, Attempt):
        return render(_recovered(wrong, defaults, types), wrong.style)
    right = {
        fault.field: fault.instead or getattr(defaults, fault.field)
        for fault in faults
        if fault.instead or getattr(defaults, fault.field)
    }
    return render(wrong.fields._replace(**right), wrong.style)


def _recovered(attempt: Attempt, defaults: Fields, types: Sequence[str]) -> Fields:
    body = row(attempt.text.split("\n")[0]).body
    day, texts = _day(_pieces(_unmarked(body)))
    if _in_order(texts, types):
        version, component, kind, description = texts
        kind = type_named(kind, types) or kind
        return Fields(day or defaults.date, version, component, kind, description)
    version, texts = _version(texts)
    component, kind, texts = _component_and_type(texts, types, bool(day or version))
    said = _said(" - ".join(texts), types)
    return Fields(
        day or defaults.date,
        version or defaults.version,
        component or said.component or defaults.component,
        type_named(kind or said.type, types) or defaults.type,
        said.description or defaults.description,
    )


def _pieces(body: str) -> Texts:
    """The parts of a line, also where brackets stand without ` - ` between them."""
    groups = _GROUPS.match(body)
    bracketed = _GROUP.findall(groups[0]) if groups else []
    rest = body[groups.end() :] if groups else body
    parts = [part.text for part in split(rest, len(FIELDS) - len(bracketed))]
    return tuple(text for each in (*bracketed, *parts) if (text := each.strip()))


def _unmarked(body: str) -> str:
    """The line without the bold or code marks around it, or around each of its brackets."""
    found = _MARK.match(body)
    if found is None:
        return body
    rest = body[found.end() :].replace(found[0], "", 1)
    mark = re.escape(found[0])
    return re.sub(rf"{mark}(\[[^\[\]]*\]){mark}", r"\1", rest)


def _day(texts: Texts) -> tuple[str, Texts]:
    """The date as it should be written, and the texts without it."""
    for number, text in enumerate(texts):
        others = (*texts[:number], *texts[number + 1 :])
        if is_written_as_date(text):
            return (text if moment(text) else ""), others
        if found := dated(text):
            rest = found.rest.strip(_PUNCTUATION)
            return found.day, (*texts[:number], *([rest] if rest else ()), *texts[number + 1 :])
    if len(texts) == len(FIELDS) and not looks_like_version(texts[0]):
        return "", texts[1:]  # what stands in the date's place is none
    return "", texts


def _in_order(texts: Texts, types: Sequence[str]) -> bool:
    """Whether four fields after the date stand where they belong, right or wrong as they are."""
    if len(texts) != len(FIELDS) - 1 or not all(map(_can_be_component, texts[:-1])):
        return False
    versions = [looks_like_version(text) for text in texts]
    kinds = [type_named(text, types) is not None for text in texts]
    return (versions[0] or not any(versions)) and (kinds[2] or not any(kinds[:2]))


def _version(texts: Texts) -> tuple[str, Texts]:
    for number, text in enumerate(texts):
        if looks_like_version(text):
            return text, (*texts[:number], *texts[number + 1 :])
    return "", texts


def _component_and_type(
    texts: Texts, types: Sequence[str], structured: bool
) -> tuple[str, str, Texts]:
    """What stands before the type is the component, if anything shows that the line has fields."""
    named = (n for n, text in enumerate(texts) if type_named(text, types))
    place = next(named, None)
    kind = "" if place is None else texts[place]
    if place is not None:
        texts = (*texts[:place], *texts[place + 1 :])
    if structured and texts and _can_be_component(texts[0]) and (place or _is_short(texts)):
        return texts[0], kind, texts[1:]
    return "", kind, texts


def _can_be_component(text: str) -> bool:
    """With a bracket that is not closed it could not be told where the component ends."""
    return text.count("[") == text.count("]")


def _is_short(texts: Texts) -> bool:
    """A component has few words; what has more is a description that holds ` - `."""
    return len(texts) > 1 and len(texts[0].split()) < 3


class _Said(NamedTuple):
    """What a sentence tells in the ways of other changelogs: `fix(api): …`, `**api:** …`."""

    type: str
    component: str
    description: str


def _said(text: str, types: Sequence[str]) -> _Said:
    found = _CONVENTIONAL.fullmatch(text)
    if found and type_named(found["type"], types):
        return _Said(found["type"], (found["component"] or "").strip(), found["rest"].strip())
    bold = _BOLD.fullmatch(text)
    rest = bold["rest"].strip() if bold else text
    first = _FIRST_WORD.match(rest)
    return _Said(first[0] if first else "", bold["component"].strip() if bold else "", rest)
