"""How many copies of a repository's own functions the gate sees, by the sort of copy.

    python benchmarks/clones/inject.py REPOSITORY [--functions 60] [--seed 1] [--strangers OTHER]

Functions of production code, of 8 to 40 lines, are drawn by lot. Each copy is added to the tree of
HEAD as a module of its own, and judged as a change that is staged; nothing is written into the
repository. A copy is found when a diagnostic on it names the original's place. Functions of another
repository, which this one does not have, tell how often there is a false alarm.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import random
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import NamedTuple

from sutaza_hooks.change import Change, Patch, Tree
from sutaza_hooks.check import check
from sutaza_hooks.diagnostic import Diagnostic
from sutaza_hooks.git import Repository
from sutaza_hooks.index import Index
from sutaza_hooks.indexing import build
from sutaza_hooks.paths import path_class
from sutaza_hooks.rules.duplicate_code import DuplicateCode
from sutaza_hooks.text import lines

sys.path.insert(0, str(Path(__file__).parent))
from mutate import MUTATIONS

_LINES = range(8, 41)


class Original(NamedTuple):
    path: str
    line: int
    end_line: int
    source: str


class Overlay:
    """The files of a tree, and one more."""

    def __init__(self, base: Tree, path: str, text: str) -> None:
        self._base, self._path = base, path
        self._content = text.encode()
        self._blob = hashlib.sha1(self._content).hexdigest()

    def find(self, path: str) -> str | None:
        return self._blob if path == self._path else self._base.blob(path)

    def exists(self, path: str) -> bool:
        return path == self._path or self._base.exists(path)

    def names(self, folder: str) -> Sequence[str]:
        return self._base.names(folder)

    def paths(self) -> Sequence[str]:
        return sorted([*self._base, self._path])

    def blobs(self, since: str = "") -> Mapping[str, str] | None:  # noqa: ARG002
        return {self._path: self._blob}

    def holding(self, blobs: object, names: object) -> Mapping[str, str]:  # noqa: ARG002
        return {}

    def size(self, blob: str) -> int:
        return len(self._content) if blob == self._blob else self._base.size(blob)

    def read(self, blob: str) -> bytes:
        return self._content if blob == self._blob else self._base.content(blob)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    asked.add_argument("repository", type=Path)
    asked.add_argument("--functions", type=int, default=60)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--strangers", type=Path)
    asked.add_argument("--misses", action="store_true", help="Name every copy that is not seen.")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = Index(Path(folder) / "index.db")
        repository = Repository(str(options.repository), index)
        base = repository.between("", "HEAD").after
        build(repository, base, lambda _: None)
        chosen = drawn(base, options.functions, options.seed)
        for kind in MUTATIONS:
            told(kind, chosen, base, index, options.seed, options.misses)
        if options.strangers:
            strange = Repository(str(options.strangers), index).between("", "HEAD").after
            alarms = [
                each
                for one in drawn(strange, 100, options.seed)
                for each in judged(base, index, one, one.source)
            ]
            print(f"strangers: {len(alarms)} alarms on 100")
            for each in alarms:
                print(f"  {each.severity.value}: {each.message}")
        index.close()


def told(
    kind: str, chosen: Sequence[Original], base: Tree, index: Index, seed: int, misses: bool
) -> None:
    """Print one row: how many of the copies are found, and how many of them block."""
    seen = blocking = made = 0
    for number, one in enumerate(chosen):
        try:
            mutant = MUTATIONS[kind](one.source, random.Random(seed + number))
            ast.parse(mutant)
        except (SyntaxError, ValueError, StopIteration):
            continue
        made += 1
        found = [each for each in judged(base, index, one, mutant) if _names(each, one)]
        seen += bool(found)
        blocking += any(each.severity.value == "error" for each in found)
        if misses and not found:
            print(f"  missed {kind} {number} {one.path}:{one.line}")
    print(f"{kind:4} {made:4} copies, seen {seen / made:.3f}, blocked {blocking / made:.3f}")


def drawn(tree: Tree, count: int, seed: int) -> Sequence[Original]:
    paths = [each for each in tree if each.endswith(".py") and path_class(each, {}) == "production"]
    every = [each for path in paths for each in _functions(path, tree.get(path, ""))]
    random.Random(seed).shuffle(every)
    return every[:count]


def _functions(path: str, text: str) -> Iterator[Original]:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno:
            source = textwrap.dedent("\n".join(text.split("\n")[node.lineno - 1 : node.end_lineno]))
            body = node.body[1:] if ast.get_docstring(node) else node.body
            if body and node.end_lineno - body[0].lineno + 1 in _LINES and node.name[:2] != "__":
                yield Original(path, node.lineno, node.end_lineno, source)


def judged(base: Tree, index: Index, one: Original, mutant: str) -> Sequence[Diagnostic]:
    path = f"{Path(one.path).parts[0]}/added_{hashlib.sha1(mutant.encode()).hexdigest()[:8]}.py"
    text = f"{mutant}\n"
    after = Tree(hashlib.sha1(text.encode()).hexdigest(), Overlay(base, path, text), index)
    patch = Patch(path, "added", added=tuple(lines(text)))
    given = Change("staged", base, after, datetime.now(timezone.utc), (patch,), (patch,))
    return check(given, [DuplicateCode()]).diagnostics


def _names(diagnostic: Diagnostic, one: Original) -> bool:
    return any(
        each.location.path == one.path
        and each.location.line <= one.end_line
        and one.line <= each.location.end_line
        for each in diagnostic.related
    )


if __name__ == "__main__":
    main()
