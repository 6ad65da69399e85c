"""The longest stretch of code that two functions share, token by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sutaza_hooks.fingerprints.tokens import CALL, LITERAL, placed
from sutaza_hooks.languages import Language

_K = 12
_SHORT = 6
_MOST = 4
"""So many places of one k-gram are followed: more are of a table."""


class Code(NamedTuple):
    """A stretch of code as tokens; lines are 1-based."""

    words: Sequence[str]
    codes: bytes
    lines: Sequence[int]


class Run(NamedTuple):
    """What two stretches share: the codes, and mostly the words."""

    words: Sequence[str]
    codes: bytes
    first: int
    last: int
    """The lines of the one."""
    old_first: int
    old_last: int
    exact: float
    """The share of words that are the same."""

    @property
    def size(self) -> int:
        return len(self.codes)

    @property
    def lines(self) -> int:
        """How many lines of either it takes, whichever are fewer."""
        return 1 + min(self.last - self.first, self.old_last - self.old_first)

    @property
    def calls(self) -> int:
        """How many different things it calls."""
        called = zip(self.words, self.codes, strict=True)
        return len({word for word, code in called if code == CALL})

    @property
    def literals(self) -> float:
        return self.codes.count(LITERAL) / len(self.codes)


def variety(codes: bytes) -> float:
    """The share of k-grams that are not repeated: low in tables and lists of assignments."""
    grams = [codes[at : at + _SHORT] for at in range(len(codes) - _SHORT + 1)]
    return len(set(grams)) / len(grams) if grams else 1.0


def code(language: Language, text: str, first: int, last: int) -> Code:
    """The code of some lines of a text, without what says nothing."""
    rows = text.split("\n")
    start = sum(len(row) + 1 for row in rows[: first - 1])
    end = start + sum(len(row) + 1 for row in rows[first - 1 : last])
    found = list(placed(language, text, start, min(end, len(text))))
    return Code(
        [each.word for each in found],
        bytes(each.code for each in found),
        [each.line for each in found],
    )


def longest(new: Code, old: Code) -> Run | None:
    """The longest run of codes that both have, in whole lines of the new one.

    None where no run is as long as a k-gram.
    """
    best = max(_runs(new, old), key=lambda each: each[2], default=None)
    if best is None:
        return None
    at, there, length = best
    start, end = _whole_lines(new.lines, at, at + length)
    return _run(new, old, start, there + start - at, end - start) if start < end else None


def _whole_lines(lines: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The same without the parts of lines at both ends."""
    if start and lines[start - 1] == lines[start]:
        start = bisect_right(lines, lines[start])
    if end < len(lines) and lines[end] == lines[end - 1]:
        end = bisect_left(lines, lines[end])
    return start, end


def _runs(new: Code, old: Code) -> Iterator[tuple[int, int, int]]:
    """Where each begins in the one and the other, and its length."""
    places = _places(old.codes)
    ends: dict[int, int] = {}  # of the runs found, by how far the one is behind the other
    for at in range(len(new.codes) - _K + 1):
        for there in places.get(new.codes[at : at + _K], ()):
            if ends.get(there - at, -1) > at:
                continue
            length = _common(new.codes, old.codes, at, there)
            ends[there - at] = at + length
            yield at, there, length


def _places(codes: bytes) -> Mapping[bytes, Sequence[int]]:
    places: dict[bytes, list[int]] = {}
    for at in range(len(codes) - _K + 1):
        found = places.setdefault(codes[at : at + _K], [])
        if len(found) < _MOST:
            found.append(at)
    return places


def _common(one: bytes, other: bytes, at: int, there: int) -> int:
    length = 0
    most = min(len(one) - at, len(other) - there)
    while length < most and one[at + length] == other[there + length]:
        length += 1
    return length


def _run(new: Code, old: Code, at: int, there: int, length: int) -> Run:
    words = new.words[at : at + length]
    same = sum(map(str.__eq__, words, old.words[there : there + length]))
    return Run(
        words,
        new.codes[at : at + length],
        new.lines[at],
        new.lines[at + length - 1],
        old.lines[there],
        old.lines[there + length - 1],
        same / length,
    )
