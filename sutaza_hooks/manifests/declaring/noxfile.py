"""`noxfile.py`, of whose sessions only the literal names that they install are read."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Fault, Statement
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed, as_git_counts
from sutaza_hooks.manifests.declaring.requirement import required_by_pip
from sutaza_hooks.manifests.manifest import Unreadable
from sutaza_hooks.manifests.python_module import parsed

_TAKES_A_FILE = ("-r", "--requirement", "-e", "--editable")


def _declares(_: str, text: str) -> Iterator[Statement]:
    try:
        module = parsed(as_git_counts(text))
    except Unreadable as error:
        yield Fault(error.line, error.reason)
        return
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _installs(node.func):
            yield from _installed(node)


def _installs(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and called.attr.endswith("install")


def _installed(call: ast.Call) -> Iterator[Statement]:
    option = ""
    for each in call.args:
        value = each.value if isinstance(each, ast.Constant) else None
        if not isinstance(value, str) or value in _TAKES_A_FILE:
            option = value if isinstance(value, str) else ""
        elif value.strip() and (option or not value.startswith(("-", "."))):
            said = Placed(f"{option} {value}".strip(), each.lineno)
            found = required_by_pip(said, "development", "environment")
            yield from (each for each in found if getattr(each, "what", "") != "member")
            option = ""


FORMAT = Format(names=("noxfile.py",), declares=_declares, includes="requirements.txt")
