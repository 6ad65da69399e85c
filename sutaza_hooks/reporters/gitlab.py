"""GitLab's code quality report. https://docs.gitlab.com/ci/testing/code_quality/"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from sutaza_hooks.diagnostic import (
    Diagnostic,
    NotEvaluated,
    Report,
    Severity,
    encodable,
    printable,
    to_json,
)
from sutaza_hooks.reporters import is_fault

HOLDS = is_fault
"""GitLab counts every entry as a fault of the code, also one of severity `info`."""

_CONFIGURATION = ".sutaza.yaml"


def render(report: Report) -> str:
    entries = [
        *_diagnostics(report),
        *(_trouble(each) for each in report.not_evaluated if each.trouble),
    ]
    return to_json(entries)


def _diagnostics(report: Report) -> Iterator[dict[str, object]]:
    """GitLab shows only the first of the entries that have one fingerprint: repeats are counted."""
    seen: Counter[str] = Counter()
    for diagnostic in report.diagnostics:
        fingerprint = diagnostic.fingerprint
        seen[fingerprint] += 1
        repeat = f"-{seen[fingerprint]}" if seen[fingerprint] > 1 else ""
        yield _diagnostic(diagnostic, fingerprint + repeat)


def _diagnostic(diagnostic: Diagnostic, fingerprint: str) -> dict[str, object]:
    location = diagnostic.location
    return _entry(
        rule=diagnostic.rule,
        description=f"{diagnostic.message}; {diagnostic.help}",
        fingerprint=fingerprint,
        severity="major" if diagnostic.severity is Severity.ERROR else "minor",
        path=location.path,
        lines=(location.line, location.last_line),
    )


def _trouble(missing: NotEvaluated) -> dict[str, object]:
    """A place is required, and what could not be evaluated has none: the configuration's."""
    told = printable(f"{missing.rule} {missing.reason}")
    return _entry(
        rule=missing.rule,
        description=f"not evaluated: {missing.reason}",
        fingerprint=hashlib.sha256(told.encode()).hexdigest()[:32],
        severity="critical",
        path=_CONFIGURATION,
        lines=(1, 1),
    )


def _entry(
    *,
    rule: str,
    description: str,
    fingerprint: str,
    severity: str,
    path: str,
    lines: tuple[int, int],
) -> dict[str, object]:
    begin, end = lines
    return {
        "description": printable(description),
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": encodable(path), "lines": {"begin": begin, "end": end}},
    }
