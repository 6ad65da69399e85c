"""The versions that manifests declare; each file of this package is one format."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import posixpath
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.manifests.manifest import Elsewhere, Manifest, Unreadable
from sutaza_hooks.manifests.python_module import constant

__all__ = ["Version", "followed", "is_manifest", "names", "version"]


def names() -> tuple[str, ...]:
    """The file names that alone tell of a manifest, without those that are patterns."""
    known = (name for each in _manifests() if each.by_name for name in each.names)
    return tuple(name for name in known if "*" not in name)


def is_manifest(path: str) -> bool:
    """Whether the name alone tells that the file declares a project."""
    manifest = _manifest(path)
    return manifest is not None and manifest.by_name


def version(path: str, text: str) -> str | None:
    """The version that a manifest declares, or None where it declares none.

    Raises SutazaError for text that is broken and for a file that is no manifest.
    """
    manifest = _manifest(path)
    if manifest is None:
        raise SutazaError(f"{path}: not a file whose version can be read; name a manifest")
    try:
        return manifest.version(text.removeprefix("\ufeff"))
    except Unreadable as error:
        raise SutazaError(f"{path}:{error.line}: {error.reason}; mend the file") from None


class Version(NamedTuple):
    """A version and the file that holds it; without a text one that is made elsewhere, or none."""

    path: str
    text: str | None
    elsewhere: bool = False


def followed(path: str, tree: Mapping[str, str]) -> Version:
    """The version that a manifest declares, also in a file that it names.

    Raises SutazaError for a manifest that is broken and for a file that is no manifest.
    """
    text = tree.get(path, "")
    declared = version(path, text)
    manifest = _manifest(path)
    try:
        elsewhere = manifest.elsewhere(text.removeprefix("\ufeff")) if manifest else None
    except Unreadable:  # what `version` could read all the same
        elsewhere = None
    if declared or elsewhere is None:
        return Version(path, declared)
    folder = path.rpartition("/")[0]
    for each in elsewhere.paths:
        target = posixpath.normpath(posixpath.join(folder, each))
        if target in tree:
            return Version(target, _held(tree.get(target, ""), elsewhere), True)
    return Version(path, None, True)


def _held(text: str, elsewhere: Elsewhere) -> str | None:
    if not elsewhere.names:
        words = text.split()
        return words[0] if len(words) == 1 else None
    try:
        return constant(text.removeprefix("\ufeff"), elsewhere.names)
    except Unreadable:
        return None


def _manifest(path: str) -> Manifest | None:
    """The format of a file: of two that fit, the one that names it."""
    name = path.replace("\\", "/").rpartition("/")[2]
    fitting = [each for each in _manifests() if any(fnmatchcase(name, n) for n in each.names)]
    return next((each for each in fitting if name in each.names), next(iter(fitting), None))


@functools.cache
def _manifests() -> tuple[Manifest, ...]:
    files = (each for each in pkgutil.iter_modules(__path__, f"{__name__}.") if not each.ispkg)
    held = (getattr(importlib.import_module(each.name), "MANIFEST", None) for each in files)
    return tuple(each for each in held if isinstance(each, Manifest))
