"""setuptools' `setup.cfg`."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Manifest
from sutaza_hooks.manifests.reading import ini

_ELSEWHERE = ("attr:", "file:")


def _version(text: str) -> str | None:
    version = ini(text).get("metadata", "version", fallback="").strip()
    return None if not version or version.startswith(_ELSEWHERE) else version


MANIFEST = Manifest(names=("setup.cfg",), version=_version)
