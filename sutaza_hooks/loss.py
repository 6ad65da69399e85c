"""Earlier entries of the changelog that a merge lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sutaza_hooks.change import Merge, Tree
from sutaza_hooks.changelog import Changelog, Entry, is_unreleased, parse
from sutaza_hooks.record import key


def lost(merge: Merge, path: str) -> Sequence[Entry]:
    """Entries of a parent that the result lacks, unless another parent had taken them away.

    `path` is the changelog's. An entry is also there when it got a version for `Unreleased`.
    """
    parents = [_changelog(tree, path) for tree in merge.parents]
    result = _changelog(merge.result, path)
    missing = [each for parent in parents for each in _beyond(parent, result)]
    if not missing:
        return ()
    base = merge.base()
    taken_away = _taken_away(_changelog(base, path), parents) if base else set()
    fresh = {_unversioned(entry) for entry in result.entries}
    every = {key(each): each for each in missing if key(each) not in taken_away}
    return [each for each in every.values() if not (_is_open(each) and _unversioned(each) in fresh)]


def _changelog(tree: Tree, path: str) -> Changelog:
    return parse(tree.get(path, ""))


def _beyond(one: Changelog, other: Changelog) -> Sequence[Entry]:
    """The entries that the one changelog has more often than the other."""
    left = Counter(key(entry) for entry in other.entries)
    beyond = []
    for entry in one.entries:
        left[key(entry)] -= 1
        if left[key(entry)] < 0:
            beyond.append(entry)
    return beyond


def _taken_away(base: Changelog, parents: Sequence[Changelog]) -> set[str]:
    """What stood in the common ancestor and does not stand in every parent."""
    return {key(entry) for parent in parents for entry in _beyond(base, parent)}


def _is_open(entry: Entry) -> bool:
    return is_unreleased(entry.fields.version)


def _unversioned(entry: Entry) -> tuple[str, ...]:
    return (*entry.fields._replace(version=""), *entry.details)
