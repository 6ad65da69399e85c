"""What is found about one import."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sutaza_hooks.manifests.declaring import Declared

Finding = Literal["covered", "declared", "undeclared", "unknown", "unresolved"]
"""Covered: it is the language's own, first-party, or given by the host. Undeclared: it exists, but
no manifest declares it. Unknown: no package of that name is known. Unresolved: an alias that
leads to no file."""


class Verdict(NamedTuple):
    """A finding, with its evidence."""

    finding: Finding
    package: str = ""
    """What would have to be declared, as far as that can be told."""
    declared: tuple[Declared, ...] = ()
    """The declarations that cover it."""
    near: tuple[str, ...] = ()
    """Names like it, that are declared or known."""


COVERED = Verdict("covered")
