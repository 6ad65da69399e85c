"""`tox.ini`, `pytest.ini` and `mypy.ini`: what environments install, and where modules lie."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed, at, folder, found, texts
from sutaza_hooks.manifests.declaring.placed.ini_text import read
from sutaza_hooks.manifests.declaring.requirement import required_by_pip

_FACTORS = re.compile(r"[\w.{},!-]+:\s+(?=\S)")
_OWN = re.compile(r"\{(?:toxinidir|tox_root|tox_ini_dir)\}[/\\]?")
_ROOTS = (("pytest", "pythonpath"), ("mypy", "mypy_path"))


def _declares(_: str, text: str) -> Iterator[Statement]:
    data, faults = read(text)
    yield from faults
    for (section,), value in found(data, "*", "deps"):
        if section.partition(":")[0] in ("testenv", "tox") or section.startswith("env"):
            for line in texts(value):
                yield from _installed(line)
    for path in _ROOTS:
        for line in texts(at(data, *path)):
            parts = (part for part in re.split(r"[\s:,]+", line) if part)
            yield from (Told("root", folder(line.saying(part))) for part in parts)


def _installed(line: Placed) -> Iterator[Statement]:
    """A requirement without the factors before it; other substitutions stand for what is elsewhere.

    A comment ends the line.
    """
    plain = _OWN.sub("", _FACTORS.sub("", line.partition(" #")[0].strip(), count=1))
    if plain and "{" not in plain:
        said = required_by_pip(line.saying(plain), "development", "environment")
        yield from (each for each in said if getattr(each, "what", "") != "member")


FORMAT = Format(
    names=("tox.ini", "pytest.ini", ".pytest.ini", "mypy.ini", ".mypy.ini"),
    declares=_declares,
    includes="requirements.txt",
)
