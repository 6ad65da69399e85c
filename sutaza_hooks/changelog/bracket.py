"""Brackets around fields, of which one may be missing."""

from __future__ import annotations

import re

_CODE = re.compile(r"(`+).*?\1")
_INTERVAL = re.compile(r"\[[^\[\]()]*\)|\([^\[\]()]*\]")  # half-open, as [0, 1)


def unmatched(text: str) -> tuple[int, ...]:
    """Where brackets stand that have no partner; in code, or of an interval, none needs one."""
    for shown in (_CODE, _INTERVAL):
        text = shown.sub(lambda found: " " * len(found[0]), text)
    opened: list[int] = []
    alone = []
    for place, character in enumerate(text):
        if character == "[":
            opened.append(place)
        elif character == "]":
            if opened:
                opened.pop()
            else:
                alone.append(place)
    return tuple(sorted((*alone, *opened)))


def is_half_bracketed(text: str) -> bool:
    """Whether the brackets around a text lack one: at its ends, where no words explain it."""
    return bool(set(unmatched(text)) & {0, len(text) - 1})


def closed(text: str) -> str:
    """The text without the brackets that have no partner, nor those that enclose it all."""
    alone = unmatched(text)
    rest = "".join(char for place, char in enumerate(text) if place not in alone).strip()
    if alone and rest[:1] == "[" and rest[-1:] == "]" and not unmatched(rest[1:-1]):
        rest = rest[1:-1].strip()
    return rest
