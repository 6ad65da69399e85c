"""The names of all languages as one table, so that a check need not read every file for them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from sutaza_hooks import languages
from sutaza_hooks.languages.language import Language

_HEAD = '''\
"""Which names belong to which language. Made by `sutaza docs` from the files beside it."""

'''


def catalogue() -> str:
    """The text of `names.py`."""
    every = list(_languages())
    filenames = {name: each.name for each in every for name in each.filenames}
    tables = {
        "SUFFIXES": {name: each.name for each in every for name in each.suffixes},
        "FILENAMES": {name: each for name, each in filenames.items() if "*" not in name},
        "PATTERNS": {name: each for name, each in filenames.items() if "*" in name},
        "INTERPRETERS": {name: each.name for each in every for name in each.interpreters},
    }
    names = _block("NAMES", "(", [f'"{each.name}"' for each in every], ")")
    blocks = (_block(name, "{", _rows(table), "}") for name, table in tables.items())
    return _HEAD + "".join([names, *blocks])


def _languages() -> Iterator[Language]:
    for module in pkgutil.iter_modules(languages.__path__, f"{languages.__name__}."):
        held = getattr(importlib.import_module(module.name), "LANGUAGE", None)
        if isinstance(held, Language):
            yield held


def _rows(table: dict[str, str]) -> list[str]:
    return [f'"{name}": "{language}"' for name, language in table.items()]


def _block(name: str, opening: str, rows: list[str], closing: str) -> str:
    return "".join([f"{name} = {opening}\n", *(f"    {row},\n" for row in rows), f"{closing}\n"])
