"""Which paths the filters of .pre-commit-config.yaml keep from the hook that judges lines."""

from __future__ import annotations

import json

import pytest
from identify import extensions

from sutaza_hooks.index import Index
from sutaza_hooks.precommit.filters import filters, pushes, running
from sutaza_hooks.precommit.tags import KNOWN, SUFFIXES, Types
from tests.changes import change

COMMIT = ("pre-commit", "pre-merge-commit")
MESSAGE = ("commit-msg", "prepare-commit-msg")
PUSH = ("pre-push",)
GATE = {"repo": "https://example.com/gate", "rev": "v1"}
ALL = ("sutaza", "sutaza-message", "sutaza-prepare-message", "sutaza-push")


def left_out(path: str, at: tuple[str, ...], data: dict[str, object]) -> bool:
    text = json.dumps(data)  # which is YAML
    tree, memory = change({}, {".pre-commit-config.yaml": text}).after, Index()
    first, second = (filters(tree, memory) for _ in range(2))
    assert first == second
    return first.leave_out(path, at)


def four(**more: object) -> dict[str, object]:
    """The recommended hooks, with filters on `sutaza` alone."""
    hooks = [{"id": id, **(more if id == "sutaza" else {})} for id in ALL]
    return {"repos": [{**GATE, "hooks": hooks}]}


def one(id: str, **more: object) -> dict[str, object]:
    return {"repos": [{**GATE, "hooks": [{"id": id, **more}]}]}


LOCAL = {"id": "gate", "entry": "sutaza check", "exclude": "^gen/"}
PASSES = {
    "no filter": ("gen/a.py", COMMIT, four()),
    "beside what is excluded": ("src/a.py", COMMIT, four(exclude="^gen/")),
    "among the files": ("src/a.py", MESSAGE, four(files="^src/")),
    "its type": ("a.py", COMMIT, four(types=["python"])),
    "one of its types": ("a.py", COMMIT, four(types_or=["python", "go"])),
    "a type that the suffix does not rule out": ("a.py", COMMIT, four(types=["executable"])),
    "no suffix, so perhaps a script": ("tool", COMMIT, four(types=["python"])),
    "a suffix that we do not know": ("a.xyz", COMMIT, four(types=["python"])),
    "a name that gives types": ("Rakefile.py", COMMIT, four(types=["ruby"])),
    "another type than the excluded one": ("a.py", COMMIT, four(exclude_types=["markdown"])),
    "one hook of two that judge lines": (
        "gen/a.py",
        COMMIT,
        {"repos": [{**GATE, "hooks": [{"id": "sutaza", "files": "^src/"}, {"id": "sutaza"}]}]},
    ),
    "the filter of a hook that does not run now": (
        "gen/a.py",
        PUSH,
        one("sutaza-message", files="x"),
    ),
    "a filter of a project that only shares the id": (
        "gen/a.py",
        COMMIT,
        {"repos": [{"repo": "local", "hooks": [{"id": "sutaza", "entry": "x", "files": "y"}]}]},
    ),
    "no regular expression": ("gen/a.py", COMMIT, four(exclude="(")),
    "no hook of ours": ("a.py", COMMIT, {"repos": []}),
}
LEFT_OUT = {
    "excluded from all hooks": ("gen/a.py", COMMIT, {**four(), "exclude": "^gen/"}),
    "not among the files of all hooks": ("gen/a.py", COMMIT, {**four(), "files": "^src/"}),
    "excluded at the commit": ("gen/a.py", COMMIT, four(exclude="^gen/")),
    "excluded at the message, from the hook that judges lines": (
        "gen/a.py",
        MESSAGE,
        four(exclude="^gen/"),
    ),
    "excluded at the push, from the hook that judges lines": (
        "gen/a.py",
        PUSH,
        four(exclude="^gen/"),
    ),
    "not among its files": ("gen/a.py", MESSAGE, four(files="^src/")),
    "not of its types": ("a.js", COMMIT, four(types=["python"])),
    "of none of its types": ("a.js", COMMIT, four(types_or=["python", "go"])),
    "of a type that it excludes": ("a.py", COMMIT, four(exclude_types=["python"])),
    "a suffix in capitals": ("a.PY", COMMIT, four(exclude_types=["python"])),
    "only a hook of the message is there": (
        "gen/a.py",
        MESSAGE,
        one("sutaza-message", exclude="^gen"),
    ),
    "only a hook of the push is there": ("gen/a.py", PUSH, one("sutaza-push", exclude="^gen")),
    "a local hook that calls us": (
        "gen/a.py",
        COMMIT,
        {"repos": [{"repo": "local", "hooks": [LOCAL]}]},
    ),
}


@pytest.mark.parametrize(("path", "at", "data"), PASSES.values(), ids=PASSES.keys())
def test_passes(path: str, at: tuple[str, ...], data: dict[str, object]) -> None:
    assert not left_out(path, at, data)


@pytest.mark.parametrize(("path", "at", "data"), LEFT_OUT.values(), ids=LEFT_OUT.keys())
def test_left_out(path: str, at: tuple[str, ...], data: dict[str, object]) -> None:
    assert left_out(path, at, data)


def test_what_is_running() -> None:
    assert running({}, None) == COMMIT
    assert set(running({"PRE_COMMIT_REMOTE_NAME": "origin"}, "")) == set(MESSAGE)
    assert running({"PRE_COMMIT_REMOTE_NAME": "origin"}, None) == PUSH
    assert not pushes({"PRE_COMMIT_FROM_REF": "a", "PRE_COMMIT_TO_REF": "b"})


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_types_are_those_of_identify(suffix: str) -> None:
    theirs = {"file", *extensions.EXTENSIONS[suffix[1:]]}
    assert SUFFIXES[suffix] == theirs & KNOWN


@pytest.mark.parametrize("name", [each for each in extensions.NAMES if "." not in each])
def test_a_name_that_gives_more_types_is_not_ruled_out(name: str) -> None:
    for tag in extensions.NAMES[name]:
        assert Types(every=(tag,)).allow(f"{name}.md")
