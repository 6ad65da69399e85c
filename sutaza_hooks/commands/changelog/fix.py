"""`sutaza changelog fix`: wrong entries, put right."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from sutaza_hooks.changelog import Entry, parse
from sutaza_hooks.commands.changelog.site import fragments, root, staged
from sutaza_hooks.files import read, write
from sutaza_hooks.record import Record, key


@click.command("fix")
@click.option("--all-entries", is_flag=True, help="Also those that were committed before.")
def command(all_entries: bool) -> None:
    """Put right what is new in the changelog and its fragments; exit with 1 if anything was."""
    record, _ = staged()
    top = root()
    paths = [top / record.policy.path, *fragments(top, record.policy)]
    if sum(_mended(path, top, record, all_entries) for path in paths):
        sys.exit(1)


def _mended(path: Path, top: Path, record: Record, all_entries: bool) -> bool:
    """Write and print what can be put right in one file; whether anything could."""
    text = read(path) or ""
    name = path.relative_to(top).as_posix()
    lines = text.split("\n")
    for number, line in _corrections(
        text, record, Counter() if all_entries else _known(name, record)
    ):
        end = "\r" if lines[number - 1].endswith("\r") else ""
        lines[number - 1] = line + end
        click.echo(f"{name}:{number}: {line}")
    if "\n".join(lines) == text:
        return False
    write(path, "\n".join(lines))
    return True


def _known(name: str, record: Record) -> Counter[str]:
    """What is left as it was. Of a fragment only entries: nothing else can be collected."""
    before = parse(record.change.before.get(name, ""))
    return Counter(map(key, before.entries if record.policy.is_fragment(name) else before.items))


def _corrections(text: str, record: Record, known: Counter[str]) -> list[tuple[int, str]]:
    """The number and the new text of each line that is put right."""
    lines = []
    for each in parse(text).items:
        if known[key(each)]:
            known[key(each)] -= 1
            continue
        wrong = record.faults(each) if isinstance(each, Entry) else [each.fault]
        right = record.corrected(each, wrong)
        if wrong and right != each.text.split("\n")[0]:
            lines.append((each.line, right))
    return lines
