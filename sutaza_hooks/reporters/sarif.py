"""SARIF 2.1.0, within what GitHub's code scanning takes.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from sutaza_hooks import __version__, reporters
from sutaza_hooks.diagnostic import (
    COMMIT_MESSAGE,
    Diagnostic,
    Location,
    Related,
    Report,
    Severity,
    printable,
    to_json,
)

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_MOST_RESULTS = 5_000  # GitHub drops the rest
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # surrogates that stand for no byte of a path

_Object = dict[str, object]


def render(report: Report) -> str:
    return to_json(_log(report))


def _log(report: Report) -> _Object:
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}


def _run(report: Report) -> _Object:
    diagnostics = _worst_first(report)[:_MOST_RESULTS]
    of_rule = {each.rule: each for each in diagnostics}
    return {
        "tool": {"driver": _driver([_rule(each) for each in of_rule.values()])},
        "invocations": [_invocation(report, left_out=len(report.diagnostics) - len(diagnostics))],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": _text("the root of the repository")}},
        "results": list(_results(diagnostics, list(of_rule))),
    }


def _worst_first(report: Report) -> list[Diagnostic]:
    return sorted(report.diagnostics, key=lambda each: each.severity is Severity.WARNING)


def _driver(rules: Sequence[_Object]) -> _Object:
    return {
        "name": "sutaza",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": reporters.PROJECT,
        "rules": rules,
    }


def _rule(diagnostic: Diagnostic) -> _Object:
    """What is known of a rule from one of its diagnostics. GitHub requires all three texts."""
    name = diagnostic.rule
    forbidden = name.replace("-", " ")
    return {
        "id": name,
        "shortDescription": _text(forbidden),
        "fullDescription": _text(f"{forbidden} (charter: {diagnostic.charter})"),
        "help": _text(f"run `sutaza explain {name}`"),
        "helpUri": reporters.page(name),
        "defaultConfiguration": {"level": diagnostic.severity.value},
        "properties": {"charter": diagnostic.charter},
    }


def _invocation(report: Report, left_out: int) -> _Object:
    return {
        "executionSuccessful": not report.troubled,
        "toolExecutionNotifications": list(_notifications(report, left_out)),
    }


def _notifications(report: Report, left_out: int) -> Iterator[_Object]:
    for missing in report.not_evaluated:
        level = "error" if missing.trouble else "warning"
        yield _notification(level, f"not evaluated: {missing.reason}", missing.rule)
    for exemption in report.exempt:
        yield _notification("note", f"exempt: {exemption.reason}", exemption.rule)
    if left_out:
        told = f"results beyond the first {_MOST_RESULTS:,}, the most GitHub keeps: {left_out:,}"
        yield {"level": "warning", "message": _text(told)}


def _notification(level: str, told: str, rule: str) -> _Object:
    return {"level": level, "message": _text(told), "associatedRule": {"id": rule}}


def _results(diagnostics: Sequence[Diagnostic], rules: Sequence[str]) -> Iterator[_Object]:
    index = {rule: position for position, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        fingerprint = diagnostic.fingerprint
        seen[fingerprint] += 1
        yield {
            "ruleId": diagnostic.rule,
            "ruleIndex": index[diagnostic.rule],
            "level": diagnostic.severity.value,
            "message": _text(f"{diagnostic.message}; {diagnostic.help}"),
            "locations": [_location(diagnostic.location, diagnostic.source)],
            "relatedLocations": _related(diagnostic.related),
            "partialFingerprints": {
                "sutaza/v1": fingerprint,
                "primaryLocationLineHash": f"{fingerprint}:{seen[fingerprint]}",
            },
        }


def _related(related: Sequence[Related]) -> list[_Object]:
    """Each once, as the schema demands: all lines of a commit message are one location."""
    locations: list[_Object] = []
    for each in related:
        location = {**_location(each.location, source=""), "message": _text(each.message)}
        if location not in locations:
            locations.append(location)
    return locations


def _location(location: Location, source: str) -> _Object:
    """GitHub refuses a whole upload for one place without a file, so the message has one too."""
    is_message = location.path == COMMIT_MESSAGE
    uri = "COMMIT_EDITMSG" if is_message else _uri(location.path)
    physical: _Object = {
        "artifactLocation": {"uri": uri, "uriBaseId": _ROOT},
        "region": _region(location, source),
    }
    logical: _Object = {"logicalLocations": [{"name": "commit message"}]} if is_message else {}
    return {"physicalLocation": physical, **logical}


def _region(location: Location, source: str) -> dict[str, int]:
    """Its end column is the one after the span. Without one, the span is to the line's end."""
    region = {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.last_line,
    }
    if location.end_column:
        region["endColumn"] = location.end_column + 1
    elif source and location.last_line == location.line:
        region["endColumn"] = max(len(source) + 1, location.column)
    return region


def _uri(path: str) -> str:
    """The path's own bytes, whatever their encoding, as a relative reference."""
    octets = _NO_BYTE.sub("\N{REPLACEMENT CHARACTER}", path).encode("utf-8", "surrogateescape")
    return quote(octets, safe="/")


def _text(text: str) -> _Object:
    return {"text": printable(text)}
