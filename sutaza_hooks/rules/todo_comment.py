"""Rule: no comment that only says what is still to be done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.diagnostic import Diagnostic, Location
from sutaza_hooks.facts import Comment
from sutaza_hooks.rule import Rule

_OPENING = r"^[\s#*/\-!<;%{\[(.>|=~+\"']*@?"
_QUOTED = re.compile(r"`[^`\n]*`|\"[^\"\n]*\"|'[A-Za-z]+'|“[^”\n]*”")
_NOUN = (  # what makes the tag itself the subject: a to-do list, a FIXME comment
    r"(?!\s+(?:lists?|items?|comments?|apps?|applications?|files?|markers?|tags?|notes?|entry|"
    r"entries|tasks?|tracker|board|model|example|is|are|was|were|has|have|and|or)\b)"
)
_PROSE = r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bany )(?<!\bno )(?<!\bthis )(?<!\bthese )(?<!\bof )"


@dataclass(frozen=True)
class TodoComment(Rule):
    """An added comment that is marked as unfinished work.

    Only comments are read, never strings or names. Tags in upper case count anywhere in a
    comment, in lower case only where it starts. A line that was only moved or re-indented is not
    added, and a comment that links to where the work is tracked is allowed.

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
        r"(?<![\w&])#\d+\b",
        r"\b(?!(?:UTF|ISO|SHA|RFC|MD|CVE|CWE|IEEE|AES|RSA|CP|X|HTTP|TLS|PEP|IPV)-)[A-Z][A-Z0-9]+-\d+\b",
        r"https?://\S+",
    )

    def check(self, change: Change) -> Iterator[Diagnostic]:
        left = self._removed(change)
        for patch in change.judged:
            if any(self._rough.search(line.text) for line in patch.added):
                yield from self._in_file(change, patch, left)

    def _in_file(self, change: Change, patch: Patch, left: Counter[str]) -> Iterator[Diagnostic]:
        facts = change.after.facts(patch.path)
        word = "comment" if patch.whole else "added comment"
        for location, tag, said in self._marked(patch.path, facts.comments if facts else ()):
            if patch.adds(location.line) and not _moved(said, left):
                yield self.diagnostic(
                    location,
                    f"{word} is marked `{tag}`",
                    help=f"finish it, or link an open issue: `{tag.upper()}(#123): …`",
                    source=change.source(location),
                )

    def _marked(
        self, path: str, comments: Sequence[Comment]
    ) -> Iterator[tuple[Location, str, str]]:
        """Each tag that no link follows: where it stands, how it is written, and its line."""
        for block in _blocks(comments):
            found = [
                (comment, offset, line, start, tag)
                for comment in block
                for offset, line in enumerate(comment.text.split("\n"))
                for start, tag in self._tags(line)
            ]
            texts = _segments(block, [(comment, offset) for comment, offset, *_ in found])
            for (comment, offset, line, start, tag), text in zip(found, texts, strict=True):
                if not self._link.search(text):
                    row = comment.line + offset
                    column = start + (comment.column if offset == 0 else 1)
                    end = column + len(tag) - 1
                    yield Location(path, row, column, row, end), tag, _plain(line)

    def _tags(self, line: str) -> Iterator[tuple[int, str]]:
        """The first tag in a line of a comment; in quotes or in a list it is only spoken of."""
        bare = line
        for spoken_of in (_QUOTED, self._list):
            bare = spoken_of.sub(lambda found: "\0" * len(found[0]), bare)
        found = self._tag.search(bare)
        if found and found.lastindex:
            yield found.start(found.lastindex), found[found.lastindex]

    def _removed(self, change: Change) -> Counter[str]:
        """The lines that the change takes away and that hold a tag, without their white space."""
        return Counter(
            _plain(line.text)
            for patch in change.patches
            for line in patch.removed
            if self._rough.search(line.text)
        )

    @cached_property
    def _rough(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self.tags)), re.IGNORECASE)

    @cached_property
    def _link(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{link})" for link in self.links) or r"(?!)")

    @cached_property
    def _list(self) -> re.Pattern[str]:
        tag = f"(?:{'|'.join(map(re.escape, self.tags))})"
        return re.compile(rf"\b{tag}(?:\s*(?:[,|/&]|\band\b|\bor\b)+\s*{tag})+\b")

    @cached_property
    def _tag(self) -> re.Pattern[str]:
        """Matches a tag as its only group that is set."""
        upper = "|".join(map(re.escape, self.tags))
        lower = "|".join(re.escape(tag.lower()) for tag in self.tags)
        anywhere = rf"(?<![\w.\-/$@#&<\0]){_PROSE}({upper})(?![\w\-/\0>]|\.\w|\(\)){_NOUN}"
        start = rf"{_OPENING}({lower})(?=\s*[:(]|\s*$|\s+\w)(?!\(\)){_NOUN}"
        return re.compile(f"(?:{anywhere})|(?:{start})")


def _blocks(comments: Sequence[Comment]) -> Iterator[list[Comment]]:
    """Comments that stand under each other in one column, and so are one to the reader."""
    numbered = enumerate(comments)
    for _, group in groupby(numbered, key=lambda each: (each[1].line - each[0], each[1].column)):
        yield [comment for _, comment in group]


def _segments(block: Sequence[Comment], marks: Sequence[tuple[Comment, int]]) -> Iterator[str]:
    """For each mark the text that belongs to it: up to the next one, the first from the start."""
    rows = [line for comment in block for line in comment.text.split("\n")]
    first = block[0].line
    starts = [comment.line + offset - first for comment, offset in marks]
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else len(rows)
        yield "\n".join(rows[start if position else 0 : max(end, start + 1)])


def _plain(text: str) -> str:
    return " ".join(text.split())


def _moved(said: str, left: Counter[str]) -> bool:
    """Whether a removed line held the same words; each such line answers for one added line."""
    for line, count in left.items():
        if count and said in line:
            left[line] -= 1
            return True
    return False
