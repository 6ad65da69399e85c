"""GitLab's code quality report."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given

from sutaza_hooks.diagnostic import Diagnostic, Location, NotEvaluated, Report
from sutaza_hooks.reporters.gitlab import render

from .sample import CLEAN, JUDGED, SAMPLE, reports

GOLDEN = """\
[
  {
    "description": "subject `fix stuff` says nothing of the change; name what was mended",
    "check_name": "vague-message",
    "fingerprint": "e5dce97d87c00be8103167273b2e52ed",
    "severity": "major",
    "location": {
      "path": "<commit message>",
      "lines": {
        "begin": 1,
        "end": 1
      }
    }
  },
  {
    "description": "added comment is marked `TODO`; \
finish it, or link an open issue: `TODO(#123): …`",
    "check_name": "todo-comment",
    "fingerprint": "d2e596e32d275543a4bb06ad5d1dcab2",
    "severity": "major",
    "location": {
      "path": "pay.py",
      "lines": {
        "begin": 2,
        "end": 2
      }
    }
  },
  {
    "description": "3 added lines stand in `billing.py` already; call `billing.charge`",
    "check_name": "duplicate-code",
    "fingerprint": "fd1873c60e39dd8896a4be6c9f1e3904",
    "severity": "minor",
    "location": {
      "path": "pay.py",
      "lines": {
        "begin": 7,
        "end": 9
      }
    }
  },
  {
    "description": "`flask` is imported and not declared; declare it in `pyproject.toml`",
    "check_name": "undeclared-import",
    "fingerprint": "2956b56a84b2af2f048bf4d60120c140",
    "severity": "major",
    "location": {
      "path": "web/naïve menu.py",
      "lines": {
        "begin": 1,
        "end": 1
      }
    }
  },
  {
    "description": "not evaluated: the lock file `uv.lock` does not parse",
    "check_name": "vulnerable-dependency",
    "fingerprint": "54dd3c196e1e0b72bb6424e8cdfb09cd",
    "severity": "critical",
    "location": {
      "path": ".sutaza.yaml",
      "lines": {
        "begin": 1,
        "end": 1
      }
    }
  }
]
"""


def test_the_sample() -> None:
    assert render(SAMPLE) == GOLDEN


def test_a_clean_report_is_an_empty_list() -> None:
    assert render(CLEAN) == "[]\n"


def test_what_cannot_be_evaluated_without_any_trouble_is_no_entry() -> None:
    assert render(Report(JUDGED, not_evaluated=(NotEvaluated("a", "b"),))) == "[]\n"


def test_a_repeat_has_a_fingerprint_of_its_own() -> None:
    first = Diagnostic(Location("a.py", 1), rule="r", message="m", help="h")
    repeats = tuple(replace(first, location=Location("a.py", line)) for line in (1, 5, 9))
    entries = json.loads(render(Report(JUDGED, repeats)))
    assert [each["fingerprint"] for each in entries] == [
        first.fingerprint,
        f"{first.fingerprint}-2",
        f"{first.fingerprint}-3",
    ]


@given(report=reports)
def test_every_entry_is_what_gitlab_asks_for(report: Report) -> None:
    entries = json.loads(render(report))
    of_diagnostics = [each["fingerprint"] for each in entries[: len(report.diagnostics)]]
    assert len(set(of_diagnostics)) == len(report.diagnostics)
    for each in entries:
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert 1 <= each["location"]["lines"]["begin"] <= each["location"]["lines"]["end"]
