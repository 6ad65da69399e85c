"""Commits and the names that lead to them; what is missing is said with the way to get it."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git.command import GitCommand
from sutaza_hooks.git.layout import Layout
from sutaza_hooks.git.objects import Objects

_COMMITTED = re.compile(rb"^committer .*> (\d+) ([+-]\d{4})$", re.MULTILINE)
_PARENT = re.compile(rb"^parent ([0-9a-f]+)$", re.MULTILINE)


class History:
    """The commits of a repository. Names are what git-rev-parse(1) takes."""

    def __init__(self, command: GitCommand, objects: Objects, layout: Layout) -> None:
        self._command = command
        self._objects = objects
        self._layout = layout

    def tree(self, name: str) -> str | None:
        """The tree of a commit, a tag or a tree, or None where there is none of that name."""
        header = self._objects.header(f"{name}^{{tree}}")
        return None if header is None else header.id

    def known(self, name: str) -> str:
        """The same for a name that has to be there. Raises SutazaError where it is not."""
        tree = self.tree(name)
        if tree is None:
            how = "git fetch --unshallow" if self._layout.shallow else "git fetch --all"
            raise SutazaError(f"`{name}` is not in this clone; run `{how}`, or look at the name")
        return tree

    def base(self, since: str, until: str) -> str:
        """The merge base, or `since` itself when the ends share no history or are no commits.

        Raises SutazaError where the history that would tell is missing.
        """
        self.known(since), self.known(until)
        try:
            return self._command.lines("merge-base", since, until)[0]
        except SutazaError as error:
            if self._layout.shallow:
                raise SutazaError(
                    f"`{since}` and `{until}` have no common commit in this shallow clone; "
                    "run `git fetch --unshallow`"
                ) from error
            return since

    def parents(self, amends: bool) -> Sequence[str]:
        """The parents that the next commit will have."""
        if self.tree("HEAD") is None:
            return []
        if not amends:
            return ["HEAD", *self._merged()]
        parents = [each.decode() for each in _PARENT.findall(self._objects.read("HEAD"))]
        if not all(map(self.tree, parents)):
            raise SutazaError("this shallow clone lacks HEAD^; run `git fetch --deepen=1`")
        return parents

    def only_commit(self, since: str, until: str) -> str | None:
        """The commit of a range that has one; an empty `since` is the beginning of history."""
        try:
            ends = f"{since}..{until}" if since else until
            commits = self._command.lines("rev-list", "--max-count=2", ends)
        except SutazaError:  # the ends are trees
            return None
        return commits[0] if len(commits) == 1 else None

    def commits(self, since: str, until: str) -> Sequence[str]:
        """The commits of a range that have one parent, the oldest first."""
        self.known(since), self.known(until)
        asked = ("--max-parents=1", "--min-parents=1", "--reverse", f"{since}..{until}")
        return self._command.lines("rev-list", *asked)

    def merges(self, since: str, until: str) -> Sequence[Sequence[str]]:
        """The merges of a range, each with its parents behind it."""
        try:
            ends = f"{since}..{until}" if since else until
            rows = self._command.lines("rev-list", "--merges", "--parents", ends)
        except SutazaError:  # the ends are trees
            return []
        return [row.split(" ") for row in rows]

    def common(self, commits: Sequence[str]) -> str | None:
        """The best common ancestor of all the commits, if they have one."""
        try:
            return self._command.lines("merge-base", "--octopus", *commits)[0]
        except SutazaError:
            return None

    def message(self, commit: str) -> str:
        return self._objects.read(commit).partition(b"\n\n")[2].decode("utf-8", "replace")

    def date(self, name: str) -> datetime:
        """When the commit was made, so that a later check of it gives the same verdict."""
        header = self._objects.header(f"{name}^{{commit}}")
        written = header and _COMMITTED.search(self._objects.read(header.id))
        if not written:
            return now()
        hours, minutes = int(written[2][:3]), int(written[2][:1] + written[2][3:])
        zone = timezone(timedelta(hours=hours, minutes=minutes))
        return datetime.fromtimestamp(int(written[1]), zone)

    def _merged(self) -> Sequence[str]:
        """The heads being merged in. Git writes MERGE_HEAD only after pre-merge-commit has run."""
        try:
            return (self._layout.git_dir / "MERGE_HEAD").read_text().split()
        except OSError:
            action = os.environ.get("GIT_REFLOG_ACTION", "")
            if not action.startswith(("merge", "pull")):
                return []
            return [name[8:] for name in os.environ if name.startswith("GITHEAD_")]


def now() -> datetime:
    return datetime.now(timezone.utc).astimezone()
