"""What a tree has that is like one of its functions, for whoever asks before, or after, writing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from sutaza_hooks.change import Tree
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.fingerprints.likeness import likeness
from sutaza_hooks.reuse.neighbours import every_hash, sharing
from sutaza_hooks.reuse.search import Find
from sutaza_hooks.reuse.site import Site, every_site, named, sites_of

_COMPARED = 50
_WORTH = 0.2
"""Who asks wants to see more than who is interrupted."""


def function_at(tree: Tree, path: str, line: int) -> Site:
    """The innermost function that has a line.

    Raises SutazaError where there is none that is long enough to be like another.
    """
    if path not in tree:
        raise SutazaError(f"{path} is not staged; run `git add {path}`")
    within = [each for each in every_site(tree, path) if each.line <= line <= each.end_line]
    if not within:
        raise SutazaError(f"{path}:{line}: no function of more than one short line is there")
    return named(tree, min(within, key=lambda each: each.end_line - each.line))


def alike(tree: Tree, asked: Site, most: int) -> Sequence[Find]:
    """The functions of a tree that the corpus has read which are like this one, best first."""
    hashes = every_hash(asked)
    fragments = sharing(hashes, tree.corpus.having(hashes), 2)
    near = islice((each for one in fragments for each in sites_of(tree, one)), _COMPARED)
    finds = [
        Find(asked, each, likeness(asked.fragment, each.fragment))
        for each in near
        if not (asked.holds(each) or each.holds(asked))
    ]
    worth = [each for each in finds if each.likeness.score >= _WORTH]
    worth.sort(key=lambda each: (-each.likeness.score, each.old.path, each.old.line))
    return [each._replace(old=named(tree, each.old)) for each in worth[:most]]
