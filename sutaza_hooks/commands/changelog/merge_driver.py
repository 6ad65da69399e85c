"""`sutaza changelog merge-driver`: what Git calls to merge two changelogs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sutaza_hooks.changelog import merge
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.files import read, write


@click.command("merge-driver")
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.argument("path", required=False)
def command(base: str, ours: str, theirs: str, path: str | None) -> None:
    """Merge two changelogs for Git (`%O %A %B`): no entry is lost, none is doubled.

    Exits with 1 where it leaves conflict markers.
    """
    merged, conflict = merge(*(_present(Path(each)) for each in (base, ours, theirs)))
    write(Path(ours), merged)
    if conflict:
        click.echo(f"conflict in {path or 'the changelog'}: both sides changed one entry", err=True)
        sys.exit(1)


def _present(path: Path) -> str:
    """The text of a file that has to be there: read as empty, all its entries would be lost."""
    text = read(path)
    if text is None:
        raise SutazaError(f"{path}: does not exist; give the three files that Git calls %O %A %B")
    return text
