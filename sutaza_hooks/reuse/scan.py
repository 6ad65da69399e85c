"""Searching files that the corpus has not read, by the words of what is looked for.

The bytes of each file are held against one set of words, and only the files that share the most
with a new function are parsed: a million lines take two seconds, where reading them all takes ten.
What was renamed throughout is not found in this way.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sutaza_hooks.change import Tree
from sutaza_hooks.reuse.site import Site, every_site

MOST = 60_000_000
"""Bytes. More is not searched while a commit waits."""
_WORD = re.compile(rb"[A-Za-z_]\w{3,}")
_SHARE = 0.5
"""Of the words of a function, weighed by how few files have them."""
_FILES = 3  # for each function


class Scan(NamedTuple):
    """Functions that may be like the new ones, and how many files were too much to be searched."""

    sites: Sequence[Site]
    unread: int


def scan(tree: Tree, places: Mapping[str, str], new: Sequence[Site]) -> Scan:
    """Search the files at these places; path to blob."""
    words = [_words(each) for each in new]
    wanted = frozenset(word for each in words for word in each)
    holding, left, unread = {}, MOST, 0
    for at, (path, blob) in enumerate(places.items()):
        content = tree.content(blob)
        left -= len(content)
        if left < 0:
            unread = len(places) - at
            break
        if len(found := wanted.intersection(_WORD.findall(content))) > 1:
            holding[path] = found
    common = Counter(word for found in holding.values() for word in found)
    weights = {word: math.log((1 + len(places)) / count) for word, count in common.items()}
    likely = (path for each in words for path in _likely(each, holding, weights))
    return Scan([each for path in dict.fromkeys(likely) for each in every_site(tree, path)], unread)


def _words(new: Site) -> frozenset[bytes]:
    anchors = " ".join(new.fragment.anchors).encode("utf-8", "replace")
    return frozenset(_WORD.findall(anchors))


def _likely(
    words: frozenset[bytes],
    holding: Mapping[str, frozenset[bytes]],
    weights: Mapping[bytes, float],
) -> Sequence[str]:
    """The files that share the most of the words."""
    least = _SHARE * sum(weights.get(word, 0) for word in words)
    shared = {path: sum(weights[word] for word in words & held) for path, held in holding.items()}
    best = sorted(shared, key=lambda path: (-shared[path], path))[:_FILES]
    return [path for path in best if shared[path] > max(least, 0)]
