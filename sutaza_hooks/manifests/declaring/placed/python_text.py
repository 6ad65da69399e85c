"""Python modules: what their statements give to names, as far as it is written out."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from sutaza_hooks.manifests.declaring.placed import Placed
from sutaza_hooks.manifests.declaring.placed.python_value import MOST, Values, both, leaves


class Names(Values):
    """The names of a module, and the nodes that make their values."""

    def __init__(self, statements: Iterable[ast.stmt]) -> None:
        super().__init__()
        self.makers: dict[str, list[ast.AST]] = {}
        for statement in statements:
            self._learn(statement, sure=True)

    def _learn(self, statement: ast.stmt, sure: bool) -> None:
        """What is in a branch adds to what is known: declared in any branch is declared."""
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                self._assign(target, statement.value, add=not sure)
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            self._assign(statement.target, statement.value, add=not sure)
        elif isinstance(statement, ast.AugAssign):
            self._assign(statement.target, statement.value, add=True)
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            self._call(statement.value)
        elif isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.makers.setdefault(statement.name, []).extend(statement.body)
        for inner in _branches(statement):
            self._learn(inner, sure=False)
        for name, maker in _opened(statement):
            self.makers.setdefault(name, []).append(maker)

    def _assign(self, target: ast.expr, value: ast.expr, add: bool) -> None:
        if isinstance(target, ast.Name):
            self.makers.setdefault(target.id, []).append(value)
            new, old = self.value(value), self.values.get(target.id)
            self.values[target.id] = both(old, new) if add and old is not None else new
        elif isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
            table = self.values.get(target.value.id)
            key = self.value(target.slice)
            if isinstance(table, dict) and isinstance(key, Placed):
                new, old = self.value(value), table.get(key)
                table[key] = both(old, new) if add and old is not None else new

    def _call(self, call: ast.Call) -> None:
        """Methods by which a list or table grows."""
        if not isinstance(call.func, ast.Attribute) or not call.args:
            return
        held, given = self.value(call.func.value), self.value(call.args[-1])
        if isinstance(held, list) and call.func.attr in ("append", "insert"):
            held.append(given)
        elif isinstance(held, list) and call.func.attr == "extend":
            held.extend([*leaves(given)][:MOST])
        elif isinstance(held, dict) and call.func.attr == "update" and isinstance(given, dict):
            held.update(given)


def _branches(statement: ast.stmt) -> Iterator[ast.stmt]:
    if isinstance(statement, (ast.If, ast.Try, ast.With, ast.For, ast.While)):
        for part in ("body", "orelse", "finalbody"):
            yield from getattr(statement, part, ())
        for handler in getattr(statement, "handlers", ()):
            yield from handler.body


def _opened(statement: ast.stmt) -> Iterator[tuple[str, ast.AST]]:
    """What `with open(…) as name` and `for name in …` name."""
    if isinstance(statement, ast.With):
        for item in statement.items:
            if isinstance(item.optional_vars, ast.Name):
                yield item.optional_vars.id, item.context_expr
    elif isinstance(statement, ast.For) and isinstance(statement.target, ast.Name):
        yield statement.target.id, statement.iter
