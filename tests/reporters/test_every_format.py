"""What holds of every format."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given

from sutaza_hooks import reporters
from sutaza_hooks.diagnostic import Diagnostic, Exemption, Location, NotEvaluated, Outcome, Report

from .sample import CLEAN, JUDGED, SAMPLE, WEIRD, reports, weird

FORMATS = ("agent", "github", "gitlab", "json", "junit", "rdjson", "sarif", "text")
every_format = pytest.mark.parametrize("format", FORMATS)


def is_safe(rendered: str) -> bool:
    """Valid UTF-8, and nothing in it moves a cursor, rings a bell or turns the writing round."""
    rendered.encode("utf-8")
    return all(each.isprintable() or each == "\n" for each in rendered)


def test_the_formats_are_the_files_of_the_package() -> None:
    assert reporters.names() == FORMATS


def test_naming_the_formats_imports_none_of_them() -> None:
    program = (
        "import sys; from sutaza_hooks import reporters; reporters.names();"
        "print([each for each in sys.modules if each.startswith('sutaza_hooks.reporters.')])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert answer.stdout.strip() == b"[]"


@pytest.mark.parametrize("format", ["agent", "github", "text"])
def test_a_format_for_reading_says_nothing_of_a_clean_change(format: str) -> None:
    assert reporters.render(format, CLEAN) == ""


@every_format
def test_only_text_changes_with_colour(format: str) -> None:
    plain = reporters.render(format, SAMPLE)
    coloured = reporters.render(format, SAMPLE, colour=True)
    assert (plain != coloured) == (format == "text")


@every_format
@pytest.mark.parametrize("text", WEIRD.values(), ids=WEIRD)
def test_a_weird_text_is_safe_wherever_it_stands(format: str, text: str) -> None:
    rendered = reporters.render(format, weird(text))
    assert is_safe(rendered)
    assert rendered.endswith("\n")


@given(report=reports)
def test_any_report_is_safe(report: Report) -> None:
    for format in FORMATS:
        assert is_safe(reporters.render(format, report)), format


TOLD: dict[str, tuple[Outcome, str]] = {
    "a diagnostic": (Diagnostic(Location("a.py"), "r", "is the one of this test", "mend it"), ""),
    "trouble": (NotEvaluated("r", "is the one of this test", trouble=True), ""),
    "no base": (
        NotEvaluated("r", "is the one of this test"),
        "not evaluated: r: is the one of this test",
    ),
    "an exemption": (
        Exemption("r", "is the one of this test"),
        "exempt: r: is the one of this test",
    ),
}
LINES = {"gitlab", "rdjson"}
"""Formats in which all is a fault of the code; what is none goes beside them, to stderr."""


@every_format
@pytest.mark.parametrize(("outcome", "line"), TOLD.values(), ids=TOLD.keys())
def test_what_a_report_says_is_told_in_the_format_or_beside_it(
    format: str, outcome: Outcome, line: str
) -> None:
    report = Report(
        JUDGED,
        diagnostics=(outcome,) if isinstance(outcome, Diagnostic) else (),
        not_evaluated=(outcome,) if isinstance(outcome, NotEvaluated) else (),
        exempt=(outcome,) if isinstance(outcome, Exemption) else (),
    )
    beside = reporters.untold(format, report)
    assert beside == ([line] if line and format in LINES else [])
    inside = "is the one of this test" in reporters.render(format, report)
    leaves_out = format == "agent" and isinstance(outcome, Exemption)  # it asks for nothing
    assert inside is not (bool(beside) or leaves_out)


@every_format
@pytest.mark.parametrize("text", WEIRD.values(), ids=WEIRD)
def test_what_is_told_beside_a_format_is_safe(format: str, text: str) -> None:
    assert is_safe("\n".join(reporters.untold(format, weird(text))))
