"""Comments, out of the spans that a grammar or the markers alone have given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sutaza_hooks.facts.fact import Comment
from sutaza_hooks.facts.lines import Lines
from sutaza_hooks.languages.grammar import Parsed, Span
from sutaza_hooks.languages.syntax import Syntax, scan


def comments(text: str, lines: Lines, spans: Iterable[Span]) -> Iterator[Comment]:
    """The comments at `spans`, without their line ends; the `#!` line is none."""
    for start, end in spans:
        written = text[start:end].rstrip("\r\n")
        is_shebang = start < 2 and written.startswith("#!") and text[:start] in ("", "\ufeff")
        if written and not is_shebang:
            last = lines.position(start + len(written) - 1)
            yield Comment(*lines.position(start), *last, written)


def spans_by_grammar(text: str, lines: Lines, parsed: Parsed, syntax: Syntax) -> Iterator[Span]:
    """Where the grammar sees comments and is to be believed.

    A parser that has lost its way may see one in a string; so on a line with an error, a comment
    has to be one by its markers alone, too.
    """
    spans = sorted(span for match in parsed.matches for span in match.captures.get("comment", ()))
    broken = sorted(
        (lines.position(start).line, lines.position(end).line) for start, end in parsed.errors
    )
    by_markers = set(spans_by_markers(text, syntax)) if broken and spans else set()
    starts = {start for start, _ in by_markers}
    last = at = 0
    for span in spans:
        line = lines.position(span[0]).line
        while at < len(broken) and broken[at][0] <= line:
            last, at = max(last, broken[at][1]), at + 1
        if line > last or span[0] in starts:
            yield span


def spans_by_markers(text: str, syntax: Syntax) -> Iterator[Span]:
    return ((each.start, each.end) for each in scan(text, syntax) if each.kind == "comment")
