"""The values of Python expressions, as far as they are written out; nothing is run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from sutaza_hooks.manifests.declaring.placed import Placed

_HOLES = re.compile(r"%[sdr]|\{[^{}]*\}")
_COPIES = frozenset(("list", "tuple", "set", "sorted", "dict", "frozenset"))
MOST = 20_000  # items of a list, letters of a text: a module could double them without end


class Unknown(NamedTuple):
    """An expression whose value is not written out."""

    node: ast.AST


class Template(Placed):
    """A text with a hole in it, which is shown as `{…}`."""


class Values:
    """What the names stand for, and with it every expression."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}

    def value(self, node: ast.AST) -> object:
        """Texts, lists and tables; what is not written out in them is Unknown in its place."""
        if isinstance(node, ast.Constant):
            return Placed(node.value, node.lineno) if isinstance(node.value, str) else node.value
        if isinstance(node, ast.Name):
            return self.values.get(node.id, Unknown(node))
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            return [part for each in node.elts for part in self._parts(each)]
        if isinstance(node, ast.Dict):
            return self._table(node)
        if isinstance(node, ast.BinOp):
            return self._joined(node)
        if isinstance(node, ast.JoinedStr):
            return Template("".join(map(self._piece, node.values))[:MOST], node.lineno)
        return self._made(node)

    def _made(self, node: ast.AST) -> object:
        if isinstance(node, ast.Subscript):
            table, key = self.value(node.value), self.value(node.slice)
            known = isinstance(table, dict) and isinstance(key, Placed) and key in table
            return table[key] if known else Unknown(node)  # type: ignore[index]
        if isinstance(node, ast.IfExp):
            return both(self.value(node.body), self.value(node.orelse))
        if isinstance(node, ast.Call):
            return self._called(node)
        return Unknown(node)

    def _called(self, call: ast.Call) -> object:
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name == "dict" and not call.args:
            return {
                Placed(k.arg, k.value.lineno): self.value(k.value) for k in call.keywords if k.arg
            }
        if name in _COPIES and len(call.args) == 1:
            held = self.value(call.args[0])
            return held.copy() if isinstance(held, (list, dict)) else held
        if isinstance(call.func, ast.Attribute) and call.func.attr == "format":
            text = self.value(call.func.value)
            if isinstance(text, Placed):
                return Template(_HOLES.sub("{…}", text), text.line)
        return Unknown(call)

    def _parts(self, node: ast.expr) -> list[object]:
        if not isinstance(node, ast.Starred):
            return [self.value(node)]
        held = self.value(node.value)
        return held if isinstance(held, list) else [held]

    def _table(self, node: ast.Dict) -> dict[object, object]:
        table: dict[object, object] = {}
        for key, value in zip(node.keys, node.values, strict=True):
            held = self.value(value)
            if key is not None and isinstance(named := self.value(key), Placed):
                table[named] = held
            elif key is None and isinstance(held, dict):
                table.update(held)
        return table

    def _joined(self, node: ast.BinOp) -> object:
        left, right = self.value(node.left), self.value(node.right)
        if isinstance(node.op, ast.Mod) and isinstance(left, Placed):
            return Template(_HOLES.sub("{…}", left), left.line)
        if isinstance(node.op, ast.Add) and isinstance(left, Placed):
            if isinstance(right, Placed):
                return left.saying((left + right)[:MOST])
            return Template(f"{left}{{…}}", left.line)
        joins = isinstance(node.op, (ast.Add, ast.BitOr)) and (_holds(left) or _holds(right))
        return both(left, right) if joins else Unknown(node)

    def _piece(self, node: ast.expr) -> str:
        held = self.value(node.value if isinstance(node, ast.FormattedValue) else node)
        return held if isinstance(held, Placed) else "{…}"


def _holds(value: object) -> bool:
    return isinstance(value, (list, dict))


def both(old: object, new: object) -> object:
    """Lists and tables as one; of other things a list of both."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **new}
    parts = [each if isinstance(each, list) else [each] for each in (old, new)]
    return [*parts[0], *parts[1]][:MOST]


def leaves(value: object) -> Iterator[object]:
    """What is in lists and tables at whatever depth; each of them once, since they may share."""
    waiting = [value]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if not isinstance(each, (list, dict)):
            yield each
        elif id(each) not in seen:
            seen.add(id(each))
            inner = each.values() if isinstance(each, dict) else each
            waiting.extend(reversed([*inner]))
