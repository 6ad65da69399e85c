"""What manifests declare beside the version; each file with a `FORMAT` is one format.

It stands apart from what reads versions, so that a check which needs only those does not load it.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
from typing import NamedTuple

from sutaza_hooks.manifests.declaring.declared import (
    Alias,
    Declarations,
    Declared,
    Ecosystem,
    Fault,
    Scope,
    gathered,
)
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.script import script_declarations

__all__ = [
    "Alias",
    "Declarations",
    "Declared",
    "Ecosystem",
    "Fault",
    "Scope",
    "declarations",
    "declares",
    "script_declarations",
]


def declares(path: str) -> bool:
    """Whether the name alone tells that `declarations` can read the file."""
    return _known().format(path) is not None


def declarations(path: str, text: str, included_by: str = "") -> Declarations | None:
    """What a manifest declares, or None for a file that is none.

    A file that another includes is read as that one says, whatever its own name is. Any text is
    read as far as it can be; `faults` tell the rest.
    """
    found = _known().format(path)
    if included_by and (includer := _known().format(included_by)):
        found = _known().format(includer.includes)
    if found is None or (found.telling is not None and not found.telling.search(text)):
        return None
    said = found.declares(path.replace("\\", "/"), text.removeprefix("\ufeff"))
    return gathered(found.ecosystem, said)


class _Known(NamedTuple):
    """Formats by their files' names, of which most are plain, so that a tree is searched fast."""

    plain: dict[str, Format]
    patterns: dict[str, list[tuple[re.Pattern[str], Format]]]
    """By what follows the last dot."""

    def format(self, path: str) -> Format | None:
        parts = f"/{path}".replace("\\", "/").rsplit("/", 2)
        if found := self.plain.get(parts[-1]):
            return found
        ending = "/".join(parts[-2:])
        fitting = self.patterns.get(ending.rpartition(".")[2], ())
        return next((each for pattern, each in fitting if pattern.fullmatch(ending)), None)

    def learn(self, each: Format) -> None:
        for name in each.names:
            if "*" in name:
                fitting = self.patterns.setdefault(name.rpartition(".")[2], [])
                fitting.append((_pattern(name, each.unless), each))
            else:
                self.plain.setdefault(name, each)


@functools.cache
def _known() -> _Known:
    known = _Known({}, {})
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        held = getattr(importlib.import_module(module.name), "FORMAT", None)
        if isinstance(held, Format):
            known.learn(held)
    return known


def _pattern(name: str, unless: tuple[str, ...]) -> re.Pattern[str]:
    """Of the last two parts of a path; a `*` is within one of them."""
    barred = "".join(f"(?!{_translated(each)})" for each in unless)
    return re.compile(barred + _translated(name))


def _translated(name: str) -> str:
    written = "[^/]*".join(re.escape(part) for part in name.split("*"))
    return written if "/" in name else f"[^/]*/{written}"
