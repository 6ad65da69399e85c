"""Merges: entries of both sides, none lost, none doubled, in order."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.changelog import add, merge, parse
from tests.changelog.texts import DATES


def entry(day: str, said: str = "x", component: str = "api") -> str:
    return f"- [2024-01-{day}] - [1.2.0] - [{component}] - [Fixed] - [{said}]"


def log(*lines: str) -> str:
    return "\n".join(("# Log", "", *lines)) + "\n"


OLD, OLDER = entry("10", "old"), entry("09", "older")
BASE = log(OLD, OLDER)
PATCH = entry("08", "patch")
A, B = entry("20", "a"), entry("21", "b")

CLEAN = {
    "both at the end of a section": (
        log(OLDER, OLD, "", "The end."),
        log(OLDER, OLD, A, "", "The end."),
        log(OLDER, OLD, B, "", "The end."),
        log(OLDER, OLD, A, B, "", "The end."),
    ),
    "an entry stays in the section of a branch that is kept up": (
        log("## [2.0.0]", "", OLD, "", "## [1.3.0]", "", PATCH, "", "## [1.1.0]", "", OLDER),
        log("## [2.0.0]", "", A, OLD, "", "## [1.3.0]", "", PATCH, "", "## [1.1.0]", "", OLDER),
        log("## [2.0.0]", "", OLD, "", "## [1.3.0]", "", PATCH, "", "## [1.1.0]", "", B, OLDER),
        log("## [2.0.0]", "", A, OLD, "", "## [1.3.0]", "", PATCH, "", "## [1.1.0]", "", B, OLDER),
    ),
    "the last entry deleted on one side": (
        log(OLD, "", OLDER),
        log(A, "", OLD, "", OLDER),
        log(OLD),
        log(A, "", OLD),
    ),
    "prose after prose that is edited": (
        log(OLD, "", "Words."),
        log(OLD, "", "Words.", "", "More."),
        log(OLD, "", "Better words."),
        log(OLD, "", "Better words.", "", "More."),
    ),
    "an entry of each side": (BASE, log(A, OLD, OLDER), log(B, OLD, OLDER), log(B, A, OLD, OLDER)),
    "the same on both sides": (BASE, log(A, OLD, OLDER), log(A, OLD, OLDER), log(A, OLD, OLDER)),
    "the same on both sides, and one more": (
        BASE,
        log(A, OLD, OLDER),
        log(B, A, OLD, OLDER),
        log(B, A, OLD, OLDER),
    ),
    "nothing of theirs": (BASE, log(A, OLD, OLDER), BASE, log(A, OLD, OLDER)),
    "nothing of ours": (BASE, BASE, log(A, OLD, OLDER), log(A, OLD, OLDER)),
    "a file with the newest last": (
        log(OLDER, OLD),
        log(OLDER, OLD, B),
        log(OLDER, OLD, A),
        log(OLDER, OLD, A, B),
    ),
    "of one day ours is first": (
        BASE,
        log(entry("20", "p"), OLD, OLDER),
        log(entry("20", "q"), OLD, OLDER),
        log(entry("20", "p"), entry("20", "q"), OLD, OLDER),
    ),
    "one deleted while one was added": (log(OLD), log(A), log(B, OLD), log(B, A)),
    "ours deletes an entry": (BASE, log(A, OLDER), log(B, OLD, OLDER), log(B, A, OLDER)),
    "theirs edits an entry": (
        BASE,
        log(A, OLD, OLDER),
        log(entry("10", "mended"), OLDER),
        log(A, entry("10", "mended"), OLDER),
    ),
    "neighbours are edited": (
        BASE,
        log(entry("10", "mended"), OLDER),
        log(OLD, entry("09", "also mended")),
        log(entry("10", "mended"), entry("09", "also mended")),
    ),
    "the same edit on both sides": (
        BASE,
        log(entry("10", "mended"), OLDER),
        log(entry("10", "mended"), OLDER),
        log(entry("10", "mended"), OLDER),
    ),
    "details travel with their entry": (
        BASE,
        log(A, "  Why: p", "  Who: q", OLD, OLDER),
        log(B, "  Why: r", OLD, OLDER),
        log(B, "  Why: r", A, "  Why: p", "  Who: q", OLD, OLDER),
    ),
    "details added on one side": (
        BASE,
        log(OLD, "  Why: p", OLDER),
        log(A, OLD, OLDER),
        log(A, OLD, "  Why: p", OLDER),
    ),
    "prose of one side": (
        BASE,
        log("Our words.", "", OLD, OLDER),
        log(A, OLD, OLDER),
        log("Our words.", "", A, OLD, OLDER),
    ),
    "prose changed on one side": (
        log("Words.", "", OLD),
        log("Words.", "", A, OLD),
        log("Better words.", "", OLD),
        log("Better words.", "", A, OLD),
    ),
    "the same change of prose on both sides": (
        log("Words.", "", OLD),
        log("Better.", "", OLD),
        log("Better.", "", A, OLD),
        log("Better.", "", A, OLD),
    ),
    "the file is new on both sides": ("", log(A), log(B), log(B, A)),
    "the first entries": ("# Log\n", log(A), log(B), log(B, A)),
    "blank lines between entries": (
        log(OLD, "", OLDER),
        log(A, "", OLD, "", OLDER),
        log(B, "", OLD, "", OLDER),
        log(B, "", A, "", OLD, "", OLDER),
    ),
    "the same with the newest last": (
        log(OLDER, "", OLD),
        log(OLDER, "", OLD, "", A),
        log(OLDER, "", OLD, "", B),
        log(OLDER, "", OLD, "", A, "", B),
    ),
    "theirs is released, ours is not": (
        log("## [Unreleased]", "", OLD, "", "## [1.1.0]", "", OLDER),
        log("## [Unreleased]", "", A, OLD, "", "## [1.1.0]", "", OLDER),
        log("## [Unreleased]", "", "## [1.2.0]", "", OLD, "", "## [1.1.0]", "", OLDER),
        log("## [Unreleased]", "", A, "", "## [1.2.0]", "", OLD, "", "## [1.1.0]", "", OLDER),
    ),
    "ours is released, theirs is not": (
        log("## [Unreleased]", "", OLD, "", "## [1.1.0]", "", OLDER),
        log("## [Unreleased]", "", "## [1.2.0]", "", OLD, "", "## [1.1.0]", "", OLDER),
        log("## [Unreleased]", "", A, OLD, "", "## [1.1.0]", "", OLDER),
        log("## [Unreleased]", "", A, "", "## [1.2.0]", "", OLD, "", "## [1.1.0]", "", OLDER),
    ),
    "both open the same section": (
        log("## [1.1.0]", "", OLD),
        log("## [1.2.0]", "", A, "", "## [1.1.0]", "", OLD),
        log("## [1.2.0]", "", B, "", "## [1.1.0]", "", OLD),
        log("## [1.2.0]", "", B, A, "", "## [1.1.0]", "", OLD),
    ),
    "both move an entry: it stays one": (
        log(OLD, OLDER, entry("01")),
        log(entry("01"), OLD, OLDER),
        log(OLD, entry("01"), OLDER),
        None,
    ),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("final", [True, False], ids=["final newline", "no final newline"])
@pytest.mark.parametrize(("base", "ours", "theirs", "merged"), CLEAN.values(), ids=CLEAN)
def test_what_merges_by_itself(
    base: str, ours: str, theirs: str, merged: str | None, end: str, final: bool
) -> None:
    def written(text: str) -> str:
        return (text if final else text.removesuffix("\n")).replace("\n", end)

    text, conflict = merge(written(base), written(ours), written(theirs))
    assert not conflict
    if merged is not None:
        assert text == written(merged)
    assert max(Counter(each.text for each in parse(text).entries).values()) == 1


CONFLICTS = {
    "each side leaves a fence open, and both together would hide an entry": (
        log(OLD),
        log("```", "", OLD),
        log(OLD, "", "```"),
        "<<<<<<< ours\n"
        + log("```", "", OLD)
        + "=======\n"
        + log(OLD, "", "```")
        + ">>>>>>> theirs\n",
    ),
    "an entry edited in two ways": (
        log(OLD, OLDER),
        log(A, entry("10", "p"), OLDER),
        log(B, entry("10", "q"), OLDER),
        log(
            B,
            A,
            "<<<<<<< ours",
            entry("10", "p"),
            "=======",
            entry("10", "q"),
            ">>>>>>> theirs",
            OLDER,
        ),
    ),
    "an entry deleted and edited": (
        log(OLD, OLDER),
        log(OLDER),
        log(entry("10", "q"), OLDER),
        log("<<<<<<< ours", "=======", entry("10", "q"), ">>>>>>> theirs", OLDER),
    ),
    "prose changed in two ways": (
        log("Words.", "", OLD),
        log("Ours.", "", A, OLD),
        log("Theirs.", "", B, OLD),
        log("<<<<<<< ours", "Ours.", "=======", "Theirs.", ">>>>>>> theirs", "", B, A, OLD),
    ),
    "prose added in two ways": (
        BASE,
        log("Ours.", "", OLD, OLDER),
        log("Theirs.", "", OLD, OLDER),
        log("<<<<<<< ours", "Ours.", "=======", "Theirs.", ">>>>>>> theirs", "", OLD, OLDER),
    ),
    "the same entry with other details": (
        BASE,
        log(A, "  Why: p", OLD, OLDER),
        log(A, "  Why: q", OLD, OLDER),
        log("<<<<<<< ours", A, "  Why: p", "=======", A, "  Why: q", ">>>>>>> theirs", OLD, OLDER),
    ),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("base", "ours", "theirs", "merged"), CONFLICTS.values(), ids=CONFLICTS)
def test_what_does_not_merge_by_itself(
    base: str, ours: str, theirs: str, merged: str, end: str
) -> None:
    texts = [text.replace("\n", end) for text in (base, ours, theirs)]
    assert merge(texts[0], texts[1], texts[2]) == (merged.replace("\n", end), True)


PAST = entry("10").replace("2024", "2019")
SHAPES = st.sampled_from(
    [
        "",
        "# Log\n",
        "# Log",
        f"# Log\n\n{entry('10')}\n",
        f"# Log\n\n{entry('10')}\n{entry('09')}\n\nThe end.\n",
        f"# Log\n\n{entry('09')}\n\n{entry('10')}\n",
        f"{entry('09')}\r\n{entry('10')}",
        f"# Log\n\n## [Unreleased]\n\n## [1.1.0]\n\n{PAST}\n",
        f"# Log\n\n## [1.1.0] - 2019-01-10\n\n{PAST}\n",
    ]
)
Branch = list[tuple[str, tuple[str, ...]]]
BRANCHES = st.lists(
    st.lists(
        st.tuples(DATES, st.sampled_from([(), ("Why: x",), ("Why: y", "Who: z")])), max_size=3
    ),
    min_size=1,
    max_size=6,
)


def branched(base: str, branches: list[Branch]) -> list[str]:
    """The base with the entries of each branch added, every entry named for its place."""
    tips = []
    for number, branch in enumerate(branches):
        tip = base
        for place, (day, details) in enumerate(branch):
            said = f"- [{day}] - [1.2.0] - [api] - [Fixed] - [change {number}.{place}]"
            tip = add(tip, "\n".join((said, *(f"  {detail}" for detail in details))))
        tips.append(tip)
    return tips


def texts_of(text: str) -> Counter[str]:
    return Counter(each.text for each in parse(text).entries)


def is_ordered(text: str) -> bool:
    days = [each.fields.date for each in parse(text).entries]
    pairs = list(pairwise(days))
    return all(one >= two for one, two in pairs) or all(one <= two for one, two in pairs)


@given(SHAPES, BRANCHES, st.randoms(use_true_random=False))
def test_branches_merge_in_any_order(base: str, branches: list[Branch], random: Random) -> None:
    tips = branched(base, branches)
    expected = Counter(texts_of(base))
    for tip in tips:
        expected |= texts_of(tip)
    random.shuffle(tips)
    trunk = base
    for tip in tips:
        trunk, conflict = merge(base, trunk, tip)
        assert not conflict
    assert texts_of(trunk) == expected
    assert is_ordered(trunk)
    assert parse(trunk).attempts == ()


@given(SHAPES, BRANCHES)
def test_branches_merge_the_same_from_both_sides(base: str, branches: list[Branch]) -> None:
    first, last = branched(base, [branches[0], branches[-1]])
    one, other = merge(base, first, last), merge(base, last, first)
    assert texts_of(one[0]) == texts_of(other[0])
    assert (one[1], other[1]) == (False, False)


@given(st.text(), st.text(), st.text())
def test_any_texts_are_merged(base: str, ours: str, theirs: str) -> None:
    merge(base, ours, theirs)


LINE = st.sampled_from([A, B, OLD, OLDER, "  Why: x", "", "prose", "## [1.0.0]", "- y", "```"])
FILE = st.lists(LINE, max_size=8).map("\n".join)


@given(FILE, FILE, FILE)
def test_no_entry_is_lost_or_doubled(base: str, ours: str, theirs: str) -> None:
    text, conflict = merge(base, ours, theirs)
    was, mine, yours = texts_of(base), texts_of(ours), texts_of(theirs)
    kept = texts_of(text)
    if not conflict:
        assert not (set(mine) - set(was) | set(yours) - set(was)) - set(kept)
        assert all(count <= max(mine[each], yours[each]) for each, count in kept.items())
    assert merge(base, ours, base) == (ours, False)
    assert merge(base, base, theirs) == (theirs, False)
