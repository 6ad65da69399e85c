"""Facts have exact places, and come back from JSON as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.facts import Comment, Definition, Facts, Import, extract
from sutaza_hooks.languages import LANGUAGES

PLACES = {
    "the end is included": ("x # ab", Comment(1, 3, 1, 6, "# ab")),
    "one character": ("\n\n#", Comment(3, 1, 3, 1, "#")),
    "an accent is one character": ("'é' # a", Comment(1, 5, 1, 7, "# a")),
    "so is one beyond the basic plane": ("'😀' # 😀", Comment(1, 5, 1, 7, "# 😀")),
    "a combining mark is one of its own": ("'e\u0301' # a", Comment(1, 6, 1, 8, "# a")),
    "so is a byte that is not UTF-8": ("'\udcff' # \udcff", Comment(1, 5, 1, 7, "# \udcff")),
    "a byte order mark is a character": ("\ufeff# a", Comment(1, 2, 1, 4, "# a")),
    "a form feed ends no line": ("\x0c# a", Comment(1, 2, 1, 4, "# a")),
    "nor do the ends of Unicode": ("'\x85\u2028' # a", Comment(1, 6, 1, 8, "# a")),
    "a line end of Windows": ("x\r\n# a\r\ny", Comment(2, 1, 2, 3, "# a")),
}


@pytest.mark.parametrize(("text", "expected"), PLACES.values(), ids=PLACES.keys())
def test_places(text: str, expected: Comment) -> None:
    assert extract(LANGUAGES["python"], text).comments == (expected,)


def test_a_comment_of_several_lines() -> None:
    (comment,) = extract(LANGUAGES["c"], "int a; /* é\n  b */ int c;").comments
    assert comment == Comment(1, 8, 2, 6, "/* é\n  b */")


def test_facts_are_in_the_order_of_their_places() -> None:
    text = "class B:\n  def z(self): pass  # 1\ndef a(): pass  # 2\nimport y\nimport x"
    facts = extract(LANGUAGES["python"], text)
    assert [each.name for each in facts.definitions] == ["B", "B.z", "a"]
    assert [each.text for each in facts.comments] == ["# 1", "# 2"]
    assert [each.module for each in facts.imports] == ["y", "x"]


@pytest.mark.parametrize(
    ("language", "text", "complete"),
    [
        ("python", "x = 1", True),
        ("python", "x = = 1", False),
        ("javascript", "f(", False),
        ("sql", "not ( sql", True),
        ("shell", "python3 <<A\nx = = 1\nA\n", False),
    ],
    ids=["whole", "broken", "cut off", "never parsed", "broken inside"],
)
def test_complete(language: str, text: str, complete: bool) -> None:
    assert extract(LANGUAGES[language], text).complete is complete


def test_a_broken_text_still_has_its_other_facts() -> None:
    text = "import a\nx = = 1  # b\ndef f(): pass\n"
    facts = extract(LANGUAGES["python"], text)
    assert facts.imports == (Import("a", (), 1, 1, 1),)
    assert facts.definitions == (Definition("f", "function", 3, 3, 1),)
    assert facts.comments == (Comment(2, 10, 2, 12, "# b"),)


LINES = st.integers(min_value=1)
TEXT = st.text(st.characters(exclude_categories=())) | st.just("\udcff")
FACTS = st.builds(
    Facts,
    st.lists(st.builds(Comment, LINES, LINES, LINES, LINES, TEXT)).map(tuple),
    st.lists(st.builds(Definition, TEXT, st.just("class"), LINES, LINES, LINES)).map(tuple),
    st.lists(st.builds(Import, TEXT, st.lists(TEXT).map(tuple), LINES, LINES, LINES)).map(tuple),
    st.booleans(),
)


@given(FACTS)
def test_json_gives_back_what_it_was_given(facts: Facts) -> None:
    written = facts.to_json()
    assert Facts.from_json(written) == facts
    assert written.isascii()


OTHER_SHAPES = {
    "nothing": "",
    "not JSON": "[",
    "another value": "null",
    "a number": "1",
    "an object": "{}",
    "an object of four": '{"a":1,"b":2,"c":3,"d":4}',
    "too few": "[[],[],[]]",
    "too many": "[[],[],[],true,1]",
    "not a truth": "[[],[],[],1]",
    "a comment too short": "[[[1,1,1,1]],[],[],true]",
    "a comment with a text for a line": '[[["1",1,1,1,"#"]],[],[],true]',
    "a comment with a truth for a line": '[[[true,1,1,1,"#"]],[],[],true]',
    "a comment with a fraction": '[[[1.5,1,1,1,"#"]],[],[],true]',
    "a definition of no known kind": '[[],[["a","thing",1,1,1]],[],true]',
    "a definition with a list for its kind": '[[],[["a",[],1,1,1]],[],true]',
    "an import with a text for its names": '[[],[],[["a","bc",1,1,1]],true]',
    "an import with numbers for its names": '[[],[],[["a",[1],1,1,1]],true]',
    "a row that is a number": "[[1],[],[],true]",
    "very deep": "[" * 100_000,
}


@pytest.mark.parametrize("text", OTHER_SHAPES.values(), ids=OTHER_SHAPES.keys())
def test_any_other_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not the JSON of facts"):
        Facts.from_json(text)


@given(st.text() | st.recursive(st.none() | st.booleans() | st.integers(), st.lists).map(str))
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not the JSON of facts"):
        Facts.from_json(text)
