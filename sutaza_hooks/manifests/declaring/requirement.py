"""One requirement of a Python project, as PEP 508 and pip's files have it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Declared, Fault, Scope, Statement, Told
from sutaza_hooks.manifests.declaring.placed import Placed, folder

_NAME = re.compile(
    r"\s*(?P<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[(?P<extras>[^\]]*)\])?\s*",
    re.DOTALL,
)
_SAYS = re.compile(r"[=<>!~@(;]|\Z")
_OPTION = re.compile(
    r"(?P<name>--?[A-Za-z][A-Za-z-]*?)(?:\s+|=|(?<=^-[rec]))(?P<value>.+)", re.DOTALL
)
_OPTIONS_BEGIN = re.compile(r"\s--?[A-Za-z]")
_PLACE = re.compile(
    r"(?:git|hg|svn|bzr)\+|file:|[A-Za-z][A-Za-z0-9+.-]+:(?=/|\.)|[.~/]|[A-Za-z]:\\|[\w.-]+/"
)
_EGG = re.compile(r"[#&]egg=(?P<name>[^&\[\s]+)")
_ROOT = re.compile(r"file:(?:///?\$\{PROJECT_ROOT\}/?|(?!/))")
_ARCHIVE = re.compile(r"\.(?:whl|zip|tar(?:\.\w+)?|tgz)\Z")


def required(text: Placed, scope: Scope, group: str) -> Iterator[Statement]:
    """What `name[extra] >=1 ; marker` declares, and that it is wrong, if it is."""
    from packaging.requirements import InvalidRequirement, Requirement

    if declared := named(text, scope, group):
        yield declared
        yield from _extras(text)
    try:
        Requirement(text.strip())
    except InvalidRequirement:
        shown = " ".join(text.split())
        shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
        yield Fault(text.line, f"is not a requirement: `{shown}`")


def named(text: Placed, scope: Scope, group: str) -> Declared | None:
    """The dependency, if the text begins as one does, whatever is wrong in the rest of it."""
    found = _NAME.match(text)
    if found is None or not _SAYS.match(text, found.end()):
        return None
    said = text[found.end() :]
    parts = re.split(r"\s;", said, maxsplit=1) if said.startswith("@") else said.split(";", 1)
    return Declared(found["name"], text.line, scope, group, parts[0].strip())


def _extras(text: Placed) -> Iterator[Statement]:
    found = _NAME.match(text)
    for each in (found["extras"] or "").split(",") if found else ():
        yield Told("extra", text.saying(each.strip()))


def required_by_pip(text: Placed, scope: Scope, group: str) -> Iterator[Statement]:
    """What one line of a requirements file declares: a requirement, a place, or an option."""
    line = text.saying(text.strip())
    if not line.startswith("-"):
        line = line.saying(_OPTIONS_BEGIN.split(line, maxsplit=1)[0].strip())
        yield from (_placed if _PLACE.match(line) else required)(line, scope, group)
        return
    option = _OPTION.fullmatch(line)
    if option is None:
        return
    value = line.saying(option["value"].strip("\"' \t"))
    if option["name"] in ("-e", "--editable"):
        yield from required_by_pip(value, scope, group)
    elif option["name"] in ("-r", "--requirement", "--requirements"):
        yield _included(value)


def _included(path: Placed) -> Statement:
    if "://" in path:
        return Fault(path.line, f"`{path}` is not in the repository, and is not read")
    return Told("include", folder(path))


def _placed(text: Placed, scope: Scope, group: str) -> Iterator[Statement]:
    """A folder, or what is fetched, which says its name in `egg` or in its own name."""
    place = text.split(";")[0].strip()
    path = _ROOT.sub("", place.partition("#")[0].partition("[")[0])
    local = "://" not in path and not path.startswith(("/", "~")) and not _ARCHIVE.search(path)
    if local:
        yield Told("member", folder(text.saying(path)))
    egg = _EGG.search(place)
    name = egg["name"] if egg else _guessed(path)
    if name and (egg or not local):
        yield Declared(name, text.line, scope, group, f"@ {place}")


def _guessed(place: str) -> str:
    """The name of an archive up to its version, else that of the repository."""
    parts = [part for part in place.partition("?")[0].split("/") if part]
    last = parts[-1] if parts else ""
    if _ARCHIVE.search(last) and "archive" not in parts:
        return re.split(r"-(?=v?[0-9])", _ARCHIVE.sub("", last), maxsplit=1)[0]
    if "archive" in parts[1:]:
        last = parts[parts.index("archive", 1) - 1]
    return re.split(r"\.git\b|@", last, maxsplit=1)[0]
