"""The facts themselves, and the JSON in which they are remembered."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args, get_type_hints

EXTRACTOR = 8
"""Raised with every change to what is extracted: it is part of the key of remembered facts."""

Kind = Literal[
    "function", "method", "class", "interface", "trait", "struct", "enum", "type", "module", "macro"
]


class Comment(NamedTuple):
    """A comment with its markers, placed as `Location` is: 1-based, characters, ends included."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class Definition(NamedTuple):
    """Something that has a name; `name` has those around it before it: `Class.method`."""

    name: str
    kind: Kind
    line: int
    end_line: int
    column: int


class Import(NamedTuple):
    """What a file takes from another; `module` and `names` are as written, `*` is all names.

    `guard` tells what lets the import fail: it is `optional`, or only there for `types`.
    """

    module: str
    names: tuple[str, ...]
    line: int
    end_line: int
    column: int
    guard: str = ""


class String(NamedTuple):
    """A string literal that says something about unfinished work, placed as a comment is.

    `ahead` is the code before it in its statement, and `behind` what directly follows: what is
    done with it.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    ahead: str
    behind: str


class Body(NamedTuple):
    """The body of a function, if it is so short that it may do no work; placed as a comment is.

    `head` is what stands before it from its decorators on, `owner` the same of what it is in.
    """

    name: str
    top: int
    """The line on which the definition begins, with its decorators."""
    bottom: int
    """The line on which it ends."""
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    """Without comments, docstring and braces, on one line."""
    head: str
    owner: str
    docstring: str


class Function(NamedTuple):
    """Where a function begins, where its body begins, and where it ends, in characters."""

    start: int
    inside: int
    end: int


@dataclass(frozen=True)
class Facts:
    """The facts about one text, each kind in the order of its places."""

    comments: tuple[Comment, ...] = ()
    definitions: tuple[Definition, ...] = ()
    imports: tuple[Import, ...] = ()
    docstrings: tuple[Comment, ...] = ()
    strings: tuple[String, ...] = ()
    bodies: tuple[Body, ...] = ()
    functions: tuple[Function, ...] = ()
    """Of the file's own language alone."""
    complete: bool = True
    """Whether the whole text was understood; if not, these are the facts of what was."""

    def to_json(self) -> str:
        rows = tuple(getattr(self, name) for name in _FORMS)
        return json.dumps((*rows, self.complete), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Facts:
        """The facts that `to_json` wrote. Raises ValueError for any other text."""
        try:
            *kinds, complete = json.loads(text)
            named = zip(_FORMS.items(), kinds, strict=True)
            read = {name: tuple(_fact(form, row) for row in rows) for (name, form), rows in named}
            return cls(**read, complete=_checked(complete, bool))
        except (TypeError, ValueError, RecursionError) as error:
            raise ValueError("not the JSON of facts") from error


_FORMS: Mapping[str, Callable[..., Any]] = {
    "comments": Comment,
    "definitions": Definition,
    "imports": Import,
    "docstrings": Comment,
    "strings": String,
    "bodies": Body,
    "functions": Function,
}
"""The fields of Facts, each with the form of its rows."""


@functools.cache
def _types(form: Callable[..., Any]) -> tuple[type, ...]:
    """What JSON has for the fields of a row: numbers, texts, and a list for a tuple."""
    forms = {int: int, tuple[str, ...]: list}
    return tuple(forms.get(kind, str) for kind in get_type_hints(form).values())


def _fact(form: Callable[..., Any], row: list[Any]) -> Any:
    """A row as it was, each of its values of the right type."""
    values = [_checked(value, kind) for value, kind in zip(row, _types(form), strict=True)]
    fact = form(*(tuple(each) if isinstance(each, list) else each for each in values))
    if form is Definition and fact.kind not in get_args(Kind):
        raise ValueError(f"not a kind of definition: {fact.kind!r}")
    return fact


def _checked(value: Any, kind: type) -> Any:
    is_right = type(value) is kind
    if not is_right or (kind is list and any(type(each) is not str for each in list(value))):
        raise ValueError(f"not the value of a fact: {value!r}")
    return value
