"""`sutaza index`, as it is called."""

from __future__ import annotations

import re
import time

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
    assert (said["blobs"], said["places"], said["loose"]) == (
        ["2", "0"],
        ["3", "0"],
        ["0"],
    )
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
    assert told(repo)["blobs"] == ["450", "0"]


def test_words_are_read_where_they_are_asked_for(repo: Checkout) -> None:
    repo.stage("a.py", FUNCTION)
    assert repo.sutaza("index", "build", "--words").stdout == "read 1 of 1 files\n"
    said = told(repo)
    assert said["path"][2].endswith(".git/sutaza/words-1.db")
    assert (said["blobs"], said["described"]) == (["1", "1"], ["1"])


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


LARGE = "".join(
    f"def f{at}(row):\n    return row.f{at}.g{at}(h{at}=[row])\n" for at in range(4_500)
)
"""Of this, ten files are more than a commit waits for."""
ORIGINAL = """
def handle(name, glue="_"):
    parts = re.findall(r"[a-z0-9]+", name.lower())
    good = [part for part in parts if part not in STOP_WORDS]
    return glue.join(good)[:LONGEST].strip(glue)
"""


def blobs(repo: Checkout) -> int:
    return int(told(repo)["blobs"][0])


def large(repo: Checkout) -> None:
    """Commit a repository of which a first commit cannot read everything, and stage a copy."""
    repo.commit(("names.py", ORIGINAL), *((f"{at}.py", f"# {at}\n{LARGE}") for at in range(10)))
    repo.stage("a.py", ORIGINAL.replace("handle", "slug"))


def test_what_a_commit_cannot_wait_for_is_read_in_the_background(repo: Checkout) -> None:
    large(repo)
    said = repo.sutaza("check", CI="").stdout
    assert "a.py:2:1: [duplicate-code] `slug` is a copy of `handle` of names.py:2" in said
    assert (repo.path / ".git/sutaza/building").exists()
    wait_until = time.monotonic() + 60
    while blobs(repo) < 11 and time.monotonic() < wait_until:
        time.sleep(0.1)
    assert blobs(repo) >= 11


def test_nothing_is_read_in_the_background_where_the_job_ends(repo: Checkout) -> None:
    large(repo)
    repo.sutaza("check", CI="true")
    assert not (repo.path / ".git/sutaza/building").exists()


def test_it_is_not_begun_twice(repo: Checkout) -> None:
    large(repo)
    repo.write(".git/sutaza/building", "")
    repo.sutaza("check", CI="")
    time.sleep(1)
    assert blobs(repo) < 11


def test_init_begins_to_read_a_large_repository(repo: Checkout) -> None:
    for number in range(450):
        repo.write(f"{number}.py", FUNCTION.replace("7", str(number)))
    repo.git("add", ".")
    said = repo.sutaza("init", "--no-baseline", CI="").stdout
    assert "reading the repository's functions in the background" in said
    assert (repo.path / ".git/sutaza/building").exists()


def test_init_leaves_a_small_one_to_the_first_commit(repo: Checkout) -> None:
    repo.stage("a.py", FUNCTION)
    repo.sutaza("init", "--no-baseline", CI="")
    assert not (repo.path / ".git/sutaza/building").exists()
