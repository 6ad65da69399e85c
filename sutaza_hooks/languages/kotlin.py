"""Kotlin."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import CHARACTER, DOUBLE, Block, Quote, Syntax

_NAME = r"(?:\w+|`[^`\n]+`)"

KEYWORDS = """
as break class continue do else for fun if import in is interface null return super
throw try typeof val var when while
true false
"""

HEADS = r"""
    (?:@\w+(?:\([^)\n]*\))?\s+|(?:public|private|protected|internal|open|override|suspend|inline
    |operator|infix|tailrec|abstract|final|actual|expect)\s+)*
    fun\s+(?:<[^>\n]*>\s*)?(?:[\w<>?,]+\.)?(?P<name>`[^`\n]+`|\w+)\s*\(
"""

LANGUAGE = Language(
    name="kotlin",
    suffixes=(".kt", ".kts"),
    interpreters=("kotlin", "kotlinc"),
    syntax=Syntax(
        line=("//",),
        block=(Block("/*", "*/", nested=True),),
        quotes=(Quote('"""', '"""', escape="", multiline=True), DOUBLE),
        skip=(CHARACTER,),
    ),
    import_line=rf"import[ \t]+(?P<module>{_NAME}(?:\.{_NAME})*)(?P<all>\.\*)?",
    heads=HEADS,
    keywords=KEYWORDS,
)
