"""The formats of a report, gathered by walking this package: a new file is a new format."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from sutaza_hooks.diagnostic import Report

PROJECT = "https://github.com/sutaza/sutaza_hooks"


def names() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def render(format: str, report: Report, *, colour: bool = False) -> str:
    """The report in one of the formats that `names` lists; only `text` knows colours."""
    reporter = import_module(f"{__name__}.{format}")
    rendered: str = reporter.render(report, colour) if format == "text" else reporter.render(report)
    return rendered


def page(rule: str) -> str:
    """The address of a rule's page."""
    return f"{PROJECT}/blob/main/docs/rules/{rule}.md"
