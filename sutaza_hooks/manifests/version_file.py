"""A file that holds nothing but the version."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Manifest


def _version(text: str) -> str | None:
    words = text.split()
    return words[0] if len(words) == 1 else None


MANIFEST = Manifest(names=("VERSION", "VERSION.txt", "version", "version.txt"), version=_version)
