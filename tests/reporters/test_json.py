"""The JSON report, whose shape is promised."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from sutaza_hooks.diagnostic import Report, encodable, fingerprints, printable
from sutaza_hooks.reporters.json import render

from .sample import CLEAN, SAMPLE, WEIRD, reports, weird

GOLDEN = """\
{
  "version": 1,
  "change": {
    "mode": "staged",
    "before": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    "after": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  },
  "diagnostics": [
    {
      "rule": "vague-message",
      "charter": 4,
      "severity": "error",
      "path": "<commit message>",
      "line": 1,
      "column": 1,
      "end_line": 1,
      "end_column": 9,
      "message": "subject `fix stuff` says nothing of the change",
      "help": "name what was mended",
      "fingerprint": "e5dce97d87c00be8103167273b2e52ed",
      "related": []
    },
    {
      "rule": "todo-comment",
      "charter": 1,
      "severity": "error",
      "path": "pay.py",
      "line": 2,
      "column": 5,
      "end_line": 2,
      "end_column": 8,
      "message": "added comment is marked `TODO`",
      "help": "finish it, or link an open issue: `TODO(#123): …`",
      "fingerprint": "d2e596e32d275543a4bb06ad5d1dcab2",
      "related": []
    },
    {
      "rule": "duplicate-code",
      "charter": 3,
      "severity": "warning",
      "path": "pay.py",
      "line": 7,
      "column": 1,
      "end_line": 9,
      "end_column": 1,
      "message": "3 added lines stand in `billing.py` already",
      "help": "call `billing.charge`",
      "fingerprint": "fd1873c60e39dd8896a4be6c9f1e3904",
      "related": [
        {
          "path": "billing.py",
          "line": 9,
          "end_line": 11,
          "message": "the same 3 lines"
        }
      ]
    },
    {
      "rule": "undeclared-import",
      "charter": "dependencies",
      "severity": "error",
      "path": "web/naïve menu.py",
      "line": 1,
      "column": 1,
      "end_line": 1,
      "end_column": 1,
      "message": "`flask` is imported and not declared",
      "help": "declare it in `pyproject.toml`",
      "fingerprint": "2956b56a84b2af2f048bf4d60120c140",
      "related": []
    }
  ],
  "not_evaluated": [
    {
      "rule": "broken-api",
      "reason": "an audit has no earlier state to compare with",
      "trouble": false
    },
    {
      "rule": "vulnerable-dependency",
      "reason": "the lock file `uv.lock` does not parse",
      "trouble": true
    }
  ],
  "exempt": [
    {
      "rule": "missing-changelog-entry",
      "reason": "only documentation changed"
    }
  ],
  "suppressed": 1,
  "baselined": 2
}
"""


def test_the_sample() -> None:
    assert render(SAMPLE) == GOLDEN


def test_a_clean_report_has_every_key() -> None:
    assert json.loads(render(CLEAN)) == {
        "version": 1,
        "change": {"mode": "staged", "before": "b" * 40, "after": "a" * 40},
        "diagnostics": [],
        "not_evaluated": [],
        "exempt": [],
        "suppressed": 0,
        "baselined": 0,
    }


@pytest.mark.parametrize("text", WEIRD.values(), ids=WEIRD)
def test_a_weird_text_is_the_one_a_terminal_would_show(text: str) -> None:
    first, _ = json.loads(render(weird(text)))["diagnostics"]
    assert {first["message"], first["help"]} == {printable(text)}


def test_a_path_is_the_one_in_the_tree() -> None:
    paths = [json.loads(render(weird(text)))["diagnostics"][0]["path"] for text in WEIRD.values()]
    expected = {**WEIRD, "not UTF-8": "caf\\xe9"}
    assert paths == list(expected.values())


@given(report=reports)
def test_a_saved_report_is_its_own_baseline(report: Report) -> None:
    assert fingerprints(json.loads(render(report))) == report.fingerprints


@given(report=reports)
def test_the_values_are_read_back(report: Report) -> None:
    read = json.loads(render(report))
    said = [(d["path"], d["line"], d["column"], d["message"]) for d in read["diagnostics"]]
    assert said == [
        (encodable(d.location.path), d.location.line, d.location.column, printable(d.message))
        for d in report.diagnostics
    ]
    assert all(d["end_line"] >= d["line"] for d in read["diagnostics"])
    assert [each["trouble"] for each in read["not_evaluated"]] == [
        each.trouble for each in report.not_evaluated
    ]
