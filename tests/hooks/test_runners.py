"""The hook ids under the real pre-commit and the real prek, installed from this very checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from tests.conftest import Checkout

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
BAD = "x = 1  # TODO: later\n"
GOOD = "x = 1\n"
ENTRY = "# Changelog\n\n- [{}] - [Unreleased] - [core] - [Added] - [A fee on payments]\n"
MANIFEST = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
both = pytest.mark.parametrize("runner", ["pre-commit", "prek"])


def hooks(*ids: str, more: str = "") -> str:
    """A configuration that takes hooks from the manifest and runs them from this checkout.

    The environment of `language: python` takes long to make; only `test_try_repo` does.
    """
    lines = ["default_install_hook_types:"]
    lines += [f"  - {each}" for each in ("pre-commit", "pre-merge-commit", "commit-msg")]
    lines += ["  - prepare-commit-msg", "  - pre-push", "repos:", "- repo: local", "  hooks:"]
    for hook in MANIFEST:
        if hook["id"] in ids:
            entry = hook["entry"].replace("sutaza", f"{sys.executable} -m sutaza_hooks", 1)
            lines.append(
                "  - "
                + yaml.safe_dump(
                    {**hook, "entry": entry, "language": "system"},
                    default_flow_style=True,
                    width=9999,
                ).strip()
            )
            lines[-1] = lines[-1][:-1] + f"{more}}}"
    return "\n".join(lines) + "\n"


class Gated(Checkout):
    """A repository with a runner's hooks installed."""

    runner = "pre-commit"

    def start(self, runner: str, configuration: str) -> None:
        self.runner = runner
        self.commit((".pre-commit-config.yaml", configuration), ("a.py", GOOD), ("old.py", BAD))
        self.run("install")

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [BIN / self.runner, *arguments],
            cwd=self.path,
            capture_output=True,
            text=True,
            env={**os.environ, **env},
        )


@pytest.fixture
def gated(repo: Checkout) -> Gated:
    return Gated(repo.path)


def entry(gated: Gated) -> str:
    return ENTRY.format(gated.git("log", "-1", "--format=%cs"))


def test_the_manifest_is_valid() -> None:
    manifest = str(ROOT / ".pre-commit-hooks.yaml")
    done = subprocess.run([BIN / "pre-commit", "validate-manifest", manifest], capture_output=True)
    assert done.returncode == 0, done.stdout
    done = subprocess.run([BIN / "prek", "validate-manifest", manifest], capture_output=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("hook", MANIFEST, ids=[hook["id"] for hook in MANIFEST])
def test_every_hook_runs_whatever_was_changed(hook: dict[str, object]) -> None:
    assert hook["always_run"] is True
    assert hook["require_serial"] is True
    assert hook["stages"]
    assert "pass_filenames" not in hook


@both
def test_a_commit(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza", "sutaza-message", "sutaza-prepare-message"))
    gated.stage("a.py", BAD)
    said = gated.git("commit", "-m", "work", ok=False)
    assert "a.py:1:10: [todo-comment] added comment is marked `TODO`" in said
    assert said.count("[missing-changelog-entry]") == 1
    assert "old.py" not in said
    gated.stage("a.py", "x = 2\n")
    gated.stage("docs/CHANGELOG.md", entry(gated))
    gated.git("commit", "-m", "work")
    assert gated.git("log", "-1", "--format=%s") == "work"


@both
def test_partly_staged_and_untracked_files_stay_as_they_are(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza"))
    gated.stage("a.py", "x = 2\n")
    gated.stage("docs/CHANGELOG.md", entry(gated))
    gated.write("a.py", "x = 2\n" + BAD)
    gated.write("new.py", BAD)
    gated.git("commit", "-m", "work")
    assert (gated.path / "a.py").read_text() == "x = 2\n" + BAD
    assert gated.git("status", "--porcelain").split() == ["M", "a.py", "??", "new.py"]


@both
def test_a_commit_that_only_deletes(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza"))
    gated.git("rm", "-q", "old.py")
    assert "[missing-changelog-entry]" in gated.git("commit", "-m", "work", ok=False)


@both
def test_no_verify_meets_the_gate_at_the_message(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza", "sutaza-prepare-message"))
    gated.stage("a.py", BAD)
    assert "[todo-comment]" in gated.git("commit", "--no-verify", "-m", "work", ok=False)


WARNS = "rules:\n  todo-comment:\n    severity: warning\n"


@both
def test_a_warning_is_read_once(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza", "sutaza-message", "sutaza-prepare-message"))
    gated.commit((".sutaza.yaml", WARNS))
    gated.stage("a.py", BAD)
    gated.stage("docs/CHANGELOG.md", entry(gated))
    assert gated.git("commit", "-m", "work").count("[todo-comment] warning") == 1
    gated.stage("a.py", BAD + BAD)
    gated.stage("docs/CHANGELOG.md", entry(gated).replace("A fee", "Two fees"))
    said = gated.git("commit", "--amend", "--no-edit")
    assert said.count("[todo-comment] warning") == 2
    assert said.count("; see: sutaza explain") == 1


@both
def test_a_warning_that_no_verify_skipped_is_read_at_the_message(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza", "sutaza-message", "sutaza-prepare-message"))
    gated.commit((".sutaza.yaml", WARNS))
    gated.stage("a.py", BAD)
    gated.stage("docs/CHANGELOG.md", entry(gated))
    said = gated.git("commit", "--no-verify", "-m", "work")
    assert said.count("[todo-comment] warning") == 1


@both
def test_an_amended_commit_keeps_its_entry(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza", "sutaza-message"))
    gated.stage("a.py", "x = 2\n")
    gated.stage("docs/CHANGELOG.md", entry(gated))
    gated.git("commit", "-m", "work")
    gated.stage("a.py", "x = 3\n")
    gated.git("commit", "--amend", "--no-edit")
    assert gated.git("show", "HEAD:a.py") == "x = 3"


@both
def test_a_fixup_waits_for_its_commit(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza", "sutaza-message"))
    gated.stage("a.py", "x = 2\n")
    said = gated.git("commit", "--fixup", "HEAD")
    assert "exempt: missing-changelog-entry: `fixup!` commit, judged when it is squashed" in said


@both
def test_a_merge_without_own_changes(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza", "sutaza-message", "sutaza-prepare-message"))
    gated.git("checkout", "-q", "-b", "side")
    gated.commit(("side.py", BAD))
    gated.git("checkout", "-q", "main")
    gated.commit(("main.py", BAD))
    said = gated.git("merge", "--no-edit", "side")
    assert "exempt: missing-changelog-entry: merge without changes of its own" in said


@both
def test_all_files_are_audited(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza"))
    done = gated.run("run", "--all-files")
    assert done.returncode == 1
    assert "old.py:1:10: [todo-comment] comment is marked `TODO`" in done.stdout
    gated.commit(("old.py", GOOD))
    done = gated.run("run", "--all-files")
    assert done.returncode == 0
    assert "not evaluated: missing-changelog-entry" in done.stdout


@both
def test_named_files(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza"))
    assert gated.run("run", "--files", "a.py").returncode == 0
    assert "old.py:1:10" in gated.run("run", "--files", "a.py", "old.py").stdout


@both
def test_a_range(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza", "sutaza-push"))
    gated.commit(("b.py", BAD), ("docs/CHANGELOG.md", entry(gated)))
    refs = ("--from-ref", "HEAD~1", "--to-ref", "HEAD")
    done = gated.run("run", *refs)
    assert "b.py:1:10" in done.stdout
    assert "old.py" not in done.stdout
    assert "b.py:1:10" in gated.run("run", *refs, "--hook-stage", "pre-push").stdout


@both
def test_a_push_is_refused(gated: Gated, runner: str, tmp_path: Path) -> None:
    gated.start(runner, hooks("sutaza-push"))
    gated.git("init", "-q", "--bare", str(tmp_path / "server"))
    gated.git("remote", "add", "origin", str(tmp_path / "server"))
    said = gated.git("push", "origin", "main", ok=False)
    assert "old.py:1:10" in said
    gated.git("push", "-q", "--no-verify", "origin", "main")
    gated.commit(("c.py", BAD), ("docs/CHANGELOG.md", entry(gated)))
    said = gated.git("push", "origin", "main", ok=False)
    assert "c.py:1:10" in said
    assert "old.py" not in said


@both
@pytest.mark.parametrize("option", [", exclude: '^gen/'", ", files: '^src/'"])
def test_a_users_own_filters_hold(gated: Gated, runner: str, option: str) -> None:
    gated.start(runner, hooks("sutaza", more=option))
    gated.stage("gen/b.py", BAD)
    gated.stage("src/c.py", BAD)
    gated.stage("docs/CHANGELOG.md", entry(gated))
    said = gated.git("commit", "-m", "work", ok=False)
    assert "src/c.py:1:10" in said
    assert "gen/b.py" not in said


@both
@pytest.mark.parametrize("top", ["", "exclude: '^gen/'\n"], ids=["of the hook", "of all hooks"])
def test_a_users_own_filters_hold_where_no_files_are_named(
    gated: Gated, runner: str, top: str
) -> None:
    more = "" if top else ", exclude: '^gen/'"
    given = hooks("sutaza", "sutaza-prepare-message", "sutaza-message", more=more)
    gated.start(runner, top + given)
    gated.stage("gen/b.py", BAD)
    gated.stage("docs/CHANGELOG.md", entry(gated))
    gated.git("commit", "-q", "-m", "work")
    gated.stage("src/c.py", BAD)
    assert "src/c.py:1:10" in gated.git("commit", "--no-verify", "-m", "work", ok=False)


@both
@pytest.mark.parametrize(
    "more",
    [", exclude: '^gen/'", ", files: '^src/'", ", types: [markdown]"],
    ids=["exclude", "files", "types"],
)
def test_a_filter_of_the_hook_that_judges_lines_is_enough(
    gated: Gated, runner: str, tmp_path: Path, more: str
) -> None:
    ids = ("sutaza-message", "sutaza-prepare-message", "sutaza-push")
    filtered = hooks("sutaza", more=more).splitlines()[-1] + "\n"
    gated.start(runner, hooks(*ids) + filtered)
    gated.git("init", "-q", "--bare", str(tmp_path / "server"))
    gated.git("remote", "add", "origin", str(tmp_path / "server"))
    gated.git("push", "-q", "--no-verify", "origin", "main")
    gated.stage("gen/b.py", BAD)
    gated.stage("docs/CHANGELOG.md", entry(gated))
    gated.git("commit", "-q", "-m", "work")
    gated.git("push", "-q", "origin", "main")


@both
@pytest.mark.parametrize("top", ["files: '^src/'\n", "exclude: '^\\.'\n"], ids=["files", "exclude"])
def test_a_filter_that_leaves_out_the_file_of_the_message_blocks_no_commit(
    gated: Gated, runner: str, top: str
) -> None:
    gated.start(runner, top + hooks("sutaza", "sutaza-message", "sutaza-prepare-message"))
    gated.stage("src/c.py", GOOD)
    gated.stage("docs/CHANGELOG.md", entry(gated))
    gated.git("commit", "-q", "-m", "work")
    gated.stage("src/d.py", GOOD)
    assert "`fixup!` commit" in gated.git("commit", "-q", "-m", "fixup! work")
    gated.stage("src/d.py", "x = 2\n")
    assert "[missing-changelog-entry]" in gated.git("commit", "-m", "work", ok=False)


@both
def test_a_filter_that_leaves_the_changelog_out_hides_no_breach_of_it(
    gated: Gated, runner: str
) -> None:
    gated.start(runner, hooks("sutaza", more=", exclude: '^docs/'"))
    gated.stage("a.py", "x = 2\n")
    gated.stage("docs/CHANGELOG.md", "- fixed it\n")
    assert "[malformed-changelog-entry]" in gated.git("commit", "-m", "work", ok=False)


@both
def test_the_hooks_of_one_charter_group(gated: Gated, runner: str) -> None:
    gated.start(runner, hooks("sutaza-rule-1"))
    gated.stage("a.py", BAD)
    said = gated.git("commit", "-m", "work", ok=False)
    assert "[todo-comment]" in said
    assert "[missing-changelog-entry]" not in said


def installed(folder: Path) -> Sequence[Path]:
    return [each for each in folder.rglob("*") if each.is_file() and not each.is_symlink()]


def test_try_repo(gated: Gated, tmp_path: Path) -> None:
    """As pre-commit.ci does it: a fresh clone, an environment of its own, then no network."""
    source = Checkout(tmp_path / "source")
    subprocess.run(["git", "clone", "-q", str(ROOT), str(source.path)], check=True)
    for name in ("sutaza_hooks", "pyproject.toml", ".pre-commit-hooks.yaml", "README.md"):
        subprocess.run(["cp", "-r", str(ROOT / name), str(source.path)], check=True)
    source.git("add", "-A")
    source.commit()
    rev = source.git("rev-parse", "HEAD")
    text = f"repos:\n- repo: {source.path}\n  rev: {rev}\n  hooks: [{{id: sutaza}}]\n"
    gated.commit((".pre-commit-config.yaml", text), ("a.py", GOOD), ("old.py", BAD))
    home = tmp_path / "cache"
    env = {"PRE_COMMIT_HOME": str(home), "HOME": os.environ["HOME"]}
    made = gated.run("install-hooks", **env)
    assert made.returncode == 0, made.stdout + made.stderr
    assert sum(each.stat().st_size for each in installed(home)) < 250 * 1024**2
    offline = {**env, "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    done = gated.run("run", "--all-files", **offline)
    assert "old.py:1:10: [todo-comment] comment is marked `TODO`" in done.stdout
    assert "not evaluated: missing-changelog-entry" in done.stdout
    tried = gated.run("try-repo", str(source.path), "sutaza", "--files", "old.py", **env)
    assert "old.py:1:10" in tried.stdout
