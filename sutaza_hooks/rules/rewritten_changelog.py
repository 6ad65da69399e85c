"""Rule: what the changelog said before it still says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sutaza_hooks.change import Change, Merge
from sutaza_hooks.changelog import Attempt, Changelog, Entry, is_unreleased, parse
from sutaza_hooks.diagnostic import Diagnostic, Location, Outcome
from sutaza_hooks.gone import Gone, gone
from sutaza_hooks.loss import lost as lost_by
from sutaza_hooks.record import ChangelogPolicy, Record, key
from sutaza_hooks.rule import Rule


@dataclass(frozen=True, eq=False)
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
    exception = (
        "For a commit that has to rewrite history, set `rewritten-changelog: off` under `rules` in "
        "the [configuration](../configuration.md), and take it out with the next."
    )

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
        lost = [] if merging else [each for each in gone(record) if key(each.entry) not in dropped]
        if change.commit in ("revert", "fixup") and lost:
            yield self.exempt(change.commit_reason)
            return
        yield from self._changed(lost)
        yield from self._removed(record, lost)
        yield from self._moved(record, lost)
        yield from self._released(record)

    def _lost(self, change: Change) -> Mapping[str, tuple[Merge, Entry]]:
        """What the merges of the change lost, and the change does not put back."""
        path = self.changelog.path
        every = {
            key(entry): (merge, entry) for merge in change.merges for entry in lost_by(merge, path)
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

    def _changed(self, lost: Sequence[Gone]) -> Iterator[Diagnostic]:
        for path, entry, now in lost:
            if now:
                yield self.diagnostic(
                    Location(now.path, now.what.line),
                    f"{_in_file(path, now.path)} was changed: `{_first_line(entry)}`",
                    help="put it back as it was, and say what changed in an entry of its own",
                    source=now.what.text.split("\n")[0],
                    about_change=True,
                )

    def _removed(self, record: Record, lost: Sequence[Gone]) -> Iterator[Diagnostic]:
        """What is no longer said, once a file."""
        removed: dict[str, list[Entry]] = {}
        for path, entry, now in lost:
            if not now:
                removed.setdefault(path, []).append(entry)
        for path, entries in removed.items():
            first = _first_line(entries[0])
            with_file = "" if path in record.change.after else f" with `{path}`"
            message = (
                f"an earlier entry was removed{with_file}: `{first}`"
                if len(entries) == 1
                else f"{len(entries)} earlier entries were removed{with_file}, the first: `{first}`"
            )
            help = self._put_back(record, path, len(entries))
            yield self.diagnostic(Location(path), message, help=help, about_change=True)

    def _put_back(self, record: Record, path: str, many: int) -> str:
        target = _moved_to(record, path)
        if target:
            return f"set `changelog.path` to `{target}`, or move the file back"
        return f"put {'it' if many == 1 else 'them'} back, and say what changed in a new entry"

    def _moved(self, record: Record, lost: Sequence[Gone]) -> Iterator[Diagnostic]:
        """The first entry that stands in another order than before."""
        gone = Counter(key(each.entry) for each in lost)
        before, after = map(_entries, record.differing)
        wanted = (key(entry) for entry in before if not gone[key(entry)])
        next_one = next(wanted, None)
        for entry in after:
            if key(entry) == next_one:
                next_one = next(wanted, None)
        moved = [entry for entry in after if key(entry) == next_one][:1]
        for entry in moved:
            yield self.diagnostic(
                Location(self.changelog.path, entry.line),
                "earlier entries stand in another order",
                help="put them back in their order, and new ones above or below them",
                source=entry.text.split("\n")[0],
                about_change=True,
            )

    def _released(self, record: Record) -> Iterator[Diagnostic]:
        """Versions whose entries or section the change touches although a tag released them."""
        touched = _touched(record)
        before, after = (_by_version(each, touched) for each in (record.before, record.after))
        for version, now in after.items():
            if now == before.get(version):
                continue
            tagged = record.change.released(version)
            if tagged is None or self.changelog.path not in tagged:
                continue
            released = parse(tagged.get(self.changelog.path, ""))
            if _by_version(released, touched).get(version) != now:
                yield self._differs(record, version)

    def _differs(self, record: Record, version: str) -> Diagnostic:
        new = [each for each in record.entries if each[1].fields.version == version]
        path, entry = new[0] if new else (self.changelog.path, None)
        return self.diagnostic(
            Location(path, entry.line if entry else 1),
            f"what is said of `{version}` differs from what its tag released",
            help="write `Unreleased` or the next version, and leave released entries alone",
            source=entry.text.split("\n")[0] if entry else "",
            about_change=True,
        )


def _first_line(entry: Entry) -> str:
    return entry.text.split("\n")[0].strip()


def _entries(items: Sequence[Entry | Attempt]) -> Sequence[Entry]:
    return [each for each in items if isinstance(each, Entry)]


def _touched(record: Record) -> set[str]:
    """The released versions of which the changelog says something else than before."""
    entries = {each.fields.version for items in record.differing for each in _entries(items)}
    before, after = (
        {(each.version, each.text) for each in changelog.sections}
        for changelog in (record.before, record.after)
    )
    versions = {*entries, *(version for version, _ in before ^ after)}
    return {version for version in versions if not is_unreleased(version)}


def _by_version(
    changelog: Changelog, versions: Collection[str]
) -> dict[str, tuple[frozenset[str], str]]:
    """For each of the versions its entries, and the text of its section if it has one."""
    entries: dict[str, set[str]] = {}
    for entry in changelog.entries if versions else ():
        if entry.fields.version in versions:
            entries.setdefault(entry.fields.version, set()).add(key(entry))
    sections = {each.version: each.text for each in changelog.sections if each.version in versions}
    return {
        version: (frozenset(entries.get(version, ())), sections.get(version, ""))
        for version in {*entries, *sections}
    }


def _in_file(path: str, now: str) -> str:
    return "an earlier entry" if path == now else f"an earlier entry of `{path}`"


def _moved_to(record: Record, path: str) -> str:
    """The file that the changelog became, when it is not there any more."""
    if path != record.policy.path or path in record.change.after:
        return ""
    was = {key(entry) for entry in record.before.entries}
    for patch in record.change.patches:
        if patch.kind in ("added", "renamed") and not record.policy.is_fragment(patch.path):
            text = record.change.after.get(patch.path, "")
            if 2 * len(was & {key(entry) for entry in parse(text).entries}) > len(was):
                return patch.path
    return ""
