"""Tokens: what is seen of code, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.fingerprints.tokens import codes, placed, plain, tokens
from sutaza_hooks.languages import LANGUAGES

SAME = {
    "names": ("python", "a = b.c", "x = y.z"),
    "strings and numbers": ("python", "f('a', 1)", 'f("bc", 22)'),
    "a comment": ("python", "f(a)  # why", "f(a)"),
    "a comment of several lines": ("go", "f(a) /* so\nthat */ + 1", "f(a) + 1"),
    "blanks": ("python", "f( a )", "f(a)"),
    "line ends": ("python", "f(\n    a,\n    b,\n)", "f(a, b)"),
    "redundant parentheses": ("python", "return (a and b)", "return a and b"),
    "semicolons": ("javascript", "f(a);\ng(b);", "f(a)\ng(b)"),
    "quotes": ("javascript", "f('a')", 'f("a")'),
    "comparisons turned round": ("python", "a < b", "b > a"),
    "a raw string": ("python", "re.findall(r'[a-z]', x)", "re.findall('abc', x)"),
    "a string of several lines": ("python", 'f("""a\n"b"\n""")', "f('a')"),
    "a regular expression": ("javascript", "x.split(/['\"]/)", "x.split(/,/)"),
    "a rune": ("go", "x == '\\''", "x == 'a'"),
    "a comment in a string": ("python", "f('# no')", "f('yes')"),
    "a hash in a word": ("shell", "echo ${#a}", "echo ${#b}"),
}
APART = {
    "a keyword and a name": ("python", "return a", "result a"),
    "a call and a name": ("python", "f(a)", "f.a"),
    "a sign": ("python", "a + b", "a - b"),
    "equal and not": ("python", "a == b", "a != b"),
    "one more argument": ("python", "f(a, b)", "f(a)"),
    "a literal and a name": ("python", "f(1)", "f(a)"),
    "an index and a call": ("python", "a[b]", "a(b)"),
    "a keyword of this language alone": ("go", "defer x", "python x"),
}


def coded(language: str, text: str) -> bytes:
    spoken = LANGUAGES[language]
    return plain(codes(spoken, tokens(spoken, text)))


@pytest.mark.parametrize(("language", "one", "other"), SAME.values(), ids=SAME.keys())
def test_what_is_the_same(language: str, one: str, other: str) -> None:
    assert coded(language, one) == coded(language, other)


@pytest.mark.parametrize(("language", "one", "other"), APART.values(), ids=APART.keys())
def test_what_is_not(language: str, one: str, other: str) -> None:
    assert coded(language, one) != coded(language, other)


@pytest.mark.parametrize("language", [name for name in LANGUAGES if LANGUAGES[name].bodies])
def test_a_language_with_functions_has_keywords(language: str) -> None:
    assert LANGUAGES[language].keywords.split()


@given(st.sampled_from(["python", "javascript", "go", "rust", "shell", "ruby", "php"]), st.text())
def test_any_text_has_codes(language: str, text: str) -> None:
    spoken = LANGUAGES[language]
    written = tokens(spoken, text)
    assert len(codes(spoken, written)) == len(written)
    assert len(plain(codes(spoken, written))) <= len(written)


@given(
    st.sampled_from(["python", "javascript", "go"]),
    st.text(alphabet="ab(),]}[;#/'\"\n *="),
)
def test_placed_tokens_have_the_same_codes(language: str, text: str) -> None:
    spoken = LANGUAGES[language]
    found = list(placed(spoken, text, 0, len(text)))
    assert bytes(each.code for each in found) == coded(language, text)
    assert all(each.word in text.split("\n", each.line - 1)[-1] for each in found)


HOSTILE = {
    "quotes that never close": '"' * 200_000,
    "docstrings that never close": '"""' + "'" * 100_000,
    "comments that never close": "/*" * 100_000,
    "escapes": '"' + "\\" * 200_000,
    "one name": "a" * 1_000_000,
    "brackets": "(" * 500_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("language", ["python", "javascript", "c", "rust", "ruby"])
def test_hostile_text_takes_linear_time(language: str, text: str) -> None:
    coded(language, text)
