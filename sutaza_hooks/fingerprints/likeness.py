"""How alike two fragments are."""

from __future__ import annotations

from typing import NamedTuple

from sutaza_hooks.fingerprints.fragment import Fragment


class Likeness(NamedTuple):
    """What two fragments share, each share from 0 to 1."""

    same: bool
    """They differ in names and literals only."""
    structure: float
    """Of the grams of both (Jaccard)."""
    contained: float
    """Of the grams of the one that has fewer."""
    anchors: float
    """Of the anchors of both (Jaccard)."""

    @property
    def score(self) -> float:
        """One number, by which finds are ranked: 1 for a copy."""
        if self.same:
            return (1 + self.anchors) / 2
        return max(0.5 * self.structure + 0.5 * self.anchors, 0.9 * min(self.structure, 1))


def likeness(one: Fragment, other: Fragment) -> Likeness:
    """How alike two fragments are; those in languages of other kinds never are."""
    common = len(one.grams & other.grams)
    least = min(len(one.grams), len(other.grams))
    return Likeness(
        one.codes == other.codes,
        _jaccard(one.grams, other.grams),
        common / least if least else 0.0,
        _jaccard(one.anchors, other.anchors),
    )


def _jaccard(one: frozenset[int] | frozenset[str], other: frozenset[int] | frozenset[str]) -> float:
    together = len(one | other)
    return len(one & other) / together if together else 0.0
