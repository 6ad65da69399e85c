"""`commented-out-code`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

import pytest

from sutaza_hooks.rules.commented_out_code import CommentedOutCode
from tests.changes import change, says

RULE = CommentedOutCode()

ALLOWED = {
    "prose": ("a.py", "# reads the head and gives the rest back\n"),
    "a sentence of code words": ("a.py", "# if the card is expired, raise an error\n"),
    "a sentence that ends in a call": ("a.py", "# this is what makes the check in run()\n"),
    "for each": ("a.py", "# for each of them, in order\n"),
    "an import in words": ("a.py", "# import the modules of the package first\n"),
    "a setting": ("a.yml", "# level: debug\n"),
    "settings of an environment": ("a.sh", "# KEY=value\n# OTHER=value\n"),
    "a default": ("a.toml", "# retries = 3\n"),
    "a label": ("a.py", "# note: see above\n"),
    "an example in Javadoc": ("A.java", "/**\n * int x = f(1);\n * return x;\n */\nclass A {}\n"),
    "an example in a doc comment": ("a.rs", "/// let x = f(1);\nfn f() { g() }\n"),
    "a prompt": ("a.py", "# >>> f(1)\n# 2\n"),
    "a command to run": ("a.py", "# $ make test\n"),
    "a list": ("a.py", "# - first()\n# - second()\n"),
    "a directive": ("a.py", "import a  # noqa: F401\nx = f()  # type: ignore[arg-type]\n"),
    "a pragma": ("a.js", "// eslint-disable-next-line no-console\n"),
    "a formula": ("a.py", "# O(n log n)\n"),
    "an address": ("a.py", "# https://example.com/a(b);\n"),
    "a licence": ("a.c", "/* Copyright (c) 2020; all rights reserved. */\n"),
    "a heading": ("a.py", "# --- helpers ---\n"),
    "a test": ("tests/test_a.py", "# return f(x)\n"),
}

FLAGGED = {
    "a branch": ("a.py", "# if card.expired:\n#     raise CardExpired(card)\nf()\n", "1:3"),
    "a call": ("a.py", "def f():\n    # self.flush()\n    g()\n", "2:7"),
    "a call of Java": ("A.java", "class A {\n  A() {\n    // setNative(true);\n  }\n}\n", "3:8"),
    "an assignment": ("a.js", "// const total = sum(prices);\nf();\n", "1:4"),
    "a return": ("a.py", "def f():\n    g()\n    # return g(self)\n", "3:7"),
    "a call over lines": (
        "a.py",
        "# self.memory.create(\n#     name='x',\n# )\nf()\n",
        "1:3",
    ),
    "statements of Go": ("a.go", "package a\n// x := f(1)\n// g(x)\nvar y = 1\n", "2:4"),
    "statements of C": ("a.c", "/* x = f(1); */\nint y;\n", "1:4"),
}


@pytest.mark.parametrize(("path", "text"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(path: str, text: str) -> None:
    assert says(RULE, change({}, {path: text})) == []


@pytest.mark.parametrize(("path", "text", "place"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(path: str, text: str, place: str) -> None:
    assert says(RULE, change({}, {path: text})) == [f"{path}:{place}: comment holds code"]


def test_it_is_off_by_default() -> None:
    assert not CommentedOutCode.default_on


def test_what_stood_there_before_is_not_new() -> None:
    old = "# x = f(1)\ny = 2\n"
    assert says(RULE, change({"a.py": old}, {"a.py": f"z = 3\n{old}"})) == []
