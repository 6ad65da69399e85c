"""Files of the working tree, which only the commands that set a repository up read and write."""

from __future__ import annotations

from pathlib import Path

from sutaza_hooks.errors import SutazaError


def read(path: Path) -> str | None:
    """The text with its line ends as they are, or None when there is no file."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SutazaError(f"{path}: cannot be read as UTF-8 text: {error}") from error


def write(path: Path, text: str, encoding: str = "utf-8") -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(encoding))
    except OSError as error:
        raise SutazaError(f"{path}: cannot be written: {error.strerror}") from error
    except UnicodeEncodeError as error:  # a byte of the command line that is no character
        raise SutazaError(f"{path}: cannot be written: the text is not UTF-8") from error
