"""Rule: an entry of the changelog has the mandated form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.changelog import Entry, Fault, corrected, faults, parse
from sutaza_hooks.diagnostic import Diagnostic, Location, Outcome
from sutaza_hooks.record import ChangelogPolicy, Components, Record, Written
from sutaza_hooks.rule import Rule


@dataclass(frozen=True)
class MalformedChangelogEntry(Rule):
    """An entry that is not `[Date] - [Version] - [Component] - [Type] - [Description]`.

    Each field may stand in brackets or plain, and the entry as a list item, a heading or a line.
    The date is a real day, neither in the future nor long past; the version is SemVer, PEP 440 or
    `Unreleased`; the type is one of those that are allowed; the description says something, and
    something that no other entry says.

    ## Why is this bad?
    An entry that cannot be parsed cannot be sorted, searched or checked against the change.

    ## Example
    ```markdown title="docs/CHANGELOG.md"
    # Changelog

    - [2026-02-30] - [1.4.0] - [payments] - [Fixed] - [Fees are rounded up]
    ```

    ## Use instead
    ```markdown title="docs/CHANGELOG.md"
    # Changelog

    - [2026-03-14] - [1.4.0] - [payments] - [Fixed] - [Fees are rounded up]
    ```
    """

    charter = 19

    changelog: ChangelogPolicy = field(default=ChangelogPolicy(), metadata={"shared": True})
    components: Components = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Outcome]:
        record = Record(change, self.changelog, self.components)
        # A runner's own filters may leave the changelog out; the change is judged all the same.
        for patch in change.patches if change.has_base else change.judged:
            if self.changelog.holds(patch.path) and patch.path in change.after:
                yield from self._in_file(record, patch)

    def _in_file(self, record: Record, patch: Patch) -> Iterator[Diagnostic]:
        text = record.change.after.get(patch.path, "")
        changelog = parse(text)
        rows = text.split("\n")
        new = {_place(each) for each in record.added}
        said = Counter(_said(entry) for entry in changelog.entries)
        for each in changelog.items:
            written = Written(patch.path, each)
            if patch.whole or (patch.adds(each.line) and _place(written) in new):
                for fault in self._faults(record, patch, written, said):
                    source = rows[each.line - 1].removesuffix("\r")
                    yield self._diagnostic(record, written, fault, source)

    def _faults(
        self, record: Record, patch: Patch, written: Written, said: Counter[str]
    ) -> Sequence[Fault]:
        entry = written.what
        if not isinstance(entry, Entry):
            return [entry.fault]
        # The entries of a range may be as old as its commits, and those of an audit of any age.
        ageless = patch.whole or (record.change.mode == "range" and record.change.message is None)
        limit = None if ageless else self.changelog.max_age_days or None
        today = record.change.date.date()
        found = faults(entry, today, types=self.changelog.types, max_age_days=limit)
        if found or patch.whole or said[_said(entry)] < 2:
            return found[:1]
        return [Fault("description", "description is a copy of another entry's")]

    def _diagnostic(
        self, record: Record, written: Written, fault: Fault, source: str
    ) -> Diagnostic:
        draft = record.draft._replace(description=_DESCRIBE)
        right = corrected(written.what, draft, [fault], types=self.changelog.types)
        return self.diagnostic(
            Location(written.path, written.what.line),
            fault.reason,
            help=f"write `{right}`",
            source=source,
            about_change=record.change.has_base,
        )


_DESCRIBE = "what changed, for whom"


def _place(each: Written) -> tuple[str, int]:
    return each.path, each.what.line


def _said(entry: Entry) -> str:
    return " ".join(entry.fields.description.casefold().split())
