"""The options of a rule, read off its dataclass: one place for types, defaults and their names."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from sutaza_hooks.rule import Rule


@cache
def _hints(rule: type[Rule]) -> Mapping[str, Any]:
    return get_type_hints(rule)


def options(rule: type[Rule]) -> Iterator[tuple[str, Any, Any]]:
    """The name, type and default of each option that a rule's own section may set."""
    for each in fields(rule):
        if not each.metadata.get("shared"):
            yield each.name, _hints(rule)[each.name], default(each)


def fields_of(kind: type) -> Mapping[str, Any]:
    """The types of the fields of any dataclass."""
    return get_type_hints(kind)


def shared(rule: type[Rule]) -> Iterator[str]:
    """The fields that a rule takes from the top level of the configuration, such as components."""
    return (each.name for each in fields(rule) if each.metadata.get("shared"))


def default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def convert(value: object, kind: Any) -> Any:
    """The value as the kind of an option. Raises TypeError, saying what was expected."""
    if get_origin(kind) is tuple:
        items = value if isinstance(value, list) else [value]
        try:
            return tuple(convert(item, get_args(kind)[0]) for item in items)
        except TypeError as error:
            raise TypeError(f"{error}, or a list of such") from error
    if get_origin(kind) in (Mapping, dict):
        return _mapping(value, kind)
    choices = _choices(kind)
    if choices is not None:
        if value not in choices:
            raise TypeError(f"expected one of {', '.join(map(str, choices))}")
        return kind(value) if isinstance(kind, type) else value
    if type(value) is not kind:
        raise TypeError(f"expected {_KINDS.get(kind, 'another type')}")
    return value


def _mapping(value: object, kind: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("expected a mapping")
    of = get_args(kind)[1]
    return types.MappingProxyType({str(key): convert(item, of) for key, item in value.items()})


def _choices(kind: Any) -> tuple[Any, ...] | None:
    if get_origin(kind) is Literal:
        return get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(member.value for member in kind)
    return None


_KINDS = {str: "text", int: "a whole number", bool: "true or false"}


def schema(kind: Any) -> dict[str, Any]:
    """The JSON Schema of a kind of option."""
    if get_origin(kind) is tuple:
        item = schema(get_args(kind)[0])
        return {"anyOf": [{"type": "array", "items": item}, item]}
    if get_origin(kind) in (Mapping, dict):
        return {"type": "object", "additionalProperties": schema(get_args(kind)[1])}
    if is_dataclass(kind) and isinstance(kind, type):
        inner = {name: schema(each) for name, each in fields_of(kind).items()}
        return {"type": "object", "additionalProperties": False, "properties": inner}
    choices = _choices(kind)
    if choices is not None:
        return {"enum": list(choices)}
    return {"type": {str: "string", int: "integer", bool: "boolean"}[kind]}
