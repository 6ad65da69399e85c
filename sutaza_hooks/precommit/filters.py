"""Which files a runner keeps from our hooks, for the hooks that are given no files at all.

Runners name no files to message hooks, nor to a hook whose files are all filtered out; what the
user's `files:` and `exclude:` leave out must be left out there too.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from sutaza_hooks.change import Tree
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.index import Index
from sutaza_hooks.precommit import FILE


class Filter(NamedTuple):
    """The regular expressions of https://pre-commit.com/#config-files."""

    files: str = ""
    exclude: str = "^$"

    def passes(self, path: str) -> bool:
        return bool(re.search(self.files, path)) and not re.search(self.exclude, path)


class Filters(NamedTuple):
    """The filter of the whole configuration, and those of our hooks that are given files."""

    whole: Filter = Filter()
    hooks: tuple[Filter, ...] = ()

    def leave_out(self, path: str) -> bool:
        """Whether no hook of ours would be given the path."""
        passes = not self.hooks or any(each.passes(path) for each in self.hooks)
        return not (passes and self.whole.passes(path))


def filters(tree: Tree, memory: Index) -> Filters:
    """The filters in a tree's configuration, read as YAML once a text; none where it is broken."""
    text = tree.get(FILE)
    if text is None:
        return Filters()
    key = f"filters {hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}"
    known = memory.verdict(key)
    if known is None:
        known = json.dumps(_read(text))
        memory.remember(key, known)
    whole, hooks = json.loads(known)
    return Filters(Filter(*whole), tuple(Filter(*each) for each in hooks))


def _read(text: str) -> Filters:
    from sutaza_hooks.precommit.config import is_ours, load  # PyYAML is 15 ms

    with suppress(SutazaError, KeyError, TypeError, AttributeError, re.error):
        data = load(text)
        every = [(repo, hook) for repo in data["repos"] for hook in repo["hooks"]]
        ours = [hook for repo, hook in every if is_ours(repo, hook)]
        return Filters(_filter(data), tuple(_filter(each) for each in _given_files(ours)))
    return Filters()


def _given_files(hooks: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    return [each for each in hooks if "message" not in each["id"]]


def _filter(section: Mapping[str, Any]) -> Filter:
    found = Filter(section.get("files", ""), section.get("exclude", "^$"))
    re.compile(found.files), re.compile(found.exclude)
    return found
