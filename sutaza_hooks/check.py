"""The check itself: rules are given a Change, and what they say becomes a Report."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sutaza_hooks import suppression
from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import (
    Diagnostic,
    Exemption,
    Judged,
    NotEvaluated,
    Outcome,
    Report,
    ordered,
)
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.languages import language_of
from sutaza_hooks.rule import Rule
from sutaza_hooks.rules.unused_suppression import UnusedSuppression
from sutaza_hooks.suppression import Suppression
from sutaza_hooks.text import LARGEST_TEXT

_Said = TypeVar("_Said", NotEvaluated, Exemption)

_PIECE = 100  # files; fewer than the texts that a tree holds at once


def check(change: Change, rules: Sequence[Rule]) -> Report:
    """The verdict of the rules on the change."""
    reports = [_checked(part, rules) for part in _parts(change)]
    return Report(
        change=Judged(change.mode, change.before.id, change.after.id),
        diagnostics=ordered(each for report in reports for each in report.diagnostics),
        not_evaluated=_sorted(each for report in reports for each in report.not_evaluated),
        exempt=_sorted(each for report in reports for each in report.exempt),
        suppressed=sum(report.suppressed for report in reports),
    )


def _parts(change: Change) -> Iterator[Change]:
    """An audit in pieces, so that each file is read once and not once a rule."""
    if change.mode != "all-files" or not change.judged:
        yield change
        return
    for start in range(0, len(change.judged), _PIECE):
        yield replace(change, judged=change.judged[start : start + _PIECE])


def _checked(change: Change, rules: Sequence[Rule]) -> Report:
    outcomes = [*_unread(change), *_outcomes(change, rules)]
    found = [each for each in outcomes if isinstance(each, Diagnostic)]
    about_change = {rule.name for rule in rules if rule.exception}
    allowing = _allowing(change, [each for each in found if each.rule not in about_change])
    left = [each for each in found if each not in allowing]
    idle = {each.rule for each in outcomes if not isinstance(each, Diagnostic)}
    judging = [rule for rule in rules if rule.name not in idle]
    left.extend(_unused(change, judging, _used(allowing)))
    return Report(
        change=Judged(change.mode, change.before.id, change.after.id),
        diagnostics=tuple(left),
        not_evaluated=tuple(each for each in outcomes if isinstance(each, NotEvaluated)),
        exempt=tuple(each for each in outcomes if isinstance(each, Exemption)),
        suppressed=len(allowing),
    )


def _sorted(outcomes: Iterable[_Said]) -> tuple[_Said, ...]:
    return tuple(sorted(set(outcomes), key=lambda each: (each.rule, each.reason)))


def _outcomes(change: Change, rules: Sequence[Rule]) -> Iterator[Outcome]:
    if change.commit == "pick":
        yield Exemption("*", change.commit_reason)
        return
    for rule in rules:
        yield from _outcomes_of(rule, change)


def _outcomes_of(rule: Rule, change: Change) -> Iterator[Outcome]:
    """What one rule says. A rule that fails is named, and the others are still asked."""
    try:
        yield from rule.check(change)
    except SutazaError as error:
        yield NotEvaluated(rule.name, str(error), trouble=True)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"internal error: {type(error).__name__}: {error} ({where.name}:{where.lineno})"
        yield NotEvaluated(rule.name, reason, trouble=True, bug=True)


def _unread(change: Change) -> Iterator[NotEvaluated]:
    """Source files that cannot be judged: too large to be read, or binary by their content."""
    for patch in change.judged:
        if patch.path not in change.after or change.after.get(patch.path) is not None:
            continue
        # The language is asked last: reading them all is 15 ms that most checks save.
        if language_of(patch.path) is None:
            continue
        if change.after.oversized(patch.path):
            limit = LARGEST_TEXT // 1024**2
            reason = f"{patch.path}: larger than {limit} MB; exclude it in .sutaza.yaml"
            yield NotEvaluated("*", reason, trouble=True)
        else:
            yield NotEvaluated("*", f"{patch.path}: not text")


def _allowing(
    change: Change, diagnostics: Sequence[Diagnostic]
) -> dict[Diagnostic, list[Suppression]]:
    """Which suppressions allow which diagnostics, for those that any does."""
    paths = dict.fromkeys(each.location.path for each in diagnostics)
    today = change.date.date()
    known = {path: suppression.in_file(change.after, path) for path in paths}
    matched = {
        diagnostic: [
            each for each in known[diagnostic.location.path] if each.allows(diagnostic, today)
        ]
        for diagnostic in diagnostics
    }
    return {diagnostic: every for diagnostic, every in matched.items() if every}


def _used(allowing: Mapping[Diagnostic, Sequence[Suppression]]) -> set[tuple[Suppression, str]]:
    """The suppressions that allowed something, each with the rule."""
    return {(each, diagnostic.rule) for diagnostic, every in allowing.items() for each in every}


def _unused(
    change: Change, rules: Sequence[Rule], used: set[tuple[Suppression, str]]
) -> Iterator[Diagnostic]:
    """What is said of added suppressions that name rules which judged, and allowed nothing."""
    judging = next((rule for rule in rules if isinstance(rule, UnusedSuppression)), None)
    if judging is None or change.commit == "pick":
        return
    ran = {rule.name for rule in rules if not rule.exception} - suppression.POLICING
    for patch, each in suppression.added(change):
        judged = all(patch.adds(line) for line in each.covers)
        names = [name for name in each.rules if name in ran and (each, name) not in used]
        if names and judged and each.in_force(change.date.date()):
            yield judging.unused(each, names)
