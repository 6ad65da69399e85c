"""What a dependency is for, as far as the name of its group or file tells."""

from __future__ import annotations

import re

from sutaza_hooks.manifests.declaring.declared import Scope

_DEVELOPMENT = frozenset(
    "bench benchmark benchmarks ci check checks contrib cov coverage debug dev develop "
    "developer development devel doc docs documentation e2e example examples format formatting "
    "integration jupyter lint linter linters linting local mypy nox perf precommit profiling qa "
    "quality release ruff style test tester testing tests tox type typecheck typechecking types "
    "typing unittest".split()
)
_BUILD = frozenset("build setup packaging".split())
_WORDS = re.compile(r"[^\W_]+")
_SEPARATORS = re.compile(r"[-_.]{2,}")
_FILLERS = re.compile(r"requirements?|reqs?|deps|dependencies", re.IGNORECASE)


def scope_of(group: str, otherwise: Scope) -> Scope:
    """The scope that a word of the name tells, such as `test` in `test-postgres`."""
    words = {word.lower() for word in _WORDS.findall(group)}
    if words & _DEVELOPMENT:
        return "development"
    return "build" if words & _BUILD else otherwise


def group_of(path: str) -> str:
    """The group that a requirements file is for: `dev` for `requirements/dev.txt` and the like."""
    above, _, name = path.rpartition("/")
    words = _FILLERS.sub("", name.rpartition(".")[0])
    group = _SEPARATORS.sub("-", words).strip("-_. ")
    beside = above.rpartition("/")[2]
    return group or (beside if scope_of(beside, "runtime") != "runtime" else "")
