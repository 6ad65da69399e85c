"""How a changelog is laid out: its style, its order, its spacing, its sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sutaza_hooks.changelog.document import Block, Changelog, section_end
from sutaza_hooks.changelog.entry import DEFAULT_STYLE, Entry, Style
from sutaza_hooks.changelog.moment import is_later

_RECENT = 5  # entries that tell the style; older ones may have another


class Layout(NamedTuple):
    """What decides where an entry is put into a changelog."""

    newest_first: bool
    spaced: bool
    """Entries have blank lines between them."""
    crlf: bool


def layout_of(*changelogs: Changelog) -> Layout:
    """The layout that most entries show; the first that is not empty tells how lines end."""
    crlf = next((each.ends.crlf for each in changelogs if each.blocks), False)
    return Layout(newest_first(*changelogs), _is_spaced(changelogs), crlf)


def newest_first(*changelogs: Changelog) -> bool:
    """Whether new entries stand at the top, as they do unless the dates show the contrary."""
    rising = falling = 0
    for above, below in _neighbours(changelogs):
        rising += is_later(below.fields.date, above.fields.date)
        falling += is_later(above.fields.date, below.fields.date)
    return falling >= rising


def _neighbours(changelogs: Sequence[Changelog]) -> Iterator[tuple[Entry, Entry]]:
    """The pairs of entries that follow each other in one section."""
    for changelog in changelogs:
        inside = zip(homes(changelog.blocks), changelog.blocks, strict=True)
        entries = [(home, block.entry) for home, block in inside if block.entry]
        for (home, above), (next_home, below) in pairwise(entries):
            if home == next_home:
                yield above, below


def _is_spaced(changelogs: Sequence[Changelog]) -> bool:
    shown = [
        bool(above.blanks)
        for changelog in changelogs
        for above, below in pairwise(changelog.blocks)
        if above.entry and below.entry
    ]
    if not shown:
        return not style_of(*changelogs).is_item
    return sum(shown) * 2 >= len(shown)


def style_of(*changelogs: Changelog) -> Style:
    """The style of most of the newest entries; a list item all in brackets where there are none."""
    styles = Counter(entry.style.anew for changelog in changelogs for entry in _newest(changelog))
    return styles.most_common(1)[0][0] if styles else DEFAULT_STYLE


def _newest(changelog: Changelog) -> tuple[Entry, ...]:
    entries = changelog.entries
    return entries[:_RECENT] if newest_first(changelog) else entries[: -_RECENT - 1 : -1]


def homes(blocks: Sequence[Block]) -> list[str | None]:
    """For each block the version in whose section it stands."""
    found: list[str | None] = [None] * len(blocks)
    for number, block in enumerate(blocks):
        if block.version is not None:
            end = section_end(blocks, number)
            found[number:end] = [block.version] * (end - number)
    return found
