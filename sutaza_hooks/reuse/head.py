"""Functions by what stands before their bodies: name, parameters, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sutaza_hooks.change import Tree
from sutaza_hooks.description.naming import called, key_of
from sutaza_hooks.description.words import telling
from sutaza_hooks.diagnostic import Location
from sutaza_hooks.facts.lines import Lines
from sutaza_hooks.fingerprints.fragment import is_readable
from sutaza_hooks.languages import Language
from sutaza_hooks.pattern import Pattern

_DOCSTRING = Pattern(r"\s*(?:[{:]\s*)?[rbuRBU]?(\"\"\"|'''|\"|')(?P<said>.*?)\1", re.DOTALL)
_COMMENT = ("//", "#", "*", "/*", "--", "@")
_ABOVE = 30  # lines
_PARAMETER = re.compile(r"[A-Za-z_]\w*")
_SILENT = frozenset(
    """
    self cls this ctx context void mut const final async str string int float bool boolean number
    any object none null undefined list dict map array error err byte char long double t k v
    optional
    """.split()
)
"""Words that most parameters have, and those of their types."""


class Head(NamedTuple):
    """A function where it stands; offsets in characters, lines 1-based, the last one included."""

    path: str
    language: Language
    name: str
    owner: str
    """The names around it."""
    key: int
    """See naming.py."""
    line: int
    end_line: int
    start: int
    inside: int
    end: int

    @property
    def location(self) -> Location:
        return Location(self.path, self.line, 1, self.end_line)


class Promise(NamedTuple):
    """What a function takes, and what is said of it."""

    takes: int
    parameters: frozenset[str]
    words: frozenset[str]


def heads(tree: Tree, path: str) -> Sequence[Head]:
    """The functions of a file whose names tell a job."""
    language, text, facts = tree.language(path), tree.get(path), tree.facts(path)
    if language is None or text is None or facts is None or not is_readable(language, text):
        return ()
    lines = Lines(text)
    owners = {(each.line, each.name.rpartition(".")[2]): each.name for each in facts.definitions}
    return [
        Head(
            path,
            language,
            name,
            owners.get((lines.position(start).line, name), name).rpartition(".")[0],
            key,
            lines.position(start).line,
            lines.position(end - 1).line,
            start,
            inside,
            end,
        )
        for start, inside, end in facts.functions
        if (key := key_of(language, name := called(text[start:inside])))
    ]


def promise(tree: Tree, head: Head) -> Promise:
    text = tree.get(head.path, "")
    every = list(_parameters(text[head.start : head.inside].partition(head.name)[2]))
    words = {word.lower() for each in every for word in _PARAMETER.findall(each.partition("=")[0])}
    said = "\n".join((_above(text, head.start), _docstring(text[head.inside : head.end])))
    return Promise(len(every), frozenset(words - _SILENT), frozenset(telling(said)))


def _parameters(text: str) -> Iterator[str]:
    """What stands between the commas of the first brackets, without the receiver."""
    depth, last = 0, 0
    for at, sign in enumerate(text):
        if sign in "([{<":
            depth += 1
            last = at + 1 if depth == 1 else last
        elif sign in ")]}>" and text[at - 1 : at] not in "-=":
            depth -= 1
        if (sign == "," and depth == 1) or (depth == 0 and last):
            if text[last:at].strip(" *&\n\t") not in ("", "self", "cls", "this", "mut self", "/"):
                yield text[last:at]
            last = at + 1
        if depth == 0 and last:
            return


def _docstring(body: str) -> str:
    found = _DOCSTRING.match(body)
    return found["said"] if found else ""


def _above(text: str, start: int) -> str:
    """The comment right above a function."""
    rows = text[:start].split("\n")[:-1][-_ABOVE:]
    taken: list[str] = []
    while rows and rows[-1].strip().startswith(_COMMENT):
        taken.append(rows.pop())
    return "\n".join(reversed(taken))
