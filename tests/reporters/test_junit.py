"""JUnit's XML."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given

from sutaza_hooks.diagnostic import NotEvaluated, Report, Severity, printable
from sutaza_hooks.reporters.junit import render

from .sample import CLEAN, JUDGED, SAMPLE, WEIRD, reports, weird

GOLDEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sutaza" tests="7" failures="3" errors="1" skipped="3">
  <testsuite name="broken-api" tests="1" failures="0" errors="0" skipped="1">
    <testcase classname="broken-api" name="not evaluated: \
an audit has no earlier state to compare with">
      <skipped message="an audit has no earlier state to compare with" />
    </testcase>
  </testsuite>
  <testsuite name="duplicate-code" tests="1" failures="0" errors="0" skipped="1">
    <testcase classname="duplicate-code" \
name="pay.py:7:1: 3 added lines stand in `billing.py` already" file="pay.py" line="7">
      <skipped message="warning: 3 added lines stand in `billing.py` already">\
help: call `billing.charge`
see: billing.py:9: the same 3 lines</skipped>
    </testcase>
  </testsuite>
  <testsuite name="missing-changelog-entry" tests="1" failures="0" errors="0" skipped="1">
    <testcase classname="missing-changelog-entry" name="exempt: only documentation changed">
      <skipped message="exempt: only documentation changed" />
    </testcase>
  </testsuite>
  <testsuite name="todo-comment" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="todo-comment" \
name="pay.py:2:5: added comment is marked `TODO`" file="pay.py" line="2">
      <failure message="added comment is marked `TODO`" type="todo-comment">\
help: finish it, or link an open issue: `TODO(#123): …`</failure>
    </testcase>
  </testsuite>
  <testsuite name="undeclared-import" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="undeclared-import" \
name="web/naïve menu.py:1:1: `flask` is imported and not declared" \
file="web/naïve menu.py" line="1">
      <failure message="`flask` is imported and not declared" type="undeclared-import">\
help: declare it in `pyproject.toml`</failure>
    </testcase>
  </testsuite>
  <testsuite name="vague-message" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="vague-message" \
name="&lt;commit message&gt;:1:1: subject `fix stuff` says nothing of the change" \
file="&lt;commit message&gt;" line="1">
      <failure message="subject `fix stuff` says nothing of the change" type="vague-message">\
help: name what was mended</failure>
    </testcase>
  </testsuite>
  <testsuite name="vulnerable-dependency" tests="1" failures="0" errors="1" skipped="0">
    <testcase classname="vulnerable-dependency" \
name="not evaluated: the lock file `uv.lock` does not parse">
      <error message="the lock file `uv.lock` does not parse" />
    </testcase>
  </testsuite>
</testsuites>
"""

PASSED = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sutaza" tests="1" failures="0" errors="0" skipped="0">
  <testsuite name="sutaza" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="sutaza" name="no diagnostics" />
  </testsuite>
</testsuites>
"""


def test_the_sample() -> None:
    assert render(SAMPLE) == GOLDEN


def test_a_clean_report_is_one_case_that_passed() -> None:
    assert render(CLEAN) == PASSED


def test_nothing_passed_where_something_could_not_be_evaluated() -> None:
    report = Report(JUDGED, not_evaluated=(NotEvaluated("r", "broken", trouble=True),))
    [case] = ElementTree.fromstring(render(report)).iter("testcase")
    assert [child.tag for child in case] == ["error"]


@pytest.mark.parametrize("text", WEIRD.values(), ids=WEIRD)
def test_a_weird_text_is_read_back_as_a_terminal_would_show_it(text: str) -> None:
    failure = next(ElementTree.fromstring(render(weird(text))).iter("failure"))
    shown = printable(text)
    assert failure.attrib["message"] == shown
    assert failure.text == f"help: {shown}\nsee: {shown}:1: {shown}"


@given(report=reports)
def test_the_counts_are_those_of_the_report(report: Report) -> None:
    root = ElementTree.fromstring(render(report))
    breaches = sum(each.severity is Severity.ERROR for each in report.diagnostics)
    troubles = sum(each.trouble for each in report.not_evaluated)
    assert int(root.attrib["failures"]) == len(list(root.iter("failure"))) == breaches
    assert int(root.attrib["errors"]) == len(list(root.iter("error"))) == troubles
    assert int(root.attrib["tests"]) == len(list(root.iter("testcase"))) > 0
    assert sum(int(suite.attrib["tests"]) for suite in root) == int(root.attrib["tests"])
