"""`sutaza changelog collect`: fragments become entries of the changelog."""

from __future__ import annotations

from pathlib import Path

import click

from sutaza_hooks.changelog import collect
from sutaza_hooks.commands.changelog.site import fragments, load, quoted, root, save, shown, staged
from sutaza_hooks.files import read


@click.command("collect")
def command() -> None:
    """Move the entries of all fragments into the changelog, and delete the fragments."""
    policy, top = staged()[0].policy, root()
    found = {shown(path): read(path) or "" for path in fragments(top, policy)}
    if not found:
        click.echo(f"no fragments in {policy.fragments}", err=True)
        return
    path = top / policy.path
    collection = collect(load(path), found)
    save(path, collection.text)
    for file, line in collection.repeated:
        click.echo(f"{file}:{line}: the changelog has this entry already", err=True)
    for file in found:
        Path(file).unlink()
    places = f"{quoted(path)} {quoted(top / policy.fragments)}"
    click.echo(
        f"collected {len(found)} into {policy.path}; now run `git add -A {places}`", err=True
    )
