"""Dart's `pubspec.yaml`."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Manifest
from sutaza_hooks.manifests.reading import text_at


def _version(text: str) -> str | None:
    from sutaza_hooks.manifests.declaring.placed.yaml_text import parsed

    return text_at(parsed(text), "version")


MANIFEST = Manifest(names=("pubspec.yaml",), version=_version)
