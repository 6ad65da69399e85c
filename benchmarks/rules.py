"""How long the rules of charter rule 1 take on a whole code base, beside their peers.

    python benchmarks/rules.py [--runs 3] [--folder DIR]

Unpacks a source distribution of Django, makes a repository of it, and times whole processes in
turn: the gate's placeholder rules and its import rules as an audit, ruff's nearest rules, a
detector of slop, and deptry. The peers are installed into an environment of their own. It prints
medians, ratios and how many diagnostics each gave; it judges nothing.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

SOURCE = "django==5.2.8"
PEERS = ("ruff", "sloppylint", "deptry")
PLACEHOLDERS = (
    *("todo-comment", "stub-body", "not-implemented", "elided-code", "simulated-behaviour"),
    *("placeholder-value", "fantasy-name"),
)
IMPORTS = ("undeclared-import", "test-only-import", "unpinned-dependency")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--folder", type=Path)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        repository, peers = built(folder / "source"), installed(folder / "peers")
        taken = timed(repository, commands(peers), options.runs)
    print("| command | median s | × the fastest | exit code | lines of output |")
    print("|---|---|---|---|---|")
    fastest = min(statistics.median(seconds) for seconds, _ in taken.values())
    for name, (seconds, done) in taken.items():
        middle = statistics.median(seconds)
        lines = done.stdout.count("\n")
        print(f"| {name} | {middle:.2f} | {middle / fastest:.1f} | {done.returncode} | {lines} |")


def built(folder: Path) -> Path:
    """The source distribution as a repository with one commit."""
    if not folder.exists():
        folder.mkdir(parents=True)
        pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*pip, "-d", str(folder), SOURCE], check=True)
        with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
            archive.extractall(folder, filter="data")
    repository = next(each for each in folder.iterdir() if each.is_dir())
    if not (repository / ".git").exists():
        for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
            identity = ["-c", "user.name=x", "-c", "user.email=x@example.com"]
            subprocess.run(["git", *identity, *command], cwd=repository, check=True)
    return repository


def installed(folder: Path) -> Path:
    """The folder of the peers' programs."""
    if not folder.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([folder / "bin" / "pip", "install", "-q", *PEERS], check=True)
    return folder / "bin"


def commands(peers: Path) -> Mapping[str, Sequence[str]]:
    gate = [str(Path(sys.executable).parent / "sutaza"), "check", "--all-files"]
    return {
        "placeholders: `sutaza check`": [*gate, *asked_for(PLACEHOLDERS)],
        "placeholders: `ruff` FIX, TD, PIE790, ERA001": [
            *(str(peers / "ruff"), "check", "--no-cache", "--isolated"),
            *("--select", "FIX,TD,PIE790,ERA001", "--output-format", "concise", "."),
        ],
        "placeholders: `sloppylint`": [str(peers / "sloppylint"), "."],
        "imports: `sutaza check`": [*gate, *asked_for(IMPORTS)],
        "imports: `deptry`": [str(peers / "deptry"), "."],
    }


def asked_for(rules: Sequence[str]) -> Sequence[str]:
    return [word for rule in rules for word in ("--rule", rule)]


Taken = Mapping[str, tuple[list[float], "subprocess.CompletedProcess[str]"]]


def timed(repository: Path, every: Mapping[str, Sequence[str]], runs: int) -> Taken:
    """Seconds of each run of each command, the first of which is not counted."""
    taken: dict[str, tuple[list[float], subprocess.CompletedProcess[str]]] = {}
    for number in range(runs + 1):
        for name, command in every.items():
            start = time.perf_counter()
            done = subprocess.run(command, cwd=repository, capture_output=True, text=True)
            seconds = time.perf_counter() - start
            taken.setdefault(name, ([], done))
            if number:
                taken[name][0].append(seconds)
    return taken


if __name__ == "__main__":
    main()
