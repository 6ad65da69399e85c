"""The fields that a line shows, in whatever order and form they stand in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sutaza_hooks.changelog.bracket import closed
from sutaza_hooks.changelog.entry import FIELDS, Attempt, Entry, Fields
from sutaza_hooks.changelog.kind import nearest_type, type_named
from sutaza_hooks.changelog.moment import dated, is_written_as_date, moment
from sutaza_hooks.changelog.row import row, split
from sutaza_hooks.changelog.version import looks_like_version

_GROUPS = re.compile(r"(?:\[[^\[\]]*\][ \t]*(?:[-–—:|][ \t]*)?){1,4}")
_GROUP = re.compile(r"\[([^\[\]]*)\]")
_CONVENTIONAL = re.compile(r"(?P<type>\w+)(?:\((?P<component>[^()]*)\))?!?:[ \t]*(?P<rest>.*)")
_BOLD = re.compile(r"\*\*(?P<component>[^*]+?):?\*\*:?[ \t]+(?P<rest>.+)")
_FIRST_WORD = re.compile(r"\w*")
_MARK = re.compile(r"(?:\*\*|__|[*_`])(?=\[[0-9]{1,4}[-/.][0-9]|[0-9]{4}-[0-9])")
_PUNCTUATION = " \t:|,-–—"

Texts = tuple[str, ...]


class Known(NamedTuple):
    """The words by which fields are recognised wherever they stand."""

    types: Sequence[str]
    components: Collection[str] = ()

    def is_component(self, text: str) -> bool:
        names = {each.casefold() for each in self.components}
        return bool(names) and all(each.strip() in names for each in text.casefold().split(","))


def recovered(wrong: Entry | Attempt, defaults: Fields, known: Known) -> Fields:
    """The fields of a line; of `defaults` those that it does not show.

    Whatever else the line says goes into the description: nothing that was written is lost.
    """
    body = row(wrong.text.split("\n")[0]).body
    pieces = _pieces(_unmarked(body)) if isinstance(wrong, Attempt) else _closed(wrong)
    day, texts = _day(pieces, known)
    if in_order(texts, known):
        version, component, kind, description = texts
        kind = type_named(kind, known.types) or kind
        return Fields(day or defaults.date, version, component, kind, description)
    version, texts = _version(texts)
    component, kind, texts = _component_and_type(texts, known, bool(day or version))
    said = _said(" - ".join(texts), known.types, bool(kind), bool(component))
    return Fields(
        day or defaults.date,
        version or defaults.version,
        component or said.component or defaults.component,
        type_named(kind or said.type, known.types) or defaults.type,
        said.description or defaults.description,
    )


def _closed(entry: Entry) -> Texts:
    return tuple(map(closed, entry.fields[:-1])) + entry.fields[-1:]


def in_order(texts: Sequence[str], known: Known) -> bool:
    """Whether four fields after the date stand where they belong, right or wrong as they are."""
    if len(texts) != len(FIELDS) - 1 or not all(map(_can_be_component, texts[:-1])):
        return False
    version, component, kind, _ = texts
    if any(map(looks_like_version, (component, kind))) and not looks_like_version(version):
        return False
    if any(type_named(text, known.types) for text in (version, component)):
        return nearest_type(kind, known.types) is not None or known.is_component(component)
    return known.is_component(component) or not any(map(known.is_component, (version, kind)))


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


def _day(texts: Texts, known: Known) -> tuple[str, Texts]:
    """The date as it should be written, and the texts without it."""
    for number, text in enumerate(texts):
        others = (*texts[:number], *texts[number + 1 :])
        if is_written_as_date(text):
            return (text if moment(text) else ""), others
        if found := dated(text):
            rest = found.rest.strip(_PUNCTUATION)
            return found.day, (*texts[:number], *([rest] if rest else ()), *texts[number + 1 :])
    if in_order(texts[1:], known) and looks_like_version(texts[1]):
        return "", texts[1:]  # what stands in the date's place is none
    return "", texts


def _version(texts: Texts) -> tuple[str, Texts]:
    for number, text in enumerate(texts):
        if looks_like_version(text):
            return text, (*texts[:number], *texts[number + 1 :])
    return "", texts


def _component_and_type(texts: Texts, known: Known, structured: bool) -> tuple[str, str, Texts]:
    """The component is one that is known, or stands before the type, or is short.

    Something has to show that the line has fields.
    """
    named = (n for n, text in enumerate(texts) if type_named(text, known.types))
    place = next(named, None)
    kind = "" if place is None else texts[place]
    if place is not None:
        texts = (*texts[:place], *texts[place + 1 :])
    if not structured or not texts:
        return "", kind, texts
    at = next((n for n, text in enumerate(texts) if known.is_component(text)), None)
    if at is None and _can_be_component(texts[0]) and (place or _is_short(texts)):
        at = 0
    if at is None:
        return "", kind, texts
    return texts[at], kind, (*texts[:at], *texts[at + 1 :])


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


def _said(text: str, types: Sequence[str], has_type: bool, has_component: bool) -> _Said:
    """A sign of a field that the line has already stays in the description."""
    found = _CONVENTIONAL.fullmatch(text)
    if found and type_named(found["type"], types) and not has_type:
        component = (found["component"] or "").strip()
        if not (component and has_component):
            return _Said(found["type"], component, found["rest"].strip())
    bold = None if has_component else _BOLD.fullmatch(text)
    rest = bold["rest"].strip() if bold else text
    first = _FIRST_WORD.match(rest)
    return _Said(first[0] if first else "", bold["component"].strip() if bold else "", rest)
