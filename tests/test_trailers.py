"""Trailers in commit messages."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.trailers import with_trailer

LINE = "Reuse-Search: 1"

MESSAGES = {
    "a subject": ("Do it\n", "Do it\n\nReuse-Search: 1\n"),
    "a subject that looks like a trailer": ("fix: it\n", "fix: it\n\nReuse-Search: 1\n"),
    "a body": ("Do it\n\nAs said.\n", "Do it\n\nAs said.\n\nReuse-Search: 1\n"),
    "other trailers": (
        "Do it\n\nSigned-off-by: A <a@b>\n",
        "Do it\n\nSigned-off-by: A <a@b>\nReuse-Search: 1\n",
    ),
    "one of that name": (
        "Do it\n\nReuse-Search: 0\nSigned-off-by: A <a@b>\n",
        "Do it\n\nSigned-off-by: A <a@b>\nReuse-Search: 1\n",
    ),
    "only one of that name": ("Do it\n\nReuse-Search: 0\n", "Do it\n\nReuse-Search: 1\n"),
    "a last paragraph with a sentence in it": (
        "Do it\n\nSee: this\nand that.\n",
        "Do it\n\nSee: this\nand that.\n\nReuse-Search: 1\n",
    ),
    "comments below": (
        "Do it\n\n# Please enter\n#\n# On branch main\n",
        "Do it\n\nReuse-Search: 1\n\n# Please enter\n#\n# On branch main\n",
    ),
    "nothing yet but comments": (
        "\n# Please enter\n",
        "\n\nReuse-Search: 1\n\n# Please enter\n",
    ),
    "scissors": (
        "Do it\n# ------------------------ >8 ------------------------\n# Do not\ndiff\n",
        "Do it\n\nReuse-Search: 1\n\n"
        "# ------------------------ >8 ------------------------\n# Do not\ndiff\n",
    ),
    "no line feed at the end": ("Do it", "Do it\n\nReuse-Search: 1\n"),
}


@pytest.mark.parametrize(("message", "expected"), MESSAGES.values(), ids=MESSAGES)
def test_the_message_with_it(message: str, expected: str) -> None:
    assert with_trailer(message, LINE) == expected


@pytest.mark.parametrize("message", [each[0] for each in MESSAGES.values()], ids=MESSAGES)
def test_git_reads_it_as_a_trailer(message: str) -> None:
    done = subprocess.run(
        ["git", "interpret-trailers", "--parse"],
        input=with_trailer(message, LINE),
        capture_output=True,
        text=True,
        check=True,
    )
    assert LINE in done.stdout.splitlines()


@given(st.text(alphabet="aB:\n #-"))
def test_once_is_enough(message: str) -> None:
    once = with_trailer(message, LINE)
    assert with_trailer(once, LINE) == once
    assert once.count(LINE) == 1
