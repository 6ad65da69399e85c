"""Rule: what the changelog said before it still says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sutaza_hooks.change import Change, Merge
from sutaza_hooks.changelog import Changelog, Entry, is_unreleased, parse
from sutaza_hooks.diagnostic import Diagnostic, Location, Outcome
from sutaza_hooks.loss import lost
from sutaza_hooks.record import ChangelogPolicy, Record, key
from sutaza_hooks.rule import Rule


@dataclass(frozen=True)
class RewrittenChangelog(Rule):
    """An earlier entry that was changed, removed or moved, or a released section that was touched.

    An entry may lose `Unreleased` for the version that is released. The exact revert of a commit
    may take that commit's entry back, which is said.

    ## Why is this bad?
    A history that can be rewritten proves nothing, and what was released under a version is what
    its tag holds.

    ## Example
    ```markdown title="docs/CHANGELOG.md" before
    # Changelog

    - [2026-03-10] - [1.4.0] - [payments] - [Fixed] - [Fees are rounded up]
    ```
    ```markdown title="docs/CHANGELOG.md"
    # Changelog

    - [2026-03-10] - [1.4.0] - [payments] - [Fixed] - [Fees are rounded down]
    ```

    ## Use instead
    ```markdown title="docs/CHANGELOG.md" before
    # Changelog

    - [2026-03-10] - [1.4.0] - [payments] - [Fixed] - [Fees are rounded up]
    ```
    ```markdown title="docs/CHANGELOG.md"
    # Changelog

    - [2026-03-14] - [1.4.0] - [payments] - [Changed] - [Fees are rounded down, not up]
    - [2026-03-10] - [1.4.0] - [payments] - [Fixed] - [Fees are rounded up]
    ```
    """

    charter = 19

    changelog: ChangelogPolicy = field(default=ChangelogPolicy(), metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Outcome]:
        if not change.has_base:
            yield self.not_evaluated("nothing to compare with; use `--range A..B`")
            return
        dropped = self._lost(change)
        yield from (self._says_lost(merge, entry) for merge, entry in dropped.values())
        record = Record(change, self.changelog)
        paths = {path for patch in change.patches for path in (patch.path, patch.old_path)}
        if not any(map(self.changelog.holds, paths)):
            return
        merging = change.mode != "range" and bool(change.merges)
        gone = [] if merging else [each for each in self._gone(record) if key(each) not in dropped]
        if change.commit in ("revert", "fixup") and gone:
            yield self.exempt(change.commit_reason)
            return
        yield from self._missing(record, gone)
        yield from self._moved(record, gone)
        yield from self._released(record)

    def _lost(self, change: Change) -> Mapping[str, tuple[Merge, Entry]]:
        """What the merges of the change lost, and the change does not put back."""
        path = self.changelog.path
        every = {
            key(entry): (merge, entry) for merge in change.merges for entry in lost(merge, path)
        }
        kept = {key(entry) for entry in parse(change.after.get(path, "")).entries} if every else ()
        return {each: found for each, found in every.items() if each not in kept}

    def _says_lost(self, merge: Merge, entry: Entry) -> Diagnostic:
        who = f"merge {merge.name[:12]}" if merge.name else "merge"
        return self.diagnostic(
            Location(self.changelog.path),
            f"the {who} lost an earlier entry: `{_first_line(entry)}`",
            help="put it back; `sutaza changelog merge-driver` keeps both sides",
            about_change=True,
        )

    def _gone(self, record: Record) -> Sequence[Entry]:
        """The entries of before that are not there any more, in any place."""
        left = record.kept
        gone = []
        for entry in record.earlier:
            if left[key(entry)]:
                left[key(entry)] -= 1
            else:
                gone.append(entry)
        stamped = {_unversioned(entry) for _, entry in record.entries}
        return [each for each in gone if not _released_now(each, stamped)]

    def _missing(self, record: Record, gone: Sequence[Entry]) -> Iterator[Diagnostic]:
        path = self.changelog.path
        near = {entry.fields.description: entry for _, entry in record.entries}
        for entry in gone:
            now = near.get(entry.fields.description) or _at(record, entry.line)
            what = "changed" if now else "removed"
            yield self.diagnostic(
                Location(path, now.line if now else 1),
                f"an earlier entry was {what}: `{_first_line(entry)}`",
                help="put it back as it was, and say what changed in an entry of its own",
                source=now.text.split("\n")[0] if now else "",
                about_change=True,
            )

    def _moved(self, record: Record, gone: Sequence[Entry]) -> Iterator[Diagnostic]:
        """The first entry that stands in another order than before."""
        lost = Counter(key(entry) for entry in gone)
        before = [entry for entry in record.before.entries if not lost[key(entry)]]
        order = [key(entry) for entry in before]
        wanted = iter(order)
        next_one = next(wanted, None)
        for entry in record.after.entries:
            if key(entry) == next_one:
                next_one = next(wanted, None)
        if next_one is not None and next_one in {key(entry) for entry in record.after.entries}:
            entry = next(each for each in record.after.entries if key(each) == next_one)
            yield self.diagnostic(
                Location(self.changelog.path, entry.line),
                "earlier entries stand in another order",
                help="put them back in their order, and new ones above or below them",
                source=entry.text.split("\n")[0],
                about_change=True,
            )

    def _released(self, record: Record) -> Iterator[Diagnostic]:
        """Versions whose entries or section the change touches although a tag released them."""
        before, after = _by_version(record.before), _by_version(record.after)
        for version, now in after.items():
            if now == before.get(version):
                continue
            tagged = record.change.released(version)
            if tagged is None or self.changelog.path not in tagged:
                continue
            if _by_version(parse(tagged.get(self.changelog.path, ""))).get(version) != now:
                yield self._differs(record, version)

    def _differs(self, record: Record, version: str) -> Diagnostic:
        new = [entry for _, entry in record.entries if entry.fields.version == version]
        line = new[0].line if new else 1
        return self.diagnostic(
            Location(self.changelog.path, line),
            f"what is said of `{version}` differs from what its tag released",
            help="write `Unreleased` or the next version, and leave released entries alone",
            source=new[0].text.split("\n")[0] if new else "",
            about_change=True,
        )


def _first_line(entry: Entry) -> str:
    return entry.text.split("\n")[0].strip()


def _by_version(changelog: Changelog) -> dict[str, tuple[frozenset[str], str]]:
    """For each version its entries, and the text of its section if it has one."""
    entries: dict[str, set[str]] = {}
    for entry in changelog.entries:
        if not is_unreleased(entry.fields.version):
            entries.setdefault(entry.fields.version, set()).add(key(entry))
    sections = {
        each.version: each.text for each in changelog.sections if not is_unreleased(each.version)
    }
    return {
        version: (frozenset(entries.get(version, ())), sections.get(version, ""))
        for version in {*entries, *sections}
    }


def _unversioned(entry: Entry) -> tuple[str, ...]:
    return (*entry.fields._replace(version=""), *entry.details)


def _released_now(entry: Entry, stamped: set[tuple[str, ...]]) -> bool:
    """Whether the entry only got a version in the place of `Unreleased`."""
    return is_unreleased(entry.fields.version) and _unversioned(entry) in stamped


def _at(record: Record, line: int) -> Entry | None:
    """The added entry that stands where an earlier one stood."""
    return next((entry for _, entry in record.entries if entry.line == line), None)
