"""`sutaza index`, as it is called."""

from __future__ import annotations

import re

from tests.conftest import Checkout

FUNCTION = "def f(a):\n    return save([b.c for b in read(a) if b.d], mode='fast', times=7)\n"


def told(repo: Checkout) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for line in repo.sutaza("index", "status").stdout.split("\n")[:-1]:
        name, value = line.split(maxsplit=1)
        said.setdefault(name, []).append(value)
    return said


def test_build_reads_what_is_staged_and_status_tells_of_it(repo: Checkout) -> None:
    repo.stage(".sutaza.yaml", "languages: {python: ['*.star']}\n")
    repo.stage("a.py", FUNCTION)
    repo.stage("copy.py", FUNCTION)
    repo.stage("b.star", f"{FUNCTION}\n")
    repo.stage("vendor/c.py", f"{FUNCTION}\n\n")
    repo.stage("notes.md", "prose\n")
    repo.write("later.py", "z = 1\n")
    built = repo.sutaza("index", "build")
    assert (built.returncode, built.stdout, built.stderr) == (0, "read 2 of 6 files\n", "")
    said = told(repo)
    assert said["path"][0].endswith(".git/sutaza/index-1.db")
    assert said["path"][1].endswith(".git/sutaza/fragments-1.db")
    assert (said["blobs"], said["places"], said["loose"]) == (["2"], ["3"], ["0"])
    assert all(re.fullmatch(r"[1-9]\d+", each) for each in said["bytes"])


def test_only_what_is_new_is_read_again(repo: Checkout) -> None:
    repo.stage("a.py", FUNCTION)
    repo.sutaza("index", "build")
    repo.stage("b.py", f"{FUNCTION}\n")
    assert repo.sutaza("index", "build").stdout == "read 1 of 2 files\n"
    assert repo.sutaza("index", "build").stdout == "read 0 of 2 files\n"


def test_many_files_are_read_by_several_processes(repo: Checkout) -> None:
    for number in range(450):
        repo.write(f"{number}.py", FUNCTION.replace("7", str(number)))
    repo.git("add", ".")
    built = repo.sutaza("index", "build")
    assert (built.stdout, built.stderr) == ("read 450 of 450 files\n", "")
    assert told(repo)["blobs"] == ["450"]


def test_clear_forgets_everything(repo: Checkout) -> None:
    repo.stage("a.py", FUNCTION)
    repo.sutaza("check")
    repo.sutaza("index", "build")
    assert repo.sutaza("index", "clear").returncode == 0
    said = told(repo)
    assert {*said["blobs"], *said["facts"], *said["verdicts"], *said["trees"]} == {"0"}


def test_status_before_anything_was_built(repo: Checkout) -> None:
    told = repo.sutaza("index", "status")
    assert told.returncode == 0
    assert "facts     0\n" in told.stdout
    assert "blobs     0\n" in told.stdout


def test_a_file_that_is_no_database_is_built_anew(repo: Checkout) -> None:
    repo.stage("a.py", FUNCTION)
    repo.write(".git/sutaza/fragments-1.db", "no database" * 1000)
    assert repo.sutaza("index", "build").stdout == "read 1 of 1 files\n"
    assert "blobs     1\n" in repo.sutaza("index", "status").stdout


def test_a_folder_that_cannot_be_made_is_said(repo: Checkout) -> None:
    repo.stage("a.py", FUNCTION)
    repo.write(".git/sutaza", "in the way")
    built = repo.sutaza("index", "build")
    assert (built.returncode, built.stdout) == (0, "read 1 of 1 files\n")
    assert built.stderr.startswith("warning: ")
    assert built.stderr.endswith("working in memory\n")
