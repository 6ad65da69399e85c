"""GitHub's workflow commands."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.diagnostic import Diagnostic, Location, Report
from sutaza_hooks.reporters.github import render

from .sample import JUDGED, SAMPLE, reports

GOLDEN = """\
::error title=vague-message::subject `fix stuff` says nothing of the change%0A\
help: name what was mended
::error title=todo-comment,file=pay.py,line=2,endLine=2,col=5,endColumn=8::\
added comment is marked `TODO`%0Ahelp: finish it, or link an open issue: `TODO(#123): …`
::error title=undeclared-import,file=web/naïve menu.py,line=1,endLine=1,col=1::\
`flask` is imported and not declared%0Ahelp: declare it in `pyproject.toml`
::warning title=duplicate-code,file=pay.py,line=7,endLine=9::\
3 added lines stand in `billing.py` already%0Ahelp: call `billing.charge`%0A\
see: billing.py:9: the same 3 lines
::notice title=broken-api::not evaluated: an audit has no earlier state to compare with
::warning title=vulnerable-dependency::not evaluated: the lock file `uv.lock` does not parse
::notice title=missing-changelog-entry::exempt: only documentation changed
"""


def diagnostic(path: str = "a.py", message: str = "m") -> Diagnostic:
    return Diagnostic(Location(path, 1, 1, 1, 1), rule="r", message=message, help="h")


def read(command: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner reads it: kind, properties, message."""
    found = re.fullmatch(r"::(\w+) (.*?)::(.*)", command)
    assert found
    kind, properties, message = found.groups()
    pairs = (each.split("=", 1) for each in properties.split(","))
    return kind, {key: unescaped(value) for key, value in pairs}, unescaped(message)


def unescaped(text: str) -> str:
    for escape, character in {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}.items():
        text = text.replace(escape, character)
    return text.replace("%25", "%")


def test_the_sample() -> None:
    assert render(SAMPLE) == GOLDEN


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        pytest.param("a,b.py", "a%2Cb.py", id="a comma would end the property"),
        pytest.param("a::b.py", "a%3A%3Ab.py", id="colons would end the properties"),
        pytest.param("100%.py", "100%25.py", id="a percent sign would start an escape"),
        pytest.param("a\r\nb.py", "a%0D%0Ab.py", id="a line break would end the command"),
        pytest.param("caf\udce9.py", "caf\\xe9.py", id="a byte that is not UTF-8 is shown"),
        pytest.param("\x1b[31m.py", "\\x1b[31m.py", id="an escape sequence is shown"),
    ],
)
def test_a_path_is_escaped(path: str, shown: str) -> None:
    assert f",file={shown},line=" in render(Report(JUDGED, (diagnostic(path),)))


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        pytest.param("a: b, c", "a: b, c", id="commas and colons mean nothing in a message"),
        pytest.param("a\nb", "a%0Ab", id="a line break is kept"),
        pytest.param("%0A", "%250A", id="what looks like an escape is not one"),
    ],
)
def test_a_message_is_escaped(message: str, shown: str) -> None:
    rendered = render(Report(JUDGED, (diagnostic(message=message),)))
    assert rendered.endswith(f"::{shown}%0Ahelp: h\n")


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        pytest.param(
            Location("a", 2, 3, 4, 5), {"line": "2", "endLine": "4"}, id="several lines: no columns"
        ),
        pytest.param(
            Location("a", 2, 3),
            {"line": "2", "endLine": "2", "col": "3"},
            id="to the line's end: no end column",
        ),
    ],
)
def test_columns_are_said_only_where_github_takes_them(
    location: Location, expected: dict[str, str]
) -> None:
    rendered = render(Report(JUDGED, (replace(diagnostic(), location=location),)))
    _, properties, _ = read(rendered.rstrip("\n"))
    assert properties == {"title": "r", "file": "a", **expected}


@given(report=reports)
def test_there_is_one_command_for_each_thing_said(report: Report) -> None:
    lines = render(report).splitlines()
    said = (*report.diagnostics, *report.not_evaluated, *report.exempt)
    assert len(lines) == len(said)
    assert {read(each)[0] for each in lines} <= {"error", "warning", "notice"}


@given(path=st.text("ab%:,0AD\r\n=é", min_size=1), message=st.text("ab%:,0AD\r\n=é"))
def test_the_runner_reads_what_was_meant(path: str, message: str) -> None:
    rendered = render(Report(JUDGED, (diagnostic(path, message),)))
    _, properties, read_message = read(rendered.rstrip("\n"))
    assert properties["file"] == path
    assert read_message == f"{message}\nhelp: h"
