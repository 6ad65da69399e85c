"""`sutaza changelog`: write, check, mend, collect and merge the changelog."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from pathlib import Path

import click

from sutaza_hooks import config as configuration
from sutaza_hooks.changelog import (
    Entry,
    Fault,
    add,
    collect,
    corrected,
    faults,
    merge,
    parse,
    render,
    style_of,
    type_named,
)
from sutaza_hooks.commands import check
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.files import read, write
from sutaza_hooks.git import Repository
from sutaza_hooks.record import ChangelogPolicy, Record, key
from sutaza_hooks.rules import RULES


@click.group()
def command() -> None:
    """Write, check, mend, collect and merge the entries of the changelog."""


@command.command("add")
@click.option("--message", "-m", metavar="TEXT", help="The description: what changed, for whom.")
@click.option("--type", "type_", metavar="TYPE", help="Instead of the one the change suggests.")
@click.option("--component", metavar="NAME", help="Instead of those that the paths belong to.")
@click.option("--version", "version", metavar="VERSION", help="Instead of the manifest's.")
@click.option("--why", metavar="TEXT", help="A detail line below the entry.")
@click.option("--who", metavar="TEXT", help="A detail line below the entry.")
@click.option("--impact", metavar="TEXT", help="A detail line below the entry.")
@click.option("--fragment", is_flag=True, help="Write a fragment, which never conflicts.")
def add_(
    message: str | None,
    type_: str | None,
    component: str | None,
    version: str | None,
    why: str | None,
    who: str | None,
    impact: str | None,
    fragment: bool,
) -> None:
    """Write the entry for what is staged; only its description is asked for."""
    record = _record()
    if not record.documented:
        click.echo("note: nothing is staged that the entry could tell of", err=True)
    draft = record.draft._replace(description=_description(message))
    given = {"type": type_ and _type(type_, record), "component": component, "version": version}
    fields = draft._replace(**{name: value for name, value in given.items() if value})
    details = [
        f"{name}: {text}" for name, text in (("Why", why), ("Who", who), ("Impact", impact)) if text
    ]
    path = _root() / record.policy.path
    text = read(path) or ""
    entry = render(fields, style_of(parse(text)), details)
    if fragment:
        path = _root() / record.policy.fragments / _fragment_name(fields.date, fields.description)
        text = ""
    write(path, f"{entry}\n" if fragment else add(text, entry))
    click.echo(entry)
    click.echo(f"wrote {_shown(path)}; now run `git add {_shown(path)}`", err=True)


@command.command("check")
@click.option("--range", "between", metavar="A..B", help="Judge what B brings over A.")
@click.option("--all-files", "mode", flag_value="all-files", help="Judge the whole changelog.")
@click.option("--format", "form", default="text", show_default=True, metavar="FORMAT")
@click.pass_context
def check_(context: click.Context, between: str | None, mode: str | None, form: str) -> None:
    """Judge the staged change by the rules about the changelog alone."""
    names = tuple(name for name, rule in RULES.items() if rule.charter == 19)
    context.invoke(
        check.command, names=names, mode=mode, between=between, form=form, message=None, output=None
    )


@command.command("fix")
@click.option("--all-entries", is_flag=True, help="Also those that were committed before.")
def fix(all_entries: bool) -> None:
    """Put right the entries that are new, and exit with 1 when anything was changed."""
    record = _record()
    path = _root() / record.policy.path
    text = read(path) or ""
    known = Counter(map(key, record.before.items))
    lines = text.split("\n")
    for number, line in _corrections(text, record, Counter() if all_entries else known):
        end = "\r" if lines[number - 1].endswith("\r") else ""
        lines[number - 1] = line + end
        click.echo(f"{record.policy.path}:{number}: {line}")
    if "\n".join(lines) != text:
        write(path, "\n".join(lines))
        sys.exit(1)


@command.command("collect")
def collect_() -> None:
    """Move the entries of all fragments into the changelog, and delete the fragments."""
    policy = _policy()
    folder = _root() / policy.fragments
    inside = [each for each in sorted(folder.glob("*.md")) if each.name != "README.md"]
    found = {each: each.read_text(encoding="utf-8") for each in inside}
    if not found:
        click.echo(f"no fragments in {policy.fragments}", err=True)
        return
    path = _root() / policy.path
    write(path, collect(read(path) or "", {_shown(each): text for each, text in found.items()}))
    for each in found:
        each.unlink()
    click.echo(f"collected {len(found)} into {policy.path}; now run `git add -A docs`", err=True)


@command.command("merge-driver")
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.argument("path", required=False)
def merge_driver(base: str, ours: str, theirs: str, path: str | None) -> None:
    """Merge two changelogs for Git (`%O %A %B`): no entry is lost, none is doubled."""
    texts = [read(Path(each)) or "" for each in (base, ours, theirs)]
    merged, conflict = merge(*texts)
    write(Path(ours), merged)
    if conflict:
        click.echo(f"conflict in {path or 'the changelog'}: both sides changed one entry", err=True)
        sys.exit(1)


def _record() -> Record:
    """What is staged, as the rules about the changelog see it."""
    change = Repository(os.getcwd()).staged()
    config = configuration.load(change.after)
    return Record(change.without(config.excludes), config.changelog, config.components)


def _policy() -> ChangelogPolicy:
    return configuration.load(Repository(os.getcwd()).staged().after).changelog


def _root() -> Path:
    return Repository(os.getcwd()).root


def _shown(path: Path) -> str:
    return os.path.relpath(path)


def _description(message: str | None) -> str:
    if message is None and not sys.stdin.isatty():
        raise SutazaError("no description; give it with `--message`")
    text = message if message is not None else click.prompt("What changed, for whom", err=True)
    return " ".join(text.split())


def _type(word: str, record: Record) -> str:
    known = type_named(word, record.policy.types)
    if known is None:
        raise SutazaError(f"`{word}` is no type; use one of {', '.join(record.policy.types)}")
    return known


def _fragment_name(date: str, description: str) -> str:
    words = re.findall(r"[a-z0-9]+", description.lower())[:6]
    return f"{date}-{'-'.join(words) or 'entry'}.md"


def _corrections(text: str, record: Record, known: Counter[str]) -> list[tuple[int, str]]:
    """The number and the new text of each line that is put right."""
    draft = record.draft
    lines = []
    for each in parse(text).items:
        if known[key(each)]:
            known[key(each)] -= 1
            continue
        wrong = _faults(each, record) if isinstance(each, Entry) else [each.fault]
        right = corrected(each, draft, wrong, types=record.policy.types)
        if wrong and right != each.text.split("\n")[0]:
            lines.append((each.line, right))
    return lines


def _faults(entry: Entry, record: Record) -> list[Fault]:
    today = record.change.date.date()
    limit = record.policy.max_age_days or None
    return [*faults(entry, today, types=record.policy.types, max_age_days=limit)]
