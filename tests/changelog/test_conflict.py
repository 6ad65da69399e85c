"""Conflict markers that nobody took out."""

from __future__ import annotations

import pytest

from sutaza_hooks.changelog import conflicts

E = "- [2024-01-15] - [1.2.0] - [api] - [Fixed] - [x]\n"

NONE = {
    "entries": E + E,
    "a title that is underlined": f"Changes\n=======\n\n{E}",
    "a longer line": f"Changelog\n=========\n\n{E}",
    "shorter than a marker": "<<<<<< a\n====== \n>>>>>> b\n",
    "an example in a fence": f"{E}\n```\n<<<<<<< a\n=======\n>>>>>>> b\n```\n",
    "indented below an entry": f"{E}  <<<<<<< a\n  >>>>>>> b\n",
    "words before it": "See <<<<<<< a\n",
    "an arrow": "<<<<<<<- a\n>>>>>>>>\n",
}
LEFT = {
    "a whole conflict": (f"<<<<<<< a\n{E}=======\n{E}>>>>>>> b\n", [[1, 3, 5]]),
    "with the base": (f"{E}<<<<<<< a\n||||||| c\n{E}=======\n>>>>>>> b\n", [[2, 3, 5, 6]]),
    "two": ("<<<<<<< a\n=======\n>>>>>>> b\n" * 2, [[1, 2, 3], [4, 5, 6]]),
    "only its end": (f"{E}>>>>>>> b\n", [[2]]),
    "only its start": (f"<<<<<<< a\n{E}", [[1]]),
    "only its middle, below an entry": (f"{E}=======\n{E}", [[2]]),
    "only its middle, below a detail": (f"{E}  Why: y\n=======\n{E}", [[3]]),
    "without names": ("<<<<<<<\n=======\n>>>>>>>\n", [[1, 2, 3]]),
    "CRLF": ("<<<<<<< a\r\n=======\r\n>>>>>>> b\r\n", [[1, 2, 3]]),
    "one that was never ended above another": (
        "<<<<<<< a\n<<<<<<< a\n=======\n>>>>>>> b\n",
        [[1], [2, 3, 4]],
    ),
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_conflict(text: str) -> None:
    assert list(conflicts(text)) == []


@pytest.mark.parametrize(("text", "lines"), LEFT.values(), ids=LEFT)
def test_the_lines_of_a_conflict(text: str, lines: list[list[int]]) -> None:
    assert list(conflicts(text)) == lines
