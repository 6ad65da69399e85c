"""How Python projects say where their own modules lie."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Statement, Told
from sutaza_hooks.manifests.declaring.placed import Placed, at, folder, found, texts

_BETWEEN_PATHS = re.compile(r"[\s:,]+")
_ROOTS: tuple[tuple[str, ...], ...] = (
    ("tool", "setuptools", "packages", "find", "where"),
    ("tool", "pdm", "build", "package-dir"),
    ("tool", "uv", "build-backend", "module-root"),
    ("tool", "hatch", "build", "dev-mode-dirs"),
    ("tool", "hatch", "build", "sources"),
    ("tool", "hatch", "build", "targets", "*", "sources"),
    ("tool", "maturin", "python-source"),
    ("tool", "pytest", "ini_options", "pythonpath"),
    ("tool", "pytest", "pythonpath"),
    ("tool", "ruff", "src"),
    ("tool", "isort", "src_paths"),
    ("tool", "pyright", "extraPaths"),
    ("tool", "basedpyright", "extraPaths"),
    ("tool", "mypy", "mypy_path"),
)
_MODULES: tuple[tuple[str, ...], ...] = (
    ("project", "import-names"),
    ("project", "import-namespaces"),
    ("tool", "setuptools", "packages"),
    ("tool", "setuptools", "py-modules"),
    ("tool", "flit", "module", "name"),
    ("tool", "flit", "metadata", "module"),
    ("tool", "uv", "build-backend", "module-name"),
    ("tool", "maturin", "module-name"),
    ("tool", "isort", "known_first_party"),
    ("tool", "ruff", "isort", "known-first-party"),
    ("tool", "ruff", "lint", "isort", "known-first-party"),
)
_PACKAGES: tuple[tuple[str, ...], ...] = (
    ("tool", "hatch", "build", "packages"),
    ("tool", "hatch", "build", "targets", "*", "packages"),
    ("tool", "hatch", "build", "targets", "*", "only-include"),
    ("tool", "scikit-build", "wheel", "packages"),
    ("tool", "pdm", "build", "includes"),
)


def first_party(data: object) -> Iterator[Statement]:
    """What `pyproject.toml` says of it, in the tables of whatever tool."""
    for path in _ROOTS:
        for text in _all(data, path):
            parts = [part for part in _BETWEEN_PATHS.split(text) if part]
            yield from (Told("root", folder(text.saying(part))) for part in parts)
    for path in _MODULES:
        yield from (_module(text) for text in _all(data, path))
    for path in _PACKAGES:
        for text in _all(data, path):
            yield from _package(text)
    for (package,), value in found(data, "tool", "setuptools", "package-dir", "*"):
        for text in texts(value):
            yield from laid_out(package, text)
    yield from _poetry(data)


def laid_out(package: str, path: Placed) -> Iterator[Statement]:
    """What setuptools' `package_dir` says: of the nameless package, where all others lie."""
    if not package:
        yield Told("root", folder(path))
    else:
        yield Told("module", package.partition(".")[0])


def _all(data: object, path: tuple[str, ...]) -> Iterator[Placed]:
    for _, value in found(data, *path):
        yield from texts(value)


def _module(name: Placed) -> Told:
    return Told("module", re.split(r"[.;\s]", name.strip(), maxsplit=1)[0])


def _package(path: Placed) -> Iterator[Statement]:
    """The folder above the package, and the package."""
    parts = folder(path).split("/")
    plain = [part for part in parts if "*" not in part and not part.endswith(".py")]
    if plain and plain[-1] not in (".", ".."):
        yield Told("root", "/".join(plain[:-1]) or ".")
        yield Told("module", plain[-1])


def _poetry(data: object) -> Iterator[Statement]:
    for _, packages in found(data, "tool", "poetry", "packages"):
        for each in packages if isinstance(packages, list) else ():
            yield from (Told("root", folder(text)) for text in texts(at(each, "from")))
            for text in texts(at(each, "include")):
                name = folder(text).partition("/")[0].removesuffix(".py")
                if name.isidentifier():
                    yield Told("module", name)
