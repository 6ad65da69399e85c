"""Rule: an entry of the changelog has the mandated form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.changelog import (
    DESCRIBE,
    Attempt,
    Changelog,
    Entry,
    Fault,
    Style,
    conflicts,
    parse,
    strays,
    wording,
)
from sutaza_hooks.diagnostic import Diagnostic, Outcome
from sutaza_hooks.gone import edits
from sutaza_hooks.record import ChangelogPolicy, Components, Record, Written
from sutaza_hooks.rule import Rule


@dataclass(frozen=True, eq=False)
class MalformedChangelogEntry(Rule):
    """An entry that is not `[Date] - [Version] - [Component] - [Type] - [Description]`.

    Each field may stand in brackets or plain, and the entry as a list item, a heading or a line.
    The date is a real day, neither in the future nor long past; the version is SemVer, PEP 440 or
    `Unreleased`; the type is one of those that are allowed; the description says something, and
    something that no other entry says. A fragment holds entries alone, and no conflict markers are
    left.

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
    exception = (
        "What stood there before is not judged in a commit, and what an audit finds of it is debt "
        "that `sutaza baseline` takes; `types` and `max_age_days` are set under `changelog` in the "
        "[configuration](../configuration.md)."
    )

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
        left = [each for each in conflicts(text) if any(map(patch.adds, each))]
        yield from (self._conflict(record, patch, markers[0]) for markers in left)
        if self.changelog.is_fragment(patch.path) and not left:
            yield from self._fragment(record, patch, changelog)
        new = {_place(each) for each in record.added}
        for each in changelog.items:
            written = Written(patch.path, each)
            if patch.whole or (patch.adds(each.line) and _place(written) in new):
                yield from self._entry(record, patch, each)

    def _conflict(self, record: Record, patch: Patch, line: int) -> Diagnostic:
        source = record.change.after.line(patch.path, line)
        message = f"conflict marker `{source.strip()}` is left"
        return self._said(
            record,
            patch,
            line,
            message,
            "keep the entries of both sides, and take out the lines with markers",
        )

    def _fragment(self, record: Record, patch: Patch, fragment: Changelog) -> Iterator[Diagnostic]:
        """What could not be collected from a fragment."""
        for line in strays(fragment):
            if patch.adds(line):
                attempt = Attempt(
                    line, record.change.after.line(patch.path, line), Style(), _NO_ENTRY
                )
                right = record.corrected(attempt, description=DESCRIBE)
                message = "a fragment holds entries alone, and this is none"
                yield self._said(record, patch, line, message, f"write `{right}`")
                return
        if not fragment.items and not strays(fragment):
            right = "run `sutaza changelog add --fragment`, or delete the file"
            yield self._said(record, patch, 1, "the fragment holds no entry", right)

    def _entry(self, record: Record, patch: Patch, what: Entry | Attempt) -> Iterator[Diagnostic]:
        ageless = _is_ageless(record, patch, what)
        found = self._faults(record, patch, what, ageless)
        if found:
            right = record.corrected(what, found, DESCRIBE, ageless=ageless)
            yield self._said(record, patch, what.line, found[0].reason, f"write `{right}`")

    def _faults(
        self, record: Record, patch: Patch, what: Entry | Attempt, ageless: bool
    ) -> Sequence[Fault]:
        if isinstance(what, Attempt):
            return [what.fault]
        found = record.faults(what, ageless=ageless)
        if patch.whole or record.wordings[wording(what.fields.description)] < 2:
            return found
        return [*found, Fault("description", "description is a copy of another entry's")]

    def _said(self, record: Record, patch: Patch, line: int, message: str, help: str) -> Diagnostic:
        return self.diagnostic(
            patch.at(line),
            message,
            help=help,
            source=record.change.after.line(patch.path, line),
            about_change=record.change.has_base,
        )


_NO_ENTRY = Fault("date", "date is missing")


def _is_ageless(record: Record, patch: Patch, what: Entry | Attempt) -> bool:
    """Whether an entry may be of any age.

    Those of a range may be as old as its commits, and those of an audit as the project. One that
    was edited is as old as it was: another rule speaks of it.
    """
    several = record.change.mode == "range" and record.change.message is None
    return patch.whole or several or (patch.path, what.line) in edits(record)


def _place(each: Written) -> tuple[str, int]:
    return each.path, each.what.line
