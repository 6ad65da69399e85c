"""`sutaza verify`: whether what commits tell of themselves is so."""

from __future__ import annotations

import os
import sys

import click

from sutaza_hooks import config as configuration
from sutaza_hooks.change import Change
from sutaza_hooks.git import Repository
from sutaza_hooks.indexing import build
from sutaza_hooks.reuse.evidence import documented, gathered


@click.command()
@click.argument("between", metavar="A..B")
def command(between: str) -> None:
    """Search again for what each commit of A..B adds, and hold it against what its message tells.

    A commit that tells nothing is none that tells what is not so; whether it has to tell is asked
    by the rule `undocumented-search`. Exits with 1 where any is not so.
    """
    since, dots, until = between.partition("..")
    if not (dots and since and until.lstrip(".")):
        raise click.UsageError(f"{between}: expected A..B")
    repository = Repository(os.getcwd())
    wrong = 0
    for commit in repository.commits(since, until.lstrip(".")):
        change = repository.between(f"{commit}^", commit)
        trouble, said = _verified(repository, change)
        wrong += trouble
        click.echo(f"{commit[:12]}  {said}")
    repository.index.close()
    sys.exit(1 if wrong else 0)


def _verified(repository: Repository, change: Change) -> tuple[bool, str]:
    """Whether something is not so, and what is said of the commit."""
    told = documented(change.message or "")
    if told is None:
        return False, "tells of no search"
    configured = configuration.load(change.after)
    change = change.speaking(configured.language).without(configured.excludes)
    build(repository, change.before, lambda _: None)
    evidence, _ = gathered(change)
    if not told.agrees(evidence):
        return True, f"tells `{told.trailer}`, but it is `{evidence.trailer}`"
    if not told.tells_of(change.after.id):
        return False, "tells what is so, though it was searched for another tree"
    return False, "tells what is so"
