"""A long list of files comes in several calls, and only one speaks of the change as a whole."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from sutaza_hooks.change import Change
from sutaza_hooks.index import Index

_LONG = 8 * 1024
"""Characters of file names in one call: runners split no list that is shorter than this."""


def speaks_for_change(
    index: Index,
    change: Change,
    rules: Sequence[str],
    files: Sequence[str],
    environment: Mapping[str, str],
) -> bool:
    """Whether this call is the one that says what is to be said of the change as a whole.

    The calls of one run have one parent process and share no file. The first long one leaves its
    first file as a mark; a later call of the same hook speaks only if it finds none, or its own.
    """
    if "PRE_COMMIT" not in environment or not files:
        return True
    trees = f"{change.mode} {change.before.id} {change.after.id}"
    key = f"batch {os.getppid()} {trees} {' '.join(rules)}"
    first = min(files)
    marked = index.verdict(key)
    if marked is None and len(" ".join(files)) >= _LONG:
        index.remember(key, first)
    return marked is None or marked in files
