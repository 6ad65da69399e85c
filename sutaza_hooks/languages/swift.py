"""Swift."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import DOUBLE, Block, Quote, Syntax

LANGUAGE = Language(
    name="swift",
    suffixes=(".swift",),
    interpreters=("swift",),
    syntax=Syntax(
        line=("//",),
        block=(Block("/*", "*/", nested=True),),
        quotes=(
            Quote('#"', '"#', escape="", multiline=True),
            Quote('"""', '"""', multiline=True),
            DOUBLE,
        ),
    ),
)
