"""Definitions and imports, out of what a language's query has matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast, get_args

from sutaza_hooks.facts.fact import Definition, Import, Kind
from sutaza_hooks.facts.lines import Lines
from sutaza_hooks.languages.grammar import Match, Span

_KINDS = (*get_args(Kind), "scope")
_HOLDERS = ("class", "interface", "trait", "struct", "enum", "scope")
"""What makes a method of a function that is directly in it."""

_DEEPEST = 50
"""Definitions nested deeper are left out, for each has the names of all those around it."""
_LONGEST = 300
"""So many characters of a name; a longer one is an expression that nobody calls by name."""

_ARGUMENTS = re.compile(r"(?<!operator)(?<=\w)<[^<>]*>")
"""The type arguments of a name, such as the end of `Map<K>`."""


class Whole(NamedTuple):
    """A definition, by its offsets in the text."""

    start: int
    end: int
    pattern: int
    kind: str
    name: str


def owners(every: Iterable[Whole]) -> dict[Span, Whole | None]:
    """For the span of each definition, the innermost other one around it."""
    around: list[Whole] = []
    found: dict[Span, Whole | None] = {}
    for whole in sorted(every, key=lambda each: (each.start, -each.end, each.pattern)):
        if (whole.start, whole.end) in found:
            continue
        while around and around[-1].end < whole.end:
            around.pop()
        found[whole.start, whole.end] = around[-1] if around else None
        around.append(whole)
    return found


def definitions(matches: Iterable[Match], text: str, lines: Lines) -> Iterator[Definition]:
    """Each definition, with those around it in its name; for one span, by the first pattern."""
    around: list[Whole] = []
    last: Whole | None = None
    for whole in sorted(wholes(matches, text), key=lambda each: (each[0], -each[1], each[2])):
        if last and last[:2] == whole[:2]:
            continue
        last = whole
        while around and around[-1].end < whole.end:
            around.pop()
        if len(around) > _DEEPEST:
            continue
        if whole.kind != "scope":
            yield _definition(whole, around, lines)
        around.append(whole)


def imports(matches: Sequence[Match], text: str, lines: Lines) -> Iterator[Import]:
    """Each module that a statement names, with the names that its matches give."""
    guards = _guards(matches)
    names: dict[tuple[Span, Span], dict[str, None]] = {}
    for match in matches:
        statement, module = match.span("import"), match.span("module")
        if statement and module:
            of = names.setdefault((statement, module), {})
            of.update((text[start:end], None) for start, end in match.captures.get("name", ()))
            if name := match.settings.get("name"):
                of[name] = None
    for (statement, module), of in names.items():
        line, column = lines.position(statement[0])
        end_line, _ = lines.position(statement[1] - 1)
        written = _unquoted(_joined(text[slice(*module)], " "))
        taken = tuple(_joined(name, " ") for name in of)
        yield Import(written, taken, line, end_line, column, _guarding(guards, statement))


def _guards(matches: Sequence[Match]) -> Sequence[tuple[Span, str]]:
    """The spans in which an import may fail, each with why."""
    return [
        (match.captures["guard"][0], match.settings.get("guard") or "")
        for match in matches
        if "guard" in match.captures
    ]


def _guarding(guards: Sequence[tuple[Span, str]], statement: Span) -> str:
    start, end = statement
    around = {why for span, why in guards if span[0] <= start and end <= span[1]}
    return max(around, default="")  # `types` says more than `optional`


def wholes(matches: Iterable[Match], text: str) -> Iterator[Whole]:
    for match in matches:
        kind = next((each for each in _KINDS if each in match.captures), None)
        name = _name(match, text)
        if kind and name and "import" not in match.captures:
            yield Whole(*match.captures[kind][0], match.pattern, kind, name)


def _name(match: Match, text: str) -> str:
    """The name as written, but with dots and without type arguments; empty if there is none."""
    spans = [span for each in ("owner", "name") if (span := match.span(each))]
    if sum(end - start for start, end in spans) > _LONGEST:
        return ""
    written = ".".join(_unquoted(text[start:end]) for start, end in spans)
    plain, name = "", _joined(written, "") or match.settings.get("name") or ""
    while plain != name:
        plain, name = name, _ARGUMENTS.sub("", name)
    return name.replace("::", ".").replace("\\", ".").strip(".")


def _definition(whole: Whole, around: list[Whole], lines: Lines) -> Definition:
    line, column = lines.position(whole.start)
    end_line, _ = lines.position(whole.end - 1)
    name = ".".join((*(each.name for each in around), whole.name))
    held = "." in whole.name or (around and around[-1].kind in _HOLDERS)
    kind = "method" if whole.kind == "function" and held else whole.kind
    return Definition(name, cast(Kind, kind), line, end_line, column)


def _joined(text: str, by: str) -> str:
    return by.join(text.split())


def _unquoted(text: str) -> str:
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'`"
    return text[1:-1] if quoted else text
