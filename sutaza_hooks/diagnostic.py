"""What we say: a diagnostic, what could not be evaluated, and the report of both."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, NamedTuple

COMMIT_MESSAGE = "<commit message>"

_SURROGATE = re.compile("[\ud800-\udfff]")

Charter = int | str
"""A numbered rule of the charter, or the name of one of its unnumbered sections."""


class Severity(str, Enum):
    """Whether a diagnostic stops the commit."""

    ERROR = "error"
    WARNING = "warning"


class Location(NamedTuple):
    """A span of a file: lines and columns are 1-based, columns count characters, ends included.

    Lines are Git's: only a line feed ends one. `end_column` 0 means the end of the last line.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    @property
    def last_line(self) -> int:
        return max(self.line, self.end_line)


class Related(NamedTuple):
    """Another place that explains a diagnostic."""

    location: Location
    message: str


@dataclass(frozen=True)
class Diagnostic:
    """One breach of one rule at one place."""

    location: Location
    rule: str
    message: str
    help: str
    charter: Charter = field(default=0, compare=False)
    severity: Severity = field(default=Severity.ERROR, compare=False)
    source: str = field(default="", compare=False)
    """The text of the line at `location`, without its line end."""
    related: tuple[Related, ...] = field(default=(), compare=False)
    about_change: bool = field(default=False, compare=False)
    """It is about the change as a whole; no comment on a line can allow it."""

    @property
    def fingerprint(self) -> str:
        """What stays equal when lines move: 32 hexadecimal digits, made without line numbers.

        The text of the line stands for the place; the message, which may differ between a staged
        change and an audit, does so only where there is no line.
        """
        place = " ".join(self.source.split()) or self.message
        return fingerprint(self.rule, self.location.path, place)


class NotEvaluated(NamedTuple):
    """A rule, or a part of what it should have judged, that could not be judged, and why.

    `trouble` tells the two cases apart: the user can mend it (exit code 2), or this way of
    checking has nothing to judge the rule by, such as an audit that has no base (exit code 0).
    """

    rule: str
    reason: str
    trouble: bool = False
    bug: bool = False
    """The rule itself failed (exit code 3)."""


class Exemption(NamedTuple):
    """A change that a rule lets pass although it would be flagged otherwise, and why."""

    rule: str
    reason: str


Outcome = Diagnostic | NotEvaluated | Exemption
"""What a rule yields."""


class Judged(NamedTuple):
    """Which change a report is about: the mode, and the hashes of the two trees."""

    mode: str
    before: str
    after: str


@dataclass(frozen=True)
class Report:
    """The verdict on one change."""

    change: Judged
    diagnostics: tuple[Diagnostic, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
    exempt: tuple[Exemption, ...] = ()
    suppressed: int = 0
    baselined: int = 0

    def __sub__(self, baseline: Counter[str]) -> Report:
        """The report without what the baseline, a count of each fingerprint, already holds."""
        left = baseline.copy()
        kept = []
        for diagnostic in self.diagnostics:
            if left[diagnostic.fingerprint] > 0:
                left[diagnostic.fingerprint] -= 1
            else:
                kept.append(diagnostic)
        gone = len(self.diagnostics) - len(kept)
        return replace(self, diagnostics=tuple(kept), baselined=self.baselined + gone)

    def where(self, tells: Callable[[Outcome], bool]) -> Report:
        """The part of the report that tells what is asked for."""
        return replace(
            self,
            diagnostics=tuple(filter(tells, self.diagnostics)),
            not_evaluated=tuple(filter(tells, self.not_evaluated)),
            exempt=tuple(filter(tells, self.exempt)),
        )

    def of(self, rules: Container[str]) -> Report:
        """The part of the report that some rules made; `*` stands for the gate itself."""
        return self.where(lambda each: each.rule in rules or each.rule == "*")

    def about_lines(self) -> Report:
        """The report without what is said of the change as a whole."""
        return replace(
            self,
            diagnostics=tuple(each for each in self.diagnostics if not each.about_change),
            not_evaluated=tuple(each for each in self.not_evaluated if each.trouble),
            exempt=(),
        )

    @property
    def failed(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.diagnostics)

    @property
    def troubled(self) -> bool:
        return any(each.trouble for each in self.not_evaluated)

    @property
    def exit_code(self) -> int:
        """0 clean or warnings only, 1 breach, 2 something could not be checked, 3 our bug."""
        if any(each.bug for each in self.not_evaluated):
            return 3
        if self.failed:
            return 1
        return 2 if self.troubled else 0

    @property
    def fingerprints(self) -> Counter[str]:
        return Counter(each.fingerprint for each in self.diagnostics)


def fingerprint(rule: str, path: str, place: str) -> str:
    """Of a diagnostic of a rule in a file, at the line that `place` holds with single spaces."""
    joined = "\0".join((rule, path, place))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def fingerprints(report: Mapping[str, Any]) -> Counter[str]:
    """The fingerprints of a saved JSON report. Raises KeyError or TypeError for another shape."""
    return Counter(str(each["fingerprint"]) for each in report["diagnostics"])


def printable(text: str) -> str:
    """Text that is safe on a terminal and valid in UTF-8: what is neither stands as an escape."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else _escaped(each) for each in text)


def encodable(path: str) -> str:
    """A path as a machine wants it: itself, but for bytes that are not UTF-8."""
    return _SURROGATE.sub(lambda found: _escaped(found[0]), path)


def to_json(document: object) -> str:
    """JSON in which whatever is not printable is escaped as JSON does it, safe on a terminal."""
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    unsafe = {each for each in set(text) if each != "\n" and not each.isprintable()}
    return text.translate({ord(each): json.dumps(each)[1:-1] for each in unsafe})


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is not UTF-8, as os.fsdecode keeps it
        return f"\\x{code - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by place, then rule, each once."""
    return tuple(sorted(set(diagnostics), key=_place))


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    at = diagnostic.location
    return at.path, at.line, at.column, diagnostic.rule, diagnostic.message
