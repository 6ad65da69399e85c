"""What a change does to the changelog, and what the entry for it should say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from sutaza_hooks.change import Change, Patch, Tree
from sutaza_hooks.changelog import (
    Attempt,
    Changelog,
    ChangelogPolicy,
    Entry,
    Fault,
    Fields,
    corrected,
    faults,
    is_version,
    parse,
    type_named,
    wording,
)
from sutaza_hooks.deeds import kind_of
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.globs import matches
from sutaza_hooks.paths import path_kind
from sutaza_hooks.sources import Versions, configured, found

__all__ = ["ChangelogPolicy", "Components", "Items", "Record", "Written", "differing", "key"]

Components = Mapping[str, tuple[str, ...]]
Items = Sequence[Entry | Attempt]


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
    def differing(self) -> tuple[Items, Items]:
        """What the changelog holds before and after, without what both begin and end with."""
        return differing(self.before.items, self.after.items)

    @cached_property
    def added(self) -> Sequence[Written]:
        """The entries and attempts on lines that the change itself adds, and that are new.

        One that was only moved is not new. Of copies those count that stand on added lines; what
        a merge brings in from its other parents is on none.
        """
        surplus = Counter(key(each.what) for each in self._differing(after=True))
        surplus.subtract(key(each.what) for each in self._differing(after=False))
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
    def earlier(self) -> Sequence[tuple[str, Entry]]:
        """The entries before the change, of what `differing` has and of touched fragments."""
        every = self._differing(after=False)
        return [(each.path, each.what) for each in every if isinstance(each.what, Entry)]

    @property
    def entries(self) -> Sequence[tuple[str, Entry]]:
        """The added entries, each with its path."""
        return [(each.path, each.what) for each in self.added if isinstance(each.what, Entry)]

    @property
    def kept(self) -> Counter[str]:
        """The entries after the change, of what `differing` has, as texts.

        A fragment may go into the changelog, but what stood in the changelog is not kept by a
        fragment: so of those count as many as were fragments before.
        """
        before, after = self._fragments(self.change.before), self._fragments(self.change.after)
        entries = (each for each in self.differing[1] if isinstance(each, Entry))
        return Counter(map(key, entries)) + (before & after)

    @cached_property
    def wordings(self) -> Counter[str]:
        """How often each description stands in the changelog and the touched fragments."""
        every = (each.what for each in self._in(self.change.after))
        return Counter(wording(e.fields.description) for e in every if isinstance(e, Entry))

    def faults(self, entry: Entry, *, ageless: bool = False) -> Sequence[Fault]:
        """What is wrong with the fields of an entry, whatever the change does."""
        return faults(
            entry,
            self.change.date.date(),
            types=self.policy.types,
            max_age_days=None if ageless else self.policy.max_age_days or None,
            components=tuple(self.components),
        )

    def corrected(
        self,
        wrong: Entry | Attempt,
        known: Sequence[Fault] = (),
        description: str = "",
        *,
        ageless: bool = False,
    ) -> str:
        """The first line put right in every field that can be.

        `description` stands in for one that says nothing; without it that one is kept.
        """
        draft = self.draft._replace(description=description)
        line = self._corrected(wrong, draft, known)
        # What was taken from another place, or from an attempt, may be wrong itself.
        entry = next(iter(parse(line).entries), None)
        if entry is None:
            return line
        return self._corrected(entry, draft, self.faults(entry, ageless=ageless))

    def _corrected(self, wrong: Entry | Attempt, draft: Fields, known: Sequence[Fault]) -> str:
        types, components = self.policy.types, tuple(self.components)
        return corrected(wrong, draft, known, types=types, components=components)

    @cached_property
    def versions(self) -> Versions:
        """The versions in force after the change: of the files that the policy names, or found.

        Raises SutazaError for a file that cannot be read.
        """
        tree, named = self.change.after, self.policy.version_sources
        if named:
            return configured(tree, named)
        return found(tree, [patch.path for patch in self.documented])

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
        known = ""
        with suppress(SutazaError):  # said by the rule that compares versions
            known = next(iter(self.versions.known.values()), "")
        current = known if is_version(known) and not self.change.released(known) else "Unreleased"
        return Fields(day, current, self._component, self.suggested_type, "")

    @property
    def suggested_type(self) -> str:
        """The type that what the change does suggests, in the policy's own words if it has it."""
        if self.change.commit == "revert" and (known := type_named("Reverted", self.policy.types)):
            return known
        kinds = {kind_of(self.change, patch) for patch in self.documented}
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

    def _parsed(self, tree: Tree) -> Changelog:
        return parse(tree.get(self.policy.path, ""))

    def _in(self, tree: Tree) -> Iterator[Written]:
        """The entries and attempts of the changelog and of the fragments that are touched."""
        for each in parse(tree.get(self.policy.path, "")).items:
            yield Written(self.policy.path, each)
        yield from self._in_fragments(tree)

    def _in_fragments(self, tree: Tree) -> Iterator[Written]:
        names = (name for patch in self.change.patches for name in (patch.path, patch.old_path))
        for path in sorted(set(filter(self.policy.is_fragment, names))):
            for each in parse(tree.get(path, "")).items:
                yield Written(path, each)

    def _differing(self, *, after: bool) -> Iterator[Written]:
        for each in self.differing[after]:
            yield Written(self.policy.path, each)
        yield from self._in_fragments(self.change.after if after else self.change.before)

    def _fragments(self, tree: Tree) -> Counter[str]:
        """The entries of the fragments that are touched, as texts."""
        every = (each.what for each in self._in_fragments(tree))
        return Counter(key(what) for what in every if isinstance(what, Entry))


def differing(before: Items, after: Items) -> tuple[Items, Items]:
    """The two without what both begin and end with.

    Most changes add one entry to thousands, and only what differs has to be compared.
    """
    start = _alike(before, after)
    before, after = before[start:], after[start:]
    end = _alike(before[::-1], after[::-1])
    return before[: len(before) - end], after[: len(after) - end]


def _alike(some: Items, others: Items) -> int:
    """How many of the first ones are the same, to the letter."""
    pairs = zip(some, others, strict=False)
    same = (type(one) is type(other) and one.text == other.text for one, other in pairs)
    return sum(1 for _ in takewhile(bool, same))


def _code_type(patches: Sequence[Patch]) -> str:
    if patches and all(patch.kind == "deleted" for patch in patches):
        return "Removed"
    return "Added" if any(patch.kind == "added" for patch in patches) else "Changed"


def key(what: Entry | Attempt) -> str:
    """What makes two entries the same: their words, however they are spaced or marked as items."""
    if isinstance(what, Entry):
        return "\0".join((*what.fields, *(line.strip() for line in what.details)))
    return " ".join(what.text.split())
