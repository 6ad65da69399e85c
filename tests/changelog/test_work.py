"""How much is done for one entry among thousands: counted, since time depends on the machine."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType

import pytest

from sutaza_hooks.changelog import add, merge, parse
from sutaza_hooks.changelog.row import row
from sutaza_hooks.check import check
from sutaza_hooks.config import Config
from sutaza_hooks.record import key
from tests.changes import change

NEW = "- [2026-03-14] - [Unreleased] - [core] - [Added] - [A fee on payments]\n"
OTHER = NEW.replace("A fee", "A tax")
SIZES = (500, 1000)


def changelog(count: int, *first: str, sections: bool = False) -> str:
    """One with as many entries, new ones first, as a project grows it."""
    lines = ["# Changelog\n\n", *first]
    for number in range(count, 0, -1):
        day = f"2026-{number // 28 % 2 + 1:02}-{number % 28 + 1:02}"
        version = f"{number // 100}.{number % 100 // 10}.0"
        if sections and number % 10 == 9:
            lines.append(f"\n## {version}\n\n")
        lines.append(f"- [{day}] - [{version}] - [core] - [Added] - [Payment number {number}]\n")
    return "".join(lines)


def checked(before: str, after: str) -> Callable[[], object]:
    path = "docs/CHANGELOG.md"
    given = change({path: before, "a.py": "x = 1\n"}, {path: after, "a.py": "x = 2\n"})
    rules = [rule for rule in Config().rules if rule.charter == 19]
    return lambda: check(given, rules)


def work(run: Callable[[], object]) -> Counter[str]:
    """How often each Python function is called."""
    calls = Counter[str]()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            calls[frame.f_code.co_name] += 1

    parse.cache_clear()
    run()  # what is imported and compiled once is not counted
    parse.cache_clear()
    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls


DONE = {
    "a check of one more entry": (
        lambda n: checked(changelog(n), changelog(n, NEW)),
        300,
    ),
    "a check of one more entry, in sections": (
        lambda n: checked(changelog(n, sections=True), changelog(n, NEW, sections=True)),
        300,
    ),
    "a check of one entry that is gone": (
        lambda n: checked(changelog(n, NEW), changelog(n)),
        300,
    ),
    "an entry is added": (lambda n: lambda: add(changelog(n), NEW), 120),
    "each side adds one": (
        lambda n: lambda: merge(changelog(n), changelog(n, NEW), changelog(n, OTHER)),
        600,
    ),
}


@pytest.mark.parametrize(("run", "most"), DONE.values(), ids=DONE.keys())
def test_what_is_done_grows_with_the_entries_and_no_faster(
    run: Callable[[int], Callable[[], object]], most: int
) -> None:
    few, many = (work(run(size)).total() for size in SIZES)
    assert (many - few) / (SIZES[1] - SIZES[0]) <= most


def test_each_text_is_parsed_once() -> None:
    parse.cache_clear()
    checked(changelog(100), changelog(100, NEW))()
    assert parse.cache_info().misses == 2


def test_only_what_differs_is_compared() -> None:
    calls = work(checked(changelog(500), changelog(500, NEW)))
    assert calls[key.__name__] < 20
    assert calls[row.__name__] > 1000  # all are read: what is counted counts
