"""setuptools' `setup.py`, read and never run."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from sutaza_hooks.manifests.manifest import Elsewhere, Manifest, Unreadable
from sutaza_hooks.manifests.python_module import constant, parsed


def _version(text: str) -> str | None:
    """The text that a call of `setup` is given, itself or by a name that the module sets."""
    value = _given(text)
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value.strip() or None
    return constant(text, (value.id,)) if isinstance(value, ast.Name) else None


def _elsewhere(text: str) -> Elsewhere | None:
    try:
        return Elsewhere() if _given(text) is not None else None
    except Unreadable:
        return Elsewhere()  # Python 2, perhaps: it is not ours to mend


def _given(text: str) -> ast.expr | None:
    for call in _setups(parsed(text)):
        for keyword in call.keywords:
            if keyword.arg == "version":
                return keyword.value
    return None


def _setups(module: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _name(node.func) == "setup":
            yield node


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _readable(text: str) -> str | None:
    try:
        return _version(text)
    except Unreadable:
        return None


MANIFEST = Manifest(names=("setup.py",), version=_readable, elsewhere=_elsewhere)
