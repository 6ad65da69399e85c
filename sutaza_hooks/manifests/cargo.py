"""Cargo's `Cargo.toml`, of a package or a workspace."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Manifest
from sutaza_hooks.manifests.reading import text_at, toml


def _version(text: str) -> str | None:
    data = toml(text)
    return text_at(data, "package", "version") or text_at(data, "workspace", "package", "version")


MANIFEST = Manifest(names=("Cargo.toml",), version=_version)
