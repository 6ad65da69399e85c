"""Searching a tree for what is like the functions that a change adds."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sutaza_hooks.change import Change, Tree
from sutaza_hooks.fingerprints.likeness import Likeness, likeness
from sutaza_hooks.fingerprints.sketch import sketch
from sutaza_hooks.reuse.coverage import cover, is_searched
from sutaza_hooks.reuse.neighbours import Neighbours, every_hash, sharing
from sutaza_hooks.reuse.site import Site, site, sites

_COMPARED = 6
"""So many of those that share the most are compared as a whole."""
_WORTH = 0.3
_MOST = 0.6
"""In an audit, which asks for every function, so much of a sketch has to be the same."""


class Find(NamedTuple):
    """What the repository has that is like something new."""

    new: Site
    old: Site
    likeness: Likeness


class Search(NamedTuple):
    """For each new function the finds, the most alike first; how many files were not searched."""

    finds: Mapping[Site, Sequence[Find]]
    unread: int


def search(change: Change, new: Sequence[Site]) -> Search:
    """Search the tree after the change for what is like its new functions.

    Of two that are both new, the second repeats the first; so it is with all in an audit.
    """
    base = cover(change.before) if change.has_base else cover(change.after, math.inf)
    changed = {patch.path for patch in change.patches}
    near = Neighbours(each for each in _present(change) if each not in set(new))
    found = {}
    for each, numbers in _retrieved(change, new).items():
        known = _known(change.after, numbers, changed)
        if each.path not in changed:
            known = (old for old in known if old.location < each.location)
        elsewhere = [old for _, old in zip(range(_COMPARED), known, strict=False)]
        found[each] = _ranked(each, [*elsewhere, *near.near(each, _COMPARED)])
        if each.path in changed:
            near.add(each)
    if not base.blobs:
        cover(change.after)
    return Search(found, len(base.blobs))


def _present(change: Change) -> Iterator[Site]:
    """The functions of changed files."""
    for patch in change.patches:
        if patch.kind != "deleted" and is_searched(change.after, patch.path):
            yield from sites(change.after, patch.path)


def _retrieved(change: Change, new: Sequence[Site]) -> Mapping[Site, Sequence[int]]:
    """For each function the fragments of the corpus that share the most with it.

    An audit looks for copies alone, and so asks for what a sketch of them would have.
    """
    if change.has_base:
        asked, least = {each: every_hash(each) for each in new}, 2.0
    else:
        asked, least = {each: sketch(each.language, each.fragment).kept for each in new}, _MOST
    having = change.after.corpus.having({hash for every in asked.values() for hash in every})
    return {each: sharing(every, having, least)[:50] for each, every in asked.items()}


def _known(tree: Tree, fragments: Sequence[int], changed: set[str]) -> Iterator[Site]:
    """Those that stand in the tree, in files that the change leaves alone."""
    for fragment in fragments:
        for span in tree.corpus.spans(fragment):
            if span.path in changed or tree.blob(span.path) != span.blob:
                continue
            if found := site(tree, span.path, span.start, span.inside, span.end):
                yield found
            break


def _ranked(new: Site, candidates: Sequence[Site]) -> Sequence[Find]:
    apart = [old for old in candidates if not (new.holds(old) or old.holds(new))]
    every = (Find(new, old, likeness(new.fragment, old.fragment)) for old in apart)
    worth = [each for each in every if each.likeness.score >= _WORTH]
    return sorted(worth, key=lambda each: -each.likeness.score)
