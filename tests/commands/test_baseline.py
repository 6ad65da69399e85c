"""`sutaza baseline`: it takes today's debt once, and from then on only shrinks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Checkout

FILE = ".sutaza-baseline.json"
CONFIGURED = f"baseline: {FILE}\n"


def marked(*words: str) -> str:
    return "".join(f"x = 1  # TODO {word}\n" for word in words)


@pytest.fixture
def debt(repo: Checkout) -> Checkout:
    """A repository that has three diagnostics, two of them alike, and a baseline of them."""
    repo.stage(".sutaza.yaml", CONFIGURED)
    repo.stage("a.py", marked("one", "two", "two"))
    repo.sutaza("baseline")
    repo.git("add", FILE)
    return repo


def sources(repo: Checkout) -> list[int]:
    report = json.loads((repo.path / FILE).read_text())
    return [each["line"] for each in report["diagnostics"]]


def test_the_first_takes_all_and_says_how_to_put_it_in_force(repo: Checkout) -> None:
    repo.stage("a.py", marked("one", "two"))
    done = repo.sutaza("baseline")
    assert done.returncode == 0
    assert done.stdout == (
        f"wrote {FILE}, diagnostics taken: 2\n"
        f"to put it in force, set `baseline: {FILE}` in .sutaza.yaml\n"
    )
    report = json.loads((repo.path / FILE).read_text())
    assert report["version"] == 1
    assert [each["rule"] for each in report["diagnostics"]] == ["todo-comment"] * 2
    assert repo.git("diff", "--cached", "--name-only") == "a.py"


def test_what_is_in_it_is_let_pass_and_no_more(debt: Checkout) -> None:
    assert debt.sutaza("check", "--all-files").returncode == 0
    debt.stage("b.py", marked("three"))
    assert debt.sutaza("check", "--all-files").returncode == 1


NEXT = {
    "nothing changed": (marked("one", "two", "two"), "3 kept, 0 gone, 0 new\n", [1, 2, 3]),
    "one is mended": (marked("two", "two"), "2 kept, 1 gone, 0 new\n", [2, 3]),
    "one of two alike is mended": (marked("one", "two"), "2 kept, 1 gone, 0 new\n", [1, 2]),
    "one is new": (
        marked("one", "two", "two", "three"),
        "3 kept, 0 gone, 1 new (not added)\n",
        [1, 2, 3],
    ),
    "one more of two alike is new": (
        marked("one", "two", "two", "two"),
        "3 kept, 0 gone, 1 new (not added)\n",
        [1, 2, 3],
    ),
    "one for another": (
        marked("one", "two", "three"),
        "2 kept, 1 gone, 1 new (not added)\n",
        [1, 2],
    ),
    "moved": ("\n\n" + marked("two", "two", "one"), "3 kept, 0 gone, 0 new\n", [1, 2, 3]),
    "all mended": ("x = 1\n", "0 kept, 3 gone, 0 new\n", []),
}


@pytest.mark.parametrize(("text", "said", "left"), NEXT.values(), ids=NEXT.keys())
def test_the_next_only_shrinks(debt: Checkout, text: str, said: str, left: list[int]) -> None:
    debt.stage("a.py", text)
    done = debt.sutaza("baseline")
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
    assert sources(debt) == left
    again = (debt.path / FILE).read_bytes()
    debt.sutaza("baseline")
    assert (debt.path / FILE).read_bytes() == again


def test_it_does_not_change_with_other_files(debt: Checkout) -> None:
    was = (debt.path / FILE).read_bytes()
    debt.stage("other.py", "y = 2\n")
    debt.sutaza("baseline")
    assert (debt.path / FILE).read_bytes() == was
    (debt.path / FILE).unlink()
    debt.sutaza("baseline")
    assert (debt.path / FILE).read_bytes() == was


def test_another_place(repo: Checkout, tmp_path: Path) -> None:
    repo.stage(".sutaza.yaml", "baseline: deep/debt.json\n")
    repo.stage("a.py", marked("one"))
    assert repo.sutaza("baseline").stdout == "wrote deep/debt.json, diagnostics taken: 1\n"
    repo.sutaza("baseline", "--output", str(tmp_path / "b.json"))
    assert (tmp_path / "b.json").read_bytes() == (repo.path / "deep/debt.json").read_bytes()


@pytest.fixture
def committed(debt: Checkout) -> Checkout:
    debt.commit(message="with debt")
    return debt


@pytest.mark.parametrize("arguments", [("baseline",), ("init", "--baseline")], ids=" ".join)
def test_deleting_it_starts_nothing_anew(committed: Checkout, arguments: tuple[str, ...]) -> None:
    committed.stage("b.py", marked("three"))
    (committed.path / FILE).unlink()
    said = committed.sutaza(*arguments).stdout
    if arguments == ("baseline",):
        assert said == "3 kept, 0 gone, 1 new (not added)\n"
        assert sources(committed) == [1, 2, 3]
    else:
        assert f"no new baseline: HEAD has {FILE}; `git restore {FILE}` brings it back\n" in said
        assert not (committed.path / FILE).exists()


def test_what_was_put_in_by_hand_is_dropped(committed: Checkout) -> None:
    committed.stage("b.py", marked("three"))
    honest = (committed.path / FILE).read_text()
    committed.git("rm", "-q", "--cached", FILE)
    grown = committed.sutaza("baseline", "--output", "all.json")
    assert "taken: 4" in grown.stdout
    committed.stage(FILE, (committed.path / "all.json").read_text())
    assert "holds more than before, by 1" in committed.sutaza("check").stdout
    assert "1 new (not added)" in committed.sutaza("baseline").stdout
    assert json.loads((committed.path / FILE).read_text()) == json.loads(honest)


def test_what_a_change_adds_to_it_lets_nothing_pass(committed: Checkout) -> None:
    rules = "rules: {grown-baseline: off, missing-changelog-entry: off}\n"
    committed.commit((".sutaza.yaml", CONFIGURED + rules))
    committed.stage("b.py", marked("three"))
    committed.sutaza("baseline", "--output", "all.json")
    committed.stage(FILE, (committed.path / "all.json").read_text())
    done = committed.sutaza("check")
    assert (done.returncode, "b.py:1:10: [todo-comment]" in done.stdout) == (1, True)


def test_debt_moves_along_with_a_renamed_file(committed: Checkout) -> None:
    committed.commit((".sutaza.yaml", CONFIGURED + "rules: {missing-changelog-entry: off}\n"))
    committed.git("mv", "a.py", "b.py")
    assert committed.sutaza("check", "b.py").returncode == 0
    assert committed.sutaza("baseline").stdout == "3 kept, 0 gone, 0 new\n"
    report = json.loads((committed.path / FILE).read_text())
    assert {each["path"] for each in report["diagnostics"]} == {"b.py"}
    committed.git("add", FILE)
    assert committed.sutaza("check").returncode == 0
    committed.commit()
    assert committed.sutaza("check", "--all-files").returncode == 0


BROKEN = {"no JSON": "{", "another document": '{"a": 1}', "a list": "[]", "a number": "3"}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_one_is_said_and_left(debt: Checkout, text: str) -> None:
    debt.write(FILE, text)
    done = debt.sutaza("baseline")
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: {FILE}: not a JSON report: ")
    assert (debt.path / FILE).read_text() == text


def test_nothing_is_written_when_the_audit_is_not_whole(debt: Checkout) -> None:
    debt.stage("huge.py", b"#" * (64 * 1024 * 1024 + 1))
    was = (debt.path / FILE).read_bytes()
    debt.stage("a.py", "x = 1\n")
    done = debt.sutaza("baseline")
    assert done.returncode == 2
    assert "huge.py: larger than 64 MB" in done.stderr
    assert (debt.path / FILE).read_bytes() == was
