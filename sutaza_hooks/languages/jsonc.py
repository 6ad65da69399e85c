"""JSON with comments."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, DOUBLE, SINGLE, Syntax

LANGUAGE = Language(
    name="jsonc",
    suffixes=(".jsonc", ".json5", ".code-workspace"),
    filenames=("tsconfig.json", "tsconfig.*.json", "jsconfig.json", "devcontainer.json"),
    syntax=Syntax(
        line=("//",),
        block=(C_BLOCK,),
        quotes=(DOUBLE, SINGLE),
    ),
)
