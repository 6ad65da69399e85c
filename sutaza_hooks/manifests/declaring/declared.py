"""What a manifest declares, as data: dependencies, and where first-party code lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Scope = Literal["runtime", "optional", "development", "build"]
Ecosystem = Literal["python", "npm", "go", "cargo", "jvm"]


class Declared(NamedTuple):
    """One dependency, as a manifest declares it."""

    name: str
    """What it is called there; where code calls it otherwise (Cargo's renames), what code says."""
    line: int
    scope: Scope
    group: str = ""
    """The extra, group, section or environment that it stands in; of the main one, nothing."""
    requirement: str = ""
    """What is said of its version, as written; `@ place` when it is taken from a place."""


class Alias(NamedTuple):
    """A pattern of what code imports, where `*` is anything, and the places that it stands for."""

    pattern: str
    targets: tuple[str, ...] = ()
    """Relative to the manifest, if they are paths."""


class Fault(NamedTuple):
    """What could not be read, and where; all else was read."""

    line: int
    reason: str


class Told(NamedTuple):
    """One more thing that a manifest says of the project."""

    what: Literal["name", "include", "member", "root", "module", "type", "extra", "unread"]
    text: str


Statement = Declared | Alias | Fault | Told


@dataclass(frozen=True)
class Declarations:
    """All that one manifest declares. Paths are relative to it, and may hold globs.

    Texts in `includes` and `members` mostly know their own `line` (they are `Placed`).
    """

    ecosystem: Ecosystem
    name: str = ""
    """The project's own."""
    dependencies: tuple[Declared, ...] = ()
    includes: tuple[str, ...] = ()
    """Files whose declarations count as its own: `-r`, `extends`, import maps, a parent POM."""
    members: tuple[str, ...] = ()
    """Other projects that it is made of, by their folders: workspaces, modules, `-e ./path`."""
    roots: tuple[str, ...] = ()
    """Folders from which first-party modules are imported."""
    modules: tuple[str, ...] = ()
    """First-party modules that are named outright."""
    types: tuple[str, ...] = ()
    """Packages whose types are visible without an import."""
    extras: tuple[str, ...] = ()
    """Extras that are asked of dependencies, many of which are called as what they bring."""
    unread: tuple[str, ...] = ()
    """What may declare more and is nothing wrong: a plugin, a script, a name made elsewhere."""
    aliases: tuple[Alias, ...] = ()
    faults: tuple[Fault, ...] = ()


def gathered(ecosystem: Ecosystem, statements: Iterable[Statement]) -> Declarations:
    """The statements of a manifest, sorted by their kinds; none is said twice, or of nothing."""
    said = tuple(dict.fromkeys(statements))

    def told(what: str) -> tuple[str, ...]:
        return tuple(
            each.text for each in said if isinstance(each, Told) and each.what == what and each.text
        )

    return Declarations(
        ecosystem=ecosystem,
        name=next(iter(told("name")), ""),
        dependencies=tuple(each for each in said if isinstance(each, Declared) and each.name),
        includes=told("include"),
        members=told("member"),
        roots=told("root"),
        modules=told("module"),
        types=told("type"),
        extras=told("extra"),
        unread=told("unread"),
        aliases=tuple(each for each in said if isinstance(each, Alias)),
        faults=tuple(each for each in said if isinstance(each, Fault)),
    )
