"""The Reviewdog Diagnostic Format. https://github.com/reviewdog/reviewdog/tree/master/proto/rdf"""

from __future__ import annotations

from sutaza_hooks import reporters
from sutaza_hooks.diagnostic import (
    COMMIT_MESSAGE,
    Diagnostic,
    Location,
    NotEvaluated,
    Related,
    Report,
    encodable,
    printable,
    to_json,
)

HOLDS = reporters.is_fault
"""reviewdog can be set to fail a build for any diagnostic, also for one of severity `INFO`."""


def render(report: Report) -> str:
    document = {
        "source": {"name": "sutaza", "url": reporters.PROJECT},
        "diagnostics": [
            *(_diagnostic(each) for each in report.diagnostics),
            *(_trouble(each) for each in report.not_evaluated if each.trouble),
        ],
    }
    return to_json(document)


def _diagnostic(diagnostic: Diagnostic) -> dict[str, object]:
    message = f"{printable(diagnostic.message)}\nhelp: {printable(diagnostic.help)}"
    entry: dict[str, object] = {
        "message": message,
        "severity": diagnostic.severity.value.upper(),
        "code": _code(diagnostic.rule),
    }
    if diagnostic.location.path != COMMIT_MESSAGE:
        entry["location"] = _location(diagnostic.location, diagnostic.source)
    if diagnostic.related:
        entry["related_locations"] = [_related(each) for each in diagnostic.related]
    return entry


def _trouble(missing: NotEvaluated) -> dict[str, object]:
    return {
        "message": f"not evaluated: {printable(missing.reason)}",
        "severity": "WARNING",
        "code": _code(missing.rule),
    }


def _code(rule: str) -> dict[str, str]:
    return {"value": rule, "url": reporters.page(rule)}


def _related(related: Related) -> dict[str, object]:
    return {
        "message": printable(related.message),
        "location": _location(related.location, source=""),
    }


def _location(location: Location, source: str) -> dict[str, object]:
    return {"path": encodable(location.path), "range": _range(location, source)}


def _range(location: Location, source: str) -> dict[str, dict[str, int]]:
    """In bytes of UTF-8, the end excluded; in whole lines where the text is not known."""
    if not source or location.last_line != location.line:
        return {"start": {"line": location.line}, "end": {"line": location.last_line}}
    start = _byte(source, location.column - 1)
    end = _byte(source, location.end_column or len(source))
    return {
        "start": {"line": location.line, "column": start},
        "end": {"line": location.line, "column": end},
    }


def _byte(source: str, length: int) -> int:
    """The 1-based byte after so many characters. What is no text, a byte each, counts as one."""
    return len(source[:length].encode("utf-8", "replace")) + 1
