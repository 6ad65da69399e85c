"""Lists of paths, such as Git's own."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Syntax

LANGUAGE = Language(
    name="gitignore",
    filenames=(
        *(".gitignore", ".gitattributes", ".dockerignore", ".npmignore", ".eslintignore"),
        *(".prettierignore", ".helmignore", ".mailmap", "CODEOWNERS"),
    ),
    syntax=Syntax(line=("#",), where="first"),
)
