"""Swift."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import DOUBLE, Block, Quote, Syntax

KEYWORDS = """
as break case catch class continue default defer do else enum extension fallthrough
for func guard if import in is let nil repeat return static struct switch throw
throws try var where while
true false
"""

HEADS = r"""
    (?:@\w+(?:\([^)\n]*\))?\s+|(?:public|private|fileprivate|internal|open|override|static|class
    |final|mutating|nonmutating|nonisolated|convenience|required)\s+)*
    func\s+(?P<name>\w+)\s*(?:<[^>\n]*>)?\s*\(
"""

LANGUAGE = Language(
    name="swift",
    suffixes=(".swift",),
    interpreters=("swift",),
    syntax=Syntax(
        line=("//",),
        block=(Block("/*", "*/", nested=True),),
        quotes=(
            Quote('#"', '"#', escape="", multiline=True),
            Quote('"""', '"""', multiline=True),
            DOUBLE,
        ),
    ),
    heads=HEADS,
    keywords=KEYWORDS,
)
