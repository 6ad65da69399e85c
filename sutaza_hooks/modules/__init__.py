"""Which modules a Python distribution ships, known without a network or an installation."""

from __future__ import annotations

from sutaza_hooks.modules import tables
from sutaza_hooks.modules.names import (
    ACCIDENTS,
    guesses,
    identity,
    normalised,
    prefixes,
    squeezed,
    within,
    without_version,
)
from sutaza_hooks.modules.namespaces import is_namespace, members
from sutaza_hooks.modules.stdlib import STDLIB, lifetimes

__all__ = [
    "AS_OF",
    "STDLIB",
    "distribution_of_conda",
    "distributions_of",
    "is_stub",
    "known_distribution",
    "known_module",
    "lifetimes",
    "modules_of",
    "ships",
]

AS_OF = "2025-11"
"""The month of the survey of distributions; what is newer is mostly unknown here."""

_FEW = 5


def modules_of(distribution: str) -> tuple[str, ...]:
    """The modules that a distribution ships, as dotted prefixes, never none.

    Where the data is silent this is what the name says, in each likely spelling. To ask whether an
    import is covered by a declaration, `ships` knows more.
    """
    name = normalised(distribution)
    known = tables.shipped().get(name)
    if known:
        return known
    stubbed = _stubbed(name)
    if stubbed:
        return (*modules_of(stubbed), identity(name))
    pairs = tables.pairs()
    told = tuple(each for each in guesses(name) if f"{name} {each}" in pairs)
    return (members(name) or (identity(name),)) + told


def ships(distribution: str, module: str) -> bool:
    """Whether importing the module is covered by the distribution: it, a part of it, or its parent.

    True once in 60,000 times when it is not.
    """
    name = normalised(distribution)
    known = modules_of(name)
    if any(within(module, each) or within(each, module) for each in known):
        return True
    own, pairs = {squeezed(name), squeezed(_stubbed(name) or name)}, tables.pairs()
    return any(
        f"{name} {each}" in pairs or _spelled_as(own, each)
        for each in prefixes(module)
        if each == module or not is_namespace(each)
    )


def is_stub(distribution: str) -> bool:
    """Whether the distribution holds types alone, so that importing at run time needs another."""
    return _stubbed(normalised(distribution)) != ""


def known_distribution(name: str) -> bool:
    """Whether a distribution of this name exists; wrongly True once in 2,000 times."""
    return normalised(name) in tables.distributions()


def known_module(module: str) -> bool:
    """Whether any distribution, or Python itself, is known to ship the top level of the module.

    Wrongly True once in 1,000 times.
    """
    top = module.partition(".")[0]
    return top in STDLIB or top.lower() in tables.modules() or known_distribution(top)


def distributions_of(module: str) -> tuple[str, ...]:
    """The few best-known distributions that ship the module, best first."""
    for each in prefixes(module):
        if each in ACCIDENTS or (each != module and is_namespace(each)):
            return ()
        found = tables.shippers().get(each)[:_FEW] or _namesake(without_version(each))
        if found:
            return found
    return ()


def distribution_of_conda(package: str) -> str:
    """The distribution that a conda package is made of."""
    return next(iter(tables.conda().get(package.strip().lower())), normalised(package))


def _spelled_as(own: set[str], module: str) -> bool:
    return not own.isdisjoint((squeezed(module), squeezed(without_version(module))))


def _namesake(module: str) -> tuple[str, ...]:
    name = normalised(module)
    return (name,) if name in tables.distributions() else ()


def _stubbed(name: str) -> str:
    """The distribution that a distribution of stubs is for, or nothing for any other."""
    for start, end in (("types-", ""), ("", "-stubs"), ("stubs-", "")):
        if name.startswith(start) and name.endswith(end) and len(name) > len(start + end):
            return name.removeprefix(start).removesuffix(end)
    return ""
