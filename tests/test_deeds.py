"""What a change does to what it touches: what no other test of the changelog's rules shows."""

from __future__ import annotations

import pytest

from sutaza_hooks.change import Patch
from sutaza_hooks.deeds import adds, kind_of
from sutaza_hooks.text import Line
from tests.changes import change

ADDS = {
    "a line": (Patch("a", added=(Line(1, "x"),)), True),
    "a new name": (Patch("b", "renamed", old_path="a"), True),
    "a mode, or what has no lines": (Patch("a", content="100755"), True),
    "a blank line": (Patch("a", added=(Line(1, " "),), removed=(Line(1, "x"),)), False),
    "nothing where a link is deleted": (Patch("a", "deleted", content="120000"), False),
}


@pytest.mark.parametrize(("patch", "expected"), ADDS.values(), ids=ADDS)
def test_what_adds(patch: Patch, expected: bool) -> None:
    assert adds([patch]) is expected


SAID = {
    "an attribute's own comment": ("a.py", "x = 1\n", "x = 1  #: the fee\n", "documentation"),
    "a comment over lines": ("a.go", "var x = 1\n", "/*\nfee\n*/\nvar x = 1\n", "documentation"),
    "a string beside it": ("a.py", 'x = "# a"\n', 'x = "# b"\n', "code"),
    "a text where no docstring stands": ("a.py", 'f()\n"a"\n', 'f()\n"b"\n', "code"),
    "a module that is broken": ("a.py", "(\n# a\n", "(\n# b\n", "code"),
    "a language that is not known": ("a.xyz", "# a\n", "# b\n", "code"),
    "a file that is new": ("a.py", None, "# a\n", "code"),
}


@pytest.mark.parametrize(("path", "before", "after", "kind"), SAID.values(), ids=SAID)
def test_what_only_says_otherwise_is_documentation(
    path: str, before: str | None, after: str, kind: str
) -> None:
    given = change({} if before is None else {path: before}, {path: after})
    assert kind_of(given, given.patches[0]) == kind


def test_what_only_gets_another_name_or_mode_is_code() -> None:
    given = change({"a.py": "x\n"}, {"a.py": "x\n", "b.py": "x\n"})
    assert kind_of(given, Patch("b.py", "renamed", old_path="a.py")) == "code"
    assert kind_of(given, Patch("a.py", content="100755")) == "code"
