"""`sutaza check`: judge a change and say so."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from sutaza_hooks import reporters, verdict
from sutaza_hooks.batch import speaks_for_change
from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import NotEvaluated, Report, printable
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.files import write
from sutaza_hooks.git import Repository
from sutaza_hooks.git.runner import runner_range
from sutaza_hooks.precommit.filters import Filters, filters, pushes, running
from sutaza_hooks.said import unsaid
from sutaza_hooks.verdict import Verdict

_CURRENT = ""
"""In the place of the message's file where a runner has filtered its name out of the call."""
_READ = ("text", "agent")
"""The formats that somebody reads as they come; the others are records, and always whole."""


@click.command()
@click.argument("files", nargs=-1, type=click.Path())
@click.option("--staged", is_flag=True, help="Judge what is staged.")
@click.option("--all-files", is_flag=True, help="Judge every file whole.")
@click.option("--range", "between", metavar="A..B", help="Judge what B brings over A.")
@click.option(
    "--message",
    metavar="[FILE]",
    is_flag=False,
    flag_value=_CURRENT,
    help="Judge the commit that will have this message; by default the one that Git has at hand.",
)
@click.option("--rule", "names", multiple=True, metavar="NAME", help="Only this rule; repeatable.")
@click.option(
    "--format", "form", type=click.Choice(reporters.names()), default="text", show_default=True
)
@click.option("--output", metavar="FILE", help="Write the report to a file.")
def command(
    files: tuple[str, ...],
    staged: bool,
    all_files: bool,
    between: str | None,
    message: str | None,
    names: tuple[str, ...],
    form: str,
    output: str | None,
) -> None:
    """Judge a change by the rules, and exit with 1 on any breach.

    Without a mode: the range that a runner names in the environment, else FILES (those that are
    staged by their added lines, the others whole), else what is staged.
    """
    if staged + all_files + (between is not None) > 1:
        raise click.UsageError("--staged, --all-files and --range exclude each other")
    mode = "staged" if staged else "all-files" if all_files else None
    if message is not None:
        files = ()  # Git gives its hooks more arguments than the file of the message
    repository = Repository(os.getcwd())
    change, stray = _change(repository, files, mode, between, message)
    if not (mode or between) and _is_filtered(files):
        users = filters(change.after, repository.index)
        change = _filtered(change, users, running(os.environ, message))
    if nothing := _nothing(change):
        click.echo(nothing, err=form != "text")
    report, baseline = _verdict(repository, change, names)
    if message is not None and _lacks_evidence(report):
        change = _documented(repository, change, message)
        report, baseline = _verdict(repository, change, names)
    report = replace(report, not_evaluated=(*stray, *report.not_evaluated))
    if not speaks_for_change(repository.index, change, names, files, os.environ):
        report = report.about_lines()
    report -= _allowed(change, baseline, report)
    if form in _READ and not output:
        report = unsaid(repository.index, report, again=message is not None)
    lacks_fragments = repository.index.lacks_fragments
    repository.index.close()
    _say(report, form, output, repository.index.trouble)
    if lacks_fragments:
        from sutaza_hooks.indexing import start

        start(repository)
    sys.exit(report.exit_code)


def _change(
    repository: Repository,
    files: Sequence[str],
    mode: str | None,
    between: str | None,
    message: str | None,
) -> tuple[Change, Sequence[NotEvaluated]]:
    """The change that the arguments and the environment ask for, and which files are none."""
    asked = None if mode else runner_range(os.environ)
    ends = asked if between is None else _ends(between)
    if mode == "all-files":
        change = repository.everything()
    elif ends:
        change = repository.between(*ends)
    else:
        text = None if message is None else _message(message or repository.message_file)
        change = repository.staged(text)
    if not files:
        return change, ()
    stray = repository.unknown(files, change) if not ends else ()
    return repository.files(files, change), [_stray(path) for path in stray]


def _is_filtered(files: Sequence[str]) -> bool:
    """Whether a runner's filters are left to us: it names no files, or those of a push.

    The hook of a push has filters of its own, and what is left out of `sutaza` it is given.
    """
    return "PRE_COMMIT" in os.environ and (not files or pushes(os.environ))


def _filtered(change: Change, users: Filters, stages: Sequence[str]) -> Change:
    """The change as a runner gives it to a hook with files; what is about all of it stays."""
    judged = tuple(patch for patch in change.judged if not users.leave_out(patch.path, stages))
    return replace(change, judged=judged)


def _nothing(change: Change) -> str:
    """What to say where there is nothing to judge; a message may be judged by itself."""
    if change.patches or change.judged or change.message is not None:
        return ""
    if change.mode == "range":
        return "nothing changed in the range"
    return "nothing staged" if change.mode == "staged" and change.commit == "ordinary" else ""


def _stray(path: str) -> NotEvaluated:
    reason = f"{printable(path)}: not tracked by Git; stage it with `git add`"
    return NotEvaluated("*", reason, trouble=True)


def _ends(between: str) -> tuple[str, str]:
    since, dots, until = between.partition("..")
    if not dots:
        raise click.UsageError(f"--range {between}: expected A..B")
    until = until.removeprefix(".")
    if not (since and until):
        raise click.UsageError(f"--range {between}: an end is empty; is a variable not set?")
    return since, until


def _lacks_evidence(report: Report) -> bool:
    return any(each.rule == "undocumented-search" for each in report.diagnostics)


def _documented(repository: Repository, change: Change, path: str) -> Change:
    """The change with a message that tells what a search has found, as it is now in its file.

    A message in another encoding than UTF-8 is left as it is.
    """
    if not change.message or "\N{REPLACEMENT CHARACTER}" in change.message:
        return change
    from sutaza_hooks import config
    from sutaza_hooks.reuse.evidence import gathered
    from sutaza_hooks.trailers import with_trailer

    configured = config.load(change.after, repository.index)
    narrowed = change.speaking(configured.language).without(configured.excludes)
    evidence, _ = gathered(narrowed)
    text = with_trailer(change.message, evidence.trailer)
    write(Path(path or repository.message_file), text)
    return replace(change, message=text)


def _message(path: str | Path) -> str:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise SutazaError(f"{path}: {error.strerror}; give the file of the message") from error


def _verdict(repository: Repository, change: Change, names: Sequence[str]) -> Verdict:
    """What the rules of these names, or all, say: remembered if the same was judged, else new."""
    if change.mode == "all-files":
        return _new(repository, change, names)
    key = verdict.key(change, repository.tags)
    known = _remembered(repository, key)
    if known is None:
        new = _new(repository, change, names)
        if not (names or new.report.troubled):
            repository.index.remember(key, verdict.dump(new))
        return new
    if names:
        from sutaza_hooks import config

        asked = {rule.name for rule in config.load(change.after, repository.index).only(names)}
        return known._replace(report=known.report.of(asked))
    return known


def _new(repository: Repository, change: Change, names: Sequence[str]) -> Verdict:
    from sutaza_hooks import config  # the rules are 40 ms, which no remembered verdict needs
    from sutaza_hooks.check import check

    configured = config.load(change.after, repository.index)
    narrowed = change.speaking(configured.language).without(configured.excludes)
    rules = configured.only(names)
    if change.mode == "all-files" and any(rule.reads_corpus for rule in rules):
        from sutaza_hooks.indexing import build

        build(repository, narrowed.after, lambda _: None)
    return Verdict(check(narrowed, rules), configured.baseline)


def _remembered(repository: Repository, key: str) -> Verdict | None:
    text = repository.index.verdict(key)
    try:
        return None if text is None else verdict.load(text)
    except (ValueError, KeyError, TypeError):
        return None


def _allowed(change: Change, baseline: str, report: Report) -> Counter[str]:
    """What the baseline lets pass of the report, read from the tree that is judged."""
    if not baseline:
        return Counter()
    from sutaza_hooks.baseline import unspent
    from sutaza_hooks.debt import allowed, loaded

    text = change.after.get(baseline)
    if text is None:
        raise SutazaError(f"{baseline}: no such baseline; make it with `sutaza baseline`")
    return unspent(allowed(loaded(text, baseline), change, baseline), report, change)


def _has_colours() -> bool:
    """Whether the output is a terminal that shows colours, and the user has nothing against them.

    An empty NO_COLOR says nothing: https://no-color.org
    """
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _say(report: Report, form: str, output: str | None, trouble: str) -> None:
    text = reporters.render(form, report, colour=not output and _has_colours())
    if output:
        write(Path(output), text)
    else:
        click.echo(text, nl=False)
    for line in reporters.untold(form, report):
        click.echo(line, err=True)
    if trouble:
        click.echo(f"warning: {trouble}", err=True)
