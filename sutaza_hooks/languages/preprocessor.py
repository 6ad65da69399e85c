"""What stands after `#define NAME`: to the grammars of C it is a text of no form."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, CHARACTER, DOUBLE, Syntax

LANGUAGE = Language(
    name="preprocessor",
    syntax=Syntax(line=("//",), block=(C_BLOCK,), quotes=(DOUBLE,), skip=(CHARACTER,)),
)
