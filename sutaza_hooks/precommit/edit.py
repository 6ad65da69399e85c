"""Our hooks put into a .pre-commit-config.yaml of which every other character stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

import yaml

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.notation import scalar
from sutaza_hooks.precommit.config import FILE, load, parse
from sutaza_hooks.precommit.hook_ids import GIT_STAGES, RECOMMENDED

_TYPES = "default_install_hook_types"
_ATTACHED = re.compile(r"(?:^[ \t]*#[^\n]*\n)*\Z", re.MULTILINE)
_COMMENT = re.compile(r"(?:[ \t]*\r?\n)*([ ]*)#[^\n]*(?:\n|\Z)")


class Entry(NamedTuple):
    """Where our hooks come from."""

    repo: str
    rev: str


class _Style(NamedTuple):
    """How the entries of `repos` are indented, in columns."""

    dash: int
    item: int
    hook_dash: int
    hook: int


def with_hooks(text: str, entry: Entry) -> str:
    """The configuration with our hooks and their Git hooks; without a text, a new configuration.

    Raises SutazaError, with what is to be added by hand, for a form that cannot be edited so that
    all else stays equal.
    """
    wanted = not has_hooks(text)
    edited = _with_types(text)
    edited = _with_entry(edited, entry) if wanted else edited
    if not _adds_only(text, edited, entry if wanted else None):
        raise SutazaError(
            f"{FILE}: its form cannot be added to; write `{_flow(entry)}` under `repos` "
            f"and `{_types(GIT_STAGES)}` by hand"
        )
    return edited


def has_hooks(text: str) -> bool:
    """Whether any hook of the configuration is ours."""
    return bool(_root(text) and load(text).get("repos") and parse(text).ours)


def _with_entry(text: str, entry: Entry) -> str:
    found = _value(text, "repos")
    if found is None:
        return _inserted(text, len(text), ["repos:", *_lines(entry)])
    if not isinstance(found, yaml.SequenceNode) or not found.value:
        return _filled(text, found, _lines(entry))
    if found.flow_style:
        end = found.value[-1].end_mark.index
        return f"{text[:end]}, {_flow(entry)}{text[end:]}"
    gap = [""] if _is_spaced(text, found) else []
    return _inserted(text, _below(text, found), [*gap, *_lines(entry, _style(found))])


def _with_types(text: str) -> str:
    """The text with the Git hooks that `pre-commit install` is to install."""
    found = _value(text, _TYPES)
    if found is None:
        return _inserted(text, _top(text), [_types(GIT_STAGES)])
    if not isinstance(found, yaml.SequenceNode) or not found.value:
        start, end = found.start_mark.index, found.end_mark.index
        return f"{text[:start].rstrip(' ')} [{', '.join(GIT_STAGES)}]{text[end:]}"
    present = {each.value for each in found.value}
    missing = [stage for stage in GIT_STAGES if stage not in present]
    if found.flow_style:
        end = found.value[-1].end_mark.index
        return "".join([text[:end], *(f", {stage}" for stage in missing), text[end:]])
    indent = " " * found.start_mark.column
    return _inserted(text, _below(text, found), [f"{indent}- {stage}" for stage in missing])


def _adds_only(text: str, edited: str, entry: Entry | None) -> bool:
    """Whether the edited text says all that the text said, and beyond it only what is ours."""
    was = load(text) if _root(text) else {}
    hooks = [{"id": id} for id in RECOMMENDED]
    ours = [{"repo": entry.repo, "rev": entry.rev, "hooks": hooks}] if entry else []
    types = was.get(_TYPES) or []
    added = [stage for stage in GIT_STAGES if stage not in types]
    repos = was.get("repos") or []
    try:
        return load(edited) == {**was, "repos": [*repos, *ours], _TYPES: [*types, *added]}
    except SutazaError:
        return False


def _root(text: str) -> yaml.MappingNode | None:
    """The document, or None for a text of comments alone. Raises SutazaError for another form."""
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.split("\n")):
        return None
    load(text)
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise SutazaError(f"{FILE}: written in braces; write it as a block to have hooks added")
    return root


def _value(text: str, key: str) -> yaml.Node | None:
    root = _root(text)
    pairs = root.value if root else []
    return next((value for name, value in pairs if name.value == key), None)


def _filled(text: str, empty: yaml.Node, lines: Sequence[str]) -> str:
    """The text with lines in the place of an empty value; a comment beside it stays."""
    before = text[: empty.start_mark.index].rstrip(" ")
    bare = before + text[empty.end_mark.index :]
    return _inserted(bare, _line_end(bare, len(before)), lines)


def _inserted(text: str, at: int, lines: Sequence[str]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    lead = end if text[:at] and not text[:at].endswith("\n") and lines else ""
    return text[:at] + lead + "".join(line + end for line in lines) + text[at:]


def _top(text: str) -> int:
    """Above the first key and the comment that belongs to it; below the comment of the file."""
    root = _root(text)
    if root is None:
        return len(text)
    start = text.rfind("\n", 0, root.start_mark.index) + 1
    attached = _ATTACHED.search(text, 0, start)
    begin = attached.start() if attached else start
    return begin if text[:begin].strip("\ufeff- \r\n") else start


def _below(text: str, found: yaml.SequenceNode) -> int:
    """Below the last item and the comments that stand deeper than its dash."""
    at = _line_end(text, _end(text, found))
    while (comment := _COMMENT.match(text, at)) and len(comment[1]) > found.start_mark.column:
        at = comment.end()
    return at


def _end(text: str, node: yaml.Node) -> int:
    """Where the content ends: the end mark of a block stands beyond comments and blank lines."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(node, yaml.MappingNode) else last)
    return len(text[: node.end_mark.index].rstrip())


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _is_spaced(text: str, found: yaml.SequenceNode) -> bool:
    """Whether a blank line stands before the last item."""
    if len(found.value) < 2:
        return False
    between = text[_end(text, found.value[-2]) : found.value[-1].start_mark.index]
    return any(not line.strip() for line in between.split("\n")[1:-1])


def _style(found: yaml.SequenceNode) -> _Style:
    """The columns of the last entry."""
    dash, last = found.start_mark.column, found.value[-1]
    item = max(last.start_mark.column, dash + 2)
    hooks = next((value for key, value in last.value if key.value == "hooks"), None)
    if last.flow_style or hooks is None or hooks.flow_style or not hooks.value:
        step = 2 if dash else 0
        return _Style(dash, item, item + step, item + step + 2)
    hook_dash = max(hooks.start_mark.column, item)
    return _Style(dash, item, hook_dash, max(hooks.value[0].start_mark.column, hook_dash + 2))


def _lines(entry: Entry, style: _Style | None = None) -> list[str]:
    style = style or _Style(2, 4, 6, 8)
    item, hook = " " * style.item, f"{' ' * style.hook_dash}-".ljust(style.hook)
    return [
        f"{' ' * style.dash}-".ljust(style.item) + f"repo: {scalar(entry.repo)}",
        f"{item}rev: {scalar(entry.rev)}",
        f"{item}hooks:",
        *(f"{hook}id: {id}" for id in RECOMMENDED),
    ]


def _flow(entry: Entry) -> str:
    hooks = ", ".join(f"{{id: {id}}}" for id in RECOMMENDED)
    return f"{{repo: {json.dumps(entry.repo)}, rev: {json.dumps(entry.rev)}, hooks: [{hooks}]}}"


def _types(stages: Sequence[str]) -> str:
    return f"{_TYPES}: [{', '.join(stages)}]"
