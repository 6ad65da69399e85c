"""What is staged, in every form in which Git can present it."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sutaza_hooks.change import WholeText
from sutaza_hooks.check import check
from sutaza_hooks.config import Config
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git import Repository
from sutaza_hooks.index import Index
from sutaza_hooks.text import lines
from tests.conftest import SUTAZA, Checkout, added


def test_the_first_commit_is_judged_against_the_empty_tree(repo: Checkout) -> None:
    repo.stage("a.py", "x = 1\n")
    change = repo.staged()
    assert added(change) == {"a.py": [(1, "x = 1")]}
    assert list(change.before) == []


def test_an_empty_repository_has_nothing_staged(repo: Checkout) -> None:
    assert repo.staged().patches == ()


def test_only_the_staged_part_of_a_file_counts(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"))
    repo.stage("a.py", "one\nstaged\n")
    repo.write("a.py", "one\nstaged\nunstaged\n")
    change = repo.staged()
    assert added(change) == {"a.py": [(2, "staged")]}
    assert change.after["a.py"] == "one\nstaged\n"


def test_the_tree_is_the_one_that_git_commits(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"), ("b.py", "one\n"))
    repo.stage("a.py", "two\n")
    judged = repo.staged().after.id
    repo.git("commit", "-q", "-m", "work")
    assert judged == repo.git("rev-parse", "HEAD^{tree}")


def test_neither_staging_file_nor_working_tree_nor_objects_are_touched(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"))
    repo.stage("a.py", "two\n")
    repo.write("a.py", "three\n")

    def state() -> dict[Path, tuple[int, bytes]]:
        files = [each for each in repo.path.rglob("*") if each.is_file()]
        return {each: (each.stat().st_mtime_ns, each.read_bytes()) for each in files}

    before = state()
    change = repo.staged()
    assert change.after["a.py"] == "two\n"
    assert state() == before


def test_deletions_and_renames_are_seen(repo: Checkout) -> None:
    text = "".join(f"line {n}\n" for n in range(20))
    repo.commit(("gone.py", "one\n"), ("old.py", text))
    repo.git("rm", "-q", "gone.py")
    repo.git("mv", "old.py", "new.py")
    kinds = {patch.path: (patch.kind, patch.old_path) for patch in repo.staged().patches}
    assert kinds == {"gone.py": ("deleted", ""), "new.py": ("renamed", "old.py")}


def test_a_change_of_mode_alone_adds_no_line(repo: Checkout) -> None:
    repo.commit(("run.sh", "true\n"))
    repo.git("update-index", "--chmod=+x", "run.sh")
    assert added(repo.staged()) == {"run.sh": []}


def test_intent_to_add_is_not_staged(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"))
    repo.write("b.py", "two\n")
    repo.git("add", "--intent-to-add", "b.py")
    assert repo.staged().patches == ()


def test_unmerged_paths_are_named(repo: Checkout) -> None:
    repo.commit(("a.py", "base\n"))
    repo.git("checkout", "-q", "-b", "other")
    repo.commit(("a.py", "theirs\n"))
    repo.git("checkout", "-q", "main")
    repo.commit(("a.py", "ours\n"))
    repo.git("merge", "other", ok=False)
    with pytest.raises(SutazaError, match=r"^a\.py: merge conflict; resolve it"):
        repo.staged()


def test_a_linked_worktree_has_its_own_staging_file(repo: Checkout, tmp_path: Path) -> None:
    repo.commit(("a.py", "one\n"))
    repo.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "side"))
    side = Checkout(tmp_path / "side")
    side.stage("a.py", "two\n")
    assert added(side.staged()) == {"a.py": [(1, "two")]}
    assert repo.staged().patches == ()
    assert side.repository.common_dir == repo.repository.common_dir


def test_a_detached_head(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"))
    repo.git("checkout", "-q", "--detach")
    repo.stage("a.py", "one\ntwo\n")
    assert added(repo.staged()) == {"a.py": [(2, "two")]}


def test_a_subdirectory_sees_the_whole_change(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"))
    repo.stage("a.py", "two\n")
    repo.stage("sub/b.py", "three\n")
    change = Repository(str(repo.path / "sub"), Index()).staged()
    assert sorted(added(change)) == ["a.py", "sub/b.py"]


def test_inside_the_git_directory(repo: Checkout) -> None:
    repo.stage("a.py", "one\n")
    change = Repository(str(repo.path / ".git"), Index()).staged()
    assert added(change) == {"a.py": [(1, "one")]}


def test_a_submodule_moves_without_lines(repo: Checkout, tmp_path: Path) -> None:
    other = Checkout(tmp_path / "other")
    other.path.mkdir()
    other.git("init", "-q", "-b", "main")
    first = other.commit(("x.py", "x\n"))
    second = other.commit(("x.py", "y\n"))
    repo.commit(("a.py", "one\n"))
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{first},lib")
    repo.commit()
    repo.git("update-index", "--cacheinfo", f"160000,{second},lib")
    change = repo.staged()
    assert added(change) == {"lib": []}
    assert "lib" not in change.after


def test_a_symbolic_link_is_not_a_text(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"))
    (repo.path / "link.py").symlink_to("# TODO")
    repo.git("add", "link.py")
    change = repo.staged()
    assert added(change) == {"link.py": []}
    assert change.after.get("link.py") is None
    assert list(change.after) == ["a.py"]


def test_a_file_that_becomes_a_link_and_a_link_that_becomes_a_file(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"), ("c.py", "c\n"))
    (repo.path / "b.py").symlink_to("a.py")
    repo.git("add", "b.py")
    repo.commit()
    (repo.path / "a.py").unlink()
    (repo.path / "a.py").symlink_to("c.py")
    (repo.path / "b.py").unlink()
    repo.write("b.py", "two\n")
    repo.git("add", "-A")
    repo.stage("c.py", "c\nd\n")
    assert added(repo.staged()) == {"a.py": [], "b.py": [(1, "two")], "c.py": [(2, "d")]}


def test_a_sparse_checkout_judges_files_that_are_not_on_disk(repo: Checkout) -> None:
    repo.commit(("in/a.py", "one\n"), ("out/b.py", "two\n"))
    repo.git("sparse-checkout", "set", "--cone", "--sparse-index", "in")
    repo.stage("in/a.py", "one\nmore\n")
    change = repo.staged()
    assert added(change) == {"in/a.py": [(2, "more")]}
    assert change.after["out/b.py"] == "two\n"


def test_a_split_staging_file(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"))
    repo.git("update-index", "--split-index")
    repo.stage("a.py", "two\n")
    assert added(repo.staged()) == {"a.py": [(1, "two")]}


def test_a_sha256_repository(tmp_path: Path) -> None:
    path = tmp_path / "sha256"
    path.mkdir()
    repo = Checkout(path)
    repo.git("init", "-q", "--object-format=sha256")
    repo.stage("dir/a.py", "one\n")
    assert added(repo.staged()) == {"dir/a.py": [(1, "one")]}
    repo.commit()
    repo.stage("dir/a.py", "one\ntwo\n")
    change = repo.staged()
    assert added(change) == {"dir/a.py": [(2, "two")]}
    assert len(change.after.id) == 64
    assert change.after["dir/a.py"] == "one\ntwo\n"


NAMES = {
    "a line feed": "new\nline.py",
    "a line that looks like a header": "x\ndiff --git a/q b/q.py",
    "double quotes": 'say "hi".py',
    "a tab": "tab\there.py",
    "a leading dash": "-rf.py",
    "a colon and brackets": ":(exclude)[a].py",
    "spaces and accents": "na me é.py",
    "a backslash": "back\\slash.py",
    "a carriage return": "car\rriage.py",
    "an emoji": "🚀.py",
    "bytes that are not UTF-8": os.fsdecode(b"caf\xe9.py"),
    "an arrow as in renames": "a => b.py",
    "a leading space": " lead.py",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_any_file_name(repo: Checkout, name: str) -> None:
    repo.commit(("a.py", "one\n"))
    repo.stage(name, "two\n")
    change = repo.staged()
    assert added(change) == {name: [(1, "two")]}
    assert change.after[name] == "two\n"
    assert name in list(change.after)


HOSTILE = {
    "diff.noprefix": "true",
    "diff.mnemonicPrefix": "true",
    "diff.srcPrefix": "x/",
    "diff.dstPrefix": "y/",
    "diff.relative": "true",
    "diff.context": "10",
    "diff.interHunkContext": "10",
    "diff.renames": "false",
    "diff.orderFile": "order",
    "diff.submodule": "log",
    "diff.wordRegex": ".",
    "diff.colorMoved": "zebra",
    "diff.suppressBlankEmpty": "true",
    "diff.algorithm": "patience",
    "color.ui": "always",
    "color.diff": "always",
    "core.quotePath": "true",
    "core.pager": "false",
    "log.showSignature": "true",
}
PROGRAMS = (
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "core.fsmonitor",
    "gpg.program",
    "core.sshCommand",
    "core.editor",
)


@pytest.mark.parametrize("mode", ["staged", "range", "all-files"])
def test_no_configuration_changes_what_is_seen_and_no_program_runs(
    repo: Checkout, tmp_path: Path, mode: str
) -> None:
    base = repo.commit(("sub/a.py", "one\n\nthree\n"), ("sub/keep.py", "x\n"))
    repo.stage("sub/a.py", "one\n\nthree\nfour\n")
    repo.stage(".gitattributes", "*.py diff=evil filter=evil\n")
    repo.commit()
    repo.stage("sub/a.py", "one\n\nthree\nfour\nfive\n")
    ran = tmp_path / "ran"
    program = tmp_path / "evil"
    program.write_text(f"#!/bin/sh\ntouch {ran}\ncat\n")
    program.chmod(0o755)
    hook = repo.path / ".git" / "hooks" / "post-index-change"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {ran}\n")
    hook.chmod(0o755)
    for name in PROGRAMS:
        repo.git("config", name, str(program))
    for name, value in HOSTILE.items():
        repo.git("config", name, value)
    ran.unlink(missing_ok=True)
    inside = Repository(str(repo.path / "sub"), Index())
    if mode == "staged":
        assert added(inside.staged()) == {"sub/a.py": [(5, "five")]}
    elif mode == "range":
        assert added(inside.between(base, "HEAD"))["sub/a.py"] == [(4, "four")]
    else:
        assert inside.everything().after["sub/a.py"].endswith("five\n")
    assert not ran.exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_EXTERNAL_DIFF", "false"),
        ("GIT_DIFF_OPTS", "--unified=9"),
        ("GIT_LITERAL_PATHSPECS", "0"),
        ("GIT_ICASE_PATHSPECS", "1"),
        ("GIT_CONFIG_PARAMETERS", "'diff.noprefix'='true'"),
    ],
)
def test_no_environment_changes_what_is_seen(
    repo: Checkout, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    repo.commit(("a.py", "one\ntwo\n"))
    repo.stage("a.py", "one\ntwo\nthree\n")
    monkeypatch.setenv(name, value)
    assert added(repo.staged()) == {"a.py": [(3, "three")]}


CONTENTS: dict[str, tuple[bytes, list[tuple[int, str]]]] = {
    "a removed SQL comment and an added C increment": (
        b"keep\n++ b/x\n++i\n",
        [(2, "++ b/x"), (3, "++i")],
    ),
    "what looks like a hunk": (b"keep\n@@ -1 +1 @@\nx\n", [(2, "@@ -1 +1 @@"), (3, "x")]),
    "what looks like a git header": (
        b"keep\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n",
        [(2, "diff --git a/x b/x"), (3, "--- a/x"), (4, "+++ b/x")],
    ),
    "no newline at the end": (b"keep\nlast", [(2, "last")]),
    "the words of the missing newline": (
        b"keep\n\\ No newline at end of file\n",
        [(2, "\\ No newline at end of file")],
    ),
    "CRLF": (b"keep\ntwo\r\nthree\r\n", [(2, "two"), (3, "three")]),
    "form feed, next line, line separator and carriage return": (
        "keep\na\x0cb\x85c\u2028d\re\nlast\n".encode(),
        [(2, "a\x0cb\x85c\u2028d\re"), (3, "last")],
    ),
    "Latin-1": (b"keep\n# caf\xe9\n", [(2, "# caf\xe9")]),
    "a NUL in a source file hides nothing": (
        b"keep\nx = '\0'\n" + b"y = 1\n" * 9,
        [(2, "x = '\0'"), *((n, "y = 1") for n in range(3, 12))],
    ),
    "UTF-16 with its mark": ("keep\ntwo\n".encode("utf-16"), [(2, "two")]),
    "UTF-32 with its mark": ("keep\ntwo\n".encode("utf-32"), [(2, "two")]),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, []),
    "an LFS pointer keeps its lines and is no text": (
        b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
        [(1, "version https://git-lfs.github.com/spec/v1"), (2, "oid sha256:0"), (3, "size 9")],
    ),
}


@pytest.mark.parametrize(("content", "expected"), CONTENTS.values(), ids=CONTENTS.keys())
def test_any_content(repo: Checkout, content: bytes, expected: list[tuple[int, str]]) -> None:
    repo.commit(("a.py", b"keep\n-- a/x\n"))
    repo.stage("a.py", content)
    assert added(repo.staged())["a.py"] == expected


def test_removed_lines_that_look_like_headers(repo: Checkout) -> None:
    repo.commit(("a.sql", "-- a/x\n++ b/x\nselect 1;\n"))
    repo.stage("a.sql", "select 1;\n")
    (patch,) = repo.staged().patches
    assert [tuple(line) for line in patch.removed] == [(1, "-- a/x"), (2, "++ b/x")]


def test_a_file_set_to_have_no_diff_is_still_read(repo: Checkout) -> None:
    repo.commit((".gitattributes", "*.py -diff\n"), ("a.py", "one\n"))
    repo.stage("a.py", "one\ntwo\n")
    assert added(repo.staged()) == {"a.py": [(2, "two")]}


def test_twenty_megabytes_on_one_line(repo: Checkout) -> None:
    repo.stage("big.js", b"f(1);" * 4_000_000)
    ((number, text),) = repo.staged().patches[0].added
    assert (number, len(text)) == (1, 20_000_000)


def test_five_thousand_staged_files(repo: Checkout) -> None:
    for number in range(5000):
        repo.write(f"d{number % 50}/f{number}.py", f"x = {number}\n")
    repo.git("add", ".")
    patches = repo.staged().patches
    assert len(patches) == 5000
    found = {(patch.path.rpartition("/f")[2], patch.added[0].text) for patch in patches}
    assert found == {(f"{number}.py", f"x = {number}") for number in range(5000)}


def test_four_checks_at_once(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"))
    repo.stage("a.py", "x = 1  # TODO: later\n")
    command = [*SUTAZA, "check", "--rule", "todo-comment"]
    running = [
        subprocess.Popen(command, cwd=repo.path, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    said = {each.communicate()[0] for each in running}
    assert {each.returncode for each in running} == {1}
    assert len(said) == 1


def test_a_repository_that_cannot_be_written_to(repo: Checkout) -> None:
    repo.commit(("a.py", "one\n"))
    repo.stage("a.py", "two\n")
    folders = [repo.path, *(each for each in repo.path.rglob("*") if each.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        assert added(repo.staged()) == {"a.py": [(1, "two")]}
    finally:
        for folder in folders:
            folder.chmod(0o755)


def test_lines_are_counted_as_git_counts_them() -> None:
    assert [tuple(each) for each in lines("a\x0cb\r\n\nc")] == [(1, "a\x0cb"), (2, ""), (3, "c")]
    assert list(lines("")) == []


def test_a_tree_outlives_its_repository(repo: Checkout) -> None:
    repo.stage("folder/a.py", "one\n")
    after = repo.repository.staged().after
    assert after["folder/a.py"] == "one\n"


def test_a_filter_is_not_run_on_a_file_that_has_just_been_staged(
    repo: Checkout, tmp_path: Path
) -> None:
    ran = tmp_path / "ran"
    repo.commit((".gitattributes", "* filter=evil\n"), ("a.py", "one\n"))
    repo.stage("a.py", "two\n")
    future = time.time() + 3600
    os.utime(repo.path / "a.py", (future, future))
    repo.git("add", "a.py")
    repo.git("config", "filter.evil.clean", f"touch {ran}; cat")
    assert added(repo.staged()) == {"a.py": [(1, "two")]}
    assert not ran.exists()


def test_a_submodule_that_is_set_to_be_ignored_still_moves(repo: Checkout) -> None:
    first, second = repo.commit(("a.py", "one\n")), repo.commit(("a.py", "two\n"))
    modules = '[submodule "lib"]\n\tpath = lib\n\turl = ./lib\n\tignore = all\n'
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{first},lib")
    repo.commit((".gitmodules", modules))
    repo.git("update-index", "--cacheinfo", f"160000,{second},lib")
    assert added(repo.staged()) == {"lib": []}


def test_utf_16_that_an_attribute_declares_to_be_text(repo: Checkout) -> None:
    repo.commit((".gitattributes", "*.ps1 diff\n"), ("a.ps1", "keep\n".encode("utf-16")))
    repo.stage("a.ps1", "keep\n# TODO: y\n".encode("utf-16"))
    assert added(repo.staged()) == {"a.ps1": [(2, "# TODO: y")]}


@pytest.mark.parametrize("name", ["line\u2028separator", "form\x0cfeed", "spa ce", "ünï"])
def test_a_repository_at_any_path(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.mkdir()
    repo = Checkout(path)
    repo.git("init", "-q")
    repo.stage("a.py", "one\n")
    assert added(repo.staged()) == {"a.py": [(1, "one")]}


LARGE = {
    "added": (None, "x = 1\r\ny = 2  # TODO: z\n\x0clast"),
    "deleted": ("x = 1\n\ny = 2\n", None),
    "modified": ("x = 1\ny = 2\n", "x = 1\nz = 3\n"),
    "latin-1": (None, b"x = '\xe9'\n# TODO: y\n"),
    "empty lines": (None, "\n\n\n"),
}


@pytest.mark.parametrize("bound", ["_LARGE", "_MOST"])
@pytest.mark.parametrize(("before", "after"), LARGE.values(), ids=LARGE.keys())
def test_a_large_file_has_the_same_lines(
    repo: Checkout,
    monkeypatch: pytest.MonkeyPatch,
    bound: str,
    before: str | None,
    after: str | bytes | None,
) -> None:
    repo.commit(("other.py", "a = 1\n"), *([("a.py", before)] if before else []))
    if after is None:
        repo.git("rm", "-q", "a.py")
    else:
        repo.stage("a.py", after)
    (small,) = repo.staged().patches
    monkeypatch.setattr(f"sutaza_hooks.git.diff.{bound}", 1)
    (large,) = repo.staged().patches
    assert (list(large.added), list(large.removed)) == (list(small.added), list(small.removed))
    assert (len(large.added), len(large.removed)) == (len(small.added), len(small.removed))
    assert [large.adds(n) for n in range(5)] == [small.adds(n) for n in range(5)]
    assert [large.adds(n, 9) for n in range(9)] == [small.adds(n, 9) for n in range(9)]
    assert (large.whole, large.content) == (small.whole, small.content)


def test_of_more_than_fits_what_comes_or_goes_whole_is_not_asked_for(
    repo: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same patches, whatever stands beside the file that is too much."""
    repo.commit(("gone", "a\n"), ("edited", "a\nb\n"), ("old", "1\n2\n3\n"), ("kind", "a\n"))
    repo.git("rm", "-q", "gone", "old", "kind")
    repo.stage("edited", "a\nc\n")
    repo.stage("new", "1\n2\n3\n")
    repo.stage("a\nname", "x\n")
    repo.stage("picture", b"\x89PNG\0\1\2\3\4")
    repo.stage("empty", "")
    (repo.path / "kind").symlink_to("edited")
    (repo.path / "link").symlink_to("edited")
    repo.git("add", "kind", "link")
    usual = repo.staged().patches
    monkeypatch.setattr("sutaza_hooks.git.diff._MOST", 1)
    sparing = repo.staged().patches
    assert len(usual) == 8
    for one, other in zip(usual, sparing, strict=True):
        assert replace(one, added=(), removed=()) == replace(other, added=(), removed=())
        assert list(one.added) == list(other.added)
        assert list(one.removed) == list(other.removed)


def test_no_rule_goes_through_the_lines_of_a_data_file(
    repo: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.stage("data.csv", "1,2\n" * 1000)
    monkeypatch.setattr("sutaza_hooks.git.diff._MOST", 100)
    change = repo.staged()
    monkeypatch.setattr(WholeText, "__iter__", lambda _: pytest.fail("each line is looked at"))
    rules = [rule for rule in Config().rules if rule.charter != 19]
    assert change.patches[0].adds(1000)
    assert check(change, rules).diagnostics == ()


def test_a_file_that_nobody_reads_is_not_parsed(
    repo: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.stage("a.py", "x = 1\n")
    monkeypatch.setattr("sutaza_hooks.git.diff._LARGE", 1)
    monkeypatch.setattr("sutaza_hooks.git.diff.LARGEST_TEXT", 3)
    (patch,) = repo.staged().patches
    assert (patch.added, patch.removed) == ((), ())
