"""R."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Quote, Syntax

KEYWORDS = """
break else for function if in next repeat return while
TRUE FALSE NULL
"""

HEADS = r"""
    (?P<name>[\w.]+)\s*(?:<-|=)\s*function\s*\(
"""

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
    heads=HEADS,
    keywords=KEYWORDS,
)
