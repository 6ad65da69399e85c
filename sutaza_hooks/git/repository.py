"""A repository, asked for a Change."""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from sutaza_hooks.change import Change, EveryLine, Merge, Patch, Tree
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git import diff
from sutaza_hooks.git.caller import Caller, caller
from sutaza_hooks.git.command import GitCommand
from sutaza_hooks.git.commit import Sort, own, sort_of
from sutaza_hooks.git.history import History, now
from sutaza_hooks.git.layout import layout
from sutaza_hooks.git.objects import Objects
from sutaza_hooks.git.staging import quarantine, write_tree
from sutaza_hooks.index import FILE, Index


class Files:
    """The files of one tree: what a Tree is made of."""

    def __init__(self, objects: Objects, tree: str) -> None:
        self._objects = objects
        self._tree = tree
        self._found: dict[str, str | None] = {}
        self.size = objects.size
        self.read = objects.read

    def find(self, path: str) -> str | None:
        if path not in self._found:
            entry = self._objects.entry(self._tree, path)
            self._found[path] = entry.id if entry and entry.regular else None
        return self._found[path]

    def exists(self, path: str) -> bool:
        return self._objects.entry(self._tree, path) is not None

    def names(self, folder: str) -> Sequence[str]:
        return self._objects.names(self._tree, folder)

    def paths(self) -> Sequence[str]:
        return self._paths

    def blobs(self, since: str = "") -> Mapping[str, str] | None:
        return self._objects.blobs(self._tree, since)

    def holding(self, blobs: Collection[str], names: Collection[str]) -> Mapping[str, str]:
        return self._objects.holding(self._tree, blobs, names)

    @cached_property
    def _paths(self) -> Sequence[str]:
        return list(self._objects.blobs(self._tree) or ())


class Repository:
    """A repository and its Changes. Every method raises SutazaError when Git cannot answer."""

    def __init__(self, directory: str, index: Index | None = None) -> None:
        self._layout = layout(directory)
        temporary = tempfile.TemporaryDirectory(prefix="sutaza-")
        self._command = GitCommand(directory, quarantine(temporary.name, self._layout.objects))
        weakref.finalize(self._command, temporary.cleanup)  # trees may outlive the repository
        self._objects = Objects(self._command)
        self._history = History(self._command, self._objects, self._layout)
        self.root = self._layout.root
        self.common_dir = self._layout.common_dir
        self.bare = self._layout.bare
        self.index = index or Index(self.common_dir / "sutaza" / FILE)

    @property
    def message_file(self) -> Path:
        """Where Git keeps the message of the commit that is being made."""
        return self._layout.message_file

    def tree(self, name: str) -> Tree | None:
        """The tree that a name stands for: a commit, a tag, a tree; None if there is none."""
        id = self._history.tree(name)
        return None if id is None else self._tree(id)

    def content(self, blob: str) -> bytes:
        """Of a blob. Raises SutazaError when this clone lacks it."""
        return self._objects.read(blob)

    @property
    def tags(self) -> tuple[int, ...]:
        """What changes whenever a tag does: when the files that hold tags were written, in ns."""
        names = ("refs/tags", "packed-refs", "reftable")
        files = (self.common_dir / name for name in names)
        return tuple(file.stat().st_mtime_ns if file.exists() else 0 for file in files)

    def staged(self, message: str | None = None) -> Change:
        """What `git commit` would commit now, also when it is about to amend or to merge."""
        after = self._staged_tree
        asked = self._caller
        amends = asked.amends and self._history.tree("HEAD") != after
        parents = self._history.parents(amends)
        before = self._history.known(parents[0]) if parents else self.empty_tree
        first = self._patches(before, after)
        others = [self._patches(self._history.known(each), after) for each in parents[1:]]
        patches = own([first, *others]) if others else first
        sort = self._sort(message, asked, len(parents), patches)
        return replace(
            self._change(before, after, patches),
            message=message,
            commit=sort.commit,
            commit_reason=sort.reason,
            brought=frozenset({each.path for each in first} - {each.path for each in patches}),
            merges=(self._merge("", parents, after),) if others else (),
        )

    def between(self, since: str, until: str) -> Change:
        """What a range brings: from the merge base of its two ends, as a pull request shows it.

        An empty `since` stands for the beginning of history.
        """
        history = self._history
        before = history.known(history.base(since, until)) if since else self.empty_tree
        after = history.known(until)
        patches = self._patches(before, after)
        change = self._change(before, after, patches)
        merges = (
            self._merge(name, parents, name) for name, *parents in history.merges(since, until)
        )
        change = replace(change, mode="range", date=history.date(until), merges=tuple(merges))
        commit = history.only_commit(since, until)
        if commit is None:
            return change
        message = history.message(commit)
        sort = sort_of(self._command, self._objects, message, 1, patches)
        if sort.commit == "fixup":  # what is shared will not be squashed any more
            sort = Sort()
        return replace(change, message=message, commit=sort.commit, commit_reason=sort.reason)

    def commits(self, since: str, until: str) -> Sequence[str]:
        """The commits of a range that have one parent, the oldest first."""
        return self._history.commits(since, until)

    def everything(self) -> Change:
        """An audit: every staged file whole, or those of HEAD in a bare repository."""
        after = self._history.known("HEAD") if self._layout.bare else self._staged_tree
        change = self._change(self.empty_tree, after, ())
        judged = tuple(_whole(change.after, path) for path in change.after)
        return replace(change, mode="all-files", judged=judged, has_base=False)

    def files(self, paths: Sequence[str], change: Change) -> Change:
        """The change narrowed to files: those in it by their added lines, the others whole.

        Deleted files stay, since no runner ever names them.
        """
        expanded = (each for path in paths for each in self._expanded(path, change))
        wanted = [path for path in expanded if path not in change.brought]
        changed = {patch.path: patch for patch in change.patches}
        named = dict.fromkeys(path for path in wanted if path in changed or path in change.after)
        deleted = (each for each in change.patches if each.kind == "deleted")
        gone = [each for each in deleted if each.path not in named]
        if change.mode == "range":
            inside = [changed[path] for path in named if path in changed]
            return replace(change, judged=(*inside, *gone))
        judged = [changed.get(path) or _whole(change.after, path) for path in named]
        based = bool(change.patches) or change.commit != "ordinary"
        return replace(change, mode="files", judged=(*judged, *gone), has_base=based)

    def unknown(self, paths: Sequence[str], change: Change) -> Sequence[str]:
        """Which of the paths name nothing that Git knows of."""
        deleted = {patch.path for patch in change.patches}
        rooted = {path: self._layout.rooted(path) for path in paths}
        return [
            path
            for path, root in rooted.items()
            if root not in (*deleted, ".") and not change.after.exists(root)
        ]

    def _expanded(self, path: str, change: Change) -> Sequence[str]:
        """The path from the root or, for a folder, the files in it."""
        rooted = self._layout.rooted(path)
        if rooted != "." and (rooted in change.after or not change.after.exists(rooted)):
            return [rooted]
        inside = "" if rooted == "." else f"{rooted}/"
        return [each for each in change.after if each.startswith(inside)] or [rooted]

    @cached_property
    def empty_tree(self) -> str:
        """Its hash depends on the object format, so Git is asked."""
        return self._command.run("hash-object", "-t", "tree", os.devnull).decode().strip()

    @cached_property
    def _staged_tree(self) -> str:
        if self._layout.bare:
            raise SutazaError("a bare repository has nothing staged; use `--range A..B`")
        return write_tree(self._command, self._layout)

    @cached_property
    def _caller(self) -> Caller:
        """Asked only inside a hook: `git commit` sets GIT_INDEX_FILE for its hooks."""
        inside = "GIT_INDEX_FILE" in os.environ or "GIT_REFLOG_ACTION" in os.environ
        return caller(self._layout.git_dir) if inside else Caller()

    def _patches(self, before: str, after: str) -> tuple[Patch, ...]:
        return diff.patches(self._command, self._objects, before, after)

    def _change(self, before: str, after: str, patches: tuple[Patch, ...]) -> Change:
        return Change(
            mode="staged",
            before=self._tree(before),
            after=self._tree(after),
            date=now(),
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

    def _merge(self, name: str, parents: Sequence[str], result: str) -> Merge:
        def base() -> Tree | None:
            common = self._history.common(parents)
            return self.tree(common) if common else None

        trees = tuple(self._tree(self._history.known(each)) for each in parents)
        return Merge(name, trees, self._tree(self._history.known(result)), base)

    def _released(self, version: str) -> Tree | None:
        bare = version.removeprefix("v")
        trees = (self.tree(f"refs/tags/{prefix}{bare}") for prefix in ("v", ""))
        return next((tree for tree in trees if tree is not None), None)

    def _tree(self, id: str) -> Tree:
        return Tree(id, Files(self._objects, id), self.index)


def _whole(tree: Tree, path: str) -> Patch:
    return Patch(path, "added", added=EveryLine(tree, path))
