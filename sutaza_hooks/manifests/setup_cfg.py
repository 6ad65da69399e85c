"""setuptools' `setup.cfg`."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Elsewhere, Manifest
from sutaza_hooks.manifests.reading import attribute, ini

_ELSEWHERE = ("attr:", "file:")


def _version(text: str) -> str | None:
    version = _value(text)
    return None if not version or version.startswith(_ELSEWHERE) else version


def _elsewhere(text: str) -> Elsewhere | None:
    version = _value(text)
    way, _, named = version.partition(":")
    if not version.startswith(_ELSEWHERE):
        return None
    return attribute(named.strip()) if way == "attr" else Elsewhere((named.strip(),))


def _value(text: str) -> str:
    return ini(text).get("metadata", "version", fallback="").strip()


MANIFEST = Manifest(names=("setup.cfg",), version=_version, elsewhere=_elsewhere)
