"""What a format of manifests is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sutaza_hooks.manifests.declaring.declared import Ecosystem, Statement


@dataclass(frozen=True)
class Format:
    """A format of files that declare what a project needs and where its own code lies.

    `declares` is given the path, too, since some formats say in it what they are for; it reads what
    can be read, tells the rest as faults, and raises nothing.
    """

    names: tuple[str, ...]
    """Patterns of base names; one with a slash is of the end of the path."""
    declares: Callable[[str, str], Iterable[Statement]]
    ecosystem: Ecosystem = "python"
    unless: tuple[str, ...] = ()
    """Patterns of base names that are none, though `names` has them."""
    telling: re.Pattern[str] | None = None
    """What a text must hold to be one, where the name alone does not tell enough."""
    includes: str = ""
    """The name of a manifest that is read as the files are that this one includes."""
