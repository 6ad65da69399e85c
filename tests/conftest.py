"""A real Git repository for every test that asks for one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from sutaza_hooks.change import Change
from sutaza_hooks.git import Repository
from sutaza_hooks.index import Index

SUTAZA = (sys.executable, "-m", "sutaza_hooks")


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No configuration of the machine, no runner above us, and one identity."""
    for name in list(os.environ):
        if name.startswith(("GIT_", "PRE_COMMIT", "PREK", "SUTAZA")):
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    settings = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "Ada",
        "GIT_AUTHOR_EMAIL": "ada@example.com",
        "GIT_COMMITTER_NAME": "Ada",
        "GIT_COMMITTER_EMAIL": "ada@example.com",
        "GIT_EDITOR": "true",
        "NO_COLOR": "1",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)


class Checkout:
    """A repository on disk, and the few things that a test does in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def git(self, *arguments: str, ok: bool = True, env: Mapping[str, str] | None = None) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            capture_output=True,
            env={**os.environ, **(env or {})},
        )
        said = os.fsdecode(done.stdout + done.stderr)
        assert not ok or done.returncode == 0, said
        return said.rstrip("\n")

    def write(self, path: str, content: str | bytes) -> None:
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def stage(self, path: str, content: str | bytes) -> None:
        self.write(path, content)
        self.git("add", "--force", "--", path)

    def commit(self, *files: tuple[str, str | bytes], message: str = "work") -> str:
        """Commit, past any hook, and give the commit's hash."""
        for path, content in files:
            self.stage(path, content)
        self.git(
            "-c", f"core.hooksPath={os.devnull}", "commit", "-q", "--allow-empty", "-m", message
        )
        return self.git("rev-parse", "HEAD")

    @property
    def repository(self) -> Repository:
        return Repository(str(self.path), Index())

    def staged(self) -> Change:
        return self.repository.staged()

    def sutaza(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*SUTAZA, *arguments],
            cwd=self.path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, **env},
        )

    def hook(self, name: str, *arguments: str) -> None:
        """Install a plain Git hook that runs the gate."""
        command = " ".join([*SUTAZA, "check", *arguments])
        file = self.path / ".git" / "hooks" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f'#!/bin/sh\nexec {command} "$@"\n')
        file.chmod(0o755)


def added(change: Change) -> dict[str, list[tuple[int, str]]]:
    """The added lines of each path: what the tests of Git compare."""
    return {patch.path: [tuple(line) for line in patch.added] for patch in change.patches}


@pytest.fixture
def repo(tmp_path: Path) -> Checkout:
    path = tmp_path / "repo"
    path.mkdir()
    checkout = Checkout(path)
    checkout.git("init", "-q", "-b", "main")
    return checkout
