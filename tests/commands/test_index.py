"""`sutaza index`, as it is called."""

from __future__ import annotations

import re

from tests.conftest import Checkout


def test_build_reads_what_is_staged_and_status_tells_of_it(repo: Checkout) -> None:
    repo.stage(".sutaza.yaml", "languages: {python: ['*.star']}\n")
    repo.stage("a.py", "x = 1\n")
    repo.stage("copy.py", "x = 1\n")
    repo.stage("b.star", "y = 1\n")
    repo.stage("notes", "prose\n")
    repo.write("later.py", "z = 1\n")
    built = repo.sutaza("index", "build")
    assert (built.returncode, built.stdout, built.stderr) == (0, "read 4 of 5 files\n", "")
    told = dict(
        line.split(maxsplit=1) for line in repo.sutaza("index", "status").stdout.split("\n")[:-1]
    )
    assert told["path"].endswith(".git/sutaza/index-1.db")
    assert told["facts"] == "3"  # one blob stands at two paths
    assert re.fullmatch(r"[1-9]\d+", told["bytes"])


def test_status_before_anything_was_built(repo: Checkout) -> None:
    told = repo.sutaza("index", "status")
    assert told.returncode == 0
    assert "facts     0\n" in told.stdout


def test_a_file_that_is_no_database_is_built_anew(repo: Checkout) -> None:
    repo.stage("a.py", "x = 1\n")
    repo.write(".git/sutaza/index-1.db", "no database" * 1000)
    assert repo.sutaza("index", "build").stdout == "read 1 of 1 files\n"
    assert "facts     1\n" in repo.sutaza("index", "status").stdout


def test_a_folder_that_cannot_be_made_is_said(repo: Checkout) -> None:
    repo.stage("a.py", "x = 1\n")
    repo.write(".git/sutaza", "in the way")
    built = repo.sutaza("index", "build")
    assert (built.returncode, built.stdout) == (0, "read 1 of 1 files\n")
    assert built.stderr.startswith("warning: ")
    assert built.stderr.endswith("working in memory\n")
