"""`unused-suppression` and how suppressions work at all."""

from __future__ import annotations

import pytest

from sutaza_hooks.check import check
from sutaza_hooks.rules.elided_code import ElidedCode
from sutaza_hooks.rules.missing_changelog_entry import MissingChangelogEntry
from sutaza_hooks.rules.todo_comment import TodoComment
from sutaza_hooks.rules.unexplained_suppression import UnexplainedSuppression
from sutaza_hooks.rules.unused_suppression import UnusedSuppression
from tests.changes import change

RULES = (TodoComment(), UnusedSuppression(), UnexplainedSuppression())
ALLOW = "sutaza: allow todo-comment -- agreed"

USED = {
    "on the line": ("a.py", f"x = 1  # TODO: y  # {ALLOW}\n"),
    "in one comment": ("a.py", f"x = 1  # TODO: y ({ALLOW})\n"),
    "on the line above": ("a.py", f"# {ALLOW}\nx = 1  # TODO: y\n"),
    "in a block comment": ("a.js", f"/* {ALLOW} */\nf(); // TODO: y\n"),
    "over several lines": ("a.js", f"/*\n * {ALLOW}\n */\nf(); // TODO: y\n"),
    "above the end of its comment": ("a.js", f"/* {ALLOW}\n *\n */\nf(); // TODO: y\n"),
    "above a line of its comment": ("a.js", f"/*\n * {ALLOW}\n * TODO: y\n */\nf();\n"),
    "in HTML": ("a.html", f"<!-- {ALLOW} -->\n<!-- TODO: y -->\n"),
    "in SQL": ("a.sql", f"select 1; -- TODO: y -- {ALLOW}\n"),
    "until a day to come": (
        "a.py",
        "# sutaza: allow todo-comment -- agreed (until 2026-12-31)\n# TODO: y\n",
    ),
    "several rules": ("a.py", "# TODO: y  # sutaza: allow todo-comment, stub-body -- agreed\n"),
    "until today": ("a.py", "# TODO: y # sutaza: allow todo-comment -- why (until 2026-03-14)\n"),
}


@pytest.mark.parametrize(("path", "text"), USED.values(), ids=USED.keys())
def test_a_suppression_suppresses(path: str, text: str) -> None:
    report = check(change({}, {path: text}), RULES)
    said = [each for each in report.diagnostics if "names no rule" not in each.message]
    assert (said, report.suppressed) == ([], 1)


ENDED = {
    "a colon": "agreed (until: 2026-03-13)",
    "a capital": "agreed (Until 2026-03-13)",
    "spaces inside": "agreed ( until 2026-03-13 )",
    "two spaces": "agreed (until  2026-03-13)",
    "square brackets": "agreed [until 2026-03-13]",
    "more words": "agreed (until 2026-03-13, as the bank said)",
    "no brackets": "agreed until 2026-03-13",
    "no brackets and a full stop": "agreed, until 2026-03-13.",
    "no brackets and a colon": "agreed, until: 2026-03-13",
    "the earlier of two": "agreed (until 2027-03-13) (until 2026-03-13)",
    "in the bracket of a reason": "agreed, but until 2026-03-13)",
    "in the middle": "agreed (until 2026-03-13) with the bank",
}
NO_END = {
    "a word": "agreed (until tomorrow)",
    "a month": "agreed (until Jan 2027)",
    "an event": "agreed (until they answer)",
    "nothing": "agreed (until)",
    "two days": "agreed (until 2027-01-01 or 2027-02-01)",
    "another order": "agreed until 31.12.2027",
    "slashes": "agreed (until 2027/01/31)",
}
NO_CLAIM = {
    "words without brackets": "it stays until they answer",
    "a version": "not supported until 3.11",
    "a longer version": "not supported until 3.11.2",
    "a day in the middle": "frozen until 2020-01-01 was wrong",
    "a longer word": "(untilted 2020-01-01)",
    "a day to come": "agreed (Until: 2027-01-01)",
    "a day to come without brackets": "agreed until 2027-01-01",
}


@pytest.mark.parametrize("reason", ENDED.values(), ids=ENDED.keys())
def test_an_end_is_heeded_however_it_is_written(reason: str) -> None:
    text = f"x = 1  # sutaza: allow todo-comment -- {reason}\n"
    (said,) = check(change({}, {"a.py": text}), RULES).diagnostics
    assert said.message == "suppression expired on 2026-03-13"


@pytest.mark.parametrize("reason", NO_END.values(), ids=NO_END.keys())
def test_an_end_that_names_no_day_is_said(reason: str) -> None:
    text = f"x = 1  # sutaza: allow todo-comment -- {reason}\n"
    (said,) = check(change({}, {"a.py": text}), RULES).diagnostics
    assert said.message == "suppression ends on no day of the calendar"


@pytest.mark.parametrize("reason", NO_CLAIM.values(), ids=NO_CLAIM.keys())
def test_what_is_no_end_or_not_reached_suppresses(reason: str) -> None:
    text = f"x = 1  # TODO: y  # sutaza: allow todo-comment -- {reason}\n"
    report = check(change({}, {"a.py": text}), RULES)
    assert (report.diagnostics, report.suppressed) == ((), 1)


def test_an_end_before_the_reason_and_without_brackets() -> None:
    text = "x = 1  # sutaza: allow todo-comment until 2026-03-13 -- agreed\n"
    (said,) = check(change({}, {"a.py": text}), RULES).diagnostics
    assert said.message == "suppression expired on 2026-03-13"


NOT_USED = {
    "in a string": 'x = "# sutaza: allow todo-comment -- agreed"  # TODO: y\n',
    "two lines above": f"# {ALLOW}\nx = 1\n# TODO: y\n",
    "below": f"# TODO: y\n# {ALLOW}\n",
    "behind code on the line above": f"x = 1  # {ALLOW}\n# TODO: y\n",
    "beside another comment on the line above": f"# x  # {ALLOW}\n# TODO: y\n",
    "another rule": "# TODO: y  # sutaza: allow missing-changelog-entry -- agreed\n",
    "without a name": "# TODO: y  # sutaza: allow\n",
    "expired": "# TODO: y  # sutaza: allow todo-comment -- agreed (until 2026-03-13)\n",
    "until no day": "# TODO: y  # sutaza: allow todo-comment -- agreed (until 2026-02-31)\n",
    "without a reason": "# TODO: y  # sutaza: allow todo-comment\n",
    "with a reason of signs alone": "# TODO: y  # sutaza: allow todo-comment -- ...\n",
}


@pytest.mark.parametrize("text", NOT_USED.values(), ids=NOT_USED.keys())
def test_what_does_not_suppress(text: str) -> None:
    report = check(change({}, {"a.py": text}), RULES)
    assert "todo-comment" in {each.rule for each in report.diagnostics}
    assert report.suppressed == 0


FLAGGED = {
    "nothing to suppress": (f"x = 1  # {ALLOW}\n", "suppression of `todo-comment` suppresses noth"),
    "expired": (
        "# sutaza: allow todo-comment -- agreed (until 2026-03-13)\n",
        "suppression expired on 2026-03-13",
    ),
    "no such day": (
        "# sutaza: allow todo-comment -- agreed (until 2026-02-31)\n",
        "suppression ends on no day of the calendar",
    ),
    "a date in another form": (
        "# sutaza: allow todo-comment -- agreed (until 31.12.2026)\n",
        "suppression ends on no day of the calendar",
    ),
    "a rule about the change, which no comment can allow": (
        "x = 1  # sutaza: allow missing-changelog-entry -- agreed\n",
        "suppression cannot allow `missing-changelog-entry`, which is about the change",
    ),
    "such a rule beside one that is allowed": (
        "# TODO: y  # sutaza: allow todo-comment, rewritten-changelog -- agreed\n",
        "suppression cannot allow `rewritten-changelog`, which is about the change",
    ),
    "no such rule": (
        "# TODO: y  # sutaza: allow todo-comment, todo-coment -- agreed\n",
        "suppression names no rule: `todo-coment`",
    ),
}


IN_A_BLOCK = {
    "two lines above": f"/*\n * {ALLOW}\n * x\n * TODO: y\n */\n",
    "above more words and code": f"/*\n * {ALLOW}\n * x\n */\nf(); // TODO: y\n",
    "on the line below": f"/*\n * TODO: y\n * {ALLOW}\n */\n",
    "behind words of the comment": f"/* x\n * x {ALLOW}\n * TODO: y\n */\n",
    "before code": f"/* {ALLOW} */ f();\n// TODO: y\n",
    "behind code that has no words": f"}} /* {ALLOW} */\n// TODO: y\n",
}


@pytest.mark.parametrize("text", IN_A_BLOCK.values(), ids=IN_A_BLOCK.keys())
def test_what_a_block_comment_does_not_cover(text: str) -> None:
    report = check(change({}, {"a.js": text}), RULES)
    assert "todo-comment" in {each.rule for each in report.diagnostics}
    assert report.suppressed == 0


STANDING = {
    "expired": "# sutaza: allow todo-comment -- agreed (until 2026-03-13)\n",
    "without a reason": "# sutaza: allow todo-comment\n",
}


@pytest.mark.parametrize("above", STANDING.values(), ids=STANDING.keys())
def test_one_that_stood_there_before_lets_no_new_breach_pass(above: str) -> None:
    given = change({"a.py": above}, {"a.py": above + "x = 1  # TODO: y\n"})
    (said,) = check(given, RULES).diagnostics
    assert said.rule == "todo-comment"


@pytest.mark.parametrize(("text", "message"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(text: str, message: str) -> None:
    report = check(change({}, {"a.py": text}), RULES)
    assert [each.message.startswith(message) for each in report.diagnostics] == [True]


POLICED = {
    "the rule about reasons": (
        "# TODO: y  # sutaza: allow todo-comment, unexplained-suppression\n",
        ["todo-comment", "unexplained-suppression", "unused-suppression"],
    ),
    "the rule about use": (
        "x = 1  # sutaza: allow todo-comment, unused-suppression -- agreed\n",
        ["unused-suppression", "unused-suppression"],
    ),
    "on the line above": (
        f"# sutaza: allow unused-suppression -- agreed\nx = 1  # {ALLOW}\n",
        ["unused-suppression", "unused-suppression"],
    ),
}


@pytest.mark.parametrize(("text", "rules"), POLICED.values(), ids=POLICED.keys())
def test_no_comment_allows_the_rules_about_suppressions(text: str, rules: list[str]) -> None:
    report = check(change({}, {"a.py": text}), RULES)
    assert sorted(each.rule for each in report.diagnostics) == rules
    assert any(each.message.startswith("no comment can allow `un") for each in report.diagnostics)


IDLE_NAMES = {
    "one of two allows nothing": (
        "# TODO: y  # sutaza: allow todo-comment, elided-code -- agreed\n",
        "suppression of `elided-code` suppresses nothing",
        "delete `elided-code` from it",
    ),
    "neither allows anything": (
        "x = 1  # sutaza: allow elided-code, todo-comment -- agreed\n",
        "suppression of `elided-code, todo-comment` suppresses nothing",
        "delete it",
    ),
    "a rule about the change, which no comment can allow": (
        "# TODO: y  # sutaza: allow missing-changelog-entry, todo-comment -- agreed\n",
        "suppression cannot allow `missing-changelog-entry`, which is about the change",
        "delete it, and see `sutaza explain missing-changelog-entry` for what can",
    ),
}


@pytest.mark.parametrize(("text", "said", "help"), IDLE_NAMES.values(), ids=IDLE_NAMES.keys())
def test_use_is_counted_for_each_name(text: str, said: str, help: str) -> None:
    rules = (*RULES, ElidedCode(), MissingChangelogEntry())
    report = check(change({}, {"a.py": text}), rules)
    found = [each for each in report.diagnostics if each.rule == "unused-suppression"]
    assert [(each.message, each.help) for each in found] == [(said, help)]


PROSE = {
    "a fence": f"```python\nx = 1  # {ALLOW}\n```\n",
    "in backticks": f"Write `# {ALLOW}` on the line.\n",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE.keys())
def test_documentation_shows_suppressions_and_has_none(text: str) -> None:
    assert check(change({}, {"README.md": text}), RULES).diagnostics == ()


def test_a_comment_in_documentation_is_one() -> None:
    text = f"<!-- {ALLOW} -->\n"
    (said,) = check(change({}, {"README.md": text}), RULES).diagnostics
    assert said.message == "suppression of `todo-comment` suppresses nothing"


def test_what_stood_there_before_is_not_judged() -> None:
    old = f"x = 1  # {ALLOW}\n"
    assert check(change({"a.py": old}, {"a.py": old + "y = 2\n"}), RULES).diagnostics == ()


def test_a_rule_that_was_not_asked_cannot_show_that_it_is_unused() -> None:
    report = check(change({}, {"a.py": f"x = 1  # {ALLOW}\n"}), (UnusedSuppression(),))
    assert report.diagnostics == ()
