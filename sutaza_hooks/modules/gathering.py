"""Judges what the sources say: which rows are worth keeping, and which are told by a name alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sutaza_hooks.modules.names import (
    ACCIDENTS,
    identity,
    is_importable,
    normalised,
    prefixes,
    squeezed,
    within,
)
from sutaza_hooks.modules.namespaces import family, is_namespace, members
from sutaza_hooks.modules.sources import Shipped, Survey

Rows = dict[str, tuple[str, ...]]

_CROWD = 3
"""A package that so many of the best-known distributions are named for is a namespace."""


@dataclass(frozen=True)
class Gathering:
    """All that is known: every distribution, and the best-known among them, best first."""

    survey: Survey
    curated: Shipped
    corrections: Shipped
    best: Mapping[str, None]

    def names(self) -> set[str]:
        return {*self.survey.shipped, *self.curated, *self.corrections, *self.best}

    def rows(self) -> Rows:
        """What the best-known and their kin ship, where their names do not say it."""
        crowded = self._crowded()
        told = {name: self._told(name, crowded) for name in (*self.best, *self.corrections)}
        renamed = {name: row for name, row in told.items() if row and row != unwritten(name)}
        known = {module for row in renamed.values() for module in row}
        return renamed | {name: self._told(name, crowded) for name in self._kin(known - crowded)}

    def _kin(self, known: set[str]) -> Iterator[str]:
        """Forks and followers: others that ship a module whose name does not tell who does."""
        known = {each for each in known - ACCIDENTS if not is_namespace(each)}
        for name, shipped in self.survey.shipped.items():
            modules = cleaned(shipped)
            told = {squeezed(module) for module in modules}
            if modules & known and name not in self.best and squeezed(name) not in told:
                yield name

    def pairs(self, rows: Rows) -> set[str]:
        """What the others ship, where neither a row nor a name says it."""
        others = (name for name in self.survey.shipped if name not in rows)
        return {f"{name} {module}" for name in others for module in self._unsaid(name)}

    def tops(self) -> set[str]:
        """Top-level modules, in lower case, that no distribution is named for."""
        found = {each for modules in self.survey.shipped.values() for each in cleaned(modules)}
        found.update(each for modules in self.curated.values() for each in modules)
        lowered = {each.partition(".")[0].lower() for each in found}
        return lowered - {identity(name) for name in self.names()}

    def is_stub(self, name: str) -> bool:
        """Whether what the distribution ships says that it holds types alone."""
        found = self.survey.shipped.get(name)
        return bool(found) and all(each.endswith("-stubs") for each in found or ())

    def _told(self, name: str, crowded: frozenset[str]) -> tuple[str, ...]:
        if name in self.corrections:
            return _ordered(self.corrections[name])
        curated = self.curated.get(name, frozenset())
        said = cleaned(self.survey.shipped.get(name, ()))
        said = {each for each in said if not any(within(more, each) for more in curated)}
        spelled = self.survey.spelled.get(name, name)
        narrow = {more for each in said for more in narrowed(name, spelled, each, crowded)}
        if narrow and narrow <= ACCIDENTS:
            narrow.update(unwritten(name))  # the data is of an odd release, and the name tells more
        return _ordered(outermost(narrow | curated, crowded))

    def _unsaid(self, name: str) -> Iterator[str]:
        found = family(name)
        for module in outermost(cleaned(self.survey.shipped[name]), frozenset()):
            if squeezed(module) != squeezed(name) and not (found and within(found[0], module)):
                yield module

    def _crowded(self) -> frozenset[str]:
        """Packages to which several of the best-known add, as their own names say: `zope.event`."""
        spelled = (self.survey.spelled.get(name, name).partition(".") for name in self.best)
        tops = Counter(top for top, dot, rest in spelled if dot and rest != "py")
        return frozenset(top for top, count in tops.items() if count >= _CROWD)


def unwritten(name: str) -> tuple[str, ...]:
    """What is said of a distribution that has no row."""
    return _ordered(members(name)) or (identity(name),)


def _ordered(modules: Iterable[str]) -> tuple[str, ...]:
    """Those that are imported before those that are private."""
    return tuple(sorted(modules, key=lambda module: (module.startswith("_"), module)))


def cleaned(modules: Iterable[str]) -> set[str]:
    """What can be imported, without what is mostly shipped by mistake, unless nothing else is."""
    named = (each.removesuffix("-stubs").removesuffix(".__init__") for each in modules)
    found = {each for each in named if is_importable(each)}
    return {each for each in found if each.partition(".")[0] not in ACCIDENTS} or found


def narrowed(name: str, spelled: str, module: str, crowded: frozenset[str]) -> tuple[str, ...]:
    """The part of a shared package that the distribution adds, as far as its name tells."""
    found = family(name)
    if found and within(found[0], module):
        return members(name)
    dotted = spelled.replace("-", "_")
    if module in crowded and within(dotted, module):
        return (dotted,)
    return (module,)


def outermost(modules: Iterable[str], crowded: frozenset[str]) -> set[str]:
    """Modules without those inside others; of a shared package the parts, and not the whole."""
    found = set(modules)
    shared = {each for each in found if each in crowded}
    shared = {each for each in shared if any(within(more, each) for more in found - {each})}
    rest = found - shared
    return {each for each in rest if not rest & set(list(prefixes(each))[1:])}


def shippers(best: Iterable[str], rows: Rows, stubs: Iterable[str]) -> Rows:
    """The best-known distributions of each module, best first, where its own name is not all."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(best):
        if name not in stubs:
            for module in rows.get(name, (identity(name),)):
                found[module].append(name)
    return {
        module: tuple(names[:5])
        for module, names in found.items()
        if names != [normalised(module)] and module not in ACCIDENTS
    }


def renamed(packages: Mapping[str, str]) -> Rows:
    """Conda packages that are named otherwise than the distribution that they hold."""
    differing = packages.items()
    return {conda: (name,) for conda, name in differing if name != normalised(conda)}
