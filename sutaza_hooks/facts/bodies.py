"""Bodies of functions that are so short that they may do no work."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sutaza_hooks.facts.fact import Body, Function
from sutaza_hooks.facts.lines import Lines
from sutaza_hooks.facts.outline import Whole, owners, wholes
from sutaza_hooks.languages.grammar import Match, Span

_LONGEST = 160
"""So many characters of code; a longer body does something."""
_WIDEST = 4000
"""So many characters with its comments."""
_HEAD = 400

_DECORATOR = re.compile(r"[ \t]*(?:@|#\[|\[)")


def functions(matches: Iterable[Match]) -> tuple[Function, ...]:
    """Every function that has a body, in their order."""
    found = {(whole[0], inside[0], whole[1]) for whole, inside in _functions(matches)}
    return tuple(Function(*each) for each in sorted(found))


def bodies(
    text: str, lines: Lines, matches: Iterable[Match], remarks: Sequence[Span]
) -> Iterator[Body]:
    """The short ones; `remarks` are comments and docstrings, which are no code."""
    matches = tuple(matches)
    remarks = sorted(remarks)
    every = tuple(wholes(matches, text))
    named = {(whole.start, whole.end): whole.name for whole in reversed(every)}
    around = owners(every)
    for whole, inside in _functions(matches):
        if whole not in named or inside[1] - inside[0] > _WIDEST:
            continue
        code = _bare(text, inside, _within(remarks, inside))
        if len(code) <= _LONGEST:
            place = _place(text, lines, whole, inside, remarks)
            yield _body(text, lines, place, (named[whole], code), around[whole], remarks)


class _Place(NamedTuple):
    """Where the parts of a function are: its decorators, its end, its body, the code shown."""

    top: int
    bottom: int
    inside: Span
    shown: Span


def _place(text: str, lines: Lines, whole: Span, inside: Span, remarks: Sequence[Span]) -> _Place:
    bottom = lines.position(whole[1] - 1).line
    shown = _shown(text, inside, _within(remarks, inside))
    return _Place(_top(text, lines, whole[0]), bottom, inside, shown)


def _body(
    text: str,
    lines: Lines,
    place: _Place,
    said: tuple[str, str],
    owner: Whole | None,
    remarks: Sequence[Span],
) -> Body:
    name, code = said
    start, end = place.shown
    head = lines.offset(place.top, 1), place.inside[0]
    return Body(
        f"{owner.name}.{name}" if owner else name,
        place.top,
        place.bottom,
        *lines.position(start),
        *lines.position(max(start, end - 1)),
        code,
        _bare(text, head, _within(remarks, head))[-_HEAD:],
        _header(text, lines, owner.start) if owner else "",
        _docstring(text, _within(remarks, place.inside)),
    )


def _functions(matches: Iterable[Match]) -> Iterator[tuple[Span, Span]]:
    for match in matches:
        whole, inside = match.span("whole"), match.span("inside")
        if whole and inside:
            yield whole, inside


def _within(remarks: Sequence[Span], inside: Span) -> Sequence[Span]:
    first = bisect_left(remarks, (inside[0], 0))
    last = bisect_left(remarks, (inside[1], inside[1]))
    return remarks[first:last]


def _bare(text: str, inside: Span, remarks: Sequence[Span]) -> str:
    parts, at = [], inside[0]
    for start, end in remarks:
        parts.append(text[at:start])
        at = max(at, end)
    parts.append(text[at : inside[1]])
    code = _squeezed(" ".join(parts))
    return code[1:-1].strip() if code[:1] == "{" and code[-1:] == "}" else code


def _shown(text: str, inside: Span, remarks: Sequence[Span]) -> Span:
    """Where the code of the body stands, or the whole of it when there is none."""
    at, end = inside
    for start, stop in [*remarks, (end, end)]:
        code = text[at:start]
        bare = code.strip(" \t\r\n{}")
        if bare:
            first = at + code.index(bare[0])
            return first, first + len(bare.split("\n")[0].rstrip())
        at = max(at, stop)
    return inside


def _top(text: str, lines: Lines, start: int) -> int:
    """The first line of the definition's decorators or attributes."""
    line = lines.position(start).line
    while line > 1 and _DECORATOR.match(text, lines.offset(line - 1, 1)):
        line -= 1
    return line


def _header(text: str, lines: Lines, start: int) -> str:
    """What a class or the like is called and made of, up to its own body."""
    top = lines.offset(_top(text, lines, start), 1)
    opened = re.compile(r"[{]|:[ \t]*(?:#[^\n]*)?\n|(?<![(,])\n").search(text, start)
    return _squeezed(text[top : opened.start() if opened else start + _HEAD])[:_HEAD]


def _docstring(text: str, remarks: Sequence[Span]) -> str:
    quoted = (text[start:end] for start, end in remarks if text[start] in "\"'rRuU")
    return next(quoted, "")[:_HEAD]


def _squeezed(text: str) -> str:
    return " ".join(text.split())
