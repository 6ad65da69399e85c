"""`sutaza config`, as it is called."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from sutaza_hooks.config import json_schema, parse
from sutaza_hooks.errors import SutazaError
from tests.conftest import Checkout

SAID = {
    "an empty file": ("", 0, ".sutaza.yaml: valid\n"),
    "a full one": ("rules:\n  todo-comment:\n    tags: [BUG]\n", 0, ".sutaza.yaml: valid\n"),
    "a misspelt option": (
        "rules:\n  todo-comment:\n    tag: [BUG]\n",
        2,
        "error: .sutaza.yaml:3: rules.todo-comment.tag: unknown option (did you mean `tags`?)\n",
    ),
    "no YAML": ("rules: [\n", 2, "error: .sutaza.yaml:2: not YAML: "),
}


@pytest.mark.parametrize(("text", "code", "said"), SAID.values(), ids=SAID.keys())
def test_validate(repo: Checkout, text: str, code: int, said: str) -> None:
    repo.write(".sutaza.yaml", text)
    repo.write("deep/a.py", "")
    done = repo.sutaza("config", "validate")
    assert done.returncode == code
    assert (done.stdout + done.stderr).startswith(said)


def test_validate_without_a_file_says_what_is_in_force(repo: Checkout) -> None:
    done = repo.sutaza("config", "validate")
    assert (done.returncode, done.stdout) == (0, "no .sutaza.yaml: the defaults are in force\n")


def test_validate_a_named_file_also_outside_its_repository(repo: Checkout) -> None:
    repo.write("other.yaml", "rule: {}\n")
    done = repo.sutaza("config", "validate", "other.yaml")
    assert done.stderr == "error: other.yaml:1: rule: unknown key (did you mean `rules`?)\n"
    missing = repo.sutaza("config", "validate", "missing.yaml")
    assert (missing.returncode, missing.stderr) == (2, "error: missing.yaml: no such file\n")


def test_show_gives_what_is_staged_and_is_valid(repo: Checkout) -> None:
    repo.stage(".sutaza.yaml", "rules: {todo-comment: off}\nbaseline: debt.json\n")
    repo.write(".sutaza.yaml", "not staged: and so not shown\n")
    shown = repo.sutaza("config", "show").stdout
    assert "baseline: debt.json\n" in shown
    assert "  todo-comment: off\n" in shown
    repo.write("shown.yaml", shown)
    assert repo.sutaza("config", "validate", "shown.yaml").stdout == "shown.yaml: valid\n"
    repo.stage(".sutaza.yaml", shown)
    assert repo.sutaza("config", "show").stdout == shown


def test_the_schema_is_one(repo: Checkout) -> None:
    schema = json.loads(repo.sutaza("config", "schema").stdout)
    assert schema == json_schema()
    Draft202012Validator.check_schema(schema)


EXAMPLES: dict[str, tuple[str, bool]] = {
    "every key": (
        "exclude: [a/]\nbaseline: b.json\ncomponents: {a: [/a/], b: /b/}\n"
        "languages: {python: ['*.star']}\nchangelog: {path: NEWS.md, max_age_days: 0}\n"
        "rules: {todo-comment: {severity: warning, tags: BUG}}",
        True,
    ),
    "a rule that is off": ("rules: {todo-comment: off}", True),
    "a rule that is on": ("rules: {todo-comment: on}", True),
    "an unknown key": ("excludes: [a/]", False),
    "an unknown rule": ("rules: {todo: off}", False),
    "an unknown option": ("rules: {todo-comment: {tag: BUG}}", False),
    "an unknown severity": ("rules: {todo-comment: {severity: fatal}}", False),
    "a number for a text": ("baseline: 3", False),
    "a text for a number": ("changelog: {max_age_days: never}", False),
    "a list for the rules": ("rules: [todo-comment]", False),
    "text for a rule": ("rules: {todo-comment: never}", False),
}


@pytest.mark.parametrize(("text", "valid"), EXAMPLES.values(), ids=EXAMPLES.keys())
def test_the_schema_and_the_gate_agree(text: str, valid: bool) -> None:
    document: Any = yaml.safe_load(text)
    assert Draft202012Validator(json_schema()).is_valid(document) == valid
    if valid:
        parse(text)
    else:
        with pytest.raises(SutazaError):
            parse(text)
