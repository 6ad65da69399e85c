"""The `git commit` that called us: what its command line tells before the message exists."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

_GENERATIONS = 12  # git, the hook's shell, the runner and its wrappers are fewer
_VALUED = {"-m": "message", "--message": "message", "--fixup": "fixup", "--squash": "squash"}


_GLOBAL_VALUED = ("-C", "-c", "--git-dir", "--work-tree", "--namespace", "--exec-path")


@dataclass(frozen=True)
class Caller:
    """What was asked of Git: to amend, how the message will begin, and whether a rebase runs."""

    amends: bool = False
    message: str = ""
    rebases: bool = False


def caller() -> Caller:
    """The nearest `git commit` among the processes above this one, and whether a rebase is.

    Git tells a pre-commit hook neither that it amends nor the message (githooks(5)); both are
    needed to judge an amended commit against its own parent and to know a fixup. Only the
    command line of the calling process holds them.
    """
    commands = [command for each in _ancestors() if (command := _subcommand(each))]
    rebases = any(name == "rebase" for name, _ in commands)
    asked = next((rest for name, rest in commands if name == "commit"), ())
    return replace(_read(asked), rebases=rebases)


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
    amends = False
    found = {"message": "", "fixup": "", "squash": ""}
    rest = iter(arguments)
    for each in rest:
        if each == "--":
            break
        amends = amends or (len(each) > 3 and "--amend".startswith(each))
        name, _, value = each.partition("=")
        if name in _VALUED:
            found[_VALUED[name]] = found[_VALUED[name]] or value or next(rest, "")
        elif each.startswith("-") and not each.startswith("--") and each.endswith("m"):
            found["message"] = found["message"] or next(rest, "")  # -am MESSAGE
    for kind in ("fixup", "squash"):
        if found[kind] and not found[kind].startswith("reword:"):
            return Caller(amends, f"{kind}! {found[kind]}")
    return Caller(amends, found["message"])


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
