"""The git command, run so that nothing configured by a user or a repository changes an answer."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

from sutaza_hooks.errors import SutazaError

try:
    import git
except ImportError as error:  # gitpython looks for the git command when it is imported
    raise SutazaError("the git command was not found; install Git or put it on PATH") from error

_CONFIGURATION = (
    "core.quotePath=false",
    "core.fsmonitor=false",  # names a program that reading the staging file would run
    f"core.hooksPath={os.devnull}",  # writing a staging file would run post-index-change
    "core.splitIndex=false",
    "core.untrackedCache=false",
    "diff.suppressBlankEmpty=false",
    "protocol.allow=never",
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # a missing object of a partial clone is not fetched
    "GIT_DIFF_OPTS": "",
    "GIT_EXTERNAL_DIFF": "",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_GLOB_PATHSPECS": "0",
    "GIT_NOGLOB_PATHSPECS": "0",
    "GIT_ICASE_PATHSPECS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class GitCommand:
    """Git in one directory. Every method raises SutazaError when Git cannot answer."""

    def __init__(self, directory: str, environment: Mapping[str, str] | None = None) -> None:
        self.directory = directory
        self._environment = dict(environment or {})
        self._git = git.Git(directory)
        self._git.set_persistent_git_options(c=list(_CONFIGURATION))
        self._git.update_environment(**{**_ENVIRONMENT, **self._environment})

    def within(self, directory: str, environment: Mapping[str, str]) -> GitCommand:
        """The same, run in another directory and with more in its environment."""
        return GitCommand(directory, {**self._environment, **environment})

    def run(self, command: str, *arguments: str) -> bytes:
        """What the command printed, to the byte."""
        try:
            output = getattr(self._git, command.replace("-", "_"))(
                *arguments, stdout_as_string=False, strip_newline_in_stdout=False
            )
        except git.GitCommandError as error:
            raise SutazaError(_reason(command, error)) from error
        except git.GitCommandNotFound as error:
            raise SutazaError("the git command was not found; put it on PATH") from error
        return bytes(output)

    def at_most(self, size: int, command: str, *arguments: str) -> bytes | None:
        """The same, or None where that is more bytes: the command is then stopped."""
        process = self.start(command, *arguments)
        output = bytes(process.stdout.read(size + 1))
        if len(output) > size:
            return None  # gitpython ends a process that nobody holds any more
        try:
            process.wait()
        except git.GitCommandError as error:
            raise SutazaError(_reason(command, error)) from error
        return output

    def fields(self, command: str, *arguments: str) -> Sequence[str]:
        """The NUL-terminated fields that the command printed, as paths are: bytes kept."""
        output = self.run(command, *arguments)
        return [os.fsdecode(each) for each in output.split(b"\0")[:-1]]

    def lines(self, command: str, *arguments: str) -> Sequence[str]:
        text = os.fsdecode(self.run(command, *arguments)).removesuffix("\n")
        return text.split("\n") if text else []  # a path may hold what else ends a line

    def start(self, command: str, *arguments: str) -> Any:
        """The running command, with `stdin` and `stdout` to talk to it."""
        return getattr(self._git, command.replace("-", "_"))(
            *arguments, istream=subprocess.PIPE, as_process=True
        )


def _reason(command: str, error: git.GitCommandError) -> str:
    """Git's own words, without gitpython's frame around them."""
    said = str(error.stderr).strip().removeprefix("stderr: ").strip("' \n")
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    trouble = [line for line in lines if line.startswith(("fatal: ", "error: "))]
    first = next(iter(trouble or lines), f"exit code {error.status}")
    return f"git {command}: {first.removeprefix('fatal: ').removeprefix('error: ')}{_way(lines)}"


def _way(lines: Sequence[str]) -> str:
    """What mends it, where that is known."""
    if any("promisor remote" in line for line in lines):
        return "; this partial clone lacks it: run `git fetch --refetch --no-filter`"
    return next((f"; run `{line}`" for line in lines if line.startswith("git config --glob")), "")
