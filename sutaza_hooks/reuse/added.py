"""The functions that a change adds: new ones, and not those that it moves, renames or edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sutaza_hooks.change import Change, Patch, Tree
from sutaza_hooks.facts.lines import Lines
from sutaza_hooks.fingerprints.fragment import fragment
from sutaza_hooks.fingerprints.likeness import likeness
from sutaza_hooks.reuse.coverage import is_searched
from sutaza_hooks.reuse.neighbours import Neighbours
from sutaza_hooks.reuse.site import Site, every_site, named, sites

_EDITED = 0.3
"""A function of the same name that is at least so much like the old one is an edit of it."""
_MOVED = 0.6
"""One of another name or place that is at least so much like one that went is that one."""
SHORTEST = 6
"""Lines of what may repeat a part of another function."""
_COMPARED = 10
_SPLIT = 0.75
"""A part of one that went or changed has at least so much of its grams from it."""
_REWRITTEN = 0.7
"""The share of added lines from which on the first line alone does not make a function old."""


def added(change: Change) -> Sequence[Site]:
    """The functions that are new in the tree after the change; in an audit, all of them."""
    new = [each for patch in change.judged for each in _new(change, patch)]
    gone = (
        Neighbours(each for patch in change.patches for each in _gone(change, patch))
        if new
        else None
    )
    return [each for each in new if gone is None or not _existed(change, each, gone)]


def touched(change: Change) -> Iterator[Site]:
    """Every function, new or not, that the change adds a line to."""
    for patch in change.patches:
        if is_searched(change.after, patch.path) and patch.added:
            yield from sites(change.after, patch.path, patch.adds)


def runs(change: Change, new: Sequence[Site]) -> Iterator[Site]:
    """The longest stretch of lines that the change adds to each function which is not new.

    What a function within has is not told of the one around it.
    """
    known = [*new]
    places = {each.location for each in new}
    edited = [each for each in touched(change) if each.location not in places]
    patches = {each.path: each for each in change.patches}
    for each in sorted(edited, key=lambda site: site.end_line - site.line):
        found = _run(change.after, each, patches[each.path])
        if found and not any(inner.holds(found) or found.holds(inner) for inner in known):
            known.append(found)
            yield found


def _run(tree: Tree, site: Site, patch: Patch) -> Site | None:
    first, last = max(_stretches(site, patch), key=lambda each: each[1] - each[0], default=(1, 0))
    if last - first + 1 < SHORTEST:
        return None
    text = tree.get(site.path, "")
    lines = Lines(text)
    start = lines.offset(first, 1)
    end = lines.offset(last + 1, 1) if last < text.count("\n") + 1 else len(text)
    found = fragment(site.language, text, start, start, end)
    return site._replace(line=first, end_line=last, fragment=found)


def _stretches(site: Site, patch: Patch) -> Iterator[tuple[int, int]]:
    """The first and the last of added lines that follow each other."""
    first = 0
    for line in range(site.line, site.end_line + 2):
        if line <= site.end_line and patch.adds(line):
            first = first or line
        elif first:
            yield first, line - 1
            first = 0


def _new(change: Change, patch: Patch) -> Iterator[Site]:
    """Those whose first line is added, or nearly all of them."""
    if patch.kind == "deleted" or not is_searched(change.after, patch.path):
        return
    if patch.whole:
        yield from every_site(change.after, patch.path)
    elif patch.added:
        yield from sites(change.after, patch.path, lambda first, last: _is_new(patch, first, last))


def _is_new(patch: Patch, first: int, last: int) -> bool:
    if patch.adds(first):
        return True
    if not patch.adds(first, last):
        return False
    return sum(map(patch.adds, range(first, last + 1))) >= _REWRITTEN * (last + 1 - first)


def _gone(change: Change, patch: Patch) -> Iterator[Site]:
    """The functions of the file before the change that it takes a line from."""
    path = patch.old_path or patch.path
    if not patch.removed or not is_searched(change.before, path):
        return
    removed = Patch(path, added=patch.removed)
    yield from sites(change.before, path, removed.adds)


def _existed(change: Change, new: Site, gone: Neighbours) -> bool:
    """Whether a function is one that there was: edited, moved, renamed or split."""
    return any(_is_from(change, new, old) for old in gone.near(new, _COMPARED))


def _is_from(change: Change, new: Site, old: Site) -> bool:
    like = likeness(new.fragment, old.fragment)
    if like.score >= _MOVED:
        return True
    if like.contained >= _SPLIT and new.fragment.size < old.fragment.size:
        return True
    if like.score < _EDITED:
        return False
    old_paths = {each.path: each.old_path or each.path for each in change.patches}
    is_same_file = old.path == old_paths.get(new.path)
    return is_same_file and named(change.after, new).name == named(change.before, old).name
