"""Elixir."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Quote, Syntax

KEYWORDS = """
after and case catch cond def defmodule defp do else end fn for if import in not or
quote raise receive rescue try unless use when with
true false nil
"""

HEADS = r"""
    defp?\s+(?P<name>\w+[?!]?)
"""

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
    heads=HEADS,
    keywords=KEYWORDS,
)
