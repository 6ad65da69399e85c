"""`sutaza doctor`: it names what keeps the gate from firing, and proves with real commits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sutaza_hooks.checkup.examination import git_version
from sutaza_hooks.checkup.remark import Remark
from sutaza_hooks.diagnostic import Severity
from sutaza_hooks.rules import RULES
from tests.conftest import SUTAZA, Checkout

BIN = Path(sys.executable).parent
RUNNERS = ("pre-commit", "prek")
STAGES = ("pre-commit", "pre-merge-commit", "commit-msg", "prepare-commit-msg", "pre-push")
CHECK = f"{sys.executable} -m sutaza_hooks check"
INSTALLED = "default_install_hook_types: [pre-commit, commit-msg]\n"
LINT = """\
  - id: lint
    name: lint
    entry: "false"
    language: system
    always_run: true
"""


def hooks(entry: str = CHECK) -> str:
    return f"""\
{INSTALLED}
repos:
- repo: local
  hooks:
  - id: sutaza
    name: sutaza
    entry: {entry}
    language: system
    stages: [pre-commit]
    always_run: true
    require_serial: true
  - id: sutaza-message
    name: sutaza-message
    entry: {entry} --message
    language: system
    stages: [commit-msg]
    always_run: true
{LINT}"""


def only(*rules: str, rest: str = "") -> str:
    """A configuration in which only these rules are on."""
    off = "".join(f"  {name}: off\n" for name in RULES if name not in rules)
    return f"{rest}rules:\n{off}  {{}}\n" if not off else f"{rest}rules:\n{off}"


def gated(repo: Checkout, runner: str, config: str = "", entry: str = CHECK) -> Checkout:
    """The repository with a configuration and with hooks that the runner installed."""
    if config:
        repo.stage(".sutaza.yaml", config)
    repo.stage(".pre-commit-config.yaml", hooks(entry))
    subprocess.run([BIN / runner, "install"], cwd=repo.path, check=True, capture_output=True)
    return repo


def doctor(repo: Checkout, *options: str) -> tuple[int, dict[str, str]]:
    """The exit code, and the standing with what is said, by what it is said of."""
    done = repo.sutaza("doctor", *options, PATH=f"{BIN}{os.pathsep}{os.environ['PATH']}")
    assert done.stderr == ""
    rows = [(line[:10].rstrip(), *line[12:].split(": ", 1)) for line in done.stdout.splitlines()]
    return done.returncode, {about: f"{standing}: {said}" for standing, about, said in rows}


@pytest.mark.parametrize("runner", RUNNERS)
def test_a_gate_that_is_live(repo: Checkout, runner: str) -> None:
    gated(repo, runner, only("todo-comment"))
    code, said = doctor(repo)
    assert code == 0
    assert said[".sutaza.yaml"] == "ok: rules on: 1"
    assert said[".pre-commit-config.yaml"] == "ok: sutaza, sutaza-message"
    assert said["pre-commit"] == f"ok: sutaza: installed by {runner}"
    assert said["commit-msg"] == f"ok: sutaza-message: installed by {runner}"
    assert said["pre-push"] == "note: no hook of ours runs there; add `sutaza-push`"


def test_an_old_git_is_named() -> None:
    assert git_version("2.30.9") == Remark("problem", "Git", "2.30.9; install 2.31 or later")
    assert git_version("2.31.0").standing == "ok"
    assert git_version("3.0.windows.1").standing == "ok"


def test_hooks_that_were_never_installed(repo: Checkout) -> None:
    repo.stage(".pre-commit-config.yaml", hooks())
    code, said = doctor(repo)
    assert code == 1
    assert said["pre-commit"] == (
        "problem: `sutaza` cannot fire: no hook file is installed; "
        "run `pre-commit install --hook-type pre-commit`"
    )


def test_the_command_that_is_named_mends_it(repo: Checkout) -> None:
    gated(repo, "prek")
    (repo.path / ".git/hooks/commit-msg").unlink()
    _, said = doctor(repo)
    command = said["commit-msg"].rpartition("; run ")[2].strip("`")
    assert command == "prek install --hook-type commit-msg"
    subprocess.run(f"{BIN}/{command}", shell=True, cwd=repo.path, check=True, capture_output=True)
    assert doctor(repo)[0] == 0


def test_hooks_that_git_looks_for_elsewhere(repo: Checkout, tmp_path: Path) -> None:
    gated(repo, "pre-commit")
    repo.git("config", "core.hooksPath", str(tmp_path / "elsewhere"))
    code, said = doctor(repo)
    assert code == 1
    assert (
        "; run `git config --unset-all core.hooksPath && pre-commit install" in said["pre-commit"]
    )


def test_hooks_that_a_runner_installed_elsewhere_are_found_and_proved(repo: Checkout) -> None:
    repo.git("config", "core.hooksPath", ".githooks")
    gated(repo, "prek", only("todo-comment"))
    assert (repo.path / ".githooks/pre-commit").is_file()
    code, said = doctor(repo, "--prove")
    assert code == 0
    assert said["todo-comment"] == "ok: its breach was blocked"


TROUBLE: dict[str, tuple[str, str, str, str]] = {
    "a configuration with a mistake": (
        ".sutaza.yaml",
        "rule: {}\n",
        ".sutaza.yaml",
        "problem: .sutaza.yaml:1: rule: unknown key (did you mean `rules`?)",
    ),
    "a baseline that was never made": (
        ".sutaza.yaml",
        "baseline: debt.json\n",
        "debt.json",
        "problem: not staged; run `sutaza baseline` and `git add debt.json`",
    ),
    "hooks that cannot be read": (
        ".pre-commit-config.yaml",
        "repos: 3\n",
        ".pre-commit-config.yaml",
        "problem: .pre-commit-config.yaml: not a configuration of pre-commit: "
        "'int' object is not iterable",
    ),
    "hooks of others only": (
        ".pre-commit-config.yaml",
        "repos: []\n",
        ".pre-commit-config.yaml",
        "problem: it names no hook of this project; run `sutaza init`",
    ),
}


@pytest.mark.parametrize(
    ("path", "text", "about", "expected"), TROUBLE.values(), ids=TROUBLE.keys()
)
def test_trouble_is_named(repo: Checkout, path: str, text: str, about: str, expected: str) -> None:
    gated(repo, "prek")
    repo.stage(path, text)
    code, said = doctor(repo)
    assert (code, said[about]) == (1, expected)


def test_a_baseline_that_is_no_report(repo: Checkout) -> None:
    gated(repo, "prek", "baseline: debt.json\n")
    repo.stage("debt.json", "[]")
    code, said = doctor(repo)
    assert code == 1
    assert said["debt.json"].startswith("problem: debt.json: not a JSON report: ")


def test_what_is_not_staged_is_not_in_force(repo: Checkout) -> None:
    gated(repo, "prek")
    repo.write(".sutaza.yaml", "rules: {}\n")
    repo.write(".pre-commit-config.yaml", hooks() + "# later\n")
    done = repo.sutaza("doctor").stdout
    assert "note        .sutaza.yaml: none is staged: the defaults are in force\n" in done
    assert "`git add .sutaza.yaml` puts it in force\n" in done
    assert "no runner commits before `git add .pre-commit-config.yaml`\n" in done


def test_hooks_that_only_run_by_hand_or_at_a_push_guard_no_commit(repo: Checkout) -> None:
    gated(repo, "prek")
    stages = hooks().replace("[pre-commit]\n", "[manual]\n").replace("[commit-msg]", "[pre-push]")
    repo.stage(".pre-commit-config.yaml", stages)
    code, said = doctor(repo)
    assert code == 1
    assert said["pre-commit"] == "problem: no hook of ours runs there; add `sutaza`"
    assert said["pre-merge-commit"].startswith("note: ")


def test_no_hooks_at_all(repo: Checkout) -> None:
    code, said = doctor(repo)
    assert code == 1
    assert said[".pre-commit-config.yaml"] == "problem: there is none; run `sutaza init`"


def test_outside_a_repository(tmp_path: Path) -> None:
    done = subprocess.run([*SUTAZA, "doctor"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert "problem     repository: git rev-parse: not a git repository" in done.stdout


@pytest.mark.parametrize("runner", RUNNERS)
def test_every_rule_is_proved_and_the_repository_is_not_touched(
    repo: Checkout, runner: str
) -> None:
    gated(repo, runner).commit(("pay.py", "x = 1\n"))
    repo.stage("half.py", "x = 1\n")
    repo.write("half.py", "x = 2\n")
    was = (repo.git("status", "-z"), repo.git("rev-parse", "HEAD"), staged(repo))
    code, said = doctor(repo, "--prove")
    assert code == 0
    assert said["a clean commit"] == "ok: it passed"
    proofs = {
        Severity.ERROR: "ok: its breach was blocked",
        Severity.WARNING: "ok: its breach was told, as a warning",
    }
    active = {name: proofs[rule().severity] for name, rule in RULES.items() if rule.default_on}
    assert {name: said[name] for name in active} == active
    assert (repo.git("status", "-z"), repo.git("rev-parse", "HEAD"), staged(repo)) == was


def staged(repo: Checkout) -> str:
    return repo.git("ls-files", "--stage")


def test_the_proof_fits_the_configuration(repo: Checkout) -> None:
    about_changelog = [name for name, rule in RULES.items() if rule.charter == 19]
    rest = "changelog: {path: NEWS.md}\ncomponents: {till: ['/*.py'], rest: [/rest/]}\n"
    gated(repo, "prek", only(*about_changelog, rest=rest))
    code, said = doctor(repo, "--prove")
    assert code == 0
    assert said["a clean commit"] == "ok: it passed"
    assert {said[name] for name in about_changelog} == {"ok: its breach was blocked"}


UNPROVED = {
    "excluded": (
        "exclude: ['*.py']\n",
        "",
        "not proved: `pay.py`, where its example stands, is excluded by the configuration",
    ),
    "other options": (
        "",
        ": {tags: [BUG]}",
        "not proved: its example is no breach under its options",
    ),
    "only a warning": (
        "",
        ": {severity: warning}",
        "not proved: its severity is `warning`, and nothing is shown of a commit that passes",
    ),
}


@pytest.mark.parametrize(("rest", "options", "expected"), UNPROVED.values(), ids=UNPROVED.keys())
def test_what_cannot_be_proved_is_never_green(
    repo: Checkout, rest: str, options: str, expected: str
) -> None:
    asked = f"  todo-comment{options}\n" if options else ""
    gated(repo, "prek", only("todo-comment", rest=rest) + asked)
    code, said = doctor(repo, "--prove")
    assert said["todo-comment"] == expected
    assert said["proof"] == "problem: no rule could be proved under this configuration"
    assert code == 1


DEAD = {
    "a hook that lets all pass": (
        "true sutaza",
        "ok: it passed",
        "problem: its breach was committed",
    ),
    "a hook that judges by another rule": (
        f"{CHECK} --rule unexplained-suppression",
        "ok: it passed",
        "problem: its breach was committed",
    ),
    "a hook that cannot start": (
        "/gone/sutaza check",
        "problem: it was blocked",
        "problem: blocked, but not by this rule",
    ),
    "a hook that blocks all": (
        "false sutaza",
        "problem: it was blocked",
        "problem: blocked, but not by this rule",
    ),
}


@pytest.mark.parametrize(("entry", "clean", "breach"), DEAD.values(), ids=DEAD.keys())
def test_a_gate_that_only_looks_alive_is_found_out(
    repo: Checkout, entry: str, clean: str, breach: str
) -> None:
    gated(repo, "pre-commit", only("todo-comment"), entry)
    code, said = doctor(repo, "--prove")
    assert code == 1
    assert said["a clean commit"].startswith(clean)
    assert said["todo-comment"].startswith(breach)


def test_hooks_that_are_gone_prove_nothing(repo: Checkout) -> None:
    gated(repo, "pre-commit", only("todo-comment"))
    (repo.path / ".git/hooks/pre-commit").unlink()
    code, said = doctor(repo, "--prove")
    assert code == 1
    assert said["todo-comment"] == "ok: its breach was blocked"  # by `sutaza-message`
    (repo.path / ".git/hooks/commit-msg").unlink()
    assert doctor(repo, "--prove")[1]["todo-comment"] == "problem: its breach was committed"


def test_a_broken_configuration_cannot_be_proved(repo: Checkout) -> None:
    gated(repo, "prek", "rule: {}\n")
    code, said = doctor(repo, "--prove")
    assert code == 1
    assert said["proof"] == "problem: not made, since the configuration cannot be read"


def test_a_linked_worktree_has_the_hooks_of_its_repository(repo: Checkout, tmp_path: Path) -> None:
    gated(repo, "pre-commit", only("todo-comment")).commit()
    repo.git("worktree", "add", "-q", str(tmp_path / "linked"))
    code, said = doctor(Checkout(tmp_path / "linked"), "--prove")
    assert code == 0
    assert said["todo-comment"] == "ok: its breach was blocked"


def test_what_a_users_filter_keeps_from_the_gate_is_not_proved(repo: Checkout) -> None:
    gated(repo, "prek")
    repo.stage(".pre-commit-config.yaml", hooks(CHECK) + "files: ^src/\n")
    repo.commit(("src/pay.py", "x = 1\n"))
    code, said = doctor(repo, "--prove")
    assert said["todo-comment"] == (
        "not proved: `pay.py`, where its example stands, is left out by the filters of"
        " .pre-commit-config.yaml"
    )
    assert said["missing-changelog-entry"].startswith("ok: ")
    assert code == 0
