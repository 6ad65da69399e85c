"""Rule: what an entry of the changelog says is what the change did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sutaza_hooks.change import Change
from sutaza_hooks.changelog import Entry, compare, is_unreleased, is_version, type_named
from sutaza_hooks.deeds import adds, kind_of, removes
from sutaza_hooks.diagnostic import Diagnostic, Location, Outcome
from sutaza_hooks.errors import SutazaError, one_of
from sutaza_hooks.gone import edits
from sutaza_hooks.paths import PathKind
from sutaza_hooks.record import ChangelogPolicy, Components, Record
from sutaza_hooks.rule import Rule

_LIST = re.compile(r"\s*(?:,|;|&|\+|\band\b)\s*")
_ONLY: dict[str, PathKind] = {"Docs": "documentation", "Tests": "test"}


@dataclass(frozen=True, eq=False)
class UnmatchedChangelogEntry(Rule):
    """An added entry whose version, component or type is not that of the change.

    The version is not lower than the newest entry's, and is the one that the project's manifest
    holds after the change, or `Unreleased`. The component is one of the configured ones, and the
    entries together cover every component that the change touches. The type does not contradict
    the change: nothing is `Removed` where no file, definition, line or word goes without another in
    its place, nothing is `Added` where all that is done is to delete, and a change of code is not
    `Docs`, unless only its comments and docstrings change.

    ## Why is this bad?
    An entry that tells of another change is worse than none: it is believed.

    ## Example
    ```toml title="pyproject.toml"
    [project]
    name = "shop"
    version = "1.4.0"
    ```
    ```python title="pay.py"
    FEE = 3
    ```
    ```markdown title="docs/CHANGELOG.md"
    # Changelog

    - [2026-03-14] - [2.0.0] - [payments] - [Added] - [A fee of 3 on every payment]
    ```

    ## Use instead
    ```toml title="pyproject.toml"
    [project]
    name = "shop"
    version = "1.4.0"
    ```
    ```python title="pay.py"
    FEE = 3
    ```
    ```markdown title="docs/CHANGELOG.md"
    # Changelog

    - [2026-03-14] - [1.4.0] - [payments] - [Added] - [A fee of 3 on every payment]
    ```
    """

    charter = 19
    exception = (
        "`components` and `changelog.version_sources` in the [configuration](../configuration.md) "
        "say what entries are held beside."
    )

    changelog: ChangelogPolicy = field(default=ChangelogPolicy(), metadata={"shared": True})
    components: Components = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Outcome]:
        if not change.has_base:
            yield self.not_evaluated("nothing to compare with; use `--range A..B`")
            return
        record = Record(change, self.changelog, self.components)
        yield from self.of(record, record.entries)

    def of(self, record: Record, entries: Sequence[tuple[str, Entry]]) -> Iterator[Outcome]:
        """What does not fit in the entries that are, or will be, those of the change."""
        edited = edits(record)
        for path, entry in entries:
            yield from self.alone(record, path, entry, edited.get((path, entry.line)))
        yield from self.together(record, entries)

    def alone(
        self, record: Record, path: str, entry: Entry, was: Entry | None = None
    ) -> Iterator[Outcome]:
        """What does not fit in an entry, whatever others stand beside it.

        What an edited entry `was` already is not judged anew: it fitted the change of then.
        """
        if was is None or was.fields.version != entry.fields.version:
            try:
                yield from self._version(record, path, entry)
            except SutazaError as error:
                yield self.not_evaluated(str(error), trouble=True)
        if was is None or was.fields.component != entry.fields.component:
            yield from self._component(path, entry)

    def together(self, record: Record, entries: Sequence[tuple[str, Entry]]) -> Iterator[Outcome]:
        """What the entries of a change do not say, or say wrongly, between them."""
        if entries and record.documented:
            yield from self._coverage(record, entries)
            yield from self._types(record, entries)

    def _version(self, record: Record, path: str, entry: Entry) -> Iterator[Outcome]:
        version = entry.fields.version
        if is_unreleased(version) or not is_version(version):
            return
        newest = _newest(record)
        if newest and compare(version, newest) == -1:
            yield self._said(
                path,
                entry,
                f"version `{version}` is lower than `{newest}`, the newest entry's",
                f"write `{newest}`, or `Unreleased`",
            )
            return
        known, unread = record.versions
        # A range of several commits may hold entries of every version up to the one at its end.
        several = record.change.mode == "range" and record.change.message is None
        fits = (0, -1) if several else (0,)
        if any(compare(version, each) in fits for each in known.values()):
            return
        if unread:
            yield self.not_evaluated(
                f"{unread[0]}: its version is made where it cannot be read; name the file that "
                "holds it in `changelog.version_sources`, if any does"
            )
        elif known:
            source, current = next(iter(known.items()))
            yield self._said(
                path,
                entry,
                f"version `{version}` is not that of `{source}`, `{current}`",
                f"write `{current}`, or `Unreleased`, or raise the version in `{source}`",
            )

    def _component(self, path: str, entry: Entry) -> Iterator[Diagnostic]:
        for name in self.unknown(entry.fields.component):
            message = f"component `{name}` is not configured"
            yield self._said(path, entry, message, f"write {one_of(name, self.components)}")

    def _coverage(
        self, record: Record, entries: Sequence[tuple[str, Entry]]
    ) -> Iterator[Diagnostic]:
        named = {
            name for _, entry in entries for name in _named(entry.fields.component, self.components)
        }
        left = [each for each in record.touched if each.casefold() not in named]
        if left:
            path, entry = entries[0]
            yield self._said(
                path,
                entry,
                f"no entry names {_quoted(left)}, which the change touches",
                f"add {_quoted(left)} to the component, or add an entry",
            )

    def _types(self, record: Record, entries: Sequence[tuple[str, Entry]]) -> Iterator[Diagnostic]:
        """Entries that contradict the change. `Docs` beside another entry may tell of a part."""
        types = {id(entry): type_named(entry.fields.type) for _, entry in entries}
        kinds = {kind_of(record.change, patch) for patch in record.documented}
        for path, entry in entries:
            kind = types[id(entry)] or ""
            only = _ONLY.get(kind)
            if kind == "Removed" and not removes(record.change, record.documented):
                yield self._contradicts(record, path, entry, "the change removes nothing")
            elif kind == "Added" and not adds(record.documented):
                yield self._contradicts(record, path, entry, "the change adds nothing")
            elif only and set(types.values()) == {kind} and kinds - {only}:
                other = sorted(kinds - {only})[0]
                yield self._contradicts(record, path, entry, f"the change touches {other}")

    def _contradicts(self, record: Record, path: str, entry: Entry, why: str) -> Diagnostic:
        message = f"type is `{entry.fields.type}`, but {why}"
        return self._said(path, entry, message, f"write `{record.suggested_type}`")

    def _said(self, path: str, entry: Entry, message: str, help: str) -> Diagnostic:
        source = entry.text.split("\n", 1)[0]
        return self.diagnostic(
            Location(path, entry.line), message, help=help, source=source, about_change=True
        )

    def unknown(self, component: str) -> Sequence[str]:
        """The names in the component of an entry that are not configured, in lower case."""
        known = {name.casefold() for name in self.components} | {"all"}
        named = _named(component, self.components) if self.components else ()
        return [name for name in named if name not in known]


def _named(component: str, components: Components) -> Sequence[str]:
    """The names in the component of an entry, in lower case; `all` stands for every one."""
    whole = component.casefold()
    known = {name.casefold() for name in components}
    names = [whole] if whole in known else [each for each in _LIST.split(whole) if each]
    return [*names, *sorted(known)] if "all" in names else names


def _newest(record: Record) -> str:
    newest = ""
    for version in dict.fromkeys(entry.fields.version for entry in record.before.entries):
        if is_version(version) and not is_unreleased(version):
            newest = version if not newest or compare(version, newest) == 1 else newest
    return newest


def _quoted(names: Sequence[str] | Components) -> str:
    return ", ".join(f"`{name}`" for name in names)
