"""MSBuild's project files, as .NET projects have them."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Manifest
from sutaza_hooks.manifests.reading import xml


def _version(text: str) -> str | None:
    """`Version`, else its prefix and suffix; one made of properties is not read."""
    root = xml(text)
    version, prefix, suffix = (
        (root.findtext(f"{{*}}PropertyGroup/{{*}}{name}") or "").strip()
        for name in ("Version", "VersionPrefix", "VersionSuffix")
    )
    if not version:
        version = f"{prefix}-{suffix}" if prefix and suffix else prefix
    return None if "$(" in version else version or None


MANIFEST = Manifest(
    names=("*.csproj", "*.fsproj", "*.vbproj", "Directory.Build.props"), version=_version
)
