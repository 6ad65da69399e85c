"""TOML, JSON, INI and XML, read so that broken text is told by its line."""

from __future__ import annotations

import configparser
import json
import re
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sutaza_hooks.manifests.manifest import Elsewhere, Unreadable

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TOML_LINE = re.compile(r"\(at line ([0-9]+), column [0-9]+\)")
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)")


def toml(text: str) -> object:
    return _read(tomllib.loads, text.replace("\r\n", "\n"))


def parsed_json(text: str) -> object:
    return _read(json.loads, text)


def ini(text: str) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser()
    try:
        parser.read_string(text)
    except configparser.Error as error:
        raise Unreadable(_line(error), "is not an INI file") from None
    return parser


def _line(error: configparser.Error) -> int:
    if isinstance(error, configparser.MissingSectionHeaderError):
        return error.lineno
    if isinstance(error, configparser.ParsingError):
        return min((line for line, _ in error.errors), default=1)
    return getattr(error, "lineno", None) or 1


def xml(text: str) -> Element:
    """The root. A document type is refused: what it defines could make the text grow endlessly."""
    from xml.etree.ElementTree import ParseError, fromstring

    without_types(text)
    try:
        return fromstring(text)
    except ParseError as error:
        raise Unreadable(error.position[0], "is not XML") from None
    except ValueError:
        raise Unreadable(1, "is not XML") from None


def without_types(text: str) -> None:
    if declared := _DECLARATION.search(text):
        raise Unreadable(text.count("\n", 0, declared.start()) + 1, "has a document type")


def _read(loads: Callable[[str], object], text: str) -> object:
    try:
        return loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(error.lineno, f"is not JSON: {_lowered(error.msg)}") from None
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        reason = _lowered(str(error).partition(" (at ")[0])
        raise Unreadable(line, f"is not TOML: {reason}") from None
    except (ValueError, RecursionError):
        raise Unreadable(1, "holds a number too long, or nests too deeply, to be read") from None


def _lowered(message: str) -> str:
    return " ".join(f"{message[:1].lower()}{message[1:]}".split())


def at(data: object, *keys: str) -> object:
    """What stands below a path of keys, or None where there is no such path."""
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def text_at(data: object, *keys: str) -> str | None:
    """The text below a path of keys, or None where there is no such path or no text at its end."""
    found = at(data, *keys)
    return found.strip() or None if isinstance(found, str) else None


def module(name: str) -> tuple[str, ...]:
    """The files in which a Python module of a project may stand."""
    path = name.replace(".", "/")
    ways = (f"{path}/__init__.py", f"{path}.py")
    return (*ways, *(f"src/{each}" for each in ways))


def attribute(name: str) -> Elsewhere:
    """Where setuptools looks for `package.module.attribute`."""
    holder, _, last = name.rpartition(".")
    return Elsewhere(module(holder), (last,)) if holder else Elsewhere()
