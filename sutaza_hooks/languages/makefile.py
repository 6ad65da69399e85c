"""Makefiles."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import DOUBLE, SINGLE, Syntax

LANGUAGE = Language(
    name="makefile",
    suffixes=(".mk", ".mak", ".make"),
    filenames=("Makefile", "makefile", "GNUmakefile", "Makefile.*", "Kbuild"),
    interpreters=("make", "gmake"),
    syntax=Syntax(line=("#",), where="spaced", quotes=(DOUBLE, SINGLE)),
)
