"""`package.json`, as npm and its kin have it."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Alias, Declared, Scope, Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed, at, folder, found, text_of, texts
from sutaza_hooks.manifests.declaring.placed.json_text import read

_SECTIONS: tuple[tuple[str, Scope], ...] = (
    ("dependencies", "runtime"),
    ("devDependencies", "development"),
    ("peerDependencies", "runtime"),
    ("optionalDependencies", "optional"),
)
_BUNDLED = ("bundleDependencies", "bundledDependencies")
_ALIASES = ("imports", "_moduleAliases", "alias")


def _declares(_: str, text: str) -> Iterator[Statement]:
    data, faults = read(text)
    yield from faults
    if name := text_of(at(data, "name")):
        yield Told("name", name)
    yield from _dependencies(data)
    for path in (("workspaces",), ("workspaces", "packages")):
        yield from (Told("member", folder(text)) for text in texts(at(data, *path)))
    for section in _ALIASES:
        for (pattern,), value in found(data, section, "*"):
            yield Alias(pattern, tuple(_targets(value)))


def _dependencies(data: object) -> Iterator[Declared]:
    for section, scope in _SECTIONS:
        group = "" if section == "dependencies" else section
        for (name,), value in found(data, section, "*"):
            missable = at(data, "peerDependenciesMeta", name, "optional") is True
            held = "optional" if missable and section == "peerDependencies" else scope
            yield Declared(name, name.line, held, group, text_of(value) or "")
    for section in _BUNDLED:
        for name in texts(at(data, section)):
            if at(data, "dependencies", name) is None:
                yield Declared(name, name.line, "runtime", section)


def _targets(value: object) -> Iterator[str]:
    """The paths that an alias may stand for, of whatever condition."""
    waiting = [value]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, (dict, list)):
            waiting.extend(each.values() if isinstance(each, dict) else each)
        elif isinstance(each, Placed):
            yield each


FORMAT = Format(names=("package.json",), declares=_declares, ecosystem="npm")
