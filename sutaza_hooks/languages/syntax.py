"""Finding comments by their markers alone, where there is no grammar or no time for one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Where = Literal["anywhere", "spaced", "first"]
"""Where a line comment may begin: anywhere, at or after white space only, first on its line."""

_ESCAPES = 64
"""So many escapes of one string are matched in one go; the engine keeps a frame for each."""


class Quote(NamedTuple):
    """A string literal. `open` is a regular expression; `close` and `escape` are plain text.

    With an `escape` that equals `close`, the mark itself is written twice.
    """

    open: str
    close: str
    escape: str = "\\"
    multiline: bool = False

    @property
    def escaped(self) -> str:
        """The regular expression of a character that does not close it; empty if all may."""
        if self.escape == self.close:
            return re.escape(self.close * 2)
        return rf"{re.escape(self.escape)}[\s\S]" if self.escape else ""


class Block(NamedTuple):
    """A comment that has an end of its own. Both markers are plain text."""

    open: str
    close: str
    nested: bool = False


@dataclass(frozen=True)
class Syntax:
    """What can begin a comment, and what can hold something that only looks like one.

    Where the text is broken, such as a string that is never closed, the rest of its reach (the
    line, or the whole text) is taken for a string: a comment is missed rather than invented.
    """

    line: tuple[str, ...] = ()
    where: Where = "anywhere"
    block: tuple[Block, ...] = ()
    quotes: tuple[Quote, ...] = ()
    skip: tuple[str, ...] = ()
    """Regular expressions of tokens that hold no comment. Their repeats are bounded: time is."""
    heredoc: str = ""
    """Regular expression of the start of a here-document; its group `tag` is the last line."""
    raw: tuple[str, ...] = ()
    """Names of HTML elements whose content is text in another language."""


class Token(NamedTuple):
    """A comment, or text in another language: a here-document or the content of an element.

    `start` and `end` are offsets in characters. `head` says who reads the text: the line that
    starts the here-document, or the tag.
    """

    kind: Literal["comment", "heredoc", "element"]
    start: int
    end: int
    head: str = ""


DOUBLE = Quote('"', '"')
SINGLE = Quote("'", "'")
CHARACTER = r"'(?:\\[^\n][^'\n]{0,8}|[^'\\\n])'"
"""A character literal: what a lone apostrophe (a lifetime, a digit separator) does not begin."""
C_BLOCK = Block("/*", "*/")

_HEAD = 1000
"""So many characters before a here-document are enough to tell who reads it."""
_TAG = r"""(?:"[^"]*"|'[^']*')|(>)"""


def scan(text: str, syntax: Syntax) -> Iterator[Token]:
    """The tokens of `text` in order. Takes time linear in its length, whatever it holds."""
    lexer, position = _lexer(syntax), 0
    while position < len(text):
        found = next((each for each in lexer.finditer(text, position) if each.lastgroup), None)
        if found is None:
            return
        token, position = _token(text, syntax, found)
        if token:
            yield token


def _token(text: str, syntax: Syntax, found: re.Match[str]) -> tuple[Token | None, int]:
    """What begins at `found`, if it is more than a string, and where to read on."""
    kind, number = str(found.lastgroup)[0], str(found.lastgroup)[1:]
    if kind == "q":
        return None, _string_end(text, found.end(), syntax.quotes[int(number)])
    if kind == "h":
        return _heredoc(text, found)
    if kind == "r":
        return _element(text, found)
    start = found.end() - len(found[0].lstrip(" \t"))
    if kind == "l":
        end = _line_end(text, start)
        return Token("comment", start, end), end
    end = _block_end(text, found.end(), syntax.block[int(number)])
    return (Token("comment", start, end), end) if end else (None, len(text))


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _block_end(text: str, position: int, block: Block) -> int:
    """Where the comment ends that was opened before `position`; 0 if it never does."""
    if not block.nested:
        end = text.find(block.close, position)
        return 0 if end < 0 else end + len(block.close)
    depth = 1
    for marker in _either(block.open, block.close).finditer(text, position):
        depth += 1 if marker[0] == block.open else -1
        if not depth:
            return marker.end()
    return 0


def _string_end(text: str, position: int, quote: Quote) -> int:
    for stop in _stop(quote).finditer(text, position):
        if stop[0] == "\n":
            return stop.start()
        if stop[0] == quote.close:
            return stop.end()
    return len(text)


def _heredoc(text: str, found: re.Match[str]) -> tuple[Token | None, int]:
    start = _line_end(text, found.end()) + 1
    last = re.compile(rf"^[ \t]*{re.escape(found['tag'])}[ \t]*\r?$", re.M)
    closed = last.search(text, start)
    if not closed:
        return None, len(text)
    line = text.rfind("\n", max(0, found.start() - _HEAD), found.start()) + 1
    head = text[max(line, found.start() - _HEAD) : start]
    return Token("heredoc", start, closed.start(), head), closed.end()


def _element(text: str, found: re.Match[str]) -> tuple[Token | None, int]:
    name = str(found.lastgroup)[1:]
    start = next(
        (each.end() for each in re.compile(_TAG).finditer(text, found.end()) if each[1]), len(text)
    )
    closed = re.compile(rf"</{name}\b", re.I).search(text, start)
    if not closed:
        return None, len(text)
    return Token("element", start, closed.start(), text[found.start() : start]), closed.end()


@functools.cache
def _either(one: str, other: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(one)}|{re.escape(other)}")


@functools.cache
def _stop(quote: Quote) -> re.Pattern[str]:
    stops = (quote.escaped, re.escape(quote.close), "" if quote.multiline else r"\n")
    return re.compile("|".join(filter(None, stops)))


@functools.cache
def _lexer(syntax: Syntax) -> re.Pattern[str]:
    """One expression for all that matters; a match in no group is a token without interest.

    The groups are empty and come last, so that a branch begins with plain text: the engine passes
    over it at once where the next character is another one.
    """
    branches = [
        *syntax.skip,
        *((f"{syntax.heredoc}(?P<h>)",) if syntax.heredoc else ()),
        *(rf"<(?i:{name}\b)(?P<r{name}>)" for name in syntax.raw),
        *(f"{re.escape(each.open)}(?P<b{at}>)" for at, each in enumerate(syntax.block)),
        *(_line_branch(at, each, syntax.where) for at, each in enumerate(syntax.line)),
        *(each for at, quote in enumerate(syntax.quotes) for each in _quote_branches(at, quote)),
    ]
    return re.compile("|".join(branches), re.M)


def _line_branch(at: int, marker: str, where: Where) -> str:
    plain = re.escape(marker)
    if where == "first":
        return f"^[ \\t]*{plain}(?P<l{at}>)"
    return f"{plain}(?<!\\S{plain})(?P<l{at}>)" if where == "spaced" else f"{plain}(?P<l{at}>)"


def _quote_branches(at: int, quote: Quote) -> Iterator[str]:
    """The whole string where that is simple, and only its opening mark where it is not."""
    if len(quote.close) == 1:
        close = re.escape(quote.close) if quote.multiline else f"(?:{re.escape(quote.close)}|$)"
        plain = rf"[^{re.escape(quote.close + quote.escape)}\n]*"
        escapes = f"(?:{quote.escaped}{plain}){{0,{_ESCAPES}}}" if quote.escaped else ""
        single = f"(?!{close})" if quote.escape == quote.close else ""
        yield f"{quote.open}{plain}{escapes}{close}{single}"
    yield f"{quote.open}(?P<q{at}>)"
