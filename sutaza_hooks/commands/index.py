"""`sutaza index`: fill the index before it is needed, or look at it."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager, nullcontext

import click

from sutaza_hooks import config as configuration
from sutaza_hooks.git import Repository


@click.group()
def command() -> None:
    """Fill or show the file in which facts about blobs are remembered."""


@command.command("build")
def build() -> None:
    """Read the facts of every staged file in a known language."""
    repository = Repository(os.getcwd())
    tree = repository.everything().after
    tree = tree.speaking(configuration.load(tree).language)
    with _shown(tree) as paths:
        read = sum(tree.facts(path) is not None for path in paths)
    repository.index.close()
    if repository.index.trouble:
        click.echo(f"warning: {repository.index.trouble}", err=True)
    click.echo(f"read {read} of {len(tree)} files")


def _shown(paths: Collection[str]) -> AbstractContextManager[Iterable[str]]:
    """The paths, with a progress bar on a terminal."""
    if not sys.stderr.isatty():
        return nullcontext(paths)
    return click.progressbar(paths, label="reading", file=sys.stderr)


@command.command("status")
def status() -> None:
    """Print where the index is, its size in bytes, and its rows."""
    repository = Repository(os.getcwd())
    for name, value in repository.index.status().items():
        click.echo(f"{name:9} {value}")
    if repository.index.trouble:
        click.echo(f"warning: {repository.index.trouble}", err=True)
