"""Gradle's `gradle.properties`."""

from __future__ import annotations

import re

from sutaza_hooks.manifests.manifest import Manifest

_CONTINUED = re.compile(r"\\\r?\n[ \t\f]*")
_PROPERTY = re.compile(
    r"^[ \t\f]*version(?:[ \t\f]*[=:]|[ \t\f])[ \t\f]*(?P<value>[^\n]*)$", re.MULTILINE
)


def _version(text: str) -> str | None:
    """The last value, as Java reads it."""
    values = [found["value"].strip() for found in _PROPERTY.finditer(_CONTINUED.sub("", text))]
    return values[-1] or None if values else None


MANIFEST = Manifest(names=("gradle.properties",), version=_version)
