"""setuptools' `setup.cfg`."""

from __future__ import annotations

import configparser

from sutaza_hooks.manifests.manifest import Manifest, Unreadable

_ELSEWHERE = ("attr:", "file:")


def _version(text: str) -> str | None:
    parser = configparser.RawConfigParser()
    try:
        parser.read_string(text)
    except configparser.Error as error:
        raise Unreadable(_line(error), "is not an INI file") from None
    version = parser.get("metadata", "version", fallback="").strip()
    return None if not version or version.startswith(_ELSEWHERE) else version


def _line(error: configparser.Error) -> int:
    if isinstance(error, configparser.MissingSectionHeaderError):
        return error.lineno
    if isinstance(error, configparser.ParsingError):
        return min((line for line, _ in error.errors), default=1)
    return getattr(error, "lineno", None) or 1


MANIFEST = Manifest(names=("setup.cfg",), version=_version)
