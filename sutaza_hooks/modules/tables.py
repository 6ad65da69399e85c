"""The data files of this package, each read when it is first asked for."""

from __future__ import annotations

import functools
from pathlib import Path

from sutaza_hooks.modules import shelf, sieve
from sutaza_hooks.modules.shelf import Shelf
from sutaza_hooks.modules.sieve import Sieve

DATA = Path(__file__).parent / "data"


@functools.cache
def shipped() -> Shelf:
    """What the best-known distributions ship, where it is not what their names say."""
    return shelf.read((DATA / "shipped.bin").read_bytes())


@functools.cache
def shippers() -> Shelf:
    """The best-known distributions that ship a module, best first."""
    return shelf.read((DATA / "shippers.bin").read_bytes())


@functools.cache
def conda() -> Shelf:
    """The distribution that a conda package is, where it has another name."""
    return shelf.read((DATA / "conda.bin").read_bytes())


@functools.cache
def pairs() -> Sieve:
    """What every other distribution ships, as `distribution module`."""
    return sieve.read((DATA / "pairs.bin").read_bytes())


@functools.cache
def distributions() -> Sieve:
    """The names of all distributions."""
    return sieve.read((DATA / "distributions.bin").read_bytes())


@functools.cache
def modules() -> Sieve:
    """The top-level modules, in lower case, that no distribution has the name of."""
    return sieve.read((DATA / "modules.bin").read_bytes())
