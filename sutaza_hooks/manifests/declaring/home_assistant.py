"""The `manifest.json` of an integration of Home Assistant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Statement
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import at, texts
from sutaza_hooks.manifests.declaring.placed.json_text import read
from sutaza_hooks.manifests.declaring.requirement import required


def _declares(_: str, text: str) -> Iterator[Statement]:
    data, faults = read(text)
    yield from faults
    for each in texts(at(data, "requirements")):
        yield from required(each, "runtime", "")


FORMAT = Format(
    names=("manifest.json",),
    declares=_declares,
    telling=re.compile(
        r'"domain"\s*:[\s\S]*"requirements"\s*:|"requirements"\s*:[\s\S]*"domain"\s*:'
    ),
)
