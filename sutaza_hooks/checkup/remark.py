"""What the doctor says of one thing that it looked at."""

from __future__ import annotations

from typing import Literal, NamedTuple

Standing = Literal["ok", "note", "problem", "not proved"]


class Remark(NamedTuple):
    """A standing, the thing, and what is so; for a problem also the way out, after a semicolon."""

    standing: Standing
    about: str
    said: str
