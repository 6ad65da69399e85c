"""The versions that manifests declare; each file of this package is one format."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from fnmatch import fnmatchcase

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.manifests.manifest import Manifest, Unreadable

__all__ = ["is_manifest", "names", "version"]


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


def _manifest(path: str) -> Manifest | None:
    name = path.replace("\\", "/").rpartition("/")[2]
    known = _manifests()
    return next((each for each in known if any(fnmatchcase(name, n) for n in each.names)), None)


@functools.cache
def _manifests() -> tuple[Manifest, ...]:
    files = (each for each in pkgutil.iter_modules(__path__, f"{__name__}.") if not each.ispkg)
    held = (getattr(importlib.import_module(each.name), "MANIFEST", None) for each in files)
    return tuple(each for each in held if isinstance(each, Manifest))
