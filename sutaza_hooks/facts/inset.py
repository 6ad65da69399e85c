"""Reading a text that stands inside another, and finding the way back to its places."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from sutaza_hooks.facts.fact import Body, Comment, Definition, Facts, Import, String
from sutaza_hooks.facts.lines import Lines, Position

Outlined = TypeVar("Outlined", Definition, Import)
Spanned = TypeVar("Spanned", String, Body)

_WIDEST = 200
"""White space before a text belongs to it, up to so many characters."""


class Inset:
    """A part of a text, freed of its margin.

    `code` is the part; what `placeholder` matches in it is blanked, for it is not in its language.
    """

    def __init__(self, text: str, lines: Lines, start: int, end: int, placeholder: str) -> None:
        self._text, self._lines = text, lines
        start = _at_line_start(text, lines, start)
        self._start = lines.position(start)
        code = text[start:end]
        self._margin = _margin(code) if self._start.column == 1 else 0
        code = re.sub(rf"^[ \t]{{0,{self._margin}}}", "", code, flags=re.M)
        if placeholder:
            code = re.sub(placeholder, lambda found: "_" * len(found[0]), code)
        self.code = code

    def restored(self, facts: Facts) -> Facts:
        """The facts about `code`, at their places in the whole text."""
        return replace(
            facts,
            comments=tuple(map(self._comment, facts.comments)),
            definitions=tuple(map(self._moved, facts.definitions)),
            imports=tuple(map(self._moved, facts.imports)),
            docstrings=tuple(map(self._comment, facts.docstrings)),
            strings=tuple(map(self._spanned, facts.strings)),
            bodies=tuple(map(self._body, facts.bodies)),
        )

    def _comment(self, comment: Comment) -> Comment:
        first = self._position(comment.line, comment.column)
        last = self._position(comment.end_line, comment.end_column)
        start, end = self._lines.offset(*first), self._lines.offset(*last)
        return Comment(*first, *last, self._text[start : end + 1])

    def _spanned(self, fact: Spanned) -> Spanned:
        line, column = self._position(fact.line, fact.column)
        end_line, end_column = self._position(fact.end_line, fact.end_column)
        return fact._replace(line=line, column=column, end_line=end_line, end_column=end_column)

    def _body(self, body: Body) -> Body:
        down = self._start.line - 1
        return self._spanned(body)._replace(top=body.top + down, bottom=body.bottom + down)

    def _moved(self, fact: Outlined) -> Outlined:
        line, column = self._position(fact.line, fact.column)
        return fact._replace(line=line, column=column, end_line=fact.end_line + line - fact.line)

    def _position(self, line: int, column: int) -> Position:
        before = self._start.column - 1 if line == 1 else 0
        return Position(self._start.line + line - 1, before + self._margin + column)


def _at_line_start(text: str, lines: Lines, start: int) -> int:
    """The start of the line, if only white space is between."""
    column = lines.position(start).column
    before = text[max(start - column + 1, start - _WIDEST) : start]
    return start - len(before) if before.isspace() else start


def _margin(code: str) -> int:
    """How many blanks every line begins with that is not blank."""
    blanks = re.finditer(r"^([ \t]*)\S", code, re.M)
    return min((len(each[1]) for each in blanks), default=0)
