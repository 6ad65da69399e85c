"""New functions whose names tell the job of one that the repository has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from sutaza_hooks.change import Change, Patch, Tree
from sutaza_hooks.fingerprints.fragment import LEAST, fragment
from sutaza_hooks.fingerprints.likeness import likeness
from sutaza_hooks.paths import first_test_line, path_class, says_generated
from sutaza_hooks.reuse.coverage import is_searched
from sutaza_hooks.reuse.head import Head, heads, promise
from sutaza_hooks.reuse.judgement import Judge
from sutaza_hooks.reuse.search import Find, Near
from sutaza_hooks.reuse.site import Site

_FAMILY = 3
"""A name that more functions have is what a kind of them is called."""
_APART = 2
"""So many parameters one may have more than the other."""
_COMMON = 0.5
"""Of the parameters, or of the words of what is said, so many of the smaller set are in both."""
_FEW = 3
"""Words that say too little to be compared."""
_LIKE = 0.15
"""Of two bodies; most that have nothing to do with each other are less alike."""


_TOLD = 20
"""Tokens, from which on a copy is told."""


class Namesake(NamedTuple):
    """A new function, and those that the repository has for the same job."""

    new: Head
    old: Sequence[Head]


class Namesakes:
    """Looks for them in one change; the corpus has to have read the tree before it."""

    def __init__(self, change: Change, paths: Mapping[str, tuple[str, ...]]) -> None:
        self._change = change
        self._tree = change.after
        self._paths = paths
        self._judge = Judge(change, paths, _TOLD)
        self._old_paths = {each.path: each.old_path or each.path for each in change.patches}

    def found(self) -> Iterator[Namesake]:
        """At most one for each new function, none for one that is moved or renamed."""
        new = [each for patch in self._change.patches for each in self._new(patch)]
        count = Counter(each.key for each in new)
        for each in new:
            if count[each.key] > 1:
                continue
            near = [other for other in self._here if other.key == each.key and other != each]
            old = [*near, *self._elsewhere(each)]
            if 0 < len(old) <= _FAMILY and each.key not in self._gone:
                same = [other for other in old if self._is_same(each, other, len(old) == 1)]
                if same and not self._is_told(each, old):
                    yield Namesake(each, same)

    def _new(self, patch: Patch) -> Iterator[Head]:
        if patch.kind != "deleted" and patch.added:
            for each in self._heads(self._tree, patch.path):
                if patch.adds(each.line) and self._counts(each):
                    yield each

    def _heads(self, tree: Tree, path: str) -> Sequence[Head]:
        return heads(tree, path) if is_searched(tree, path) else ()

    @cached_property
    def _here(self) -> Sequence[Head]:
        """The functions of the files that the change leaves."""
        return [each for path in self._old_paths for each in self._heads(self._tree, path)]

    @cached_property
    def _gone(self) -> frozenset[int]:
        """The jobs of the functions that the change takes away; most changes never ask."""
        before = self._change.before
        paths = {old: new for new, old in self._old_paths.items()}
        were = [each for path in paths for each in self._heads(before, path)]
        left = {_place(each) for each in self._here}
        return frozenset(
            each.key for each in were if _place(each._replace(path=paths[each.path])) not in left
        )

    def _elsewhere(self, new: Head) -> Iterator[Head]:
        """The functions of files that the change leaves alone."""
        seen = set()
        for each in self._tree.corpus.named(new.key):
            place = each.path, each.start
            if each.path in self._old_paths or place in seen:
                continue
            seen.add(place)
            if self._tree.blob(each.path) == each.blob:
                yield from (old for old in heads(self._tree, each.path) if old.start == each.start)

    def _counts(self, head: Head) -> bool:
        """Whether it is production code that somebody here has written."""
        text = self._tree.get(head.path, "")
        if path_class(head.path, self._paths) not in ("production", "detector"):
            return False
        return head.line < first_test_line(head.path, text) and not says_generated(text)

    def _is_same(self, new: Head, old: Head, alone: bool) -> bool:
        """Whether both do one job; where no other has the name, as many parameters are enough."""
        if not self._counts(old) or _are_kin(new, old) or self._calls(new, old):
            return False
        one, two = promise(self._tree, new), promise(self._tree, old)
        if abs(one.takes - two.takes) > _APART:
            return False
        if alone and one.takes == two.takes:
            return True
        if _share(one.parameters, two.parameters) >= _COMMON:
            return True
        few = min(len(one.words), len(two.words)) < _FEW
        if not few and _share(one.words, two.words) >= _COMMON:
            return True
        return self._likeness(new, old) >= _LIKE

    def _calls(self, new: Head, old: Head) -> bool:
        """Whether one of both speaks of the other, and so does not repeat it."""
        pairs = ((new, old), (old, new))
        return any(re.search(rf"\b{re.escape(b.name)}\b", self._body(a)) for a, b in pairs)

    def _body(self, head: Head) -> str:
        return self._tree.get(head.path, "")[head.inside : head.end]

    def _site(self, head: Head) -> Site:
        text = self._tree.get(head.path, "")
        found = fragment(head.language, text, head.start, head.inside, head.end)
        name = f"{head.owner}.{head.name}".lstrip(".")
        return Site(head.path, name, head.line, head.end_line, head.language, found)

    def _likeness(self, new: Head, old: Head) -> float:
        one, two = self._site(new).fragment, self._site(old).fragment
        return likeness(one, two).score if min(one.size, two.size) >= LEAST else 0

    def _is_told(self, new: Head, old: Iterable[Head]) -> bool:
        """Whether the two are so like each other that they are told to be copies."""
        site = self._site(new)
        others = [each for each in map(self._site, old) if each.fragment.size >= LEAST]
        finds = [Find(site, each, likeness(site.fragment, each.fragment)) for each in others]
        judged = (self._judge.judgements([Near(site, [each], ())]) for each in finds)
        return site.fragment.size >= LEAST and any(next(each, None) for each in judged)


def _are_kin(new: Head, old: Head) -> bool:
    """Whether both have one name, as methods of several classes and what they wrap do."""
    same = _bare(new.name) == _bare(old.name)
    return same and (new.path == old.path or bool(new.owner or old.owner))


def _bare(name: str) -> str:
    return name.replace("_", "").lower()


def _place(head: Head) -> tuple[str, str, str]:
    return head.path, head.owner, head.name


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / min(len(some), len(others)) if some and others else 0
