"""Rule: no code that only says that it is not written yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, Location, Severity
from sutaza_hooks.facts import String
from sutaza_hooks.pattern import IGNORECASE, Pattern, Words
from sutaza_hooks.remark import Added, Reading, is_quoted, phrases, readings
from sutaza_hooks.rule import Paths, Rule

_SAID = Pattern(
    r"\bnot (?:been )?(?:yet |fully |really )?implemented(?: yet)?\b|\bunimplemented\b"
    r"|\bimplement me\b"
    r"|\b(?:to|will) be implemented(?: later| soon| in)?\b|\bcoming soon\b"
    r"|\bimplementation (?:is )?(?:pending|missing|coming|needed|required|to follow|goes here"
    r"|would go here)\b"
    r"|\b(?:is|are)(?: still)? (?:a )?(?:stub|placeholder)(?:s|ed)?\b(?! (?:for|of|that))"
    r"|^\W{0,3}stub for\b",
    IGNORECASE,
)
_DELIBERATE = Pattern(
    r"not implemented (?:on|by|in|for) (?!(?:the )?(?:detail|full|this version|yet))(?!.*\byet\b)"
    r"|not implemented (?:as|because|since|due to)\b"
    r"|^\W*(?:501\b\W*)?(?-i:Not Implemented)\W*$"  # the reason phrase of HTTP, RFC 9110
    r"|must be implemented (?:by|in)|(?:should|needs? to|to|must) be implemented (?:by"
    r"|in) (?:the |a |an |your |each )?"
    r"(?:sub|child|derived|concrete|implement|provider|extend|adapter)|subclass|derived class"
    r"|abstract|overrid|mixin",
    IGNORECASE,
)
_OF_VALUE = Pattern(
    r"(?:[$%{][\w.{}()]*|\b(?:value|key|token|secret|password))\W{0,3}$", IGNORECASE
)
"""A value that is a placeholder is one that somebody still has to give."""
_ERROR = Pattern(r"not_?implemented|not_?supported|unsupported", IGNORECASE)
_THROWN = Pattern(
    r"\b(?:raise|throw|panic!?|bail!?|fatalError|die|abort|croak|Err|errors?\.New|fail)\b"
    r"|Errorf?\($"
)
_UNSUPPORTED = Pattern(
    r"\b(?:NotImplementedError|ValueError|TypeError|ArgumentError"
    r"|\w*(?:NotSupported|Unsupported|Invalid|IllegalArgument)\w*)\("
)
"""What refuses a case, or an argument, that is not meant to work."""
_PROMISED = Pattern(
    r"\byet\b|todo|soon|later|future|placeholder|stub|implement me|pending", IGNORECASE
)
_GIVEN = Pattern(
    r"(?:\breturn\b|=>|->)\s*[\w.({[\"':, ]*$"
    r"|\b(?:log\w*|print\w*|console|warn\w*|info|error|debug|notice|echo|message|msg|detail"
    r"|details|reason|text"
    r"|toast|alert|notify|notification|status|write\w*|say|display|render|send|json|fmt|st|logger"
    r"|puts|output|result"
    r"|response|abort|exit|content|body|value|note)\b[\w.]*\W{0,4}$"
    r"|\b(?:log\w*|print\w*|console|logger|logging|fmt|echo|st|ui|toast|click|puts)\b[\w.!]*\s*\("
    r"|[\w\]]\s*(?::\s*\w+\s*)?=\s*[rfbu(]*$",
    IGNORECASE,
)
_ASKED = Pattern(
    r"(?:==|!=|\bin\b|\bmatch(?:es)?\b|search|find\w*|grep|contains|includes|startswith|endswith"
    r"|hasPrefix"
    r"|assert\w*|expect\w*|\bit\b|\btest\b|describe|help|usage|description|summary|pattern|\bre\."
    r"|regex|compile"
    r"|replace|split|case|when|docstring|__doc__|deprecated|skip\w*|xfail|reason)\W*$"
    r"|\b(?:help|description|pattern|match|epilog|usage|short|long)\s*[=:]\s*\W*$|\[\s*$",
    IGNORECASE,
)
_COMPARED = Pattern(r"(?:in|not in|==|!=|===)(?!\w)")
_OWNED = Pattern(r"\.(?:to_string|to_owned|into)\b")
"""What Rust does with a text that it gives away."""
_CODE = Pattern(
    r"(?<!::)\b(?:todo|unimplemented)!\s*[({\[]"  # Rust
    r"|\bthrow new NotImplementedE(?:xception|rror)\b"  # .NET, commons-lang
    r"|(?<![\w.])TODO\(\s*[\")]"  # Kotlin
)

_PAGES = (".tsx", ".jsx", ".js", ".vue", ".svelte", ".html")
_SOON = Pattern(r"(?:^\s*|>\s*)(?P<said>coming soon)\b\W{0,3}(?:</|\s*$)", IGNORECASE)
_ROUGH = Words(
    *("implement", "coming soon", "stub", "placeholder", "todo!", "todo(", "will be ", "to be "),
    "need ",
)
_IN_TIME = Pattern(r" (?:by|in|on|once|when|via|through|during|with)\b", IGNORECASE)
_AT_FIRST = Pattern(r"\b(?:initially|at first|first|empty)\b[^.;]*$", IGNORECASE)
"""What a program itself adds later on is implemented."""
_COMMENTED = Pattern(
    r"\bnot yet (?:\w+ )?implemented\b|\bnot (?:been |fully |really )?implemented (?:yet|here"
    r"|in detail|so far|for now)\b"
    r"|\b(?:currently|still) (?:not implemented|unimplemented)\b|^\W*(?:unimplemented(?!!)"
    r"|not implemented)\W*$"
    r"|\b(?:will|to) be (?:implemented|added|supported) (?:later|soon|properly|in (?:a "
    r"|the )?(?:future|next|upcoming|later|v\d|phase))"
    r"|\bcoming soon\b|\b(?:would|will) need (?:an? )?(?:separate|additional|own) (?:query|call"
    r"|request|api)\b",
    IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class NotImplemented(Rule):
    """Added code that says that it is not implemented.

    The message is one that is raised, thrown, returned, logged or shown, a comment says so, or the
    code is what a language has for it, such as Rust's `todo!()`. A page whose text is "coming soon"
    is a warning. An abstract method that raises
    `NotImplementedError`, a platform that lacks something, and texts that are searched for are
    allowed. Only production code is judged, see `paths`.

    ## Why is this bad?
    The caller is promised something that fails, or that does nothing, when it is used.

    ## Example
    ```python title="pay.py"
    def refund(card):
        raise NotImplementedError("refunds are not implemented yet")
    ```

    ## Use instead
    ```python title="pay.py"
    def refund(card):
        return bank.refund(card)
    ```
    """

    charter = 1

    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, _ROUGH)
        for reading in readings(change, _ROUGH, self.paths):
            yield from self._messages(change, reading, added)
            yield from self._macros(change, reading, added)
            yield from self._shown(change, reading, added)
        for phrase in phrases(change, _COMMENTED, _ROUGH, self.paths):
            if not _is_in_time(phrase.found):
                yield self._diagnostic(change, phrase.place, "comment", phrase.found[0])

    def _messages(self, change: Change, reading: Reading, added: Added) -> Iterator[Diagnostic]:
        for string in reading.facts.strings:
            found = _said(string.text)
            lines = range(string.line, string.end_line + 1)
            if (
                found
                and _tells(string)
                and not _names_error(reading, string)
                and added.holds(reading.patch, lines)
            ):
                place = Location(reading.patch.path, *string[:4])
                yield self._diagnostic(change, place, "message", found[0])

    def _macros(self, change: Change, reading: Reading, added: Added) -> Iterator[Diagnostic]:
        for number, text in enumerate(reading.text.split("\n"), 1):
            found = _CODE.search(text)
            is_new = found and added.holds(reading.patch, [number])
            is_meant = is_new and not _is_one_way(reading, number)
            if found and is_meant and not reading.speaks(number, found.start() + 1):
                path = reading.patch.path
                place = Location(path, number, found.start() + 1, number, found.end())
                yield self._diagnostic(change, place, "code", found[0].strip("( {["))

    def _shown(self, change: Change, reading: Reading, added: Added) -> Iterator[Diagnostic]:
        """A page that only promises what it is for: a warning, for it may be what is wanted."""
        if not reading.patch.path.endswith(_PAGES):
            return
        for number, text in enumerate(reading.text.split("\n"), 1):
            found = _SOON.search(text)
            is_new = found and added.holds(reading.patch, [number])
            if found and is_new and not reading.speaks(number, found.start("said") + 1):
                start, end = found.span("said")
                place = Location(reading.patch.path, number, start + 1, number, end)
                shown = self._diagnostic(change, place, "page", found["said"])
                yield replace(shown, severity=Severity.WARNING)

    def _diagnostic(self, change: Change, place: Location, what: str, said: str) -> Diagnostic:
        words = " ".join(said.split())
        return self.diagnostic(
            place,
            f"{what} says that this is not implemented: `{words}`",
            help="implement it, or leave it out until it is",
            source=change.source(place),
        )


def _said(literal: str) -> re.Match[str] | None:
    """What a literal says of itself, not of a text that it quotes."""
    inside = literal.strip("rfbuRFBU").strip("\"'`")
    found = _SAID.search(inside)
    if not found or is_quoted(inside, found):
        return None
    is_of_value = "placeholder" in found[0].lower() and _OF_VALUE.search(inside[: found.start()])
    return None if is_of_value else found


def _is_one_way(reading: Reading, line: int) -> bool:
    """Whether a line is of the way back of a converter that is only asked for the other."""
    return any(
        each.line <= line <= each.end_line and each.name.endswith("ConvertBack")
        for each in reading.facts.definitions
    )


def _is_in_time(found: re.Match[str]) -> bool:
    """Whether a comment tells what the program does later, when it runs."""
    if not found[0].lower().endswith("added later"):
        return False
    before, behind = found.string[: found.start()], found.string[found.end() :]
    return bool(_IN_TIME.match(behind) or _AT_FIRST.search(before))


def _names_error(reading: Reading, string: String) -> bool:
    """Whether a message is that of an error for what is not there, where the error is defined."""
    return any(
        each.kind == "class"
        and each.line <= string.line <= each.end_line
        and _ERROR.search(each.name)
        for each in reading.facts.definitions
    )


def _tells(string: String) -> bool:
    """Whether a message is given to somebody, and is not one that code looks for."""
    if (
        _DELIBERATE.search(string.text)
        or _ASKED.search(string.ahead)
        or _COMPARED.match(string.behind)
    ):
        return False
    if _UNSUPPORTED.search(string.ahead) and not _PROMISED.search(string.text):
        return False  # what Python calls an abstract method, or a case that is not supported
    if _OWNED.match(string.behind) and _PROMISED.search(string.text):
        return True
    return bool(_THROWN.search(string.ahead) or _GIVEN.search(string.ahead))
