"""String literals that say something about unfinished work, and what is done with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from sutaza_hooks.facts.fact import String
from sutaza_hooks.facts.lines import Lines
from sutaza_hooks.languages.grammar import Span

TELLING = re.compile(
    r"implement|coming soon|stub|mock|dummy|fake|demo|simulat|placeholder|lorem ipsum"
    r"|your[-_ ]|change[-_ ]?(?:me|this|it|in)(?![a-z])|change[-_]?me"
    r"|replace[-_ ]|insert[-_ ]|enter[-_ ]"
    r"|goes here|todo|fixme|xxxx|latest_|<[a-z_ -]{3,40}>|in production\b",
    re.IGNORECASE,
)
"""What a literal must hold to be remembered: far more than any rule flags, far less than all."""

_LONGEST = 400
_AHEAD = 200
_BEHIND = 12
_STATEMENT = re.compile(r"[;{}]\s*\n|\n[ \t]*\n")


def strings(
    text: str, lines: Lines, spans: Iterable[Span], others: Collection[Span]
) -> Iterator[String]:
    """The telling ones of the literals at `spans` that are none of `others` (docstrings)."""
    for start, end in spans:
        said = text[start : min(end, start + _LONGEST)]
        if (start, end) not in others and TELLING.search(said):
            last = lines.position(max(start, end - 1))
            yield String(
                *lines.position(start), *last, said, _ahead(text, start), _behind(text, end)
            )


def _behind(text: str, end: int) -> str:
    return text[end : end + _BEHIND].partition("\n")[0].strip()


def _ahead(text: str, start: int) -> str:
    """The code before a place on its line, and before that as long as a statement goes on."""
    before = text[max(0, start - _AHEAD) : start]
    line = before.rfind("\n") + 1
    if before[line:].strip():
        return before[line:].strip()
    cut = [each.end() for each in _STATEMENT.finditer(before)]
    return " ".join(before[cut[-1] if cut else 0 :].split())
