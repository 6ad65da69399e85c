"""Facts have exact places, and come back from JSON as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.facts import Body, Comment, Definition, Facts, Function, Import, String
from sutaza_hooks.facts.extraction import extract
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
    st.lists(st.builds(Comment, LINES, LINES, LINES, LINES, TEXT)).map(tuple),
    st.lists(st.builds(String, LINES, LINES, LINES, LINES, TEXT, TEXT, TEXT)).map(tuple),
    st.lists(
        st.builds(
            Body, *(TEXT, LINES, LINES, LINES, LINES, LINES, LINES), *(TEXT, TEXT, TEXT, TEXT)
        )
    ).map(tuple),
    st.lists(st.builds(Function, LINES, LINES, LINES)).map(tuple),
    st.booleans(),
)


@given(FACTS)
def test_json_gives_back_what_it_was_given(facts: Facts) -> None:
    written = facts.to_json()
    assert Facts.from_json(written) == facts
    assert written.isascii()


EMPTY = "[],[],[],[],[],[],[]"
OTHER_SHAPES = {
    "nothing": "",
    "not JSON": "[",
    "another value": "null",
    "a number": "1",
    "an object": "{}",
    "an object of eight": '{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8}',
    "too few": "[[],[],[],[],[],[],[]]",
    "too many": f"[{EMPTY},[],true]",
    "not a truth": f"[{EMPTY},1]",
    "a comment too short": "[[[1,1,1,1]],[],[],[],[],[],true]",
    "a comment too long": '[[[1,1,1,1,"#",1]],[],[],[],[],[],[],true]',
    "a comment with a text for a line": '[[["1",1,1,1,"#"]],[],[],[],[],[],[],true]',
    "a comment with a truth for a line": '[[[true,1,1,1,"#"]],[],[],[],[],[],[],true]',
    "a comment with a fraction": '[[[1.5,1,1,1,"#"]],[],[],[],[],[],[],true]',
    "a definition of no known kind": '[[],[["a","thing",1,1,1]],[],[],[],[],[],true]',
    "a definition with a list for its kind": '[[],[["a",[],1,1,1]],[],[],[],[],[],true]',
    "an import with a text for its names": '[[],[],[["a","bc",1,1,1]],[],[],[],[],true]',
    "an import with numbers for its names": '[[],[],[["a",[1],1,1,1]],[],[],[],[],true]',
    "a body with a number for its text": '[[],[],[],[],[],[["f",1,1,1,1,1,1,1,"","",""]],[],true]',
    "a row that is a number": "[[1],[],[],[],[],[],[],true]",
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


BODIES = {
    "a method with a docstring": (
        "python",
        'class A(B):\n    @x\n    def f(self):\n        """D."""\n        pass\n',
        Body("A.f", 2, 5, 5, 9, 5, 12, "pass", "@x def f(self):", "class A(B)", '"""D."""'),
    ),
    "comments are none of its text": (
        "python",
        "def f():\n    # a\n    return 1  # b\n",
        Body("f", 1, 3, 3, 5, 3, 12, "return 1", "def f():", "", ""),
    ),
    "an empty block": (
        "typescript",
        "class A {\n  m(): void { /* a */ }\n}\n",
        Body("A.m", 2, 2, 2, 13, 2, 23, "", "m(): void", "class A", ""),
    ),
    "an arrow function": (
        "javascript",
        "const f = (x) => true\n",
        Body("f", 1, 1, 1, 18, 1, 21, "true", "const f = (x) =>", "", ""),
    ),
    "a receiver": (
        "go",
        "package a\nfunc (s *S) F() int { return 0 }\n",
        Body("S.F", 2, 2, 2, 23, 2, 30, "return 0", "func (s *S) F() int", "", ""),
    ),
    "an attribute": (
        "rust",
        "#[inline]\nfn f() -> bool { true }\n",
        Body("f", 1, 2, 2, 18, 2, 21, "true", "#[inline] fn f() -> bool", "", ""),
    ),
    "an interface": (
        "java",
        "interface I {\n  default void f() {}\n}\n",
        Body("I.f", 2, 2, 2, 20, 2, 21, "", "default void f()", "interface I", ""),
    ),
    "a function in the shell": (
        "shell",
        "f() {\n  :\n}\n",
        Body("f", 1, 3, 2, 3, 2, 3, ":", "f()", "", ""),
    ),
}


@pytest.mark.parametrize(("language", "text", "body"), BODIES.values(), ids=BODIES.keys())
def test_short_bodies(language: str, text: str, body: Body) -> None:
    assert extract(LANGUAGES[language], text).bodies == (body,)


NO_BODIES = {
    "a long one": ("python", "def f():\n" + "    total = total + 1\n" * 20),
    "a declaration": ("java", "interface I {\n  void f();\n}\n"),
    "a callback without a name": ("javascript", "run(() => {});\n"),
}


@pytest.mark.parametrize(("language", "text"), NO_BODIES.values(), ids=NO_BODIES.keys())
def test_no_bodies(language: str, text: str) -> None:
    assert extract(LANGUAGES[language], text).bodies == ()


def test_strings_that_tell_and_what_is_done_with_them() -> None:
    text = 'raise X(\n    "not implemented"\n)\nname = "plain"\nKEY = "changeme"\n'
    assert extract(LANGUAGES["python"], text).strings == (
        String(2, 5, 2, 21, '"not implemented"', "raise X(", ""),
        String(5, 7, 5, 16, '"changeme"', "KEY =", ""),
    )


def test_docstrings_are_neither_comments_nor_strings() -> None:
    facts = extract(LANGUAGES["python"], '"""A stub."""\n\n\ndef f():\n    """Mock."""\n')
    assert facts.docstrings == (
        Comment(1, 1, 1, 13, '"""A stub."""'),
        Comment(5, 5, 5, 15, '"""Mock."""'),
    )
    assert (facts.comments, facts.strings) == ((), ())
