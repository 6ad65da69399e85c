"""Groovy, as in Gradle and Jenkins."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, DOUBLE, SINGLE, Quote, Syntax

KEYWORDS = """
as assert break case catch class continue def default do else enum extends finally for
if implements import in instanceof interface new null return super switch throw try
void while
true false
"""

HEADS = r"""
    (?!(?:if|for|while|switch|catch|return|else|assert|throw|new)\b)
    (?:(?:public|private|protected|static|final)\s+)*(?:def|[\w<>\[\].]+)\s+
    (?P<name>\w+)\s*\((?=[^)\n]*\)\s*\{)
"""

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
    heads=HEADS,
    keywords=KEYWORDS,
)
