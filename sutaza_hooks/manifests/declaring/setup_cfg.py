"""setuptools' `setup.cfg`."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Statement, Told
from sutaza_hooks.manifests.declaring.first_party import laid_out
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed, at, folder, found, texts
from sutaza_hooks.manifests.declaring.placed.ini_text import read
from sutaza_hooks.manifests.declaring.requirement import required
from sutaza_hooks.manifests.declaring.scope import scope_of

_FIND = ("find:", "find_namespace:")


def _declares(_: str, text: str) -> Iterator[Statement]:
    data, faults = read(text)
    yield from faults
    for name in texts(at(data, "metadata", "name")):
        yield Told("name", name)
    yield from _requirements(data)
    for (extra,), value in found(data, "options.extras_require", "*"):
        yield from _listed(value, extra.partition(":")[0].strip())
    yield from _first_party(data)


def _requirements(data: object) -> Iterator[Statement]:
    options = (("install_requires", ""), ("setup_requires", "build"), ("tests_require", "tests"))
    for option, group in options:
        yield from _listed(at(data, "options", option), group)


def _listed(value: object, group: str) -> Iterator[Statement]:
    """Requirements one a line, else parted by `;`; or the files that hold them."""
    given = list(texts(value))
    if given and given[0].startswith("file:"):
        names = ",".join(given).removeprefix("file:").split(",")
        yield from (Told("include", folder(given[0].saying(n))) for n in names if n.strip())
        return
    if len(given) == 1 and isinstance(value, list) and at_once(given[0]):
        given = [given[0].saying(part) for part in given[0].split(";")]
    for each in given:
        yield from required(each, scope_of(group, "optional" if group else "runtime"), group)


def at_once(text: str) -> bool:
    """Whether the text is a list of requirements rather than one with a marker."""
    return ";" in text and not any(each in text for each in ("==", "<", ">", "'", '"'))


def _first_party(data: object) -> Iterator[Statement]:
    packages = [each for each in _parted(at(data, "options", "packages")) if each not in _FIND]
    for value in (packages, list(_parted(at(data, "options", "py_modules")))):
        yield from (Told("module", each.partition(".")[0]) for each in value)
    for each in _parted(at(data, "files", "packages")):  # as pbr has it
        yield Told("module", each)
    for each in _parted(at(data, "options", "package_dir")):
        package, _, path = each.partition("=")
        yield from laid_out(package.strip(), each.saying(path))
    for where in (("options.packages.find", "where"), ("tool:pytest", "pythonpath")):
        yield from (Told("root", folder(each)) for each in _parted(at(data, *where)))
    for each in _parted(at(data, "isort", "known_first_party")):
        yield Told("module", each)


def _parted(value: object) -> Iterator[Placed]:
    for line in texts(value):
        yield from (line.saying(part.strip()) for part in line.split(",") if part.strip())


FORMAT = Format(names=("setup.cfg",), declares=_declares, includes="requirements.txt")
