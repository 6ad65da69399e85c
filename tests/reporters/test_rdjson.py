"""The Reviewdog Diagnostic Format."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from sutaza_hooks.diagnostic import Diagnostic, Location, Report
from sutaza_hooks.reporters.rdjson import render

from .sample import CLEAN, JUDGED, SAMPLE, reports

GOLDEN = """\
{
  "source": {
    "name": "sutaza",
    "url": "https://github.com/sutaza/sutaza_hooks"
  },
  "diagnostics": [
    {
      "message": "subject `fix stuff` says nothing of the change\\nhelp: name what was mended",
      "severity": "ERROR",
      "code": {
        "value": "vague-message",
        "url": "https://github.com/sutaza/sutaza_hooks/blob/main/docs/rules/vague-message.md"
      }
    },
    {
      "message": "added comment is marked `TODO`\\n\
help: finish it, or link an open issue: `TODO(#123): …`",
      "severity": "ERROR",
      "code": {
        "value": "todo-comment",
        "url": "https://github.com/sutaza/sutaza_hooks/blob/main/docs/rules/todo-comment.md"
      },
      "location": {
        "path": "pay.py",
        "range": {
          "start": {
            "line": 2,
            "column": 5
          },
          "end": {
            "line": 2,
            "column": 9
          }
        }
      }
    },
    {
      "message": "3 added lines stand in `billing.py` already\\nhelp: call `billing.charge`",
      "severity": "WARNING",
      "code": {
        "value": "duplicate-code",
        "url": "https://github.com/sutaza/sutaza_hooks/blob/main/docs/rules/duplicate-code.md"
      },
      "location": {
        "path": "pay.py",
        "range": {
          "start": {
            "line": 7
          },
          "end": {
            "line": 9
          }
        }
      },
      "related_locations": [
        {
          "message": "the same 3 lines",
          "location": {
            "path": "billing.py",
            "range": {
              "start": {
                "line": 9
              },
              "end": {
                "line": 11
              }
            }
          }
        }
      ]
    },
    {
      "message": "`flask` is imported and not declared\\nhelp: declare it in `pyproject.toml`",
      "severity": "ERROR",
      "code": {
        "value": "undeclared-import",
        "url": "https://github.com/sutaza/sutaza_hooks/blob/main/docs/rules/undeclared-import.md"
      },
      "location": {
        "path": "web/naïve menu.py",
        "range": {
          "start": {
            "line": 1
          },
          "end": {
            "line": 1
          }
        }
      }
    },
    {
      "message": "not evaluated: the lock file `uv.lock` does not parse",
      "severity": "WARNING",
      "code": {
        "value": "vulnerable-dependency",
        "url": "\
https://github.com/sutaza/sutaza_hooks/blob/main/docs/rules/vulnerable-dependency.md"
      }
    }
  ]
}
"""


def test_the_sample() -> None:
    assert render(SAMPLE) == GOLDEN


def test_a_clean_report_has_no_diagnostics() -> None:
    assert json.loads(render(CLEAN))["diagnostics"] == []


@pytest.mark.parametrize(
    ("source", "location", "start", "end"),
    [
        pytest.param("a14b", Location("f", 1, 2, 1, 3), 2, 4, id="the end is excluded"),
        pytest.param("a𐐀b", Location("f", 1, 3, 1, 3), 6, 7, id="four bytes stand before"),
        pytest.param("a𐐀b", Location("f", 1, 2, 1, 2), 2, 6, id="four bytes are meant"),
        pytest.param("né", Location("f", 1, 1), 1, 4, id="to the end of the line"),
        pytest.param("ab", Location("f", 1, 9), 3, 3, id="beyond the line there is nothing"),
        pytest.param("\udce9b", Location("f", 1, 2, 1, 2), 2, 3, id="a stray byte is one byte"),
    ],
)
def test_columns_count_bytes(source: str, location: Location, start: int, end: int) -> None:
    diagnostic = Diagnostic(location, rule="r", message="m", help="h", source=source)
    [read] = json.loads(render(Report(JUDGED, (diagnostic,))))["diagnostics"]
    assert read["location"]["range"] == {
        "start": {"line": 1, "column": start},
        "end": {"line": 1, "column": end},
    }


@given(report=reports)
def test_every_position_is_one_that_can_be(report: Report) -> None:
    for each in json.loads(render(report))["diagnostics"]:
        assert each["severity"] in {"ERROR", "WARNING"}
        span = each.get("location", {}).get("range", {"start": {"line": 1}, "end": {"line": 1}})
        start, end = (
            (position["line"], position.get("column", 1))
            for position in (span["start"], span["end"])
        )
        assert (1, 1) <= start <= end
