"""What the text of one file alone can tell: its comments, definitions and imports."""

from sutaza_hooks.facts.extraction import extract
from sutaza_hooks.facts.fact import EXTRACTOR, Comment, Definition, Facts, Import, Kind

__all__ = ["EXTRACTOR", "Comment", "Definition", "Facts", "Import", "Kind", "extract"]
