"""What a Python script declares in a block of comments at its start, as PEP 723 has it."""

from __future__ import annotations

import re

from sutaza_hooks.manifests.declaring.declared import Declarations, gathered
from sutaza_hooks.manifests.declaring.placed.toml_text import read
from sutaza_hooks.manifests.declaring.pyproject import listed

_BLOCK = re.compile(r"^# /// script[ \t]*\r?\n((?:#(?: .*)?\r?\n)+?)# ///[ \t]*\r?$", re.MULTILINE)
_HASH = re.compile(r"^# ?", re.MULTILINE)


def script_declarations(text: str) -> Declarations | None:
    """What a script declares of itself, or None where it does not."""
    found = _BLOCK.search(text) if "# /// script" in text else None
    if found is None:
        return None
    before = "\n" * text.count("\n", 0, found.start(1))
    data, faults = read(before + _HASH.sub("", found[1]))
    said = listed({"project": data})
    return gathered("python", (*faults, *said))
