"""The configuration that a repository starts with: fitted to it, and a text to learn from."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from sutaza_hooks import document
from sutaza_hooks.config import FILE, Config
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.notation import scalar, written
from sutaza_hooks.options import options
from sutaza_hooks.page import summary
from sutaza_hooks.record import ChangelogPolicy
from sutaza_hooks.rules import RULES
from sutaza_hooks.setup.survey import Survey

_INTRODUCTION = """\
# The rules that every commit is judged by. What is in a comment is the default.
# `sutaza explain <rule>` prints a rule's page, `sutaza config show` what is in force,
# and `sutaza config validate` checks this file.
"""
_BASELINE = "# baseline: "
_WIDTH = 88  # columns of a comment


def starter(found: Survey, baseline: str) -> str:
    """The text of the configuration; the baseline's path stands in it as a comment."""
    blocks = [
        _INTRODUCTION,
        _block(
            "What is not judged, in the patterns of .gitignore.",
            _commented(written("exclude", Config().exclude)),
        ),
        _block(
            "A report whose diagnostics are let pass; `sutaza baseline` makes and shrinks it.",
            [_BASELINE + scalar(baseline)],
        ),
        _block("The parts that an entry of the changelog names, by path.", _components(found)),
        _block(_languages(found), _commented(written("languages", {"python": ("*.star",)}))),
        _block(_changelogs(found), _policy(found)),
        _block("Each rule takes `off` in the place of its options.", _rules()),
    ]
    return "\n".join(blocks)


def with_baseline(text: str, path: str) -> str:
    """The configuration with its baseline set: where the comment stands, else at the end."""
    line = f"baseline: {scalar(path)}"
    lines = text.splitlines(keepends=True)
    at = next((n for n, each in enumerate(lines) if each.startswith(_BASELINE)), None)
    end = "\r\n" if "\r\n" in text else "\n"
    if at is None:
        gap = end if text and not text.endswith("\n") else ""
        edited = f"{text}{gap}{line}{end}"
    else:
        edited = "".join([*lines[:at], line + end, *lines[at + 1 :]])
    if document.read(edited, FILE).mapping()["baseline"].data != path:
        raise SutazaError(f"{FILE}: add `{line}` by hand")
    return edited


def _block(title: str, lines: list[str]) -> str:
    return "\n".join([*_commented(textwrap.wrap(title, _WIDTH)), *lines, ""])


def _commented(lines: list[str], indent: str = "") -> list[str]:
    return [f"{indent}# {line.removeprefix(indent)}" for line in lines]


def _components(found: Survey) -> list[str]:
    if not found.components:
        return _commented(written("components", {"api": ("/api/",), "docs": ("/docs/",)}))
    return written("components", found.components)


def _languages(found: Survey) -> str:
    told = ", ".join(f"{name} ({count})" for name, count in found.languages) or "none yet"
    return f"Languages of paths whose names do not tell. Known by their names: {told}."


def _changelogs(found: Survey) -> str:
    others = ", ".join(f"`{path}`" for path in found.other_changelogs)
    verb = "are" if len(found.other_changelogs) > 1 else "is"
    kept = f" {others} {verb} not read as one." if others else ""
    return f"Where the changelog is, and what its entries may say.{kept}"


def _policy(found: Survey) -> list[str]:
    asked: dict[str, Any] = {"path": found.changelog}
    if len(found.versions) == 1:
        asked["version_sources"] = tuple(found.versions)
    every = {each.name: getattr(ChangelogPolicy(), each.name) for each in fields(ChangelogPolicy)}
    return ["changelog:", *_chosen(every, asked, "  ")]


def _rules() -> list[str]:
    return ["rules:", *(row for name in RULES for row in _rule(name))]


def _rule(name: str) -> Iterator[str]:
    """A rule with its severity set, so that there is something to change, and no more."""
    rule = RULES[name]
    every = {option: value for option, _, value in options(rule)}
    yield f"  # {summary(rule)}"
    lines = [f"  {name}:", *_chosen(every, {"severity": every["severity"]}, "    ")]
    yield from lines if rule.default_on else _commented(lines, "  ")


def _chosen(every: Mapping[str, Any], asked: Mapping[str, Any], indent: str) -> Iterator[str]:
    """All options: those that are asked for as they are, the others as comments."""
    for name, value in every.items():
        if name in asked:
            yield from written(name, asked[name], indent)
        else:
            yield from _commented(written(name, value, indent), indent)
