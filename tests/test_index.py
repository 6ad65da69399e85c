"""The Index: remembered facts, and every way in which its file can fail."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sutaza_hooks.facts import Facts
from sutaza_hooks.facts.extraction import extract
from sutaza_hooks.index import FILE, Index
from sutaza_hooks.languages import LANGUAGES

PYTHON = LANGUAGES["python"]
TEXT = "x = 1  # one\n"
FACTS = extract(PYTHON, TEXT)


def remembered(index: Index, blob: str = "b") -> Facts:
    """The facts of a blob, with another text, so that only memory can give the right ones."""
    return index.facts(blob, PYTHON, "")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sutaza" / FILE


def filled(file: Path) -> None:
    index = Index(file)
    index.facts("b", PYTHON, TEXT)
    index.remember("key", "verdict")
    index.close()


def test_facts_and_verdicts_are_remembered(file: Path) -> None:
    filled(file)
    index = Index(file)
    assert remembered(index) == FACTS
    assert index.verdict("key") == "verdict"
    assert index.verdict("another") is None
    assert index.trouble == ""


def test_the_language_is_part_of_the_key(file: Path) -> None:
    filled(file)
    assert Index(file).facts("b", LANGUAGES["ruby"], "") == Facts()


def test_a_damaged_row_is_read_anew(file: Path) -> None:
    filled(file)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE facts SET facts = '{\"oops\"'")
    index = Index(file)
    assert index.facts("b", PYTHON, TEXT) == FACTS


DAMAGE = {
    "empty": b"",
    "not a database": b"not a database, but long enough to be taken for one" * 100,
    "a header alone": b"SQLite format 3\0" + b"\xff" * 4000,
}


@pytest.mark.parametrize("content", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_corrupt_file_is_made_anew(file: Path, content: bytes) -> None:
    filled(file)
    file.write_bytes(content)
    index = Index(file)
    assert index.facts("b", PYTHON, TEXT) == FACTS
    index.close()
    assert index.trouble == ""
    assert remembered(Index(file)) == FACTS


def test_a_page_that_breaks_later_is_no_failure(file: Path) -> None:
    index = Index(file)
    for number in range(2000):
        index.facts(f"b{number}", PYTHON, TEXT)
    index.close()
    content = bytearray(file.read_bytes())
    content[4096:-4096] = b"\xff" * (len(content) - 8192)
    file.write_bytes(content)
    for suffix in ("-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    again = Index(file)
    assert again.facts("b7", PYTHON, TEXT) == FACTS
    again.close()
    assert Index(file).facts("b7", PYTHON, TEXT) == FACTS


def test_a_folder_in_the_place_of_the_file(file: Path) -> None:
    file.mkdir(parents=True)
    index = Index(file)
    assert index.facts("b", PYTHON, TEXT) == FACTS
    assert remembered(index) == FACTS
    assert "working in memory" in index.trouble


def test_a_file_in_the_place_of_the_folder(file: Path) -> None:
    file.parent.write_text("")
    index = Index(file)
    assert index.facts("b", PYTHON, TEXT) == FACTS
    assert "working in memory" in index.trouble


def test_a_file_that_another_process_holds(file: Path) -> None:
    filled(file)
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    index = Index(file)
    assert index.facts("c", PYTHON, TEXT) == FACTS
    index.close()
    assert "locked" in index.trouble
    holder.execute("ROLLBACK")
    assert remembered(Index(file)) == FACTS


def test_a_full_disk(file: Path) -> None:
    """A limit on the number of pages stands in for the disk: SQLite says SQLITE_FULL to both."""
    filled(file)
    index = Index(file)
    index._database._connection.execute("PRAGMA max_page_count = 4")
    for number in range(1200):
        assert index.facts(f"b{number}", PYTHON, TEXT) == FACTS
    index.close()
    assert "full" in index.trouble
    assert remembered(Index(file)) == FACTS


def test_a_file_that_cannot_be_written(file: Path) -> None:
    filled(file)
    readonly = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    readonly.close()
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        index = Index(file)
        assert index.facts("c", PYTHON, TEXT) == FACTS
        index.close()
    finally:
        file.parent.chmod(0o755)


def test_it_stays_within_its_bound(file: Path) -> None:
    bound = 200_000
    for round_ in range(4):
        index = Index(file, largest=bound)
        for number in range(400):
            index.facts(f"{round_}-{number}", PYTHON, "# words\n" * 10)
        index.close()
        assert file.stat().st_size <= bound * 2
    assert file.stat().st_size > 0


WRITER = """
import sys
from pathlib import Path
from sutaza_hooks.index import Index
from sutaza_hooks.languages import LANGUAGES
for round in range(1000 if sys.argv[2] == "forever" else 5):
    index = Index(Path(sys.argv[1]))
    for number in range(100):
        index.facts(f"{sys.argv[2]}-{round}-{number}", LANGUAGES["python"], "x = 1  # one\\n")
    index.close()
    assert not index.trouble, index.trouble
"""


def test_four_processes_at_once(file: Path) -> None:
    running = [subprocess.Popen([sys.executable, "-c", WRITER, str(file), name]) for name in "abcd"]
    assert [each.wait() for each in running] == [0, 0, 0, 0]
    assert Index(file).status()["facts"] == 4 * 5 * 100


def test_a_process_that_is_killed_leaves_a_whole_file(file: Path) -> None:
    filled(file)
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(file), "forever"])
        time.sleep(0.6)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        index = Index(file)
        assert remembered(index) == FACTS
        assert index.trouble == ""
        index.close()
    (state,) = sqlite3.connect(file).execute("PRAGMA integrity_check").fetchone()
    assert state == "ok"
