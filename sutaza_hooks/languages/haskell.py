"""Haskell."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import CHARACTER, DOUBLE, Block, Syntax

LANGUAGE = Language(
    name="haskell",
    suffixes=(".hs", ".hsc", ".cabal"),
    interpreters=("runhaskell", "runghc", "stack"),
    syntax=Syntax(
        line=("--",),
        block=(Block("{-", "-}", nested=True),),
        quotes=(DOUBLE,),
        skip=(
            CHARACTER,
            r"[!#$%&*+./<=>?@\\^|~:]{1,99}--[^\s\w]{0,99}",
            r"--+[!#$%&*+./<=>?@\\^|~:]",
        ),
    ),
)
