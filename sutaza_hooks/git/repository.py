"""A repository, asked for a Change."""

from __future__ import annotations

import os
import re
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path, PurePath

from sutaza_hooks.change import Change, EveryLine, Patch, Tree
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git import diff
from sutaza_hooks.git.caller import Caller, caller
from sutaza_hooks.git.command import GitCommand
from sutaza_hooks.git.commit import Sort, own, sort_of
from sutaza_hooks.git.objects import Objects
from sutaza_hooks.git.staging import quarantine, write_tree
from sutaza_hooks.index import FILE, Index

_LAYOUT = (
    "--path-format=absolute",
    "--git-dir",
    "--git-common-dir",
    "--git-path",
    "index",
    "--git-path",
    "objects",
    "--is-bare-repository",
    "--is-shallow-repository",
    "--show-object-format",
    "--show-prefix",
)
_COMMITTED = re.compile(rb"^committer .*> (\d+) ([+-]\d{4})$", re.MULTILINE)


class Files:
    """The files of one tree: what a Tree is made of."""

    def __init__(self, objects: Objects, tree: str) -> None:
        self._objects = objects
        self._tree = tree
        self.size = objects.size
        self.read = objects.read

    def find(self, path: str) -> str | None:
        entry = self._objects.entry(self._tree, path)
        return entry.id if entry and entry.regular else None

    def paths(self) -> Sequence[str]:
        return self._paths

    @cached_property
    def _paths(self) -> Sequence[str]:
        return self._objects.files(self._tree)


class Repository:
    """A repository and its Changes. Every method raises SutazaError when Git cannot answer."""

    def __init__(self, directory: str, index: Index | None = None) -> None:
        lines = GitCommand(directory).lines("rev-parse", *_LAYOUT)
        git_dir, common_dir, staging_file, objects, bare, shallow, _, *prefix = lines
        self.git_dir = Path(git_dir)
        self.common_dir = Path(common_dir)
        self.bare = bare == "true"
        self.shallow = shallow == "true"
        self._prefix = prefix[0] if prefix else ""
        self._directory = directory
        self._staging_file = Path(staging_file)
        temporary = tempfile.TemporaryDirectory(prefix="sutaza-")
        weakref.finalize(self, temporary.cleanup)
        self._command = GitCommand(directory, quarantine(temporary.name, objects))
        self._objects = Objects(self._command)
        self.index = index or Index(self.common_dir / "sutaza" / FILE)

    @property
    def root(self) -> Path:
        """The top folder of the working tree."""
        ups = self._prefix.count("/")
        return Path(os.path.normpath(os.path.join(self._directory, *[".."] * ups)))

    def tree(self, name: str) -> Tree | None:
        """The tree that a name stands for: a commit, a tag, a tree; None if there is none."""
        header = self._objects.header(f"{name}^{{tree}}")
        return None if header is None else self._tree(header.id)

    def staged(self, message: str | None = None) -> Change:
        """What `git commit` would commit now, also when it is about to amend or to merge."""
        after = self._staged_tree
        asked = self._caller
        amends = asked.amends and self._header("HEAD^{tree}") != after
        parents = self._parents("HEAD" if not amends else "HEAD^1", amends)
        before = self._header(f"{parents[0]}^{{tree}}") if parents else None
        patches = self._patches(parents, before or self.empty_tree, after)
        change = self._change(before or self.empty_tree, after, patches)
        sort = self._sort(message, asked, len(parents), patches)
        return replace(change, message=message, commit=sort.commit, commit_reason=sort.reason)

    def between(self, since: str, until: str) -> Change:
        """What a range brings: from the merge base of its two ends, as a pull request shows it.

        An empty `since` stands for the beginning of history.
        """
        base = self._base(since, until) if since else self.empty_tree
        before, after = self._known(base), self._known(until)
        patches = diff.patches(self._command, self._objects, before, after)
        change = replace(self._change(before, after, patches), mode="range")
        commits = self._commits(since, until)
        if len(commits) != 1:
            return replace(change, date=self._date(until))
        message = self._message(commits[0])
        sort = sort_of(self._command, self._objects, message, 1, patches)
        return replace(
            change,
            message=message,
            date=self._date(until),
            commit=sort.commit,
            commit_reason=sort.reason,
        )

    def everything(self) -> Change:
        """An audit: every staged file whole, or those of HEAD in a bare repository."""
        after = self._known("HEAD") if self.bare else self._staged_tree
        change = self._change(self.empty_tree, after, ())
        judged = tuple(_whole(change.after, path) for path in change.after)
        return replace(change, mode="all-files", judged=judged, has_base=False)

    def files(self, paths: Sequence[str], change: Change) -> Change:
        """The change narrowed to files: those in it by their added lines, the others whole.

        Deleted files stay, since no runner ever names them.
        """
        wanted = [self._rooted(path) for path in paths]
        changed = {patch.path: patch for patch in change.patches}
        named = dict.fromkeys(path for path in wanted if path in changed or path in change.after)
        gone = [
            each for each in change.patches if each.kind == "deleted" and each.path not in named
        ]
        if change.mode == "range":
            return replace(
                change, judged=(*(changed[each] for each in named if each in changed), *gone)
            )
        judged = [changed.get(path) or _whole(change.after, path) for path in named]
        based = bool(change.patches) or change.commit != "ordinary"
        return replace(change, mode="files", judged=(*judged, *gone), has_base=based)

    def unknown(self, paths: Sequence[str], change: Change) -> Sequence[str]:
        """Which of the paths name nothing that Git knows of."""
        deleted = {patch.path for patch in change.patches}
        rooted = {path: self._rooted(path) for path in paths}
        return [
            path
            for path, root in rooted.items()
            if root not in deleted and self._objects.entry(change.after.id, root) is None
        ]

    @cached_property
    def empty_tree(self) -> str:
        """Its hash depends on the object format, so Git is asked."""
        return self._command.run("hash-object", "-t", "tree", os.devnull).decode().strip()

    @cached_property
    def _staged_tree(self) -> str:
        if self.bare:
            raise SutazaError("a bare repository has nothing staged; use `--range A..B`")
        return write_tree(self._command, self.git_dir, self._staging_file)

    @cached_property
    def _caller(self) -> Caller:
        """Asked only inside a hook: `git commit` sets GIT_INDEX_FILE for its hooks."""
        inside = "GIT_INDEX_FILE" in os.environ or "GIT_REFLOG_ACTION" in os.environ
        return caller() if inside else Caller()

    def _header(self, name: str) -> str | None:
        header = self._objects.header(name)
        return None if header is None else header.id

    def _known(self, name: str) -> str:
        """The tree of a name that the user gave."""
        tree = self._header(f"{name}^{{tree}}")
        if tree is None:
            how = "git fetch --unshallow" if self.shallow else f"git fetch origin {name}"
            raise SutazaError(f"`{name}` is not in this clone; run `{how}`")
        return tree

    def _base(self, since: str, until: str) -> str:
        """The merge base, or `since` itself when the ends share no history or are no commits."""
        self._known(since), self._known(until)
        try:
            return self._command.lines("merge-base", since, until)[0]
        except SutazaError as error:
            if self.shallow:
                raise SutazaError(
                    f"`{since}` and `{until}` have no common commit in this shallow clone; "
                    "run `git fetch --unshallow`"
                ) from error
            return since

    def _parents(self, first: str, amends: bool) -> Sequence[str]:
        """The parents that the commit will have."""
        if self._header(f"{first}^{{tree}}") is None:
            if amends and self.shallow and b"\nparent " in self._objects.read("HEAD"):
                raise SutazaError("this shallow clone lacks HEAD^; run `git fetch --deepen=1`")
            return []
        if amends:
            return [first, *filter(self._header, ("HEAD^2",))]
        return [first, *self._merged()]

    def _merged(self) -> Sequence[str]:
        """The heads being merged in. Git writes MERGE_HEAD only after pre-merge-commit has run."""
        try:
            return (self.git_dir / "MERGE_HEAD").read_text().split()
        except OSError:
            action = os.environ.get("GIT_REFLOG_ACTION", "")
            if not action.startswith(("merge", "pull")):
                return []
            return [name[8:] for name in os.environ if name.startswith("GITHEAD_")]

    def _patches(self, parents: Sequence[str], before: str, after: str) -> tuple[Patch, ...]:
        first = diff.patches(self._command, self._objects, before, after)
        trees = [self._known(parent) for parent in parents[1:]]
        others = [diff.patches(self._command, self._objects, tree, after) for tree in trees]
        return own([first, *others]) if others else first

    def _change(self, before: str, after: str, patches: tuple[Patch, ...]) -> Change:
        return Change(
            mode="staged",
            before=self._tree(before),
            after=self._tree(after),
            date=datetime.now(timezone.utc).astimezone(),
            patches=patches,
            judged=patches,
            released=self._released,
        )

    def _sort(
        self, message: str | None, asked: Caller, parents: int, patches: Sequence[Patch]
    ) -> Sort:
        if message is not None and asked.rebases:
            return Sort("pick", "commit of a rebase, judged when it is pushed")
        words = asked.message if message is None else message
        return sort_of(self._command, self._objects, words, parents, patches)

    def _released(self, version: str) -> Tree | None:
        bare = version.removeprefix("v")
        trees = (self.tree(f"refs/tags/{prefix}{bare}") for prefix in ("v", ""))
        return next((tree for tree in trees if tree is not None), None)

    def _commits(self, since: str, until: str) -> Sequence[str]:
        try:
            ends = f"{since}..{until}" if since else until
            return self._command.lines("rev-list", "--max-count=2", ends)
        except SutazaError:  # the ends are trees
            return []

    def _message(self, commit: str) -> str:
        return self._objects.read(commit).partition(b"\n\n")[2].decode("utf-8", "replace")

    def _date(self, name: str) -> datetime:
        """When the commit was made, so that a later check of it gives the same verdict."""
        commit = self._header(f"{name}^{{commit}}")
        written = commit and _COMMITTED.search(self._objects.read(commit))
        if not written:
            return datetime.now(timezone.utc).astimezone()
        hours, minutes = int(written[2][:3]), int(written[2][:1] + written[2][3:])
        zone = timezone(timedelta(hours=hours, minutes=minutes))
        return datetime.fromtimestamp(int(written[1]), zone)

    def _tree(self, id: str) -> Tree:
        return Tree(id, Files(self._objects, id), self.index)

    def _rooted(self, path: str) -> str:
        """A path that the user or a runner gave, relative to the repository's root."""
        absolute = os.path.normpath(os.path.join(self._directory, path))
        return PurePath(os.path.relpath(absolute, self.root)).as_posix()


def _whole(tree: Tree, path: str) -> Patch:
    return Patch(path, "added", added=EveryLine(tree, path))
