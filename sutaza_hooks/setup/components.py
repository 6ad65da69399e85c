"""The components of a repository, guessed from its folders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

Patterns = Mapping[str, tuple[str, ...]]

_GROUPS = frozenset({"src", "packages", "apps", "services", "crates"})
"""Folders whose subfolders are the components."""
_KINDS: Mapping[str, Sequence[str]] = {
    "docs": ("docs", "doc"),
    "tests": ("tests", "test", "spec", "e2e"),
    "ci": (
        ".github",
        ".gitlab",
        ".gitlab-ci.yml",
        ".circleci",
        ".buildkite",
        ".ci",
        ".travis.yml",
        "Jenkinsfile",
        "azure-pipelines.yml",
    ),
}
_KIND = {name: kind for kind, names in _KINDS.items() for name in names}
_SPECIAL = re.compile(r"([\\*?\[])")


def components(sources: Iterable[str], paths: Iterable[str]) -> Patterns:
    """Patterns by component: the folders of the sources by name, docs, tests, ci, and the rest.

    The files at the root are a component too, so that a change to them alone has a name.
    """
    tops = {_top(path) for path in paths}
    kinds = [(_KIND[top.rstrip("/")], top) for top in sorted(tops) if top.rstrip("/") in _KIND]
    kinds.sort(key=lambda each: list(_KINDS).index(each[0]))
    found: dict[str, tuple[str, ...]] = {}
    for name, place in (*_folders(sources), *kinds):
        found[name] = (*found.get(name, ()), _pattern(place))
    if found:
        files = (_pattern(top) for _, top in kinds if not top.endswith("/"))
        rest = ("/*", "!/*/", *(f"!{file}" for file in files))
        found["project"] = (*rest, *found.get("project", ()))
    return found


def _folders(sources: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The name and the path of each folder that is a component."""
    split = [path.split("/") for path in sources]
    grouped = {parts[0] for parts in split if parts[0] in _GROUPS and len(parts) > 2}
    places = {_place(parts, parts[0] in grouped) for parts in split if _is_source(parts)}
    for place in sorted(place for place in places if place.isprintable() and place):
        yield place.rstrip("/").rpartition("/")[2], place


def _is_source(parts: Sequence[str]) -> bool:
    return len(parts) > 1 and not parts[0].startswith(".") and parts[0] not in _KIND


def _place(parts: Sequence[str], grouped: bool) -> str:
    """The component's folder; a file that lies loose beside components belongs to none."""
    if not grouped:
        return f"{parts[0]}/"
    return f"{parts[0]}/{parts[1]}/" if len(parts) > 2 else ""


def _pattern(place: str) -> str:
    return "/" + _SPECIAL.sub(r"\\\1", place)


def _top(path: str) -> str:
    top, slash, _ = path.partition("/")
    return top + slash
