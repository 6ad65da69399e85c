"""The `git commit` that called us: what its command line tells before the message exists."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_GENERATIONS = 12  # git, the hook's shell, the runner and its wrappers are fewer
_VALUED = {"--message": "message", "--fixup": "fixup", "--squash": "squash"}


_GLOBAL_VALUED = ("-C", "-c", "--git-dir", "--work-tree", "--namespace", "--exec-path")


class Caller(NamedTuple):
    """What was asked of Git: to amend, how the message will begin, and whether a rebase runs."""

    amends: bool = False
    message: str = ""
    skips: bool = False
    """`--no-verify` was given."""
    rebases: bool = False
    """A rebase makes the commit, and no `git commit` that somebody wrote into its steps."""


def caller(git_dir: Path) -> Caller:
    """The nearest `git commit` among the processes above this one, and whether a rebase is.

    Git tells a pre-commit hook neither that it amends nor the message (githooks(5)); both are
    needed to judge an amended commit against its own parent and to know a fixup. Only the
    command line of the calling process holds them.
    """
    commands = [command for each in _ancestors() if (command := _subcommand(each))]
    asked = next((rest for name, rest in commands if name == "commit"), None)
    read = _read(asked or ())
    within = any(name == "rebase" for name, _ in commands) and _picks(git_dir)
    return read._replace(rebases=within and (asked is None or read.skips))


def _picks(git_dir: Path) -> bool:
    """Whether the step that a rebase is at is one of its own, and not a command given to it."""
    try:
        done = (git_dir / "rebase-merge" / "done").read_text(errors="replace").split("\n")
    except OSError:
        return False
    steps = [line.split()[0] for line in done if line.strip()]
    return bool(steps) and steps[-1] not in ("exec", "x")


def _subcommand(arguments: Sequence[str]) -> tuple[str, Sequence[str]] | None:
    """Git's subcommand and what follows it, when the process is git."""
    if Path(arguments[0]).name.removesuffix(".exe") != "git":
        return None
    rest = iter(enumerate(arguments[1:], 1))
    for position, each in rest:
        if each in _GLOBAL_VALUED:
            next(rest, None)
        elif not each.startswith("-"):
            return each, arguments[position + 1 :]
    return None


def _read(arguments: Sequence[str]) -> Caller:
    options = dict[str, str]()
    rest = iter(arguments)
    for each in rest:
        if each == "--":
            break
        for name, value in _options(each, rest):
            options.setdefault(name, value)
    for kind in ("fixup", "squash"):
        if options.get(kind) and not options[kind].startswith("reword:"):
            return Caller("amend" in options, f"{kind}! {options[kind]}")
    return Caller("amend" in options, options.get("message", ""), "skip" in options)


def _options(word: str, rest: Iterator[str]) -> Iterator[tuple[str, str]]:
    """What a word of `git commit`'s command line says; one that wants a value takes the next."""
    name, equals, value = word.partition("=")
    if len(word) > 3 and "--amend".startswith(word):
        yield "amend", ""
    elif len(word) > 5 and "--no-verify".startswith(word):
        yield "skip", ""
    elif name in _VALUED:
        yield _VALUED[name], value if equals else next(rest, "")
    elif word.startswith("-") and not word.startswith("--"):
        flags, message, attached = word[1:].partition("m")
        if "n" in flags:
            yield "skip", ""
        if message:
            yield "message", attached or next(rest, "")  # -am TEXT, -mTEXT


def _ancestors() -> Iterator[Sequence[str]]:
    """The command lines of the processes above this one, nearest first."""
    process = os.getppid()
    for _ in range(_GENERATIONS):
        if process <= 1:
            return
        try:
            process, arguments = _process(process)
        except (OSError, ValueError, IndexError, subprocess.SubprocessError):
            return  # it ended, or this system does not show it: nothing is known then
        if arguments:
            yield arguments


def _process(process: int) -> tuple[int, Sequence[str]]:
    """A process's parent and command line: from /proc where there is one, else from ps(1)."""
    folder = Path(f"/proc/{process}")
    if folder.is_dir():
        parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        line = os.fsdecode((folder / "cmdline").read_bytes())
        return parent, line.rstrip("\0").split("\0") if line else []
    command = ["ps", "-o", "ppid=,args=", "-p", str(process)]
    output = subprocess.run(command, capture_output=True, text=True, timeout=2, check=True).stdout
    above, *arguments = output.split()
    return int(above), arguments
