"""For people at a terminal: by file, with the source line under each message, and carets."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

import click

from sutaza_hooks import reporters
from sutaza_hooks.diagnostic import Diagnostic, Location, Related, Report, Severity, printable

_INDENT = " " * 4
_TAB = " " * 4
_CUT = "…"
_ROOM = 80 - len(_INDENT) - 1  # columns for a source line; the last is for a caret after its end


def render(report: Report, colour: bool = False) -> str:
    paragraphs = [*_files(report), "\n".join(reporters.notes(report)), _summary(report)]
    text = "\n\n".join(filter(None, paragraphs))
    # Every escape sequence in it is ours: what others wrote has passed `printable`.
    shown = text if colour else click.unstyle(text)
    return f"{shown}\n" if shown else ""


def _files(report: Report) -> Iterator[str]:
    for _, diagnostics in groupby(report.diagnostics, key=lambda each: each.location.path):
        yield "\n".join(line for each in diagnostics for line in _lines(each))


def _summary(report: Report) -> str:
    if not report.diagnostics:
        return ""
    graded = Counter(each.severity for each in report.diagnostics)
    counts = (
        _counted(graded[Severity.ERROR], "error"),
        _counted(graded[Severity.WARNING], "warning"),
        f"{report.suppressed} suppressed" if report.suppressed else "",
        f"{report.baselined} baselined" if report.baselined else "",
    )
    told = click.style(", ".join(filter(None, counts)), bold=True)
    return f"{told}; see: sutaza explain {report.diagnostics[0].rule}"


def _counted(count: int, noun: str) -> str:
    if not count:
        return ""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    warns = diagnostic.severity is Severity.WARNING
    hue = "yellow" if warns else "red"
    rule = click.style(f"[{diagnostic.rule}]", fg=hue)
    grade = click.style("warning: ", fg=hue) if warns else ""
    yield f"{_place(diagnostic.location)}: {rule} {grade}{printable(diagnostic.message)}"
    if diagnostic.source:
        line, carets = _excerpt(diagnostic.source, diagnostic.location)
        yield _INDENT + line
        yield _INDENT + click.style(carets, fg=hue)
    for related in diagnostic.related:
        yield _see(related)
    yield f"  {click.style('help:', fg='cyan')} {printable(diagnostic.help)}"


def _place(location: Location) -> str:
    path = click.style(printable(location.path), bold=True)
    return f"{path}:{location.line}:{location.column}"


def _see(related: Related) -> str:
    place = f"{printable(related.location.path)}:{related.location.line}"
    return f"  {click.style('see:', fg='cyan')} {place}: {printable(related.message)}"


def _excerpt(source: str, location: Location) -> tuple[str, str]:
    """The line without white space around it, cut to what fits, and carets under what is meant."""
    span = _span(source, location)
    indentation = min(len(source) - len(source.lstrip()), span.start)
    text = source[indentation : max(span.stop, len(source.rstrip()))]
    start, stop = span.start - indentation, span.stop - indentation
    window = _window(text, start)
    before = _CUT if window.start else ""
    after = _CUT if window.stop < len(text) else ""
    lead = before + _shown(text[window.start : start])
    meant = _shown(text[start : min(stop, window.stop)])
    rest = _shown(text[start : window.stop])
    carets = " " * _columns(lead) + "^" * max(1, _columns(meant))
    return lead + rest + after, carets


def _span(source: str, location: Location) -> range:
    """What is meant of the line, counted from 0, without white space around it; never empty."""
    start = min(location.column - 1, len(source))
    ends_here = location.last_line == location.line and location.end_column
    meant = source[start : location.end_column if ends_here else None]
    if bare := meant.strip():
        start += meant.index(bare)
        meant = bare
    return range(start, start + max(1, len(meant)))


def _window(text: str, start: int) -> range:
    """The characters that fit into the room, with some before `start` and most after it."""
    # A window around `start` is enough to judge by, however long a minified line is.
    before = text[max(0, start - _ROOM) : start]
    after = text[start : start + _ROOM]
    if len(before) + len(after) == len(text) and _columns(_shown(text)) <= _ROOM:
        return range(len(text))
    room = _ROOM - 2 * len(_CUT)
    spare = room - _columns(_shown(after))
    kept = _fitting(reversed(before), max(room // 3, spare))
    used = _columns(_shown(text[start - kept : start]))
    return range(start - kept, start + _fitting(after, room - used))


def _fitting(characters: Iterable[str], room: int) -> int:
    """How many of the characters fit, counted from the first."""
    widths = (_columns(_shown(each)) for each in characters)
    return sum(total <= room for total in accumulate(widths))


def _shown(text: str) -> str:
    return printable(text.replace("\t", _TAB))


def _columns(shown: str) -> int:
    """How many columns of a terminal the printable text takes."""
    return sum(map(_width, shown))


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:  # drawn over the character before
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
