"""Poetry's tables in `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.constraint import constrained
from sutaza_hooks.manifests.declaring.declared import Declared, Scope, Statement, Told
from sutaza_hooks.manifests.declaring.placed import at, found, texts
from sutaza_hooks.manifests.declaring.scope import scope_of


def poetry(data: object) -> Iterator[Statement]:
    """`extras` only name what stands in `dependencies`; Python itself is no dependency."""
    for _, listed in found(data, "tool", "poetry", "dependencies", "*", "extras"):
        yield from (Told("extra", each) for each in texts(listed))
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
