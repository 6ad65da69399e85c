"""Dart."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import DOUBLE, SINGLE, Block, Quote, Syntax

KEYWORDS = """
as async await break case catch class const continue default do else enum extends
final finally for if import in is new null return static super switch throw try var
void while with yield
true false
"""

HEADS = r"""
    (?!(?:if|for|while|switch|catch|return|else|assert|throw|await|new)\b)
    (?:(?:static|external|abstract)\s+)?(?:[\w<>?,.\[\]]+\s+)*
    (?P<name>\w+)\s*\((?=[^;]*$)(?!.*\)\s*;)
"""

LANGUAGE = Language(
    name="dart",
    suffixes=(".dart",),
    interpreters=("dart",),
    syntax=Syntax(
        line=("//",),
        block=(Block("/*", "*/", nested=True),),
        quotes=(
            Quote("r'''", "'''", escape="", multiline=True),
            Quote('r"""', '"""', escape="", multiline=True),
            Quote("r'", "'", escape=""),
            Quote('r"', '"', escape=""),
            Quote("'''", "'''", multiline=True),
            Quote('"""', '"""', multiline=True),
            DOUBLE,
            SINGLE,
        ),
    ),
    heads=HEADS,
    keywords=KEYWORDS,
)
