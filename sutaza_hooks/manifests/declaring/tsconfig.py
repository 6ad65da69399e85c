"""TypeScript's `tsconfig.json` and `jsconfig.json`, in which modules get further names."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Alias, Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed, at, folder, found, text_of, texts
from sutaza_hooks.manifests.declaring.placed.json_text import read


def _declares(_: str, text: str) -> Iterator[Statement]:
    """`extends` as written, since a package may be meant; what it refers to are its members."""
    data, faults = read(text, comments=True)
    yield from faults
    yield from (Told("include", each) for each in texts(at(data, "extends")))
    references = at(data, "references")
    for each in references if isinstance(references, list) else ():
        yield from (Told("member", folder(path)) for path in texts(at(each, "path")))
    options = at(data, "compilerOptions")
    base = text_of(at(options, "baseUrl"))
    if base is not None:
        yield Told("root", folder(base))
    for (pattern,), value in found(options, "paths", "*"):
        yield Alias(pattern, tuple(_below(base, target) for target in texts(value)))
    yield from (Told("type", name) for name in texts(at(options, "types")))


def _below(base: Placed | None, target: Placed) -> Placed:
    return folder(target.saying(f"{base or '.'}/{target}")) if target[0] != "/" else target


FORMAT = Format(
    names=("tsconfig.json", "tsconfig*.json", "jsconfig.json", "jsconfig*.json"),
    declares=_declares,
    ecosystem="npm",
    includes="tsconfig.json",
)
