"""Copies of one Python function, by the clone types of the literature (Roy, Cordy, Koschke 2009).

Each mutation is seeded: the same function and seed give the same copy.
"""

from __future__ import annotations

import ast
import builtins
import copy
import random
import re
from collections.abc import Callable, Mapping, Sequence

Mutation = Callable[[str, random.Random], str]

_WORDS = (
    "item entry part piece chunk value record thing unit cell node field mark note spot".split()
)
_CALLS = "inspect gather settle prepare adjust measure collect resolve announce".split()


def layout(source: str, chance: random.Random) -> str:
    """T1: comments, and another width of indentation."""
    rows: list[str] = []
    for row in source.split("\n"):
        bare = row.lstrip(" ")
        deeper = " " * ((len(row) - len(bare)) // 2)
        if rows and rows[-1].endswith(":") and bare:
            rows.append(f"{deeper}# the {chance.choice(_WORDS)}")
        rows.append(deeper + bare)
    return "\n".join(rows)


def reprinted(source: str, _: random.Random) -> str:
    """T1b: as another formatter writes it, without comments."""
    return ast.unparse(ast.parse(source))


def renamed(source: str, chance: random.Random) -> str:
    """T2a: another name of the function and of everything local."""
    return ast.unparse(_Renamer(chance).visit(_bare(source)))


def relabelled(source: str, chance: random.Random) -> str:
    """T2b: other literals, too."""
    tree = _Renamer(chance).visit(_bare(source))
    return ast.unparse(_Relabeller(chance, 0.7).visit(tree))


def readdressed(source: str, chance: random.Random) -> str:
    """T2c: other attributes and methods, too."""
    tree = _Renamer(chance).visit(_bare(source))
    tree = _Relabeller(chance, 0.7).visit(tree)
    return ast.unparse(_Readdresser(chance).visit(tree))


def edited(source: str, chance: random.Random) -> str:
    """T3a: one statement more, less or other."""
    return _edited(source, chance, 1)


def edited_more(source: str, chance: random.Random) -> str:
    """T3b: two or three."""
    return _edited(source, chance, chance.choice((2, 3)))


def edited_and_renamed(source: str, chance: random.Random) -> str:
    """T3c: one to three, and other names."""
    return renamed(_edited(source, chance, chance.choice((1, 2, 3))), chance)


def edited_strongly(source: str, chance: random.Random) -> str:
    """T3s: two statements in five, at least three, and other names and literals."""
    count = max(3, round(0.4 * sum(len(body) for body in _bodies(ast.parse(source)))))
    return relabelled(_edited(source, chance, count), chance)


def rewritten(source: str, chance: random.Random) -> str:
    """T4a: the same in another syntax: conditions turned round, loops for comprehensions."""
    tree = _bare(source)
    for each in (_Inverted(chance), _Looped(chance), _Formatted(chance), _Held(chance)):
        tree = ast.fix_missing_locations(each.visit(tree))
    return ast.unparse(tree)


def rewritten_and_renamed(source: str, chance: random.Random) -> str:
    """T4b: and with other names."""
    return renamed(rewritten(source, chance), chance)


MUTATIONS: Mapping[str, Mutation] = {
    "T1": layout,
    "T1b": reprinted,
    "T2a": renamed,
    "T2b": relabelled,
    "T2c": readdressed,
    "T3a": edited,
    "T3b": edited_more,
    "T3c": edited_and_renamed,
    "T3s": edited_strongly,
    "T4a": rewritten,
    "T4b": rewritten_and_renamed,
}


def _bare(source: str) -> ast.Module:
    """The tree without docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return tree


class _Renamer(ast.NodeTransformer):
    """Gives what is bound within the function other names."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names: dict[str, str] = {}

    def visit_Module(self, node: ast.Module) -> ast.AST:
        names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
        bound = {each.id for each in names if isinstance(each.ctx, ast.Store)}
        arguments = {each.arg for each in ast.walk(node) if isinstance(each, ast.arg)}
        for name in sorted((bound | arguments) - {"self", "cls"} - set(dir(builtins))):
            self._names[name] = f"{self._chance.choice(_WORDS)}_{len(self._names)}"
        function = next(each for each in node.body if isinstance(each, _FUNCTIONS))
        function.name = f"{self._chance.choice(_CALLS)}_{self._chance.choice(_WORDS)}"
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = self._names.get(node.id, node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.arg = self._names.get(node.arg, node.arg)
        return self.generic_visit(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.AST:
        node.name = node.name and self._names.get(node.name, node.name)
        return self.generic_visit(node)


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class _Relabeller(ast.NodeTransformer):
    def __init__(self, chance: random.Random, share: float) -> None:
        self._chance = chance
        self._share = share

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if self._chance.random() > self._share:
            return node
        if isinstance(node.value, str) and node.value:
            return ast.Constant(f"{self._chance.choice(_WORDS)} {len(node.value)}")
        if type(node.value) is int:
            return ast.Constant(node.value + self._chance.randrange(2, 90))
        return node


class _Readdresser(ast.NodeTransformer):
    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names: dict[str, str] = {}

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        other = f"{self._chance.choice(_CALLS)}_{len(self._names)}"
        node.attr = self._names.setdefault(node.attr, other)
        return self.generic_visit(node)


def _bodies(tree: ast.AST) -> Sequence[list[ast.stmt]]:
    """Every list of statements within the function."""
    found: list[list[ast.stmt]] = []
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            held = getattr(node, name, None)
            if isinstance(held, list) and held and not isinstance(node, ast.Module):
                found.append(held)
    return found


def _edited(source: str, chance: random.Random, count: int) -> str:
    tree = _bare(source)
    for _ in range(count):
        _edit(tree, chance)
    return ast.unparse(ast.fix_missing_locations(tree))


def _edit(tree: ast.Module, chance: random.Random) -> None:
    body = chance.choice(_bodies(tree))
    at = chance.randrange(len(body))
    name, word = chance.choice(_CALLS), chance.choice(_WORDS)
    kind = chance.choice(("insert", "delete", "change"))
    compound = hasattr(body[at], "body")
    if kind == "insert" or (kind == "delete" and (len(body) == 1 or compound)):
        body.insert(at, ast.parse(f"{name}_{word}({word!r}, {chance.randrange(99)})").body[0])
    elif kind == "delete":
        del body[at]
    elif kind == "change" and _wrapped(body, at, f"{name}_{word}"):
        return
    else:
        body.insert(at, ast.parse(f"{word} = {name}_{word}()").body[0])


def _wrapped(body: list[ast.stmt], at: int, name: str) -> bool:
    """Pass the value of a statement through another call, if it has one."""
    statement = copy.deepcopy(body[at])
    if not isinstance(statement, (ast.Assign, ast.Expr, ast.Return)) or statement.value is None:
        return False
    statement.value = ast.Call(ast.Name(name, ast.Load()), [statement.value], [])
    body[at] = statement
    return True


class _Inverted(ast.NodeTransformer):
    """Conditions are turned round, with what they decide."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def visit_If(self, node: ast.If) -> ast.AST:
        self.generic_visit(node)
        if not node.orelse or (len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If)):
            return node
        inverted = ast.UnaryOp(ast.Not(), node.test)
        if isinstance(node.test, ast.UnaryOp) and isinstance(node.test.op, ast.Not):
            return ast.If(node.test.operand, node.orelse, node.body)
        return ast.If(inverted, node.orelse, node.body)


class _Looped(ast.NodeTransformer):
    """A list that is built at once is built step by step."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def visit_Assign(self, node: ast.Assign) -> ast.AST | list[ast.stmt]:
        made = node.value
        simple = isinstance(node.targets[0], ast.Name) and len(node.targets) == 1
        if not (simple and isinstance(made, ast.ListComp) and len(made.generators) == 1):
            return node
        name, loop = ast.unparse(node.targets[0]), made.generators[0]
        append: list[ast.stmt] = ast.parse(f"{name}.append({ast.unparse(made.elt)})").body
        for test in reversed(loop.ifs):
            append = [ast.If(test, append, [])]
        return [
            ast.Assign(node.targets, ast.List([], ast.Load())),
            ast.For(loop.target, loop.iter, append, []),
        ]


class _Formatted(ast.NodeTransformer):
    """Strings are put together by `format`."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        parts, values = [], []
        for each in node.values:
            if isinstance(each, ast.FormattedValue):
                if each.format_spec or each.conversion != -1:
                    return node
                parts.append("{}")
                values.append(each.value)
            elif isinstance(each, ast.Constant):
                parts.append(re.sub(r"([{}])", r"\1\1", str(each.value)))
        return ast.Call(ast.Attribute(ast.Constant("".join(parts)), "format"), values, [])


class _Held(ast.NodeTransformer):
    """What is returned is given a name first."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def visit_Return(self, node: ast.Return) -> ast.AST | list[ast.stmt]:
        if node.value is None or isinstance(node.value, (ast.Name, ast.Constant)):
            return node
        name = ast.Name("result", ast.Store())
        return [ast.Assign([name], node.value), ast.Return(ast.Name("result", ast.Load()))]
