"""Pipenv's `Pipfile`."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.constraint import constrained
from sutaza_hooks.manifests.declaring.declared import Scope, Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import at, folder, found, text_of
from sutaza_hooks.manifests.declaring.placed.toml_text import read
from sutaza_hooks.manifests.declaring.scope import scope_of

_NO_CATEGORIES = ("source", "requires", "scripts", "pipenv", "pipfile")


def _declares(_: str, text: str) -> Iterator[Statement]:
    data, faults = read(text)
    yield from faults
    for (category,), table in found(data, "*"):
        if category not in _NO_CATEGORIES:
            yield from _category(category, table)


def _category(category: str, table: object) -> Iterator[Statement]:
    group = "" if category == "packages" else category.removesuffix("-packages")
    scope: Scope = scope_of(group, "optional") if group else "runtime"
    for each in constrained(table, lambda _: scope, group):
        path = text_of(at(table, each.name, "path"))
        if path is not None:
            yield Told("member", folder(path))
        yield each


FORMAT = Format(names=("Pipfile",), declares=_declares)
