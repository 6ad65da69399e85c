"""Patterns of paths, as .gitignore writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from sutaza_hooks.errors import SutazaError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SPECIAL = re.compile(r"\[[^\]]*\]|\\.|[*?\[\]!/\s]+")


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # 12 ms, needed only where a path may match

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise SutazaError(f"`{', '.join(patterns)}`: not a path pattern: {error}") from error


def is_pattern(text: str) -> bool:
    """Whether the text is a pattern that .gitignore could hold."""
    try:
        _spec((text,))
    except SutazaError:
        return False
    return True


@lru_cache(maxsize=256)
def _literals(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """For each pattern the longest text that every path that it matches must hold."""
    return tuple(max(_SPECIAL.split(each), key=len) for each in patterns)


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether a path, relative to the repository's root, matches the last pattern that speaks."""
    given = tuple(patterns)
    if not any(literal in path for literal in _literals(given)):
        return False
    return _spec(given).match_file(path)
