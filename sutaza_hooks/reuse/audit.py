"""What a whole tree has twice: every function is held against every other at once.

Nothing is parsed again: who shares hashes with whom is read from the corpus, and only the texts of
those that share most of them are looked at.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from sutaza_hooks.change import Change, Tree
from sutaza_hooks.fingerprints.sketch import ANCHORS
from sutaza_hooks.index.corpus import Corpus
from sutaza_hooks.reuse.coverage import cover
from sutaza_hooks.reuse.neighbours import sharing
from sutaza_hooks.reuse.search import COMPARED, Near, ranked
from sutaza_hooks.reuse.site import Site, sites_of

_SHARE = 0.6
"""Two that are alike share so much of what is kept of each."""
_MOST = 50
"""What more fragments have is an idiom."""


_known: WeakKeyDictionary[Corpus, tuple[str, Sequence[Near]]] = WeakKeyDictionary()
"""What was found last, by the id of the tree: an audit asks for one piece after another."""


def audited(change: Change) -> Sequence[Near]:
    """Each function of the judged files that stands behind one that is like it, with that one."""
    judged = {patch.path for patch in change.judged}
    return [each for each in _whole(change.after) if each.new.path in judged]


def _whole(tree: Tree) -> Sequence[Near]:
    known = _known.get(tree.corpus)
    if known is None or known[0] != tree.id:
        cover(tree, math.inf)
        near = sorted(_near(tree), key=lambda each: each.new.location)
        known = _known[tree.corpus] = tree.id, near
    return known[1]


def _near(tree: Tree) -> Iterator[Near]:
    places = _Places(tree)
    for fragment, others in _pairs(tree):
        for new in places.of(fragment):
            if finds := ranked(new, places.before(new, others)):
                yield Near(new, finds, ())


def _pairs(tree: Tree) -> Iterator[tuple[int, Sequence[int]]]:
    """Each fragment that others may be like, with these; with itself where it has two places."""
    postings = tree.corpus.postings()
    twice = tree.corpus.standing_twice()
    asked: dict[int, list[int]] = {}
    for hash, fragments in postings.holders.items():
        if 1 < len(fragments) <= _MOST:
            for each in fragments:
                asked.setdefault(each, []).append(hash)
    for fragment in sorted({*asked, *twice}):
        least = max(2.0, _SHARE * (postings.counts[fragment] - ANCHORS))
        found = sharing(asked.get(fragment, ()), postings.holders, least)
        if len(found) > 1 or fragment in twice:
            yield fragment, found or (fragment,)


class _Places:
    """Where fragments stand in a tree; each is looked up once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._known: dict[int, Sequence[Site]] = {}

    def of(self, fragment: int) -> Sequence[Site]:
        if fragment not in self._known:
            self._known[fragment] = list(sites_of(self._tree, fragment))
        return self._known[fragment]

    def before(self, new: Site, fragments: Sequence[int]) -> Sequence[Site]:
        """Those of the fragments that stand before a site, at most as many as are compared."""
        found: list[Site] = []
        for fragment in fragments[: 8 * COMPARED]:
            there = (each for each in self.of(fragment) if each.location < new.location)
            found.extend(each for each in there if not each.holds(new))
            if len(found) >= COMPARED:
                break
        return found
