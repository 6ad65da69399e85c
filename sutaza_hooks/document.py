"""A YAML document that knows the line of each of its keys, and is safe to read from anyone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.value import Value

_LARGEST = 256 * 1024  # characters
_DEEPEST = 20  # collections in collections

UNREADABLE = (ValueError, KeyError, IndexError, AttributeError)
"""What PyYAML lets through for a scalar that is not what its tag says: `!!bool foo`, `!!int ""`."""


class _Loader(yaml.SafeLoader):
    """Nodes in Python: libyaml's reader overflows the stack on deep nesting.

    Aliases are refused, so nothing can grow when it is read.
    """

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="aliases are not read here", problem_mark=mark)
        self.depth += 1
        if self.depth > _DEEPEST:
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="too many levels", problem_mark=mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


@dataclass
class _Reading:
    """Turns the nodes of one file into Values."""

    file: str
    loader: _Loader = field(repr=False)

    def value(self, node: yaml.Node, key: str) -> Value:
        at = Value(None, self.file, node.start_mark.line + 1, key)
        if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
            at.fail(f"tag `{node.tag}` is not read here")
        return Value(self._data(node, at), at.file, at.line, key)

    def _data(self, node: yaml.Node, at: Value) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each, f"{at.key}[{n}]") for n, each in enumerate(node.value)]
        try:
            data = self.loader.construct_object(node)
            str(data)  # a number of more digits than Python writes could not be kept or said
        except (yaml.YAMLError, *UNREADABLE):
            at.fail(f"cannot be read as `{node.tag.rpartition(':')[2]}`")
        return data

    def _mapping(self, node: yaml.MappingNode, at: Value) -> dict[str, Value]:
        read: dict[str, Value] = {}
        for key_node, value_node in node.value:
            name = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            key = f"{at.key}.{name}" if at.key else name
            if name in read:
                line = key_node.start_mark.line + 1
                Value(None, at.file, line, key).fail(
                    f"stands twice, first in line {read[name].line}"
                )
            value = self.value(value_node, key)
            read[name] = Value(value.data, value.file, key_node.start_mark.line + 1, key)
        return read


def read(text: str, file: str) -> Value:
    """The document. Raises SutazaError for anything that is not plain, small YAML."""
    if len(text) > _LARGEST:
        raise SutazaError(f"{file}: larger than {_LARGEST // 1024} kB")
    try:
        loader = _Loader(text.lstrip("\ufeff"))
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f":{mark.line + 1}" if mark else ""
        raise SutazaError(f"{file}{where}: not YAML: {error.problem or error.context}") from error
    except (yaml.YAMLError, RecursionError) as error:
        said = str(error).splitlines()[0] if str(error) else "nested too deeply"
        raise SutazaError(f"{file}: not YAML: {said}") from error
    if node is None:
        return Value(None, file, 1)
    return _Reading(file, loader).value(node, "")
