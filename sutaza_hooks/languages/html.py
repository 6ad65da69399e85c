"""HTML, with the scripts and styles in it."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Block, Quote, Syntax

SYNTAX = Syntax(
    block=(Block("<!--", "-->"),),
    skip=(r'=\s{0,9}"[^"]{0,4000}"', r"=\s{0,9}'[^']{0,4000}'"),
    quotes=(Quote(r"<!\[CDATA\[", "]]>", escape="", multiline=True),),
    raw=("script", "style"),
)

LANGUAGE = Language(name="html", suffixes=(".html", ".htm", ".xhtml"), syntax=SYNTAX)
