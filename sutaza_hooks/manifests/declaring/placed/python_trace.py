"""Where the value of a Python expression comes from: files that it names, and known lists."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.placed import Placed
from sutaza_hooks.manifests.declaring.placed.python_text import Names

_FILES = (".txt", ".in", ".pip")


def traced(node: ast.AST, names: Names) -> tuple[list[Placed], list[object]]:
    """Through all names and functions that the expression uses, each looked at once."""
    files: list[Placed] = []
    chosen: list[object] = []
    seen: set[str] = set()
    waiting = [node]
    while waiting:
        now = waiting.pop()
        files.extend(_files(now))
        for each in ast.walk(now):
            if isinstance(each, (ast.Assign, ast.Return)) and each.value is not None:
                given = names.value(each.value)  # in a function, which is not run
                chosen.extend([given] if isinstance(given, (list, dict)) else [])
            if isinstance(each, ast.Name) and each.id not in seen:
                seen.add(each.id)
                waiting.extend(names.makers.get(each.id, ()))
                known = names.values.get(each.id)
                chosen.extend([known] if isinstance(known, (list, dict)) else [])
    return files, chosen


def _files(node: ast.AST) -> Iterator[Placed]:
    """Literals that look like lists of requirements, also those that are joined of parts."""
    joined: set[int] = set()
    for each in ast.walk(node):
        if id(each) in joined or not isinstance(each, (ast.Constant, ast.Call, ast.BinOp)):
            continue
        parts = _parts(each)
        path = "/".join(str(part.value) for part in parts)
        if path.endswith(_FILES) and " " not in path:
            joined.update(id(inner) for inner in ast.walk(each))
            yield Placed(path, each.lineno)


def _parts(node: ast.expr) -> list[ast.Constant]:
    """The literal parts of a path, in their order: of a text, of `join(…)`, of `a / b`."""
    if isinstance(node, ast.Constant):
        return [node] if isinstance(node.value, str) else []
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return [*_parts(node.left), *_parts(node.right)]
    joins = isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("join", "joinpath")
    return [each for arg in node.args for each in _parts(arg)] if joins else []  # type: ignore[attr-defined]
