"""What sort of commit is being made: ordinary, a merge, a fixup, or a revert."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sutaza_hooks.change import Commit, Patch
from sutaza_hooks.git import diff
from sutaza_hooks.git.command import GitCommand
from sutaza_hooks.git.objects import Objects
from sutaza_hooks.text import Line

_FIXUP = re.compile(r"(fixup|squash|amend)! ")
_REVERTS = re.compile(r"^This reverts commit ([0-9a-f]{7,64})", re.MULTILINE)


class Sort(NamedTuple):
    """The sort of a commit and, unless it is ordinary, how that is known."""

    commit: Commit = "ordinary"
    reason: str = ""


def sort_of(
    command: GitCommand, objects: Objects, message: str, parents: int, patches: Sequence[Patch]
) -> Sort:
    """The sort of commit that the patches make with this message."""
    fixup = _FIXUP.match(message)
    if fixup:
        return Sort("fixup", f"`{fixup[1]}!` commit, judged when it is squashed")
    if parents > 1 and not patches:
        return Sort("merge", "merge without changes of its own")
    for name in ("REVERT_HEAD", *_REVERTS.findall(message)):
        reverted = objects.header(f"{name}^{{commit}}")
        if reverted is not None and _undoes(command, objects, reverted.id, patches):
            return Sort("revert", f"revert of {reverted.id[:12]}")
    return Sort()


def _undoes(command: GitCommand, objects: Objects, commit: str, patches: Sequence[Patch]) -> bool:
    """Whether the patches take back exactly what a commit did: words alone prove no revert."""
    tree, parent = objects.header(f"{commit}^{{tree}}"), objects.header(f"{commit}^1^{{tree}}")
    if tree is None or parent is None:
        return False
    return _content(diff.patches(command, objects, tree.id, parent.id)) == _content(patches)


def _content(patches: Sequence[Patch]) -> set[tuple[object, ...]]:
    """Patches without line numbers, as git-patch-id(1) compares them."""
    return {
        (
            patch.path,
            patch.kind,
            patch.content,
            tuple(line.text for line in patch.added),
            tuple(line.text for line in patch.removed),
        )
        for patch in patches
    }


def own(sides: Sequence[Sequence[Patch]]) -> tuple[Patch, ...]:
    """What a merge itself changed, given its patches against each parent.

    As in the combined format of git-diff-tree(1), a file equal to one parent's is not changed by
    the merge, and a line is added only if no parent has it.
    """
    first, *others = ({patch.path: patch for patch in side} for side in sides)
    patches = []
    for path, patch in first.items():
        rest = [side[path] for side in others if path in side]
        if len(rest) < len(others):
            continue
        added = [{line.number for line in each.added} for each in rest]
        kept = tuple(line for line in patch.added if all(line.number in side for side in added))
        gone = [{line.text for line in each.removed} for each in rest]
        removed = tuple(line for line in patch.removed if all(line.text in side for side in gone))
        if kept or removed or not (patch.added or patch.removed):
            removed = _taken([patch, *rest]) if kept else removed
            patches.append(replace(patch, added=kept, removed=removed))
    return tuple(patches)


def _taken(sides: Sequence[Patch]) -> tuple[Line, ...]:
    """What any parent had and the merge took from its place: what it adds may be that, moved.

    A line that several parents lose is one line.
    """
    most = Counter[str]()
    taken = []
    for side in sides:
        seen = Counter[str]()
        for line in side.removed:
            seen[line.text] += 1
            if seen[line.text] > most[line.text]:
                most[line.text] += 1
                taken.append(line)
    return tuple(taken)
