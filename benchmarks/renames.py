"""How many functions are known again that get another name and another body.

    python benchmarks/renames.py REPOSITORY [--functions 60] [--seed 7]

Takes functions of a repository at random, gives each in turn the names that a second function of
the same job gets, and the body of another function, stages it in a new file of a clone, and asks
`similar-definition`. Parameters and docstrings stay. What cannot be found is left out: methods, and
names that more than three functions have. Prints how many of each kind of name were found.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from sutaza_hooks.change import Tree
from sutaza_hooks.check import check
from sutaza_hooks.description.words import parts
from sutaza_hooks.git import Repository
from sutaza_hooks.index import Index
from sutaza_hooks.paths import path_class
from sutaza_hooks.reuse.coverage import cover, is_searched
from sutaza_hooks.reuse.head import Head, heads
from sutaza_hooks.rules.similar_definition import SimilarDefinition

DOCSTRING = re.compile(r"\s*(\"\"\"|''').*?\1", re.DOTALL)
DIRECTED = {"to", "from", "into", "as"}
"""Names with such a word mean something else when they are turned round."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    asked.add_argument("repository", type=Path)
    asked.add_argument("--functions", type=int, default=60)
    asked.add_argument("--seed", type=int, default=7)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        run(Path(folder), "git", "clone", "-q", str(options.repository.resolve()), str(clone))
        found, tried = measured(clone, options.functions, random.Random(options.seed))
    for kind, count in tried.items():
        print(f"{kind}: {found[kind]} of {count}")
    print(f"all: {found.total()} of {tried.total()}")


def measured(clone: Path, most: int, chance: random.Random) -> tuple[Counter[str], Counter[str]]:
    """How many were found, and how many there were, by the kind of their names."""
    index = Index()
    tree = Repository(str(clone), index).staged().after
    cover(tree, math.inf)
    every = [each for path in tree if is_production(tree, path) for each in heads(tree, path)]
    count = Counter(each.key for each in every)
    picked = [each for each in every if count[each.key] <= 3 and not each.owner]
    chance.shuffle(picked)
    found: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for original in picked[:most]:
        kin = [each for each in every if each.language == original.language]
        body = body_of(tree, chance.choice(kin))
        for kind, name in names(original.name).items():
            file = clone / f"added_here{Path(original.path).suffix}"
            file.write_text(renamed(tree, original, name, body))
            tried[kind] += 1
            found[kind] += is_found(clone, index, file.name, original)
    return found, tried


def is_production(tree: Tree, path: str) -> bool:
    return is_searched(tree, path) and path_class(path, {}) == "production"


def names(name: str) -> Mapping[str, str]:
    """The names that a second function gets, by their kind."""
    words = parts(name)
    turned = words if DIRECTED.intersection(words) else words[::-1]
    forms = {
        "safe behind": [*words, "safe"],
        "v2 behind": [*words, "v2"],
        "new behind": [*words, "new"],
        "enhanced before": ["enhanced", *words],
        "do before": ["do", *words],
        "turned round": [*turned, "safe"],
    }
    written = {kind: joined(name, each) for kind, each in forms.items()}
    return {**written, "another form": camel([*words, "improved"])}


def joined(like: str, words: Sequence[str]) -> str:
    if "_" in like or like.islower():
        return "_".join(words)
    return camel(words) if not like[0].isupper() else "".join(map(str.title, words))


def camel(words: Sequence[str]) -> str:
    return words[0] + "".join(map(str.title, words[1:]))


def renamed(tree: Tree, original: Head, name: str, body: str) -> str:
    """The function with another name and body, as the only one of a file."""
    text = tree[original.path]
    head = text[original.start : original.inside].replace(original.name, name, 1)
    said = DOCSTRING.match(text[original.inside : original.end])
    before = "const " if "=>" in head else ""
    if said and original.language.name == "python":
        return f"{head}{said[0].strip()}\n    {body.strip()}\n"
    return f"{before}{head}{body}\n"


def body_of(tree: Tree, function: Head) -> str:
    return tree[function.path][function.inside : function.end]


def is_found(clone: Path, index: Index, name: str, original: Head) -> bool:
    """Whether the rule names the original, or another of the same job, for what is staged."""
    run(clone, "git", "add", "--force", name)
    report = check(Repository(str(clone), index).staged(), [SimilarDefinition()])
    run(clone, "git", "rm", "-q", "--cached", name)
    return any(
        other.location.path == original.path
        for each in report.diagnostics
        for other in each.related
    )


def run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


if __name__ == "__main__":
    main()
