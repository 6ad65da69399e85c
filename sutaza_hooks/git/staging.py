"""The staging file, what Git calls the index: read through a private copy, never touched."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git.command import GitCommand
from sutaza_hooks.git.layout import Layout

_ALTERNATES = "GIT_ALTERNATE_OBJECT_DIRECTORIES"


def quarantine(folder: str, objects: str) -> dict[str, str]:
    """An environment in which new objects go to a temporary folder, beside the repository's.

    The same form as the quarantine of git-receive-pack(1): nothing that is made while judging
    stays behind, and a repository that cannot be written to can be judged.
    """
    known = [_quoted(objects), *filter(None, [os.environ.get(_ALTERNATES)])]
    return {"GIT_OBJECT_DIRECTORY": folder, _ALTERNATES: os.pathsep.join(known)}


def _quoted(path: str) -> str:
    """A path as GIT_ALTERNATE_OBJECT_DIRECTORIES wants it, see git(1)."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def write_tree(command: GitCommand, layout: Layout) -> str:
    """The hash of the tree that `git commit` would make of the staging file.

    `git write-tree` locks and rewrites the file that it reads, and four at once collide, so it
    is given a copy. It also compares files on disk that may have changed within the clock's
    grain, through the filters that a repository configures; it is run where there are no files.
    """
    with tempfile.TemporaryDirectory(prefix="sutaza-") as folder:
        copy, nothing = Path(folder, "index"), Path(folder, "nothing")
        nothing.mkdir()
        if layout.staging_file.exists():
            shutil.copyfile(layout.staging_file, copy)
        environment = {
            "GIT_DIR": str(layout.git_dir),
            "GIT_INDEX_FILE": str(copy),
            "GIT_WORK_TREE": str(nothing),
        }
        try:
            output = command.within(str(nothing), environment).run("write-tree", "--missing-ok")
        except SutazaError as error:
            raise _explained(command, error) from error
    return output.decode().strip()


def _explained(command: GitCommand, error: SutazaError) -> SutazaError:
    unmerged = {row.partition("\t")[2] for row in command.fields("ls-files", "-u", "-z")}
    if not unmerged:
        return error
    first = sorted(unmerged)[0]
    more = f" and {len(unmerged) - 1} more" if len(unmerged) > 1 else ""
    return SutazaError(f"{first}{more}: merge conflict; resolve it and `git add` the result")
