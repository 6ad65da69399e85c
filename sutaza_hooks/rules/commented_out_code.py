"""Rule: no code that is kept as a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, Location
from sutaza_hooks.languages.grammar import parse
from sutaza_hooks.pattern import Pattern
from sutaza_hooks.prose import Row, blocks
from sutaza_hooks.remark import Added, Reading, readings
from sutaza_hooks.rule import Paths, Rule

_CODE = Pattern(
    r"[;{}(\[]\s*$|^\s*(?:return|raise|throw|if|elif|for|while|def|class|import|from|const|let|var"
    r"|await|yield|else:|try:|except)\b.*[\w)\]:;]\s*$|^\s*[\w.]+\(.*\)[;,]?\s*$"
    r"|^\s*[\w.\[\]\"']+\s*(?:[-+*/|&:]?=)\s*\S+|^\s*@\w+|^\s*[)\]}]+[,;]?\s*$|\)[;:,]\s*$"
)
_STRONG = Pattern(
    r"^\s*(?:return|raise|throw)\b.*[\w)]\s*[;(]?|^\s*[\w.]+\($|^\s*[\w.]+\([^)]*\);?\s*$|;\s*$"
    r"|^\s*(?:if|for"
    r"|while)\b.*[:{]\s*$"
    r"|^\s*[\w.\[\]]+ :?= .*[\w)\]\"'];?\s*$|^\s*(?:import|from) [\w.]+"
)
_PROSE = Pattern(
    r"^\s*[A-Z][a-z']+,? [a-z]+ [a-z]+|^\s*[a-z']+,? [a-z']+ [a-z']+ [a-z']+|^\s*(?:e\.g\.|i\.e\."
    r"|-|\*|\d+\.|>>>|\$)\s?"
    r"|(?:^|\s)(?:the|an?|is|are|this|that|we|you|it)\s[a-z]+\s"
)
_SETTING = Pattern(r"^\s*[\w.-]+\s*[:=]\s*[^\s();]+$")
_DOCUMENTS = ("/**", "/*!", "///", "//!")


@dataclass(frozen=True, eq=False)
class CommentedOutCode(Rule):
    """Added comments that hold code.

    A statement or a run of lines that parses as the file's own language. Comments that document a
    definition, examples and lists of settings are none. Off by default: no detector of this is
    nearly always right.

    ## Why is this bad?
    Nobody knows whether it may go, so it stays, and rots. Git remembers it better.

    ## Example
    ```python title="pay.py"
    def charge(card):
        # if card.expired:
        #     raise CardExpired(card)
        return bank.charge(card)
    ```

    ## Use instead
    ```python title="pay.py"
    def charge(card):
        return bank.charge(card)
    ```
    """

    charter = 1
    default_on = False

    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, _ANY)
        for reading in readings(change, _ANY, self.paths):
            for block in blocks(reading.facts.comments, reading.text):
                rows = self._code(change, reading, block)
                if rows and added.holds(reading.patch, [row.line for row in rows]):
                    first, last = rows[0], rows[-1]
                    column = first.column + first.start
                    place = Location(reading.patch.path, first.line, column, last.line)
                    yield self.diagnostic(
                        place,
                        "comment holds code",
                        help="remove them; Git remembers them",
                        source=change.source(place),
                    )

    def _code(self, change: Change, reading: Reading, block: Sequence[Row]) -> Sequence[Row]:
        if block[0].text.startswith(_DOCUMENTS):
            return ()
        run = _longest(block)
        if not run or all(_SETTING.match(_text(row)) for row in run):
            return ()
        if not any(_STRONG.search(_text(row)) for row in run):
            return ()
        return run if _parses(change, reading, run) else ()


_ANY = Pattern(r"\S")


def _text(row: Row) -> str:
    return re.sub(r"^\s*(?:#|//|/?\*)\s?|\s*\*/\s*$", "", row.text)


def _longest(block: Sequence[Row]) -> Sequence[Row]:
    """The longest run of rows that look like code."""
    best: list[Row] = []
    run: list[Row] = []
    for row in block:
        text = _text(row)
        run = [*run, row] if _CODE.search(text) and not _PROSE.match(text) else []
        best = run if len(run) > len(best) else best
    return best


def _parses(change: Change, reading: Reading, run: Sequence[Row]) -> bool:
    """Whether the run is code of the file's language, its missing end aside."""
    language = change.after.language(reading.patch.path)
    if language is None or not language.grammar:
        return False
    lines = [_text(row) for row in run]
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    code = "\n".join(line[margin:] for line in lines)
    for text in (code, f"{code}\n    pass", code + "\n}" * code.count("{")):
        parsed = parse(language, text + "\n")
        if parsed is not None and not parsed.errors:
            return True
    return False
