"""INI files and their kin."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Syntax

LANGUAGE = Language(
    name="ini",
    suffixes=(".ini", ".cfg", ".inf", ".service", ".timer", ".socket", ".desktop"),
    filenames=(".editorconfig", ".gitconfig", ".gitmodules", ".coveragerc", ".flake8", ".pylintrc"),
    syntax=Syntax(line=("#", ";"), where="first"),
)
