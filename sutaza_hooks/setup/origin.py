"""Where this program was installed from, so that the hooks that it writes down are the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

from sutaza_hooks import __version__
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git.site import pinned
from sutaza_hooks.precommit.edit import Entry
from sutaza_hooks.reporters import PROJECT

DISTRIBUTION = "sutaza-hooks"
RELEASE = Entry(PROJECT, f"v{__version__}")
"""What an installation from a registry is known by: it does not tell of a repository."""


def origin() -> Entry:
    """The repository and the revision that this program is, as far as its installer recorded it.

    https://packaging.python.org/en/latest/specifications/direct-url/
    """
    recorded = _recorded()
    return _of_git(recorded) or _of_folder(recorded) or RELEASE


def _recorded() -> Mapping[str, Any]:
    """What the installer wrote down; nothing for an installation from a registry."""
    with suppress(metadata.PackageNotFoundError, OSError, ValueError):
        found = json.loads(metadata.distribution(DISTRIBUTION).read_text("direct_url.json") or "{}")
        if isinstance(found, dict) and isinstance(found.get("url"), str):
            return found
    return {}


def _of_git(recorded: Mapping[str, Any]) -> Entry | None:
    source = recorded.get("vcs_info")
    if not isinstance(source, dict) or source.get("vcs") != "git" or recorded.get("subdirectory"):
        return None  # a runner finds hooks at the root of a Git repository alone
    commit = source.get("commit_id")
    return Entry(_without_secret(recorded["url"]), commit) if isinstance(commit, str) else None


def _without_secret(url: str) -> str:
    """The URL without a password or token, which must not be committed with a configuration."""
    parts = urlsplit(url)
    if parts.scheme in ("http", "https"):
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return url


def _of_folder(recorded: Mapping[str, Any]) -> Entry | None:
    """The clone on disk that was installed, at the commit that is checked out in it."""
    if not isinstance(recorded.get("dir_info"), dict):
        return None
    folder = Path(url2pathname(urlsplit(recorded["url"]).path))
    with suppress(SutazaError, OSError):
        if (folder / ".git").exists():
            return Entry(str(folder), pinned(str(folder), "HEAD"))
    return None
