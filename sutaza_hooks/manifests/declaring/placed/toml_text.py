"""TOML, in which a broken statement costs itself and no more."""

from __future__ import annotations

import re

from sutaza_hooks.manifests.declaring.placed import Placed, Read, at, faults_of
from sutaza_hooks.manifests.manifest import Unreadable
from sutaza_hooks.manifests.reading import toml

_TOKEN = re.compile(
    r"(?P<newline>\n)|(?P<skip>[^\S\n]+|\#[^\n]*|\.)|(?P<mark>[\[\]{}=,])"
    r'|(?P<text>"""(?:[^\\]|\\.)*?(?:"""(?:"{0,2})|\Z)|' + r"'''.*?(?:'''(?:'{0,2})|\Z)"
    r'|"(?:[^"\\\n]|\\.)*"?' + r"|'[^'\n]*'?)"
    r"|(?P<word>[^\s\#\"'\[\]{}=,.]+)",
    re.DOTALL,
)
_STATEMENT = re.compile(r"\[\[?[A-Za-z][^\n\[\]]*\]|[A-Za-z][\w.-]*[ \t]*=")
_WORDS = {"true": True, "false": False}


def read(text: str) -> Read:
    """What the text holds, also what stands around its faults; nothing nests too deeply."""
    faults = faults_of(toml, text)
    return Read(_Reader().read(text, broken=bool(faults)), faults)


class _Open:
    """A table or list that is being read, and the keys whose value comes next."""

    def __init__(self, data: dict[Placed, object] | list[object]) -> None:
        self.data = data
        self.keys: list[Placed] = []
        self.wants_value = isinstance(data, list)

    def next(self) -> None:
        self.keys = []
        self.wants_value = isinstance(self.data, list)

    def take(self, value: object) -> None:
        if isinstance(self.data, list):
            self.data.append(value)
        elif self.keys:
            table = _below(self.data, self.keys[:-1])
            table.pop(self.keys[-1], None)
            table[self.keys[-1]] = value
            self.next()


class _Reader:
    def __init__(self) -> None:
        self.root: dict[Placed, object] = {}
        self.open = [_Open(self.root)]
        self.header = 0
        """How many brackets the header of a table has opened on this line."""

    def read(self, text: str, broken: bool) -> dict[Placed, object]:
        line = 1
        for each in _TOKEN.finditer(text):
            token = each[0]
            if token == "\n":
                self.end_line(broken and _STATEMENT.match(text, each.end()) is not None)
            elif each["mark"] is not None:
                self.mark(token)
            elif each["skip"] is None:
                self.text(_scalar(token, line))
            line += token.count("\n")
        self.end_line(anew=True)
        return self.root

    def end_line(self, anew: bool) -> None:
        """A list may go on; in a broken text it does not go on over what looks like a statement."""
        if anew:
            del self.open[1:]
        if len(self.open) > 1:
            return
        if self.header and self.open[0].keys:
            self.open[0] = _Open(_table(self.root, self.open[0].keys, self.header > 1))
        self.header = 0
        self.open[0].next()

    def mark(self, mark: str) -> None:
        now = self.open[-1]
        if mark == "=":
            now.wants_value = True
        elif mark == ",":
            now.next()
        elif mark in "[{":
            self.begin(mark)
        elif len(self.open) > 1:
            self.open.pop()

    def begin(self, mark: str) -> None:
        now = self.open[-1]
        if now.wants_value:
            inner = _Open([] if mark == "[" else {})
            now.take(inner.data)
            self.open.append(inner)
        elif not now.keys and len(self.open) == 1:
            self.header += 1

    def text(self, value: object) -> None:
        now = self.open[-1]
        if now.wants_value:
            now.take(value)
        else:
            now.keys.append(value if isinstance(value, Placed) else Placed(str(value).lower(), 1))


def _table(
    root: dict[Placed, object], keys: list[Placed], one_of_many: bool
) -> dict[Placed, object]:
    if not one_of_many:
        return _below(root, keys)
    above = _below(root, keys[:-1])
    many = above.setdefault(keys[-1], [])
    new: dict[Placed, object] = {}
    if isinstance(many, list):
        many.append(new)
    return new


def _below(table: dict[Placed, object], keys: list[Placed]) -> dict[Placed, object]:
    for key in keys:
        inner = table.setdefault(key, {})
        if isinstance(inner, list) and inner:
            inner = inner[-1]  # the table of many that was opened last
        if not isinstance(inner, dict):
            inner = table[key] = {}
        table = inner
    return table


def _scalar(token: str, line: int) -> object:
    if token[0] not in "\"'":
        return _WORDS.get(token, Placed(token, line))
    if token.startswith(('"""', "'''")) or "\\" in token:
        try:
            return Placed(str(at(toml(f"text = {token}"), "text")), line)
        except Unreadable:
            pass
    return Placed(token.strip(token[0]), line)
