"""JUnit's XML: a suite for each rule, a case for each diagnostic, and never a false pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree

from sutaza_hooks.diagnostic import (
    Diagnostic,
    Exemption,
    NotEvaluated,
    Report,
    Severity,
    printable,
)

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OUTCOMES = (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))


def render(report: Report) -> str:
    cases = sorted(_cases(report), key=_rule)
    suites = _counted("testsuites", "sutaza", cases)
    for rule, of_rule in groupby(cases, key=_rule):
        members = tuple(of_rule)
        suite = _counted("testsuite", rule, members)
        suite.extend(members)
        suites.append(suite)
    ElementTree.indent(suites)
    return _DECLARATION + ElementTree.tostring(suites, encoding="unicode") + "\n"


def _cases(report: Report) -> Iterator[ElementTree.Element]:
    yield from map(_diagnostic, report.diagnostics)
    yield from map(_not_evaluated, report.not_evaluated)
    yield from map(_exempt, report.exempt)
    if not report.diagnostics and not report.troubled:
        yield _case("sutaza", "no diagnostics")


def _diagnostic(diagnostic: Diagnostic) -> ElementTree.Element:
    """A warning is a skipped case: it must be seen and must not turn the build red."""
    location = diagnostic.location
    message = printable(diagnostic.message)
    place = f"{printable(location.path)}:{location.line}:{location.column}"
    case = _case(diagnostic.rule, f"{place}: {message}")
    case.set("file", printable(location.path))
    case.set("line", str(location.line))
    if diagnostic.severity is Severity.WARNING:
        outcome = ElementTree.SubElement(case, "skipped", message=f"warning: {message}")
    else:
        outcome = ElementTree.SubElement(case, "failure", message=message, type=diagnostic.rule)
    outcome.text = "\n".join(_details(diagnostic))
    return case


def _details(diagnostic: Diagnostic) -> Iterator[str]:
    yield f"help: {printable(diagnostic.help)}"
    for related in diagnostic.related:
        place = f"{printable(related.location.path)}:{related.location.line}"
        yield f"see: {place}: {printable(related.message)}"


def _not_evaluated(missing: NotEvaluated) -> ElementTree.Element:
    reason = printable(missing.reason)
    case = _case(missing.rule, f"not evaluated: {reason}")
    ElementTree.SubElement(case, "error" if missing.trouble else "skipped", message=reason)
    return case


def _exempt(exemption: Exemption) -> ElementTree.Element:
    reason = printable(exemption.reason)
    case = _case(exemption.rule, f"exempt: {reason}")
    ElementTree.SubElement(case, "skipped", message=f"exempt: {reason}")
    return case


def _case(rule: str, name: str) -> ElementTree.Element:
    return ElementTree.Element("testcase", classname=rule, name=name)


def _rule(case: ElementTree.Element) -> str:
    return case.attrib["classname"]


def _counted(tag: str, name: str, cases: Sequence[ElementTree.Element]) -> ElementTree.Element:
    outcomes = [child.tag for case in cases for child in case]
    element = ElementTree.Element(tag, name=name, tests=str(len(cases)))
    for key, outcome in _OUTCOMES:
        element.set(key, str(outcomes.count(outcome)))
    return element
