"""npm's `package.json` and Composer's `composer.json`, which say it alike."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Manifest
from sutaza_hooks.manifests.reading import parsed_json, text_at


def _version(text: str) -> str | None:
    return text_at(parsed_json(text), "version")


MANIFEST = Manifest(names=("package.json", "composer.json"), version=_version)
