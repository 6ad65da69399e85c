"""How like two texts are, by their lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from sutaza_hooks.pattern import Pattern

LONGEST = 2_000_000
"""Characters. A longer text is only ever an exact copy."""

_WORD = re.compile(r"\w")
_IMPORT = Pattern(
    r"(?:import|from|using|use|package|require|include|#include|#import|@import|export \* from)\b"
    r"|(?:const|let|var) [^=]*= *require\("
)
_COMMENT = ("#", "//", "/*", "*", "--", "<!--", ";")


class Resemblance(NamedTuple):
    """How many lines two texts share, and how many each has."""

    shared: int
    new: int
    old: int

    @property
    def contained(self) -> float:
        """The share of the shorter text that the longer one has."""
        return self.shared / max(min(self.new, self.old), 1)

    @property
    def alike(self) -> float:
        """The share of all lines that both have."""
        return self.shared / max(self.new + self.old - self.shared, 1)


def resemblance(new: str, old: str, mark: str = "") -> Resemblance:
    """Compare two texts; what was only named anew with the mark counts as the same."""
    some, others = meaningful(new, mark), meaningful(old, mark)
    return Resemblance((some & others).total(), some.total(), others.total())


def meaningful(text: str, mark: str = "") -> Counter[str]:
    """The lines that say something, without imports and what the licence says at the head."""
    return Counter(_meaningful(text, mark))


def is_short(text: str, least: int) -> bool:
    """Whether a text has fewer such lines, without counting more than that."""
    return sum(1 for _ in islice(_meaningful(text, ""), least)) < least


def _meaningful(text: str, mark: str) -> Iterator[str]:
    if mark:
        text = re.sub(rf"[ _-]?{re.escape(mark)}(?![a-z])", "", text, flags=re.IGNORECASE)
    rows = [" ".join(row.split()) for row in text.split("\n")]
    first = next((at for at, row in enumerate(rows) if row and not row.startswith(_COMMENT)), 0)
    return (row for row in rows[first:] if _WORD.search(row) and not _IMPORT.match(row))
