"""Elixir."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Quote, Syntax

LANGUAGE = Language(
    name="elixir",
    suffixes=(".ex", ".exs"),
    filenames=("mix.lock",),
    interpreters=("elixir", "iex"),
    syntax=Syntax(
        line=("#",),
        where="spaced",
        quotes=(
            Quote('"""', '"""', multiline=True),
            Quote("'''", "'''", multiline=True),
            *(
                Quote(rf"~[a-zA-Z]+\{left}", right, multiline=True)
                for left, right in zip("/|([{<", "/|)]}>", strict=True)
            ),
            Quote('"', '"', multiline=True),
            Quote("'", "'", multiline=True),
        ),
        skip=(r"\?\\?[^\s\w]",),
    ),
)
