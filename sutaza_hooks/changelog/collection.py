"""New entries and fragments, put into the text of a changelog."""

from __future__ import annotations

from collections.abc import Mapping

from sutaza_hooks.changelog.document import Changelog
from sutaza_hooks.changelog.entry import Entry, Fields
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


def collect(text: str, fragments: Mapping[str, str]) -> str:
    """The changelog with the entries of all fragments, in its style, each once.

    `fragments` is path to text. Raises SutazaError for one that holds anything but entries, for
    it would be lost.
    """
    changelog = _opened(text)
    found = [_fragment(path, fragments[path]) for path in sorted(fragments)]
    styles = [changelog] if changelog.entries else found
    style = style_of(*styles)
    known = {entry.fields for entry in changelog.entries}
    new: dict[Fields, Entry] = {}
    for entry in (entry for fragment in found for entry in fragment.entries):
        if entry.fields not in known:
            new.setdefault(entry.fields, entry)
    written = (render(each.fields, style, each.details) for each in new.values())
    return _with(changelog, *(parse(each) for each in written))


def _opened(text: str) -> Changelog:
    return parse(text if text.strip() else _NEW)


def _fragment(path: str, text: str) -> Changelog:
    fragment = parse(text)
    if not fragment.entries:
        raise SutazaError(f"{path}: holds no changelog entry; write one, or delete the file")
    for number, block in enumerate(fragment.blocks):
        if not block.entry and block.key:
            line = 1 + sum(len(b.lines) + len(b.blanks) for b in fragment.blocks[:number])
            raise SutazaError(f"{path}:{line}: not a changelog entry; run `sutaza changelog fix`")
    return fragment


def _with(changelog: Changelog, *new: Changelog) -> str:
    arrivals = [Arrival(one.blocks[0], one.entries[0]) for one in new]
    blocks = place(changelog.blocks, arrivals, layout_of(changelog, *new))
    return changelog._replace(blocks=blocks).text
