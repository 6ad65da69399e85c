"""The set in little room, and the table in blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.modules import shelf, sieve
from sutaza_hooks.modules.sieving import sieved

WORDS = st.text(st.characters(exclude_categories=("Cs", "Z", "C")), min_size=1)


@given(st.sets(st.text()), st.integers(1, 20))
def test_nothing_is_lost(names: set[str], bits: int) -> None:
    held = sieve.read(sieved(names, bits))
    assert all(name in held for name in names)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 10, 1_000, 20_000])
def test_of_every_size(size: int) -> None:
    held = sieve.read(sieved((f"name {number}" for number in range(size)), 12))
    assert all(f"name {number}" in held for number in range(size))
    assert sum(f"other {number}" in held for number in range(20_000)) < 20  # 5 are to be expected
    assert len(held.packed) <= size * 2 * 1.5 + 100


def test_the_order_of_names_does_not_matter() -> None:
    names = [f"name {number}" for number in range(500)]
    assert sieved(names, 11) == sieved(reversed(names + names), 11)


@given(st.dictionaries(WORDS, st.lists(WORDS, min_size=1).map(tuple), max_size=300))
def test_a_shelf_gives_back_what_was_put_there(rows: dict[str, tuple[str, ...]]) -> None:
    held = shelf.read(shelf.written(rows))
    assert dict(held.items()) == rows
    assert all(held.get(word) == words for word, words in rows.items())


@given(st.text())
def test_a_shelf_has_nothing_else(word: str) -> None:
    rows = {f"word{number}": ("more",) for number in range(1_000)}
    assert shelf.read(shelf.written(rows)).get(word) == rows.get(word, ())
