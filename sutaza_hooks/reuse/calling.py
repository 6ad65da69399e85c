"""The line by which a file makes a definition of another one its own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from sutaza_hooks.change import Tree
from sutaza_hooks.index.glossary import Shown

_ROOTS = ("src", "lib", "app")
_MODULE = re.compile(r"^module[ \t]+(\S+)", re.MULTILINE)
_PACKAGE = re.compile(r"^[ \t]*(?:package|namespace)[ \t]+([\w.\\]+)", re.MULTILINE)
_CRATE = re.compile(r"(?:^|/)src/(.*?)(?:/?(?:mod|lib|main))?\.rs$")


def import_line(tree: Tree, shown: Shown) -> str:
    """The line, or nothing where none is needed, or it cannot be known."""
    language = tree.language_by_name(shown.path)
    write = _WRITERS.get(language.name) if language else None
    return write(tree, shown, shown.name.partition(".")[0]) if write else ""


def _python(tree: Tree, shown: Shown, name: str) -> str:
    path = posixpath.splitext(shown.path)[0].removesuffix("/__init__")
    root = posixpath.dirname(shown.path)
    while root and tree.exists(f"{root}/__init__.py"):
        root = posixpath.dirname(root)
    if root == posixpath.dirname(shown.path):  # no package says where it begins
        root = next((each for each in _ROOTS if path.startswith(f"{each}/")), "")
    module = path[len(root) :].strip("/").replace("/", ".")
    return f"from {module} import {name}"


def _javascript(tree: Tree, shown: Shown, name: str) -> str:
    word = rf"\b{re.escape(name)}\b"
    exported = rf"\bexport\b[^;\n=(]*{word}|\bexport\s*{{[^}}]*{word}"
    if not re.search(exported, tree.get(shown.path, "")):
        return ""
    return f'import {{ {name} }} from "{posixpath.splitext(shown.path)[0]}"'


def _go(tree: Tree, shown: Shown, name: str) -> str:
    folder = posixpath.dirname(shown.path)
    module = _MODULE.search(tree.get("go.mod", ""))
    if not module or not name[:1].isupper():
        return ""
    return f'import "{posixpath.join(module[1], folder)}"'.replace('/"', '"')


def _rust(_: Tree, shown: Shown, name: str) -> str:
    found = _CRATE.search(shown.path)
    return f"use crate::{'::'.join((*filter(None, found[1].split('/')), name))};" if found else ""


def _packaged(form: str) -> Callable[[Tree, Shown, str], str]:
    """For languages whose files say in which package they are."""

    def write(tree: Tree, shown: Shown, name: str) -> str:
        package = _PACKAGE.search(tree.get(shown.path, ""))
        return form.format(package=package[1], name=name) if package else ""

    return write


_WRITERS: Mapping[str, Callable[[Tree, Shown, str], str]] = MappingProxyType(
    {
        "python": _python,
        "javascript": _javascript,
        "typescript": _javascript,
        "tsx": _javascript,
        "go": _go,
        "rust": _rust,
        "java": _packaged("import {package}.{name};"),
        "kotlin": _packaged("import {package}.{name}"),
        "csharp": _packaged("using {package};"),
        "php": _packaged("use {package}\\{name};"),
    }
)
