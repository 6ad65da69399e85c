"""Where the hooks come from that `sutaza init` writes down."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Checkout

HOME = "https://github.com/sutaza/sutaza_hooks"
RELEASE = (HOME, "v0.1.0")
COMMIT = "1f" * 20
BACKEND = """
import pathlib, zipfile

def build_wheel(folder, config_settings=None, metadata_directory=None):
    about = "sutaza_hooks-0.1.0.dist-info"
    files = {
        "METADATA": "Metadata-Version: 2.1\\nName: sutaza-hooks\\nVersion: 0.1.0\\n",
        "WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
        "RECORD": "",
    }
    name = "sutaza_hooks-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder) / name, "w") as wheel:
        for file, text in files.items():
            wheel.writestr(f"{about}/{file}", text)
    return name
"""
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""


def installed(folder: Path, recorded: object = None) -> str:
    """A PYTHONPATH on which the program is found as an installer left it that recorded this."""
    about = folder / "site" / "sutaza_hooks-0.1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: sutaza-hooks\nVersion: 0.1.0\n")
    if recorded is not None:
        words = recorded if isinstance(recorded, str) else json.dumps(recorded)
        (about / "direct_url.json").write_text(words)
    return found_in(folder / "site")


def found_in(site: Path) -> str:
    return os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH"))))


def written(repo: Checkout, path: str, *options: str) -> tuple[str, str]:
    """The repository and the revision that `sutaza init` writes down."""
    done = repo.sutaza("init", *options, PYTHONPATH=path)
    assert done.returncode == 0, done.stderr
    found = yaml.safe_load((repo.path / ".pre-commit-config.yaml").read_text())["repos"][-1]
    shown = f"; its hooks come from\n  {found['repo']} at {found['rev'][:12]}\n"
    assert shown in done.stdout
    local = found["repo"].startswith(("/", "file:"))
    assert ("which is on this machine alone" in done.stdout) is local
    return found["repo"], found["rev"]


def git(url: str, **more: Any) -> dict[str, Any]:
    return {"url": url, "vcs_info": {"vcs": "git", "commit_id": COMMIT}, **more}


RECORDED = {
    "a registry": (None, RELEASE),
    "a wheel": ({"url": "https://e.com/a.whl", "archive_info": {"hash": "sha256=1"}}, RELEASE),
    "a folder that is no clone": ({"url": "file:///nowhere", "dir_info": {}}, RELEASE),
    "Mercurial": (
        {"url": "https://e.com/a", "vcs_info": {"vcs": "hg", "commit_id": COMMIT}},
        RELEASE,
    ),
    "a folder of a Git repository": (git("https://e.com/a.git", subdirectory="gate"), RELEASE),
    "no JSON": ("{", RELEASE),
    "another form": ("[]", RELEASE),
    "a form without a URL": ({"vcs_info": {"vcs": "git", "commit_id": COMMIT}}, RELEASE),
    "a form without a commit": ({"url": HOME, "vcs_info": {"vcs": "git"}}, RELEASE),
    "Git": (git("https://e.com/a.git"), ("https://e.com/a.git", COMMIT)),
    "Git over SSH": (git("ssh://git@e.com/a.git"), ("ssh://git@e.com/a.git", COMMIT)),
    "Git with a token": (git("https://me:secret@e.com/a.git"), ("https://e.com/a.git", COMMIT)),
    "Git on this machine": (git("file:///srv/a b.git"), ("file:///srv/a b.git", COMMIT)),
}


@pytest.mark.parametrize(("recorded", "entry"), RECORDED.values(), ids=RECORDED.keys())
def test_what_an_installer_recorded(
    repo: Checkout, tmp_path: Path, recorded: object, entry: tuple[str, str]
) -> None:
    assert written(repo, installed(tmp_path, recorded)) == entry


def test_a_clone_on_disk_is_named_at_its_commit(repo: Checkout, tmp_path: Path) -> None:
    clone = Checkout(tmp_path / "a clone")
    subprocess.run(["git", "init", "-q", clone.path], check=True)
    url = clone.path.as_uri()
    path = installed(tmp_path, {"url": url, "dir_info": {"editable": True}})
    assert written(repo, path) == RELEASE  # nothing is committed that a runner could clone
    (repo.path / ".pre-commit-config.yaml").unlink()
    commit = clone.commit(("a", ""))
    assert written(repo, path) == (str(clone.path), commit)


def test_a_folder_within_another_repository_is_no_clone(repo: Checkout, tmp_path: Path) -> None:
    inner = repo.path / "gate"
    inner.mkdir()
    repo.commit(("gate/a", ""))
    assert written(repo, installed(tmp_path, {"url": inner.as_uri(), "dir_info": {}})) == RELEASE


OPTIONS = {
    "both": (("--repo", "https://e.com/b", "--rev", "v9"), ("https://e.com/b", "v9")),
    "a repository, of which the release has a tag": (
        ("--repo", "https://e.com/b"),
        ("https://e.com/b", "v0.1.0"),
    ),
    "a revision": (("--rev", "v9"), ("https://e.com/a.git", "v9")),
}


@pytest.mark.parametrize(("options", "entry"), OPTIONS.values(), ids=OPTIONS.keys())
def test_what_is_given_counts(
    repo: Checkout, tmp_path: Path, options: tuple[str, ...], entry: tuple[str, str]
) -> None:
    path = installed(tmp_path, git("https://e.com/a.git"))
    assert written(repo, path, *options) == entry


@pytest.mark.parametrize("over_git", [True, False], ids=["over Git", "from the folder"])
def test_pip_records_it_so(repo: Checkout, tmp_path: Path, over_git: bool) -> None:
    """The real pip, without a network: an empty project of this name and a backend of its own."""
    source = Checkout(tmp_path / "source")
    subprocess.run(["git", "init", "-q", source.path], check=True)
    commit = source.commit(("pyproject.toml", PYPROJECT), ("backend.py", BACKEND))
    asked = f"git+{source.path.as_uri()}" if over_git else str(source.path)
    site = tmp_path / "site"
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--target", str(site))
    pip = [sys.executable, "-m", "pip", "install", "-q", *options, asked]
    subprocess.run(pip, check=True, cwd=tmp_path)
    repo_said, rev = written(repo, found_in(site))
    assert (repo_said, rev) == (source.path.as_uri() if over_git else str(source.path), commit)
