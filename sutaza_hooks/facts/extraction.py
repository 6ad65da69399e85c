"""From a language and a text to its facts: nothing else is asked, and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sutaza_hooks.facts.bodies import bodies, functions
from sutaza_hooks.facts.comments import comments, spans_by_grammar, spans_by_markers
from sutaza_hooks.facts.embedded import Embedded, embedded_by_grammar, embedded_by_markers
from sutaza_hooks.facts.fact import Body, Comment, Definition, Facts, Function, Import, Kind, String
from sutaza_hooks.facts.import_lines import imports_by_line
from sutaza_hooks.facts.inset import Inset
from sutaza_hooks.facts.lines import Lines
from sutaza_hooks.facts.outline import definitions, imports
from sutaza_hooks.facts.strings import TELLING, strings
from sutaza_hooks.languages import Language
from sutaza_hooks.languages.grammar import Parsed, parse
from sutaza_hooks.languages.heads import Headed, headed

_LARGEST = 4_000_000
"""So many characters are parsed; a longer text is made by a machine, and takes seconds to parse."""
_DEPTH = 3
"""So deep is text in another language looked for: YAML holds shell, which holds Python."""

_Fact = TypeVar("_Fact", Comment, Definition, Import, String, Body)


def extract(language: Language, text: str) -> Facts:
    """The facts about `text`, read as `language`; any text has some, if only incomplete ones."""
    return _extract(language, text, _DEPTH)


def _extract(language: Language, text: str, depth: int) -> Facts:
    lines = Lines(text)
    is_large = len(text) > _LARGEST
    parsed = None
    if language.grammar and not is_large:
        parsed = parse(language, text, strings=TELLING.search(text) is not None)
    if parsed:
        own, within = _parsed(language, text, lines, parsed)
    else:
        own, within = _scanned(language, text, lines, complete=not (language.grammar or is_large))
    if is_large or not depth:
        return own
    return _together([own, *(_within(language, text, lines, each, depth - 1) for each in within)])


def _parsed(
    language: Language, text: str, lines: Lines, parsed: Parsed
) -> tuple[Facts, Iterable[Embedded]]:
    spans = tuple(spans_by_grammar(text, lines, parsed, language.syntax))
    docstrings = parsed.spans("docstring")
    facts = Facts(
        tuple(comments(text, lines, spans)),
        tuple(definitions(parsed.matches, text, lines)),
        tuple(imports(parsed.matches, text, lines)),
        tuple(comments(text, lines, docstrings)),
        tuple(strings(text, lines, parsed.spans("string"), {*spans, *docstrings})),
        tuple(bodies(text, lines, parsed.matches, (*spans, *docstrings))),
        functions(parsed.matches),
        complete=not parsed.errors,
    )
    return _together([facts]), embedded_by_grammar(text, parsed.matches)


def _scanned(
    language: Language, text: str, lines: Lines, *, complete: bool
) -> tuple[Facts, Iterable[Embedded]]:
    spans = tuple(spans_by_markers(text, language.syntax))
    found = tuple(headed(language, text)) if language.heads else ()
    facts = Facts(
        tuple(comments(text, lines, spans)),
        tuple(_definition(each, lines) for each in found),
        imports=tuple(imports_by_line(text, lines, spans, language)),
        functions=tuple(Function(*each[:3]) for each in found),
        complete=complete,
    )
    return facts, embedded_by_markers(text, language.syntax)


def _definition(found: Headed, lines: Lines) -> Definition:
    line, column = lines.position(found.start)
    end_line, _ = lines.position(max(found.start, found.end - 1))
    kind: Kind = "method" if "." in found.name else "function"
    return Definition(found.name, kind, line, end_line, column)


def _within(language: Language, text: str, lines: Lines, body: Embedded, depth: int) -> Facts:
    inset = Inset(text, lines, body.start, body.end, language.placeholder)
    return inset.restored(_extract(body.language, inset.code, depth))


def _together(every: list[Facts]) -> Facts:
    return Facts(
        _by_place(each for facts in every for each in facts.comments),
        _by_place(each for facts in every for each in facts.definitions),
        _by_place(each for facts in every for each in facts.imports),
        _by_place(each for facts in every for each in facts.docstrings),
        _by_place(each for facts in every for each in facts.strings),
        _by_place(each for facts in every for each in facts.bodies),
        every[0].functions,
        complete=all(facts.complete for facts in every),
    )


def _by_place(facts: Iterable[_Fact]) -> tuple[_Fact, ...]:
    """Each once, by line and column; at one place, the longer before what it holds."""
    once = dict.fromkeys(facts)
    return tuple(sorted(once, key=lambda each: (each.line, each.column, -each.end_line)))
