"""Searching a tree for what is like the functions that a change adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from sutaza_hooks.change import Change
from sutaza_hooks.fingerprints.likeness import Likeness, likeness
from sutaza_hooks.index.corpus import Span
from sutaza_hooks.reuse.added import touched
from sutaza_hooks.reuse.coverage import Lacking, cover
from sutaza_hooks.reuse.neighbours import Neighbours, every_hash, sharing
from sutaza_hooks.reuse.scan import scan
from sutaza_hooks.reuse.site import Site, every_site, site

COMPARED = 4
"""So many of those that share the most are compared as a whole."""
_GRAMS = 15
_WORTH = 0.2
_COPY = 0.95


class Find(NamedTuple):
    """What the repository has that is like something new."""

    new: Site
    old: Site
    likeness: Likeness


class Near(NamedTuple):
    """Something new, the finds, the most alike first, and what shares a part with it."""

    new: Site
    finds: Sequence[Find]
    parts: Sequence[Site]


class Search(NamedTuple):
    """What was found for each, and how many files were not searched."""

    near: Sequence[Near]
    unread: int


def search(change: Change, new: Sequence[Site], runs: Sequence[Site] = ()) -> Search:
    """Search the tree after the change for what is like its new functions, or has its new runs.

    Of two that are both new, the second repeats the first.
    """
    base = cover(change.before)
    near = Neighbours(_besides(change, new))
    unread = _scanned(change, base, new, near) if base.blobs else 0
    files = _Files(change)
    found: list[Near] = []
    asked = [*new, *runs]
    for each, numbers in zip(asked, _retrieved(change, asked), strict=True):
        elsewhere = islice(files.known(each, numbers), COMPARED)
        others = [*elsewhere, *near.near(each, COMPARED)]
        is_run = len(found) >= len(new)
        found.append(Near(each, () if is_run else ranked(each, others), _parts(each, others)))
        if files.changes(each.path) and not is_run:
            near.add(each)
    if not base.blobs:
        cover(change.after)
    return Search(found, unread)


def _besides(change: Change, new: Sequence[Site]) -> Iterator[Site]:
    """The functions that the change touches and that are not new."""
    places = {each.location for each in new}
    return (each for each in touched(change) if each.location not in places)


def _scanned(change: Change, base: Lacking, new: Sequence[Site], near: Neighbours) -> int:
    """Add what is likely in files that were not read; how many files were not searched at all."""
    unread = {each.blob for each in base.blobs}
    places = {path: blob for path, blob in base.places.items() if blob in unread}
    for patch in change.patches:
        if places.pop(patch.old_path or patch.path, None) and patch.path in change.after:
            _add_all(near, every_site(change.after, patch.path), new)
    found = scan(change.before, places, new)
    _add_all(near, found.sites, ())
    return found.unread


def _add_all(near: Neighbours, sites: Sequence[Site], new: Sequence[Site]) -> None:
    left_out = {each.location for each in new}
    for each in sites:
        if each.location not in left_out:
            near.add(each)


def _retrieved(change: Change, new: Sequence[Site]) -> Sequence[Sequence[int]]:
    """For each function the fragments of the corpus that share the most with it."""
    asked = [every_hash(each) for each in new]
    having = change.after.corpus.having({hash for every in asked for hash in every})
    return [sharing(every, having, 2)[: 8 * COMPARED] for every in asked]


class _Files:
    """Where fragments of the corpus stand in the tree after the change."""

    def __init__(self, change: Change) -> None:
        self._before, self._after = change.before, change.after
        self._corpus = change.after.corpus
        self._new_paths: Mapping[str, str] = {
            each.old_path or each.path: each.path for each in change.patches
        }

    def changes(self, path: str) -> bool:
        return path in self._new_paths.values()

    def known(self, new: Site, fragments: Sequence[int]) -> Iterator[Site]:
        """Those that are there, for a function of a file that is not changed only earlier ones."""
        for fragment in fragments:
            found = next(filter(None, map(self._site, self._corpus.spans(fragment))), None)
            if found and (self.changes(new.path) or found.location < new.location):
                yield found

    def _site(self, span: Span) -> Site | None:
        if span.path in self._new_paths:
            return self._kept(span)
        if self._after.blob(span.path) != span.blob:
            return None
        return site(self._after, span.path, span.start, span.inside, span.end)

    def _kept(self, span: Span) -> Site | None:
        """A function that stands as it was in a file that the change touches elsewhere."""
        path = self._new_paths[span.path]
        if self._before.blob(span.path) != span.blob or path not in self._after:
            return None
        old, new = self._before.get(span.path, ""), self._after.get(path, "")
        by = new.find(old[span.start : span.end]) - span.start
        if by < -span.start:
            return None
        return site(self._after, path, span.start + by, span.inside + by, span.end + by)


def _parts(new: Site, others: Iterable[Site]) -> Sequence[Site]:
    """Those that may share a run of tokens: each run of so many has so many grams."""
    return [
        old
        for old in others
        if len(new.fragment.grams & old.fragment.grams) >= _GRAMS
        and not (new.holds(old) or old.holds(new))
    ]


def ranked(new: Site, candidates: Iterable[Site]) -> Sequence[Find]:
    """The finds; after a copy no other is looked for."""
    found: list[Find] = []
    for old in candidates:
        if not (new.holds(old) or old.holds(new)):
            find = Find(new, old, likeness(new.fragment, old.fragment))
            found.append(find)
            if find.likeness.score >= _COPY:
                break
    worth = [each for each in found if each.likeness.score >= _WORTH]
    return sorted(worth, key=lambda each: -each.likeness.score)
