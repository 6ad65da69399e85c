"""Puts right what a line says wrongly, keeping what it says rightly and how it is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sutaza_hooks.changelog.bracket import closed, is_half_bracketed
from sutaza_hooks.changelog.entry import FIELDS, Attempt, Entry, Fault, Fields, Style
from sutaza_hooks.changelog.kind import TYPES
from sutaza_hooks.changelog.recovery import Known, in_order, recovered
from sutaza_hooks.changelog.writing import render

_MOVABLE = ("version", "component", "type")


def corrected(
    wrong: Entry | Attempt,
    defaults: Fields,
    faults: Sequence[Fault] = (),
    *,
    types: Sequence[str] = TYPES,
    components: Collection[str] = (),
) -> str:
    """The first line put right.

    Of an entry whose fields stand in their order those with faults are replaced; else all fields
    that can be recognised are kept, in whatever order and form, and the rest is taken from
    `defaults`.
    """
    known = Known(types, components)
    if isinstance(wrong, Attempt):
        return render(recovered(wrong, defaults, known), wrong.style)
    if _is_mixed_up(wrong, faults, known):
        return render(recovered(wrong, defaults, known), _even(wrong.style))
    right: dict[str, str] = {
        fault.field: fault.instead or getattr(defaults, fault.field)
        for fault in faults
        if fault.instead or getattr(defaults, fault.field)
    }
    return render(wrong.fields._replace(**right), _bracketed(wrong, right))


def _bracketed(wrong: Entry, right: Mapping[str, str]) -> Style:
    """The style of the entry, with brackets around each field that has half of them."""
    brackets = (
        is_bracketed or (name in right and is_half_bracketed(text))
        for name, text, is_bracketed in zip(FIELDS, wrong.fields, wrong.style.brackets, strict=True)
    )
    return wrong.style._replace(brackets=tuple(brackets))


def _even(style: Style) -> Style:
    """The style with all fields in brackets or none, for fields that change their places."""
    return style._replace(brackets=(sum(style.brackets) * 2 > len(FIELDS),) * len(FIELDS))


def _is_mixed_up(wrong: Entry, faults: Sequence[Fault], known: Known) -> bool:
    """Whether a field is wrong because what stands there belongs elsewhere."""
    at_fault = any(fault.field in _MOVABLE for fault in faults)
    return at_fault and not in_order(tuple(map(closed, wrong.fields[1:])), known)
