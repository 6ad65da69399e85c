"""The facts themselves, and the JSON in which they are remembered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

EXTRACTOR = 1
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
    """What a file takes from another; `module` and `names` are as written, `*` is all names."""

    module: str
    names: tuple[str, ...]
    line: int
    end_line: int
    column: int


@dataclass(frozen=True)
class Facts:
    """The facts about one text, each kind in the order of its places."""

    comments: tuple[Comment, ...] = ()
    definitions: tuple[Definition, ...] = ()
    imports: tuple[Import, ...] = ()
    complete: bool = True
    """Whether the whole text was understood; if not, these are the facts of what was."""

    def to_json(self) -> str:
        rows = (self.comments, self.definitions, self.imports, self.complete)
        return json.dumps(rows, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Facts:
        """The facts that `to_json` wrote. Raises ValueError for any other text."""
        try:
            comments, definitions, imports, complete = json.loads(text)
            facts = cls(
                tuple(_comment(*row) for row in comments),
                tuple(_definition(*row) for row in definitions),
                tuple(_import(*row) for row in imports),
                _bool(complete),
            )
        except (TypeError, ValueError, RecursionError) as error:
            raise ValueError("not the JSON of facts") from error
        return facts


def _comment(line: Any, column: Any, end_line: Any, end_column: Any, text: Any) -> Comment:
    return Comment(_int(line), _int(column), _int(end_line), _int(end_column), _str(text))


def _definition(name: Any, kind: Any, line: Any, end_line: Any, column: Any) -> Definition:
    if kind not in get_args(Kind):
        raise ValueError(f"not a kind of definition: {kind!r}")
    return Definition(_str(name), kind, _int(line), _int(end_line), _int(column))


def _import(module: Any, names: Any, line: Any, end_line: Any, column: Any) -> Import:
    if not isinstance(names, list):
        raise ValueError("names of an import are not a list")
    each = tuple(_str(name) for name in names)
    return Import(_str(module), each, _int(line), _int(end_line), _int(column))


def _int(value: object) -> int:
    if type(value) is not int:
        raise ValueError(f"not a number: {value!r}")
    return value


def _str(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"not a text: {value!r}")
    return value


def _bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"neither true nor false: {value!r}")
    return value
