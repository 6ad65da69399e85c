"""Deno's `deno.json`, and import maps, which it may hold."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Alias, Declared, Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed, at, folder, found, text_of, texts
from sutaza_hooks.manifests.declaring.placed.json_text import read

_REGISTRIES = ("npm:", "jsr:")


def _declares(_: str, text: str) -> Iterator[Statement]:
    data, faults = read(text, comments=True)
    yield from faults
    if name := text_of(at(data, "name")):
        yield Told("name", name)
    for (key,), target in found(data, "imports", "*"):
        yield from _entry(key, target)
    for (_scope, key), target in found(data, "scopes", "*", "*"):
        yield from _entry(key, target)
    yield from (Told("include", folder(each)) for each in texts(at(data, "importMap")))
    for path in (("workspace",), ("workspace", "members")):
        yield from (Told("member", folder(each)) for each in texts(at(data, *path)))


def _entry(key: Placed, target: object) -> Iterator[Statement]:
    """A key that ends in a slash stands for all below it; one of a registry is a dependency."""
    place = text_of(target) or ""
    pattern, end = (f"{key}*", f"{place}*") if key.endswith("/") else (key, place)
    yield Alias(pattern, (end,) if place else ())
    if place.startswith(_REGISTRIES) and not key.endswith("/"):
        yield Declared(key, key.line, "runtime", "", place)


FORMAT = Format(
    names=(
        "deno.json",
        "deno.jsonc",
        "import_map.json",
        "import-map.json",
        "importmap.json",
        "*.importmap",
    ),
    declares=_declares,
    ecosystem="npm",
    includes="import_map.json",
)
