"""Whatever a text is, in whatever language: facts come back, and their places are in the text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sutaza_hooks.facts import Comment, Facts
from sutaza_hooks.facts.extraction import extract
from sutaza_hooks.languages import LANGUAGES

PIECES = (
    *("#", "//", "/*", "*/", "--", "{-", "-}", "<!--", "-->", "'", '"', '"""', "'''", "`", "\\"),
    *("(", ")", "[", "]", "{", "}", "${", "#{", "<script>", "</script>", "<<EOF", "EOF", "<?php"),
    *(
        "\n",
        "\r\n",
        "\r",
        "\t",
        "  ",
        "\0",
        "\x0c",
        "\x85",
        "\u2028",
        "\ufeff",
        "\udc80",
        "é",
        "😀",
    ),
    *("a", "def f():", "class A", "function f", "import a", "run: |", "- ", "a: ", "=", "1", "#!x"),
    *("=begin", "=end", "__END__", "R'x(", "r#", "%w(", "~s(", "@", "$", "&", "|", ">", "<", ";"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)

LONG = {
    "open brackets": "(" * 20_000,
    "open braces": "{" * 20_000,
    "functions in functions": "function a(){" * 5_000,
    "lists in lists": "- " * 20_000,
    "maps in maps": "".join(" " * depth + "a:\n" for depth in range(600)),
    "quotes": "\"'" * 20_000,
    "here-documents": "cat <<A\n" * 5_000,
    "words that are read over and over": "a?" * 20_000,
    "nothing": "\0" * 20_000,
}


def at_span(text: str, comment: Comment) -> str:
    """What `text` holds at the place of the comment; only a line feed ends a line."""
    lines = text.split("\n")[comment.line - 1 : comment.end_line]
    lines[-1] = lines[-1][: comment.end_column]
    lines[0] = lines[0][comment.column - 1 :]
    return "\n".join(lines)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(language=st.sampled_from(sorted(LANGUAGES)), text=TEXTS)
def test_any_text_has_facts(language: str, text: str) -> None:
    facts = extract(LANGUAGES[language], text)
    last = text.count("\n") + 1
    assert all(at_span(text, each) == each.text != "" for each in facts.comments)
    assert all(1 <= each.line <= each.end_line <= last for each in facts.definitions)
    assert all(1 <= each.line <= each.end_line <= last for each in facts.imports)
    assert Facts.from_json(facts.to_json()) == facts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["", "\n", "\r", "\0", "\ufeff", "\udcff", "# \udcff\n// \udcff"])
def test_almost_no_text(language: str, text: str) -> None:
    assert all(
        at_span(text, each) == each.text for each in extract(LANGUAGES[language], text).comments
    )


@pytest.mark.parametrize("language", ["python", "javascript", "c", "shell", "yaml", "html", "lua"])
@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_text_without_end(language: str, text: str) -> None:
    assert extract(LANGUAGES[language], text).comments == ()


@pytest.mark.parametrize("language", ["javascript", "sql"])
def test_a_very_long_line_is_only_scanned(language: str) -> None:
    text = "var a = 'x' + b('y', 1);" * 850_000 + "/* last */"
    facts = extract(LANGUAGES[language], text)
    assert [each.text for each in facts.comments] == ["/* last */"]
    assert facts.comments[0].end_column == len(text)
    assert not facts.complete
