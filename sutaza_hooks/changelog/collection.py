"""New entries and fragments, put into the text of a changelog."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sutaza_hooks.changelog.document import Changelog
from sutaza_hooks.changelog.entry import Attempt, Entry, Fields
from sutaza_hooks.changelog.layout import layout_of, style_of
from sutaza_hooks.changelog.parser import parse
from sutaza_hooks.changelog.place import Arrival, place
from sutaza_hooks.changelog.writing import render
from sutaza_hooks.errors import SutazaError

_NEW = "# Changelog\n"


def add(text: str, entry: str) -> str:
    """The changelog with one more entry, as it is written; every other line stays as it was.

    Raises SutazaError when `entry` is not one entry.
    """
    new = parse(entry)
    if len(new.entries) != 1 or len(new.blocks) != 1:
        raise SutazaError(f"`{entry}` is not a changelog entry")
    return _with(_opened(text), new)


class Collection(NamedTuple):
    """A changelog with the entries of fragments, and where those stand that it had already."""

    text: str
    repeated: tuple[tuple[str, int], ...]
    """Path and line of each entry that another one says whole."""


def collect(text: str, fragments: Mapping[str, str]) -> Collection:
    """The changelog with the entries of all fragments, in its style, each once.

    `fragments` is path to text. Entries that differ in their details alone become one with the
    details of both; one that differs so from an entry of the changelog, which must stay as it is,
    is added. Raises SutazaError for a fragment that holds anything but entries, for it would be
    lost.
    """
    changelog = _opened(text)
    found = {path: _fragment(path, fragments[path]) for path in sorted(fragments)}
    known: dict[Fields, set[str]] = {}
    for entry in changelog.entries:
        known.setdefault(entry.fields, set()).update(_stripped(entry.details))
    new, repeated = _gathered(found, known)
    style = style_of(*([changelog] if changelog.entries else found.values()))
    written = (render(fields, style, details) for fields, details in new.items())
    return Collection(_with(changelog, *(parse(each) for each in written)), repeated)


def _gathered(
    found: Mapping[str, Changelog], known: dict[Fields, set[str]]
) -> tuple[Mapping[Fields, Sequence[str]], tuple[tuple[str, int], ...]]:
    """The details of each entry that is new, and where those stand that say nothing new."""
    new: dict[Fields, Sequence[str]] = {}
    repeated = []
    for path, fragment in found.items():
        for entry in fragment.entries:
            details = _stripped(entry.details)
            if entry.fields in known and details <= known[entry.fields]:
                repeated.append((path, entry.line))
                continue
            known.setdefault(entry.fields, set()).update(details)
            others = new.get(entry.fields, ())
            said_anew = _stripped(others) <= details
            new[entry.fields] = (*(() if said_anew else others), *entry.details)
    return new, tuple(repeated)


def _stripped(details: Sequence[str]) -> set[str]:
    return {line.strip() for line in details if line.strip()}


def fragment_name(entry: str) -> str:
    """A file name for the fragment of one entry: its day, its first words, a digest of it all.

    The digest keeps apart what two branches write, also where the words are not ASCII.
    """
    fields = parse(entry).entries[0].fields
    words = re.findall(r"[a-z0-9]+", fields.description.lower())[:6]
    digest = hashlib.sha256(entry.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "-".join([fields.date[:10], *(word[:12] for word in words), digest]) + ".md"


def strays(fragment: Changelog) -> tuple[int, ...]:
    """The lines of a fragment at which something begins that is no entry and tries to be none.

    It has no place in the changelog, so it could not be collected.
    """
    lines = []
    number = 1
    for block in fragment.blocks:
        if block.key.strip() and not isinstance(block.head, (Entry, Attempt)):
            lines.append(number)
        number += len(block.lines) + len(block.blanks)
    return tuple(lines)


def _opened(text: str) -> Changelog:
    return parse(text if text.strip() else _NEW)


def _fragment(path: str, text: str) -> Changelog:
    fragment = parse(text)
    if lines := strays(fragment):
        mend = "write it as one, or indent it as a detail"
        raise SutazaError(f"{path}:{lines[0]}: not a changelog entry; {mend}")
    if fragment.attempts:
        mend = "run `sutaza changelog fix`"
        raise SutazaError(f"{path}:{fragment.attempts[0].line}: not a changelog entry; {mend}")
    if not fragment.entries:
        raise SutazaError(f"{path}: holds no changelog entry; write one, or delete the file")
    return fragment


def _with(changelog: Changelog, *new: Changelog) -> str:
    arrivals = [Arrival(one.blocks[0], one.entries[0]) for one in new]
    blocks = place(changelog.blocks, arrivals, layout_of(changelog, *new))
    return changelog._replace(blocks=blocks).text
