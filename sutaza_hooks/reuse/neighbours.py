"""Fragments of one change, found by their hashes: each is not compared with every other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sutaza_hooks.fingerprints.sketch import hashes
from sutaza_hooks.reuse.site import Site

_COMMON = 200
"""What so many have tells nothing."""


class Neighbours:
    """The fragments of the files of a change, which the corpus knows only as they were."""

    def __init__(self, sites: Iterable[Site] = ()) -> None:
        self._sites: list[Site] = []
        self._having: dict[int, list[int]] = {}
        for each in sites:
            self.add(each)

    def add(self, site: Site) -> None:
        """Make one more be found."""
        for hash in every_hash(site):
            having = self._having.setdefault(hash, [])
            if len(having) < _COMMON:
                having.append(len(self._sites))
        self._sites.append(site)

    def near(self, site: Site, most: int) -> Sequence[Site]:
        """Those that share the most with one, this one left out."""
        if not self._sites:
            return ()
        found = sharing(every_hash(site), self._having, 2)
        near = (self._sites[at] for at in found)
        return [each for each in near if each != site][:most]


def every_hash(site: Site) -> Sequence[int]:
    """Of the codes as a whole, of the grams and of the anchors."""
    whole, grams, anchors = hashes(site.language, site.fragment)
    return whole, *grams, *anchors


def sharing(
    asked: Sequence[int], having: Mapping[int, Sequence[int]], least: float
) -> Sequence[int]:
    """Who has the most of the hashes, weighed by how few have each.

    `least` is how many of them they have.
    """
    weights: Counter[int] = Counter()
    shared: Counter[int] = Counter()
    for hash in asked:
        found = having.get(hash, ())
        shared.update(found)
        for each in found:
            weights[each] += round(100 / (1 + math.log2(len(found))))
    return [each for each, _ in weights.most_common() if shared[each] >= least]
