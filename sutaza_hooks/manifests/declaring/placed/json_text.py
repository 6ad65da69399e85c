"""JSON, also with comments and trailing commas."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.placed import Placed, Read, faults_of
from sutaza_hooks.manifests.reading import parsed_json

_STRING = r'"(?:[^"\\\n]|\\.)*"?'
_COMMENT = r"//[^\n]*|/\*(?:.*?\*/|.*\Z)"
_TOKEN = re.compile(
    rf'(?P<skip>[\s:]+|{_COMMENT})|(?P<text>{_STRING})|(?P<mark>[{{}}\[\],])|[^\s:,{{}}\[\]"/]+|/',
    re.DOTALL,
)
_REMARKS = re.compile(rf"{_STRING}|(?P<comment>{_COMMENT})", re.DOTALL)
_LAST_COMMAS = re.compile(rf"{_STRING}|(?P<comma>,)(?=\s*[}}\]])", re.DOTALL)
_WORDS = {"true": True, "false": False, "null": None}


def read(text: str, comments: bool = False) -> Read:
    """What the text holds, also what stands around its faults; nothing nests too deeply."""
    strict = _without_comments(text) if comments else text
    return Read(_data(text), faults_of(parsed_json, strict))


def _data(text: str) -> object:
    """A comma after a key gives it up, so that one broken entry does not shift all that follow."""
    outermost = _Container([])
    open_now = [outermost]
    for token, line in _tokens(text):
        if token in ("{", "["):
            inner = _Container({} if token == "{" else [])
            open_now[-1].take(inner.data)
            open_now.append(inner)
        elif token in ("}", "]"):
            if len(open_now) > 1:
                open_now.pop()
        elif token == ",":
            open_now[-1].key = None
        else:
            open_now[-1].take(_scalar(token, line))
    held = outermost.data
    return held[0] if isinstance(held, list) and held else None


class _Container:
    """A list or table that is being read, and the key in it whose value comes next."""

    def __init__(self, data: list[object] | dict[Placed, object]) -> None:
        self.data = data
        self.key: Placed | None = None

    def take(self, value: object) -> None:
        if isinstance(self.data, list):
            self.data.append(value)
        elif self.key is not None:
            self.data.pop(self.key, None)  # else the table would keep the line of the first
            self.data[self.key] = value
            self.key = None
        elif isinstance(value, Placed):
            self.key = value


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    line = 1
    for each in _TOKEN.finditer(text):
        if each["skip"] is None:
            yield each[0], line
        line += each[0].count("\n")


def _scalar(token: str, line: int) -> object:
    if not token.startswith('"'):
        return _WORDS.get(token, Placed(token, line))
    if "\\" in token:
        try:
            return Placed(json.loads(token, strict=False), line)
        except ValueError:
            pass
    return Placed(token[1:].removesuffix('"'), line)


def _without_comments(text: str) -> str:
    """The same lines as plain JSON."""
    plain = _REMARKS.sub(lambda m: _blank(m[0]) if m["comment"] else m[0], text)
    return _LAST_COMMAS.sub(lambda m: " " if m["comma"] else m[0], plain)


def _blank(text: str) -> str:
    return "\n" * text.count("\n") or " "
