"""What the commands about the changelog work on: what is staged, and the files on disk."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from sutaza_hooks import config as configuration
from sutaza_hooks.config import Config
from sutaza_hooks.git import Repository
from sutaza_hooks.record import ChangelogPolicy, Record


def staged() -> tuple[Record, Config]:
    """What is staged, as the rules about the changelog see it."""
    change = Repository(os.getcwd()).staged()
    config = configuration.load(change.after)
    return Record(change.without(config.excludes), config.changelog, config.components), config


def root() -> Path:
    return Repository(os.getcwd()).root


def fragments(root: Path, policy: ChangelogPolicy) -> list[Path]:
    inside = sorted((root / policy.fragments).glob("*.md"))
    return [each for each in inside if policy.is_fragment(each.relative_to(root).as_posix())]


def shown(path: Path) -> str:
    return os.path.relpath(path)


def quoted(path: Path) -> str:
    """As a shell takes it."""
    return shlex.quote(shown(path))
