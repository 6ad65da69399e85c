"""YAML, of which the part above a fault is still read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sutaza_hooks.manifests.declaring.declared import Fault
from sutaza_hooks.manifests.declaring.placed import Placed, Read, as_git_counts
from sutaza_hooks.manifests.manifest import Unreadable

if TYPE_CHECKING:
    from yaml import Node


def read(text: str) -> Read:
    try:
        return Read(parsed(text))
    except Unreadable as error:
        faults = (Fault(error.line, error.reason),)
    for above in _above(text, faults[0].line):
        try:
            return Read(parsed(above), faults)
        except Unreadable:
            continue
    return Read(None, faults)


def _above(text: str, line: int) -> Iterator[str]:
    """What stands above the line, and what stands above the entry that the line is part of."""
    told = text.split("\n")[: line - 1]
    yield "\n".join(told)
    begins = [at for at, each in enumerate(told) if each[:1].isalpha()]
    if begins:
        yield "\n".join(told[: begins[-1]])


def _composed(text: str) -> Node | None:
    """The first document as nodes, which share what an alias repeats; nothing runs."""
    import yaml

    try:
        node: Node | None = yaml.compose(as_git_counts(text), Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(mark.line + 1 if mark else 1, "is not YAML") from None
    except (yaml.YAMLError, RecursionError):
        raise Unreadable(1, "is not YAML, or nests too deeply to be read") from None
    return node


def parsed(text: str) -> object:
    """What the text holds; raises Unreadable."""
    try:
        return _converted(_composed(text), {})
    except RecursionError:
        raise Unreadable(1, "is not YAML, or nests too deeply to be read") from None


def _converted(node: Node | None, known: dict[int, object]) -> object:
    """Each node once, so that an alias costs nothing and one inside itself ends."""
    import yaml

    if id(node) in known:
        return known[id(node)]
    if isinstance(node, yaml.ScalarNode):
        return Placed(node.value, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        items: list[object] = []
        known[id(node)] = items
        items.extend(_converted(each, known) for each in node.value)
        return items
    if isinstance(node, yaml.MappingNode):
        table: dict[object, object] = {}
        known[id(node)] = table
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                table[_converted(key, known)] = _converted(value, known)
        return table
    return None
