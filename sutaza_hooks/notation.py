"""How values of the configuration are written in YAML, so that they are read back as they were."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import yaml

from sutaza_hooks.config import Config
from sutaza_hooks.options import options
from sutaza_hooks.rule import Rule
from sutaza_hooks.rules import RULES

_WIDTH = 92  # columns; a list that is longer has one line for each item
_PLAIN = re.compile(r"[A-Za-z./][\w./:@+-]*")


def effective(config: Config) -> str:
    """The whole configuration, with every option of every rule, as a document."""
    top = [each.name for each in fields(config) if each.name != "rules"]
    rows = [row for name in top for row in written(name, getattr(config, name))]
    active = {rule.name: rule for rule in config.rules}
    rows += ["rules:"] + [row for name in RULES for row in _section(name, active.get(name))]
    return "\n".join(rows) + "\n"


def _section(name: str, rule: Rule | None) -> list[str]:
    if rule is None:
        return [f"  {name}: off"]
    asked = {option: getattr(rule, option) for option, _, _ in options(type(rule))}
    return written(name, asked, "  ")


def written(key: str, value: Any, indent: str = "") -> list[str]:
    """A key and its value, as lines."""
    value = _plain(value)
    start = f"{indent}{scalar(key)}:"
    if isinstance(value, dict) and value:
        inner = [row for name, each in value.items() for row in written(name, each, f"{indent}  ")]
        return [start, *inner]
    line = f"{start} {_inline(value)}"
    if isinstance(value, list) and value and len(line) > _WIDTH:
        return [start, *(f"{indent}  - {_item(each)}" for each in value)]
    return [line]


def scalar(text: str) -> str:
    """Text without quotes where YAML reads it as the same text, else quoted."""
    if _PLAIN.fullmatch(text) and yaml.safe_load(text) == text:
        return text
    return _quoted(text)


def _plain(value: Any) -> Any:
    """The value as YAML knows it: an option's type is told by its field, not by the document."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    if is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    return value


def _inline(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_item, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return scalar(value) if isinstance(value, str) else str(value)


def _item(value: Any) -> str:
    """An item of a list: text is always quoted there, so that all items look alike."""
    return _quoted(value) if isinstance(value, str) else _inline(value)


def _quoted(text: str) -> str:
    style = "'" if "\\" in text and text.isprintable() else '"'
    dumped: str = yaml.safe_dump(text, default_style=style, allow_unicode=True, width=2**20)
    return dumped.rstrip("\n")
