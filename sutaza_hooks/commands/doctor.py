"""`sutaza doctor`: whether the gate is live, and what keeps it from being so."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from pathlib import Path

import click

from sutaza_hooks import config as configuration
from sutaza_hooks.change import Tree
from sutaza_hooks.checkup.examination import examine, git_version
from sutaza_hooks.checkup.proof import prove
from sutaza_hooks.checkup.remark import Remark
from sutaza_hooks.checkup.scratch import scratch
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.files import read
from sutaza_hooks.git import Repository
from sutaza_hooks.git.site import Site
from sutaza_hooks.precommit import config as precommit


@click.command()
@click.option(
    "--prove", "proves", is_flag=True, help="Commit a breach of every rule in a scratch clone."
)
def command(proves: bool) -> None:
    """Look at all that has to be right for a breach to be blocked; exit with 1 on any problem.

    With --prove the installed hooks are copied into a repository of their own in a temporary
    folder, where one breach of each active rule is really committed.
    """
    remarks = []
    for remark in _remarks(proves):
        click.echo(f"{remark.standing:10}  {remark.about}: {remark.said}")
        remarks.append(remark)
    sys.exit(1 if any(each.standing == "problem" for each in remarks) else 0)


def _remarks(proves: bool) -> Iterator[Remark]:
    yield git_version(Site(Path.cwd()).version())
    try:
        repository = Repository(os.getcwd())
        tree = repository.everything().after
    except SutazaError as error:
        yield Remark("problem", "repository", str(error))
        return
    yield from examine(repository, tree)
    if proves:
        yield from _proof(repository, tree)


def _proof(repository: Repository, tree: Tree) -> Iterator[Remark]:
    try:
        config = configuration.load(tree)
    except SutazaError:
        yield Remark("problem", "proof", "not made, since the configuration cannot be read")
        return
    # What runs is what stands on disk, as a runner reads its configuration there.
    hooks = read(repository.root / precommit.FILE)
    base = {path: tree[path] for path in (configuration.FILE, config.baseline) if path in tree}
    if hooks is not None:
        base[precommit.FILE] = hooks
    with scratch(Site(repository.root).hooks, base, _others(hooks)) as place:
        yield from prove(place, config, datetime.now(timezone.utc).astimezone().date())


def _others(hooks: str | None) -> Sequence[str]:
    """The hooks of other projects: they rest, since a scratch repository is nothing to them."""
    try:
        return precommit.parse(hooks or "").others
    except SutazaError:  # it is said already, and no commit will pass
        return ()
