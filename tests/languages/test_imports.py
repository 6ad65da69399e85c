"""In each language: which modules are imported, and which names from them."""

from __future__ import annotations

import pytest

from sutaza_hooks.facts.extraction import extract
from sutaza_hooks.languages import LANGUAGES

CASES = {
    "python: two in a statement": ("python", "import a, b.c as d", {"a": (), "b.c": ()}),
    "python: names": ("python", "from a.b import (c as d, e)", {"a.b": ("c", "e")}),
    "python: dots are kept": (
        "python",
        "from . import x\nfrom ..y import *",
        {".": ("x",), "..y": ("*",)},
    ),
    "python: the future": (
        "python",
        "from __future__ import annotations",
        {"__future__": ("annotations",)},
    ),
    "python: in a string": ("python", "'import a'", {}),
    "javascript: names": (
        "javascript",
        "import a, { b as c } from 'x'\nimport * as n from './y'\nimport 'z'",
        {"x": ("default", "b"), "./y": ("*",), "z": ()},
    ),
    "javascript: passed on": (
        "javascript",
        "export { a } from 'x'\nexport * from 'y'",
        {"x": ("a",), "y": ("*",)},
    ),
    "javascript: called": (
        "javascript",
        "const a = require('x'); import('y'); other('z'); require(computed)",
        {"x": (), "y": ()},
    ),
    "typescript: types, and the older form": (
        "typescript",
        "import type { A } from 'x'\nimport b = require('y')",
        {"x": ("A",), "y": ("*",)},
    ),
    "tsx: the same": ("tsx", "import { A } from 'x'", {"x": ("A",)}),
    "go: one, and a list": (
        "go",
        'package p\nimport "fmt"\nimport (\n\tx "a/b"\n\t_ `c`\n)',
        {"fmt": (), "a/b": (), "c": ()},
    ),
    "rust: paths": (
        "rust",
        "use std::io;\nuse a::b as c;\nuse super::*;\nextern crate d;",
        {"std::io": (), "a::b": (), "super": ("*",), "d": ()},
    ),
    "rust: lists": (
        "rust",
        "use a::{b, c as d, e::{f, self}, *};\nuse {p, q::r};",
        {"a": ("b", "c", "e::{f, self}", "*"), "p": (), "q::r": ()},
    ),
    "java: static, and all": (
        "java",
        "import a.B;\nimport static a.C.d;\nimport x.*;",
        {"a.B": (), "a.C.d": (), "x": ("*",)},
    ),
    "kotlin: all, by another name, and by a quoted one": (
        "kotlin",
        "package x\nimport a.B\nimport c.d.*\nimport e.F as G\nimport h.`in`.I;\n",
        {"a.B": (), "c.d": ("*",), "e.F": (), "h.in.I": ()},
    ),
    "kotlin: in a comment, in a string, in a word": (
        "kotlin",
        '/*\nimport a.B /* """ */\n*/\nimport c.D\n// import e.F\nimportant.g()\n'
        'val s = """\nimport h.I\n"""\n',
        {"c.D": ()},
    ),
    "c: of the system, and not": (
        "c",
        '#include <stdio.h>\n#include "a/b.h"\n#include MACRO\n',
        {"<stdio.h>": (), "a/b.h": ()},
    ),
    "cpp: the same": ("cpp", "#include <vector>\n", {"<vector>": ()}),
    "csharp: aliases": (
        "csharp",
        "using System;\nusing static A.B;\nusing C = D.E;\nusing F = G;",
        {"System": (), "A.B": (), "D.E": (), "G": ()},
    ),
    "ruby: three words": (
        "ruby",
        "require 'a'\nrequire_relative \"b/c\"\nload 'd.rb'\nx.require 'no'",
        {"a": (), "b/c": (), "d.rb": ()},
    ),
    "php: names of others": (
        "php",
        "<?php use A\\B; use C\\{D, E as F}; use function g\\h;",
        {"A\\B": (), "C": ("D", "E"), "g\\h": ()},
    ),
    "php: files": (
        "php",
        "<?php require 'a.php'; include_once(\"b.php\"); require_once __DIR__ . '/c.php';",
        {"a.php": (), "b.php": (), "__DIR__ . '/c.php'": ()},
    ),
    "shell: both words": (
        "shell",
        'source ./a.sh x\n. "$HOME/b.sh"\necho . c',
        {"./a.sh": (), "$HOME/b.sh": ()},
    ),
}


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_imports(language: str, text: str, expected: dict[str, tuple[str, ...]]) -> None:
    found = extract(LANGUAGES[language], text).imports
    assert [(each.module, each.names) for each in found] == list(expected.items())


def test_a_statement_has_all_its_lines() -> None:
    (found,) = extract(LANGUAGES["python"], "x = 1\n\nfrom a import (\n  b,\n)\n").imports
    assert (found.line, found.end_line, found.column) == (3, 5, 1)
