"""Poetry's tables in `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.constraint import constrained
from sutaza_hooks.manifests.declaring.declared import Declared, Scope
from sutaza_hooks.manifests.declaring.placed import at, found
from sutaza_hooks.manifests.declaring.scope import scope_of


def poetry(data: object) -> Iterator[Declared]:
    """`extras` only name what stands in `dependencies`; Python itself is no dependency."""
    tables = at(data, "tool", "poetry")
    named = (
        *constrained(at(tables, "dependencies"), _scope),
        *constrained(at(tables, "dev-dependencies"), lambda _: "development", "dev"),
        *_groups(tables),
    )
    yield from (each for each in named if each.name.lower() != "python")


def _scope(value: object) -> Scope:
    return "optional" if at(value, "optional") is True else "runtime"


def _groups(tables: object) -> Iterator[Declared]:
    for (group,), table in found(tables, "group", "*", "dependencies"):
        scope = scope_of(group, "optional")
        yield from constrained(table, lambda _, scope=scope: scope, group)  # type: ignore[misc]
