"""Where a repository keeps its things, and what sort of clone it is."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import NamedTuple

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git.command import GitCommand

_ASKED = (
    "--path-format=absolute",
    "--git-dir",
    "--git-common-dir",
    "--git-path",
    "index",
    "--git-path",
    "objects",
    "--is-bare-repository",
    "--is-shallow-repository",
    "--show-prefix",
)


class Layout(NamedTuple):
    """What `git rev-parse` tells of the repository that a directory is in."""

    directory: str
    git_dir: Path
    common_dir: Path
    staging_file: Path
    objects: str
    bare: bool
    shallow: bool
    prefix: str
    """The directory, relative to the root, with a slash at its end unless it is empty."""

    @property
    def root(self) -> Path:
        """The top folder of the working tree."""
        ups = [".."] * self.prefix.count("/")
        return Path(os.path.normpath(os.path.join(self.directory, *ups)))

    @property
    def message_file(self) -> Path:
        """The message of the commit that is being made: of the two files the one written last.

        `git merge` has one of its own, and what the other holds then is of an earlier commit.
        """
        files = (self.git_dir / name for name in ("COMMIT_EDITMSG", "MERGE_MSG"))
        standing = [file for file in files if file.exists()]
        newest = max(standing, key=lambda file: file.stat().st_mtime_ns, default=None)
        return newest or self.git_dir / "COMMIT_EDITMSG"

    def rooted(self, path: str) -> str:
        """A path that the user or a runner gave, relative to the root."""
        folder, name = os.path.split(os.path.normpath(os.path.join(self.directory, path)))
        absolute = os.path.join(os.path.realpath(folder), name)  # the file itself may be a link
        return PurePath(os.path.relpath(absolute, os.path.realpath(self.root))).as_posix()


def layout(directory: str) -> Layout:
    """Raises SutazaError where there is no repository that Git may read."""
    output = GitCommand(directory).run("rev-parse", *_ASKED)
    lines = os.fsdecode(output).removesuffix("\n").split("\n")
    if len(lines) > len(_ASKED):
        raise SutazaError(f"{directory!r}: a path that holds a line feed; move the repository")
    git_dir, common_dir, staging_file, objects, bare, shallow, *prefix = lines
    return Layout(
        directory=directory,
        git_dir=Path(git_dir),
        common_dir=Path(common_dir),
        staging_file=Path(staging_file),
        objects=objects,
        bare=bare == "true",
        shallow=shallow == "true",
        prefix="".join(prefix),
    )
