"""Cargo's `Cargo.toml`, of a package or a workspace."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.constraint import constrained
from sutaza_hooks.manifests.declaring.declared import Declared, Scope, Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import at, folder, found, text_of, texts
from sutaza_hooks.manifests.declaring.placed.toml_text import read

_SECTIONS: tuple[tuple[str, Scope], ...] = (
    ("dependencies", "runtime"),
    ("dev-dependencies", "development"),
    ("dev_dependencies", "development"),
    ("build-dependencies", "build"),
    ("build_dependencies", "build"),
)


def _declares(_: str, text: str) -> Iterator[Statement]:
    """A workspace's own dependencies, of which members take some, are in a group of that name."""
    data, faults = read(text)
    yield from faults
    if name := text_of(at(data, "package", "name")):
        yield Told("name", name)
    yield from _dependencies(data)
    yield from _named(at(data, "workspace", "dependencies"), "runtime", "workspace")
    yield from (Told("member", folder(each)) for each in texts(at(data, "workspace", "members")))
    if library := text_of(at(data, "lib", "name")):
        yield Told("module", library)


def _dependencies(data: object) -> Iterator[Declared]:
    for section, scope in _SECTIONS:
        group = "" if section == "dependencies" else section
        yield from _named(at(data, section), scope, group)
        for (target,), table in found(data, "target", "*", section):
            yield from _named(table, scope, target)


def _named(table: object, scope: Scope, group: str) -> Iterator[Declared]:
    def of(value: object) -> Scope:
        missable = scope == "runtime" and at(value, "optional") is True
        return "optional" if missable else scope

    return constrained(table, of, group)


FORMAT = Format(names=("Cargo.toml",), declares=_declares, ecosystem="cargo")
