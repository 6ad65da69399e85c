"""Rules about rules: their names, their pages, and that every example is what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from sutaza_hooks.check import check
from sutaza_hooks.diagnostic import Diagnostic
from sutaza_hooks.options import options
from sutaza_hooks.page import HEADINGS, Fence, docstring, fences, page, section, summary
from sutaza_hooks.rule import Rule
from sutaza_hooks.rules import RULES
from sutaza_hooks.suppression import POLICING
from tests.changes import change

HERE = Path(__file__).parent
every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())


def found(rule: type[Rule], examples: Sequence[Fence]) -> Sequence[Diagnostic]:
    before = {fence.path: fence.text for fence in examples if fence.before}
    after = {**before, **{fence.path: fence.text for fence in examples if not fence.before}}
    report = check(change(before, after, message="Do it\n"), [cls() for cls in RULES.values()])
    assert not report.not_evaluated
    return [each for each in report.diagnostics if each.rule == rule.named()]


@every_rule
def test_a_rule_has_one_name(rule: type[Rule]) -> None:
    stem = rule.named().replace("-", "_")
    assert rule.__module__ == f"sutaza_hooks.rules.{stem}"
    assert (HERE / "rules" / f"test_{stem}.py").is_file()


@every_rule
def test_a_page_has_its_headings(rule: type[Rule]) -> None:
    assert re.findall(r"^## (.+)$", docstring(rule), re.MULTILINE) == list(HEADINGS)
    assert summary(rule).endswith(".")
    assert page(rule).startswith(f"# {rule.named()}\n")


@every_rule
def test_the_example_is_flagged_in_the_right_words(rule: type[Rule]) -> None:
    examples = fences(section(rule, "Example"))
    diagnostics = found(rule, examples)
    assert examples
    assert diagnostics
    for each in diagnostics:
        assert not each.message.endswith(".")
        assert not each.message[0].isupper()
        assert each.help
        assert not each.help.endswith(".")


@every_rule
def test_the_page_offers_a_comment_only_where_one_helps(rule: type[Rule]) -> None:
    """A comment helps unless what is found is about the change, or about such comments."""
    diagnostics = found(rule, fences(section(rule, "Example")))
    helps = not any(each.about_change for each in diagnostics) and rule.named() not in POLICING
    assert (f"`sutaza: allow {rule.named()} -- <reason>`" in page(rule)) is helps


@every_rule
def test_what_to_use_instead_is_not_flagged(rule: type[Rule]) -> None:
    examples = fences(section(rule, "Use instead"))
    assert examples
    assert found(rule, examples) == []


@every_rule
def test_options_need_no_explanation_of_their_type(rule: type[Rule]) -> None:
    for name, _, default in options(rule):
        assert re.fullmatch(r"[a-z_]+", name)
        assert isinstance(default, (str, bool, int, tuple))
