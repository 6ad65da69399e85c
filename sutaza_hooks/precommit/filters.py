"""Which files a runner keeps from our hooks, for the hooks that are given no files at all.

Runners name no files to message hooks, nor to a hook whose files are all filtered out; what the
user's filters leave out must be left out there too.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from sutaza_hooks import __version__
from sutaza_hooks.change import Tree
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.index import Index
from sutaza_hooks.precommit import FILE
from sutaza_hooks.precommit.tags import Types

JUDGE = "sutaza"
"""The id of the hook that judges lines; to leave a file out of it is to leave it out."""


class Filter(NamedTuple):
    """The regular expressions and the types of https://pre-commit.com/#config-files."""

    files: str = ""
    exclude: str = "^$"
    types: Types = Types()

    def passes(self, path: str) -> bool:
        named = re.search(self.files, path) and not re.search(self.exclude, path)
        return bool(named) and self.types.allow(path)


class Guard(NamedTuple):
    """A hook of ours: the Git hooks at which it runs, and the files that it is given."""

    id: str
    stages: tuple[str, ...]
    filter: Filter


class Filters(NamedTuple):
    """The filter of the whole configuration, and our hooks."""

    whole: Filter = Filter()
    guards: tuple[Guard, ...] = ()

    def leave_out(self, path: str, stages: Sequence[str]) -> bool:
        """Whether the hook that judges lines, at one of these Git hooks, would not be given it.

        That is the hook `sutaza` wherever we run; without it those of the Git hooks that run.
        """
        judges = [each for each in self.guards if each.id == JUDGE] or [
            each for each in self.guards if set(stages).intersection(each.stages)
        ]
        passes = not judges or any(each.filter.passes(path) for each in judges)
        return not (passes and self.whole.passes(path))


def running(environment: Mapping[str, str], message: str | None) -> Sequence[str]:
    """The Git hooks of which one is running; runners do not tell which."""
    if message is not None:
        return "commit-msg", "prepare-commit-msg"
    return ("pre-push",) if pushes(environment) else ("pre-commit", "pre-merge-commit")


def pushes(environment: Mapping[str, str]) -> bool:
    """Whether a runner calls us at a push; `--from-ref` alone names no remote."""
    return bool(environment.get("PRE_COMMIT_REMOTE_NAME"))


def filters(tree: Tree, memory: Index) -> Filters:
    """The filters in a tree's configuration, read as YAML once a text; none where it is broken."""
    text = tree.get(FILE)
    if text is None:
        return Filters()
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    key = f"filters 2 {__version__} {digest}"
    known = memory.verdict(key)
    if known is None:
        known = json.dumps(_read(text))
        memory.remember(key, known)
    whole, guards = json.loads(known)
    return Filters(
        _loaded(whole),
        tuple(Guard(id, tuple(stages), _loaded(each)) for id, stages, each in guards),
    )


def _loaded(saved: Sequence[Any]) -> Filter:
    files, exclude, types = saved
    return Filter(files, exclude, Types(*map(tuple, types)))


def _read(text: str) -> Filters:
    from sutaza_hooks.precommit.config import hooks, load  # PyYAML is 15 ms

    with suppress(SutazaError, TypeError, re.error, KeyError, ValueError, AttributeError):
        data = load(text)
        ours = [(hook, section) for hook, section in hooks(data) if hook.ours]
        guards = (Guard(hook.id, hook.stages, _filter(section)) for hook, section in ours)
        return Filters(_filter(data), tuple(guards))
    return Filters()


def _filter(section: Mapping[str, Any]) -> Filter:
    asked = (section.get(key) or () for key in ("types", "types_or", "exclude_types"))
    types = Types(*(tuple(map(str, each)) for each in asked))
    found = Filter(section.get("files", ""), section.get("exclude", "^$"), types)
    re.compile(found.files), re.compile(found.exclude)
    return found
