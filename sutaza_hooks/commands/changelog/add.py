"""`sutaza changelog add`: the entry for what is staged, drafted and written."""

from __future__ import annotations

import os

import click

from sutaza_hooks.changelog import Fields, add, fragment_name, parse, render, style_of
from sutaza_hooks.commands.changelog.draft import Draft, words
from sutaza_hooks.commands.changelog.site import load, quoted, root, save, shown, staged
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.record import Record

_NOTHING_STAGED = (
    "nothing is staged that the entry could tell of; "
    "stage the change first (`git add -u`), or give `--component` and `--type`"
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

    At a terminal an answer that is wrong is asked for again. An entry that the gate would refuse
    is not written. Before anything is staged, `--component` and `--type` have to be given, since
    only the change could tell them.
    """
    record, config = staged()
    if not record.documented and None in (component, type_):
        raise SutazaError(_NOTHING_STAGED)
    draft = Draft(record, config, load(root() / record.policy.path))
    fields = draft.described(draft.fields(version, component, type_), message)
    style = style_of(parse(draft.text))
    entry = render(fields, style, _details(Why=why, Who=who, Impact=impact))
    _read_back(entry, fields)
    _write(record, entry, draft.text, fragment)


def _write(record: Record, entry: str, text: str, fragment: bool) -> None:
    path = root() / record.policy.path
    if fragment:
        path = root() / record.policy.fragments / fragment_name(entry)
        if os.path.lexists(path):
            raise SutazaError(f"{shown(path)}: holds this entry already; give another `--message`")
    save(path, f"{entry}\n" if fragment else add(text, entry))
    click.echo(entry)
    click.echo(f"wrote {shown(path)}; now run `git add {quoted(path)}`", err=True)


def _details(**texts: str | None) -> list[str]:
    return [f"{name}: {words(text)}" for name, text in texts.items() if text]


def _read_back(written: str, fields: Fields) -> None:
    found = parse(written).entries
    if len(found) != 1 or found[0].fields != fields:
        raise SutazaError("the entry would be read otherwise; close or leave out its brackets")
