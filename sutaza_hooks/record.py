"""What a change does to the changelog, and what the entry for it should say."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from sutaza_hooks.change import Change, Patch, Tree
from sutaza_hooks.changelog import TYPES, Attempt, Changelog, Entry, Fields, is_version, parse
from sutaza_hooks.globs import matches
from sutaza_hooks.manifests import names, version
from sutaza_hooks.paths import path_kind

Components = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class ChangelogPolicy:
    """Where the changelog is kept, and what its entries may say."""

    path: str = "docs/CHANGELOG.md"
    fragments: str = "docs/changelog.d"
    """A folder of files with one entry each, collected into the changelog at a release."""
    types: tuple[str, ...] = TYPES
    version_sources: tuple[str, ...] = ()
    """Files that hold the version; where none is named, manifests are looked for."""
    max_age_days: int = 90
    """0 for no limit."""

    def holds(self, path: str) -> bool:
        """Whether the path is the changelog or one of its fragments."""
        return path == self.path or self.is_fragment(path)

    def is_fragment(self, path: str) -> bool:
        inside = posixpath.dirname(path) == self.fragments.rstrip("/")
        return inside and path.endswith(".md") and posixpath.basename(path) != "README.md"


class Written(NamedTuple):
    """An entry, or what tries to be one, and the file that it stands in."""

    path: str
    what: Entry | Attempt


@dataclass(frozen=True)
class Record:
    """The changelog and its fragments before and after a change."""

    change: Change
    policy: ChangelogPolicy
    components: Components = field(default_factory=dict)

    @cached_property
    def documented(self) -> Sequence[Patch]:
        """The patches that an entry has to tell of: all but the changelog's own."""
        return [patch for patch in self.change.patches if not self.policy.holds(patch.path)]

    @cached_property
    def before(self) -> Changelog:
        return self._parsed(self.change.before)

    @cached_property
    def after(self) -> Changelog:
        return self._parsed(self.change.after)

    @cached_property
    def added(self) -> Sequence[Written]:
        """The entries and attempts on lines that the change itself adds, and that are new.

        One that was only moved is not new. Of copies those count that stand on added lines; what
        a merge brings in from its other parents is on none.
        """
        surplus = Counter(key(each.what) for each in self._in(self.change.after))
        surplus.subtract(key(each.what) for each in self._in(self.change.before))
        patches = {patch.path: patch for patch in self.change.patches}
        new = []
        for each in self._in(self.change.after):
            patch = patches.get(each.path)
            last = each.what.line + each.what.text.count("\n")
            if patch and patch.adds(each.what.line, last) and surplus[key(each.what)] > 0:
                surplus[key(each.what)] -= 1
                new.append(each)
        return new

    @property
    def earlier(self) -> Sequence[Entry]:
        """The entries before the change, in the changelog and in fragments that it touches."""
        every = (each.what for each in self._in(self.change.before))
        return [what for what in every if isinstance(what, Entry)]

    @property
    def entries(self) -> Sequence[tuple[str, Entry]]:
        """The added entries, each with its path."""
        return [(each.path, each.what) for each in self.added if isinstance(each.what, Entry)]

    @property
    def kept(self) -> Counter[str]:
        """The entries after the change, wherever they stand, as texts."""
        every = self._in(self.change.after)
        return Counter(key(each.what) for each in every if isinstance(each.what, Entry))

    @cached_property
    def versions(self) -> Mapping[str, str]:
        """The versions in force after the change, by the file that holds each.

        Where the policy names no file: the manifests beside the changelog's root and above what
        the change touches.
        """
        tree = self.change.after
        paths = self.policy.version_sources or [path for path in self._manifests if path in tree]
        found = {path: version(path, tree.get(path, "")) for path in paths}
        return {path: text for path, text in found.items() if text}

    @cached_property
    def touched(self) -> Sequence[str]:
        """The configured components that the change touches."""
        paths = [patch.path for patch in self.documented]
        return [
            name
            for name, patterns in self.components.items()
            if any(matches(path, patterns) for path in paths)
        ]

    @cached_property
    def draft(self) -> Fields:
        """The fields of the entry that this change needs, without its description."""
        day = self.change.date.date().isoformat()
        known = next(iter(self.versions.values()), "")
        current = known if is_version(known) and not self.change.released(known) else "Unreleased"
        return Fields(day, current, self._component, self.suggested_type, "")

    @property
    def suggested_type(self) -> str:
        """The type that what the change does suggests, in the policy's own words if it has it."""
        kinds = {path_kind(patch.path) for patch in self.documented}
        alone = {"documentation": "Docs", "test": "Tests", "build": "Build"}
        guess = alone[next(iter(kinds))] if len(kinds) == 1 and kinds <= {*alone} else ""
        if not guess:
            code = [patch for patch in self.documented if path_kind(patch.path) == "code"]
            guess = _code_type(code)
        return guess if guess in self.policy.types else self.policy.types[0]

    @property
    def _component(self) -> str:
        if self.components:
            return ", ".join(self.touched) or "all"
        parts = [patch.path.split("/") for patch in self.documented]
        tops = sorted({part[0] if len(part) > 1 else "" for part in parts})
        return tops[0] if len(tops) == 1 and tops[0] else "core"

    @property
    def _manifests(self) -> Iterator[str]:
        folders = {"": None}
        for patch in self.documented:
            folder = posixpath.dirname(patch.path)
            while folder:
                folders[folder] = None
                folder = posixpath.dirname(folder)
        return (posixpath.join(folder, name) for folder in folders for name in names())

    def _parsed(self, tree: Tree) -> Changelog:
        return parse(tree.get(self.policy.path, ""))

    def _in(self, tree: Tree) -> Iterator[Written]:
        """The entries and attempts of the changelog and of the fragments that are touched."""
        touched = {patch.path for patch in self.change.patches if self.policy.holds(patch.path)}
        renamed = {patch.old_path for patch in self.change.patches if patch.path in touched}
        for path in sorted({self.policy.path, *touched, *filter(self.policy.holds, renamed)}):
            for each in parse(tree.get(path, "")).items:
                yield Written(path, each)


def _code_type(patches: Sequence[Patch]) -> str:
    if patches and all(patch.kind == "deleted" for patch in patches):
        return "Removed"
    return "Added" if any(patch.kind == "added" for patch in patches) else "Changed"


def key(what: Entry | Attempt) -> str:
    """What makes two entries the same: their words, however they are spaced or marked as items."""
    if isinstance(what, Entry):
        return "\0".join((*what.fields, *(line.strip() for line in what.details)))
    return " ".join(what.text.split())
