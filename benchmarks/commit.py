"""How long the gate takes for a ten-file commit, beside what a commit costs anyway.

    python benchmarks/commit.py [--files 500 5000 40000] [--runs 15] [--folder DIR]

Builds repositories of the asked-for sizes from packages of the Python registry, stages a change of
ten files with its changelog entry, and times whole processes in turn, A B C A B C …, so that a
machine that slows down slows all of them. Prints medians and ratios; it judges nothing.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

PACKAGES = ("django==5.2.8", "sympy==1.14.0", "sqlalchemy==2.0.44", "requests==2.32.5")
BIN = Path(sys.executable).parent
HOOKS = """\
repos:
  - repo: local
    hooks:
      - {id: empty, name: empty, entry: 'true', language: system, pass_filenames: false}
"""
ADDED = """

def total_of_{n}(prices: list[float], fee: float = 0.0) -> float:
    # A fee is added once, whatever the number of prices.
    return sum(prices) + fee
"""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    asked.add_argument("--files", type=int, nargs="+", default=[500, 5000, 40000])
    asked.add_argument("--runs", type=int, default=15)
    asked.add_argument("--folder", type=Path)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        source = unpacked(folder / "packages")
        print("| files | command | median ms | min ms | × `git diff --cached` |")
        print("|---|---|---|---|---|")
        for count in options.files:
            repository = built(folder / f"repository-{count}", source, count)
            report(count, timed(repository, options.runs))


def unpacked(folder: Path) -> Sequence[Path]:
    """The files of the packages, in a stable order."""
    if not folder.exists():
        folder.mkdir(parents=True)
        download = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder)]
        subprocess.run([*download, *PACKAGES], check=True)
        for wheel in folder.glob("*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(folder / wheel.name.split("-")[0])
    inside = (each for each in folder.iterdir() if each.is_dir())
    return sorted(each for package in inside for each in package.rglob("*") if each.is_file())


def built(folder: Path, source: Sequence[Path], count: int) -> Path:
    """A repository of so many files with ten of them changed and staged."""
    if folder.exists():
        return folder
    folder.mkdir()
    run(folder, "git", "init", "-q")
    for number in range(count):
        original = source[number % len(source)]
        target = folder / f"part{number // 1000}" / f"{number % 1000}-{original.name}"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(original.read_bytes() + b"\n" * (number // len(source)))
    (folder / ".pre-commit-config.yaml").write_text(HOOKS)
    run(folder, "git", "add", ".")
    run(folder, "git", "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x")
    stage_change(folder)
    return folder


def stage_change(folder: Path) -> None:
    sources = sorted(folder.rglob("*.py"))
    for number, path in enumerate(sources[:: len(sources) // 10][:10]):
        with path.open("ab") as file:
            file.write(ADDED.format(n=number).encode())
    entry = f"- [{date.today()}] - [Unreleased] - [core] - [Added] - [Totals with a fee]\n"
    log = folder / "docs" / "CHANGELOG.md"
    log.parent.mkdir(exist_ok=True)
    log.write_text(f"# Changelog\n\n{entry}")
    run(folder, "git", "add", ".")


def commands() -> Mapping[str, Sequence[str]]:
    return {
        "`git diff --cached`": ("git", "diff", "--cached"),
        "`python -c 'import git'`": (sys.executable, "-c", "import git"),
        "`pre-commit run`, one empty hook": (str(BIN / "pre-commit"), "run"),
        "`sutaza check`, verdict known": (str(BIN / "sutaza"), "check"),
        "`sutaza check`, facts known": (str(BIN / "sutaza"), "check"),
        "`sutaza check`, first time": (str(BIN / "sutaza"), "check"),
    }


def timed(repository: Path, runs: int) -> Mapping[str, Sequence[float]]:
    """Seconds of each run of each command, the first of which is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in commands()}
    for number in range(runs + 1):
        for name, command in commands().items():
            prepare(repository, name)
            start = time.perf_counter()
            done = subprocess.run(command, cwd=repository, capture_output=True, text=True)
            seconds = time.perf_counter() - start
            if done.returncode != 0:
                raise SystemExit(f"{name}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
            if number:
                taken[name].append(seconds)
    return taken


def prepare(repository: Path, name: str) -> None:
    """Bring the index into the state that the name tells."""
    for file in (repository / ".git" / "sutaza").glob("index-*"):
        if name.endswith("first time"):
            file.unlink()
    if name.endswith("facts known"):
        forget = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
        forget += "c.execute('DELETE FROM verdicts'); c.commit()"
        for file in (repository / ".git" / "sutaza").glob("index-*.db"):
            run(repository, sys.executable, "-c", forget, str(file))


def rows(taken: Mapping[str, Sequence[float]]) -> Iterator[str]:
    base = statistics.median(next(iter(taken.values())))
    for name, seconds in taken.items():
        middle = statistics.median(seconds)
        yield f"{name} | {middle * 1000:.0f} | {min(seconds) * 1000:.0f} | {middle / base:.1f}"


def report(count: int, taken: Mapping[str, Sequence[float]]) -> None:
    for row in rows(taken):
        print(f"| {count} | {row} |", flush=True)


def run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


if __name__ == "__main__":
    main()
