"""Groovy, as in Gradle and Jenkins."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, DOUBLE, SINGLE, Quote, Syntax

LANGUAGE = Language(
    name="groovy",
    suffixes=(".groovy", ".gradle", ".gvy"),
    filenames=("Jenkinsfile", "Jenkinsfile.*"),
    interpreters=("groovy",),
    syntax=Syntax(
        line=("//",),
        block=(C_BLOCK,),
        quotes=(
            Quote("'''", "'''", multiline=True),
            Quote('"""', '"""', multiline=True),
            Quote(r"\$/", "/$", escape="$", multiline=True),
            DOUBLE,
            SINGLE,
        ),
        skip=(r"~/(?:\\.|[^/\\\n]){1,99}/",),
    ),
)
