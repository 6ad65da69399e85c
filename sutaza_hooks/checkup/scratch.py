"""A repository that is thrown away, with the hooks of another: the place to plant a breach."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

_IDENTITY = {
    f"GIT_{role}_{part}": value
    for role in ("AUTHOR", "COMMITTER")
    for part, value in (("NAME", "sutaza doctor"), ("EMAIL", "doctor@example.com"))
}
_RUNNERS = ("PRE_COMMIT", "PREK", "SKIP")
_HOMES = ("PRE_COMMIT_HOME", "PREK_HOME")  # where the installed environments are

Files = Mapping[str, str]


class Attempt(NamedTuple):
    """A commit that was tried, and all that it printed."""

    committed: bool
    output: str


class Scratch:
    """A repository in a temporary folder. It shares nothing with the one that it stands in for."""

    def __init__(self, folder: Path, hooks: Path, base: Files, skip: Sequence[str]) -> None:
        """Copy the hooks and commit the base; the hooks of the runner named in `skip` rest."""
        self.root = folder / "scratch"
        self._hooks = folder / "hooks"
        self._environment = _environment(skip)
        if hooks.is_dir():
            shutil.copytree(hooks, self._hooks, ignore=shutil.ignore_patterns("*.sample"))
        self.root.mkdir()
        self._git("init", "--quiet", "--template=")
        self._settle(base)
        self._base = self._git("rev-parse", "HEAD").stdout.strip()

    def lay(self, before: Files, change: Files) -> None:
        """Stage a change on a commit of the base and of the files before the change."""
        self._git("reset", "--quiet", "--hard", self._base)
        self._git("clean", "--quiet", "-dffx")
        self._settle(before)
        self._stage(change)

    def commit(self) -> Attempt:
        """Commit what is staged, as a user would."""
        done = self._git("commit", "--allow-empty", "-m", "prove the gate", hooks=self._hooks)
        return Attempt(done.returncode == 0, done.stdout)

    def _settle(self, files: Files) -> None:
        self._stage(files)
        self._git("commit", "--quiet", "--allow-empty", "-m", "base")

    def _stage(self, files: Files) -> None:
        for path, text in files.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8"))
            self._git("add", "--force", "--", path)

    def _git(
        self, *arguments: str, hooks: str | Path = os.devnull
    ) -> subprocess.CompletedProcess[str]:
        settings = (f"core.hooksPath={hooks}", "core.autocrlf=false", "commit.gpgSign=false")
        options = [part for each in settings for part in ("-c", each)]
        return subprocess.run(
            ["git", *options, *arguments],
            cwd=self.root,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="backslashreplace",
        )


@contextmanager
def scratch(hooks: Path, base: Files, skip: Sequence[str]) -> Iterator[Scratch]:
    with tempfile.TemporaryDirectory(prefix="sutaza-proof-") as folder:
        yield Scratch(Path(folder), hooks, base, skip)


def _environment(skip: Sequence[str]) -> dict[str, str]:
    """The user's, without what Git and a runner tell the hooks that they run."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _HOMES or not name.startswith(("GIT_", *_RUNNERS))
    }
    fixed = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "NO_COLOR": "1",
        "PRE_COMMIT_COLOR": "never",
        "SKIP": ",".join(skip),
    }
    return {**kept, **_IDENTITY, **fixed}
