"""conda's `environment.yml`; what it has from conda is in the group `conda`, from pip in `pip`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Declared, Fault, Scope, Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed, at, text_of, texts
from sutaza_hooks.manifests.declaring.placed.yaml_text import read
from sutaza_hooks.manifests.declaring.requirement import required_by_pip
from sutaza_hooks.manifests.declaring.scope import group_of, scope_of

_SPEC = re.compile(r"(?:[^\s:]+::)?(?P<name>[\w.-]+)\s*(?P<said>(?:[\s=<>!~\[].*)?)", re.DOTALL)


def _declares(path: str, text: str) -> Iterator[Statement]:
    data, faults = read(text)
    yield from faults
    if name := text_of(at(data, "name")):
        yield Told("name", name)
    scope = scope_of(group_of(path), "runtime")
    listed = at(data, "dependencies")
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, Placed):
            yield from _from_conda(each, scope)
        for requirement in texts(at(each, "pip")):
            yield from required_by_pip(requirement, scope, "pip")


def _from_conda(spec: Placed, scope: Scope) -> Iterator[Statement]:
    found = _SPEC.fullmatch(spec.strip())
    if found is None:
        yield Fault(spec.line, f"is not a conda package: `{' '.join(spec.split())[:60]}`")
    elif found["name"] != "python":
        yield Declared(found["name"], spec.line, scope, "conda", found["said"].strip())


FORMAT = Format(
    names=(
        *(f"environment{more}.{ending}" for more in ("", "-*", "_*") for ending in ("yml", "yaml")),
        "conda.yml",
        "conda.yaml",
    ),
    declares=_declares,
    telling=re.compile(r"^dependencies[ \t]*:", re.MULTILINE),
    includes="requirements.txt",
)
