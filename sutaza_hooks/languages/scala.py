"""Scala."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import CHARACTER, DOUBLE, Block, Quote, Syntax

KEYWORDS = """
case catch class def do else extends final finally for if implements import lazy
match new null object override private protected return super then throw trait try
type val var while with yield
true false
"""

HEADS = r"""
    (?:(?:private|protected)(?:\[\w+\])?\s+|(?:override|final|implicit|inline|lazy)\s+)*
    def\s+(?P<name>\w+)
"""

LANGUAGE = Language(
    name="scala",
    suffixes=(".scala", ".sc", ".sbt"),
    interpreters=("scala", "amm"),
    syntax=Syntax(
        line=("//",),
        block=(Block("/*", "*/", nested=True),),
        quotes=(Quote('"""', '"""', escape="", multiline=True), DOUBLE),
        skip=(CHARACTER,),
    ),
    heads=HEADS,
    keywords=KEYWORDS,
)
