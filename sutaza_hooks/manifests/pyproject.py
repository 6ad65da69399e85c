"""`pyproject.toml`, also as Poetry has it; a dynamic version is looked for where the tools do."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Elsewhere, Manifest
from sutaza_hooks.manifests.reading import at, attribute, module, text_at, toml


def _version(text: str) -> str | None:
    data = toml(text)
    return text_at(data, "project", "version") or text_at(data, "tool", "poetry", "version")


def _elsewhere(text: str) -> Elsewhere | None:
    data = toml(text)
    dynamic = at(data, "project", "dynamic")
    old_flit = text_at(data, "tool", "flit", "metadata", "module")
    if not old_flit and not (isinstance(dynamic, list) and "version" in dynamic):
        return None
    found = (_hatch(data), _setuptools(data), _pdm(data), _flit(data, old_flit))
    return next((each for each in found if each), Elsewhere())


def _hatch(data: object) -> Elsewhere | None:
    table = at(data, "tool", "hatch", "version")
    path = text_at(table, "path")
    if not path or text_at(table, "pattern") or text_at(table, "source") not in (None, "regex"):
        return None
    return Elsewhere((path,), ("__version__", "VERSION"))


def _setuptools(data: object) -> Elsewhere | None:
    table = at(data, "tool", "setuptools", "dynamic", "version")
    named = text_at(table, "attr")
    if named:
        return attribute(named)
    file = at(table, "file")
    files = file if isinstance(file, list) else [file]
    return Elsewhere((files[0],)) if len(files) == 1 and isinstance(files[0], str) else None


def _pdm(data: object) -> Elsewhere | None:
    table = at(data, "tool", "pdm", "version")
    path = text_at(table, "path")
    if not path or text_at(table, "source") not in (None, "file"):
        return None
    return Elsewhere((path,), ("__version__",))


def _flit(data: object, old: str | None) -> Elsewhere | None:
    backend = text_at(data, "build-system", "build-backend") or ""
    name = text_at(data, "tool", "flit", "module", "name") or text_at(data, "project", "name")
    if old or (name and backend.startswith("flit")):
        return Elsewhere(module((old or name or "").replace("-", "_")), ("__version__",))
    return None


MANIFEST = Manifest(names=("pyproject.toml",), version=_version, elsewhere=_elsewhere)
