"""Texts in another language: scripts in a page, here-documents, commands in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sutaza_hooks.languages import Language, embedding
from sutaza_hooks.languages.grammar import Match, Span
from sutaza_hooks.languages.syntax import Syntax, scan

_HEAD = 2000
"""So many characters before a here-document are enough to tell who reads it."""

_BLOCK_SCALAR = re.compile(r"[|>][^\n]*\n")
"""The first line of a YAML block scalar, which is none of its text."""


class Embedded(NamedTuple):
    """Text in another language, by its offsets in the text around it."""

    language: Language
    start: int
    end: int


def embedded_by_markers(text: str, syntax: Syntax) -> Iterator[Embedded]:
    for kind, start, end, head in scan(text, syntax):
        language = None
        if kind == "heredoc":
            language = embedding.read_by(head, text[start:end])
        elif kind == "element":
            language = embedding.tagged(head)
        if language:
            yield Embedded(language, start, end)


def embedded_by_grammar(text: str, matches: Iterable[Match]) -> Iterator[Embedded]:
    matches = [match for match in matches if "body" in match.captures or "block" in match.captures]
    hints = dict(_hints(text, matches))
    for match in matches:
        for span in match.captures.get("body", ()):
            if command := match.span("command"):
                body = _heredoc(text, command, span)
            else:
                hint = hints.get(match.span("block")) or match.settings.get("language") or ""
                body = _scalar(text, hint, span)
            if body:
                yield body


def _hints(text: str, matches: Iterable[Match]) -> Iterator[tuple[Span | None, str]]:
    """For a block, what is said there about the language of all its bodies."""
    for match in matches:
        if "body" not in match.captures:
            hint = match.span("hint")
            said = text[slice(*hint)] if hint else match.settings.get("language")
            yield match.span("block"), said or ""


def _heredoc(text: str, command: Span, body: Span) -> Embedded | None:
    start, end = body
    head = text[max(command[0], start - _HEAD) : start]
    language = embedding.read_by(head, text[start:end])
    return Embedded(language, start, end) if language else None


def _scalar(text: str, hint: str, body: Span) -> Embedded | None:
    start, end = body
    language = embedding.hinted(hint)
    header = _BLOCK_SCALAR.match(text, start, end)
    return Embedded(language, header.end() if header else start, end) if language else None
