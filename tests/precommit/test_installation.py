"""The hook files that the real runners install, and what keeps a hook file from firing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sutaza_hooks.precommit.installation import hook_file, runner
from tests.conftest import Checkout

BIN = Path(sys.executable).parent
RUNNERS = ("pre-commit", "prek")


def install(repo: Checkout, name: str) -> Path:
    repo.write(".pre-commit-config.yaml", "repos: []\n")
    subprocess.run([BIN / name, "install"], cwd=repo.path, check=True, capture_output=True)
    return repo.path / ".git" / "hooks"


@pytest.mark.parametrize("name", RUNNERS)
def test_what_a_runner_installs_fires(repo: Checkout, name: str) -> None:
    folder = install(repo, name)
    assert hook_file(folder, "pre-commit") == (name, "")
    assert runner(folder, ("commit-msg", "pre-commit")) == name


def _rewritten(old: str, new: str) -> Callable[[Path], None]:
    def spoil(file: Path) -> None:
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))

    return spoil


TROUBLE: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "removed": ("pre-commit", Path.unlink, "no hook file is installed"),
    "not executable": ("prek", lambda file: file.chmod(0o644), "is not executable"),
    "its runner is gone": (
        "pre-commit",
        _rewritten(f"INSTALL_PYTHON={BIN}", "INSTALL_PYTHON=/gone"),
        "calls /gone/python",
    ),
    "its prek is gone": ("prek", _rewritten(f'PREK="{BIN}', 'PREK="/gone'), "calls /gone/prek"),
    "another configuration": (
        "pre-commit",
        _rewritten("--config=.pre-commit-config.yaml", "--config=ci/hooks.yaml"),
        "reads ci/hooks.yaml, not .pre-commit-config.yaml",
    ),
    "overwritten by another tool": (
        "prek",
        lambda file: file.write_text("#!/bin/sh\nmake lint\n"),
        "was made by neither pre-commit nor prek",
    ),
}


@pytest.mark.parametrize(("name", "spoil", "said"), TROUBLE.values(), ids=TROUBLE.keys())
def test_a_hook_file_that_would_not_fire_is_named(
    repo: Checkout,
    name: str,
    spoil: Callable[[Path], object],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    folder = install(repo, name)
    spoil(folder / "pre-commit")
    assert said in hook_file(folder, "pre-commit").trouble


def test_a_hook_that_someone_wrote_and_that_calls_the_gate_is_left_alone(repo: Checkout) -> None:
    repo.hook("pre-commit")
    assert hook_file(repo.path / ".git" / "hooks", "pre-commit") == ("", "")
