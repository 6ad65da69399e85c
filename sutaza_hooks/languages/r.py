"""R."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Quote, Syntax

LANGUAGE = Language(
    name="r",
    suffixes=(".r", ".R"),
    filenames=(".Rprofile",),
    interpreters=("Rscript", "R"),
    syntax=Syntax(
        line=("#",),
        quotes=(
            Quote(r'[rR]"\(', ')"', escape="", multiline=True),
            Quote(r"[rR]'\(", ")'", escape="", multiline=True),
            *(Quote(each, each, multiline=True) for each in ('"', "'", "`")),
        ),
    ),
)
