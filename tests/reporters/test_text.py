"""The text for people, to the column."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.diagnostic import (
    Diagnostic,
    Exemption,
    Location,
    NotEvaluated,
    Report,
    Severity,
    printable,
)
from sutaza_hooks.reporters.text import render

from .sample import CLEAN, JUDGED, SAMPLE, reports

GOLDEN = """\
<commit message>:1:1: [vague-message] subject `fix stuff` says nothing of the change
    fix stuff
    ^^^^^^^^^
  help: name what was mended

pay.py:2:5: [todo-comment] added comment is marked `TODO`
    # TODO: charge the card
      ^^^^
  help: finish it, or link an open issue: `TODO(#123): …`
pay.py:7:1: [duplicate-code] warning: 3 added lines stand in `billing.py` already
    def charge(card):
    ^^^^^^^^^^^^^^^^^
  see: billing.py:9: the same 3 lines
  help: call `billing.charge`

web/naïve menu.py:1:1: [undeclared-import] `flask` is imported and not declared
  help: declare it in `pyproject.toml`

not evaluated: broken-api: an audit has no earlier state to compare with
not evaluated: vulnerable-dependency: the lock file `uv.lock` does not parse
exempt: missing-changelog-entry: only documentation changed

3 errors, 1 warning, 1 suppressed, 2 baselined; see: sutaza explain vague-message
"""


def one(source: str, column: int, end_column: int = 0, end_line: int = 0) -> Report:
    location = Location("f", 1, column, end_line, end_column)
    return Report(JUDGED, (Diagnostic(location, rule="r", message="m", help="h", source=source),))


def excerpt(source: str, column: int, end_column: int = 0, end_line: int = 0) -> tuple[str, str]:
    lines = render(one(source, column, end_column, end_line)).split("\n")
    return lines[1], lines[2]


def test_the_sample() -> None:
    assert render(SAMPLE) == GOLDEN


def test_colour_adds_nothing_but_colour() -> None:
    coloured = render(SAMPLE, colour=True)
    assert click.unstyle(coloured) == GOLDEN
    assert "\x1b[31m[todo-comment]\x1b[0m" in coloured
    assert "\x1b[33m[duplicate-code]\x1b[0m" in coloured


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        pytest.param(CLEAN, "", id="clean"),
        pytest.param(Report(JUDGED, suppressed=4, baselined=2), "", id="nothing new"),
        pytest.param(
            Report(JUDGED, not_evaluated=(NotEvaluated("a", "b"),), suppressed=1),
            "not evaluated: a: b\n",
            id="only what was not evaluated",
        ),
        pytest.param(
            Report(JUDGED, exempt=(Exemption("a", "b"),)),
            "exempt: a: b\n",
            id="only what was exempt",
        ),
    ],
)
def test_there_are_no_counts_without_a_diagnostic(report: Report, expected: str) -> None:
    assert render(report) == expected


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        pytest.param("e", "1 error; see: sutaza explain r0", id="one"),
        pytest.param("ee", "2 errors; see: sutaza explain r0", id="two"),
        pytest.param("w", "1 warning; see: sutaza explain r0", id="one warning"),
        pytest.param("eww", "1 error, 2 warnings; see: sutaza explain r0", id="both"),
    ],
)
def test_the_last_line_counts(severities: str, expected: str) -> None:
    of = {"e": Severity.ERROR, "w": Severity.WARNING}
    diagnostics = tuple(
        Diagnostic(Location("f", 1 + n), rule=f"r{n}", message="m", help="h", severity=of[each])
        for n, each in enumerate(severities)
    )
    assert render(Report(JUDGED, diagnostics)).splitlines()[-1] == expected


@pytest.mark.parametrize(
    ("source", "column", "end_column", "line", "carets"),
    [
        pytest.param("a = 1", 1, 1, "a = 1", "^", id="one character"),
        pytest.param("a = 1", 5, 0, "a = 1", "    ^", id="to the end of the line"),
        pytest.param("    a = 1", 1, 0, "a = 1", "^^^^^", id="a whole line, its indentation apart"),
        pytest.param("\t\ta = 1", 5, 5, "a = 1", "  ^", id="indented by tabs"),
        pytest.param("a\t=\tb", 5, 5, "a    =    b", "          ^", id="tabs inside"),
        pytest.param("漢字 = x", 6, 6, "漢字 = x", "       ^", id="wide before"),
        pytest.param("x = 漢字", 5, 6, "x = 漢字", "    ^^^^", id="wide inside"),
        pytest.param("e\u0301 = x", 6, 6, "e\u0301 = x", "    ^", id="combining before"),
        pytest.param("a\x1b[0m b", 7, 7, "a\\x1b[0m b", "         ^", id="an escape before"),
        pytest.param("x  ", 2, 3, "x  ", " ^^", id="trailing white space is what is meant"),
        pytest.param("  x", 1, 2, "  x", "^^", id="indentation is what is meant"),
        pytest.param("x = 1  \r", 1, 1, "x = 1", "^", id="white space at the end is not"),
        pytest.param("abc", 9, 9, "abc", "   ^", id="beyond the end of the line"),
        pytest.param("abc", 3, 9, "abc", "  ^", id="to beyond the end of the line"),
    ],
)
def test_carets_stand_under_what_is_meant(
    source: str, column: int, end_column: int, line: str, carets: str
) -> None:
    assert excerpt(source, column, end_column) == (f"    {line}", f"    {carets}")


def test_of_several_lines_the_first_is_underlined_to_its_end() -> None:
    assert excerpt("if x:", 4, end_column=2, end_line=3) == ("    if x:", "       ^^")


ALPHABET = "abcdefghijklmnopqrstuvwxyz"
LONG = "-" * 100 + ALPHABET + "+" * 100


@pytest.mark.parametrize(
    ("column", "end_column", "line", "carets"),
    [
        pytest.param(
            101,
            126,
            "…" + "-" * 24 + ALPHABET + "+" * 23 + "…",
            " " * 25 + "^" * 26,
            id="in the middle",
        ),
        pytest.param(1, 2, "-" * 73 + "…", "^^", id="at the start"),
        pytest.param(226, 226, "…" + "+" * 73, " " * 73 + "^", id="at the end"),
        pytest.param(1, 0, "-" * 73 + "…", "^" * 73, id="longer than the room"),
    ],
)
def test_a_long_line_is_cut_around_what_is_meant(
    column: int, end_column: int, line: str, carets: str
) -> None:
    assert excerpt(LONG, column, end_column) == (f"    {line}", f"    {carets}")


@pytest.mark.parametrize("length", [75, 76])
def test_a_line_is_cut_only_when_it_does_not_fit(length: int) -> None:
    line, _ = excerpt("x" * length, 1, 1)
    assert line == ("    " + "x" * 75 if length == 75 else "    " + "x" * 73 + "…")


def test_wide_characters_are_cut_by_their_columns() -> None:
    line, carets = excerpt("漢" * 100, 1)
    assert line == "    " + "漢" * 36 + "…"
    assert carets == "    " + "^" * 72


@given(data=st.data(), source=st.text("ab \t(", min_size=1, max_size=200))
def test_the_carets_of_any_line_are_in_place(data: st.DataObject, source: str) -> None:
    column = data.draw(st.integers(1, len(source)))
    end_column = data.draw(st.integers(column, len(source)))
    line, carets = excerpt(source, column, end_column)
    assert len(line) <= 79
    assert len(carets) <= 80
    meant = source[column - 1 : end_column].strip() or source[column - 1 : end_column]
    under = line[len(carets) - len(carets.lstrip()) :][: carets.count("^")]
    assert under
    assert meant.replace("\t", "    ").startswith(under)


@given(report=reports)
def test_every_diagnostic_is_said_with_its_way_out(report: Report) -> None:
    lines = render(report).splitlines()
    for each in report.diagnostics:
        place = f"{printable(each.location.path)}:{each.location.line}:{each.location.column}"
        assert any(line.startswith(f"{place}: [{each.rule}] ") for line in lines)
        assert f"  help: {printable(each.help)}" in lines
