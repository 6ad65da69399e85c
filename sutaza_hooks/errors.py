"""What can go wrong with making a check, as opposed to what a check says."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class SutazaError(Exception):
    """The check could not be made, and the user can mend that.

    The text is one line that says what is wrong and, after a semicolon or in brackets, what to do.
    """


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant: the only one that begins so, or one much like it."""
    names = list(known)
    beginning = [name for name in names if name.startswith(word)]
    close = beginning if len(beginning) == 1 else get_close_matches(word, names, 1)
    return close[0] if close else None


def one_of(word: str, known: Iterable[str]) -> str:
    """The known words as a message has them, first the one that was probably meant."""
    named = {name.casefold(): f"`{name}`" for name in known}
    meant = nearest(word.casefold(), named)
    first = [] if meant is None else [named.pop(meant)]
    rest = ", ".join(named.values())
    return ", or ".join([*first, f"one of {rest}" if len(named) > 1 else rest] if rest else first)
