"""Definitions with what they say about themselves: their signature and their documentation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sutaza_hooks.description.words import parts
from sutaza_hooks.facts.fact import Comment, Definition, Facts
from sutaza_hooks.languages.language import Language

FORM = 1
"""Raised with every change to what is said of a definition: the index keeps one form only."""

_SAID = 1500
"""So many characters of documentation; the purpose stands first."""
_DONE = 6000
"""So many characters of code."""
_SHOWN = 160
"""So many characters of a signature, or of a summary."""
_HEAD = 12
"""In so many lines a signature ends."""

_MARKS = re.compile(
    r"^[ \t]*(?:[rRbBuUfF]{0,2}(?:\"\"\"|'''|[\"'])|/\*+|\*+/?|//+!?|#+|--+|;+)[ \t]?", re.M
)
_CLOSING = re.compile(r"(?:\*+/|\"\"\"|'''|[\"'])\s*$")
_DECORATOR = re.compile(r"[ \t]*(?:@|#\[|\[)")
_OPENING = re.compile(r"[:{]\s*$|\s*=>.*$|\s*\{.*$")
_WORD = re.compile(r"[^\W\d]\w{2,}")


class Described(NamedTuple):
    """A definition as it is shown, and the words by which it is found."""

    name: str
    kind: str
    line: int
    end_line: int
    signature: str
    summary: str
    called: str
    """The words of its own name."""
    around: str
    """Those of the names around it."""
    said: str
    """Those of its documentation and its signature."""
    done: str
    """Those of its code: what a function without a word of documentation still tells."""


def describe(language: Language, text: str, facts: Facts) -> Iterator[Described]:
    """What each definition of a text says of itself."""
    if not facts.definitions:
        return
    rows = text.split("\n")
    above = {each.end_line: each for each in _blocks(facts.comments)}
    within = _docstrings(facts)
    keywords = frozenset(language.keywords.split())
    for each in facts.definitions:
        documents = within.get(each) or _above(each, rows, above)
        yield _described(each, rows, documents, keywords)


def _described(
    definition: Definition, rows: Sequence[str], documents: str, keywords: frozenset[str]
) -> Described:
    around, _, own = definition.name.rpartition(".")
    signature = _signature(definition, rows)
    said = _plain(documents)[:_SAID]
    code = "\n".join(rows[definition.line - 1 : definition.end_line])[:_DONE]
    nested = definition.kind not in ("function", "method", "macro")
    return Described(
        definition.name,
        definition.kind,
        definition.line,
        definition.end_line,
        signature[:_SHOWN],
        _summary(said),
        " ".join(parts(own)),
        " ".join(parts(around)),
        _distinct(f"{signature.partition(own)[2]} {said}", frozenset()),
        "" if nested else _distinct(code, keywords),
    )


def _signature(definition: Definition, rows: Sequence[str]) -> str:
    """From where it begins to where the parentheses are closed, on one line."""
    first = rows[definition.line - 1][definition.column - 1 :]
    last = min(definition.end_line, definition.line + _HEAD)
    taken: list[str] = []
    for row in (first, *rows[definition.line : last]):
        taken.append(row.strip())
        joined = " ".join(taken)
        if joined.count("(") <= joined.count(")"):
            break
    return _OPENING.sub("", " ".join(taken)).strip()


def _docstrings(facts: Facts) -> Mapping[Definition, str]:
    """The docstring of each definition that has one: the innermost that it stands in."""
    found: dict[Definition, str] = {}
    starts = [each.line for each in facts.definitions]
    for docstring in facts.docstrings:
        at = bisect_right(starts, docstring.line)
        for each in reversed(facts.definitions[:at]):
            if each.end_line >= docstring.line:
                found.setdefault(each, docstring.text)
                break
    return found


def _blocks(comments: Sequence[Comment]) -> Iterator[Comment]:
    """Comments, those on lines that follow each other as one."""
    last: Comment | None = None
    for each in comments:
        if last and each.line == last.end_line + 1 and each.column == last.column:
            last = last._replace(end_line=each.end_line, text=f"{last.text}\n{each.text}")
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _above(definition: Definition, rows: Sequence[str], above: Mapping[int, Comment]) -> str:
    """The comment that ends right above a definition or its decorators."""
    line = definition.line - 1
    while line > 0 and _DECORATOR.match(rows[line - 1]):
        line -= 1
    return above[line].text if line in above else ""


def _plain(documents: str) -> str:
    """Documentation without the marks that make it a comment or a string."""
    return _CLOSING.sub("", _MARKS.sub("", documents)).strip()


def _summary(said: str) -> str:
    """The first paragraph, or as much of it as is shown."""
    paragraph = " ".join(re.split(r"\n\s*\n|\n\s*[@:]", said, maxsplit=1)[0].split())
    sentence = re.split(r"(?<=[.!?])\s", paragraph, maxsplit=1)[0]
    return sentence[:_SHOWN]


def _distinct(text: str, without: frozenset[str]) -> str:
    """Each word of a text once, those of its names apart."""
    words = dict.fromkeys(_WORD.findall(text))
    found = (part for word in words if word not in without for part in parts(word))
    return " ".join(dict.fromkeys(each for each in found if len(each) > 1))
