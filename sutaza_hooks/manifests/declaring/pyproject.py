"""`pyproject.toml`, by the standards and as the common tools have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sutaza_hooks.manifests.declaring.constraint import said_of_version
from sutaza_hooks.manifests.declaring.declared import Declared, Fault, Scope, Statement, Told
from sutaza_hooks.manifests.declaring.first_party import first_party
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.pixi import pixi
from sutaza_hooks.manifests.declaring.placed import Placed, at, folder, found, text_of, texts
from sutaza_hooks.manifests.declaring.placed.toml_text import read
from sutaza_hooks.manifests.declaring.poetry import poetry
from sutaza_hooks.manifests.declaring.requirement import required, required_by_pip
from sutaza_hooks.manifests.declaring.scope import scope_of

_LISTS: tuple[tuple[tuple[str, ...], Scope, str], ...] = (
    (("project", "dependencies"), "runtime", ""),
    (("build-system", "requires"), "build", "build-system"),
    (("tool", "flit", "metadata", "requires"), "runtime", ""),
    (("tool", "flit", "metadata", "dev-requires"), "development", "dev"),
    (("tool", "uv", "dev-dependencies"), "development", "dev"),
    (("tool", "rye", "dev-dependencies"), "development", "dev"),
)
_GROUPS: tuple[tuple[tuple[str, ...], Scope], ...] = (  # the first `*` is the name of the group
    (("project", "optional-dependencies", "*"), "optional"),
    (("dependency-groups", "*"), "optional"),
    (("tool", "flit", "metadata", "requires-extra", "*"), "optional"),
    (("tool", "pdm", "dev-dependencies", "*"), "development"),
    (("tool", "hatch", "envs", "*", "dependencies"), "development"),
    (("tool", "hatch", "envs", "*", "extra-dependencies"), "development"),
    (("tool", "hatch", "build", "hooks", "*", "dependencies"), "build"),
    (("tool", "hatch", "build", "targets", "*", "hooks", "*", "dependencies"), "build"),
)
_MEMBERS = (
    ("tool", "uv", "workspace", "members"),
    ("tool", "rye", "workspace", "members"),
    ("tool", "hatch", "workspace", "members"),
)
_FILES = (
    ("tool", "setuptools", "dynamic", "dependencies", "file"),
    ("tool", "setuptools", "dynamic", "optional-dependencies", "*", "file"),
    ("tool", "hatch", "metadata", "hooks", "requirements_txt", "files"),
    ("tool", "hatch", "metadata", "hooks", "requirements_txt", "optional-dependencies", "*"),
)
_READ_ELSEWHERE = ("setuptools", "poetry")  # in `setup.py`; in tables of their own


def _declares(_: str, text: str) -> Iterator[Statement]:
    data, faults = read(text)
    yield from faults
    for path in (("project", "name"), ("tool", "poetry", "name")):
        if name := text_of(at(data, *path)):
            yield Told("name", name)
    sources = {_plain(name): value for (name,), value in found(data, "tool", "uv", "sources", "*")}
    for each in (*listed(data), *poetry(data), *pixi(at(data, "tool", "pixi"))):
        yield _from_its_source(each, sources)
    yield from _elsewhere(data)
    yield from first_party(data)


def listed(data: object) -> Iterator[Statement]:
    """What the tables list as requirements, each in the group that its place tells."""
    for path, scope, group in _LISTS:
        yield from _all(at(data, *path), scope, group)
    for path, otherwise in _GROUPS:
        for keys, value in found(data, *path):
            scope = otherwise if otherwise == "build" else scope_of(keys[0], otherwise)
            yield from _all(value, scope, keys[0])


def _all(value: object, scope: Scope, group: str) -> Iterator[Statement]:
    """Tables among the texts, such as `include-group`, name what the file declares elsewhere."""
    for text in texts(value):
        if text.lstrip().startswith("-"):
            yield from required_by_pip(text, scope, group)
        else:
            yield from required(text, scope, group)


def _from_its_source(each: Statement, sources: Mapping[str, object]) -> Statement:
    """With the place that uv takes it from, if nothing else is said of its version."""
    if not isinstance(each, Declared) or each.requirement:
        return each
    source = sources.get(_plain(each.name))
    return each._replace(requirement=said_of_version(source) if source is not None else "")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _elsewhere(data: object) -> Iterator[Statement]:
    included = [text for path in _FILES for _, value in found(data, *path) for text in texts(value)]
    yield from (Told("include", folder(text)) for text in included)
    for path in _MEMBERS:
        yield from (Told("member", folder(text)) for text in texts(at(data, *path)))
    backend = text_of(at(data, "build-system", "build-backend")) or Placed("setuptools", 1)
    if not included and not backend.startswith(_READ_ELSEWHERE):
        for text in texts(at(data, "project", "dynamic")):
            if text in ("dependencies", "optional-dependencies"):
                yield Fault(text.line, f"`{text}` are dynamic: they are made by `{backend}`")


FORMAT = Format(names=("pyproject.toml",), declares=_declares, includes="requirements.txt")
