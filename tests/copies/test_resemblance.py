"""How like two texts are, by their lines."""

from __future__ import annotations

import pytest

from sutaza_hooks.copies.resemblance import is_short, resemblance

PAIRS = {
    "the same": ("a = 1\nb = 2", "a = 1\nb = 2", "", (2, 2, 2)),
    "other white space": ("a  =  1\n\n\tb = 2\n", "a = 1\nb = 2", "", (2, 2, 2)),
    "a line that stands twice counts twice": ("a = 1\na = 1", "a = 1", "", (1, 2, 1)),
    "brackets alone say nothing": ("a(\n)\n}", "b(\n)\n}", "", (0, 1, 1)),
    "imports say nothing": ("import os\nfrom a import b\nx()", "import os\ny()", "", (0, 1, 1)),
    "nor do comments at the head": ("# Of 2026\n# By me\nx()", "# Of 2026\ny()", "", (0, 1, 1)),
    "later comments do": ("x()\n# done", "y()\n# done", "", (1, 2, 2)),
    "names with the mark": ("class PayV2:\n  x", "class Pay:\n  x", "V2", (2, 2, 2)),
    "names without it": ("class PayV2:\n  x", "class Pay:\n  x", "", (1, 2, 2)),
}


@pytest.mark.parametrize(("new", "old", "mark", "counts"), PAIRS.values(), ids=PAIRS.keys())
def test_counts(new: str, old: str, mark: str, counts: tuple[int, int, int]) -> None:
    assert resemblance(new, old, mark) == counts


def test_shares() -> None:
    found = resemblance("a\nb\nc\nd", "a\nb")
    assert (found.contained, found.alike) == (1, 0.5)


def test_nothing_resembles_nothing() -> None:
    found = resemblance("", "")
    assert (found.contained, found.alike) == (0, 0)


def test_is_short() -> None:
    assert is_short("a\n\n}\nb", 3)
    assert not is_short("a\n\n}\nb", 2)
