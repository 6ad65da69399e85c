"""The types of entries, and the other words by which they go."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

TYPES = (
    "Added",
    "Changed",
    "Deprecated",
    "Removed",
    "Fixed",
    "Security",
    "Performance",
    "Refactored",
    "Docs",
    "Tests",
    "Build",
    "Reverted",
)
"""The types where a project names none: Keep a Changelog's, and what they leave without a name."""

_FAMILIES = tuple(
    frozenset(words.split())
    for words in (
        "added add adds new feat feature features",
        "changed change changes update updated improve improved improvement enhancement",
        "deprecated deprecate deprecates deprecation",
        "removed remove removes removal delete deleted drop dropped",
        "fixed fix fixes bugfix hotfix bug",
        "security sec vulnerability",
        "performance perf optimized optimised optimization",
        "refactored refactor refactoring style",
        "docs doc documentation documented",
        "tests test testing",
        "build ci deps dependencies chore infrastructure tooling",
        "reverted revert reverts",
    )
)


def type_named(word: str, types: Sequence[str] = TYPES) -> str | None:
    """The type that a word names: by its own name, or by one of the same meaning (`feat`)."""
    meant = word.casefold()
    named = {each.casefold(): each for each in types}
    if meant in named:
        return named[meant]
    family = next((family for family in _FAMILIES if meant in family), frozenset())
    return next((each for name, each in named.items() if name in family), None)


def nearest_type(word: str, types: Sequence[str] = TYPES) -> str | None:
    """The type that was probably meant, or None."""
    named = {each.casefold(): each for each in types}
    close = get_close_matches(word.casefold(), named, 1)
    return type_named(word, types) or (named[close[0]] if close else None)
