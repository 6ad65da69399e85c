"""Words out of names and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.description.words import kin, parts, telling

PARTS = {
    "snake case": ("read_last_line", ["read", "last", "line"]),
    "camel case": ("readLastLine", ["read", "last", "line"]),
    "an abbreviation before a word": ("parseHTTPDate", ["parse", "http", "date"]),
    "an abbreviation at the end": ("toJSON", ["to", "json"]),
    "a number": ("sha256sum", ["sha", "256", "sum"]),
    "a constant": ("MAX_RETRIES", ["max", "retries"]),
    "another alphabet": ("größe_prüfen", ["größe", "prüfen"]),
    "signs only": ("__", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("name", "expected"), PARTS.values(), ids=PARTS)
def test_a_name_is_made_of_parts(name: str, expected: list[str]) -> None:
    assert parts(name) == expected


TELLING = {
    "small words say nothing": ("turn the title into a slug", ["turn", "title", "slug"]),
    "each once": ("file to file", ["file"]),
    "only small words": ("what is it for", []),
}


@pytest.mark.parametrize(("text", "expected"), TELLING.values(), ids=TELLING)
def test_what_tells(text: str, expected: list[str]) -> None:
    assert list(telling(text)) == expected


KIN = {
    "another word for it": ("remove", "delete"),
    "the other way": ("delete", "remove"),
    "of an inflected word": ("removing", "delete"),
    "of one whose last letter was doubled": ("splitting", "divide"),
    "of a plural": ("directories", "folder"),
    "of two groups": ("parse", "unmarshal"),
    "itself": ("frobnicate", "frobnicate"),
}


@pytest.mark.parametrize(("word", "other"), KIN.values(), ids=KIN)
def test_kin(word: str, other: str) -> None:
    assert other in kin(word)


STRANGERS = {
    "its opposite": ("encode", "decode"),
    "a word that only ends alike": ("string", "str_"),
    "no ending but a part of the word": ("bed", "b"),
}


@pytest.mark.parametrize(("word", "other"), STRANGERS.values(), ids=STRANGERS)
def test_strangers(word: str, other: str) -> None:
    assert other not in kin(word)


@given(st.text())
def test_any_text_has_words_that_a_query_can_hold(text: str) -> None:
    assert all(each.isalnum() or "_" not in each for each in telling(text))
    assert '"' not in "".join(telling(text))
