"""Reading a whole tree into the corpus, on all cores."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sutaza_hooks.change import Tree
from sutaza_hooks.description.definition import Described, describe
from sutaza_hooks.fingerprints.fragment import is_readable
from sutaza_hooks.git import Repository
from sutaza_hooks.index.collection import Collection
from sutaza_hooks.languages import LANGUAGES
from sutaza_hooks.reuse.coverage import Unread, lacking, read
from sutaza_hooks.text import decode

_PIECE = 200  # blobs that are read, and kept, at once
_FEW = 2  # pieces that are read sooner than another process has started

Fragments = tuple[str, bytes, bytes, bytes]
Words = tuple[str, Sequence[Described]]
Shown = Callable[[int], object]
_Row = TypeVar("_Row", Fragments, Words)
Reader = Callable[[Repository, Sequence[Unread]], Sequence[_Row]]

_STARTED = "building"
"""The name of an empty file that is touched when reading in the background begins."""
_PATIENCE = 10 * 60
"""Seconds in which that is not begun again: the largest repositories take less than one of them."""


def start(repository: Repository) -> None:
    """Read the whole tree in a process of its own, so that nobody waits for it.

    Where the repository dies with the job, as in CI, that would be in vain. What was killed is
    begun again later: the time of a file tells when, and on every system, unlike a process number.
    """
    started = repository.common_dir / "sutaza" / _STARTED
    if os.environ.get("CI") or repository.bare or _age(started) < _PATIENCE:
        return
    environment = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
    with suppress(OSError):
        started.parent.mkdir(exist_ok=True)
        started.touch()
        subprocess.Popen(
            [sys.executable, "-m", "sutaza_hooks", "index", "build", "--words"],
            cwd=repository.root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


def start_if_large(repository: Repository) -> bool:
    """Start reading where a first commit would not read everything at once; whether it has."""
    tree = repository.staged().after
    large = len(lacking(tree, tree.corpus).blobs) > _FEW * _PIECE
    if large:
        start(repository)
    return large


def _age(path: Path) -> float:
    """How many seconds ago a file was touched."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return float("inf")


def build(repository: Repository, tree: Tree, shown: Shown) -> int:
    """Read what the corpus lacks of a tree; how many blobs it had.

    What was read is kept, so that the next call goes on where this one was stopped.
    """
    count = _fill(repository, tree, tree.corpus, _fragments, shown)
    tree.corpus.pack()
    return count


def build_glossary(repository: Repository, tree: Tree, shown: Shown) -> int:
    """Read what the glossary lacks of a tree; how many blobs it had."""
    return _fill(repository, tree, tree.glossary, _words, shown)


def _fill(
    repository: Repository,
    tree: Tree,
    collection: Collection[_Row],
    reader: Reader[_Row],
    shown: Shown,
) -> int:
    found = lacking(tree, collection)
    for rows in _read(repository, found.blobs, reader, shown):
        collection.add(rows)
    if not collection.covers(tree.id):
        collection.place(found.places.items(), tree.id)
    return len(found.blobs)


def _read(
    repository: Repository, blobs: Sequence[Unread], reader: Reader[_Row], shown: Shown
) -> Iterator[Sequence[_Row]]:
    """The rows of all blobs, by the piece; `shown` is told after each how many it had."""
    for rows in _rows(repository, list(_pieces(blobs)), reader):
        shown(len(rows))
        yield rows


def _rows(
    repository: Repository, pieces: Sequence[Sequence[Unread]], reader: Reader[_Row]
) -> Iterator[Sequence[_Row]]:
    if len(pieces) <= _FEW or (os.cpu_count() or 1) == 1:
        yield from (reader(repository, piece) for piece in pieces)
        return
    from concurrent.futures import ProcessPoolExecutor

    directory = str(repository.root or repository.common_dir)
    with ProcessPoolExecutor(initializer=_open, initargs=(directory,)) as pool:
        yield from pool.map(functools.partial(_in_worker, reader), pieces)


def _pieces(blobs: Sequence[Unread]) -> Iterator[Sequence[Unread]]:
    rest = iter(blobs)
    while piece := list(islice(rest, _PIECE)):
        yield piece


def _fragments(repository: Repository, piece: Sequence[Unread]) -> Sequence[Fragments]:
    return [(each.blob, *read(each, repository.content(each.blob))) for each in piece]


def _words(repository: Repository, piece: Sequence[Unread]) -> Sequence[Words]:
    return [(each.blob, _described(each, repository.content(each.blob))) for each in piece]


def _described(unread: Unread, content: bytes) -> Sequence[Described]:
    from sutaza_hooks.facts.extraction import extract  # a commit reads no words

    language, text = LANGUAGES[unread.language], decode(content)
    if text is None or not is_readable(language, text):
        return ()
    return tuple(describe(language, text, extract(language, text)))


_opened: list[Repository] = []
"""The repository of a worker process."""


def _open(directory: str) -> None:
    from sutaza_hooks.index import Index

    _opened.append(Repository(directory, Index()))


def _in_worker(reader: Reader[_Row], piece: Sequence[Unread]) -> Sequence[_Row]:
    return reader(_opened[-1], piece)
