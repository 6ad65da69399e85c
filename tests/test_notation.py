"""Every value is read back from YAML as it was written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.config import Config, parse
from sutaza_hooks.diagnostic import Severity
from sutaza_hooks.notation import effective, written

LINES = {
    "plain text": ("path", "docs/CHANGELOG.md", ["path: docs/CHANGELOG.md"]),
    "text that YAML takes for a truth value": ("kind", "off", ['kind: "off"']),
    "text that YAML takes for a number": ("rev", "1e3", ['rev: "1e3"']),
    "no text": ("baseline", "", ['baseline: ""']),
    "a number": ("limit", 3, ["limit: 3"]),
    "a truth value": ("strict", True, ["strict: true"]),
    "a member of an enumeration": ("severity", Severity.WARNING, ["severity: warning"]),
    "a list in one line": ("tags", ("A", "B"), ['tags: ["A", "B"]']),
    "an empty list": ("tags", (), ["tags: []"]),
    "a pattern keeps its backslashes": ("links", (r"#\d+",), [r"links: ['#\d+']"]),
    "a mapping": ("parts", {"a b": ("/a/",)}, ["parts:", '  "a b": ["/a/"]']),
    "an empty mapping": ("parts", {}, ["parts: {}"]),
    "a long list": ("x", ("a" * 60, "b" * 60), ["x:", f'  - "{"a" * 60}"', f'  - "{"b" * 60}"']),
}


@pytest.mark.parametrize(("key", "value", "lines"), LINES.values(), ids=LINES.keys())
def test_how_a_value_is_written(key: str, value: object, lines: list[str]) -> None:
    assert written(key, value) == lines


keys = st.text(max_size=50)  # YAML reads no key of more than 1024 characters, escapes included
scalars = st.text() | st.integers() | st.booleans()
values = st.recursive(
    scalars,
    lambda inner: st.lists(scalars, max_size=8) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)


@given(keys, values)
def test_every_value_is_read_back(key: str, value: object) -> None:
    assert yaml.safe_load("\n".join(written(key, value))) == {key: value}


CONFIGURED = {
    "the defaults": "",
    "a rule that is off": "rules: {todo-comment: off}",
    "options": "rules: {todo-comment: {tags: [BUG], links: [], severity: warning}}",
    "the top level": (
        "exclude: ['*.py', 'a b/']\nbaseline: 'debt: 1.json'\ncomponents: {a: [/a/], b: b}\n"
        "languages: {python: '*.star'}\nchangelog: {path: NEWS.md, max_age_days: 0}"
    ),
}


@pytest.mark.parametrize("text", CONFIGURED.values(), ids=CONFIGURED.keys())
def test_what_is_in_force_is_read_back_as_it_is(text: str) -> None:
    config = parse(text)
    assert parse(effective(config)) == config


def test_a_rule_that_is_off_is_shown_so() -> None:
    shown = effective(parse("rules: {todo-comment: off}"))
    assert "\n  todo-comment: off\n" in shown
    assert (
        yaml.safe_load(effective(Config()))["rules"].keys() == yaml.safe_load(shown)["rules"].keys()
    )
