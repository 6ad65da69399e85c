"""What a change does to the files that it touches: takes away, adds, or says otherwise."""

from __future__ import annotations

import ast
import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sutaza_hooks.change import Change, Patch, Tree
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


def _code(tree: Tree, path: str) -> Sequence[str] | str | None:
    """What of a file a machine runs, or None where that cannot be told."""
    facts, text = tree.facts(path), tree.get(path)
    if facts is None or text is None:
        return None
    if path.endswith(".py"):
        return _without_docstrings(text)
    rows = text.split("\n")
    for comment in reversed(facts.comments):
        end = rows[comment.end_line - 1][comment.end_column :]
        rows[comment.line - 1 : comment.end_line] = [
            rows[comment.line - 1][: comment.column - 1] + end
        ]
    return [row.rstrip() for row in rows if row.strip()]


def _without_docstrings(text: str) -> str | None:
    """Python as its parser sees it, where comments are gone already."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd escapes in the module
            module = ast.parse(text)
        for body in _bodies(module):
            if body and _is_text(body[0]):
                del body[0]
        return ast.dump(module)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _bodies(module: ast.Module) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(module):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.body


def _is_text(statement: ast.stmt) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)
