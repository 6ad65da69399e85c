"""`sutaza init`: what it finds, what it writes, and that it leaves the rest as it was."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from sutaza_hooks.config import parse
from tests.conftest import SUTAZA, Checkout
from tests.setup.test_origin import installed

WRITTEN = (".sutaza.yaml", ".pre-commit-config.yaml", ".gitattributes")
DEBT = "x = 1  # TODO later\n"
BIN = Path(sys.executable).parent
PYPROJECT = '[project]\nname = "shop"\nversion = "1.2.3"\n'


def text(repo: Checkout, path: str) -> str:
    return (repo.path / path).read_bytes().decode()


def test_what_it_says_and_writes_in_an_empty_repository(repo: Checkout, tmp_path: Path) -> None:
    path = str(BIN) + os.pathsep + os.environ["PATH"]
    done = repo.sutaza("init", PATH=path, PYTHONPATH=installed(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == """\
wrote .sutaza.yaml
wrote .pre-commit-config.yaml; its hooks come from
  https://github.com/sutaza/sutaza_hooks at v0.1.0
wrote .gitattributes
set merge.sutaza-changelog in the Git configuration of this clone
next:
  git add .sutaza.yaml .pre-commit-config.yaml .gitattributes
  pre-commit install
  sutaza changelog add, for the entry that every commit has
"""
    )
    assert text(repo, ".gitattributes") == "docs/CHANGELOG.md merge=sutaza-changelog\n"
    assert yaml.safe_load(text(repo, ".pre-commit-config.yaml"))["repos"] == [
        {
            "repo": "https://github.com/sutaza/sutaza_hooks",
            "rev": "v0.1.0",
            "hooks": [
                {"id": "sutaza"},
                {"id": "sutaza-message"},
                {"id": "sutaza-prepare-message"},
                {"id": "sutaza-push"},
            ],
        }
    ]
    driver = repo.git("config", "merge.sutaza-changelog.driver")
    assert driver.startswith(f"{BIN}/sutaza changelog merge-driver %O %A %B %P || ")
    assert repo.git("diff", "--cached", "--name-only") == ""


def test_all_that_it_writes_passes_the_gate(repo: Checkout) -> None:
    repo.commit(("src/shop/pay.py", "x = 1\n"), ("pyproject.toml", PYPROJECT), ("docs/a.md", "a\n"))
    repo.sutaza("init")
    repo.git("add", *WRITTEN)
    repo.sutaza("changelog", "add", "-m", "Every commit is judged by the rules of the gate")
    repo.git("add", "docs/CHANGELOG.md")
    for mode in ("--staged", "--all-files"):
        done = repo.sutaza("check", mode)
        assert done.returncode == 0, done.stdout + done.stderr
    assert repo.sutaza("config", "validate").stdout == ".sutaza.yaml: valid\n"


def test_the_configuration_fits_the_repository(repo: Checkout) -> None:
    repo.stage("src/shop/pay.py", "x = 1\n")
    repo.stage("src/bank/api.py", "x = 1\n")
    repo.stage("tests/test_pay.py", "x = 1\n")
    repo.stage("pyproject.toml", PYPROJECT)
    repo.stage("CHANGELOG.md", "# Changelog\n")
    repo.stage("HISTORY.rst", "old\n")
    repo.write("later/a.py", "x = 1\n")
    done = repo.sutaza("init")
    assert done.stdout.startswith(
        "wrote .sutaza.yaml\n  the changelog is CHANGELOG.md\n  HISTORY.rst is not read as one\n"
    )
    written = text(repo, ".sutaza.yaml")
    config = parse(written)
    assert config.components == {
        "bank": ("/src/bank/",),
        "shop": ("/src/shop/",),
        "tests": ("/tests/",),
        "project": ("/*", "!/*/"),
    }
    assert config.changelog.path == "CHANGELOG.md"
    assert config.changelog.version_sources == ("pyproject.toml",)
    assert "python (3)" in written
    assert text(repo, ".gitattributes") == "/CHANGELOG.md merge=sutaza-changelog\n"


def test_every_option_can_be_learned_from_the_file(repo: Checkout) -> None:
    """What stands in a comment is the default: without the marks the file means the same."""
    repo.sutaza("init")
    written = text(repo, ".sutaza.yaml")
    config = parse(written)
    lines = [line.replace("# ", "", 1) for line in written.split("\n")]
    given = [line for line in lines if ":" in line.split("#")[0] or line.lstrip().startswith("- ")]
    keys = {line.split(":")[0].strip().lstrip("- ") for line in given}
    assert {"exclude", "baseline", "components", "languages", "fragments", "tags"} <= keys
    assert config.exclude == parse("").exclude
    assert config.rules == parse("").rules


def test_files_that_are_not_staged_yet_are_looked_at_when_nothing_is(repo: Checkout) -> None:
    repo.write(".gitignore", "build/\n")
    repo.write("api/a.go", "package a\n")
    repo.write("build/b.go", "package b\n")
    repo.sutaza("init")
    assert parse(text(repo, ".sutaza.yaml")).components.keys() == {"api", "project"}


def test_it_works_from_a_folder_below_the_root(repo: Checkout) -> None:
    repo.stage("api/a.go", "package a\n")
    done = subprocess.run([*SUTAZA, "init"], cwd=repo.path / "api", check=True, capture_output=True)
    assert b"git add ../.sutaza.yaml " in done.stdout
    assert sorted(repo.git("ls-files", "-o").split("\n")) == sorted(WRITTEN)


def test_a_second_time_changes_nothing(repo: Checkout, tmp_path: Path) -> None:
    repo.stage("a.py", "x = 1\n")
    path = installed(tmp_path)
    repo.sutaza("init", PYTHONPATH=path)
    was = {path: text(repo, path) for path in WRITTEN}
    done = repo.sutaza("init", "--rev", "v9", PYTHONPATH=path)
    assert done.stdout.startswith(
        "kept .sutaza.yaml, which stands already\n"
        "kept .pre-commit-config.yaml, which has it all\n"
        "kept .gitattributes, which has it all\n"
    )
    assert "git add" not in done.stdout
    assert {path: text(repo, path) for path in WRITTEN} == was


def test_what_stands_is_kept(repo: Checkout) -> None:
    repo.write(".sutaza.yaml", "changelog: {path: 'my log.md'}\n")
    repo.write(".gitattributes", b"*.png binary\r\n*.bat eol=crlf")
    repo.write(
        ".pre-commit-config.yaml", "repos:\n- repo: meta  # ours\n  hooks: [{id: identity}]\n"
    )
    done = repo.sutaza("init", "--repo", "../clone", "--rev", "1e10")
    assert done.stdout.startswith(
        "kept .sutaza.yaml, which stands already\n"
        "added to .pre-commit-config.yaml; its hooks come from\n"
        "  ../clone at 1e10\n"
        "added to .gitattributes\n"
    )
    assert text(repo, ".sutaza.yaml") == "changelog: {path: 'my log.md'}\n"
    assert text(repo, ".gitattributes") == (
        '*.png binary\r\n*.bat eol=crlf\r\n"/my log.md" merge=sutaza-changelog\r\n'
    )
    hooks = text(repo, ".pre-commit-config.yaml")
    assert "- repo: meta  # ours\n  hooks: [{id: identity}]\n- repo: " in hooks
    added = yaml.safe_load(hooks)["repos"][1]
    assert (added["repo"], added["rev"]) == ("../clone", "1e10")


def test_a_runner_configuration_that_cannot_be_read_is_left_as_it_is(repo: Checkout) -> None:
    repo.write(".pre-commit-config.yaml", "repos: [\n")
    done = repo.sutaza("init")
    assert done.returncode == 2
    assert done.stderr.startswith("error: .pre-commit-config.yaml: not YAML: ")
    assert text(repo, ".pre-commit-config.yaml") == "repos: [\n"


def test_a_configuration_with_a_mistake_is_said(repo: Checkout) -> None:
    repo.write(".sutaza.yaml", "rule: {}\n")
    done = repo.sutaza("init")
    assert done.returncode == 2
    assert done.stderr == "error: .sutaza.yaml:1: rule: unknown key (did you mean `rules`?)\n"


def test_a_bare_repository_has_nothing_to_set_up(repo: Checkout) -> None:
    repo.git("clone", "-q", "--bare", ".", "bare.git")
    done = subprocess.run(
        [*SUTAZA, "init"], cwd=repo.path / "bare.git", capture_output=True, text=True
    )
    assert done.returncode == 2
    assert done.stderr.startswith("error: a bare repository has no files to write")


def test_debt_is_let_pass_when_that_is_asked_for(repo: Checkout) -> None:
    repo.commit(("a.py", DEBT))
    done = repo.sutaza("init", "--baseline")
    assert "wrote .sutaza-baseline.json, diagnostics let pass: 1\n" in done.stdout
    assert "added to .sutaza.yaml\n" in done.stdout
    assert parse(text(repo, ".sutaza.yaml")).baseline == ".sutaza-baseline.json"
    repo.git("add", ".sutaza-baseline.json", *WRITTEN)
    assert repo.sutaza("check", "--all-files").returncode == 0
    repo.stage("b.py", DEBT)
    assert repo.sutaza("check", "--all-files").returncode == 1


CONFIGURED = {
    "at the end of a file": ("exclude: [x/]\n", "exclude: [x/]\nbaseline: .sutaza-baseline.json\n"),
    "after a line that is not ended": (
        "exclude: [x/]",
        "exclude: [x/]\nbaseline: .sutaza-baseline.json\n",
    ),
    "where it is set already": ("baseline: debt.json\n", "baseline: debt.json\n"),
}


@pytest.mark.parametrize(("before", "after"), CONFIGURED.values(), ids=CONFIGURED.keys())
def test_a_baseline_is_set_in_a_configuration_that_stands(
    repo: Checkout, before: str, after: str
) -> None:
    repo.stage("a.py", DEBT)
    repo.write(".sutaza.yaml", before)
    assert repo.sutaza("init", "--baseline").returncode == 0
    assert text(repo, ".sutaza.yaml") == after
    assert (repo.path / parse(after).baseline).is_file()


@pytest.mark.parametrize(
    ("options", "says"), [((), True), (("--no-baseline",), False)], ids=["told", "not asked for"]
)
def test_without_a_terminal_nothing_is_asked(
    repo: Checkout, options: tuple[str, ...], says: bool
) -> None:
    repo.stage("a.py", DEBT)
    done = repo.sutaza("init", *options)
    assert (
        "diagnostics of an audit: 1; `sutaza init --baseline` lets them pass" in done.stdout
    ) == says
    assert not (repo.path / ".sutaza-baseline.json").exists()


@pytest.mark.parametrize(("answer", "taken"), [("y", True), ("n", False)], ids=["yes", "no"])
def test_on_a_terminal_a_baseline_is_offered(repo: Checkout, answer: str, taken: bool) -> None:
    repo.stage("a.py", DEBT)
    terminal, end = pty.openpty()
    os.write(terminal, f"{answer}\n".encode())
    subprocess.run(
        [*SUTAZA, "init"], cwd=repo.path, check=True, stdin=end, stdout=end, stderr=end, timeout=60
    )
    said = os.read(terminal, 10_000).decode()
    os.close(terminal), os.close(end)
    assert "Diagnostics of an audit: 1. Let these pass from now on?" in said
    assert (repo.path / ".sutaza-baseline.json").exists() == taken


ENTRY = "- [2026-03-{day}] - [Unreleased] - [core] - [Added] - [The {day}th thing of the month]\n"
FIRST = "# Changelog\n\n" + ENTRY.format(day=10)
DRIVER = "merge.sutaza-changelog.driver"


@pytest.fixture
def diverged(repo: Checkout) -> Checkout:
    """After `sutaza init`, two branches each with an entry of its own."""
    repo.sutaza("init")
    repo.commit(("docs/CHANGELOG.md", FIRST), (".gitattributes", text(repo, ".gitattributes")))
    repo.git("checkout", "-q", "-b", "other")
    repo.commit(("docs/CHANGELOG.md", FIRST.replace("- [", ENTRY.format(day=11) + "- [", 1)))
    repo.git("checkout", "-q", "main")
    repo.commit(("docs/CHANGELOG.md", FIRST.replace("- [", ENTRY.format(day=12) + "- [", 1)))
    return repo


def test_two_branches_that_add_an_entry_merge_without_a_conflict(diverged: Checkout) -> None:
    """Also where `sutaza` is not on the path, as in a shell without the environment."""
    diverged.git("merge", "-q", "other")
    assert text(diverged, "docs/CHANGELOG.md") == "# Changelog\n\n" + "".join(
        ENTRY.format(day=day) for day in (12, 11, 10)
    )


BROKEN = {
    "the program is gone": "/gone/sutaza",
    "the program breaks off as with a conflict": "false",
    "the program is no program": "/dev/null",
}


@pytest.mark.parametrize("program", BROKEN.values(), ids=BROKEN.keys())
def test_without_the_program_git_merges_and_leaves_its_markers(
    diverged: Checkout, program: str
) -> None:
    driver = diverged.git("config", DRIVER)
    diverged.git("config", DRIVER, driver.replace(f"{BIN}/sutaza", program))
    said = diverged.git("merge", "-q", "other", ok=False)
    assert "CONFLICT (content): Merge conflict in docs/CHANGELOG.md" in said
    assert text(diverged, "docs/CHANGELOG.md") == (
        "# Changelog\n\n<<<<<<< ours\n"
        + ENTRY.format(day=12)
        + "=======\n"
        + ENTRY.format(day=11)
        + ">>>>>>> theirs\n"
        + ENTRY.format(day=10)
    )


def test_without_the_program_what_does_not_conflict_is_merged(diverged: Checkout) -> None:
    diverged.git("config", DRIVER, diverged.git("config", DRIVER).replace(str(BIN), "/gone"))
    diverged.git("checkout", "-q", "-b", "third", "main~1")
    diverged.commit(("docs/CHANGELOG.md", FIRST + "\n\n\nThe end.\n"))
    diverged.git("merge", "-q", "other")
    assert text(diverged, "docs/CHANGELOG.md").count("2026-03-1") == 2


def test_a_conflict_that_the_program_wrote_is_not_merged_again(diverged: Checkout) -> None:
    for branch, word in (("other", "cash"), ("main", "coin")):
        diverged.git("checkout", "-q", branch)
        diverged.commit(("docs/CHANGELOG.md", FIRST.replace("thing", word)))
    said = diverged.git("merge", "-q", "other", ok=False)
    assert "conflict in docs/CHANGELOG.md: both sides changed one entry" in said
    merged = text(diverged, "docs/CHANGELOG.md")
    assert (merged.count("<<<<<<<"), merged.count("cash"), merged.count("coin")) == (1, 1, 1)


def test_hooks_that_are_lacking_beside_ours_are_named(repo: Checkout) -> None:
    repo.commit((".pre-commit-config.yaml", CONFIG_WITH_ONE_HOOK))
    said = repo.sutaza("init", "--repo", "https://example.com/sutaza_hooks", "--rev", "v1").stdout
    assert (
        "it lacks sutaza-message, sutaza-prepare-message, sutaza-push: add them beside `sutaza`"
        in said
    )


CONFIG_WITH_ONE_HOOK = """\
repos:
  - repo: https://example.com/sutaza_hooks
    rev: v1
    hooks:
      - id: sutaza
"""
