"""pnpm's `pnpm-workspace.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import at, folder, texts
from sutaza_hooks.manifests.declaring.placed.yaml_text import read


def _declares(_: str, text: str) -> Iterator[Statement]:
    """The members; its catalogs give versions to what members declare, and declare nothing."""
    data, faults = read(text)
    yield from faults
    for member in texts(at(data, "packages")):
        yield Told("member", folder(member))


FORMAT = Format(
    names=("pnpm-workspace.yaml", "pnpm-workspace.yml"), declares=_declares, ecosystem="npm"
)
