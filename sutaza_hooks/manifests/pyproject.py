"""`pyproject.toml`, also as Poetry has it."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Manifest
from sutaza_hooks.manifests.reading import text_at, toml


def _version(text: str) -> str | None:
    data = toml(text)
    return text_at(data, "project", "version") or text_at(data, "tool", "poetry", "version")


MANIFEST = Manifest(names=("pyproject.toml",), version=_version)
