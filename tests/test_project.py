"""The project keeps its own rules: its form, its imports, its types, its generated files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent

CHECKS = {
    "formatted": (BIN / "ruff", "format", "--check", "."),
    "linted": (BIN / "ruff", "check", "."),
    "typed": (BIN / "mypy",),
    "imports go downward": (BIN / "lint-imports",),
    "generated files are fresh": (sys.executable, "-m", "sutaza_hooks", "docs", "--check"),
    "its own gate": (sys.executable, "-m", "sutaza_hooks", "check", "--all-files"),
}


@pytest.mark.parametrize("command", CHECKS.values(), ids=CHECKS.keys())
def test_the_project(command: tuple[str | Path, ...]) -> None:
    done = subprocess.run([*command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
