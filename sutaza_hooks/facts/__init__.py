"""What the text of one file alone can tell: its comments, definitions and imports."""

from sutaza_hooks.facts.fact import (
    EXTRACTOR,
    Body,
    Comment,
    Definition,
    Facts,
    Function,
    Import,
    Kind,
    String,
)

__all__ = [
    "EXTRACTOR",
    "Body",
    "Comment",
    "Definition",
    "Facts",
    "Function",
    "Import",
    "Kind",
    "String",
]
