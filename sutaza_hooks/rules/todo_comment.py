"""Rule: no comment that only says what is still to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.diagnostic import Diagnostic, Location, Severity
from sutaza_hooks.due import due
from sutaza_hooks.moved import Removed
from sutaza_hooks.paths import path_class, says_generated
from sutaza_hooks.pattern import Words
from sutaza_hooks.prose import Row, blocks
from sutaza_hooks.rule import Paths, Rule

_QUOTED = re.compile(
    r"`[^`\n]{0,200}`|\"[^\"\n]{0,200}\"|“[^”\n]{0,200}”|'[A-Za-z]{1,20}'"
    r"|(?<!\w)\{[A-Za-z]{1,20}\}|\+[A-Za-z]{1,20}\+|~[A-Za-z]{1,20}~"
)
_EDGE = re.compile(r"[\W_]*")
_RULERS = {mark: re.compile(rf"{re.escape(mark * 3)}\s") for mark in "=*#~_-"}
_COMPOUND = (  # what makes the tag a name: a to-do list, a FIXME comment
    r"(?i:[\s-]+(?:lists?|items?|comments?|apps?|applications?|files?|markers?|tags?|entry|entries"
    r"|tracker|board|model|manager|component|scanners?|scanning|detectors?|detection|counters?"
    r"|density|tracking|placeholders?|values?|patterns?|strings?|counts?(?=\W*$))\b)"
)
_NAME = (  # the same at the start of a comment, where most nouns are what is to be done
    r"(?i:[\s-]+(?:(?:comments?|apps?|applications?|markers?|tags?|entries|tracker|board"
    r"|scanners?|scanning|detectors?|detection|counters?|density|tracking|counts?(?=\W*$))\b"
    r"|(?:lists?|items?|files?)\s+(?:is|are|was|were|has|have|can|must|in|on|of)\b))"
)
_IMPERATIVE = (  # what a tag in Title case is followed by where it is no name
    r"\s+(?:add|allow|avoid|change|check|clean|consider|create|delete|document|extract|figure|find"
    r"|fix|handle|implement|improve|investigate|make|move|optimi[sz]e|refactor|remove|rename"
    r"|replace|rewrite|support|switch|test|update|use|validate|verify|write)\b"
)
_SUBJECT = r"(?i:\s+(?:is|are|was|were|has|have|and|or|in|notes?|tasks?|example)\b)"
_PROSE = "".join(  # what makes the tag the object of a sentence: finds any FIXME
    rf"(?<!\b(?i:{word}) )"
    for word in (
        *("the", "a", "an", "any", "no", "this", "these", "of", "as", "like", "support"),
        *("each", "every", "per", "without", "for"),
    )
)
_SOUGHT = (
    "".join(  # what speaks of code that looks for tags, a colon behind them or not
        rf"(?<!\b(?i:{word}) )"
        for verb in (
            "find",
            "detect",
            "flag",
            "report",
            "extract",
            "collect",
            "count",
            "grep",
            "parse",
        )
        for word in (verb, f"{verb}s")
    )
    + "".join(
        rf"(?<!\b(?i:{word}) for )"
        for verb in ("look", "scan", "check", "grep")
        for word in (verb, f"{verb}s")
    )
    + r"(?<!\b(?i:match|lists) )(?<!\b(?i:matches) )(?<!\b(?i:search) for )"
)
_TABLE = re.compile(r"\S {3,}\S")
"""A row of a table, such as a command and what it does."""
_ADDRESS = re.compile(r"https?://\S+")
_ITEM = re.compile(  # an issue, not the version of a manual: docs.example.org/3
    r"(?:issues?|pulls?|merge_requests|browse|tickets?|bugs?|tasks?|work_?items?|discussions|stor(?:y|ies)"
    r"|cards?|id|c|p|t)[/=:]+[\w-]*\d|#[\w-]*\d|[A-Z]{2,}-\d"
)


class _Tag(NamedTuple):
    row: Row
    at: int
    """Where it stands in its row, counted from 0."""
    text: str


@dataclass(frozen=True, eq=False)
class TodoComment(Rule):
    """An added comment that is marked as unfinished work.

    Only comments are read, never strings or names. Tags in upper case count anywhere in a
    comment, in lower case only where it starts. A line that was only moved or re-indented is not
    added, and vendored and generated files are not read, see `paths`. A comment that links to where
    the work is tracked is allowed: `#123`, `PAY-42` or an address, in the tag's paragraph.
    Docstrings are read if `docstrings` says so. A linked one whose day has passed
    (`TODO(#123) by 2026-03-01`) is a warning.

    ## Why is this bad?
    The commit says that it is done and the comment says that it is not. What is not tracked
    elsewhere is found again when it breaks.

    ## Example
    ```python title="pay.py"
    def charge(card):
        return bank.charge(card)  # TODO: handle a declined card
    ```

    ## Use instead
    ```python title="pay.py"
    def charge(card):
        return bank.charge(card)  # TODO(#123): handle a declined card
    ```
    """

    charter = 1

    tags: tuple[str, ...] = ("TODO", "FIXME", "XXX", "HACK")
    links: tuple[str, ...] = (
        r"(?<!&)#(?!\d{6}\b)\d+\b",
        r"\b(?!(?:UTF|ISO|SHA|RFC|MD|CVE|CWE|IEEE|AES|RSA|CP|X|HTTP|TLS|PEP|IPV|GPT|GMT|COVID|LATIN|BASE|PYTHON|JAVA|ES|ECMA)-)"
        r"[A-Z][A-Z0-9]+-\d+\b",
        r"https?://\S+",
    )
    docstrings: bool = False
    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def __post_init__(self) -> None:
        if not all(self.tags):
            raise ValueError("tags: expected words")
        for link in self.links:
            try:
                re.compile(link)
            except re.error as error:
                raise ValueError(f"links: `{link}` is no regular expression: {error}") from error

    def check(self, change: Change) -> Iterator[Diagnostic]:
        rough = Words(*(tag.lower() for tag in self.tags))
        removed = Removed(change, rough.search)
        for patch in change.judged:
            is_ours = path_class(patch.path, self.paths) not in ("vendored", "generated")
            if is_ours and rough.search(patch.new_text):
                yield from self._in_file(change, patch, removed)

    def _in_file(self, change: Change, patch: Patch, removed: Removed) -> Iterator[Diagnostic]:
        facts = change.after.facts(patch.path)
        text = change.after.get(patch.path, "")
        if facts is None or says_generated(text):
            return
        every = [blocks(facts.comments, text)]
        if self.docstrings:
            every += [blocks((docstring,), text) for docstring in facts.docstrings]
        for tag, is_linked in self._tags(chain(*every)):
            if patch.adds(tag.row.line) and not removed.had(tag.row.text):
                yield from (
                    self._overdue(change, patch, tag)
                    if is_linked
                    else [self._unlinked(change, patch, tag)]
                )

    def _unlinked(self, change: Change, patch: Patch, tag: _Tag) -> Diagnostic:
        place = _place(patch, tag)
        return self.diagnostic(
            place,
            f"{'comment' if patch.whole else 'added comment'} is marked `{tag.text}`",
            help=f"finish it, or link an open issue: `{tag.text.upper()}(#123): …`",
            source=change.source(place),
        )

    def _overdue(self, change: Change, patch: Patch, tag: _Tag) -> Iterator[Diagnostic]:
        """A warning where a linked tag names a day that has passed: it may be late for a reason."""
        day = due(tag.row.text[tag.at + len(tag.text) :])
        if day and day < change.date.date():
            place = _place(patch, tag)
            found = self.diagnostic(
                place,
                f"`{tag.text}` was due by {day}",
                help="finish it, or agree on another day",
                source=change.source(place),
            )
            yield replace(found, severity=Severity.WARNING)

    def _tags(self, every: Iterator[Sequence[Row]]) -> Iterator[tuple[_Tag, bool]]:
        """The tags in each block of comments, and whether they are linked."""
        for block in every:
            found = [_Tag(row, *spot) for row in block if (spot := self._tag(row))]
            places = [tag.row.line - block[0].line for tag in found]
            bounds = zip([-1, *places], places, [*places[1:], len(block)], strict=False)
            for tag, (before, here, after) in zip(found, bounds, strict=True):
                above, below = range(before + 1, here), range(here + 1, after)
                yield tag, self._is_linked(tag, block, above, below)

    def _is_linked(self, tag: _Tag, block: Sequence[Row], above: range, below: range) -> bool:
        """Whether a link stands in the tag's paragraph, among the rows around it.

        Before the tag, an address must be that of an item: there it may as well be a reference.
        """
        inside = tag.row.paragraph
        ahead = [block[n].text for n in above if block[n].paragraph == inside]
        behind = [block[n].text for n in below if block[n].paragraph == inside]
        items = _ADDRESS.sub(
            lambda found: found[0] if _ITEM.search(found[0]) else "",
            "\n".join((*ahead, tag.row.text[: tag.at])),
        )
        rest = "\n".join((tag.row.text[tag.at :], *behind))
        return self._link.search(rest) is not None or self._link.search(items) is not None

    def _tag(self, row: Row) -> tuple[int, str] | None:
        """The first tag in a row; in quotes or in a list of tags it is only spoken of."""
        bare = _QUOTED.sub(_blanked, row.text)
        if not self._pair.match(bare, row.start):
            bare = self._list.sub(_blanked, bare)
        first = self._first.match(bare, row.start)
        if first and self._counts(first[0], bare[first.end() :], row):
            return first.start(), first[0]
        found = self._within.search(bare, row.start)
        return (found.start(), found[0]) if found else None

    def _counts(self, tag: str, behind: str, row: Row) -> bool:
        """Whether a tag at the start of a row is one: in capitals always."""
        if tag in self.tags:
            return True
        if _is_banner(row.text) or re.match(_SUBJECT, behind) or _TABLE.search(behind):
            return False
        if re.match(r"\s*(?:[:(]|$|\*/|-->)", behind):
            return True
        follows = rf"\s*[.,!]|\s+-\s|{_IMPERATIVE}"
        if tag == tag.lower():
            follows = r"\s*[.,!]|\s+[-\w]"
        return row.opens and re.match(follows, behind) is not None

    @cached_property
    def _any(self) -> str:
        return "|".join(map(re.escape, self.tags))

    @cached_property
    def _link(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{link})" for link in self.links) or r"(?!)")

    @cached_property
    def _list(self) -> re.Pattern[str]:
        tag = f"(?:{self._any})"
        return re.compile(rf"\b{tag}(?:\s*(?:[,|/&]|\band\b|\bor\b)+\s*{tag})+\b")

    @cached_property
    def _pair(self) -> re.Pattern[str]:
        """Two tags that mark one thing: `TODO/FIXME: …`."""
        tag = f"(?:{self._any})"
        return re.compile(rf"{tag}/{tag}(?=\s*:|\s+\w)(?!{_NAME}|{_SUBJECT})")

    @cached_property
    def _first(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?i:{self._any})(?!\w|[\0>]|!\(|/(?!{self._any})|-[\W\d]|\.\w|\(s?\))(?!{_NAME})"
        )

    @cached_property
    def _within(self) -> re.Pattern[str]:
        """A tag inside a comment. One made of X alone is as often a name: it needs a colon."""
        before, behind = r"(?<![\w.\-/$@#&<\0+~])", r"(?![\w\-/\0>+~]|!\(|\.\w|\(s?\))"
        marked = rf"{before}{_SOUGHT}(?:{self._any}){behind}(?=\s?[:(])"
        bare = (
            rf"{before}{_PROSE}{_SOUGHT}(?:{self._any})(?<!\bXXX){behind}(?!{_COMPOUND}|{_SUBJECT})"
        )
        return re.compile(f"{marked}|{bare}")


def _place(patch: Patch, tag: _Tag) -> Location:
    column = tag.row.column + tag.at
    return Location(patch.path, tag.row.line, column, tag.row.line, column + len(tag.text) - 1)


def _is_banner(text: str) -> bool:
    """Whether words stand between two rulers of one mark: `=== todo ===`."""
    edges = [found[0] for side in (text, text[::-1]) if (found := _EDGE.match(side))]
    return any(ruler.search(edges[0]) and mark * 3 in edges[-1] for mark, ruler in _RULERS.items())


def _blanked(found: re.Match[str]) -> str:
    return "\0" * len(found[0])
