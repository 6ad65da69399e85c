"""Names that say what a file was made from: `pay_v2.py` and `old/pay.py` of `pay.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sutaza_hooks.change import Tree
from sutaza_hooks.pattern import Pattern

_SURE = (
    r"copy|copies|old|new|backups?|bak|orig|original|final|fixed|refactored|enhanced|improved"
    r"|updated|optimi[sz]ed|modified|revised|rewritten|cleaned|temp|tmp|dup|duplicate|better"
    r"|v(?:er(?:sion)?)?[ _]?[1-9]\d?"
)
_LIKELY = (
    r"simple|simplified|clean|fast|complete|full|unified|minimal|advanced|extended|real|latest"
    r"|modern|comprehensive|legacy"
)
_WORDS = rf"(?P<mark>(?P<sure>(?i:{_SURE}))|(?i:{_LIKELY}))"
_BEHIND = Pattern(
    rf"(?P<rest>.+?)(?:[ _.-]+\(?|(?<=[a-z\d])(?=[A-Z])|(?<=[a-z])(?=v\d)){_WORDS}\)?"
    r"(?:[ _-]?\(?\d\d?\)?)?$"
)
_BEFORE = Pattern(rf"{_WORDS}(?:[ _-]+(?:of[ _-]+)?|(?<=[a-z])(?=[A-Z]))(?P<rest>.+)$")
_COUNTED = Pattern(r"(?P<rest>.*\S)[ _-]*\((?P<mark>(?P<sure>\d\d?))\)$")
_NUMBERED = Pattern(r"(?P<rest>.*[A-Za-z])[ _-]?(?P<mark>[2-9])(?P<sure>$.)?$")
_FORMS = (_BEHIND, _BEFORE, _COUNTED, _NUMBERED)
_SAVED = Pattern(r"(?P<rest>.+\.\w+)(?:~|\.(?i:bak|backup|old|orig|new|copy|fixed|save|te?mp))$")
_FOLDER = Pattern(r"(?i:old|backups?|bak|copy|orig|v[1-9]\d?)$")
_VERSION = re.compile(r"[vV]\d")
_ROUTE = Pattern(r"(?i:new)$")


class Telling(NamedTuple):
    """What a name says: the path of the original, and the word that was added to it."""

    original: str
    mark: str
    sure: bool
    """A word that is not sure, such as `simple` or a number, is one that also other files have."""
    replaces: bool = False
    """It stands beside the original, and can only be what takes its place, or what it was."""
    versioned: bool = False
    """The word is a version that a folder has, as those of data that is published do."""


def told(tree: Tree, path: str) -> Iterator[Telling]:
    """The originals that the name speaks of and the tree has, each once."""
    seen = {path}
    for each in _said(path):
        if each.original not in seen and each.original in tree and not _counts(tree, path, each):
            seen.add(each.original)
            yield each


def _said(path: str) -> Iterator[Telling]:
    folder, slash, name = path.rpartition("/")
    yield from (each._replace(original=folder + slash + each.original) for each in _named(name))
    parts = path.split("/")
    for at, part in enumerate(parts[:-1]):
        before, behind = parts[:at], parts[at + 1 :]
        for rest in _folder(part):
            original = "/".join([*before, *filter(None, [rest.original]), *behind])
            yield rest._replace(original=original, versioned=_VERSION.match(rest.mark) is not None)


def _named(name: str) -> Iterator[Telling]:
    """What the name of a file is without a mark, before its first dot or its last one."""
    if saved := _SAVED.match(name):
        yield Telling(saved["rest"], "", True, True)
    for at in {name.find("."), name.rfind("."), len(name)}:
        if at > 0:
            for each in _stripped(name[:at]):
                yield each._replace(original=each.original + name[at:])


def _folder(part: str) -> Iterator[Telling]:
    """What a folder is called without a mark; nothing where it is the mark."""
    if _FOLDER.match(part) or _ROUTE.match(part):
        yield Telling("", part, _FOLDER.match(part) is not None)
    yield from (each._replace(replaces=False) for each in _stripped(part))


def _stripped(stem: str) -> Iterator[Telling]:
    for form in _FORMS:
        if found := form.match(stem):
            sure = found["sure"] is not None
            yield Telling(found["rest"], found["mark"], sure, sure and form is _BEHIND)


def _counts(tree: Tree, path: str, said: Telling) -> bool:
    """Whether a number is one of several, as in `step1`, `step2`, `step3`.

    In Go a folder `v2` is how a module gives its second version.
    """
    if path.endswith(".go") and said.versioned:
        return True
    if not said.mark.isdigit() or said.sure:
        return False
    number = int(said.mark)
    others = (_other(path, said.mark, at) for at in (number - 1, number + 1))
    return any(each in tree for each in others)


def _other(path: str, mark: str, number: int) -> str:
    """The path with another number; the mark is the last that it holds."""
    before, _, behind = path.rpartition(mark)
    return f"{before}{number}{behind}"
