"""For a coding agent: a line for each thing to mend, with what to do next, and no more.

What could not be judged and asks for nothing takes one line together: it must not look passed.
"""

from __future__ import annotations

from collections.abc import Sequence

from sutaza_hooks.diagnostic import Diagnostic, NotEvaluated, Report, Severity, printable


def render(report: Report) -> str:
    lines = [
        *(_step(each) for each in report.diagnostics),
        *(_unjudged([each]) for each in report.not_evaluated if each.trouble),
    ]
    if rest := [each for each in report.not_evaluated if not each.trouble]:
        lines.append(_unjudged(rest))
    return "".join(f"{printable(line)}\n" for line in lines)


def _step(diagnostic: Diagnostic) -> str:
    place = f"{diagnostic.location.path}:{diagnostic.location.line}"
    grade = "warning: " if diagnostic.severity is Severity.WARNING else ""
    return f"{place}: {grade}{diagnostic.rule}: {diagnostic.message} -> {diagnostic.help}"


def _unjudged(missing: Sequence[NotEvaluated]) -> str:
    return f"not evaluated: {'; '.join(f'{each.rule}: {each.reason}' for each in missing)}"
