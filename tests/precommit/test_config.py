"""Which hooks of a .pre-commit-config.yaml are ours, and when each is to run."""

from __future__ import annotations

import pytest

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.precommit.config import parse

GATE = "- repo: https://example.com/gate\n  rev: v1\n  hooks:\n"
LOCAL = "- repo: local\n  hooks:\n"
RUNS = {
    "the stages that the project gives": (
        f"repos:\n{GATE}  - id: sutaza\n",
        {"pre-commit": ["sutaza"], "pre-merge-commit": ["sutaza"]},
    ),
    "one id for each stage": (
        f"repos:\n{GATE}  - id: sutaza-message\n  - id: sutaza-push\n",
        {"commit-msg": ["sutaza-message"], "pre-push": ["sutaza-push"]},
    ),
    "stages that the user sets": (
        f"repos:\n{GATE}  - id: sutaza\n    stages: [pre-push, manual]\n",
        {"pre-push": ["sutaza"]},
    ),
    "the former names of stages": (
        f"repos:\n{LOCAL}  - {{id: gate, entry: sutaza check, stages: [commit, push]}}\n",
        {"pre-commit": ["gate"], "pre-push": ["gate"]},
    ),
    "a local hook without stages, where only pre-commit is installed": (
        f"repos:\n{LOCAL}  - {{id: gate, entry: sutaza check}}\n",
        {"pre-commit": ["gate"]},
    ),
    "a local hook under default stages": (
        f"default_stages: [pre-push]\nrepos:\n{LOCAL}  - {{id: gate, entry: sutaza check}}\n",
        {"pre-push": ["gate"]},
    ),
    "hooks of others": (
        "repos:\n- repo: https://example.com/other\n  rev: v1\n  hooks:\n  - id: black\n"
        f"{LOCAL}  - {{id: sutaza, entry: make lint}}\n",
        {},
    ),
}
STAGES = ("pre-commit", "pre-merge-commit", "commit-msg", "prepare-commit-msg", "pre-push")


@pytest.mark.parametrize(("text", "expected"), RUNS.values(), ids=RUNS.keys())
def test_our_hooks_by_stage(text: str, expected: dict[str, list[str]]) -> None:
    hooks = parse(text)
    assert {stage: hooks.at(stage) for stage in STAGES if hooks.at(stage)} == expected


def test_the_hooks_of_others_are_told_apart_also_when_they_share_an_id() -> None:
    text = f"repos:\n{GATE}  - id: sutaza\n{LOCAL}  - id: sutaza\n    entry: x\n  - id: lint\n"
    hooks = parse(text)
    assert [hook.id for hook in hooks.ours] == ["sutaza"]
    assert hooks.others == ["lint"]


@pytest.mark.parametrize(
    "text",
    ["", "repos: [", "[]", "repos: 3", "repos: [{}]", "repos: [{repo: x, hooks: [3]}]", "a: b"],
)
def test_what_is_no_configuration_is_said_in_one_line(text: str) -> None:
    with pytest.raises(SutazaError, match=r"^\.pre-commit-config\.yaml: [^\n]+$"):
        parse(text)


UNREADABLE = {
    "no bool": ("repos: []\nfail_fast: !!bool foo\n", ":2: cannot be read as `bool`"),
    "no timestamp": ("repos:\n- !!timestamp foo\n", ":2: cannot be read as `timestamp`"),
    "no int": ('x: &x 1\ny: *x\nrepos: !!int ""\n', ":3: cannot be read as `int`"),
    "a key": ("? !!float ''\n: 1\n", ":1: cannot be read as `float`"),
    "too many digits": (f"repos: {'9' * 4301}\n", ":1: cannot be read as `int`"),
    "a cycle before it": ("x: &x [*x]\nrepos: !!bool foo\n", ":2: cannot be read as `bool`"),
}


@pytest.mark.parametrize(("text", "said"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_value_that_is_not_what_its_tag_says_is_named_by_its_line(text: str, said: str) -> None:
    with pytest.raises(SutazaError) as raised:
        parse(text)
    assert str(raised.value) == f".pre-commit-config.yaml{said}"
