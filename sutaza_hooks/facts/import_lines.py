"""Imports of languages without a grammar, by the lines that they stand on."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sutaza_hooks.facts.fact import Import
from sutaza_hooks.facts.lines import Lines
from sutaza_hooks.languages.grammar import Span
from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Syntax


def imports_by_line(
    text: str, lines: Lines, comments: Sequence[Span], language: Language
) -> Iterator[Import]:
    """Each import that stands first on its line, in no comment, and before any longer string."""
    if not language.import_line:
        return
    end = _first_long_string(text, comments, language.syntax)
    for found in re.compile(rf"^{language.import_line}", re.MULTILINE).finditer(text, 0, end):
        if not _is_within(found.start(), comments):
            line, column = lines.position(found.start())
            module = found["module"].replace("`", "")
            yield Import(module, ("*",) if found["all"] else (), line, line, column)


def _first_long_string(text: str, comments: Sequence[Span], syntax: Syntax) -> int:
    opens = "|".join(quote.open for quote in syntax.quotes if quote.multiline)
    found = re.finditer(opens, text) if opens else ()
    outside = (each.start() for each in found if not _is_within(each.start(), comments))
    return next(outside, len(text))


def _is_within(position: int, spans: Sequence[Span]) -> bool:
    """Whether it is in one of the spans, which are sorted."""
    at = bisect_right(spans, (position, sys.maxsize)) - 1
    return at >= 0 and position < spans[at][1]
