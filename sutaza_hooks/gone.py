"""Earlier entries of the changelog that a change took away, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sutaza_hooks.changelog import Attempt, Entry, is_unreleased, newest_first
from sutaza_hooks.record import Record, Written, key

_ALIKE = 0.5  # of the words of an entry and of what it became
_MOST_PAIRS = 1_000_000  # more would take seconds, and who rewrites so much is told one line


class Gone(NamedTuple):
    """An earlier entry, its file, and what it was made into: None where it was removed."""

    path: str
    entry: Entry
    now: Written | None


def gone(record: Record) -> Sequence[Gone]:
    """The entries of before that are not there any more, in any place."""
    left = record.kept
    found = []
    for path, entry in record.earlier:
        if left[key(entry)]:
            left[key(entry)] -= 1
        else:
            found.append((path, entry))
    stamped = {_unversioned(entry) for _, entry in record.entries}
    lost = [each for each in found if not _released_now(each[1], stamped)]
    became = _matched([entry for _, entry in lost], record) if lost else {}
    return [Gone(path, entry, became.get(number)) for number, (path, entry) in enumerate(lost)]


def edits(record: Record) -> Mapping[tuple[str, int], Entry]:
    """What each added entry was before it was edited, by its file and line."""
    return {(each.now.path, each.now.what.line): each.entry for each in gone(record) if each.now}


def _released_now(entry: Entry, stamped: set[tuple[str, ...]]) -> bool:
    """Whether the entry only got a version in the place of `Unreleased`."""
    return is_unreleased(entry.fields.version) and _unversioned(entry) in stamped


def _unversioned(entry: Entry) -> tuple[str, ...]:
    return (*entry.fields._replace(version=""), *entry.details)


def _matched(lost: Sequence[Entry], record: Record) -> dict[int, Written]:
    """What each became, by its number: the best matches first, and each added one once."""
    pairs = sorted(_pairs(lost, record), reverse=True)
    became: dict[int, Written] = {}
    taken: set[int] = set()
    for _, _, number, place in pairs:
        if number not in became and place not in taken:
            became[number] = record.added[place]
            taken.add(place)
    return became


def _pairs(lost: Sequence[Entry], record: Record) -> Iterator[tuple[float, int, int, int]]:
    """Likeness, nearness, and the numbers of an entry and of what it may have become.

    Of two that are as much alike the one is nearer that stands where older entries do.
    """
    if len(lost) * len(record.added) > _MOST_PAIRS:
        return
    sign = 1 if newest_first(record.before) else -1
    was = [_words(entry) for entry in lost]
    for place, each in enumerate(record.added):
        words = _words(each.what)
        for number, entry in enumerate(lost):
            likeness = 2 * len(words & was[number]) / (len(words) + len(was[number]))
            if likeness >= _ALIKE or _says_the_same(entry, each.what):
                yield likeness, sign * place, number, place


def _words(what: Entry | Attempt) -> frozenset[str]:
    return frozenset(what.text.casefold().replace("[", " ").replace("]", " ").split()) - {"-"}


def _says_the_same(one: Entry, other: Entry | Attempt) -> bool:
    """Whether the description stayed, or all but the description."""
    if isinstance(other, Attempt):
        return False
    same = one.fields.description.casefold() == other.fields.description.casefold()
    return same or one.fields[:-1] == other.fields[:-1]
