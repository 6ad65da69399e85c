"""Reading a whole tree into the corpus, on all cores."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from sutaza_hooks.change import Tree
from sutaza_hooks.git import Repository
from sutaza_hooks.reuse.coverage import Unread, lacking, read

_PIECE = 200  # blobs that are read, and kept, at once
_FEW = 2 * _PIECE  # blobs that are read sooner than another process has started

Row = tuple[str, bytes, bytes]

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
            [sys.executable, "-m", "sutaza_hooks", "index", "build"],
            cwd=repository.root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


def start_if_large(repository: Repository) -> bool:
    """Start reading where a first commit would not read everything at once; whether it has."""
    large = len(lacking(repository.staged().after).blobs) > _FEW
    if large:
        start(repository)
    return large


def _age(path: Path) -> float:
    """How many seconds ago a file was touched."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return float("inf")


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
