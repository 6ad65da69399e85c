"""The languages that are known, and which of them a file is written in."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import lru_cache

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.names import FILENAMES, INTERPRETERS, NAMES, PATTERNS, SUFFIXES

__all__ = ["LANGUAGES", "Language", "interpreted_by", "language_called", "language_of"]


class _Languages(Mapping[str, Language]):
    """The language of each file of this package, by name; a file is read when it is asked for."""

    def __getitem__(self, name: str) -> Language:
        if name not in NAMES:
            raise KeyError(name)
        found: Language = importlib.import_module(f"{__name__}.{name}").LANGUAGE
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


LANGUAGES: Mapping[str, Language] = _Languages()


def language_of(path: str, start: str = "") -> Language | None:
    """The language of a file, by its base name, its longest suffix, or the `#!` line of `start`."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return _by_name(name) or _by_shebang(start)


def language_called(word: str) -> Language | None:
    """The language with this name, this interpreter or this suffix, such as `ts`."""
    return LANGUAGES.get(word.lower()) or interpreted_by(word) or _by_suffix(f".{word}")


def interpreted_by(program: str) -> Language | None:
    """What the program reads: `/usr/bin/python3.11` reads Python."""
    name = program.rpartition("/")[2]
    return _in(INTERPRETERS, name, re.sub(r"-?[\d.]+(?:\.exe)?$", "", name))


def _in(table: Mapping[str, str], *names: str) -> Language | None:
    """The language that a table gives to the first of the names that it has."""
    found = next((table[name] for name in names if name in table), None)
    return None if found is None else LANGUAGES[found]


@lru_cache(maxsize=8192)  # of 40,000 files most have the names of others
def _by_name(name: str) -> Language | None:
    return _by_filename(name) or _by_suffix(name)


def _by_filename(name: str) -> Language | None:
    fitting = (pattern for pattern in PATTERNS if fnmatchcase(name, pattern))
    return _in(FILENAMES, name) or _in(PATTERNS, *fitting)


def _by_suffix(name: str) -> Language | None:
    """The longest suffix wins; one in capitals counts when nothing has it as written."""
    spelled = (name, name.lower())
    return _in(SUFFIXES, *(each[at:] for each in spelled for at in _dots(each)))


def _dots(name: str) -> Iterator[int]:
    return (at for at, each in enumerate(name) if each == ".")


def _by_shebang(start: str) -> Language | None:
    line = re.match(r"\ufeff?#!([^\n]{1,999})", start)
    words = line[1].split() if line else []
    if words and words[0].endswith("/env"):
        words = [word for word in words[1:] if not word.startswith("-") and "=" not in word]
    return interpreted_by(words[0]) if words else None
