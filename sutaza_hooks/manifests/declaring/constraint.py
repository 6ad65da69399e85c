"""Tables of name and version, as Poetry, Pipenv and Cargo have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sutaza_hooks.manifests.declaring.declared import Declared, Scope
from sutaza_hooks.manifests.declaring.placed import Placed, at, text_of

_PLACES = ("git", "path", "url", "file", "hg", "svn")
_REVISIONS = ("rev", "tag", "branch", "ref")


def constrained(
    table: object, scope: Callable[[object], Scope], group: str = ""
) -> Iterator[Declared]:
    """Each name of the table as a dependency, of a scope that its value may tell."""
    if not isinstance(table, dict):
        return
    for name, value in table.items():
        yield Declared(name, name.line, scope(value), group, said_of_version(value))


def said_of_version(value: object) -> str:
    """A version, or the place that the dependency is taken from; of several, all of them."""
    if isinstance(value, list):
        return " || ".join(said_of_version(each) for each in value)
    if isinstance(value, Placed):
        return value.strip()
    if at(value, "workspace") is True:
        return "@ workspace"
    version = text_of(at(value, "version"))
    return version.strip() if version else _place(value)


def _place(value: object) -> str:
    place = next((text for key in _PLACES if (text := text_of(at(value, key)))), None)
    revision = next((text for key in _REVISIONS if (text := text_of(at(value, key)))), None)
    if place is None:
        return ""
    return f"@ {place}@{revision}" if revision else f"@ {place}"
