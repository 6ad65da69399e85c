"""The languages that are known, and which of them a file is written in."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from sutaza_hooks.languages.language import Language

__all__ = ["LANGUAGES", "Language", "interpreted_by", "language_called", "language_of"]


class _Languages(Mapping[str, Language]):
    """The language of each file of this package, by name; they are read at the first question."""

    def __getitem__(self, name: str) -> Language:
        return self._gathered[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._gathered)

    def __len__(self) -> int:
        return len(self._gathered)

    @functools.cached_property
    def _gathered(self) -> dict[str, Language]:
        modules = pkgutil.iter_modules(__path__, f"{__name__}.")
        held = (getattr(importlib.import_module(each.name), "LANGUAGE", None) for each in modules)
        return {each.name: each for each in held if isinstance(each, Language)}


LANGUAGES: Mapping[str, Language] = _Languages()


def language_of(path: str, start: str = "") -> Language | None:
    """The language of a file, by its base name, its longest suffix, or the `#!` line of `start`."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return _by_filename(name) or _by_suffix(name) or _by_shebang(start)


def language_called(word: str) -> Language | None:
    """The language with this name, this interpreter or this suffix, such as `ts`."""
    return LANGUAGES.get(word.lower()) or interpreted_by(word) or _by_suffix(f".{word}")


def interpreted_by(program: str) -> Language | None:
    """What the program reads: `/usr/bin/python3.11` reads Python."""
    name = program.rpartition("/")[2]
    known = _by_interpreter()
    return known.get(name) or known.get(re.sub(r"-?[\d.]+(?:\.exe)?$", "", name))


def _by_filename(name: str) -> Language | None:
    exact, patterns = _filenames()
    if name in exact:
        return exact[name]
    return next((each for pattern, each in patterns if fnmatchcase(name, pattern)), None)


def _by_suffix(name: str) -> Language | None:
    """The longest suffix wins; one in capitals counts when nothing has it as written."""
    known = _suffixes()
    for spelled in (name, name.lower()):
        dots = (at for at, each in enumerate(spelled) if each == ".")
        found = next((known[spelled[at:]] for at in dots if spelled[at:] in known), None)
        if found:
            return found
    return None


def _by_shebang(start: str) -> Language | None:
    line = re.match(r"\ufeff?#!([^\n]{1,999})", start)
    words = line[1].split() if line else []
    if words and words[0].endswith("/env"):
        words = [word for word in words[1:] if not word.startswith("-") and "=" not in word]
    return interpreted_by(words[0]) if words else None


@functools.cache
def _filenames() -> tuple[dict[str, Language], list[tuple[str, Language]]]:
    rows = [(name, language) for language in LANGUAGES.values() for name in language.filenames]
    exact = {name: language for name, language in rows if "*" not in name}
    return exact, [(name, language) for name, language in rows if "*" in name]


@functools.cache
def _suffixes() -> dict[str, Language]:
    return {suffix: language for language in LANGUAGES.values() for suffix in language.suffixes}


@functools.cache
def _by_interpreter() -> dict[str, Language]:
    return {name: language for language in LANGUAGES.values() for name in language.interpreters}
