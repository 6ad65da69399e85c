"""Entries, styles and changelogs for property tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from sutaza_hooks.changelog import Fields, Style


def _balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "[") - (character == "]")
        if depth < 0:
            return False
    return depth == 0


_PLAIN = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=20)
_TRICKY = st.lists(
    st.sampled_from(["a", " - ", "[", "]", "-", " ", "–", "`", "#", "[x]", ": "]), max_size=8
).map("".join)
WORDS = (_PLAIN | _TRICKY).map(str.strip)

PREFIXES = st.sampled_from(["- ", "* ", "+ ", "-   ", "", "# ", "## ", "### ", "###### "])
STYLES = st.builds(Style, PREFIXES, st.tuples(*[st.booleans()] * 5))
DATES = st.dates(date(2020, 1, 1), date(2020, 12, 31)).map(date.isoformat)
FIELDS = st.builds(
    Fields,
    DATES,
    WORDS.filter(_balanced),
    WORDS.filter(_balanced),
    WORDS.filter(_balanced),
    WORDS,
)
DETAILS = st.lists(st.sampled_from(["Why: x", "  Who: y", "", "  - z", "    code"])).map(
    lambda lines: [*lines, "Impact: none"] if lines else []
)
