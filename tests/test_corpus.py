"""The corpus: what was added is found, loose or packed, and its file can fail in every way."""

from __future__ import annotations

import sqlite3
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.description.naming import Name
from sutaza_hooks.fingerprints.fragment import fragments
from sutaza_hooks.fingerprints.sketch import hashes
from sutaza_hooks.index.corpus import FILE, Corpus, packed_up
from sutaza_hooks.index.names import Head, packed
from sutaza_hooks.index.posting import Packed, Packing, bucket
from sutaza_hooks.languages import LANGUAGES

PYTHON = LANGUAGES["python"]
TEXT = "def f(a):\n    return save([b.c for b in read(a) if b.d], mode='fast', times=7)\n"
FRAGMENTS = fragments(PYTHON, TEXT)
NAMES = packed([Name(77, 0, 10)])
BLOB, OTHER = "ab" * 20, "cd" * 20
TREE = "1" * 40


def asked() -> list[int]:
    whole, grams, anchors = hashes(PYTHON, FRAGMENTS[0])
    return [whole, *grams, *anchors]


def filled(corpus: Corpus) -> Corpus:
    corpus.add([(BLOB, *packed_up(PYTHON, FRAGMENTS), NAMES), (OTHER, b"", b"", b"")])
    corpus.place([("a.py", BLOB), ("b.py", BLOB), ("c.txt", OTHER)], TREE)
    return corpus


def places(corpus: Corpus) -> list[tuple[str, str]]:
    found = {each for every in corpus.having(asked()).values() for each in every}
    return [(span.path, span.blob) for each in found for span in corpus.spans(each)]


@pytest.mark.parametrize("packs", [0, 1, 2])
def test_what_was_added_is_found(tmp_path: Path, packs: int) -> None:
    corpus = filled(Corpus(tmp_path / FILE))
    for _ in range(packs):
        corpus.pack()
    corpus.close()
    again = Corpus(tmp_path / FILE)
    assert places(again) == [("a.py", BLOB), ("b.py", BLOB)]
    assert again.loose() == (0 if packs else 1)
    span = next(again.spans(again.having(asked()).popitem()[1][0]))
    assert (span.start, span.inside, span.end) == FRAGMENTS[0][:3]


@pytest.mark.parametrize("packs", [0, 1])
def test_names_are_found(packs: int) -> None:
    corpus = filled(Corpus())
    for _ in range(packs):
        corpus.pack()
    assert corpus.named(77) == [Head(BLOB, path, 0, 10) for path in ("a.py", "b.py")]
    assert corpus.named(78) == []


def test_what_is_known() -> None:
    corpus = filled(Corpus())
    assert corpus.covers(TREE)
    assert not corpus.covers("2" * 40)
    assert corpus.covered() == [TREE]
    assert corpus.unknown([BLOB, "ef" * 20, OTHER, "ef" * 20]) == ["ef" * 20]


def test_added_twice() -> None:
    assert len(places(filled(filled(Corpus())))) == 2


def test_of_very_many_only_some_are_named() -> None:
    corpus = Corpus()
    spans, sketches = packed_up(PYTHON, FRAGMENTS)
    corpus.add([(f"{at:040x}", spans, sketches, b"") for at in range(300)])
    assert {len(each) for each in corpus.having(asked()).values()} == {50}


def test_clear() -> None:
    corpus = filled(Corpus())
    corpus.clear()
    assert places(corpus) == []
    assert not corpus.covers(TREE)


def test_another_form_is_forgotten(tmp_path: Path) -> None:
    filled(Corpus(tmp_path / FILE)).close()
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE about SET value = 'another'")
    assert not Corpus(tmp_path / FILE).covers(TREE)


DAMAGE = {
    "empty": b"",
    "not a database": b"not a database, but long enough to be taken for one" * 100,
    "a header alone": b"SQLite format 3\0" + b"\xff" * 4000,
}


@pytest.mark.parametrize("content", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_corrupt_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    corpus = filled(Corpus(tmp_path / FILE))
    assert places(corpus) == [("a.py", BLOB), ("b.py", BLOB)]
    assert not corpus.trouble


def test_a_locked_file(tmp_path: Path) -> None:
    filled(Corpus(tmp_path / FILE)).close()
    holder = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    corpus = filled(filled(Corpus(tmp_path / FILE)))
    assert places(corpus) == [("a.py", BLOB), ("b.py", BLOB)]
    assert "locked" in corpus.trouble
    holder.execute("ROLLBACK")


NUMBER = st.integers(0, 2**32 - 1)


@given(st.lists(st.tuples(NUMBER, NUMBER), max_size=50))
def test_postings_are_packed_and_read(postings: list[tuple[int, int]]) -> None:
    packing = Packing()
    for hash, fragment in postings:
        packing.add(hash, fragment)
    rows = {at: Packed(row) for at, row in packing.rows()}
    assert sorted(postings) == [each for at in rows for each in rows[at].all(at)]
    for hash, fragment in postings:
        assert array("I", [fragment])[0] in rows[bucket(hash)].fragments(hash)
