"""setuptools' `setup.py`, read as it is written and never run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Fault, Scope, Statement, Told
from sutaza_hooks.manifests.declaring.first_party import laid_out
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed, as_git_counts, folder
from sutaza_hooks.manifests.declaring.placed.python_text import Names
from sutaza_hooks.manifests.declaring.placed.python_trace import traced
from sutaza_hooks.manifests.declaring.placed.python_value import Template, Unknown, leaves
from sutaza_hooks.manifests.declaring.requirement import named, required
from sutaza_hooks.manifests.declaring.scope import scope_of
from sutaza_hooks.manifests.manifest import Unreadable
from sutaza_hooks.manifests.python_module import parsed

_LISTS: tuple[tuple[str, Scope, str], ...] = (
    ("install_requires", "runtime", ""),
    ("setup_requires", "build", "build"),
    ("tests_require", "development", "tests"),
)
_MOST_TRACED = 100  # each looks through the whole module


def _declares(_: str, text: str) -> Iterator[Statement]:
    try:
        module = parsed(as_git_counts(text))
        yield from _Setup(module).statements()
    except Unreadable as error:
        yield Fault(error.line, error.reason)
    except RecursionError:
        yield Fault(1, "nests too deeply to be read")


class _Setup:
    """The arguments of the call of `setup`, with the names that are known where it stands."""

    def __init__(self, module: ast.Module) -> None:
        calls = [each for each in ast.walk(module) if _is_setup(each)]
        around = [each for each in module.body if isinstance(each, ast.FunctionDef)]
        inside = [
            inner
            for each in around
            if any(_is_setup(n) for n in ast.walk(each))
            for inner in each.body
        ]
        self.names = Names([*module.body, *inside])
        self.given: dict[str, object] = {}
        self.traced = 0
        for call in calls:
            self._take(call)

    def _take(self, call: ast.AST) -> None:
        for keyword in call.keywords if isinstance(call, ast.Call) else ():
            value = self.names.value(keyword.value)
            if keyword.arg is not None:
                self.given[keyword.arg] = value
            elif isinstance(value, dict):
                self.given.update(value)

    def statements(self) -> Iterator[Statement]:
        if isinstance(name := self.given.get("name"), Placed):
            yield Told("name", name)
        for keyword, scope, group in _LISTS:
            yield from self._required(self.given.get(keyword), keyword, scope, group)
        yield from self._extras(self.given.get("extras_require"))
        yield from self._first_party()

    def _extras(self, value: object) -> Iterator[Statement]:
        if not isinstance(value, dict):
            yield from self._required(value, "extras_require", "optional", "")
            return
        for key, held in value.items():
            extra = key.partition(":")[0]  # what follows is a marker
            scope = scope_of(extra, "optional") if extra else "runtime"
            yield from self._required(held, "extras_require", scope, extra)

    def _required(self, value: object, of: str, scope: Scope, group: str) -> Iterator[Statement]:
        for each in leaves(value):
            if isinstance(each, Unknown):
                yield from self._unknown(each.node, of, scope, group)
            elif isinstance(each, Placed):
                yield from _written(each, scope, group)

    def _unknown(self, node: ast.AST, of: str, scope: Scope, group: str) -> Iterator[Statement]:
        """The files that it is read from, else the texts that it is chosen from."""
        self.traced += 1
        files, chosen = traced(node, self.names) if self.traced < _MOST_TRACED else ([], [])
        yield from (Told("include", folder(file)) for file in files)
        written = [each for each in leaves(chosen) if isinstance(each, Placed)]
        for each in () if files else written:
            yield from _written(each, scope, group)
        if not files and not written:
            yield Fault(getattr(node, "lineno", 1), f"`{of}` is not read statically")

    def _first_party(self) -> Iterator[Statement]:
        for keyword in ("packages", "py_modules"):
            value = self.given.get(keyword)
            for each in value if isinstance(value, list) else ():
                if isinstance(each, Placed):
                    yield Told("module", each.partition(".")[0])
                elif isinstance(each, Unknown):
                    yield from _searched(each.node)
            if isinstance(value, Unknown):
                yield from _searched(value.node)
        layout = self.given.get("package_dir")
        for package, path in layout.items() if isinstance(layout, dict) else ():
            if isinstance(path, Placed):
                yield from laid_out(package, path)


def _is_setup(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name == "setup"


def _searched(node: ast.AST) -> Iterator[Statement]:
    """Where `find_packages` is told to look."""
    if isinstance(node, ast.Call):
        where = [each.value for each in node.keywords if each.arg == "where"] or node.args[:1]
        for each in where:
            if isinstance(each, ast.Constant) and isinstance(each.value, str):
                yield Told("root", folder(Placed(each.value, each.lineno)))


def _written(text: Placed, scope: Scope, group: str) -> Iterator[Statement]:
    """A requirement, or several one a line; of one with a hole in it, as much as can be read."""
    for line in text.split("\n"):
        told = text.saying(line.partition(" #")[0].strip())
        if isinstance(text, Template):
            declared = named(told, scope, group)
            yield declared or Fault(text.line, f"is not read statically: `{told}`")
        elif told and not told.startswith("#"):
            yield from required(told, scope, group)


FORMAT = Format(
    names=("setup.py",),
    declares=_declares,
    telling=re.compile(r"\bsetup[ \t]*\("),
    includes="requirements.txt",
)
