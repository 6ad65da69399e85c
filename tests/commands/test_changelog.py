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


@pytest.mark.parametrize(
    ("types", "kind"), [("", "Reverted"), ("changelog:\n  types: [Added, Changed]\n", "Changed")]
)
def test_a_revert_is_drafted_as_one(shop: Checkout, types: str, kind: str) -> None:
    shop.commit((".sutaza.yaml", CONFIG + types))
    shop.commit(("src/api/a.py", "x = 2\n"))
    shop.git("revert", "--no-commit", "HEAD")
    assert f"[api] - [{kind}]" in shop.sutaza("changelog", "add", "-m", "Fees as before").stdout


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


LISTS = {
    "numbers": ("2. ", "1. ", "   "),
    "numbers with a parenthesis": ("7) ", "1) ", "   "),
    "an indented list": ("  - ", "  - ", "    "),
    "after a tab": ("\t* ", "\t* ", "\t  "),
    "items to tick off": ("- [ ] ", "- [ ] ", "  "),
}


@pytest.mark.parametrize(("sign", "new", "indent"), LISTS.values(), ids=LISTS)
def test_the_list_of_the_file_is_kept(shop: Checkout, sign: str, new: str, indent: str) -> None:
    old = OLD.replace("- ", sign, 1)
    shop.commit((LOG, f"# Changelog\n\n{old}"))
    shop.stage("src/api/b.py", "y = 1\n")
    shop.sutaza("changelog", "add", "-m", "A fee on payments", "--why", "so")
    line = f"{new}[{TODAY}] - [1.2.0] - [api] - [Added] - [A fee on payments]"
    assert log(shop) == f"# Changelog\n\n{line}\n{indent}Why: so\n{old}"
    shop.git("add", LOG)
    assert shop.sutaza("check").returncode == 0
    shop.stage(LOG, f"# Changelog\n\n{line}\n")
    assert "an earlier entry was removed: `" in shop.sutaza("check").stdout
    shop.write(LOG, log(shop).replace("[Added]", "[Add]"))
    assert shop.sutaza("changelog", "fix").stdout == f"{LOG}:3: {line}\n"


def test_a_released_version_is_not_drafted_again(shop: Checkout) -> None:
    shop.git("tag", "v1.2.0")
    shop.stage("src/api/a.py", "x = 2\n")
    assert "[Unreleased]" in shop.sutaza("changelog", "add", "-m", "Rounding").stdout


NOTHING = (
    "nothing is staged that the entry could tell of; "
    "stage the change first (`git add -u`), or give `--component` and `--type`"
)
AGAIN = "another entry has this description; say what this change does"
REFUSED = {
    "nothing staged": ([], [], NOTHING),
    "nothing staged but the changelog": ([], [LOG], NOTHING),
    "nothing staged, only a type": (["--type", "Added"], [], NOTHING),
    "an empty description": (["-m", " "], ["a"], "description is empty; give another with `--m"),
    "a description that says nothing": (
        ["-m", "update"],
        ["a"],
        "description `update` does not say what changed; give another with `--message`",
    ),
    "the template's description": (["-m", "What changed, for whom."], ["a"], "description `What "),
    "a copy of an entry": (["-m", "payments by  CARD."], ["a"], AGAIN),
    "a component that is not configured": (
        ["--component", "nope"],
        ["a"],
        "component `nope` is not configured; write one of `api`, `web`",
    ),
    "a mistyped component": (
        ["--component", "Wbe"],
        ["a"],
        "component `wbe` is not configured; write `web`, or `api`",
    ),
    "two mistyped components, of which the first is said": (
        ["--component", "apo, wbe"],
        ["a"],
        "component `apo` is not configured; write `api`, or `web`",
    ),
    "a mistyped component and a description that says nothing": (
        ["--component", "wbe", "-m", "update"],
        ["a"],
        "component `wbe` is not configured; write `web`, or `api`",
    ),
    "an empty component": (["--component", ""], ["a"], "component is empty; give another with "),
    "a bracket that is not closed": (
        ["--component", "a[b - c"],
        ["a"],
        "component `a[b - c` has a bracket that is not closed; give another with `--component`",
    ),
    "no version": (["--version", "nope"], ["a"], "version `nope` is neither SemVer nor PEP 440"),
    "another version than the manifest's": (
        ["--version", "9.9.9"],
        ["a"],
        "version `9.9.9` is not that of `pyproject.toml`, `1.2.0`; write `1.2.0`, or `Unreleased`",
    ),
    "one of two components that are touched": (
        ["--component", "api"],
        ["src/api/a.py", "src/web/b.js"],
        "no entry names `web`, which the change touches; add `web` to the component, or add an en",
    ),
    "removed where nothing is": (
        ["--type", "Removed"],
        ["a"],
        "type is `Removed`, but the change removes nothing; write `Added`",
    ),
    "documentation where code is touched": (
        ["--type", "docs"],
        ["src/api/b.py"],
        "type is `Docs`, but the change touches code; write `Added`",
    ),
    "no type": (["--type", "Magic"], ["a"], "`Magic` is no type; write one of `Added`, `Changed`"),
    "a mistyped type": (
        ["--type", "remvoed"],
        ["a"],
        "`remvoed` is no type; write `Removed`, or one of `Added`, `Changed`, `Deprecated`, `Fixed",
    ),
}


@pytest.mark.parametrize(("options", "staged", "said"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("fragment", [(), ("--fragment",)], ids=["entry", "fragment"])
def test_an_entry_that_the_gate_would_refuse_is_not_written(
    shop: Checkout, options: list[str], staged: list[str], said: str, fragment: tuple[str, ...]
) -> None:
    before = f"# Changelog\n\n{OLD}"
    shop.commit((LOG, before))
    for path in staged:
        shop.stage(path, f"{before}\n" if path == LOG else "x\n")
    message = () if "-m" in options else ("-m", "A fee on every payment")
    was = log(shop)
    done = shop.sutaza("changelog", "add", *message, *options, *fragment)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {said}")
    assert done.stderr.count("\n") == 1
    assert log(shop) == was
    assert not (shop.path / "docs/changelog.d").exists()


def test_an_entry_is_held_beside_those_that_are_written_already(shop: Checkout) -> None:
    shop.stage("src/api/a.py", "x = 2\n")
    shop.stage("src/web/b.js", "x\n")
    web = OLD.replace("[core]", "[web]").replace("1.0.0", "Unreleased")
    shop.write(LOG, web)
    done = shop.sutaza("changelog", "add", "-m", "A fee on payments", "--component", "api")
    assert (done.returncode, done.stderr.startswith("wrote ")) == (0, True)
    done = shop.sutaza(
        "changelog", "add", "-m", "How to pay", "--component", "api", "--type", "Docs"
    )
    assert done.returncode == 0


def test_before_anything_is_staged_component_and_type_are_given(shop: Checkout) -> None:
    given = ["--component", "api", "--type", "Fixed", "-m", "Fees are rounded up"]
    assert shop.sutaza("changelog", "add", *given).returncode == 0
    assert log(shop).endswith(f"- [{TODAY}] - [1.2.0] - [api] - [Fixed] - [Fees are rounded up]\n")


def test_what_another_rule_says_is_refused_only_where_that_rule_is_on(shop: Checkout) -> None:
    shop.stage(".sutaza.yaml", f"{CONFIG}rules:\n  unmatched-changelog-entry: off\n")
    done = shop.sutaza("changelog", "add", "-m", "A fee on payments", "--component", "nope")
    assert (done.returncode, "[nope]" in done.stdout) == (0, True)


def test_the_description_is_asked_for(shop: Checkout) -> None:
    shop.stage("src/api/a.py", "x = 2\n")
    done = shop.sutaza("changelog", "add")
    assert (done.returncode, done.stderr) == (
        2,
        "error: no description; give it with `--message`\n",
    )
    done = shop.sutaza("changelog", "add", "-m", "x", "--type", "Magic")
    assert (done.returncode, "`Magic` is no type; write one of" in done.stderr) == (2, True)


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


LEFT = {
    "a description that says nothing": (
        f"- [{TODAY}] - [Unreleased] - [api] - [Fixed] - [Update]\n",
        ":1: left: description `Update` does not say what changed",
    ),
    "a type that the change contradicts": (
        f"- [{TODAY}] - [Unreleased] - [api] - [Removed] - [A fee on payments]\n",
        ":1: left: type is `Removed`, but the change removes nothing; write `Changed`",
    ),
    "a component that is not touched": (
        f"- [{TODAY}] - [Unreleased] - [web] - [Fixed] - [A fee on payments]\n",
        ":1: left: no entry names `api`, which the change touches; "
        "add `api` to the component, or add an entry",
    ),
    "another version than the manifest's": (
        f"- [{TODAY}] - [2.0.0] - [api] - [Fixed] - [A fee on payments]\n",
        ":1: left: version `2.0.0` is not that of `pyproject.toml`, `1.2.0`; "
        "write `1.2.0`, or `Unreleased`, or raise the version in `pyproject.toml`",
    ),
    "no entry": (
        "# Changelog\n",
        ":1: left: the change has no entry in `docs/CHANGELOG.md`, which does not exist; "
        "run `sutaza changelog add`, then `git add docs/CHANGELOG.md`",
    ),
}


@pytest.mark.parametrize(("text", "said"), LEFT.values(), ids=LEFT)
def test_fix_says_what_it_cannot_put_right(shop: Checkout, text: str, said: str) -> None:
    shop.stage("src/api/a.py", "x = 2\n")
    shop.write(LOG, text)
    done = shop.sutaza("changelog", "fix")
    assert (done.returncode, done.stdout) == (1, f"{LOG}{said}\n")
    assert log(shop) == text


def test_fix_says_that_there_is_no_changelog(shop: Checkout) -> None:
    shop.stage("src/api/a.py", "x = 2\n")
    done = shop.sutaza("changelog", "fix")
    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert "has no entry in `docs/CHANGELOG.md`, which does not exist" in done.stdout
    assert not (shop.path / LOG).exists()


def test_fix_says_what_is_left_of_a_line_that_it_put_right(shop: Checkout) -> None:
    shop.stage("src/api/a.py", "x = 2\n")
    shop.write(LOG, "- fix: update\n")
    shop.write("docs/changelog.d/a.md", "A fee\n")
    done = shop.sutaza("changelog", "fix")
    assert done.stdout.splitlines() == [
        f"{LOG}:1: - [{TODAY}] - [1.2.0] - [api] - [Fixed] - [update]",
        f"{LOG}:1: left: description `update` does not say what changed",
        "docs/changelog.d/a.md:1: left: a fragment holds entries alone",
    ]


def test_fix_has_nothing_to_say_of_what_needs_no_entry(shop: Checkout) -> None:
    assert (done := shop.sutaza("changelog", "fix")).returncode == 0
    assert (done.stdout, done.stderr) == ("", "")


def test_fix_puts_no_new_date_on_old_entries(shop: Checkout) -> None:
    old = "- [2019-03-01] - [1.0.0] - [core] - [Add] - [Payments by card]\n"
    shop.commit((LOG, old))
    shop.stage("src/api/a.py", "x = 2\n")
    shop.stage(LOG, OLD.replace("by card", "by cash") + old)
    said = shop.sutaza("changelog", "fix", "--all-entries").stdout.splitlines()
    assert [each for each in said if each.startswith(f"{LOG}:2: left")] == []
    assert log(shop).split("\n", 1)[1] == old.replace("Add", "Added")


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
    assert [name[:-12] for name in names] == [f"{TODAY}-fee-number-{n}-at-last" for n in (1, 2)]
    done = shop.sutaza("changelog", "collect")
    assert done.stderr == (
        "collected 2 into docs/CHANGELOG.md; "
        "now run `git add -A docs/CHANGELOG.md docs/changelog.d`\n"
    )
    shop.git("add", "-A", "docs/CHANGELOG.md", "docs/changelog.d")
    assert [entry.fields.description[:12] for entry in parse(log(shop)).entries] == [
        "Fee number 1",
        "Fee number 2",
        "Payments by ",
    ]
    assert list((shop.path / "docs/changelog.d").iterdir()) == []
    assert shop.sutaza("check").returncode == 0


def test_a_fragment_is_never_written_over(shop: Checkout) -> None:
    shop.stage("src/api/b.py", "y = 1\n")
    add = ("changelog", "add", "--fragment", "-m")
    for said in ("A fee on payments", "A fee on payments by card", "修复登录", "修复登出"):
        assert shop.sutaza(*add, said).returncode == 0
    folder = shop.path / "docs/changelog.d"
    was = {each: each.read_text() for each in folder.iterdir()}
    assert len(was) == 4
    done = shop.sutaza(*add, "A fee on payments")
    assert done.returncode == 2
    assert "holds this entry already; give another `--message`" in done.stderr
    assert {each: each.read_text() for each in folder.iterdir()} == was


def test_fragments_are_kept_and_collected_where_the_configuration_says(shop: Checkout) -> None:
    places = "changelog:\n  path: NEWS.md\n  fragments: my news\n"
    shop.stage(".sutaza.yaml", CONFIG + places)
    shop.stage("src/api/b.py", "y = 1\n")
    shop.sutaza("changelog", "add", "--fragment", "-m", "A fee on payments")
    (fragment,) = (shop.path / "my news").iterdir()
    (shop.path / "my news" / "b.md").write_text(fragment.read_text())
    done = shop.sutaza("changelog", "collect")
    assert done.stderr.splitlines() == [
        "my news/b.md:1: the changelog has this entry already",
        "collected 2 into NEWS.md; now run `git add -A NEWS.md 'my news'`",
    ]
    assert (shop.path / "NEWS.md").read_text().count("A fee on payments") == 1
    shop.git("add", "-A", "NEWS.md", "my news")


def test_fix_puts_fragments_right_so_that_they_can_be_collected(shop: Checkout) -> None:
    """Also one that was committed past the gate: it could not be collected otherwise."""
    folder = "docs/changelog.d"
    old = "- [2020-03-01] - [1.0.0] - [api] - [Added] - [Payments by card]\n"
    shop.commit((f"{folder}/a.md", "- feat: payments by cash\n"), (f"{folder}/b.md", old))
    shop.write(f"{folder}/c.md", "- fix: the rounding\n")
    shop.write(f"{folder}/README.md", "- one file a change\n")
    shop.stage("src/api/a.py", "x = 2\n")
    assert shop.sutaza("changelog", "collect").returncode == 2
    done = shop.sutaza("changelog", "fix")
    assert (done.returncode, done.stdout.splitlines()) == (
        1,
        [
            f"{folder}/a.md:1: - [{TODAY}] - [1.2.0] - [api] - [Added] - [payments by cash]",
            f"{folder}/c.md:1: - [{TODAY}] - [1.2.0] - [api] - [Fixed] - [the rounding]",
        ],
    )
    assert shop.sutaza("changelog", "fix").returncode == 0
    assert shop.sutaza("changelog", "collect").returncode == 0
    assert len(parse(log(shop)).entries) == 3


def test_what_cannot_be_collected_does_not_pass_the_gate(shop: Checkout) -> None:
    shop.stage("src/api/a.py", "x = 2\n")
    shop.stage("docs/changelog.d/a.md", "A fee on payments\n")
    assert shop.sutaza("changelog", "collect").returncode == 2
    done = shop.sutaza("check")
    assert done.returncode == 1
    assert "docs/changelog.d/a.md:1:1: [malformed-changelog-entry]" in done.stdout


def test_the_changelog_cannot_become_a_fragment(shop: Checkout) -> None:
    shop.commit((LOG, f"# Changelog\n\n{OLD}"))
    (shop.path / "docs/changelog.d").mkdir()
    shop.git("mv", LOG, "docs/changelog.d/old.md")
    done = shop.sutaza("check")
    assert done.returncode == 1
    said = f"an earlier entry was removed with `{LOG}`: `- [2026-03-01] - [1.0.0] - [core] - "
    assert said in done.stdout


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


@pytest.mark.parametrize("missing", ["base", "ours", "theirs"])
def test_a_file_that_is_missing_is_not_an_empty_changelog(repo: Checkout, missing: str) -> None:
    for name in {"base", "ours", "theirs"} - {missing}:
        repo.write(name, OLD)
    done = repo.sutaza("changelog", "merge-driver", "base", "ours", "theirs")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(f"error: {missing}: does not exist; give the three files")
    if missing != "ours":
        assert (repo.path / "ours").read_text() == OLD


def test_the_driver_says_what_it_cannot_read(repo: Checkout) -> None:
    repo.write("a", b"\xff\xfe\xfa")
    done = repo.sutaza("changelog", "merge-driver", "a", "a", "a")
    assert done.returncode == 2
    assert "cannot be read as UTF-8" in done.stderr


OLD_ENCODING = b"# Changelog\n\n- [2026-03-01] - [1.0.0] - [api] - [Added] - [Caf\xe9, \x80 3]\n"


def test_a_changelog_that_is_not_utf8_keeps_every_byte(shop: Checkout) -> None:
    shop.commit((LOG, OLD_ENCODING))
    shop.stage("src/api/b.py", "y = 1\n")
    shop.sutaza("changelog", "add", "-m", "A fee on payments", "--type", "Changed")
    line = f"- [{TODAY}] - [1.2.0] - [api] - [Changed] - [A fee on payments]\n".encode()
    whole = OLD_ENCODING.replace(b"- [2026", line + b"- [2026")
    assert (shop.path / LOG).read_bytes() == whole
    shop.git("add", LOG)
    assert shop.sutaza("check").returncode == 0
    shop.write(LOG, whole.replace(b"Changed", b"Chnaged"))
    assert shop.sutaza("changelog", "fix").returncode == 1
    assert (shop.path / LOG).read_bytes() == whole


def test_an_entry_that_is_not_utf8_is_put_right_byte_for_byte(shop: Checkout) -> None:
    shop.write(LOG, OLD_ENCODING.replace(b"Added", b"Adedd"))
    shop.sutaza("changelog", "fix", "--all-entries")
    assert (shop.path / LOG).read_bytes() == OLD_ENCODING


FOREIGN = {
    "a letter that the file has": (
        OLD_ENCODING,
        "Caf\u00e9s",
        "only ASCII can be added to it, and no",
    ),
    "a letter that Latin-1 lacks": (
        OLD_ENCODING,
        "Fees in \u20ac",
        "and no `\u20ac`; convert it to",
    ),
    "UTF-16": (OLD_ENCODING.decode("latin-1").encode("utf-16"), "A fee", "iconv -f utf-16 -t utf"),
    "a byte that is no character": (
        OLD_ENCODING,
        b"Fees \xff",
        "and no `\\xff`; convert it to UTF-8",
    ),
    "such a byte for a file in UTF-8": (
        b"",
        b"Fees \xff",
        "cannot be written: the text is not UTF",
    ),
}


@pytest.mark.parametrize(("there", "message", "said"), FOREIGN.values(), ids=FOREIGN.keys())
def test_what_has_no_sure_bytes_in_the_changelog_is_refused_in_one_line(
    shop: Checkout, there: bytes, message: str | bytes, said: str
) -> None:
    shop.write(LOG, there)
    shop.stage("src/api/b.py", "y = 1\n")
    command = [*SUTAZA, "changelog", "add", "-m", message]
    done = subprocess.run(command, cwd=shop.path, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(f"error: {LOG}: ") or not there
    assert said in done.stderr
    assert (shop.path / LOG).read_bytes() == there


def test_who_converts_the_changelog_rewrites_nothing(shop: Checkout) -> None:
    latin = OLD_ENCODING.replace(b"\x80", b"\xa7")
    shop.commit((LOG, latin))
    shop.stage(LOG, latin.decode("latin-1"))
    assert shop.sutaza("check").returncode == 0


TYPING = """
import os, pty, sys
pid, terminal = pty.fork()
if not pid: os.execv(sys.argv[2], sys.argv[2:])
os.write(terminal, sys.argv[1].encode())
said = b""
try:
    while part := os.read(terminal, 1024): said += part
except OSError:
    pass
print(said.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""


def typed(repo: Checkout, answers: str, *options: str) -> tuple[int, str]:
    """What `changelog add` says on a terminal at which somebody types."""
    command = [sys.executable, "-c", TYPING, answers, *SUTAZA, "changelog", "add", *options]
    done = subprocess.run(command, cwd=repo.path, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout


def test_the_description_is_typed_at_a_terminal(shop: Checkout) -> None:
    shop.stage("src/api/b.py", "y = 1\n")
    assert typed(shop, "A fee on payments\n")[0] == 0
    assert "[A fee on payments]" in log(shop)


MISTYPED = {
    "a component": (
        ("--component", "apo"),
        "api\nA fee\n",
        "component `apo` is not configured; write `api`, or `web`",
    ),
    "a component, twice": (("--component", "apo"), "\nap\napi\nA fee\n", "component `ap` is not"),
    "a type": (
        ("--type", "Aded"),
        "Added\nA fee\n",
        "`Aded` is no type; write `Added`, or one of `Changed`, ",
    ),
    "a type that is answered in a word of the same meaning": (
        ("--type", "Aded"),
        "feat\nA fee\n",
        "`Aded` is no type",
    ),
    "both": (("--type", "Aded", "--component", "apo"), "api\nAdded\nA fee\n", "is no type"),
    "a description": ((), "update\nA fee\n", "description `update` does not say what changed"),
    "a description that was given": (("-m", "update"), "A fee\n", "does not say what changed"),
    "a description that another entry has": (
        (),
        "Payments by card\nA fee\n",
        "another entry has this description; say what this change does",
    ),
}


@pytest.mark.parametrize(("options", "answers", "said"), MISTYPED.values(), ids=MISTYPED.keys())
def test_a_wrong_answer_is_asked_for_again_at_a_terminal(
    shop: Checkout, options: tuple[str, ...], answers: str, said: str
) -> None:
    shop.commit((LOG, f"# Changelog\n\n{OLD}"))
    shop.stage("src/api/b.py", "y = 1\n")
    code, told = typed(shop, answers, *options)
    assert code == 0, told
    assert said in told
    assert "error" not in told
    assert f"- [{TODAY}] - [1.2.0] - [api] - [Added] - [A fee]\n" in log(shop)


def test_what_no_description_could_mend_ends_the_command_before_it_is_typed(
    shop: Checkout,
) -> None:
    shop.stage("src/api/b.py", "y = 1\n")
    code, told = typed(shop, "", "--type", "Removed")
    assert code == 2
    assert "error: type is `Removed`, but the change removes nothing" in told
    assert "What changed" not in told
