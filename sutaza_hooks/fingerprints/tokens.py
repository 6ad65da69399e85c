"""A stretch of code as tokens, and as codes in which names and literals are alike.

Comments, layout, redundant parentheses, trailing commas and the ends of statements are no tokens:
what a formatter changes is not seen. One expression cuts the code of any language, made from what
marks its comments and strings; that is an eighth of the time that a syntax tree takes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Block, Quote, Syntax

NAME = 1
LITERAL = 2
CALL = 3
"""A name that is called: what a parenthesis follows."""
_IGNORED = 0
_OPEN, _CLOSE, _COMMA = 4, 5, 6
_FIRST = 7

_WORDS = """
and as assert async await break case catch class const continue def default defer del do done
elif else elsif end ensure enum esac except export extends fallthrough false fi final finally
fn for foreach from func function global go goto guard if impl implements import in instanceof
interface is lambda let local loop match module mut namespace new nonlocal not null of or pass
private protected public raise range repeat rescue return select sizeof static struct super
switch synchronized then throw throws trait true try type typeof undefined unless unsafe until
use using val var void when where while with yield
""".split()
_SIGNS = """
... .. ?. ?? => -> :: := && || == != === !== <= ++ -- ** // << >> += -= *= /= |= &= %= < + - *
/ % & | ^ ~ ! ? : . = @ [ ] { } $ # \\ <- =~
""".split()
_TWINS = {
    ">": "<",
    ">=": "<=",
    "None": "null",
    "nil": "null",
    "True": "true",
    "False": "false",
}
"""What is one code with something else: comparisons that are only turned round."""
_SILENT = frozenset(";")
_CODES = {
    **{each: _FIRST + at for at, each in enumerate((*_WORDS, *_SIGNS))},
    **dict.fromkeys(_SILENT, _IGNORED),
    "(": _OPEN,
    ")": _CLOSE,
    ",": _COMMA,
}
_CLOSING = (_CLOSE, _CODES["]"], _CODES["}"])
"""Before these a comma says nothing."""
_LITERALS = re.compile(rb"\x02{2,}")
_UNKNOWN = _FIRST + len(_WORDS) + len(_SIGNS)
"""The code of any other sign."""

_NAMES = r"[^\W\d]\w*"
_NUMBERS = r"\d[\w.]*"
_SIGN = (
    r"\.\.\.?|[!=]==?|[-+*/|&%]=|<=|>=|=>|->|<-|=~|::|:=|&&|\|\||\?\.|\?\?|\+\+|--|\*\*|//|<<|>>"
    r"|[^\s\w]"
)


def tokens(language: Language, text: str, start: int = 0, end: int | None = None) -> list[str]:
    """What the code from `start` to `end` is made of, comments included."""
    return _lexer(language.syntax).findall(text, start, len(text) if end is None else end)


def codes(language: Language, written: Sequence[str]) -> bytes:
    """A code for each token; 0 for one that says nothing, which is left in its place."""
    return bytes(map(_coder(language).__getitem__, written))


def plain(coded: bytes) -> bytes:
    """The codes without those that say nothing, and with calls told from names.

    Strings that follow each other are one, as they are to the language.
    """
    bare = coded.translate(None, bytes([_IGNORED])).replace(bytes([NAME, _OPEN]), bytes([CALL]))
    for trailing in _CLOSING:
        bare = bare.replace(bytes([_COMMA, trailing]), bytes([trailing]))
    return _LITERALS.sub(bytes([LITERAL]), bare.translate(None, bytes([_OPEN, _CLOSE])))


class Placed(NamedTuple):
    """A token that says something, with its code and its 1-based line."""

    word: str
    code: int
    line: int


def placed(language: Language, text: str, start: int, end: int) -> Iterator[Placed]:
    """The tokens from `start` to `end`, as they are compared: with no layout and no parentheses."""
    last: Placed | None = None
    for each in _joined(_placed(language, text, start, end)):
        if last and each.code == LITERAL == last.code:
            continue
        last = each
        yield each


def _joined(every: Iterator[Placed]) -> Iterator[Placed]:
    """Names that are called as calls, and no comma before what closes."""
    held: Placed | None = None
    for each in every:
        if held and not (held.code == _COMMA and each.code in _CLOSING):
            yield held._replace(code=CALL) if held.code == NAME and each.code == _OPEN else held
        held = None if each.code in (_OPEN, _CLOSE) else each
    if held:
        yield held


def _placed(language: Language, text: str, start: int, end: int) -> Iterator[Placed]:
    coder, last = _coder(language), start
    line = 1 + text.count("\n", 0, start)
    for match in _lexer(language.syntax).finditer(text, start, end):
        line, last = line + text.count("\n", last, match.start()), match.start()
        if code := coder[match[0]]:
            yield Placed(match[0], code, line)


class _Coder(dict[str, int]):
    """The code of each token of one language, found when it is first met."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._words = frozenset(language.keywords.split())
        self._comments = _openings(language.syntax)

    def __missing__(self, token: str) -> int:
        code = self._code(token)
        if len(self) < 200_000:  # a text of as many different names must not fill the memory
            self[token] = code
        return code

    def _code(self, token: str) -> int:
        if token.isidentifier():
            known = _CODES.get(_TWINS.get(token, token), NAME)
            return known if token in self._words else NAME
        if self._comments and token.startswith(self._comments) and token not in _CODES:
            return _IGNORED
        sign = _CODES.get(_TWINS.get(token, token))
        if sign is not None and not token.isalnum():
            return sign
        return LITERAL if len(token) > 1 or token.isalnum() else _UNKNOWN


@functools.cache
def _coder(language: Language) -> _Coder:
    return _Coder(language)


def _openings(syntax: Syntax) -> tuple[str, ...]:
    return (*syntax.line, *(block.open for block in syntax.block))


@functools.cache
def _lexer(syntax: Syntax) -> re.Pattern[str]:
    branches = [
        *map(_block, syntax.block),
        *(_line(each, syntax.where) for each in syntax.line),
        *map(_quote, syntax.quotes),
        *syntax.skip,
        _NAMES,
        _NUMBERS,
        _SIGN,
    ]
    return re.compile("|".join(branches), re.MULTILINE)


def _block(block: Block) -> str:
    return rf"{re.escape(block.open)}[\s\S]*?(?:{re.escape(block.close)}|\Z)"


def _line(marker: str, where: str) -> str:
    before = {"spaced": r"(?<!\S)", "first": r"^[ \t]*"}.get(where, "")
    return rf"{before}{re.escape(marker)}[^\n]*"


def _quote(quote: Quote) -> str:
    """A whole string, with the letters that may stand before it."""
    close = re.escape(quote.close)
    prefix = "" if quote.open != re.escape(quote.open) else "[rRbBfFuUL]{0,2}"
    if len(quote.close) > 1:
        return rf"{prefix}{quote.open}[\s\S]*?(?:{close}|\Z)"
    line = "" if quote.multiline else r"\n"
    plain = rf"[^{close}{re.escape(quote.escape or quote.close)}{line}]*"
    escaped = rf"(?:{quote.escaped}{plain})*" if quote.escaped else ""
    return rf"{prefix}{quote.open}{plain}{escaped}{close}"
