"""`sutaza index`: fill the index before it is needed, look at it, or empty it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from sutaza_hooks import config as configuration
from sutaza_hooks.git import Repository
from sutaza_hooks.indexing import build as read_whole
from sutaza_hooks.indexing import build_glossary
from sutaza_hooks.reuse.coverage import lacking


@click.group()
def command() -> None:
    """Fill, show or empty what is remembered of this repository."""


@command.command("build")
@click.option("--words", is_flag=True, help="Read what `sutaza search TEXT` needs, too.")
def build(words: bool) -> None:
    """Read the functions of every staged file, so that new ones can be compared with them."""
    repository = Repository(os.getcwd())
    tree = repository.everything().after
    tree = tree.speaking(configuration.load(tree).language)
    with progress(len(lacking(tree, tree.corpus).blobs)) as step:
        count = read_whole(repository, tree, step)
    trouble = tree.corpus.trouble
    if words:
        with progress(len(lacking(tree, tree.glossary).blobs)) as step:
            build_glossary(repository, tree, step)
        trouble = trouble or tree.glossary.trouble
    repository.index.close()
    if trouble:
        click.echo(f"warning: {trouble}", err=True)
    click.echo(f"read {count} of {len(tree)} files")


@contextmanager
def progress(count: int) -> Iterator[Callable[[int], object]]:
    """What is told of progress, with a bar on a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=count, label="reading", file=sys.stderr) as bar:
        yield bar.update


@command.command("status")
def status() -> None:
    """Print where the files of the index are, their size in bytes, and their rows."""
    repository = Repository(os.getcwd())
    index = repository.index
    for part in (index, index.corpus, index.glossary):
        for name, value in part.status().items():
            click.echo(f"{name:9} {value}")
        if part.trouble:
            click.echo(f"warning: {part.trouble}", err=True)


@command.command("clear")
def clear() -> None:
    """Forget everything; what is needed is read anew."""
    repository = Repository(os.getcwd())
    repository.index.clear()
    repository.index.close()
