"""The formats of a report, gathered by walking this package: a new file is a new format."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from sutaza_hooks.diagnostic import Diagnostic, Exemption, NotEvaluated, Outcome, Report, printable

PROJECT = "https://github.com/sutaza/sutaza_hooks"


def names() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def render(format: str, report: Report, *, colour: bool = False) -> str:
    """The report in one of the formats that `names` lists; only `text` knows colours."""
    reporter = import_module(f"{__name__}.{format}")
    rendered: str = reporter.render(report, colour) if format == "text" else reporter.render(report)
    return rendered


def untold(format: str, report: Report) -> Sequence[str]:
    """What the report says and the format has no place for, as lines that `text` would have.

    A format whose entries can only be faults of the code says by `HOLDS` what it takes as one.
    """
    reporter = import_module(f"{__name__}.{format}")
    holds: Callable[[Outcome], bool] | None = getattr(reporter, "HOLDS", None)
    return [] if holds is None else notes(report.where(lambda each: not holds(each)))


def is_fault(outcome: Outcome) -> bool:
    """Whether something has to be mended: an exemption is no fault, nor what has no base."""
    return isinstance(outcome, Diagnostic) or (
        isinstance(outcome, NotEvaluated) and outcome.trouble
    )


def notes(report: Report) -> Sequence[str]:
    """What was not evaluated and what is exempt, a line a reason with the rules that give it."""
    return [*_noted("not evaluated", report.not_evaluated), *_noted("exempt", report.exempt)]


def _noted(what: str, outcomes: Sequence[NotEvaluated] | Sequence[Exemption]) -> Iterator[str]:
    """`*` is the gate itself and not named."""
    rules: dict[str, list[str]] = {}
    for each in outcomes:
        rules.setdefault(each.reason, []).append(each.rule)
    for reason, names in rules.items():
        named = ", ".join(name for name in names if name != "*")
        yield printable(f"{what}: {named}: {reason}" if named else f"{what}: {reason}")


def page(rule: str) -> str:
    """The address of a rule's page."""
    return f"{PROJECT}/blob/main/docs/rules/{rule}.md"
