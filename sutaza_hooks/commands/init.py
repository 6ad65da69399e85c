"""`sutaza init`: set a repository up for the gate, and keep all that stands there."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from sutaza_hooks import baseline, debt
from sutaza_hooks import config as configuration
from sutaza_hooks.config import Config
from sutaza_hooks.diagnostic import Report
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.files import read, write
from sutaza_hooks.git import Repository
from sutaza_hooks.git.site import Site, pinned
from sutaza_hooks.indexing import start_if_large
from sutaza_hooks.precommit.config import FILE as HOOKS
from sutaza_hooks.precommit.config import parse
from sutaza_hooks.precommit.edit import Entry, has_hooks, with_hooks
from sutaza_hooks.precommit.hook_ids import GIT_STAGES, RECOMMENDED
from sutaza_hooks.precommit.installation import runner
from sutaza_hooks.setup.origin import RELEASE, origin
from sutaza_hooks.setup.starter import starter, with_baseline
from sutaza_hooks.setup.survey import survey

ATTRIBUTES = ".gitattributes"
DRIVER = "sutaza-changelog"


@click.command()
@click.option("--repo", metavar="URL", help="Where the hooks come from.  [default: this program]")
@click.option("--rev", metavar="REV", help="Their revision.  [default: this program's]")
@click.option(
    "--baseline/--no-baseline",
    "wanted",
    default=None,
    help="Let pass what an audit finds today; asked for on a terminal.",
)
def command(repo: str | None, rev: str | None, wanted: bool | None) -> None:
    """Write a configuration that fits this repository, and add the hooks.

    Nothing that stands is overwritten, and nothing is staged. The hooks come from where this
    program was installed from, at the same commit, if that is a Git repository.
    """
    repository = Repository(os.getcwd())
    if repository.bare:
        raise SutazaError("a bare repository has no files to write; run `sutaza init` in a clone")
    written = []
    for step in _steps(repository, _entry(repo, rev), wanted):
        click.echo(step.said)
        written.append(step.file)
    names = (os.path.relpath(repository.root / file) for file in filter(None, written))
    files = " ".join(dict.fromkeys(names))
    click.echo("next:")
    if files:
        click.echo(f"  git add {files}")
    click.echo(f"  {runner(Site(repository.root).hooks, GIT_STAGES)} install")
    click.echo("  sutaza changelog add, for the entry that every commit has")


def _entry(repo: str | None, rev: str | None) -> Entry:
    default = RELEASE if repo else origin()
    repo = repo or default.repo
    return Entry(repo, pinned(repo, rev or default.rev))


class _Step(NamedTuple):
    """What was done, and the file that it was written to, if any was."""

    said: str
    file: str = ""


def _steps(repository: Repository, entry: Entry, wanted: bool | None) -> Iterator[_Step]:
    yield _configuration(repository)
    config = configuration.parse(read(repository.root / configuration.FILE) or "")
    yield _hooks(repository.root, entry)
    yield _attributes(repository.root, config.changelog.path)
    yield _driver(Site(repository.root))
    yield from _baseline(repository, config, wanted)
    if start_if_large(repository):
        yield _Step(
            "reading the repository's functions in the background; see `sutaza index status`"
        )


def _configuration(repository: Repository) -> _Step:
    path = repository.root / configuration.FILE
    if path.exists():
        return _Step(f"kept {path.name}, which stands already")
    tree = repository.everything().after
    found = survey(tree if len(tree) else Site(repository.root).untracked())
    write(path, starter(found, debt.FILE))
    said = [f"wrote {path.name}"]
    if found.other_changelogs:
        said.append(f"  the changelog is {found.changelog}")
        said += [f"  {each} is not read as one" for each in found.other_changelogs]
    return _Step("\n".join(said), path.name)


def _hooks(root: Path, entry: Entry) -> _Step:
    stood = has_hooks(read(root / HOOKS) or "")
    step = _edited(root / HOOKS, lambda text: with_hooks(text, entry))
    present = {hook.id for hook in parse(read(root / HOOKS) or "").ours}
    lacking = [id for id in RECOMMENDED if id not in present]
    if not lacking:
        return step if stood else step._replace(said=f"{step.said}; {_whence(entry)}")
    said = step.said.partition(",")[0]
    return step._replace(said=f"{said}; it lacks {', '.join(lacking)}: add them beside `sutaza`")


def _whence(entry: Entry) -> str:
    said = f"its hooks come from\n  {entry.repo} at {entry.rev[:12]}"
    if os.path.isabs(entry.repo) or entry.repo.startswith("file:"):
        said += "\n  which is on this machine alone: give others a `repo:` that they can reach"
    return said


def _attributes(root: Path, changelog: str) -> _Step:
    return _edited(root / ATTRIBUTES, lambda text: _with_driver(text, changelog))


def _edited(path: Path, edit: Callable[[str], str]) -> _Step:
    text = read(path) or ""
    edited = edit(text)
    if edited == text:
        return _Step(f"kept {path.name}, which has it all")
    write(path, edited)
    return _Step(f"{'added to' if text else 'wrote'} {path.name}", path.name)


def _with_driver(text: str, changelog: str) -> str:
    """The attributes with the driver that merges the changelog without conflicts."""
    pattern = changelog if "/" in changelog else f"/{changelog}"
    pattern = f'"{pattern}"' if " " in pattern else pattern
    if any(line.startswith(f"{pattern} ") and "merge=" in line for line in text.splitlines()):
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    gap = end if text and not text.endswith("\n") else ""
    return f"{text}{gap}{pattern} merge={DRIVER}{end}"


def _driver(site: Site) -> _Step:
    site.configure(f"merge.{DRIVER}.name", "merge the entries of both sides of a changelog")
    site.configure(f"merge.{DRIVER}.driver", _driver_command())
    return _Step(f"set merge.{DRIVER} in the Git configuration of this clone")


def _driver_command() -> str:
    """What Git runs: this very program, and Git's own merge where it is gone or breaks off.

    With nothing but an exit code other than 0, Git would take the file to hold our side alone and
    no markers: the entries of theirs would be lost. After a conflict that the program has written
    itself, with its markers, there is nothing left to merge.
    """
    here = shutil.which("sutaza", path=os.path.dirname(sys.executable))
    program = shlex.quote(Path(here).as_posix()) if here else "sutaza"
    return (
        f"{program} changelog merge-driver %O %A %B %P"
        ' || { grep -q "^>>>>>>> theirs" %A && exit 1; '
        "git merge-file -L ours -L base -L theirs %A %O %B; }"
    )


def _baseline(repository: Repository, config: Config, wanted: bool | None) -> Iterator[_Step]:
    path = config.baseline or debt.FILE
    if wanted is False or (repository.root / path).exists():
        return
    head = repository.tree("HEAD")
    if head is not None and path in head:
        yield _Step(f"no new baseline: HEAD has {path}; `git restore {path}` brings it back")
        return
    try:
        report = baseline.audit(repository, config)
    except SutazaError as error:
        yield _Step(f"no baseline: {error}")
        return
    count = len(report.diagnostics)
    if wanted or (count and _agreed(count)):
        yield from _with_debt(repository.root, config, path, report)
    elif count:
        yield _Step(f"diagnostics of an audit: {count}; `sutaza init --baseline` lets them pass")


def _agreed(count: int) -> bool:
    asks = sys.stdin.isatty() and sys.stdout.isatty()
    return asks and click.confirm(f"Diagnostics of an audit: {count}. Let these pass from now on?")


def _with_debt(root: Path, config: Config, path: str, report: Report) -> Iterator[_Step]:
    write(root / path, baseline.created(report))
    yield _Step(f"wrote {path}, diagnostics let pass: {len(report.diagnostics)}", path)
    if not config.baseline:
        yield _edited(root / configuration.FILE, lambda text: with_baseline(text, path))
