"""Fragments: which there are, what they are anchored by, and how alike they are."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sutaza_hooks.fingerprints.fragment import GUARANTEED, fragment, fragments
from sutaza_hooks.fingerprints.likeness import likeness
from sutaza_hooks.fingerprints.sketch import hashes, sketch
from sutaza_hooks.languages import LANGUAGES

PYTHON = LANGUAGES["python"]
BODY = """
    found = [row for row in read(path, mode="r") if row.state == State.OPEN]
    return store.save(found, 42, "rows")
"""
ONE = f'def load(path):\n    """Rows."""{BODY}'


def test_the_functions_of_a_text() -> None:
    inner = textwrap.indent(f"def b():{BODY}return b\n", "    ")
    text = f"class A:\n  def a(self):\n{inner}\n{ONE}\nx = 1\n"
    found = [text[each.start : each.inside] for each in fragments(PYTHON, text)]
    assert [head.split("(")[0].split()[-1] for head in found] == ["a", "b", "load"]


def test_anchors() -> None:
    (found,) = fragments(PYTHON, ONE)
    assert found.anchors == {
        *("read(", "save(", ".state", ".OPEN", "State", "mode="),
        *("'rows", "42"),
    }


UNREAD = {
    "no functions": ("python", "x = 1\n"),
    "a language without": ("yaml", "a: 1\n"),
    "too short": ("python", "def f(a):\n    return a.b\n"),
    "minified": ("javascript", "function a(){" + "b(1,2,3,4,5,6);" * 4000 + "}"),
    "made by a machine": ("python", ONE + "x = 1\n" * 200_000),
    "with a NUL": ("python", f"{ONE}\0"),
}


@pytest.mark.parametrize(("language", "text"), UNREAD.values(), ids=UNREAD.keys())
def test_what_has_no_fragments(language: str, text: str) -> None:
    assert fragments(LANGUAGES[language], text) == ()


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for each in fragments(PYTHON, f"{text}\n{ONE}"):
        assert 0 <= each.start <= each.inside <= each.end


def test_a_shared_run_is_never_missed() -> None:
    """The guarantee of winnowing: so many tokens in a row are found wherever they stand."""
    run = " + ".join(["a[b]", "c.d", "not e", "f(g)", "h ** i"])
    (one,) = fragments(PYTHON, f"def f():\n    x = 1\n    y = [2, 3]\n    return {run}\n")
    (other,) = fragments(PYTHON, f"def f():\n    while z:\n        z.pop()\n    return {run}\n")
    assert len(run.split()) >= GUARANTEED
    assert one.grams & other.grams


def test_likeness() -> None:
    (one,) = fragments(PYTHON, ONE)
    (renamed,) = fragments(PYTHON, ONE.replace("found", "x").replace("path", "y"))
    (other,) = fragments(PYTHON, "def f(a):\n    for b in a:\n        yield b * 2 if b else c[b]\n")
    assert likeness(one, renamed) == (True, 1, 1, 1)
    assert likeness(one, other).score < 0.1
    assert likeness(one, other) == likeness(other, one)


def test_hashes_are_the_same_in_every_process() -> None:
    """Python's own `hash` is not, and what is remembered would never be found again."""
    code = (
        "from sutaza_hooks.fingerprints.fragment import fragments\n"
        "from sutaza_hooks.fingerprints.sketch import sketch\n"
        "from sutaza_hooks.languages import LANGUAGES\n"
        "p = LANGUAGES['python']\n"
        f"print([sorted(x) for x in sketch(p, fragments(p, {ONE!r})[0])])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_languages_that_cannot_be_copied_into_each_other_share_no_hash() -> None:
    (one,) = fragments(PYTHON, ONE)
    python, ruby = hashes(PYTHON, one), hashes(LANGUAGES["ruby"], one)
    assert not {python[0], *python[1], *python[2]} & {ruby[0], *ruby[1], *ruby[2]}
    assert sketch(LANGUAGES["tsx"], one) == sketch(LANGUAGES["javascript"], one)


STRINGS = {
    "in two pieces": ("f('a cat ' 'on a mat')", "f('a cat on a mat')"),
    "in two pieces on two lines": ("f('a cat '\n  'on a mat')", "f('a cat on a mat')"),
    "with another name within": ("f(f'a {cat} on')", "f(f'a {dog} on')"),
    "with other quotes": ("f('a cat')", 'f("a cat")'),
}


@pytest.mark.parametrize(("one", "other"), STRINGS.values(), ids=STRINGS)
def test_the_same_string(one: str, other: str) -> None:
    first, second = (fragment(PYTHON, each, 0, 0, len(each)) for each in (one, other))
    assert (first.codes, first.anchors) == (second.codes, second.anchors)


def test_numbers_that_follow_each_other_stay_apart() -> None:
    text = "seq 11 12 93"
    assert fragment(LANGUAGES["shell"], text, 0, 0, len(text)).anchors == {"11", "12", "93"}


@example("shell", "seq 1 1")
@given(
    st.sampled_from(["python", "javascript", "rust", "shell", "kotlin"]),
    st.text(alphabet="ab1$'\"`\\{}() \n.=L"),
)
def test_any_text_is_a_fragment(language: str, text: str) -> None:
    found = fragment(LANGUAGES[language], text, 0, 0, len(text))
    assert found.size <= len(text)
    assert "" not in found.anchors
