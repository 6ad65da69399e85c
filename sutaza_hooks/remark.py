"""The comments that a change adds, as running text on which a phrase can be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.diagnostic import Location
from sutaza_hooks.facts import Facts
from sutaza_hooks.moved import Removed
from sutaza_hooks.paths import PathClass, first_test_line, path_class, says_generated
from sutaza_hooks.pattern import Matcher, Rough
from sutaza_hooks.prose import Row, blocks

DOCUMENTATION = ("/**", "/*!", "///", "//!")
"""How comments begin that document a definition."""


_RUNNERS = re.compile(
    r"testing|github\.com/stretchr/testify/\w+|github\.com/onsi/(?:ginkgo|gomega)\b.*"
    r"|_?pytest(?:\.\w+)*|unittest"
    r"|vitest|jest|mocha|chai|@jest/globals|@playwright/test|@testing-library/[\w-]+"
    r"|org\.(?:junit|testng|mockito)\..*"
)
_TAGGED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
"""What says already that a comment is about unfinished work; another rule judges it."""
_QUOTES = "\"'`“”‘’"
_PROMPT = re.compile(r"[\s#/*]*>>>")
_ELLIPSIS = re.compile(r"\.{3}|…")
_LABEL = re.compile(r"[A-Z][A-Za-z]*(?:: | ?[–—] )")


class Remark(NamedTuple):
    """A paragraph of comments: its rows joined by blanks, without comment marks.

    A row that begins with an ellipsis, or with one word and a colon, begins a paragraph.
    """

    text: str
    starts: tuple[tuple[int, int, int], ...]
    """For each row, where it begins in `text`, and its line and column."""
    documents: bool
    """It is a comment that documents a definition, such as Javadoc."""

    def place(self, path: str, start: int, end: int) -> Location:
        """Where a part of the text stands; it ends with the row in which it begins."""
        offset, line, column = next(each for each in reversed(self.starts) if each[0] <= start)
        follows = next((each[0] for each in self.starts if each[0] > start), len(self.text) + 1)
        last = min(end, follows - 1)
        return Location(path, line, column + start - offset, line, column + last - offset - 1)

    def lines(self, start: int, end: int) -> range:
        """The lines on which a part of the text stands."""
        every = [line for offset, line, _ in self.starts if offset < end]
        before = [line for offset, line, _ in self.starts if offset <= start]
        return range(before[-1], every[-1] + 1)


class Reading(NamedTuple):
    """A file of a change that may hold what a rule looks for."""

    patch: Patch
    facts: Facts
    text: str

    def speaks(self, line: int, column: int) -> bool:
        """Whether a place is in a comment or in a telling string, and so is no code."""
        facts = self.facts
        spans = (each[:4] for each in (*facts.comments, *facts.docstrings, *facts.strings))
        return any(first[:2] <= (line, column) <= first[2:] for first in spans)


def readings(
    change: Change,
    rough: Rough,
    paths: Mapping[str, tuple[str, ...]],
    classes: Sequence[PathClass] = ("production",),
) -> Iterator[Reading]:
    """The files of some classes on whose added lines `rough` matches, which is the cheap test."""
    for patch in change.judged:
        if path_class(patch.path, paths) not in classes or not change.after.language(patch.path):
            continue
        if not rough.search(patch.new_text):
            continue
        facts = change.after.facts(patch.path)
        text = change.after.get(patch.path, "")
        if facts is not None and not says_generated(text) and not _supports_tests(facts):
            yield Reading(patch, facts, text)


def _supports_tests(facts: Facts) -> bool:
    """Whether a file is for tests alone, wherever it stands: it needs what runs them."""
    return any(_RUNNERS.fullmatch(each.module) and not each.guard for each in facts.imports)


def remarks(reading: Reading, *, docstrings: bool = False) -> Iterator[Remark]:
    """The paragraphs of comments, with those that stand in docstrings if they are asked for."""
    for block in blocks(reading.facts.comments, reading.text):
        yield from _paragraphs(block)
    if docstrings:
        for docstring in reading.facts.docstrings:
            for block in blocks((docstring,), reading.text):
                yield from _paragraphs(block)


def is_quoted(text: str, found: re.Match[str]) -> bool:
    """Whether what was found is only spoken of."""
    before, behind = text[: found.start()].rstrip(), text[found.end() :].lstrip(" .!…")
    if any(before.count(quote) % 2 and quote in behind for quote in '"`'):
        return True
    return before[-1:] in _QUOTES and behind[:1] in _QUOTES and bool(before and behind)


def _paragraphs(block: Sequence[Row]) -> Iterator[Remark]:
    documents = block[0].text.startswith(DOCUMENTATION)
    block = [row for row in _spoken(block) if not _PROMPT.match(row.text)]
    cuts = list(accumulate(_begins(row) for row in block))
    keys = {row: (row.paragraph, cut) for row, cut in zip(block, cuts, strict=True)}
    for _, rows in groupby(block, keys.__getitem__):
        text, starts = "", []
        for row in rows:
            start = _start(row)
            text += " " if text else ""
            starts.append((len(text), row.line, row.column + start))
            text += row.text[start:].rstrip()
        if text:
            yield Remark(text, tuple(starts), documents)


def _spoken(block: Sequence[Row]) -> Iterator[Row]:
    """The rows outside of fences, in which a comment shows code."""
    is_code = False
    for row in block:
        is_fence = row.text.startswith("```", row.start)
        if not is_code and not is_fence:
            yield row
        is_code ^= is_fence


def _begins(row: Row) -> bool:
    return _start(row) < row.start or _LABEL.match(row.text, row.start) is not None


def _start(row: Row) -> int:
    """Where the words of a row begin, an ellipsis before them included."""
    marks = _ELLIPSIS.search(row.text, 0, row.start)
    return marks.start() if marks else row.start


class Added:
    """Which places of a file are new: on an added line, and not merely moved there."""

    def __init__(self, change: Change, rough: Rough) -> None:
        self._change = change
        self._removed = Removed(change, rough.search)
        self._known: dict[tuple[str, int], bool] = {}

    def holds(self, patch: Patch, lines: Iterable[int]) -> bool:
        """Whether any of the lines is added, and no removed line said the same."""
        last = first_test_line(patch.path, self._change.after.get(patch.path, ""))
        # Every line is asked, so that each removed line answers for one that is added.
        new = [
            patch.adds(line) and line < last and self._is_new(patch.path, line) for line in lines
        ]
        return any(new)

    def _is_new(self, path: str, line: int) -> bool:
        if (path, line) not in self._known:
            text = self._change.after.line(path, line)
            self._known[path, line] = not self._removed.had(text)
        return self._known[path, line]


class Phrase(NamedTuple):
    """What a pattern has found in an added comment."""

    reading: Reading
    remark: Remark
    found: re.Match[str]
    place: Location


def phrases(
    change: Change,
    pattern: Matcher,
    rough: Rough,
    paths: Mapping[str, tuple[str, ...]],
    *,
    docstrings: bool = False,
) -> Iterator[Phrase]:
    """The first match of `pattern` in each untagged paragraph of comments, where it is new.

    `rough` finds something wherever `pattern` does, on a line of its match.
    """
    added = Added(change, rough)
    for reading in readings(change, rough, paths):
        for remark in remarks(reading, docstrings=docstrings):
            if _TAGGED.search(remark.text):
                continue
            for found in pattern.finditer(remark.text):
                if not is_quoted(remark.text, found) and added.holds(
                    reading.patch, remark.lines(*found.span())
                ):
                    place = remark.place(reading.patch.path, *found.span())
                    yield Phrase(reading, remark, found, place)
                    break
