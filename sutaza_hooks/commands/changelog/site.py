"""What the commands about the changelog work on: what is staged, and the files on disk."""

from __future__ import annotations

import os
import shlex
from collections import Counter
from pathlib import Path

from sutaza_hooks import config as configuration
from sutaza_hooks.config import Config
from sutaza_hooks.diagnostic import printable
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.files import write
from sutaza_hooks.git import Repository
from sutaza_hooks.record import ChangelogPolicy, Record

_CONVERT = "convert it to UTF-8, such as by `iconv -f latin1 -t utf-8`"


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


def load(path: Path) -> str:
    """The text of a changelog, or nothing where there is none.

    What is not UTF-8 is read as Latin-1, in which every byte stands for itself.
    """
    data = _bytes(path)
    if _is_utf8(data):
        return data.decode("utf-8")
    if b"\0" in data:  # UTF-16, or no text at all
        raise SutazaError(f"{shown(path)}: not UTF-8; {_CONVERT.replace('latin1', 'utf-16')}")
    return data.decode("latin-1")


def save(path: Path, text: str) -> None:
    """Write what `load` gave and was then edited: every byte that is kept stays as it was.

    Into what is not UTF-8 goes ASCII alone: which other bytes would be right cannot be told.
    """
    data = _bytes(path)
    if _is_utf8(data):
        return write(path, text)
    new = Counter(filter(_is_beyond_ascii, text)) - Counter(map(chr, data))
    for letter in new:
        reason = f"not UTF-8, so only ASCII can be added to it, and no `{printable(letter)}`"
        raise SutazaError(f"{shown(path)}: {reason}; {_CONVERT}")
    return write(path, text, "latin-1")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise SutazaError(f"{shown(path)}: cannot be read: {error.strerror}") from error


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_beyond_ascii(letter: str) -> bool:
    return not letter.isascii()


def shown(path: Path) -> str:
    return os.path.relpath(path)


def quoted(path: Path) -> str:
    """As a shell takes it."""
    return shlex.quote(shown(path))
