"""Annotations in GitHub Actions: one workflow command a line.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sutaza_hooks.diagnostic import (
    COMMIT_MESSAGE,
    Diagnostic,
    Exemption,
    Location,
    NotEvaluated,
    Report,
    Severity,
    printable,
)

_IN_MESSAGE = MappingProxyType(str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"}))
_IN_PROPERTY = MappingProxyType({**_IN_MESSAGE, ord(":"): "%3A", ord(","): "%2C"})


def render(report: Report) -> str:
    # GitHub shows the first ten annotations of each kind a step: the errors must not wait.
    worst_first = sorted(report.diagnostics, key=lambda each: each.severity is Severity.WARNING)
    commands = (
        *(_diagnostic(each) for each in worst_first),
        *(_not_evaluated(each) for each in report.not_evaluated),
        *(_exempt(each) for each in report.exempt),
    )
    return "".join(f"{command}\n" for command in commands)


def _diagnostic(diagnostic: Diagnostic) -> str:
    properties = {"title": diagnostic.rule, **_place(diagnostic.location)}
    return _command(diagnostic.severity.value, properties, "\n".join(_message(diagnostic)))


def _message(diagnostic: Diagnostic) -> Iterator[str]:
    yield diagnostic.message
    yield f"help: {diagnostic.help}"
    for related in diagnostic.related:
        yield f"see: {related.location.path}:{related.location.line}: {related.message}"


def _not_evaluated(missing: NotEvaluated) -> str:
    kind = "warning" if missing.trouble else "notice"
    return _command(kind, {"title": missing.rule}, f"not evaluated: {missing.reason}")


def _exempt(exemption: Exemption) -> str:
    return _command("notice", {"title": exemption.rule}, f"exempt: {exemption.reason}")


def _place(location: Location) -> dict[str, str]:
    """Columns only on one line: GitHub refuses an annotation that has them on several."""
    if location.path == COMMIT_MESSAGE:
        return {}
    place = {
        "file": location.path,
        "line": str(location.line),
        "endLine": str(location.last_line),
    }
    if location.last_line == location.line:
        place["col"] = str(location.column)
        if location.end_column:
            place["endColumn"] = str(location.end_column)
    return place


def _command(kind: str, properties: Mapping[str, str], message: str) -> str:
    described = ",".join(
        f"{key}={_escaped(value, _IN_PROPERTY)}" for key, value in properties.items()
    )
    return f"::{kind} {described}::{_escaped(message, _IN_MESSAGE)}"


def _escaped(text: str, escapes: Mapping[int, str]) -> str:
    return printable(text.translate(escapes))
