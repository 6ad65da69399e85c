"""Comments that allow a rule at one place: `sutaza: allow <rule>[, <rule>] -- <reason>`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sutaza_hooks.change import Change, Patch, Tree
from sutaza_hooks.diagnostic import Diagnostic, Location
from sutaza_hooks.facts import Comment
from sutaza_hooks.pattern import IGNORECASE, Pattern
from sutaza_hooks.text import lines

_MARK = "sutaza:"
_FORM = Pattern(
    r"sutaza:[ \t]*allow[ \t]+(?P<rules>[a-z0-9-]+(?:[ \t]*,[ \t]*[a-z0-9-]+)*)(?P<rest>[^\n]*)"
)
_WORD = re.compile(r"\w")
_UNTIL = Pattern(  # in brackets anywhere; without them what looks like a date, at the end
    r"[(\[{][ \t]*until\b[^()\[\]{}]*[)\]}]"
    r"|\buntil\b[ \t:=]*(?:\d{4}[./-]\d+[./-]\d+|\d+[./-]\d+[./-]\d{4})\b[ \t.)]*(?=--[ \t]|$)",
    IGNORECASE,
)
_DAY = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])")
_MARKUP = re.compile(r"<!--.*?-->")
_CLOSERS = re.compile(r"(\*/|-->|--\]\]|#}|%>)$")


NO_DAY = date.min
"""What stands for a date that is none, and so has passed."""

POLICING = frozenset(("unexplained-suppression", "unused-suppression"))
"""The rules about suppressions: a comment that allowed them would be its own excuse."""


class Suppression(NamedTuple):
    """One such comment. It covers its own line and, when it stands alone there, the next one."""

    location: Location
    rules: tuple[str, ...]
    reason: str
    until: date | None
    covers: range
    source: str

    def expired(self, today: date) -> bool:
        return self.until is not None and self.until < today

    def in_force(self, today: date) -> bool:
        """Whether it allows anything: one that has expired or gives no reason does not."""
        return bool(self.reason) and not self.expired(today)

    def allows(self, diagnostic: Diagnostic, today: date) -> bool:
        return (
            self.in_force(today)
            and diagnostic.rule in self.rules
            and diagnostic.rule not in POLICING
            and not diagnostic.about_change
            and diagnostic.location.path == self.location.path
            and diagnostic.location.line in self.covers
        )


def in_file(tree: Tree, path: str) -> Sequence[Suppression]:
    """The suppressions in the comments of a file; where its language is not known, in HTML's."""
    text = tree.get(path, "")
    if _MARK not in text:
        return ()
    facts = tree.facts(path)
    rows = [line.text for line in lines(text)]
    comments = facts.comments if facts else _markup_comments(rows)
    return tuple(found for each in comments for found in _read(path, each, rows))


def added(change: Change) -> Iterator[tuple[Patch, Suppression]]:
    """The suppressions on lines that the change adds, each with its patch."""
    for patch in change.judged:
        if _MARK in patch.new_text:
            for suppression in in_file(change.after, patch.path):
                if patch.adds(suppression.location.line):
                    yield patch, suppression


def _markup_comments(rows: Sequence[str]) -> Iterator[Comment]:
    """Comments on one line as Markdown has them; elsewhere in prose the words are an example."""
    for number, row in enumerate(rows, 1):
        for found in _MARKUP.finditer(row):
            yield Comment(number, found.start() + 1, number, found.end(), found[0])


def _read(path: str, comment: Comment, rows: Sequence[str]) -> Iterator[Suppression]:
    for found in _FORM.finditer(comment.text):
        line = comment.line + comment.text.count("\n", 0, found.start())
        source = rows[line - 1]
        rest = _CLOSERS.sub("", found["rest"].rstrip())
        ends = [_date(end[0]) for end in _UNTIL.finditer(rest)]
        reason = _UNTIL.sub("", rest).partition("--")[2].strip()
        column = max(source.find(_MARK), 0) + 1
        yield Suppression(
            location=Location(path, line, column, line, column + len(_MARK) - 1),
            rules=tuple(name.strip() for name in found["rules"].split(",")),
            reason=reason if _WORD.search(reason) else "",
            until=min(ends, default=None),
            covers=_covered(comment, line, rows),
            source=source,
        )


def _covered(comment: Comment, line: int, rows: Sequence[str]) -> range:
    """The line and, if nothing else stands on it, the next one; ` */` is none to be covered."""
    last = line
    if _alone(comment, line, rows[line - 1]):
        last += 1
        while last <= comment.end_line and not _WORD.search(rows[last - 1]):
            last += 1
    return range(line, min(last, len(rows)) + 1)


def _alone(comment: Comment, line: int, row: str) -> bool:
    """Whether no code stands around the suppression, and no words of the comment before it."""
    code = row[: comment.column - 1] if line == comment.line else ""
    code += row[comment.end_column :] if line == comment.end_line else ""
    return not code.strip() and not _WORD.search(row.partition(_MARK)[0])


def _date(text: str) -> date:
    """The one day that the text names, written as YYYY-MM-DD."""
    days = _DAY.findall(text)
    try:
        return date.fromisoformat(days[0]) if len(days) == 1 else NO_DAY
    except ValueError:
        return NO_DAY
