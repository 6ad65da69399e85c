"""`unexplained-suppression`: reasons that count, then what is none."""

from __future__ import annotations

import pytest

from sutaza_hooks.rules.unexplained_suppression import UnexplainedSuppression
from tests.changes import change, says

RULE = UnexplainedSuppression()
ALLOWED = {
    "a reason": "# sutaza: allow todo-comment -- agreed with the bank\n",
    "a reason and an end": "# sutaza: allow todo-comment -- agreed (until 2027-01-01)\n",
    "an end and a reason": "# sutaza: allow todo-comment (until 2027-01-01) -- agreed\n",
    "no suppression": "# sutaza is the gate\n",
    "a suppression of another tool": "x = 1  # noqa: E501\n",
    "in a string": 'x = "# sutaza: allow todo-comment"\n',
}
FLAGGED = {
    "nothing": "# sutaza: allow todo-comment\n",
    "dashes alone": "# sutaza: allow todo-comment --\n",
    "signs alone": "# sutaza: allow todo-comment -- ...\n",
    "an end alone": "# sutaza: allow todo-comment (until 2027-01-01)\n",
}


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(text: str) -> None:
    assert says(RULE, change({}, {"a.py": text})) == []


@pytest.mark.parametrize("text", FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(text: str) -> None:
    said = says(RULE, change({}, {"a.py": text}))
    assert said == ["a.py:1:3: suppression of `todo-comment` gives no reason"]


def test_the_end_of_a_comment_is_no_reason() -> None:
    (said,) = says(RULE, change({}, {"a.html": "<!-- sutaza: allow todo-comment -->\n"}))
    assert said.endswith("gives no reason")
