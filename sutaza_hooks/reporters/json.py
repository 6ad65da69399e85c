"""The stable JSON report, which is also a baseline; every text in it is safe to print."""

from __future__ import annotations

from sutaza_hooks.diagnostic import (
    Diagnostic,
    NotEvaluated,
    Related,
    Report,
    encodable,
    printable,
    to_json,
)


def render(report: Report) -> str:
    document = {
        "version": 1,
        "change": report.change._asdict(),
        "diagnostics": [_diagnostic(each) for each in report.diagnostics],
        "not_evaluated": [_not_evaluated(each) for each in report.not_evaluated],
        "exempt": [{"rule": each.rule, "reason": printable(each.reason)} for each in report.exempt],
        "suppressed": report.suppressed,
        "baselined": report.baselined,
    }
    return to_json(document)


def _diagnostic(diagnostic: Diagnostic) -> dict[str, object]:
    location = diagnostic.location
    return {
        "rule": diagnostic.rule,
        "charter": diagnostic.charter,
        "severity": diagnostic.severity.value,
        "path": encodable(location.path),
        "line": location.line,
        "column": location.column,
        "end_line": location.last_line,
        "end_column": location.end_column or _line_end(diagnostic),
        "message": printable(diagnostic.message),
        "help": printable(diagnostic.help),
        "fingerprint": diagnostic.fingerprint,
        "related": [_related(each) for each in diagnostic.related],
    }


def _line_end(diagnostic: Diagnostic) -> int:
    """The last column of the first line; of a later line, whose text is not known, the first."""
    location = diagnostic.location
    if location.last_line > location.line:
        return 1
    return max(location.column, len(diagnostic.source))


def _related(related: Related) -> dict[str, object]:
    return {
        "path": encodable(related.location.path),
        "line": related.location.line,
        "end_line": related.location.last_line,
        "message": printable(related.message),
    }


def _not_evaluated(missing: NotEvaluated) -> dict[str, object]:
    return {
        "rule": missing.rule,
        "reason": printable(missing.reason),
        "trouble": missing.trouble,
    }
