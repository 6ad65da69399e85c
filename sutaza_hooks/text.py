"""The text of a file: bytes decoded, and lines counted as Git counts them."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

LARGEST_TEXT = 64 * 1024 * 1024
"""Bytes. A larger file is never read: it is said not to have been judged."""

_SAMPLE = 8000  # bytes at the start of a file by which Git, too, tells text from binary
_MARKS = (  # the longer marks first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LFS_POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/\S+\n(?:[a-z0-9.-]+ \S+\n)+")
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")


def decode(data: bytes) -> str | None:
    """The text of a file, or None for what is not text: binary files and Git LFS pointers.

    Text that is neither marked nor UTF-8 is read as Latin-1, which keeps every byte in its place.
    """
    if len(data) < 1024 and _LFS_POINTER.fullmatch(data):
        return None
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if _is_binary(data[:_SAMPLE]):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _is_binary(sample: bytes) -> bool:
    """A stray NUL must not hide a source file, so Git's own test (any NUL) is not enough.

    One is stray however short the file is.
    """
    if b"\0" not in sample:
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(1, len(sample) // 20)


class Line(NamedTuple):
    """A line of a file: its 1-based number, and its text without the line end."""

    number: int
    text: str


def lines(text: str) -> Iterator[Line]:
    """The lines of a text as Git counts them: only a line feed ends one."""
    parts = text.split("\n")
    if parts[-1] == "":
        parts.pop()
    for number, part in enumerate(parts, 1):
        yield Line(number, part.removesuffix("\r"))
