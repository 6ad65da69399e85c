"""TOML."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import DOUBLE, Quote, Syntax

LANGUAGE = Language(
    name="toml",
    suffixes=(".toml",),
    filenames=("Pipfile", "Cargo.lock", "poetry.lock", "uv.lock", "pdm.lock"),
    grammar="tree_sitter_toml",
    syntax=Syntax(
        line=("#",),
        quotes=(
            Quote('"""', '"""', multiline=True),
            Quote("'''", "'''", escape="", multiline=True),
            DOUBLE,
            Quote("'", "'", escape=""),
        ),
    ),
)
