"""For a coding agent: one line for each thing to mend, with what to do next, and nothing else."""

from __future__ import annotations

from sutaza_hooks.diagnostic import Diagnostic, NotEvaluated, Report, Severity, printable


def render(report: Report) -> str:
    lines = [
        *(_step(each) for each in report.diagnostics),
        *(_trouble(each) for each in report.not_evaluated if each.trouble),
    ]
    return "".join(f"{printable(line)}\n" for line in lines)


def _step(diagnostic: Diagnostic) -> str:
    place = f"{diagnostic.location.path}:{diagnostic.location.line}"
    grade = "warning: " if diagnostic.severity is Severity.WARNING else ""
    return f"{place}: {grade}{diagnostic.rule}: {diagnostic.message} -> {diagnostic.help}"


def _trouble(missing: NotEvaluated) -> str:
    return f"not evaluated: {missing.rule}: {missing.reason}"
