"""Pixi's tables, in `pixi.toml` or below `tool.pixi`; what is from conda is in its group."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.constraint import constrained
from sutaza_hooks.manifests.declaring.declared import Declared, Scope, Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import at, found, text_of
from sutaza_hooks.manifests.declaring.placed.toml_text import read
from sutaza_hooks.manifests.declaring.scope import scope_of

_TABLES = ("dependencies", "host-dependencies", "build-dependencies", "pypi-dependencies")
_PLACES: tuple[tuple[str, ...], ...] = (
    (),
    ("target", "*"),
    ("feature", "*"),
    ("feature", "*", "target", "*"),
)


def pixi(data: object) -> Iterator[Declared]:
    """What the tables declare; Python itself is no dependency."""
    for place in _PLACES:
        for table in _TABLES:
            for keys, value in found(data, *place, table):
                feature = keys[0] if place[:1] == ("feature",) else ""
                scope: Scope = scope_of(feature, "optional") if feature else "runtime"
                group = "pip" if table.startswith("pypi") else "conda"
                named = constrained(value, lambda _, scope=scope: scope, group)  # type: ignore[misc]
                yield from (each for each in named if each.name != "python")


def _declares(_: str, text: str) -> Iterator[Statement]:
    data, faults = read(text)
    yield from faults
    for section in ("workspace", "project", "package"):
        if name := text_of(at(data, section, "name")):
            yield Told("name", name)
    yield from pixi(data)


FORMAT = Format(names=("pixi.toml",), declares=_declares)
