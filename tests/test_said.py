"""What the later hooks of a commit say again, and what they leave out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sutaza_hooks.diagnostic import (
    Diagnostic,
    Exemption,
    Judged,
    Location,
    NotEvaluated,
    Report,
    Severity,
)
from sutaza_hooks.index import Index
from sutaza_hooks.said import unsaid
from tests.conftest import Checkout

CHANGE = Judged("staged", "old", "new")
WARNING = Diagnostic(Location("a.py", 3), "big", "is big", "cut it", severity=Severity.WARNING)
ELSEWHERE = replace(WARNING, location=Location("a.py", 9))
ERROR = Diagnostic(Location("a.py", 4), "bad", "is bad", "mend it")
EXEMPT = Exemption("record", "a merge")
UNJUDGED = NotEvaluated("record", "no base")
TROUBLE = NotEvaluated("record", "no such file", trouble=True)

SAID = Report(CHANGE, (WARNING,), (UNJUDGED,), (EXEMPT,))
LATER = {
    "all was said": (SAID, []),
    "a warning elsewhere": (Report(CHANGE, (WARNING, ELSEWHERE)), [ELSEWHERE]),
    "another exemption": (
        Report(CHANGE, (WARNING,), (), (Exemption("record", "a fixup"),)),
        [Exemption("record", "a fixup")],
    ),
    "of another tree": (Report(Judged("staged", "old", "newer"), (WARNING,)), [WARNING]),
    "on another base": (Report(Judged("staged", "older", "new"), (WARNING,)), [WARNING]),
    "in another mode": (Report(Judged("files", "old", "new"), (WARNING,)), []),
    "beside an error": (Report(CHANGE, (WARNING, ERROR), (), (EXEMPT,)), [WARNING, ERROR, EXEMPT]),
    "beside trouble": (Report(CHANGE, (WARNING,), (TROUBLE,)), [WARNING, TROUBLE]),
}


def tell(folder: Path, report: Report, *, again: bool) -> Report:
    """As one process does."""
    index = Index(folder / "index.db")
    told = unsaid(index, report, again=again)
    index.close()
    return told


@pytest.mark.parametrize(("report", "told"), LATER.values(), ids=LATER.keys())
def test_a_later_hook_says_what_is_new(
    tmp_path: Path, report: Report, told: Sequence[object]
) -> None:
    assert tell(tmp_path, SAID, again=False) == SAID
    again = tell(tmp_path, report, again=True)
    assert [*again.diagnostics, *again.not_evaluated, *again.exempt] == told


def test_the_first_hook_says_all_each_time(tmp_path: Path) -> None:
    assert [tell(tmp_path, SAID, again=False) for _ in range(2)] == [SAID, SAID]


def test_of_two_later_hooks_the_first_speaks(tmp_path: Path) -> None:
    said = [tell(tmp_path, SAID, again=True).diagnostics for _ in range(2)]
    assert said == [(WARNING,), ()]


@pytest.mark.parametrize("damage", ["[{", "3", ""])
def test_what_is_noted_may_be_damaged(tmp_path: Path, damage: str) -> None:
    index = Index(tmp_path / "index.db")
    index.remember("said old new", damage)
    index.close()
    assert tell(tmp_path, SAID, again=True) == SAID


@pytest.mark.parametrize("form", ["json", "sarif", "github", "gitlab", "rdjson", "junit"])
def test_a_record_is_always_whole(repo: Checkout, form: str) -> None:
    repo.commit((".sutaza.yaml", "rules:\n  todo-comment:\n    severity: warning\n"))
    repo.stage("a.py", "x = 1  # TODO: later\n")
    repo.write("message", "fixup! work\n")
    both = [repo.sutaza("check", "--format", form, "--message", "message") for _ in "12"]
    assert both[0].stdout == both[1].stdout
    assert "todo-comment" in both[0].stdout


def test_a_text_and_an_agent_are_told_once(repo: Checkout) -> None:
    repo.commit((".sutaza.yaml", "rules:\n  todo-comment:\n    severity: warning\n"))
    repo.stage("a.py", "x = 1  # TODO: later\n")
    repo.write("message", "fixup! work\n")
    for form in ("text", "agent"):
        repo.sutaza("index", "clear")
        told = [repo.sutaza("check", "--format", form, "--message", "message") for _ in "12"]
        assert ["todo-comment" in each.stdout for each in told] == [True, False]
        assert json.loads(repo.sutaza("check", "--format", "json").stdout)["diagnostics"]
