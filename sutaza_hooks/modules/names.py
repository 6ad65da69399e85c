"""How the names of distributions and of modules are spelled, and made comparable."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RUNS = re.compile(r"[-_.]+")
_VERSION = re.compile(r"_v\d+(?:p\d+)?(?:(?:alpha|beta)\d*)?$")

ACCIDENTS = frozenset(
    """
    __init__ __main__ _binding _version assets benchmark benchmarks bin build ci conf conftest data
    demo demos dist distributions doc docs example example_pkg examples ez_setup images logs misc
    my_package mypackage notebooks package requirements resources sample samples script scripts
    setup src templates test testing tests tools tutorials unit_tests utils venv wheelhouse
    """.split()
)
"""Modules that are mostly shipped by mistake; nobody declares a distribution for their sake."""


def normalised(distribution: str) -> str:
    """The name as PEP 503 has it: `Zope.Interface` and `zope_interface` are `zope-interface`."""
    return _RUNS.sub("-", distribution.strip()).lower()


def identity(distribution: str) -> str:
    """The module that a distribution ships when nothing else is known of it."""
    return normalised(distribution).replace("-", "_")


def squeezed(name: str) -> str:
    """The name without what spellings differ in: `azure-mgmt-dns` and `azure.mgmt.dns` are one."""
    return _RUNS.sub("", name).lower()


def is_importable(module: str) -> bool:
    """Whether an import statement can name the module."""
    return all(part.isidentifier() for part in module.split("."))


def without_version(module: str) -> str:
    """`google.cloud.storage` for `google.cloud.storage_v1beta2`, as generated clients are named."""
    return _VERSION.sub("", module)


def prefixes(module: str) -> Iterator[str]:
    """The module and the packages that it is in, longest first."""
    while module:
        yield module
        module = module.rpartition(".")[0]


def within(module: str, package: str) -> bool:
    """Whether the module is the package or in it."""
    return module == package or module.startswith(f"{package}.")


def guesses(distribution: str) -> tuple[str, ...]:
    """Modules that a distribution with this name often ships beside or instead of its identity."""
    words = normalised(distribution).split("-")
    whole = "_".join(words)
    cut = (
        whole.removeprefix("python_"),
        whole.removesuffix("_python"),
        whole.removeprefix("py_").removesuffix("_py"),
        whole.removeprefix("py"),
        whole.removeprefix("django_"),
    )
    parts = ("".join(words), words[0], words[-1], "_".join(words[1:]), "_".join(words[:-1]))
    return tuple(dict.fromkeys(each for each in cut + parts if each and each != whole))
