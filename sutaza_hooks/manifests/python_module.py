"""A Python module that sets `__version__`."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Collection

from sutaza_hooks.manifests.manifest import Manifest, Unreadable


def _version(text: str) -> str | None:
    return constant(text, ("__version__",))


def constant(text: str, names: Collection[str]) -> str | None:
    """The last text that the module's own statements give to one of the names."""
    version = None
    for statement in parsed(text).body:
        if isinstance(statement, ast.Assign):
            targets, value = statement.targets, statement.value
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            targets, value = [statement.target], statement.value
        else:
            continue
        if any(isinstance(each, ast.Name) and each.id in names for each in targets):
            constant = isinstance(value, ast.Constant) and isinstance(value.value, str)
            version = ast.literal_eval(value).strip() if constant else None
    return version or None


def parsed(text: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd escapes in the module
            return ast.parse(text)
    except SyntaxError as error:
        raise Unreadable(error.lineno or 1, "is not Python") from None
    except (ValueError, RecursionError, MemoryError):
        raise Unreadable(1, "is not Python, or nests too deeply to be read") from None


MANIFEST = Manifest(names=("*.py",), version=_version, by_name=False)
