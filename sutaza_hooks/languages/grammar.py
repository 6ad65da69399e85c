"""Asking a tree-sitter grammar what is in a text."""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sutaza_hooks.languages.language import Language

if TYPE_CHECKING:
    import tree_sitter
    from tree_sitter import Node, Parser, Query, QueryCursor

Span = tuple[int, int]
"""Where something begins and where it ends, the end excluded, in characters from the start."""

_CONTINUATION = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that do not begin a character."""


_WIDEST = 5000
"""So many children of a node with errors can be queried: the time taken is their square."""


_CHUNK = 1024
_READS = 1000, 64
_STEPS = 1000, 32
"""What a parser may do: so much, and so much more for each chunk of the text.

Measured on 100 MB of code, it reads a chunk 14 times at most, and takes 21 hundred steps for it.
"""


class Match(NamedTuple):
    """One match of a language's query: the spans of its captures, and what the pattern sets."""

    pattern: int
    captures: Mapping[str, tuple[Span, ...]]
    settings: Mapping[str, str | None]

    def span(self, name: str) -> Span | None:
        return self.captures[name][0] if name in self.captures else None


class Parsed(NamedTuple):
    """What matched, and where the text could not be understood."""

    matches: tuple[Match, ...]
    errors: tuple[Span, ...]

    def spans(self, name: str) -> Sequence[Span]:
        """All that any match captures under a name, in order."""
        return sorted({each for match in self.matches for each in match.captures.get(name, ())})


def parse(language: Language, text: str, *, strings: bool = False) -> Parsed | None:
    """What the grammar of `language`, which has one, finds in `text`; None if it is lost in it.

    String literals are looked for only where they are asked for.
    """
    if "\0" in text or (language.unbearable and re.search(language.unbearable, text)):
        return None
    # A lone surrogate is a byte that is not UTF-8: one character in the text, one byte here.
    data = text.encode("utf-8", "replace")
    grammar = _grammar(language)
    root = _root(grammar.parser, data)
    broken = list(_broken(root)) if root else []
    if root is None or any(node.child_count > _WIDEST for node in broken):
        return None
    found = _cursor(grammar.query).matches(root)
    if strings and language.strings:
        found += _cursor(_query(language, "strings")).matches(root)
    nodes = [node for _, captures in found for each in captures.values() for node in each]
    at = _characters(text, data, [*nodes, *broken])
    matches = (
        Match(
            pattern,
            {name: tuple(_span(each, at) for each in nodes) for name, nodes in captures.items()},
            grammar.settings[pattern] if pattern < len(grammar.settings) else {},
        )
        for pattern, captures in found
    )
    return Parsed(tuple(matches), tuple(_span(node, at) for node in broken))


def functions(language: Language, text: str) -> Sequence[tuple[int, int, int]] | None:
    """Where each function begins, its body, and its end; None if the grammar is lost in `text`.

    A third of the time that `parse` takes, for a whole repository is asked.
    """
    if "\0" in text or (language.unbearable and re.search(language.unbearable, text)):
        return None
    data = text.encode("utf-8", "replace")
    root = _root(_parser(language), data)
    if root is None or any(node.child_count > _WIDEST for node in _broken(root)):
        return None
    found = _cursor(_query(language, "bodies")).matches(root)
    pairs = [(captures["whole"][0], captures["inside"][0]) for _, captures in found]
    at = _characters(text, data, (node for pair in pairs for node in pair))
    spans = ((_span(whole, at), _span(inside, at)) for whole, inside in pairs)
    return sorted({(whole[0], inside[0], whole[1]) for whole, inside in spans})


class _Budget:
    """Hands a text to the parser until that has done too much.

    It is linear on sound code. In some that is not, the time taken is the square of the length, or
    worse; an amount of work is the same on every machine, where a time limit would not be.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        chunks = len(data) // _CHUNK
        self._reads = _READS[0] + _READS[1] * chunks
        self._steps = _STEPS[0] + _STEPS[1] * chunks

    def read(self, start: int, _: object) -> bytes:
        self._reads -= 1
        return self._data[start : start + _CHUNK]

    def stops(self, _: int, __: bool) -> bool:
        """Called at every hundredth step."""
        self._steps -= 1
        return self._reads < 0 or self._steps < 0


class _Grammar(NamedTuple):
    parser: Parser
    query: Query
    settings: tuple[dict[str, str | None], ...]


@functools.cache
def _grammar(language: Language) -> _Grammar:
    query = _query(language, "query")
    settings = tuple(query.pattern_settings(at) for at in range(query.pattern_count))
    return _Grammar(_parser(language), query, settings)


@functools.cache
def _parser(language: Language) -> Parser:
    import tree_sitter

    return tree_sitter.Parser(_loaded(language))


@functools.cache
def _query(language: Language, name: str) -> Query:
    """The query of a language that stands in its field of this name."""
    import tree_sitter

    return tree_sitter.Query(_loaded(language), getattr(language, name))


@functools.cache
def _loaded(language: Language) -> tree_sitter.Language:
    import tree_sitter

    module = importlib.import_module(language.grammar)
    return tree_sitter.Language(getattr(module, language.entry)())


def _root(parser: Parser, data: bytes) -> Node | None:
    budget = _Budget(data)
    try:
        return parser.parse(budget.read, progress_callback=budget.stops).root_node
    except ValueError:  # it was stopped
        parser.reset()
        return None


def _cursor(query: Query) -> QueryCursor:
    import tree_sitter

    return tree_sitter.QueryCursor(query)


def _broken(root: Node) -> Iterator[Node]:
    """The nodes that stand for what the grammar does not allow, or misses."""
    left = [root] if root.has_error else []
    while left:
        node = left.pop()
        if node.is_error or node.is_missing:
            yield node
        if node.child_count <= _WIDEST or not node.is_error:
            left.extend(each for each in node.children if each.has_error)


def _span(node: Node, at: Mapping[int, int] | None) -> Span:
    if at is None:
        return node.start_byte, node.end_byte
    return at[node.start_byte], at[node.end_byte]


def _characters(text: str, data: bytes, nodes: Iterable[Node]) -> dict[int, int] | None:
    """For each offset in bytes that the nodes have, the offset in characters; None: the same."""
    if len(data) == len(text):
        return None
    offsets = {each for node in nodes for each in (node.start_byte, node.end_byte)}
    at, last, count = {}, 0, 0
    for offset in sorted(offsets):
        count += len(data[last:offset].translate(None, _CONTINUATION))
        at[offset], last = count, offset
    return at
