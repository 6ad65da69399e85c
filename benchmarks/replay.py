"""What rules say of commits that people made: one line for each diagnostic, to be judged by eye.

    python benchmarks/replay.py REPOSITORY [--commits 100] [--rule duplicate-code] [--until NAME]

Judges the newest commits of one line of history that have one parent, each against it, the oldest
first, as if each were staged today; nothing is written into the repository. Rules have their
defaults, and the index is kept in a folder of its own that goes at the end. A rule that searches
the repository finds it read, which is not timed. Commits of which a clone lacks something are left
out. The last lines tell how many diagnostics there were per 100 commits, and how long one took.
"""

from __future__ import annotations

import argparse
import math
import statistics
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sutaza_hooks.check import check
from sutaza_hooks.diagnostic import Report
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git import Repository
from sutaza_hooks.index import Index
from sutaza_hooks.reuse.coverage import cover
from sutaza_hooks.rule import Rule
from sutaza_hooks.rules import RULES

SEARCHING = frozenset(("duplicate-code", "similar-definition"))
"""The rules that ask the index what the repository has."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    asked.add_argument("repository", type=Path)
    asked.add_argument("--commits", type=int, default=100)
    asked.add_argument("--until", default="HEAD")
    asked.add_argument("--rule", choices=sorted(RULES), action="append")
    options = asked.parse_args()
    rules = [RULES[name]() for name in options.rule or ["duplicate-code"]]
    commits = newest(options.repository, options.until, options.commits)
    count: Counter[str] = Counter()
    taken = []
    for commit, seconds, report in replayed(options.repository, commits, rules):
        taken.append(seconds)
        for each in report.diagnostics:
            count[f"{each.rule} {each.severity.value}"] += 1
            where = f"{each.location.path}:{each.location.line}"
            print(f"{commit[:12]} {where}: {each.severity.value}: {each.message}")
        for missed in report.not_evaluated:
            count[f"{missed.rule} not evaluated"] += 1
    told(count, taken)


def newest(repository: Path, until: str, commits: int) -> Sequence[str]:
    """Their hashes, the oldest first."""
    asked = ["rev-list", "--first-parent", "--no-merges", f"--max-count={commits}", until]
    done = subprocess.run(
        ["git", *asked], cwd=repository, capture_output=True, text=True, check=True
    )
    return done.stdout.split()[::-1]


def replayed(
    path: Path, commits: Sequence[str], rules: Sequence[Rule]
) -> Iterator[tuple[str, float, Report]]:
    """The hash, the seconds that judging took, and the verdict of each commit that has a parent."""
    with tempfile.TemporaryDirectory() as folder:
        index = Index(Path(folder) / "index.db")
        for commit in commits:
            repository = Repository(str(path), index)
            before = repository.tree(f"{commit}^")
            if before is None:
                continue
            with suppress(SutazaError):
                if SEARCHING.intersection(each.name for each in rules):
                    cover(before, math.inf)
                start = time.perf_counter()
                report = check(repository.between(f"{commit}^", commit), rules)
                yield commit, time.perf_counter() - start, report
        index.close()


def told(count: Counter[str], taken: Sequence[float]) -> None:
    """Print the figures of all commits together."""
    print()
    for name, times in sorted(count.items()):
        print(f"{name}: {times}, per 100 commits {100 * times / max(len(taken), 1):.1f}")
    if taken:
        middle, most = 1000 * statistics.median(taken), 1000 * max(taken)
        print(f"commits: {len(taken)}, median {middle:.0f} ms, longest {most:.0f} ms")


if __name__ == "__main__":
    main()
