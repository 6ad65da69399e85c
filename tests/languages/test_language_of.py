"""Which language a file is written in, by its name or its first line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sutaza_hooks.languages import LANGUAGES, language_called, language_of

BY_NAME = {
    "a.py": "python",
    "a.pyi": "python",
    "a/b.d/c.mjs": "javascript",
    "a.jsx": "javascript",
    "a.d.ts": "typescript",
    "a.tsx": "tsx",
    "a.go": "go",
    "a.rs": "rust",
    "A.java": "java",
    "a.h": "c",
    "a.hpp": "cpp",
    "a.C": "cpp",
    "a.cs": "csharp",
    "Rakefile": "ruby",
    "x/Gemfile": "ruby",
    "a.php": "php",
    ".bashrc": "shell",
    "a.bats": "shell",
    ".envrc": "shell",
    "a.yml": "yaml",
    "Cargo.lock": "toml",
    "a.htm": "html",
    "A.vue": "vue",
    "Dockerfile": "dockerfile",
    "Dockerfile.dev": "dockerfile",
    "web.dockerfile": "dockerfile",
    "GNUmakefile": "makefile",
    "a.tfvars": "hcl",
    ".env.local": "dotenv",
    "tsconfig.build.json": "jsonc",
    "A.PY": "python",
    "a\\b.py": "python",
    ".py": "python",
    "a.txt": None,
    "README.md": None,
    "a.json": None,
    "py": None,
    "a.py/": None,
    "": None,
}

BY_FIRST_LINE = {
    "#!/bin/sh": "shell",
    "#!/bin/bash -eu\n": "shell",
    "#! /usr/bin/python3.11\n": "python",
    "#!/usr/bin/env python3": "python",
    "#!/usr/bin/env -S python3 -u\r\n": "python",
    "#!/usr/bin/env -S A=b node --x": "javascript",
    "\ufeff#!/usr/bin/env ruby": "ruby",
    "#!/usr/bin/env": None,
    "#!": None,
    "#!/usr/bin/unknown": None,
    " #!/bin/sh": None,
    "\n#!/bin/sh": None,
    "x = 1": None,
}


@pytest.mark.parametrize(("path", "name"), BY_NAME.items())
def test_by_name(path: str, name: str | None) -> None:
    assert language_of(path) is (name and LANGUAGES[name])


@pytest.mark.parametrize(("start", "name"), BY_FIRST_LINE.items())
def test_by_first_line(start: str, name: str | None) -> None:
    assert language_of("bin/tool", start) is (name and LANGUAGES[name])


def test_the_name_goes_before_the_first_line() -> None:
    assert language_of("a.py", "#!/bin/sh") is LANGUAGES["python"]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("ts", "typescript"),
        ("Python", "python"),
        ("pwsh", "powershell"),
        ("json", None),
        ("", None),
    ],
)
def test_called(word: str, name: str | None) -> None:
    assert language_called(word) is (name and LANGUAGES[name])


@pytest.mark.parametrize("asked", ["suffixes", "filenames", "interpreters"])
def test_no_two_languages_claim_the_same(asked: str) -> None:
    claims = [claim for each in LANGUAGES.values() for claim in getattr(each, asked)]
    assert sorted(claims) == sorted(set(claims))


def test_naming_the_languages_imports_no_grammar() -> None:
    asked = "from sutaza_hooks.languages import language_of; language_of('a.py'); import sys"
    shown = "print([each for each in sys.modules if each.startswith('tree_sitter')])"
    done = subprocess.run(
        [sys.executable, "-c", f"{asked}; {shown}"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
