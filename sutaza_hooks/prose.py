"""Comments as their reader sees them: blocks of rows, in paragraphs, in which thoughts begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sutaza_hooks.facts import Comment

_MARKS = r"\s#*/\-!<;%{\[(.>|=~+\"'@:\\"
_OPENING = re.compile(rf"[{_MARKS}]*(?:(?:REM|dnl)\s+)?", re.IGNORECASE)
_CLOSED = re.compile(r"[.:;!?)\]}>*/#=\-]\s*$")
_BLANK = re.compile(r"\W*$")


class Row(NamedTuple):
    """A row of a block of comments."""

    line: int
    column: int
    """The column of its first character."""
    text: str
    start: int
    """Where its words begin, behind comment marks and bullets, counted from 0."""
    opens: bool
    """A thought begins here: at the block's start, or behind a row that closes one."""
    paragraph: int


def blocks(comments: Sequence[Comment], text: str) -> Iterator[Sequence[Row]]:
    """Comments of a text that stand under each other in one column are one block to the reader.

    A comment behind code begins a block of its own: it is about that code.
    """
    lines = text.split("\n")
    block: list[Comment] = []
    for comment in comments:
        behind_code = lines[comment.line - 1][: comment.column - 1].strip() != ""
        if block and (behind_code or not _follows(comment, block[-1])):
            yield tuple(_rows(block))
            block = []
        block.append(comment)
    if block:
        yield tuple(_rows(block))


def _follows(comment: Comment, above: Comment) -> bool:
    return (comment.line, comment.column) == (above.line + 1, above.column)


def _rows(block: Sequence[Comment]) -> Iterator[Row]:
    opens, paragraph = True, 0
    for comment in block:
        for offset, text in enumerate(comment.text.split("\n")):
            found = _OPENING.match(text)
            start = found.end() if found else 0
            column = 1 if offset else comment.column
            yield Row(comment.line + offset, column, text, start, opens, paragraph)
            blank = _BLANK.match(text) is not None
            opens = blank or _CLOSED.search(text) is not None
            paragraph += blank
