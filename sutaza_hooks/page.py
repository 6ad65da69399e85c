"""A rule's page, from its docstring and its options: the one text for docs, explain and tests."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple, get_args, get_origin

from sutaza_hooks.options import options, shared
from sutaza_hooks.rule import Rule
from sutaza_hooks.suppression import POLICING

HEADINGS = ("Why is this bad?", "Example", "Use instead")
_FENCE = re.compile(
    r"^```(?P<language>\w*) title=\"(?P<path>[^\"]+)\"(?P<before> before)?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)


class Fence(NamedTuple):
    """An example: a file of the tree after the change, or of the one before it."""

    path: str
    text: str
    before: bool


def docstring(rule: type[Rule]) -> str:
    return inspect.getdoc(rule) or ""


def summary(rule: type[Rule]) -> str:
    """The first line: what is flagged."""
    return docstring(rule).split("\n", 1)[0]


def section(rule: type[Rule], heading: str) -> str:
    parts = _SECTION.split(docstring(rule))
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(heading, "").strip()


def fences(text: str) -> Sequence[Fence]:
    return [
        Fence(each["path"], each["text"], each["before"] is not None)
        for each in _FENCE.finditer(text)
    ]


def page(rule: type[Rule]) -> str:
    """The page in Markdown."""
    name = rule.named()
    lines = [
        f"# {name}",
        "",
        f"*{charter(rule)} · severity {rule().severity.value}"
        f"{'' if rule.default_on else ' · off by default'}*",
        "",
        _FENCE.sub(lambda each: each[0].replace(" before\n", "\n"), docstring(rule)),
        "",
        *_options(rule),
        "## Allow it",
        "",
        _way_past(rule),
        "",
    ]
    return "\n".join(lines)


def _way_past(rule: type[Rule]) -> str:
    name = rule.named()
    if name in POLICING:
        return "No comment allows it, since it is about such comments: mend or remove the comment."
    if rule.exception:
        return f"No comment allows it, since it is about the change. {rule.exception}"
    return f"In a comment on the line, or alone above it: `sutaza: allow {name} -- <reason>`."


def charter(rule: type[Rule]) -> str:
    number = rule.charter
    return f"charter rule {number}" if isinstance(number, int) else f"charter, {number}"


def _options(rule: type[Rule]) -> Iterator[str]:
    yield from ["## Options", "", "| option | type | default |", "|---|---|---|"]
    for name, kind, value in options(rule):
        yield f"| `{name}` | {kind_name(kind)} | {_shown(value)} |"
    yield ""
    for name in shared(rule):
        yield f"It also reads `{name}` from the top level of the configuration."
        yield ""


def kind_name(kind: Any) -> str:
    """A type as a reader of YAML calls it."""
    if get_origin(kind) is tuple:
        return f"list of {kind_name(get_args(kind)[0])}"
    if get_args(kind):
        return "mapping"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " or ".join(f"`{member.value}`" for member in kind)
    return {str: "text", int: "number", bool: "`true` or `false`"}[kind]


def _shown(value: Any) -> str:
    if isinstance(value, Enum):
        return f"`{value.value}`"
    if isinstance(value, tuple):
        return ", ".join(_shown(each) for each in value) or "none"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value}`".replace("|", "\\|") if value != "" else "none"
