"""What a project decides about its changelog."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from sutaza_hooks.changelog.kind import TYPES


@dataclass(frozen=True)
class ChangelogPolicy:
    """Where the changelog is kept, and what its entries may say."""

    path: str = "docs/CHANGELOG.md"
    fragments: str = "docs/changelog.d"
    """A folder of files with one entry each, collected into the changelog at a release."""
    types: tuple[str, ...] = TYPES
    version_sources: tuple[str, ...] = ()
    """Files that hold the version; where none is named, manifests are looked for."""
    max_age_days: int = 90
    """0 for no limit."""

    def __post_init__(self) -> None:
        """Raises ValueError, which begins with the name of the field that cannot be used."""
        _check_path("path", self.path)
        _check_path("fragments", self.fragments.rstrip("/"))
        if self.path.startswith(f"{self.fragments.rstrip('/')}/"):
            raise ValueError("path: the changelog cannot stand among the fragments")
        for path in self.version_sources:
            _check_path("version_sources", path)
        if not all(self.types) or not self.types:
            raise ValueError("types: expected at least one, and each with a name")
        if self.max_age_days < 0:
            raise ValueError("max_age_days: expected a number of days, or 0 for no limit")

    def holds(self, path: str) -> bool:
        """Whether the path is the changelog or one of its fragments."""
        return path == self.path or self.is_fragment(path)

    def is_fragment(self, path: str) -> bool:
        inside = posixpath.dirname(path) == self.fragments.rstrip("/")
        return inside and path.endswith(".md") and posixpath.basename(path) != "README.md"


def _check_path(name: str, path: str) -> None:
    """Raises ValueError for what Git does not have as a path of a file in a repository."""
    usual = posixpath.normpath(path)
    if path != usual or usual in (".", "..") or usual.startswith(("../", "/")):
        shown = f"`{path}`" if path else "nothing"
        raise ValueError(f"{name}: expected a path below the repository's root, found {shown}")
