"""Making sure that the index has read a tree, at the cost of what it has not read yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sutaza_hooks.change import Tree
from sutaza_hooks.description.naming import names
from sutaza_hooks.fingerprints.fragment import fragments, is_readable
from sutaza_hooks.index.collection import Collection
from sutaza_hooks.index.corpus import packed_up
from sutaza_hooks.index.names import packed
from sutaza_hooks.languages import LANGUAGES
from sutaza_hooks.paths import path_class
from sutaza_hooks.text import decode

AT_ONCE = 1_000_000
"""Bytes of code that are read while a commit waits, in about half a second."""

_LEFT_OUT = ("vendored", "generated")


class Unread(NamedTuple):
    """A blob that a collection lacks, and the name of the language that it is read in."""

    blob: str
    language: str


class Lacking(NamedTuple):
    """What a collection lacks of a tree: blobs, and all places that it may not know."""

    blobs: tuple[Unread, ...]
    places: Mapping[str, str]


def cover(tree: Tree, at_once: float = AT_ONCE) -> Lacking:
    """Read what the corpus lacks of a tree, if it is not more than so many bytes; else say what."""
    corpus = tree.corpus
    if corpus.covers(tree.id):
        return Lacking((), {})
    found = lacking(tree, corpus)
    rows: list[tuple[str, bytes, bytes, bytes]] = []
    left = at_once
    for at, each in enumerate(found.blobs):
        content = tree.content(each.blob)
        left -= len(content)
        if left < 0:
            corpus.add(rows)
            corpus.incomplete = True
            return Lacking(found.blobs[at:], found.places)
        rows.append((each.blob, *read(each, content)))
    corpus.add(rows)
    corpus.place(found.places.items(), tree.id)
    return Lacking((), {})


def lacking(tree: Tree, collection: Collection[Any]) -> Lacking:
    """What a collection lacks, looked for in what differs from a tree that it has read whole."""
    changed = (tree.blobs(each) for each in collection.covered())
    differing = next((each for each in changed if each is not None), None)
    every = tree.blobs() or {} if differing is None else differing
    places = {path: blob for path, blob in every.items() if is_searched(tree, path)}
    unknown = set(collection.unknown(places.values()))
    unread = {
        blob: Unread(blob, language.name)
        for path, blob in places.items()
        if blob in unknown and (language := tree.language_by_name(path))
    }
    return Lacking(tuple(unread.values()), places)


def is_searched(tree: Tree, path: str) -> bool:
    """Whether a file may hold what a change repeats: code that somebody here has written."""
    language = tree.language_by_name(path)
    if language is None or not language.has_functions:
        return False
    return path_class(path, {}) not in _LEFT_OUT


def read(unread: Unread, content: bytes) -> tuple[bytes, bytes, bytes]:
    """What the corpus keeps of the content of a blob."""
    language, text = LANGUAGES[unread.language], decode(content)
    if text is None or not is_readable(language, text):
        return b"", b"", b""
    spans, sketches = packed_up(language, fragments(language, text))
    return spans, sketches, packed(names(language, text))
