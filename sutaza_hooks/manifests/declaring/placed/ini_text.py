"""INI as `configparser` reads it: sections of keys, whose values may take several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.placed import Placed, Read, faults_of
from sutaza_hooks.manifests.reading import ini
from sutaza_hooks.text import lines

_SECTION = re.compile(r"\[([^\n]+)\]")
_ENDS_KEY = re.compile(r"[=:]")


def read(text: str) -> Read:
    """Tables of lists: of each key in each section, the lines of its value."""
    return Read(_sections(text), faults_of(ini, text))


def _sections(text: str) -> dict[Placed, dict[Placed, list[Placed]]]:
    sections: dict[Placed, dict[Placed, list[Placed]]] = {}
    section: dict[Placed, list[Placed]] = {}
    values: list[Placed] = []
    for line in _told(text):
        if line[0].isspace():
            values.append(line.saying(line.strip()))
        elif header := _SECTION.match(line):
            section, values = sections.setdefault(line.saying(header[1]), {}), []
        elif ends := _ENDS_KEY.search(line):
            value = line.saying(line[ends.end() :].strip())
            values = [value] if value else []
            section[line.saying(line[: ends.start()].strip().lower())] = values
    return sections


def _told(text: str) -> Iterator[Placed]:
    """The lines that say something."""
    for number, line in lines(text):
        if line.strip() and line.lstrip()[0] not in "#;":
            yield Placed(line, number)
