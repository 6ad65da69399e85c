"""Code fragments: the functions of a text, as they are compared with others.

A fragment has three fingerprints. Its *codes* tell whether another is the same but for names and
literals. Its *grams* are winnowed k-grams of these codes (Schleimer, Wilkerson, Aiken: Winnowing,
SIGMOD 2003): whatever two fragments share of GUARANTEED tokens in a row, they share a gram of.
Its *anchors* are what a rewrite keeps: what is called, attributes, keywords, constants, literals.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

from sutaza_hooks.fingerprints.tokens import LITERAL, NAME, codes, plain, tokens
from sutaza_hooks.languages.functions import functions
from sutaza_hooks.languages.language import Language

FORM = 5
"""Raised with every change to what fragments are: the index keeps those of one form only."""

_K = 6
_WINDOW = 3
GUARANTEED = _K + _WINDOW - 1
LEAST = 12
"""So many tokens make a fragment; less is an expression."""
_LARGEST = 1_000_000
"""So many characters of a text; a larger one is made by a machine."""
_WIDEST = 400
"""So many characters on the average line are of a text that was minified."""

_MEMBER = frozenset((".", "->", "::", "?."))
_DEFINING = frozenset(("def", "function", "func", "fn", "fun", "class", "new"))
_PREFIXES = "rRbBfFuUL@$"
_WITHIN = re.compile(r"\$?\{[^{}]*\}")
"""What a string takes from a name, which its author chose for here."""
_TRIVIAL = frozenset(("0", "1", "2", "-1"))


class Fragment(NamedTuple):
    """A function by its body. Offsets are characters of its text; the end is excluded."""

    start: int
    inside: int
    """Where the body begins, behind the signature."""
    end: int
    codes: bytes
    grams: frozenset[int]
    anchors: frozenset[str]

    @property
    def size(self) -> int:
        """In tokens of the body."""
        return len(self.codes)


@functools.lru_cache(maxsize=64)
def fragments(language: Language, text: str) -> tuple[Fragment, ...]:
    """The functions of a text, those within others included; none where it cannot be read."""
    if not is_readable(language, text):
        return ()
    spans = functions(language, text) or ()
    found = (fragment(language, text, *span) for span in spans)
    return tuple(each for each in found if each.size >= LEAST)


def is_readable(language: Language, text: str) -> bool:
    """Whether functions are looked for: in a language that has them, written by a person."""
    if not language.has_functions or len(text) > _LARGEST:
        return False
    return len(text) < _WIDEST * 10 or len(text) < _WIDEST * (1 + text.count("\n"))


def fragment(language: Language, text: str, start: int, inside: int, end: int) -> Fragment:
    """The fragment whose body is the text from `inside` to `end`."""
    written = tokens(language, text, inside, end)
    coded = codes(language, written)
    if language.docstrings and coded[:1] == bytes([LITERAL]):
        written, coded = written[1:], coded[1:]
    bare = plain(coded)
    return Fragment(start, inside, end, bare, _grams(bare), _anchors(written, coded))


def _grams(coded: bytes) -> frozenset[int]:
    """The least hash of each window of k-grams."""
    hashes = [crc32(coded[at : at + _K]) for at in range(len(coded) - _K + 1)]
    if len(hashes) < _WINDOW:
        return frozenset(hashes)
    return frozenset(map(min, hashes, hashes[1:], hashes[2:]))


def _anchors(written: Sequence[str], coded: bytes) -> frozenset[str]:
    code = _joined(each for each in zip(written, coded, strict=True) if each[1])
    words = [word for word, _ in code]
    before, after = ["", *words], [*words[1:], ""]
    found = set()
    for (word, kind), last, following in zip(code, before, after, strict=False):
        if kind == NAME:
            found.add(_named(word, last, following))
        elif kind == LITERAL:
            found.add(_literal(word))
    return frozenset(found - {""})


def _joined(code: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Strings that follow each other as one."""
    found: list[tuple[str, int]] = []
    for word, kind in code:
        pieces = kind == LITERAL and found and found[-1][1] == LITERAL
        if pieces and not (word[0].isdigit() or found[-1][0][0].isdigit()):
            found[-1] = found[-1][0][:-1] + word.lstrip(_PREFIXES)[1:], LITERAL
        else:
            found.append((word, kind))
    return found


def _named(word: str, last: str, following: str) -> str:
    """The anchor of a name, or nothing when it is one that its author chose for here."""
    if following == "(":
        return "" if last in _DEFINING else f"{word}("
    if last in _MEMBER:
        return f".{word}"
    if following == "=" and last in ("(", ","):
        return f"{word}="
    return word if word[0].isupper() else ""


@functools.lru_cache(maxsize=50_000)
def _literal(word: str) -> str:
    """The anchor of a literal: its value, without the marks of a string."""
    if word[:1].isdigit():
        return "" if word in _TRIVIAL else word
    value = _WITHIN.sub("{}", word.lstrip(_PREFIXES).strip("\"'`"))
    return f"'{value}" if len(value) > 1 else ""
