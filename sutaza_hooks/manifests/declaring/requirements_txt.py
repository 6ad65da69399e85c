"""pip's requirements files, by hand or compiled from `.in` files."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Statement
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed
from sutaza_hooks.manifests.declaring.requirement import required_by_pip
from sutaza_hooks.manifests.declaring.scope import group_of, scope_of
from sutaza_hooks.text import lines


def _declares(path: str, text: str) -> Iterator[Statement]:
    group = group_of(path)
    scope = scope_of(group, "runtime")
    for line in _joined(text):
        yield from required_by_pip(line, scope, group)


def _joined(text: str) -> Iterator[Placed]:
    """The lines as pip sees them: those that end in `\\` go on, and a comment ends that."""
    begun: list[str] = []
    first = 1
    for number, line in lines(text):
        first = first if begun else number
        told = _without_comment(line)
        begun.append(told.removesuffix("\\"))
        if line.endswith("\\") and told == line:
            continue
        if whole := " ".join(begun).strip():
            yield Placed(whole, first)
        begun = []
    if whole := " ".join(begun).strip():
        yield Placed(whole, first)


def _without_comment(line: str) -> str:
    """Only a `#` at the start or after a space begins a comment; one in a URL does not."""
    at = line.find("#")
    while at > 0 and not line[at - 1].isspace():
        at = line.find("#", at + 1)
    return line if at < 0 else line[:at]


FORMAT = Format(
    names=(
        "*requirement*.txt",
        "*requirement*.in",
        "requirements/*.txt",
        "requirements/*.in",
        "reqs/*.txt",
    ),
    declares=_declares,
    unless=("*constraint*",),
    includes="requirements.txt",
)
