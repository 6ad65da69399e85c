"""`sutaza changelog`: drafts, corrections, fragments, and merges by the real Git."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from itertools import permutations

import pytest

from sutaza_hooks.changelog import parse
from tests.conftest import SUTAZA, Checkout

LOG = "docs/CHANGELOG.md"
TODAY = date.today().isoformat()
OLD = "- [2026-03-01] - [1.0.0] - [core] - [Added] - [Payments by card]\n"
CONFIG = "components:\n  api: [src/api/]\n  web: [src/web/]\n"
MANIFEST = '[project]\nname = "shop"\nversion = "1.2.0"\n'


@pytest.fixture
def shop(repo: Checkout) -> Checkout:
    repo.commit((".sutaza.yaml", CONFIG), ("pyproject.toml", MANIFEST), ("src/api/a.py", "x = 1\n"))
    return repo


def log(repo: Checkout) -> str:
    return (repo.path / LOG).read_text()


def test_an_entry_is_drafted_from_what_is_staged(shop: Checkout) -> None:
    shop.stage("src/api/b.py", "y = 1\n")
    done = shop.sutaza("changelog", "add", "--message", "A fee on  every payment")
    line = f"- [{TODAY}] - [1.2.0] - [api] - [Added] - [A fee on every payment]"
    assert (done.returncode, done.stdout) == (0, line + "\n")
    assert "now run `git add docs/CHANGELOG.md`" in done.stderr
    assert log(shop) == f"# Changelog\n\n{line}\n"
    assert shop.git("status", "--porcelain").splitlines() == ["A  src/api/b.py", "?? docs/"]
    shop.git("add", LOG)
    assert shop.sutaza("check").returncode == 0


DRAFTS = {
    "a changed file": (["src/api/a.py"], "api", "Changed"),
    "two components": (["src/api/a.py", "src/web/b.js"], "api, web", "Added"),
    "a deleted file": (["-src/api/a.py"], "api", "Removed"),
    "only documentation": (["docs/guide.md"], "all", "Docs"),
    "only tests": (["tests/test_a.py"], "all", "Tests"),
    "only the build": (["Makefile"], "all", "Build"),
}


@pytest.mark.parametrize(("paths", "component", "type_"), DRAFTS.values(), ids=DRAFTS.keys())
def test_what_the_change_suggests(
    shop: Checkout, paths: list[str], component: str, type_: str
) -> None:
    for path in paths:
        if path.startswith("-"):
            shop.git("rm", "-q", path[1:])
        else:
            shop.stage(path, "z = 9\n")
    done = shop.sutaza("changelog", "add", "--message", "What it does")
    assert f"- [{component}] - [{type_}] - [What it does]" in done.stdout


def test_scripts_give_every_field(shop: Checkout) -> None:
    arguments = ["--type", "fix", "--component", "web", "--version", "Unreleased"]
    details = ["--why", "the contract", "--who", "Ada", "--impact", "payers"]
    shop.sutaza("changelog", "add", "-m", "Rounding", *arguments, *details)
    assert log(shop).endswith(
        f"- [{TODAY}] - [Unreleased] - [web] - [Fixed] - [Rounding]\n"
        "  Why: the contract\n  Who: Ada\n  Impact: payers\n"
    )


def test_the_style_of_the_file_is_kept(shop: Checkout) -> None:
    shop.commit((LOG, "# Log\r\n\r\n* 2026-03-01 - 1.0.0 - api - Added - Cards\r\n"))
    shop.stage("src/api/a.py", "x = 2\n")
    shop.sutaza("changelog", "add", "-m", "Rounding", "--type", "Fixed")
    assert (shop.path / LOG).read_bytes().decode() == (
        f"# Log\r\n\r\n* {TODAY} - 1.2.0 - api - Fixed - Rounding\r\n"
        "* 2026-03-01 - 1.0.0 - api - Added - Cards\r\n"
    )


def test_a_released_version_is_not_drafted_again(shop: Checkout) -> None:
    shop.git("tag", "v1.2.0")
    shop.stage("src/api/a.py", "x = 2\n")
    assert "[Unreleased]" in shop.sutaza("changelog", "add", "-m", "Rounding").stdout


def test_an_entry_for_nothing_is_said(shop: Checkout) -> None:
    done = shop.sutaza("changelog", "add", "-m", "What it does")
    assert done.stderr.startswith("note: nothing is staged that the entry could tell of\n")


def test_the_description_is_asked_for(shop: Checkout) -> None:
    shop.stage("src/api/a.py", "x = 2\n")
    done = shop.sutaza("changelog", "add")
    assert (done.returncode, done.stderr) == (
        2,
        "error: no description; give it with `--message`\n",
    )
    done = shop.sutaza("changelog", "add", "-m", "x", "--type", "Magic")
    assert (done.returncode, "`Magic` is no type; use one of Added" in done.stderr) == (2, True)


def test_check_judges_the_changelog_alone(shop: Checkout) -> None:
    shop.stage("src/api/a.py", "x = 1  # TODO: later\n")
    done = shop.sutaza("changelog", "check")
    assert done.returncode == 1
    assert re.findall(r"\[([a-z-]+)\] ", done.stdout) == ["missing-changelog-entry"]


def test_fix_puts_new_entries_right_and_leaves_old_ones(shop: Checkout) -> None:
    shop.commit((LOG, "- something old\n"))
    shop.stage("src/api/a.py", "x = 2\n")
    shop.write(LOG, "- fix: the rounding\n- something old\n")
    done = shop.sutaza("changelog", "fix")
    right = f"- [{TODAY}] - [1.2.0] - [api] - [Fixed] - [the rounding]"
    assert (done.returncode, done.stdout) == (1, f"{LOG}:1: {right}\n")
    assert log(shop) == f"{right}\n- something old\n"
    assert shop.sutaza("changelog", "fix").returncode == 0
    assert shop.sutaza("changelog", "fix", "--all-entries").returncode == 1
    assert "something old]" in log(shop)


def test_fragments_are_collected(shop: Checkout) -> None:
    shop.commit((LOG, f"# Changelog\n\n{OLD}"))
    for number in (1, 2):
        shop.stage("src/api/a.py", f"x = {number + 1}\n")
        done = shop.sutaza("changelog", "add", "--fragment", "-m", f"Fee number {number}, at last")
        assert done.returncode == 0
        shop.git("add", "docs")
        assert shop.sutaza("check").returncode == 0
        shop.commit()
    names = sorted(each.name for each in (shop.path / "docs/changelog.d").iterdir())
    assert names == [f"{TODAY}-fee-number-{n}-at-last.md" for n in (1, 2)]
    assert shop.sutaza("changelog", "collect").returncode == 0
    shop.git("add", "-A", "docs")
    assert [entry.fields.description[:12] for entry in parse(log(shop)).entries] == [
        "Fee number 1",
        "Fee number 2",
        "Payments by ",
    ]
    assert list((shop.path / "docs/changelog.d").iterdir()) == []
    assert shop.sutaza("check").returncode == 0


def driven(repo: Checkout) -> None:
    command = " ".join((*SUTAZA, "changelog", "merge-driver", "%O", "%A", "%B", "%P"))
    repo.git("config", "merge.sutaza-changelog.driver", command)
    repo.commit(
        (".gitattributes", f"{LOG} merge=sutaza-changelog\n"), (LOG, f"# Changelog\n\n{OLD}")
    )


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_concurrent_branches_merge_in_any_order(repo: Checkout, order: tuple[int, ...]) -> None:
    driven(repo)
    lines = [
        f"- [2026-03-1{n}] - [1.0.0] - [core] - [Fixed] - [Change number {n}]\n" for n in range(4)
    ]
    for n, line in enumerate(lines):
        repo.git("checkout", "-q", "-b", f"branch{n}", "main")
        repo.commit((LOG, f"# Changelog\n\n{line}{OLD}"), (f"{n}.py", "x = 1\n"))
    repo.git("checkout", "-q", "main")
    for n in order:
        repo.git("merge", "-q", "--no-edit", f"branch{n}")
    assert log(repo) == "# Changelog\n\n" + "".join(reversed(lines)) + OLD


def test_an_entry_that_both_sides_changed_is_a_conflict(repo: Checkout) -> None:
    driven(repo)
    repo.git("checkout", "-q", "-b", "side")
    repo.commit((LOG, f"# Changelog\n\n{OLD.replace('card', 'cash')}"))
    repo.git("checkout", "-q", "main")
    repo.commit((LOG, f"# Changelog\n\n{OLD.replace('card', 'coin')}"))
    said = repo.git("merge", "--no-edit", "side", ok=False)
    assert f"conflict in {LOG}: both sides changed one entry" in said
    assert {"cash", "coin"} <= set(re.findall(r"by (\w+)", log(repo)))


def test_the_driver_says_what_it_cannot_read(repo: Checkout) -> None:
    repo.write("a", b"\xff\xfe\xfa")
    done = repo.sutaza("changelog", "merge-driver", "a", "a", "a")
    assert done.returncode == 2
    assert "cannot be read as UTF-8" in done.stderr


def test_the_description_is_typed_at_a_terminal(shop: Checkout) -> None:
    shop.stage("src/api/b.py", "y = 1\n")
    program = (
        "import os, pty, sys\n"
        "pid, terminal = pty.fork()\n"
        "if not pid: os.execv(sys.argv[1], sys.argv[1:])\n"
        "os.write(terminal, b'A fee on payments\\n')\n"
        "try:\n    while os.read(terminal, 1024): pass\nexcept OSError: pass\n"
        "sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\n"
    )
    command = [sys.executable, "-c", program, *SUTAZA, "changelog", "add"]
    assert subprocess.run(command, cwd=shop.path).returncode == 0
    assert "[A fee on payments]" in log(shop)
