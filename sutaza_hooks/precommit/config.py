"""What .pre-commit-config.yaml says of our hooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from sutaza_hooks import precommit
from sutaza_hooks.document import UNREADABLE
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.precommit.hook_ids import GIT_STAGES, stages

FILE = precommit.FILE
_FORMER = {"commit": "pre-commit", "merge-commit": "pre-merge-commit", "push": "pre-push"}


class Hook(NamedTuple):
    """A hook of the configuration, and the Git hooks at which it is to run."""

    id: str
    ours: bool
    stages: tuple[str, ...]


@dataclass(frozen=True)
class HookConfig:
    """The hooks of one configuration, in their order."""

    hooks: tuple[Hook, ...]

    @property
    def ours(self) -> Sequence[Hook]:
        return [hook for hook in self.hooks if hook.ours]

    @property
    def others(self) -> Sequence[str]:
        """The ids of the hooks of other projects."""
        ours = {hook.id for hook in self.ours}
        return [hook.id for hook in self.hooks if hook.id not in ours]

    def at(self, stage: str) -> Sequence[str]:
        """The ids of our hooks that are to run at a Git hook."""
        return [hook.id for hook in self.ours if stage in hook.stages]


def parse(text: str) -> HookConfig:
    """Raises SutazaError for what pre-commit would not read either."""
    data = load(text)
    try:
        return HookConfig(tuple(hook for hook, _ in hooks(data)))
    except (TypeError, *UNREADABLE) as error:
        raise SutazaError(f"{FILE}: not a configuration of pre-commit: {error}") from error


def hooks(data: Mapping[str, Any]) -> Sequence[tuple[Hook, Mapping[str, Any]]]:
    """Every hook with its section. Raises TypeError or UNREADABLE for other data."""
    every = ((repo, section) for repo in data["repos"] for section in repo["hooks"])
    return [(_hook(repo, section, data), section) for repo, section in every]


def load(text: str) -> dict[str, Any]:
    """The document as plain data. Raises SutazaError for what is no mapping."""
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise SutazaError(f"{FILE}: not YAML: {' '.join(str(error).split())}") from error
    except UNREADABLE as error:
        raise SutazaError(f"{FILE}{_unreadable(text)}") from error
    if not isinstance(data, dict):
        raise SutazaError(f"{FILE}: expected a mapping with `repos`")
    return data


def _unreadable(text: str) -> str:
    """The line of the first scalar that is not what its tag says, and that tag."""
    loader = yaml.SafeLoader(text)
    left, seen = [loader.get_single_node()], set[int]()
    while left:
        node = left.pop(0)
        if isinstance(node, yaml.CollectionNode) and id(node) not in seen:  # aliases make cycles
            seen.add(id(node))
            pairs = isinstance(node, yaml.MappingNode)
            left[:0] = [each for pair in node.value for each in pair] if pairs else node.value
        elif isinstance(node, yaml.ScalarNode):
            try:
                loader.construct_object(node)
            except UNREADABLE:
                line, tag = node.start_mark.line + 1, node.tag.rpartition(":")[2]
                return f":{line}: cannot be read as `{tag}`"
    return ": not YAML"


def is_ours(repo: Mapping[str, Any], hook: Mapping[str, Any]) -> bool:
    """Whether a hook is one of this project's, or a local one that calls it."""
    if repo["repo"] == "local":
        return "sutaza" in f"{hook.get('entry', '')} {hook.get('args', '')}"
    return hook["id"] in stages()


def _hook(repo: Mapping[str, Any], hook: Mapping[str, Any], data: Mapping[str, Any]) -> Hook:
    ours = is_ours(repo, hook)
    known = stages().get(hook["id"], ()) if ours and repo["repo"] != "local" else ()
    asked = hook.get("stages") or known or data.get("default_stages") or ()
    return Hook(str(hook["id"]), ours, tuple(_git_stages(asked or _installed(data))))


def _installed(data: Mapping[str, Any]) -> Sequence[str]:
    """A hook without stages runs at every Git hook that is installed."""
    return data.get("default_install_hook_types") or ["pre-commit"]


def _git_stages(asked: Sequence[str]) -> Iterator[str]:
    named = [_FORMER.get(stage, stage) for stage in asked]
    return (stage for stage in GIT_STAGES if stage in named)
