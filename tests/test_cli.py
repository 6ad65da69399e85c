"""The command line, end to end: what is judged, what is said, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Checkout

BAD = "x = 1  # TODO: later\n"
GOOD = "x = 1\n"
ENTRY = "- [2026-03-14] - [1.0.0] - [core] - [Added] - [A fee on payments]\n"
NO_RECORD = "rules:\n  missing-changelog-entry: off\n"


@pytest.fixture
def plain(repo: Checkout) -> Checkout:
    """A repository in which only added lines are judged."""
    repo.commit((".sutaza.yaml", NO_RECORD), ("a.py", GOOD), ("old.py", BAD))
    return repo


def test_nothing_staged(plain: Checkout) -> None:
    done = plain.sutaza("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "nothing staged\n", "")


def test_a_clean_change_passes_in_silence(plain: Checkout) -> None:
    plain.stage("a.py", "x = 2\n")
    done = plain.sutaza("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_breach_is_one(plain: Checkout) -> None:
    plain.stage("a.py", BAD)
    done = plain.sutaza("check")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("a.py:1:10: [todo-comment] added comment is marked `TODO`\n")


def test_a_warning_does_not_stop_the_commit(plain: Checkout) -> None:
    plain.stage(".sutaza.yaml", NO_RECORD + "  todo-comment:\n    severity: warning\n")
    plain.stage("a.py", BAD)
    done = plain.sutaza("check")
    assert done.returncode == 0
    assert "[todo-comment] warning: added comment" in done.stdout


MODES = {
    "staged": (["--staged"], ["a.py"]),
    "named: the staged by its lines, the other whole": (["a.py", "old.py"], ["a.py", "old.py"]),
    "named: not the staged one": (["old.py"], ["old.py"]),
    "every file": (["--all-files"], ["a.py", "old.py"]),
    "a range": (["--range", "HEAD^..HEAD"], ["old.py"]),
    "a range with three dots": (["--range", "HEAD^...HEAD"], ["old.py"]),
    "a range of named files": (["--range", "HEAD^..HEAD", "a.py"], []),
    "one rule": (["--rule", "todo-comment"], ["a.py"]),
    "another rule": (["--rule", "unused-suppression"], []),
}


@pytest.mark.parametrize(("arguments", "paths"), MODES.values(), ids=MODES.keys())
def test_what_is_judged(repo: Checkout, arguments: list[str], paths: list[str]) -> None:
    repo.commit((".sutaza.yaml", NO_RECORD))
    repo.commit(("a.py", GOOD), ("old.py", BAD))
    repo.stage("a.py", BAD)
    done = repo.sutaza("check", "--format", "json", *arguments)
    report = json.loads(done.stdout)
    assert sorted({each["path"] for each in report["diagnostics"]}) == paths
    assert done.returncode == (1 if paths else 0)


def test_the_range_of_a_runner_comes_first(plain: Checkout) -> None:
    plain.stage("a.py", BAD)
    env = {"PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": "HEAD", "PRE_COMMIT_TO_REF": "HEAD"}
    assert plain.sutaza("check", "a.py", **env).returncode == 0
    assert plain.sutaza("check", "a.py", PRE_COMMIT="1").returncode == 1


def test_an_audit_says_what_it_could_not_evaluate(repo: Checkout) -> None:
    repo.commit(("a.py", GOOD))
    done = repo.sutaza("check", "--all-files")
    assert done.returncode == 0
    assert done.stdout == (
        "not evaluated: missing-changelog-entry, rewritten-changelog, unmatched-changelog-entry: "
        "nothing to compare with; use `--range A..B`\n"
    )
    report = json.loads(repo.sutaza("check", "--all-files", "--format", "json").stdout)
    assert {each["rule"] for each in report["not_evaluated"]} == {
        "missing-changelog-entry",
        "rewritten-changelog",
        "unmatched-changelog-entry",
    }


TROUBLE = {
    "outside a repository": (["check"], "error: git rev-parse: not a git repository"),
    "no such range": (["check", "--range", "a..b"], "error: `a` is not in this clone; run `git f"),
    "half a range": (["check", "--range", "a"], "expected A..B"),
    "two modes": (["check", "--staged", "--range", "a..b"], "exclude each other"),
    "no such rule": (
        ["check", "--rule", "todo"],
        "error: no rule is named `todo` (did you mean `t",
    ),
    "no such format": (["check", "--format", "xml"], "'xml' is not one of"),
    "no such option": (["check", "--al-files"], "--all-files"),
    "no such command": (["chek"], "No such command 'chek'"),
    "no such message": (["check", "--message", "nowhere"], "error: nowhere: No such file"),
    "an untracked file": (["check", "new.py"], "not tracked by Git; stage it with `git add`"),
    "no such output": (
        ["check", "--output", "a.py/no/where"],
        "no/where: cannot be written: Not a directory",
    ),
}


@pytest.mark.parametrize(("arguments", "said"), TROUBLE.values(), ids=TROUBLE.keys())
def test_trouble_is_one_clear_line_and_exit_code_2(
    plain: Checkout, tmp_path: Path, arguments: list[str], said: str
) -> None:
    plain.write("new.py", GOOD)
    plain.stage("a.py", "x = 2\n")
    place = plain
    if "not a git repository" in said:
        place = Checkout(tmp_path / "nowhere")
        place.path.mkdir()
    done = place.sutaza(*arguments)
    assert done.returncode == 2
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


CONFIGS = {
    "an unknown key": ("rulez: {}\n", "error: .sutaza.yaml:1: rulez: unknown key (did you mean `r"),
    "not YAML": ("rules: [\n", "error: .sutaza.yaml:2: not YAML: "),
    "not text": (
        b"\0\1\2\3" * 99,
        "error: .sutaza.yaml: not a text file; what is read must stand in",
    ),
    "no such baseline": ("baseline: b.json\n", "error: b.json: no such baseline; make it with"),
}


@pytest.mark.parametrize(("text", "said"), CONFIGS.values(), ids=CONFIGS.keys())
def test_a_broken_configuration_never_lets_pass(
    repo: Checkout, text: str | bytes, said: str
) -> None:
    repo.stage(".sutaza.yaml", text)
    done = repo.sutaza("check")
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1


def test_the_staged_configuration_counts(plain: Checkout) -> None:
    plain.stage("a.py", BAD)
    plain.write(".sutaza.yaml", NO_RECORD + "  todo-comment: off\n")
    assert plain.sutaza("check").returncode == 1
    plain.git("add", ".sutaza.yaml")
    assert plain.sutaza("check").returncode == 0


def test_a_broken_baseline(repo: Checkout) -> None:
    repo.stage(".sutaza.yaml", "baseline: b.json\n")
    repo.stage("b.json", "{}")
    done = repo.sutaza("check")
    assert (done.returncode, done.stderr) == (
        2,
        "error: b.json: not a JSON report: 'diagnostics'\n",
    )


def test_a_baseline_lets_pass_what_it_holds_wherever_it_moves(plain: Checkout) -> None:
    saved = plain.sutaza("check", "--all-files", "--format", "json").stdout
    plain.stage(".sutaza.yaml", NO_RECORD + "baseline: b.json\n")
    plain.stage("b.json", saved)
    plain.stage("old.py", "y = 2\n\n\n" + BAD + "z = 1  # FIXME: new\n")
    report = json.loads(plain.sutaza("check", "--all-files", "--format", "json").stdout)
    assert [each["line"] for each in report["diagnostics"]] == [5]
    assert report["baselined"] == 1


def test_excluded_paths_are_not_judged(repo: Checkout) -> None:
    repo.stage("vendor/a.py", BAD)
    done = repo.sutaza("check")
    assert (done.returncode, done.stdout) == (
        0,
        "exempt: missing-changelog-entry: the changed file is excluded by the configuration\n",
    )


def test_the_report_can_be_written_to_a_file(plain: Checkout) -> None:
    plain.stage("a.py", BAD)
    done = plain.sutaza("check", "--format", "sarif", "--output", "report.sarif")
    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads((plain.path / "report.sarif").read_text())["version"] == "2.1.0"


@pytest.mark.parametrize("form", ["gitlab", "rdjson"])
def test_what_a_format_has_no_place_for_is_said_beside_it(repo: Checkout, form: str) -> None:
    repo.commit(("a.py", GOOD))
    done = repo.sutaza("check", "--all-files", "--format", form, "--output", "report.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("not evaluated: missing-changelog-entry, rewritten-changelog")
    assert "not evaluated" not in (repo.path / "report.json").read_text()


def test_a_second_check_gives_the_same_verdict(plain: Checkout) -> None:
    plain.stage("a.py", BAD)
    first, second = (plain.sutaza("check", "--format", "json").stdout for _ in range(2))
    assert first == second
    plain.stage("a.py", GOOD + BAD)
    assert (
        json.loads(plain.sutaza("check", "--format", "json").stdout)["diagnostics"][0]["line"] == 2
    )


@pytest.mark.parametrize(
    ("subject", "exempt"),
    [("fixup! work", True), ("squash! work", True), ("amend! work", True), ("Fix it up", False)],
)
def test_the_message_tells_a_fixup(repo: Checkout, subject: str, exempt: bool) -> None:
    repo.commit(("a.py", GOOD))
    repo.stage("a.py", "x = 2\n")
    repo.write("message", f"{subject}\n\nbody\n")
    done = repo.sutaza("check", "--message", "message")
    assert done.returncode == (0 if exempt else 1)
    assert ("judged when it is squashed" in done.stdout) is exempt


def test_long_lists_of_files_speak_of_the_change_once(repo: Checkout) -> None:
    names = [f"folder/{'x' * 60}{number}.py" for number in range(400)]
    for name in names:
        repo.write(name, BAD)
    repo.git("add", ".")
    calls = [names[:200], names[200:]]
    for _ in range(2):
        said = [repo.sutaza("check", *each, PRE_COMMIT="1").stdout for each in calls]
        assert ["missing-changelog-entry" in each for each in said] == [True, False]
        assert [each.count("added comment is marked") for each in said] == [200, 200]
    assert "missing-changelog-entry" in repo.sutaza("check", *calls[1]).stdout


@pytest.mark.parametrize("closed", [">&-", "2>&-", "> /dev/full", "<&-"])
def test_a_stream_that_is_closed_or_full(plain: Checkout, closed: str) -> None:
    plain.stage("a.py", BAD)
    command = f"{sys.executable} -m sutaza_hooks check {closed}"
    done = subprocess.run(command, shell=True, cwd=plain.path, capture_output=True, text=True)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert "internal" not in done.stderr


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    check = f"{sys.executable} -m sutaza_hooks check"
    command = f"mkdir {gone} && cd {gone} && rmdir {gone} && {check}"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(command, shell=True, capture_output=True, text=True, env=env)
    assert (done.returncode, "internal" in done.stderr) == (2, False)


def test_an_unset_variable_is_no_range(plain: Checkout) -> None:
    for between in ("", "..HEAD", "HEAD..", ".."):
        done = plain.sutaza("check", "--range", between)
        assert done.returncode == 2
        assert "is a variable not set?" in done.stderr or "expected A..B" in done.stderr


def test_an_empty_range_is_said(plain: Checkout) -> None:
    done = plain.sutaza("check", "--range", "HEAD..HEAD")
    assert (done.returncode, done.stdout) == (0, "nothing changed in the range\n")


def test_a_copy_of_what_the_baseline_holds_is_new(plain: Checkout) -> None:
    saved = plain.sutaza("check", "--all-files", "--format", "json").stdout
    plain.commit((".sutaza.yaml", NO_RECORD + "baseline: b.json\n"), ("b.json", saved))
    plain.stage("old.py", BAD + "y = 2\n" + BAD)
    assert plain.sutaza("check").returncode == 1
    plain.stage("old.py", "y = 2\n" + BAD)
    assert plain.sutaza("check").returncode == 0


def test_a_tag_makes_an_old_verdict_void(repo: Checkout) -> None:
    repo.commit(("docs/CHANGELOG.md", ENTRY))
    repo.stage("docs/CHANGELOG.md", ENTRY + ENTRY.replace("A fee", "Two fees"))
    rewritten = ("check", "--rule", "rewritten-changelog")
    assert repo.sutaza(*rewritten).returncode == 0
    repo.git("tag", "v1.0.0")
    assert repo.sutaza(*rewritten).returncode == 1


@pytest.mark.parametrize("name", [".sutaza.yml", ".sutaza.yaml/a", "link"])
def test_a_configuration_in_another_place_is_not_passed_over(repo: Checkout, name: str) -> None:
    if name == "link":
        (repo.path / ".sutaza.yaml").symlink_to("elsewhere.yaml")
        repo.git("add", ".sutaza.yaml")
    else:
        repo.stage(name, NO_RECORD)
    assert repo.sutaza("check").returncode == 2


def test_rules_and_their_pages(plain: Checkout) -> None:
    listed = plain.sutaza("rules").stdout
    assert "missing-changelog-entry    off      A change that adds no entry" in listed
    assert plain.sutaza("explain", "todo-comment").stdout.startswith("# todo-comment\n")
    done = plain.sutaza("explain", "todo")
    assert (done.returncode, "did you mean `todo-comment`?" in done.stderr) == (2, True)


def test_docs_are_written_only_for_this_project(plain: Checkout) -> None:
    done = plain.sutaza("docs")
    assert (done.returncode, "only at the root of a checkout" in done.stderr) == (2, True)


def test_a_changelog_that_is_a_link_is_said(repo: Checkout) -> None:
    (repo.path / "docs").mkdir()
    (repo.path / "docs" / "CHANGELOG.md").symlink_to("../CHANGELOG.md")
    repo.git("add", "docs")
    repo.stage("CHANGELOG.md", ENTRY)
    done = repo.sutaza("check")
    assert done.returncode == 1
    assert "`docs/CHANGELOG.md`, which is no regular file" in done.stdout


@pytest.mark.parametrize("command", [("check",), ("doctor",), ("init",)], ids=" ".join)
@pytest.mark.parametrize("value", ["!!bool foo", "!!timestamp x", '!!int ""', "0x" + "f" * 4301])
def test_a_runners_configuration_that_is_none_is_no_bug_of_ours(
    repo: Checkout, command: tuple[str], value: str
) -> None:
    repo.stage("a.py", BAD)
    repo.stage(".pre-commit-config.yaml", f"repos:\n- repo: local\n  hooks: [{{id: {value}}}]\n")
    done = repo.sutaza(*command, PRE_COMMIT="1")
    assert "internal error" not in done.stdout + done.stderr
    if command == ("check",):
        assert "a.py:1:10: [todo-comment]" in done.stdout
    else:
        assert ".pre-commit-config.yaml:" in done.stdout + done.stderr
        assert done.returncode == (1 if command == ("doctor",) else 2)


TERMINALS = {
    "a terminal": ({"TERM": "xterm"}, True),
    "NO_COLOR that is empty says nothing": ({"TERM": "xterm", "NO_COLOR": ""}, True),
    "NO_COLOR": ({"TERM": "xterm", "NO_COLOR": "1"}, False),
    "NO_COLOR, whatever it is": ({"TERM": "xterm", "NO_COLOR": "0"}, False),
    "a terminal that shows none": ({"TERM": "dumb"}, False),
}


@pytest.mark.parametrize(("env", "coloured"), TERMINALS.values(), ids=TERMINALS.keys())
def test_colour_is_for_terminals_that_want_it(
    plain: Checkout, env: dict[str, str], coloured: bool
) -> None:
    plain.stage("a.py", BAD)
    ours, theirs = os.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    command = [sys.executable, "-m", "sutaza_hooks", "check"]
    done = subprocess.run(command, cwd=plain.path, stdout=theirs, env={**environment, **env})
    os.close(theirs)
    said = os.read(ours, 10_000)
    os.close(ours)
    assert done.returncode == 1
    assert (b"\x1b[" in said) is coloured
