"""Hatch's `hatch.toml`, which holds what `tool.hatch` else does."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Statement
from sutaza_hooks.manifests.declaring.first_party import first_party
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed.toml_text import read
from sutaza_hooks.manifests.declaring.pyproject import listed


def _declares(_: str, text: str) -> Iterator[Statement]:
    held, faults = read(text)
    whole = {"tool": {"hatch": held}}
    yield from (*faults, *listed(whole), *first_party(whole))


FORMAT = Format(names=("hatch.toml",), declares=_declares)
