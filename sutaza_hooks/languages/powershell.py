"""PowerShell."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Block, Quote, Syntax

KEYWORDS = """
begin break catch continue do else elseif end exit filter finally for foreach function
if in param process return switch throw trap try until using while
"""

HEADS = r"""
    (?i:function|filter)\s+(?P<name>[\w:-]+)
"""

LANGUAGE = Language(
    name="powershell",
    suffixes=(".ps1", ".psm1", ".psd1"),
    interpreters=("pwsh", "powershell"),
    syntax=Syntax(
        line=("#",),
        where="spaced",
        block=(Block("<#", "#>"),),
        quotes=(
            Quote('@"(?=[ \t]*\r?$)', '\n"@', escape="", multiline=True),
            Quote("@'(?=[ \t]*\r?$)", "\n'@", escape="", multiline=True),
            Quote('"', '"', escape="`", multiline=True),
            Quote("'", "'", escape="", multiline=True),
        ),
    ),
    heads=HEADS,
    keywords=KEYWORDS,
)
