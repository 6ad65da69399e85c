"""What a rule is given: two trees, the patches between them, and what is known of the commit."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, overload

from sutaza_hooks.diagnostic import Location
from sutaza_hooks.facts import Facts
from sutaza_hooks.index import Index
from sutaza_hooks.languages import Language, language_of
from sutaza_hooks.text import LARGEST_TEXT, Line, decode, lines

if TYPE_CHECKING:
    from sutaza_hooks.index.corpus import Corpus
    from sutaza_hooks.index.glossary import Glossary

Mode = Literal["staged", "range", "files", "all-files"]
Kind = Literal["added", "deleted", "modified", "renamed"]
Commit = Literal["ordinary", "merge", "fixup", "revert", "pick"]

_KEPT = 200  # texts of a tree that are held at once


class Source(Protocol):
    """Where a tree gets its files: Git, or a dictionary in tests."""

    def find(self, path: str) -> str | None:
        """The blob of the regular file at the path."""

    def exists(self, path: str) -> bool:
        """Whether anything stands at the path: a file, a link, a folder, a submodule."""

    def names(self, folder: str) -> Sequence[str]:
        """What stands in a folder (the root's name is empty), sorted."""

    def paths(self) -> Sequence[str]:
        """Every regular file, sorted."""

    def blobs(self, since: str = "") -> Mapping[str, str] | None:
        """The blob of every regular file, or of those that another tree has otherwise.

        None when that other tree is not known any more.
        """

    def holding(self, blobs: Collection[str], names: Collection[str]) -> Mapping[str, str]:
        """The blob of every regular file that has one of the blobs, or one of the names.

        The tree is read once, however often this is asked.
        """

    def size(self, blob: str) -> int:
        """In bytes."""

    def read(self, blob: str) -> bytes:
        """The content of a blob."""


class Tree(Mapping[str, str]):
    """A snapshot of the repository: path -> text, and facts about it.

    A path is `in` the tree when a regular file stands there; indexing raises KeyError also when
    that file is not text.
    """

    def __init__(
        self,
        id: str,
        source: Source,
        index: Index,
        language: Callable[[str], Language | None] = lambda _: None,
    ) -> None:
        self.id = id
        self._source = source
        self._index = index
        self._configured = language
        self._texts: dict[str, str | None] = {}
        self._split: tuple[str, list[str]] = ("", [])

    def speaking(self, language: Callable[[str], Language | None]) -> Tree:
        """The same tree, in which some paths have the language that a configuration gives them."""
        return Tree(self.id, self._source, self._index, language)

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._source.find(path) is not None

    def exists(self, path: str) -> bool:
        """Whether anything stands at the path, be it a link, a folder or a submodule."""
        return self._source.exists(path)

    def names(self, folder: str) -> Sequence[str]:
        """What stands in a folder (the root's name is empty), sorted; the tree is not searched."""
        return self._source.names(folder)

    def __getitem__(self, path: str) -> str:
        blob = self._source.find(path)
        text = None if blob is None else self._text(blob)
        if text is None:
            raise KeyError(path)
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self._source.paths())

    def __len__(self) -> int:
        return len(self._source.paths())

    def blob(self, path: str) -> str | None:
        """The blob of the regular file at the path."""
        return self._source.find(path)

    def blobs(self, since: str = "") -> Mapping[str, str] | None:
        """The blob of every regular file, or of those that another tree has otherwise.

        None when that other tree is not known any more.
        """
        return self._source.blobs(since)

    def holding(self, blobs: Collection[str], names: Collection[str]) -> Mapping[str, str]:
        """The blob of every regular file that has one of the blobs, or one of the names.

        The tree is read once, however often this is asked.
        """
        return self._source.holding(blobs, names)

    def size(self, blob: str) -> int:
        """Of a blob, in bytes."""
        return self._source.size(blob)

    def content(self, blob: str) -> bytes:
        """Of a blob."""
        return self._source.read(blob)

    @property
    def corpus(self) -> Corpus:
        """The fragments that are known of this and other trees."""
        return self._index.corpus

    @property
    def glossary(self) -> Glossary:
        """The definitions that are known of this and other trees, by what describes them."""
        return self._index.glossary

    def line(self, path: str, number: int) -> str:
        """The text of a line, or nothing where there is none."""
        if path != self._split[0]:  # rules speak of one file after another
            self._split = path, [line.text for line in lines(self.get(path, ""))]
        rows = self._split[1]
        return rows[number - 1] if 0 < number <= len(rows) else ""

    def oversized(self, path: str) -> bool:
        """Whether the file is too large to be read, and so cannot be judged."""
        blob = self._source.find(path)
        return blob is not None and self._source.size(blob) > LARGEST_TEXT

    def language(self, path: str) -> Language | None:
        """The language of the file: as configured, by its name, or by its first line."""
        return self.language_by_name(path) or language_of(path, self.get(path, "")[:200])

    def language_by_name(self, path: str) -> Language | None:
        """The same without its first line, which would have to be read."""
        return self._configured(path) or language_of(path)

    def facts(self, path: str) -> Facts | None:
        """The facts about a file, or None when it is not text in a language that we know."""
        blob = self._source.find(path)
        language = self.language(path)
        if blob is None or language is None:
            return None
        text = self.get(path)
        return None if text is None else self._index.facts(blob, language, text)

    def _text(self, blob: str) -> str | None:
        if blob not in self._texts:
            if len(self._texts) >= _KEPT:  # an audit must not hold a whole repository
                self._texts.clear()
            self._texts[blob] = self._decoded(blob)
        return self._texts[blob]

    def _decoded(self, blob: str) -> str | None:
        if self._source.size(blob) > LARGEST_TEXT:
            return None
        return decode(self._source.read(blob))


class WholeText(Sequence[Line]):
    """The lines of a whole text, made when they are asked for and not kept."""

    @property
    @abstractmethod
    def text(self) -> str: ...

    def __iter__(self) -> Iterator[Line]:
        return lines(self.text)

    @overload
    def __getitem__(self, position: int) -> Line: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[Line]: ...
    def __getitem__(self, position: int | slice) -> Line | Sequence[Line]:
        return list(self)[position]

    def __len__(self) -> int:
        text = self.text
        return text.count("\n") + (not text.endswith("\n") and bool(text))

    def __bool__(self) -> bool:
        return bool(self.text)


class EveryLine(WholeText):
    """Every line of a file of a tree, as an audit judges it."""

    def __init__(self, tree: Tree, path: str) -> None:
        self._tree = tree
        self._path = path

    @property
    def text(self) -> str:
        return self._tree.get(self._path, "")


@dataclass(frozen=True)
class Patch:
    """The change to one path. A deleted file's path is the one that it had."""

    path: str
    kind: Kind = "modified"
    old_path: str = ""
    added: Sequence[Line] = ()
    removed: Sequence[Line] = ()
    content: str = ""
    """Mode and blob of what has no lines: binary files, links, submodules, changes of mode."""

    @property
    def whole(self) -> bool:
        """Whether the file is judged whole, as an audit does."""
        return isinstance(self.added, EveryLine)

    @property
    def new_text(self) -> str:
        """The added lines as one text."""
        if isinstance(self.added, WholeText):
            return self.added.text
        return "\n".join(line.text for line in self.added)

    def adds(self, first: int, last: int = 0) -> bool:
        """Whether a line from `first` to `last` (`first` alone by default) is added."""
        if self.whole:
            return True
        if isinstance(self.added, WholeText):
            return max(first, last) > 0 and first <= len(self.added)
        position = bisect_left(self.added, first, key=lambda line: line.number)
        return position < len(self.added) and self.added[position].number <= max(first, last)

    def at(self, line: int, column: int = 1) -> Location:
        return Location(self.path, line, column)


class Merge(NamedTuple):
    """A merge that a change makes or, as a range, holds: the trees that went in and came out."""

    name: str
    """Of the commit, or nothing when it is being made."""
    parents: tuple[Tree, ...]
    result: Tree
    base: Callable[[], Tree | None]
    """The tree that the parents last had in common, if they had one."""


@dataclass(frozen=True)
class Change:
    """One change: the only thing that a rule is given.

    `patches` are what the change did to its base, and empty in an audit, which has none.
    `judged` are what rules about lines look at: those patches, or only the asked-for files, or
    whole files in an audit.
    """

    mode: Mode
    before: Tree
    after: Tree
    date: datetime
    patches: tuple[Patch, ...] = ()
    judged: tuple[Patch, ...] = ()
    message: str | None = None
    commit: Commit = "ordinary"
    commit_reason: str = ""
    has_base: bool = True
    brought: frozenset[str] = frozenset()
    """Paths that a merge brings in from its other parents, without a change of its own."""
    merges: tuple[Merge, ...] = ()
    excluded: int = 0
    """How many paths of the change the configuration takes out of it."""
    released: Callable[[str], Tree | None] = field(default=lambda _: None)
    """The tree of the tag that releases a version, if there is one."""

    def without(self, excludes: Callable[[str], bool]) -> Change:
        """The change as it would be if some paths were not part of it."""
        patches = tuple(patch for patch in self.patches if not excludes(patch.path))
        return replace(
            self,
            patches=patches,
            judged=tuple(patch for patch in self.judged if not excludes(patch.path)),
            excluded=len(self.patches) - len(patches),
        )

    def speaking(self, language: Callable[[str], Language | None]) -> Change:
        """The change read with the languages that the configuration gives to some paths."""
        return replace(
            self, before=self.before.speaking(language), after=self.after.speaking(language)
        )

    def source(self, location: Location) -> str:
        """The text of the line at a location of the tree after the change."""
        return self.after.line(location.path, location.line)
