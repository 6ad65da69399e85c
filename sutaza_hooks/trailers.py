"""Writing a trailer into a commit message, as git-interpret-trailers(1) would.

Git is not asked: its configuration may name commands that it runs for a trailer.
"""

from __future__ import annotations

import re

_SCISSORS = re.compile(r"^. -+ >8 -+$", re.MULTILINE)
_TRAILER = re.compile(r"^[A-Za-z0-9-]+: ?\S")
_PICKED = "(cherry picked from commit "


def with_trailer(message: str, line: str, comment: str = "#") -> str:
    """The message with the trailer as its last line, in the place of one of the same name.

    What Git will take away, comments at the end and what is below the scissors, stays behind it.
    """
    name = line.partition(":")[0]
    said, below = _parted(message, comment)
    rows = [row for row in said.rstrip().split("\n") if not row.startswith(f"{name}:")]
    while rows and not rows[-1].strip():
        rows.pop()
    apart = [] if _ends_in_trailers(rows) else [""]
    return "\n".join((*(rows or [""]), *apart, line)) + "\n" + (f"\n{below}" if below else "")


def _parted(message: str, comment: str) -> tuple[str, str]:
    """What is said, and the comments below it."""
    cut = _SCISSORS.search(message)
    end = cut.start() if cut else len(message)
    rows = message[:end].split("\n")
    while rows and (not rows[-1].strip() or rows[-1].startswith(comment)):
        rows.pop()
    said = "\n".join(rows)
    return said, message[len(said) :].lstrip("\n")


def _ends_in_trailers(rows: list[str]) -> bool:
    """Whether the last paragraph, which is not the subject, is made of trailers alone."""
    last: list[str] = []
    for row in reversed(rows):
        if not row.strip():
            break
        last.append(row)
    is_subject = len(last) == len(rows)
    return not is_subject and all(
        _TRAILER.match(row) or row.startswith((" ", "\t", _PICKED)) for row in last
    )
