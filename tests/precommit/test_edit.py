"""Our hooks are added to any .pre-commit-config.yaml, and nothing that stands in it changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.precommit.edit import Entry, with_hooks

ENTRY = Entry("https://example.com/gate", "v1.0.0")
HOOKS = ["sutaza", "sutaza-message", "sutaza-prepare-message", "sutaza-push"]
TYPES = "[pre-commit, pre-merge-commit, commit-msg, prepare-commit-msg, pre-push]"

WRITTEN = {
    "no file": (
        "",
        f"""\
default_install_hook_types: {TYPES}
repos:
  - repo: https://example.com/gate
    rev: v1.0.0
    hooks:
      - id: sutaza
      - id: sutaza-message
      - id: sutaza-prepare-message
      - id: sutaza-push
""",
    ),
    "an indented list": (
        """\
# See https://pre-commit.com for more information
repos:
  # the usual ones
  - repo: https://example.com/other
    rev: 'v3.2.0'   # quoted
    hooks:
      - id: trailing-whitespace
      # - id: end-of-file-fixer
# the end
""",
        f"""\
# See https://pre-commit.com for more information
default_install_hook_types: {TYPES}
repos:
  # the usual ones
  - repo: https://example.com/other
    rev: 'v3.2.0'   # quoted
    hooks:
      - id: trailing-whitespace
      # - id: end-of-file-fixer
  - repo: https://example.com/gate
    rev: v1.0.0
    hooks:
      - id: sutaza
      - id: sutaza-message
      - id: sutaza-prepare-message
      - id: sutaza-push
# the end
""",
    ),
    "a list without indentation, and keys below it": (
        """\
exclude: ^vendor/

# what runs
repos:
- repo: local
  hooks:
  - id: a
    name: a
    entry: |
      sh -c '
      true'
    language: system
fail_fast: true
""",
        f"""\
default_install_hook_types: {TYPES}
exclude: ^vendor/

# what runs
repos:
- repo: local
  hooks:
  - id: a
    name: a
    entry: |
      sh -c '
      true'
    language: system
- repo: https://example.com/gate
  rev: v1.0.0
  hooks:
  - id: sutaza
  - id: sutaza-message
  - id: sutaza-prepare-message
  - id: sutaza-push
fail_fast: true
""",
    ),
    "wide dashes, and blank lines between the entries": (
        """\
default_install_hook_types: [pre-commit, commit-msg]
repos:
-   repo: https://example.com/one
    rev: v1
    hooks:
    -   id: one

-   repo: https://example.com/two
    rev: v2
    hooks:
    -   id: two
        args: [--fix,
               --all]
""",
        """\
default_install_hook_types: [pre-commit, commit-msg, pre-merge-commit, prepare-commit-msg, pre-push]
repos:
-   repo: https://example.com/one
    rev: v1
    hooks:
    -   id: one

-   repo: https://example.com/two
    rev: v2
    hooks:
    -   id: two
        args: [--fix,
               --all]

-   repo: https://example.com/gate
    rev: v1.0.0
    hooks:
    -   id: sutaza
    -   id: sutaza-message
    -   id: sutaza-prepare-message
    -   id: sutaza-push
""",
    ),
    "an empty list, with a comment beside it": (
        "repos: []  # none yet\nfail_fast: true\n",
        f"""\
default_install_hook_types: {TYPES}
repos:  # none yet
  - repo: https://example.com/gate
    rev: v1.0.0
    hooks:
      - id: sutaza
      - id: sutaza-message
      - id: sutaza-prepare-message
      - id: sutaza-push
fail_fast: true
""",
    ),
    "a list in brackets": (
        "default_install_hook_types:\n  - pre-commit\n  - pre-push  # slow\n"
        "repos: [{repo: meta, hooks: [{id: identity}]}, ]\n",
        "default_install_hook_types:\n  - pre-commit\n  - pre-push  # slow\n"
        "  - pre-merge-commit\n  - commit-msg\n  - prepare-commit-msg\n"
        "repos: [{repo: meta, hooks: [{id: identity}]}, "
        '{repo: "https://example.com/gate", rev: "v1.0.0", hooks: [{id: sutaza}, '
        "{id: sutaza-message}, {id: sutaza-prepare-message}, {id: sutaza-push}]}, ]\n",
    ),
    "a comment of its own above the first key, and an end mark": (
        "---\n# my hooks\n\n# never these\nexclude: x\nrepos:\n...\n",
        f"""\
---
# my hooks

default_install_hook_types: {TYPES}
# never these
exclude: x
repos:
  - repo: https://example.com/gate
    rev: v1.0.0
    hooks:
      - id: sutaza
      - id: sutaza-message
      - id: sutaza-prepare-message
      - id: sutaza-push
...
""",
    ),
}


@pytest.mark.parametrize(("before", "after"), WRITTEN.values(), ids=WRITTEN.keys())
def test_what_is_written(before: str, after: str) -> None:
    assert with_hooks(before, ENTRY) == after


@pytest.mark.parametrize(("before", "after"), WRITTEN.values(), ids=WRITTEN.keys())
def test_windows_line_ends_are_kept(before: str, after: str) -> None:
    if before:
        given = before.replace("\n", "\r\n")
        assert with_hooks(given, ENTRY) == after.replace("\n", "\r\n")


@pytest.mark.parametrize(("before", "after"), WRITTEN.values(), ids=WRITTEN.keys())
def test_a_second_time_changes_nothing(before: str, after: str) -> None:
    assert before != after
    assert with_hooks(after, ENTRY) == after
    assert with_hooks(after, Entry("https://example.com/fork", "v9")) == after


def test_a_missing_final_newline_is_made_good() -> None:
    edited = with_hooks("repos:\n- repo: meta\n  hooks:\n  - id: identity", ENTRY)
    assert "  - id: identity\n- repo: https://example.com/gate\n" in edited


def test_a_revision_that_looks_like_a_number_stays_text() -> None:
    edited = with_hooks("", Entry("../clone", "1e10"))
    assert yaml.safe_load(edited)["repos"][0]["rev"] == "1e10"


@pytest.mark.parametrize(
    "entry", ["sutaza check", "python -m sutaza_hooks check"], ids=["command", "module"]
)
def test_a_local_hook_that_runs_the_gate_is_enough(entry: str) -> None:
    local = f"repos:\n- repo: local\n  hooks:\n  - {{id: gate, name: g, entry: {entry}}}\n"
    assert yaml.safe_load(with_hooks(local, ENTRY))["repos"] == yaml.safe_load(local)["repos"]


REFUSED = {
    "broken YAML": ("repos: [", "not YAML"),
    "a list at the top": ("- repo: x\n", "expected a mapping with `repos`"),
    "repos that are text": ("repos: none\n", "not a configuration of pre-commit"),
    "a repo without hooks": ("repos:\n- repo: x\n", "not a configuration of pre-commit"),
    "braces around everything": ("{repos: []}\n", "written in braces"),
    "a list that is used twice": (
        "a: &all\n- {repo: meta, hooks: []}\nrepos: *all\n",
        "its form cannot be added to",
    ),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_edited_safely_is_said(text: str, said: str) -> None:
    with pytest.raises(SutazaError, match=rf"^\.pre-commit-config\.yaml: .*{said}") as caught:
        with_hooks(text, ENTRY)
    assert "\n" not in str(caught.value)


words = st.text("abcXYZ019 #:-'\"é{}[]&*!|>%@`,", min_size=1, max_size=12)
hooks = st.fixed_dictionaries(
    {"id": words}, optional={"args": st.lists(words, max_size=3), "exclude": words}
)
repos = st.fixed_dictionaries({"repo": words, "rev": words, "hooks": st.lists(hooks, max_size=3)})
documents = st.fixed_dictionaries(
    {"repos": st.lists(repos, max_size=3)},
    optional={
        "exclude": words,
        "fail_fast": st.booleans(),
        "default_install_hook_types": st.lists(
            st.sampled_from(["pre-commit", "pre-push", "post-checkout"]), unique=True, max_size=3
        ),
        "zone": st.lists(words, max_size=2),
    },
)


def _dumped(document: dict[str, Any], flow: bool | None, indent: int, comments: list[int]) -> str:
    """The document in one of the forms of YAML, with comments between its lines."""
    text = yaml.safe_dump(
        document, sort_keys=False, default_flow_style=flow, indent=indent, allow_unicode=True
    )
    lines = text.splitlines() if flow is False else [text.rstrip("\n")]
    for place in comments:
        at = place % (len(lines) + 1)
        lines.insert(at, f"{' ' * (place % 5)}# a comment")
    return "\n".join(lines) + "\n"


@settings(max_examples=50, deadline=None)
@given(
    documents,
    st.sampled_from([False, None]),
    st.integers(2, 6),
    st.lists(st.integers(0, 99), max_size=4),
    st.booleans(),
    st.booleans(),
)
def test_all_that_stood_there_stands_there_still(
    document: dict[str, Any],
    flow: bool | None,
    indent: int,
    comments: list[int],
    crlf: bool,
    unended: bool,
) -> None:
    text = _dumped(document, flow, indent, comments)
    text = text.replace("\n", "\r\n") if crlf else text
    text = text.rstrip("\r\n") if unended else text
    edited = with_hooks(text, ENTRY)
    gate = {"repo": ENTRY.repo, "rev": ENTRY.rev, "hooks": [{"id": id} for id in HOOKS]}
    types = document.get("default_install_hook_types", [])
    told = yaml.safe_load(edited)
    assert told.pop("repos") == [*document["repos"], gate]
    assert told.pop("default_install_hook_types")[: len(types)] == types
    rest = {
        key: value for key, value in document.items() if key in ("exclude", "fail_fast", "zone")
    }
    assert told == rest
    assert _holds(edited.splitlines(), [line for line in text.splitlines() if _kept(line)])
    assert with_hooks(edited, ENTRY) == edited


def _kept(line: str) -> bool:
    """All but the lines that an empty list, or a list in brackets, gives its place in."""
    return "[" not in line


def _holds(lines: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the lines hold the wanted ones in their order."""
    rest = iter(lines)
    return all(any(line == each for each in rest) for line in wanted)
