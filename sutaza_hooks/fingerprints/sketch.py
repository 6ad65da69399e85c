"""What the index keeps of a fragment: a few hashes, by which it is found again.

Hashes have 32 bits and are the same in every process. Of two fragments in languages that cannot be
copied into each other none is equal.
"""

from __future__ import annotations

import functools
from typing import NamedTuple
from zlib import crc32

from sutaza_hooks.fingerprints.fragment import Fragment
from sutaza_hooks.languages.language import Language

ANCHORS = 5
"""So many of the rarest anchors are kept, once it is known how rare they are."""
_SHARE = 8
"""One in so many grams is kept: those with the least hashes, as in a bottom-k sketch (Broder 1997),
so that two fragments keep the same of what they share."""
_LEAST, _MOST = 3, 64

_KIN = {"typescript": "javascript", "tsx": "javascript", "cpp": "c"}
"""Languages whose code can be copied into each other count as one."""


class Sketch(NamedTuple):
    """The hashes of one fragment."""

    kept: tuple[int, ...]
    """Of its codes as a whole, then of some of its grams."""
    anchors: tuple[int, ...]


def sketch(language: Language, fragment: Fragment) -> Sketch:
    """What is kept of a fragment in the index."""
    whole, grams, anchors = hashes(language, fragment)
    count = min(_MOST, max(_LEAST, len(grams) // _SHARE))
    return Sketch((whole, *sorted(grams)[:count]), anchors)


def hashes(language: Language, fragment: Fragment) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """The hash of the codes as a whole, of each gram and of each anchor."""
    kin = salt(language)
    whole = crc32(fragment.codes, kin)
    grams = tuple((each ^ kin) * 0x9E3779B1 & 0xFFFFFFFF for each in fragment.grams)
    return whole, grams, tuple(_hash(each, kin) for each in fragment.anchors)


def salt(language: Language) -> int:
    """Of the hashes of a language and of those whose code can be copied into it."""
    return crc32(_KIN.get(language.name, language.name).encode())


@functools.lru_cache(maxsize=50_000)
def _hash(anchor: str, salt: int) -> int:
    return crc32(anchor.encode("utf-8", "surrogatepass"), ~salt & 0xFFFFFFFF)
