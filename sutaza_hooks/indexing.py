"""Reading a whole tree into the corpus, on all cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from sutaza_hooks.change import Tree
from sutaza_hooks.git import Repository
from sutaza_hooks.reuse.coverage import Unread, lacking, read

_PIECE = 200  # blobs that are read, and kept, at once
_FEW = 2 * _PIECE  # blobs that are read sooner than another process has started

Row = tuple[str, bytes, bytes]


def build(repository: Repository, tree: Tree, shown: Callable[[int], object]) -> int:
    """Read what the corpus lacks of a tree; tells `shown` after each piece how many blobs it had.

    What was read is kept, so that the next call goes on where this one was stopped.
    """
    found = lacking(tree)
    for rows in _read(repository, found.blobs):
        tree.corpus.add(rows)
        shown(len(rows))
    tree.corpus.place(found.places.items(), tree.id)
    tree.corpus.pack()
    return len(found.blobs)


def _read(repository: Repository, blobs: Sequence[Unread]) -> Iterator[Sequence[Row]]:
    pieces = list(_pieces(blobs))
    if len(blobs) <= _FEW or (os.cpu_count() or 1) == 1:
        yield from (_rows(repository, piece) for piece in pieces)
        return
    from concurrent.futures import ProcessPoolExecutor

    directory = str(repository.root or repository.common_dir)
    with ProcessPoolExecutor(initializer=_open, initargs=(directory,)) as pool:
        yield from pool.map(_in_worker, pieces)


def _pieces(blobs: Sequence[Unread]) -> Iterator[Sequence[Unread]]:
    rest = iter(blobs)
    while piece := list(islice(rest, _PIECE)):
        yield piece


def _rows(repository: Repository, piece: Sequence[Unread]) -> Sequence[Row]:
    return [(each.blob, *read(each, repository.content(each.blob))) for each in piece]


_opened: list[Repository] = []
"""The repository of a worker process."""


def _open(directory: str) -> None:
    from sutaza_hooks.index import Index

    _opened.append(Repository(directory, Index()))


def _in_worker(piece: Sequence[Unread]) -> Sequence[Row]:
    return _rows(_opened[-1], piece)
