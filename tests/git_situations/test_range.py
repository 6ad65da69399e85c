"""Ranges, audits and lists of files, also in bare and shallow clones."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git import Repository
from sutaza_hooks.git.runner import runner_range
from sutaza_hooks.index import Index
from tests.conftest import Checkout, added


@pytest.fixture
def history(repo: Checkout) -> Checkout:
    repo.commit(("a.py", "one\n"))
    repo.commit(("a.py", "one\ntwo\n"))
    repo.commit(("b.py", "three\n"))
    return repo


def test_a_range_is_what_its_end_brings(history: Checkout) -> None:
    change = history.repository.between("HEAD~2", "HEAD")
    assert added(change) == {"a.py": [(2, "two")], "b.py": [(1, "three")]}
    assert (change.mode, change.message) == ("range", None)


def test_a_range_of_one_commit_has_its_message_and_date(history: Checkout) -> None:
    env = {"GIT_COMMITTER_DATE": "2024-05-06T07:08:09-0330"}
    history.git("commit", "-q", "--allow-empty", "-m", "subject\n\nbody", env=env)
    change = history.repository.between("HEAD^", "HEAD")
    assert change.message == "subject\n\nbody\n"
    assert change.date.isoformat() == "2024-05-06T07:08:09-03:30"
    assert change.date.utcoffset() == -timedelta(hours=3, minutes=30)


def test_what_the_other_end_gained_meanwhile_is_not_part_of_it(history: Checkout) -> None:
    history.git("checkout", "-q", "-b", "side", "HEAD~1")
    history.commit(("c.py", "four\n"))
    assert added(history.repository.between("main", "side")) == {"c.py": [(1, "four")]}


def test_a_range_does_not_read_what_is_staged(history: Checkout) -> None:
    history.stage("a.py", "staged\n")
    assert "staged\n" not in history.repository.between("HEAD~1", "HEAD").after.values()


def test_histories_without_a_common_commit_are_compared_directly(history: Checkout) -> None:
    history.git("checkout", "-q", "--orphan", "other")
    history.git("rm", "-rfq", ".")
    history.commit(("c.py", "four\n"))
    assert sorted(added(history.repository.between("main", "other"))) == ["a.py", "b.py", "c.py"]


def test_an_empty_beginning_is_the_beginning_of_history(history: Checkout) -> None:
    assert sorted(added(history.repository.between("", "HEAD"))) == ["a.py", "b.py"]


def test_a_bare_repository(history: Checkout, tmp_path: Path) -> None:
    history.git("clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    bare = Repository(str(tmp_path / "bare"), Index())
    assert added(bare.between("HEAD~1", "HEAD")) == {"b.py": [(1, "three")]}
    assert dict(bare.everything().after) == {"a.py": "one\ntwo\n", "b.py": "three\n"}
    with pytest.raises(SutazaError, match="bare repository has nothing staged; use `--range"):
        bare.staged()


def test_a_shallow_clone_says_how_to_get_its_history(history: Checkout, tmp_path: Path) -> None:
    history.git("clone", "-q", "--depth=1", f"file://{history.path}", str(tmp_path / "shallow"))
    shallow = Checkout(tmp_path / "shallow")
    with pytest.raises(SutazaError, match=r"`HEAD~1` is not in this clone; run `git fetch --unsha"):
        shallow.repository.between("HEAD~1", "HEAD")
    shallow.stage("b.py", "three\nmore\n")
    assert added(shallow.staged()) == {"b.py": [(2, "more")]}
    shallow.git("fetch", "-q", "--unshallow")
    assert added(shallow.repository.between("HEAD~1", "HEAD")) == {"b.py": [(1, "three")]}


def test_two_ends_of_a_shallow_clone_that_do_not_meet(history: Checkout, tmp_path: Path) -> None:
    history.git("checkout", "-q", "-b", "side", "HEAD~2")
    history.commit(("c.py", "four\n"))
    url = f"file://{history.path}"
    history.git("clone", "-q", "--depth=1", "--no-single-branch", url, str(tmp_path / "shallow"))
    shallow = Checkout(tmp_path / "shallow")
    with pytest.raises(SutazaError, match="no common commit in this shallow clone; run `git fetch"):
        shallow.repository.between("origin/main", "origin/side")


def test_a_partial_clone_fetches_nothing(history: Checkout, tmp_path: Path) -> None:
    history.git("config", "uploadpack.allowFilter", "true")
    url = f"file://{history.path}"
    history.git("clone", "-q", "--no-checkout", "--filter=blob:none", url, str(tmp_path / "part"))
    partial = Checkout(tmp_path / "part")
    with pytest.raises(SutazaError, match="run `git fetch --refetch --no-filter`"):
        partial.repository.between("HEAD~1", "HEAD")
    partial.git("fetch", "-q", "--refetch", "--no-filter")
    assert added(partial.repository.between("HEAD~1", "HEAD"))


@pytest.mark.parametrize("name", ["missing", "--output=x", "", "a..b", "HEAD^9", "x\ny"])
def test_a_name_that_is_no_commit(history: Checkout, name: str) -> None:
    with pytest.raises(SutazaError):
        history.repository.between("HEAD", name or "\n")


def test_an_audit_judges_what_is_staged_whole(history: Checkout) -> None:
    history.stage("a.py", "one\ntwo\nstaged\n")
    history.write("a.py", "unstaged\n")
    history.write("untracked.py", "x\n")
    change = history.repository.everything()
    assert not change.has_base
    assert {patch.path: len(patch.added) for patch in change.judged} == {"a.py": 3, "b.py": 1}


def test_named_files_are_judged_by_added_lines_if_staged_and_else_whole(history: Checkout) -> None:
    history.stage("a.py", "one\ntwo\nstaged\n")
    repository = history.repository
    change = repository.files(["a.py", "b.py"], repository.staged())
    judged = {
        patch.path: ([line.text for line in patch.added], patch.whole) for patch in change.judged
    }
    assert judged == {"a.py": (["staged"], False), "b.py": (["three"], True)}
    assert (change.mode, change.has_base) == ("files", True)


def test_deleted_files_are_judged_though_no_runner_names_them(history: Checkout) -> None:
    history.git("rm", "-q", "b.py")
    history.stage("a.py", "one\n")
    repository = history.repository
    change = repository.files(["a.py"], repository.staged())
    assert [patch.path for patch in change.judged] == ["a.py", "b.py"]


def test_names_are_relative_to_where_the_user_stands(history: Checkout) -> None:
    history.stage("sub/c.py", "four\n")
    repository = Repository(str(history.path / "sub"), Index())
    staged = repository.staged()
    names = ["c.py", "../a.py", str(history.path / "b.py"), "nowhere.py"]
    judged = [patch.path for patch in repository.files(names, staged).judged]
    assert judged == ["sub/c.py", "a.py", "b.py"]
    assert repository.unknown(names, staged) == ["nowhere.py"]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"PRE_COMMIT": "1"}, None),
        ({"PRE_COMMIT_FROM_REF": "a", "PRE_COMMIT_TO_REF": "b"}, ("a", "b")),
        ({"PRE_COMMIT_REMOTE_NAME": "origin"}, ("", "HEAD")),
        ({"PRE_COMMIT_REMOTE_NAME": "o", "PRE_COMMIT_LOCAL_BRANCH": "x"}, ("", "x")),
    ],
    ids=["nothing", "a commit", "a range", "a first push", "a first push of another branch"],
)
def test_what_a_runner_asks_for(
    environment: dict[str, str], expected: tuple[str, str] | None
) -> None:
    assert runner_range(environment) == expected


def test_a_folder_stands_for_its_files(history: Checkout) -> None:
    history.commit(("sub/c.py", "c\n"), ("sub/deep/d.py", "d\n"), ("subway.py", "x\n"))
    repository = history.repository
    staged = repository.staged()
    judged = [patch.path for patch in repository.files(["sub"], staged).judged]
    assert judged == ["sub/c.py", "sub/deep/d.py"]
    assert len(repository.files(["."], staged).judged) == 5
    assert repository.unknown(["sub", ".", "nowhere/"], staged) == ["nowhere/"]


def test_a_path_through_a_link_to_the_checkout(history: Checkout, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(history.path)
    repository = history.repository
    judged = repository.files([str(tmp_path / "link" / "a.py")], repository.staged()).judged
    assert [patch.path for patch in judged] == ["a.py"]


def test_a_fixup_that_is_shared_is_an_ordinary_commit(history: Checkout) -> None:
    history.commit(("c.py", "c\n"), message="fixup! work")
    assert history.repository.between("HEAD^", "HEAD").commit == "ordinary"


def test_a_revert_of_what_has_no_lines_is_compared_by_content(history: Checkout) -> None:
    commit = history.commit(("l.png", b"\x89PNG\0\0\0one" * 9))
    for content, kind in ((b"\x89PNG\0\0\0evil" * 9, "ordinary"), (None, "revert")):
        history.git("checkout", "-q", commit)
        if content is None:
            history.git("rm", "-q", "l.png")
        else:
            history.stage("l.png", content)
        history.commit(message=f"Revert it\n\nThis reverts commit {commit}.")
        assert history.repository.between("HEAD^", "HEAD").commit == kind
