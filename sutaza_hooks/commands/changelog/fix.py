"""`sutaza changelog fix`: wrong entries, put right, and what of them only a person can."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from sutaza_hooks.changelog import Entry, Fault, parse, strays
from sutaza_hooks.commands.changelog.site import fragments, load, root, save, staged
from sutaza_hooks.config import Config
from sutaza_hooks.diagnostic import Diagnostic
from sutaza_hooks.record import Items, Record, Written, differing, key
from sutaza_hooks.rules.missing_changelog_entry import MissingChangelogEntry
from sutaza_hooks.rules.unmatched_changelog_entry import UnmatchedChangelogEntry


@click.command("fix")
@click.option("--all-entries", is_flag=True, help="Also those that were committed before.")
def command(all_entries: bool) -> None:
    """Put right what is new in the changelog and its fragments, and say what is left to do.

    Exits with 1 if anything was put right or is left.
    """
    record, config = staged()
    task = _Task(root(), record, all_entries)
    paths = [task.top / record.policy.path, *fragments(task.top, record.policy)]
    fresh = task._replace(all_entries=False)
    added = {(name, each.line) for path in paths for name, each in fresh.new(path)}
    mended = [task.mend(path) for path in paths]  # a line for a line
    every = [each for path in paths for each in task.new(path)]
    new = [each for each in every if (each.path, each.what.line) in added]
    left = [*(line for path in paths for line in task.left(path)), *_unfit(record, config, new)]
    for line in left:
        click.echo(line)
    if any(mended) or left:
        sys.exit(1)


class _Task(NamedTuple):
    top: Path
    record: Record
    all_entries: bool

    def mend(self, path: Path) -> bool:
        """Write and print what can be put right in one file; whether anything could."""
        text = load(path)
        lines = text.split("\n")
        for number, line in self._corrections(path):
            end = "\r" if lines[number - 1].endswith("\r") else ""
            lines[number - 1] = line + end
            click.echo(f"{self._name(path)}:{number}: {line}")
        if "\n".join(lines) == text:
            return False
        save(path, "\n".join(lines))
        return True

    def new(self, path: Path) -> Iterator[Written]:
        """The entries of a file, and what tries to be one, that are to be judged."""
        earlier = () if self.all_entries else self._earlier(path)
        before, after = differing(earlier, parse(load(path)).items)
        known = Counter(map(key, before))
        for each in after:
            if known[key(each)]:
                known[key(each)] -= 1
            else:
                yield Written(self._name(path), each)

    def left(self, path: Path) -> Iterator[str]:
        """What is still wrong with one file."""
        for name, each in self.new(path):
            faults = self._faults(each) if isinstance(each, Entry) else [each.fault]
            yield from (f"{name}:{each.line}: left: {fault.reason}" for fault in faults)
        if self.record.policy.is_fragment(self._name(path)):
            for line in strays(parse(load(path))):
                yield f"{self._name(path)}:{line}: left: a fragment holds entries alone"

    def _name(self, path: Path) -> str:
        return path.relative_to(self.top).as_posix()

    def _earlier(self, path: Path) -> Items:
        """What is left as it was. Of a fragment only entries: nothing else can be collected."""
        name = self._name(path)
        before = parse(self.record.change.before.get(name, ""))
        return before.entries if self.record.policy.is_fragment(name) else before.items

    def _corrections(self, path: Path) -> Iterator[tuple[int, str]]:
        """The number and the new text of each line that is put right."""
        for _, each in self.new(path):
            wrong = self._faults(each) if isinstance(each, Entry) else [each.fault]
            right = self.record.corrected(each, wrong, ageless=self.all_entries)
            if wrong and right != each.text.split("\n")[0]:
                yield each.line, right

    def _faults(self, entry: Entry) -> Sequence[Fault]:
        return self.record.faults(entry, ageless=self.all_entries)


def _unfit(record: Record, config: Config, new: Sequence[Written]) -> Iterator[str]:
    """What the rules that compare the entries with the change will say of them."""
    entries = [(path, each) for path, each in new if isinstance(each, Entry)]
    for rule in config.rules:
        if isinstance(rule, MissingChangelogEntry) and not new:
            said = rule.check(record.change)
        elif isinstance(rule, UnmatchedChangelogEntry):
            said = rule.of(record, entries)
        else:
            continue
        for each in said:
            if isinstance(each, Diagnostic):
                place = f"{each.location.path}:{each.location.line}"
                yield f"{place}: left: {each.message}; {each.help}"
