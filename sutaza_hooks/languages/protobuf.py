"""Protocol Buffers."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, DOUBLE, SINGLE, Syntax

LANGUAGE = Language(
    name="protobuf",
    suffixes=(".proto",),
    syntax=Syntax(
        line=("//",),
        block=(C_BLOCK,),
        quotes=(DOUBLE, SINGLE),
    ),
)
