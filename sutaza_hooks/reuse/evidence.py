"""What a search has found, in one line that a commit message carries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sutaza_hooks.change import Change, Tree
from sutaza_hooks.diagnostic import printable
from sutaza_hooks.reuse.added import added
from sutaza_hooks.reuse.search import Find, Near, search
from sutaza_hooks.reuse.site import named

TRAILER = "Reuse-Search"
_LEAST = 20
"""Tokens of a definition for which there is something to search; as in `duplicate-code`."""
_ID = 12
_LINE = re.compile(
    rf"^{TRAILER}: (?P<definitions>\d+) definitions? against (?P<against>\d+); "
    r"(?:nearest (?P<score>\d\.\d\d) (?P<place>.+)|nothing is near); "
    rf"tree (?P<tree>[0-9a-f]{{{_ID}}})[ \t\r]*$",
    re.MULTILINE,
)


class Evidence(NamedTuple):
    """That the definitions of one tree were searched for, and what was nearest to any of them."""

    definitions: int
    against: int
    """How many functions there were before."""
    score: float
    place: str
    tree: str

    @property
    def trailer(self) -> str:
        """The line of a commit message, as git-interpret-trailers(1) reads it."""
        what = "1 definition" if self.definitions == 1 else f"{self.definitions} definitions"
        nearest = f"nearest {self.score:.2f} {self.place}" if self.place else "nothing is near"
        return f"{TRAILER}: {what} against {self.against}; {nearest}; tree {self.tree}"

    def tells_of(self, tree: str) -> bool:
        return tree.startswith(self.tree)

    def agrees(self, other: Evidence) -> bool:
        """Whether both tell the same find, be it of another tree, as after a rebase."""
        same = self.definitions == other.definitions and self.place == other.place
        return same and f"{self.score:.2f}" == f"{other.score:.2f}"


def documented(message: str) -> Evidence | None:
    """What a message tells, by its last such line."""
    every = list(_LINE.finditer(message))
    if not every:
        return None
    found = every[-1]
    score, place = float(found["score"] or 0), found["place"] or ""
    return Evidence(int(found["definitions"]), int(found["against"]), score, place, found["tree"])


def definitions(change: Change) -> int:
    """How many functions a change adds that are long enough to be looked for."""
    return sum(each.fragment.size >= _LEAST for each in added(change))


def gathered(change: Change) -> tuple[Evidence, Sequence[Near]]:
    """Search the repository for what a change adds."""
    new = [each for each in added(change) if each.fragment.size >= _LEAST]
    near = search(change, new).near if new else ()
    finds = [each.finds[0] for each in near if each.finds]
    best = max(finds, key=lambda each: each.likeness.score, default=None)
    tree = change.after
    return (
        Evidence(
            len(new),
            _functions(change.before),
            best.likeness.score if best else 0.0,
            _place(change, best) if best else "",
            tree.id[:_ID],
        ),
        near,
    )


def _functions(tree: Tree) -> int:
    sizes = tree.corpus.sizes()
    return sum(sizes.get(blob, 0) for blob in (tree.blobs() or {}).values())


def _place(change: Change, find: Find) -> str:
    old = named(change.after, find.old)
    return f"{printable(old.path)}:{old.line} {printable(old.own_name)}".strip()
