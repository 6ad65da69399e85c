"""The top-level modules of the standard library, of Python 3.8 to 3.15."""

from __future__ import annotations

import functools

from sutaza_hooks.modules.tables import DATA

Version = tuple[int, int]


@functools.cache
def lifetimes() -> dict[str, tuple[Version, Version]]:
    """The first and the last version that has each module, among those that are looked at."""
    lines = (line.split() for line in (DATA / "stdlib.txt").read_text("utf-8").splitlines())
    return {name: (_version(first), _version(last)) for name, first, last in lines}


def _version(text: str) -> Version:
    major, _, minor = text.partition(".")
    return int(major), int(minor)


STDLIB = frozenset(lifetimes())
