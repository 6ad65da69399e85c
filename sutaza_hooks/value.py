"""A value of a configuration file, with the line of each of its keys."""

from __future__ import annotations

import json
from typing import Any, NamedTuple, NoReturn

from sutaza_hooks.diagnostic import printable
from sutaza_hooks.errors import SutazaError, nearest

_LONGEST = 200  # characters of a key that are said


class Value(NamedTuple):
    """A value of a document: `data` is text, a number, a list or dict of Values, or None."""

    data: Any
    file: str
    line: int
    key: str = ""

    def fail(self, why: str) -> NoReturn:
        """Raise SutazaError with the file, the line and the key."""
        key = f"{printable(self.key[:_LONGEST])}: " if self.key else ""
        raise SutazaError(f"{self.file}:{self.line}: {key}{printable(why)}")

    def mapping(self) -> dict[str, Value]:
        if self.data is None:
            return {}
        if not isinstance(self.data, dict):
            self.fail("expected a mapping")
        return self.data

    def plain(self) -> Any:
        """The data without lines."""
        if isinstance(self.data, dict):
            return {key: value.plain() for key, value in self.data.items()}
        if isinstance(self.data, list):
            return [value.plain() for value in self.data]
        return self.data

    def unknown(self, what: str, known: list[str]) -> NoReturn:
        """Raise SutazaError for a key that is not known, with the nearest that is."""
        near = nearest(self.key.rpartition(".")[2], known)
        self.fail(f"unknown {what}" + (f" (did you mean `{near}`?)" if near else ""))


def dumps(value: Value) -> str:
    """The value as JSON. Raises TypeError for one that holds what JSON has no form for: a date."""
    return json.dumps([value.file, _bare(value)], separators=(",", ":"))


def loads(text: str) -> Value:
    """The value that `dumps` wrote. Raises ValueError or TypeError for another text."""
    file, bare = json.loads(text)
    return _dressed(bare, file)


def _bare(value: Value) -> list[Any]:
    data = value.data
    if isinstance(data, dict):
        data = {key: _bare(each) for key, each in data.items()}
    elif isinstance(data, list):
        data = [_bare(each) for each in data]
    return [value.line, value.key, data]


def _dressed(bare: list[Any], file: str) -> Value:
    line, key, data = bare
    if isinstance(data, dict):
        data = {name: _dressed(each, file) for name, each in data.items()}
    elif isinstance(data, list):
        data = [_dressed(each, file) for each in data]
    return Value(data, file, line, key)
