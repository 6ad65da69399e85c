"""The agent's format: one line a step."""

from __future__ import annotations

import pytest
from hypothesis import given

from sutaza_hooks.diagnostic import Exemption, NotEvaluated, Report
from sutaza_hooks.reporters.agent import render

from .sample import JUDGED, SAMPLE, reports, weird

GOLDEN = """\
<commit message>:1: vague-message: subject `fix stuff` says nothing of the change -> \
name what was mended
pay.py:2: todo-comment: added comment is marked `TODO` -> \
finish it, or link an open issue: `TODO(#123): …`
pay.py:7: warning: duplicate-code: 3 added lines stand in `billing.py` already -> \
call `billing.charge`
web/naïve menu.py:1: undeclared-import: `flask` is imported and not declared -> \
declare it in `pyproject.toml`
not evaluated: vulnerable-dependency: the lock file `uv.lock` does not parse
not evaluated: broken-api: an audit has no earlier state to compare with
"""


def test_the_sample() -> None:
    assert render(SAMPLE) == GOLDEN


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(Report(JUDGED, suppressed=3, baselined=2), id="counts ask for nothing"),
        pytest.param(Report(JUDGED, exempt=(Exemption("a", "b"),)), id="an exemption, too"),
    ],
)
def test_what_needs_no_step_is_not_said(report: Report) -> None:
    assert render(report) == ""


def test_what_could_not_be_judged_takes_one_line() -> None:
    missing = (NotEvaluated("*", "a.py: not text"), NotEvaluated("a", "no base"))
    said = render(Report(JUDGED, not_evaluated=missing))
    assert said == "not evaluated: *: a.py: not text; a: no base\n"


def test_a_line_break_in_a_message_stays_in_its_line() -> None:
    first, *_ = render(weird("a\nb")).splitlines()
    assert first == "a\\nb:3: some-rule: a\\nb -> a\\nb"


@given(report=reports)
def test_there_is_one_line_for_each_thing_to_mend(report: Report) -> None:
    troubles = sum(each.trouble for each in report.not_evaluated)
    rest = troubles < len(report.not_evaluated)
    assert render(report).count("\n") == len(report.diagnostics) + troubles + rest
