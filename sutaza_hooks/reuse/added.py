"""The functions that a change adds: new ones, and not those that it moves, renames or edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.fingerprints.likeness import likeness
from sutaza_hooks.reuse.coverage import is_searched
from sutaza_hooks.reuse.neighbours import Neighbours
from sutaza_hooks.reuse.site import Site, sites

_EDITED = 0.3
"""A function of the same name that is at least so much like the old one is an edit of it."""
_MOVED = 0.6
"""One of another name or place that is at least so much like one that went is that one."""
_COMPARED = 10
_SPLIT = 0.75
"""A part of one that went or changed has at least so much of its grams from it."""


def added(change: Change) -> Sequence[Site]:
    """The functions that are new in the tree after the change; in an audit, all of them."""
    new = [each for patch in change.judged for each in _touched(change, patch)]
    if not new:
        return ()
    before = _Before(change)
    return [each for each in new if not before.had(each)]


def _touched(change: Change, patch: Patch) -> Iterator[Site]:
    """The functions that added lines stand in."""
    if patch.kind == "deleted" or not patch.added or not is_searched(change.after, patch.path):
        return
    for each in sites(change.after, patch.path, nameless=patch.whole):
        if patch.adds(each.line, each.end_line):
            yield each


class _Before:
    """The functions that the changed files had."""

    def __init__(self, change: Change) -> None:
        self._old_paths = {patch.path: patch.old_path or patch.path for patch in change.patches}
        self._named: dict[tuple[str, str], list[Site]] = {}
        self._gone = Neighbours()
        for patch in change.patches:
            for each in _old(change, patch):
                self._named.setdefault((each.path, each.name), []).append(each)
            for each in _gone(change, patch):
                self._gone.add(each)

    def had(self, new: Site) -> bool:
        """Whether a function is one that there was: edited, moved, renamed or split."""
        path = self._old_paths.get(new.path, new.path)
        return any(_is_edit(new, old) for old in self._named.get((path, new.name), ())) or any(
            _is_moved(new, old) for old in self._gone.near(new, _COMPARED)
        )


def _old(change: Change, patch: Patch) -> Sequence[Site]:
    """The functions of the file before the change."""
    path = patch.old_path or patch.path
    return (
        sites(change.before, path)
        if is_searched(change.before, path) and path in change.before
        else ()
    )


def _gone(change: Change, patch: Patch) -> Iterator[Site]:
    """Those that are not in the file afterwards as they were."""
    if not patch.removed and patch.kind != "renamed":
        return
    path = patch.old_path or patch.path
    kept = {(each.name, each.fragment.codes) for each in sites(change.after, path)}
    for each in _old(change, patch):
        if (each.name, each.fragment.codes) not in kept:
            yield each


def _is_edit(new: Site, old: Site) -> bool:
    like = likeness(new.fragment, old.fragment)
    return like.same or like.score >= _EDITED


def _is_moved(new: Site, old: Site) -> bool:
    like = likeness(new.fragment, old.fragment)
    is_part = like.contained >= _SPLIT and new.fragment.size < old.fragment.size
    return like.score >= _MOVED or is_part
