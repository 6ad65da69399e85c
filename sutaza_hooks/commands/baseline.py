"""`sutaza baseline`: write down today's debt, and shrink it as it is paid."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sutaza_hooks import baseline, debt
from sutaza_hooks import config as configuration
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.files import read, write
from sutaza_hooks.git import Repository


@click.command()
@click.option(
    "--output", type=click.Path(path_type=Path), help="Instead of the configured baseline."
)
def command(output: Path | None) -> None:
    """Audit what is staged, and write the report that later checks subtract.

    The first time it takes every diagnostic. From then on it only drops those that are gone; a new
    one is counted and said, and has to be mended. What counts as the first is the one in HEAD, so
    deleting the file starts nothing anew. Debt moves along with a staged rename.
    """
    repository = Repository(os.getcwd())
    if repository.bare and output is None:
        raise SutazaError("a bare repository has no place for a baseline; name one by --output")
    config = configuration.load(repository.everything().after)
    path = output or repository.root / (config.baseline or debt.FILE)
    name = os.path.relpath(path, repository.root)
    report = baseline.audit(repository, config)
    change = repository.everything() if repository.bare else repository.staged()
    repository.index.close()
    on_disk = read(path)
    existing = change.before.get(name) if on_disk is None else on_disk
    if existing is None:
        write(path, baseline.created(report))
        click.echo(f"wrote {os.path.relpath(path)}, diagnostics taken: {len(report.diagnostics)}")
    else:
        left = baseline.shrunk(existing, report, change, name)
        write(path, left.text)
        new = f"{left.new} new" + (" (not added)" if left.new else "")
        click.echo(f"{left.kept} kept, {left.gone} gone, {new}")
    if not config.baseline:
        click.echo(f"to put it in force, set `baseline: {name}` in {configuration.FILE}")
