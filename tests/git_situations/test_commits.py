"""Every way in which Git makes a commit, with the gate installed as plain Git hooks."""

from __future__ import annotations

import pytest

from sutaza_hooks.check import check
from sutaza_hooks.git import Repository
from sutaza_hooks.index import Index
from sutaza_hooks.rules.rewritten_changelog import RewrittenChangelog
from tests.conftest import Checkout, added

CONFIG = """\
rules:
  missing-changelog-entry: off
"""
BAD = "x = 1  # TODO: later\n"
GOOD = "x = 1\n"


@pytest.fixture
def gated(repo: Checkout) -> Checkout:
    repo.commit((".sutaza.yaml", CONFIG), ("a.py", "one = 1\n"), ("b.py", "two = 2\n"))
    repo.hook("pre-commit")
    repo.hook("pre-merge-commit")
    repo.hook("prepare-commit-msg", "--message")
    repo.hook("commit-msg", "--message")
    for name in ("prepare-commit-msg", "commit-msg"):
        file = repo.path / ".git" / "hooks" / name
        file.write_text(file.read_text().replace('"$@"', '"$1"'))
    return repo


def head(repo: Checkout) -> str:
    return repo.git("rev-parse", "HEAD")


def test_a_bad_commit_is_aborted_and_a_good_one_passes_in_silence(gated: Checkout) -> None:
    before = head(gated)
    gated.stage("a.py", BAD)
    said = gated.git("commit", "-q", "-m", "work", ok=False)
    assert "a.py:1:10: [todo-comment] added comment is marked `TODO`" in said
    assert head(gated) == before
    gated.stage("a.py", GOOD)
    assert gated.git("commit", "-q", "-m", "work") == ""
    assert head(gated) != before


@pytest.mark.parametrize(
    "arguments",
    [("-a",), ("--", "a.py"), ("-i", "a.py"), ("-o", "a.py")],
    ids=["commit -a", "commit PATH", "commit -i PATH", "commit -o PATH"],
)
def test_what_git_stages_in_another_file_is_judged(
    gated: Checkout, arguments: tuple[str, ...]
) -> None:
    before = head(gated)
    gated.write("a.py", BAD)
    assert "[todo-comment]" in gated.git("commit", "-q", "-m", "work", *arguments, ok=False)
    assert head(gated) == before
    gated.write("a.py", GOOD)
    assert gated.git("commit", "-q", "-m", "work", *arguments) == ""


def test_commit_path_leaves_the_other_staged_files_out(gated: Checkout) -> None:
    gated.stage("b.py", BAD)
    gated.write("a.py", GOOD)
    assert gated.git("commit", "-q", "-m", "work", "--", "a.py") == ""


@pytest.mark.parametrize("flag", ["--amend", "--am"])
def test_an_amended_commit_is_judged_against_its_own_parent(gated: Checkout, flag: str) -> None:
    gated.commit(("a.py", BAD))
    gated.stage("b.py", GOOD)
    said = gated.git("commit", "-q", "-m", "again", flag, ok=False)
    assert "a.py:1:10" in said
    gated.stage("a.py", GOOD)
    assert gated.git("commit", "-q", "-m", "again", flag) == ""
    assert gated.git("diff", "--name-only", "HEAD^", "HEAD").split() == ["a.py", "b.py"]


def test_a_new_message_alone_judges_no_line_again(gated: Checkout) -> None:
    gated.commit(("a.py", BAD))
    assert "todo" not in gated.git("commit", "-q", "--amend", "-m", "better words")


def test_the_first_commit_can_be_amended(repo: Checkout) -> None:
    repo.commit((".sutaza.yaml", CONFIG), ("a.py", BAD))
    repo.hook("pre-commit")
    repo.stage("b.py", GOOD)
    assert "a.py:1:10" in repo.git("commit", "-q", "--amend", "--no-edit", ok=False)
    repo.stage("a.py", GOOD)
    repo.git("commit", "-q", "--amend", "--no-edit")


def side_branch(repo: Checkout, *files: tuple[str, str]) -> None:
    repo.git("checkout", "-q", "-b", "side")
    repo.commit(*files)
    repo.git("checkout", "-q", "main")


def test_a_clean_merge_adds_nothing_of_its_own(gated: Checkout) -> None:
    side_branch(gated, ("side.py", BAD))
    gated.commit(("main.py", BAD))
    gated.git("merge", "-q", "--no-edit", "side")
    assert len(gated.git("log", "-1", "--format=%P").split()) == 2


def test_lines_added_while_a_conflict_is_resolved_are_judged(gated: Checkout) -> None:
    side_branch(gated, ("a.py", "side = 1  # TODO: theirs\n"), ("more.py", BAD))
    gated.commit(("a.py", "main = 1  # TODO: ours\n"))
    gated.git("merge", "-q", "side", ok=False)
    both = "side = 1  # TODO: theirs\nmain = 1  # TODO: ours\n"
    gated.stage("a.py", both + "new = 1  # TODO: mine\n")
    said = gated.git("commit", "-q", "--no-edit", ok=False)
    assert [line for line in said.splitlines() if "[todo-comment]" in line] == [
        "a.py:3:12: [todo-comment] added comment is marked `TODO`"
    ]
    gated.stage("a.py", both)
    gated.git("commit", "-q", "--no-edit")


THEIRS = "def f():\n    x = 1  # TODO: theirs\n    y = 2\n    z = 3\n"
RESOLVED = {
    "moved": ("def f():\n    y = 2\n    z = 3\n    x = 1  # TODO: theirs\n", ""),
    "re-indented": (
        "def f():\n    if y:\n        x = 1  # TODO: theirs\n    y = 2\n    z = 3\n",
        "",
    ),
    "copied": (
        f"{THEIRS}\n\ndef g():\n    x = 1  # TODO: theirs\n",
        "a.py:8:14: [todo-comment]",
    ),
    "moved once and copied once": (
        "def f():\n    y = 2\n    z = 3\n    x = 1  # TODO: theirs\n    x = 1  # TODO: theirs\n",
        "a.py:5:14: [todo-comment]",
    ),
}


@pytest.mark.parametrize(("text", "said"), RESOLVED.values(), ids=RESOLVED.keys())
def test_a_line_of_the_other_parent_in_a_new_place(gated: Checkout, text: str, said: str) -> None:
    gated.commit(("a.py", "def f():\n    pass\n"))
    side_branch(gated, ("a.py", THEIRS))
    gated.commit(("a.py", "def f():\n    return\n"))
    gated.git("merge", "-q", "side", ok=False)
    gated.stage("a.py", text)
    done = gated.git("commit", "-q", "--no-edit", ok=not said)
    assert [line for line in done.splitlines() if "[todo" in line and said not in line] == []
    assert said in done


def test_changes_slipped_into_a_merge_are_judged(gated: Checkout) -> None:
    side_branch(gated, ("side.py", GOOD))
    gated.commit(("main.py", GOOD))
    gated.git("merge", "-q", "--no-commit", "side")
    gated.stage("evil.py", BAD)
    assert "evil.py:1:10" in gated.git("commit", "-q", "--no-edit", ok=False)


def test_a_squashed_merge_is_one_ordinary_change(gated: Checkout) -> None:
    side_branch(gated, ("side.py", BAD))
    gated.git("merge", "-q", "--squash", "side")
    assert "side.py:1:10" in gated.git("commit", "-q", "-m", "squashed", ok=False)


def test_an_octopus_merge(gated: Checkout) -> None:
    for name in ("one", "two"):
        gated.git("checkout", "-q", "-b", name, "main")
        gated.commit((f"{name}.py", BAD))
    gated.git("checkout", "-q", "main")
    gated.commit(("main.py", GOOD))
    gated.git("merge", "-q", "--no-edit", "one", "two")
    assert len(gated.git("log", "-1", "--format=%P").split()) == 3


def test_a_clean_cherry_pick_is_judged_though_pre_commit_is_skipped(gated: Checkout) -> None:
    side_branch(gated, ("side.py", BAD))
    before = head(gated)
    assert "side.py:1:10" in gated.git("cherry-pick", "side", ok=False)
    assert head(gated) == before


def test_a_cherry_pick_with_a_conflict(gated: Checkout) -> None:
    side_branch(gated, ("a.py", "side = 1\n"))
    gated.commit(("a.py", "main = 1\n"))
    gated.git("cherry-pick", "side", ok=False)
    gated.stage("a.py", "both = 1  # TODO: later\n")
    assert "a.py:1:13" in gated.git("commit", "-q", "--no-edit", ok=False)
    gated.stage("a.py", "both = 1\n")
    gated.git("commit", "-q", "--no-edit")


def test_no_verify_does_not_get_past_prepare_commit_msg(gated: Checkout) -> None:
    before = head(gated)
    gated.stage("a.py", BAD)
    assert "a.py:1:10" in gated.git("commit", "-q", "--no-verify", "-m", "x", ok=False)
    assert head(gated) == before


def test_a_clean_revert(gated: Checkout) -> None:
    gated.commit(("a.py", BAD))
    gated.git("revert", "--no-edit", "HEAD")
    assert gated.git("show", "HEAD:a.py") == "one = 1"


def test_a_rebase_picks_what_was_judged_before(gated: Checkout) -> None:
    side_branch(gated, ("side.py", BAD), ("a.py", "side = 1\n"))
    gated.commit(("main.py", GOOD))
    said = gated.git("rebase", "main", "side")
    assert "exempt: commit of a rebase, judged when it is pushed" in said
    assert gated.git("log", "--format=%s", "main..side") == "work"


@pytest.mark.parametrize("action", ["squash", "fixup", "reword"])
def test_an_interactive_rebase(gated: Checkout, action: str) -> None:
    gated.commit(("c.py", "c = 1\n"), message="first")
    gated.commit(("c.py", "c = 2\n"), message="second")
    env = {"GIT_SEQUENCE_EDITOR": f"sed -i '2s/^pick/{action}/'"}
    gated.git("rebase", "-i", "HEAD~2", env=env)
    count = len(gated.git("log", "--format=%s").splitlines())
    assert count == (3 if action == "reword" else 2)
    assert gated.git("show", "HEAD:c.py") == "c = 2"


def test_a_commit_from_a_linked_worktree(gated: Checkout) -> None:
    gated.git("worktree", "add", "-q", "-b", "side", str(gated.path.parent / "side"))
    side = Checkout(gated.path.parent / "side")
    side.stage("a.py", BAD)
    assert "a.py:1:10" in side.git("commit", "-q", "-m", "work", ok=False)
    side.stage("a.py", GOOD)
    assert side.git("commit", "-q", "-m", "work") == ""


def test_a_commit_from_a_subdirectory(gated: Checkout) -> None:
    gated.stage("sub/c.py", BAD)
    sub = Checkout(gated.path / "sub")
    assert "sub/c.py:1:10" in sub.git("commit", "-q", "-m", "work", ok=False)


def test_a_commit_with_git_dir_and_work_tree_named(gated: Checkout) -> None:
    gated.stage("a.py", BAD)
    away = Checkout(gated.path.parent)
    options = (f"--git-dir={gated.path}/.git", f"--work-tree={gated.path}")
    assert "a.py:1:10" in away.git(*options, "commit", "-q", "-m", "work", ok=False)


def test_an_alias_that_amends(gated: Checkout) -> None:
    gated.git("config", "alias.oops", "commit --amend --no-edit")
    gated.commit(("a.py", BAD))
    gated.stage("b.py", GOOD)
    assert "a.py:1:10" in gated.git("oops", ok=False)


def test_a_merge_is_compared_with_every_parent(repo: Checkout) -> None:
    repo.commit(("a.py", "1\n2\n3\n4\n5\n6\n7\n8\n"))
    side_branch(repo, ("a.py", "1\nside\n3\n4\n5\n6\n7\n8\n"), ("gone.py", "x\n"))
    repo.commit(("a.py", "1\n2\n3\n4\n5\n6\nmain\n8\n"))
    repo.git("merge", "-q", "--no-commit", "side")
    repo.stage("a.py", "1\nside\n3\nmine\n4\n5\n6\nmain\n8\n")
    change = Repository(str(repo.path), Index()).staged()
    assert added(change) == {"a.py": [(4, "mine")]}


LOG = "docs/CHANGELOG.md"


def entry(text: str) -> str:
    return f"- [2026-03-01] - [Unreleased] - [core] - [Added] - [{text}]\n"


@pytest.fixture
def recorded(repo: Checkout) -> Checkout:
    """A repository in which every change needs its entry."""
    repo.commit(("a.py", GOOD), (LOG, entry("The first of all")))
    repo.commit(("a.py", "x = 2\n"), (LOG, entry("Two is better") + entry("The first of all")))
    repo.hook("pre-commit", "--rule missing-changelog-entry --rule rewritten-changelog")
    return repo


@pytest.mark.parametrize(
    "arguments",
    [
        ("--fixup", "HEAD"),
        ("--fixup=HEAD",),
        ("--squash", "HEAD", "--no-edit"),
        ("-m", "fixup! work"),
        ("-am", "fixup! work"),
        ("--message=squash! work",),
    ],
    ids=" ".join,
)
def test_a_fixup_is_known_before_its_message_is(
    recorded: Checkout, arguments: tuple[str, ...]
) -> None:
    recorded.stage("a.py", "x = 3\n")
    said = recorded.git("commit", *arguments)
    assert "exempt: missing-changelog-entry: `" in said


@pytest.mark.parametrize("message", ["Fix it", "fixup", "fixup!it", "Say fixup! to it"])
def test_an_ordinary_commit_is_no_fixup(recorded: Checkout, message: str) -> None:
    recorded.stage("a.py", "x = 3\n")
    said = recorded.git("commit", "-m", message, ok=False)
    assert "[missing-changelog-entry]" in said


def test_a_revert_takes_its_entry_back(recorded: Checkout) -> None:
    recorded.git("revert", "--no-commit", "HEAD")
    said = recorded.git("commit", "-m", "take it back")
    assert "exempt: missing-changelog-entry, rewritten-changelog: revert of " in said


def test_words_alone_make_no_revert(recorded: Checkout) -> None:
    commit = recorded.git("rev-parse", "HEAD")
    recorded.stage("a.py", "x = 3\n")
    message = f"Revert work\n\nThis reverts commit {commit}."
    said = recorded.git("commit", "-m", message, ok=False)
    assert "[missing-changelog-entry]" in said


def test_a_revert_in_a_range_is_known_from_its_message(recorded: Checkout) -> None:
    recorded.git("-c", "core.hooksPath=/dev/null", "revert", "--no-edit", "HEAD")
    change = recorded.repository.between("HEAD^", "HEAD")
    assert change.commit == "revert"


def test_an_amended_octopus_is_compared_with_every_parent(gated: Checkout) -> None:
    for name in ("one", "two"):
        gated.git("checkout", "-q", "-b", name, "main")
        gated.commit((f"{name}.py", BAD))
    gated.git("checkout", "-q", "main")
    gated.git("merge", "-q", "--no-edit", "one", "two")
    gated.stage("a.py", GOOD)
    gated.git("commit", "-q", "--amend", "--no-edit")


@pytest.mark.parametrize(
    "arguments",
    [("-am", "first", "-m", "--amend"), ("-a", "-m", "x", "--message", "--amend")],
    ids=["two messages", "a long option"],
)
def test_a_message_is_not_taken_for_an_option(
    recorded: Checkout, arguments: tuple[str, ...]
) -> None:
    recorded.write("a.py", "x = 3\n")
    said = recorded.git("commit", *arguments, ok=False)
    assert "[missing-changelog-entry]" in said


def test_a_message_may_stick_to_its_option(recorded: Checkout) -> None:
    recorded.stage("a.py", "x = 3\n")
    assert "exempt: missing-changelog-entry" in recorded.git("commit", "-mfixup! work")


@pytest.mark.parametrize(
    "command",
    [
        "git commit -qam sneaky",
        "git commit -qnam sneaky",
        "true && git commit -q --no-verify -am sneaky",
        "git stash -q && git cherry-pick side",
    ],
    ids=["plain", "past the hooks", "behind another command", "a pick of another commit"],
)
def test_a_commit_that_a_rebase_is_told_to_make_is_judged(gated: Checkout, command: str) -> None:
    (gated.path / ".git" / "hooks" / "pre-commit").unlink()
    side_branch(gated, ("a.py", BAD))
    gated.commit(("b.py", "b = 3\n"))
    written = "echo 'x = 1  # TODO: later' > a.py"
    said = gated.git("rebase", "-x", f"{written} && {command}", "HEAD~1", ok=False)
    assert "a.py:1:10" in said


def test_a_rebase_with_commands_still_picks(gated: Checkout) -> None:
    side_branch(gated, ("side.py", BAD), ("a.py", "side = 1\n"))
    gated.commit(("main.py", GOOD))
    said = gated.git("rebase", "-x", "true", "main", "side")
    assert "exempt: commit of a rebase, judged when it is pushed" in said


def unnamed_message(repo: Checkout, *names: str) -> None:
    """Hooks that name no file of the message, and pass on what else Git gives them."""
    for name in names:
        repo.hook(name, "--message", "--rule", "missing-changelog-entry")


def test_a_message_that_is_not_named_is_the_one_at_hand(recorded: Checkout) -> None:
    recorded.git("worktree", "add", "-q", "-b", "side", str(recorded.path.parent / "side"))
    unnamed_message(recorded, "prepare-commit-msg", "commit-msg")
    side = Checkout(recorded.path.parent / "side")
    side.stage("a.py", "x = 3\n")
    assert "`fixup!` commit" in side.git("commit", "-q", "-m", "fixup! work")


def test_a_merge_has_a_file_of_its_own_for_its_message(recorded: Checkout) -> None:
    side_branch(recorded, ("side.py", GOOD))
    recorded.commit(("main.py", GOOD), message="fixup! work")
    unnamed_message(recorded, "prepare-commit-msg", "commit-msg")
    said = recorded.git("merge", "--no-edit", "side")
    assert "merge without changes of its own" in said
    assert "fixup" not in said


def test_no_message_at_hand_is_said(repo: Checkout) -> None:
    done = repo.sutaza("check", "--message")
    assert (done.returncode, done.stdout) == (2, "")
    assert "COMMIT_EDITMSG: No such file or directory; give the file" in done.stderr


@pytest.fixture
def released(repo: Checkout) -> Checkout:
    """Main has released 1.1.0; a branch from before has an entry of 1.0.0."""

    def version(number: str) -> tuple[str, str]:
        return "pyproject.toml", f'[project]\nname = "x"\nversion = "{number}"\n'

    def log(*texts: tuple[str, str]) -> tuple[str, str]:
        lines = [entry(text).replace("Unreleased", number) for number, text in texts]
        return LOG, "# Changelog\n\n" + "".join(lines)

    first, theirs = ("1.0.0", "The first of all"), ("1.0.0", "Work of the branch")
    repo.commit(version("1.0.0"), ("a.py", "a = 1\n"), log(first))
    side_branch(repo, ("side.py", GOOD), log(theirs, first))
    ours = ("1.1.0", "Release of the next version")
    repo.commit(version("1.1.0"), ("main.py", GOOD), log(ours, first))
    repo.git("merge", "-q", "--no-commit", "side", ok=False)
    repo.stage(*log(ours, theirs, first))
    repo.hook("pre-commit")
    return repo


def test_an_entry_that_a_merge_brings_in_keeps_the_version_of_its_time(released: Checkout) -> None:
    said = released.git("commit", "--no-edit")
    assert "exempt: missing-changelog-entry: merge without changes of its own" in said


def test_code_slipped_into_a_merge_needs_an_entry_of_its_own(released: Checkout) -> None:
    released.stage("a.py", "a = 'slipped in'\n")
    assert "[missing-changelog-entry]" in released.git("commit", "--no-edit", ok=False)


@pytest.fixture
def conflicting(gated: Checkout) -> Checkout:
    """Both sides have an entry of their own, and a merge is under way."""

    def log(*texts: str) -> tuple[str, str]:
        return LOG, "# Changelog\n\n" + "".join(entry(text) for text in texts)

    gated.commit(log("The first of all"))
    side_branch(gated, ("side.py", GOOD), log("Work of the branch", "The first of all"))
    gated.commit(("main.py", GOOD), log("Work of the trunk", "The first of all"))
    gated.git("merge", "-q", "--no-commit", "side", ok=False)
    return gated


@pytest.mark.parametrize("side", ["--ours", "--theirs"])
def test_a_merge_cannot_take_one_side_of_the_changelog(conflicting: Checkout, side: str) -> None:
    conflicting.git("checkout", side, LOG)
    conflicting.git("add", LOG)
    said = conflicting.git("commit", "--no-edit", ok=False)
    assert "the merge lost an earlier entry" in said
    conflicting.commit(message="merged past the hooks")
    change = conflicting.repository.between("HEAD^1", "HEAD")
    (lost,) = check(change, [RewrittenChangelog()]).diagnostics
    assert lost.message.startswith("the merge ")


def test_a_merge_keeps_both_sides_of_the_changelog(conflicting: Checkout) -> None:
    texts = ("Work of the trunk", "Work of the branch", "The first of all")
    conflicting.stage(LOG, "# Changelog\n\n" + "".join(map(entry, texts)))
    conflicting.git("commit", "-q", "--no-edit")


def test_a_changelog_that_is_moved_away_is_rewritten(gated: Checkout) -> None:
    gated.commit((LOG, "# Changelog\n\n" + entry("The first of all")))
    gated.git("mv", LOG, "HISTORY.md")
    assert "[rewritten-changelog]" in gated.git("commit", "-m", "work", ok=False)
