"""Definitions that do what a few words ask for, best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sutaza_hooks.change import Tree
from sutaza_hooks.description.words import kin, parts, telling
from sutaza_hooks.index.glossary import Glossary, Shown
from sutaza_hooks.paths import path_class

_CANDIDATES = 300
"""So many that have the words are looked at: some stand nowhere any more."""
_KIN = 0.5
"""What a word counts that stands for the one that was asked."""
_WORTH = {"production": 1.0, "test": 0.4}
_ELSEWHERE = 0.6
_PRIVATE = 0.85
_PLACE = 0.1
"""What the words add that stand in the path, if all do."""


class Answer(NamedTuple):
    """A definition, and how well it answers: more is better, and 0 is not at all."""

    shown: Shown
    score: float


def answers(tree: Tree, text: str, most: int) -> Sequence[Answer]:
    """The definitions of a tree that the glossary has read which match a text.

    Their scores are BM25 (Robertson, Zaragoza 2009) over names, documentation and code, weighed by
    where a definition stands. A word counts once, be it by itself or by the best of its kin.
    """
    words = list(telling(text))
    scores = _scores(tree.glossary, words)
    found = [each for every in scores.most_common(_CANDIDATES) for each in _there(tree, *every)]
    weighed = [each._replace(score=each.score * _weight(each.shown, words)) for each in found]
    weighed.sort(key=lambda each: (-each.score, each.shown.path, each.shown.line))
    return weighed[:most]


def _scores(glossary: Glossary, words: Sequence[str]) -> Counter[int]:
    scores: Counter[int] = Counter()
    for word in words:
        best: dict[int, float] = dict(glossary.having([word]))
        for other in kin(word) - {word}:
            for definition, score in glossary.having([other]).items():
                best[definition] = max(best.get(definition, 0), _KIN * score)
        scores.update(best)
    return scores


def _there(tree: Tree, definition: int, score: float) -> Iterator[Answer]:
    """The definition where it stands in the tree."""
    for shown in tree.glossary.shown(definition):
        if tree.blob(shown.path) == shown.blob:
            yield Answer(shown, score)


def _weight(shown: Shown, words: Sequence[str]) -> float:
    worth = _WORTH.get(path_class(shown.path, {}), _ELSEWHERE)
    private = _PRIVATE if shown.name.rpartition(".")[2].startswith("_") else 1.0
    near = len({*parts(shown.path)}.intersection(words))
    return worth * private * (1 + _PLACE * near / len(words))
