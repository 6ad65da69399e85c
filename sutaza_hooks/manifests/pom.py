"""Maven's `pom.xml`."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Manifest
from sutaza_hooks.manifests.reading import xml


def _version(text: str) -> str | None:
    """The project's own version, else the one it inherits; one made of properties is not read."""
    root = xml(text)
    version = root.findtext("{*}version") or root.findtext("{*}parent/{*}version") or ""
    return None if "${" in version else version.strip() or None


MANIFEST = Manifest(names=("pom.xml",), version=_version)
