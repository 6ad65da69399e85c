"""What a change does to the files that it touches: takes away, adds, or says otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sutaza_hooks.change import Change, Patch, Tree
from sutaza_hooks.facts import Comment, Facts
from sutaza_hooks.paths import PathKind, path_kind

_WORD = re.compile(r"\w+")


def adds(patches: Iterable[Patch]) -> bool:
    """Whether there is anything after the change that was not there before."""
    return any(
        patch.kind in ("added", "renamed")
        or (patch.kind == "modified" and patch.content)
        or any(line.text.strip() for line in patch.added)
        for patch in patches
    )


def removes(change: Change, patches: Iterable[Patch]) -> bool:
    """Whether a file, a definition, a line or a word goes without another in its place."""
    return any(
        patch.kind == "deleted"
        or any(_takes_away(*place) for place in _places(patch))
        or _undefines(change, patch)
        for patch in patches
    )


def _places(patch: Patch) -> Iterable[tuple[list[str], list[str]]]:
    """The removed and the added lines of each place; a place has a number of lines kept above."""
    places: dict[int, tuple[list[str], list[str]]] = {}
    for side, lines in enumerate((patch.removed, patch.added)):
        for count, line in enumerate(lines):
            places.setdefault(line.number - count, ([], []))[side].append(line.text)
    return places.values()


def _takes_away(removed: Sequence[str], added: Sequence[str]) -> bool:
    """Whether lines go, or words go and none come in their place."""
    was, now = (Counter(_WORD.findall("\n".join(lines))) for lines in (removed, added))
    fewer = sum(map(bool, map(str.strip, removed))) > sum(map(bool, map(str.strip, added)))
    return fewer or bool(was - now and not now - was)


def _undefines(change: Change, patch: Patch) -> bool:
    before = change.before.facts(patch.old_path or patch.path)
    after = change.after.facts(patch.path)
    if before is None or after is None:
        return False
    return bool({each.name for each in before.definitions} - {e.name for e in after.definitions})


def kind_of(change: Change, patch: Patch) -> PathKind:
    """The kind of the path; code of which only comments and docstrings change is documentation."""
    kind = path_kind(patch.path)
    if kind != "code" or patch.kind != "modified" or patch.content:
        return kind
    before, after = (_code(tree, patch.path) for tree in (change.before, change.after))
    return "documentation" if before is not None and before == after else kind


def _code(tree: Tree, path: str) -> Sequence[str] | None:
    """What of a file a machine runs, or None where that cannot be told."""
    facts, text = tree.facts(path), tree.get(path)
    if facts is None or text is None or not facts.complete:
        return None
    rows = text.split("\n")
    for first, column, last, end in sorted(each[:4] for each in _remarks(facts))[::-1]:
        behind = rows[last - 1][end:]
        rows[first - 1 : last] = [rows[first - 1][: column - 1] + behind]
    return [row.rstrip() for row in rows if row.strip()]


def _remarks(facts: Facts) -> Iterator[Comment]:
    yield from facts.comments
    yield from facts.docstrings
