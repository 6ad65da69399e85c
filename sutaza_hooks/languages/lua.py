"""Lua."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import DOUBLE, SINGLE, Block, Quote, Syntax

LONG = ("", "=", "==", "===")
"""What stands between the brackets of long strings and long comments: `--[=[ ... ]=]`."""

KEYWORDS = """
and break do else elseif end for function goto if in local nil not or repeat return
then until while
true false
"""

HEADS = r"""
    (?:local\s+)?function\s+(?P<name>[\w.:]+)\s*\(
"""

LANGUAGE = Language(
    name="lua",
    suffixes=(".lua", ".rockspec", ".luau"),
    filenames=(".luacheckrc",),
    interpreters=("lua", "luajit"),
    syntax=Syntax(
        line=("--",),
        block=tuple(Block(f"--[{each}[", f"]{each}]") for each in LONG),
        quotes=(
            *(Quote(rf"\[{each}\[", f"]{each}]", escape="", multiline=True) for each in LONG),
            DOUBLE,
            SINGLE,
        ),
    ),
    heads=HEADS,
    keywords=KEYWORDS,
)
