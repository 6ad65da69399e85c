"""`sutaza changelog add`: the entry for what is staged, drafted and written."""

from __future__ import annotations

import os
import sys

import click

from sutaza_hooks.changelog import (
    Entry,
    Fields,
    add,
    fragment_name,
    parse,
    render,
    style_of,
    type_named,
    wording,
)
from sutaza_hooks.commands.changelog.site import quoted, root, shown, staged
from sutaza_hooks.config import Config
from sutaza_hooks.diagnostic import Diagnostic, NotEvaluated
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.files import read, write
from sutaza_hooks.record import Record, key
from sutaza_hooks.rules.unmatched_changelog_entry import UnmatchedChangelogEntry

_NOTHING_STAGED = (
    "nothing is staged that the entry could tell of; "
    "stage the change first, or give `--component` and `--type`"
)


@click.command("add")
@click.option("--message", "-m", metavar="TEXT", help="The description: what changed, for whom.")
@click.option("--type", "type_", metavar="TYPE", help="Instead of the one the change suggests.")
@click.option("--component", metavar="NAME", help="Instead of those that the paths belong to.")
@click.option("--version", "version", metavar="VERSION", help="Instead of the manifest's.")
@click.option("--why", metavar="TEXT", help="A detail line below the entry.")
@click.option("--who", metavar="TEXT", help="A detail line below the entry.")
@click.option("--impact", metavar="TEXT", help="A detail line below the entry.")
@click.option("--fragment", is_flag=True, help="Write a fragment, which never conflicts.")
def command(
    message: str | None,
    type_: str | None,
    component: str | None,
    version: str | None,
    why: str | None,
    who: str | None,
    impact: str | None,
    fragment: bool,
) -> None:
    """Write the entry for what is staged; only its description is asked for.

    An entry that the gate would refuse is not written. Before anything is staged, `--component`
    and `--type` have to be given, since only the change could tell them.
    """
    record, config = staged()
    if not record.documented and None in (component, type_):
        raise SutazaError(_NOTHING_STAGED)
    kind = None if type_ is None else _type(type_, record)
    given = {"version": version, "component": component, "type": kind}
    fields = _fields(record, {**given, "description": _description(message)})
    text = read(root() / record.policy.path) or ""
    entry = render(fields, style_of(parse(text)), _details(Why=why, Who=who, Impact=impact))
    _refuse(_read_back(entry, fields), text, record, config)
    _write(record, entry, text, fragment)


def _write(record: Record, entry: str, text: str, fragment: bool) -> None:
    path = root() / record.policy.path
    if fragment:
        path = root() / record.policy.fragments / fragment_name(entry)
        if os.path.lexists(path):
            raise SutazaError(f"{shown(path)}: holds this entry already; give another `--message`")
    write(path, f"{entry}\n" if fragment else add(text, entry))
    click.echo(entry)
    click.echo(f"wrote {shown(path)}; now run `git add {quoted(path)}`", err=True)


def _fields(record: Record, given: dict[str, str | None]) -> Fields:
    """The draft with what is given in its place."""
    words = {name: " ".join(text.split()) for name, text in given.items() if text is not None}
    return record.draft._replace(**words)


def _details(**texts: str | None) -> list[str]:
    return [f"{name}: {' '.join(text.split())}" for name, text in texts.items() if text]


def _description(message: str | None) -> str:
    if message is None and not sys.stdin.isatty():
        raise SutazaError("no description; give it with `--message`")
    return message if message is not None else click.prompt("What changed, for whom", err=True)


def _type(word: str, record: Record) -> str:
    known = type_named(word, record.policy.types)
    if known is None:
        raise SutazaError(f"`{word}` is no type; use one of {', '.join(record.policy.types)}")
    return known


def _read_back(written: str, fields: Fields) -> Entry:
    found = parse(written).entries
    if len(found) != 1 or found[0].fields != fields:
        raise SutazaError("the entry would be read otherwise; close or leave out its brackets")
    return found[0]


def _refuse(entry: Entry, text: str, record: Record, config: Config) -> None:
    """Raise SutazaError for an entry that the gate would refuse beside those of the text."""
    for fault in record.faults(entry):
        option = "message" if fault.field == "description" else fault.field
        raise SutazaError(f"{fault.reason}; give another with `--{option}`")
    said = wording(entry.fields.description)
    there = {wording(each.fields.description) for each in parse(text).entries}
    if said in there or record.wordings[said]:
        raise SutazaError("another entry has this description; say what this change does")
    for rule in config.rules:
        if isinstance(rule, UnmatchedChangelogEntry):
            _refuse_unmatched(rule, record, entry, text)


def _refuse_unmatched(
    rule: UnmatchedChangelogEntry, record: Record, entry: Entry, text: str
) -> None:
    beside = [(record.policy.path, entry), *_beside(record, text)]
    first = entry.text.split("\n", 1)[0]
    alone = rule.alone(record, record.policy.path, entry)
    for outcome in (*alone, *rule.together(record, beside)):
        if isinstance(outcome, Diagnostic) and outcome.source == first:
            raise SutazaError(f"{outcome.message}; {outcome.help}")
        if isinstance(outcome, NotEvaluated) and outcome.trouble:
            raise SutazaError(outcome.reason)


def _beside(record: Record, text: str) -> list[tuple[str, Entry]]:
    """The other entries for the change: those of the file on disk, and of staged fragments."""
    path = record.policy.path
    old = {key(entry) for entry in record.before.entries}
    new = [(path, entry) for entry in parse(text).entries if key(entry) not in old]
    return [*new, *(each for each in record.entries if each[0] != path)]
