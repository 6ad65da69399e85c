"""SCSS."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, DOUBLE, SINGLE, Syntax

SYNTAX = Syntax(
    line=("//",),
    block=(C_BLOCK,),
    quotes=(DOUBLE, SINGLE),
    skip=(r"""\burl\([^)"'\n]{0,4000}\)""",),
)

LANGUAGE = Language(name="scss", suffixes=(".scss",), syntax=SYNTAX)
