"""Rule: no code that only stands in for what it claims to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from sutaza_hooks.admission import ADMITTED, EITHER, is_excused
from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, Location, Severity
from sutaza_hooks.idle import GIVES, NOTHING
from sutaza_hooks.pattern import IGNORECASE, Pattern, Words
from sutaza_hooks.remark import Added, Phrase, phrases, readings
from sutaza_hooks.rule import Paths, Rule
from sutaza_hooks.standin import MOCKS, MODULE, ROUGH, SOUGHT, WAITS, pauses, shape

_ROUGH = Words(
    *("for now", "real", "actual", "production", "practice", "would", "purpose", "placeholder"),
    *("simpl", "mock", "dummy", "fake", "stub", "coded", "fabricat", "demo", "simulat", "pretend"),
    *("implemented", "wired", "hooked", "connected", "this is", "it's", "it is", "at this stage"),
    *("stopgap", "dirty", "in the future", "replace", "just ", "need", "mvp", "poc", "hackathon"),
)
_PRETENCE = Pattern(r"mock|dummy|fake|stub|placeholder|simulat|demo", IGNORECASE)
_DOUBLE = Pattern(r"\b(?:mock|dummy|fake|stub)", IGNORECASE)
_SIMULATES = Pattern(r"simulat|emulat", IGNORECASE)
_TESTS = Pattern(r"\b(?:unit |in )?test(?:s|ing|ed|able)?\b|\bspecs?\b", IGNORECASE)
"""A test double is spoken of, not made."""
_SIMPLER = Pattern(r"simplif|\b(?:basic|rough|naive|minimal)\b", IGNORECASE)
_ADVICE = Pattern(
    r"\b(?:might|may|could) (?:also |even )?(?:want|wish|prefer|consider|choose)\b", IGNORECASE
)
"""What could be better still does not say that this is not the real thing."""
_IMPERATIVE = Pattern(r"\W*in production\s?[,:] [a-z]+ ?$", IGNORECASE)
_PART = Pattern(
    r"\W*(?:mock|simulated|dummy|fake|demo|placeholder)(?: [\w-]+){0,4}\W*$", IGNORECASE
)
"""The name of what is drawn below, where it stands alone in a page."""
_MARKUP = Pattern(r"\{\s*/\*|<!--")
_BRANCHES = Pattern(
    r"(?i:node_env|app_env|is_?prod|is_?dev|environment|debug|__dev__|production|\benv\.)"
)
_BACKED = Pattern(
    r"\b(?:real|realistic|actual(?:ly)?|production|would|proper(?:ly)?"
    r"|for (?:the )?(?:demo|now)\w*)\b",
    IGNORECASE,
)
"""What beside a simplification shows that the work is not done; alone it may be an algorithm."""
_DOUBLES = Pattern(r"^(?:Stub|Dummy|Fake|Mock)(?=[A-Z])")
_CLASS_ROUGH = Words("mock", "fake", "stub", "dummy")
_WAY_OUT = "do what the code claims to do, or let it fail and say so"
_SAID = Pattern(
    r"""^["'`\w]{0,4}\W*(?:(?:mock|demo|dummy|fake|simulated)\s(?:\w+\s)?(?:results?|responses?"""
    r"""|data|cleanup|completed|output)"""
    r"""|\[(?:stub|mock|simulated|demo)\])|using mock\b"""
    r"|\breturning (?:stub|mock|dummy|fake|placeholder) (?:data|results?|responses?|values?)\b"
    r"|(?:\w+ [^\"'`()]*\w |^\W*)\((?:simulated|simulation|mock(?:ed)?|stub(?:bed)?)\)(?=\W*$| \w)"
    r"|\bwould (?:[\w'-]+ ){1,8}in production\b"
    r"|\bin (?:production|a real app), (?:this|it|we) would\b",
    IGNORECASE,
)


_ITSELF = Pattern(
    r"[rRuU]?[\"']{1,3}[^\n\"']*\((stub(?:bed)?|mock(?:ed)?|simulated)\)[.。]?\s*[\"'\n]",
    IGNORECASE,
)
_SAID_ROUGH = Words("mock", "demo", "dummy", "fake", "stub", "simulat", "placeholder", "would")


@dataclass(frozen=True, eq=False)
class SimulatedBehaviour(Rule):
    """Added code that only stands in for what it claims to do.

    A comment admits it ("in a real implementation …", "mock data", "simulate the response"), a
    measurement is drawn at random, a mock is called or imported, a pause stands for the work, or a
    message says that nothing was done. Where a comment only
    says that something is so *for now*, or simplified, gives advice, or names a part of a page,
    this is a warning. Negations ("no mock
    data", "replaces the stub") are no admissions, and neither is what a mock server does.
    Only production code is judged, see `paths`; docstrings are read if `docstrings` says so.

    ## Why is this bad?
    A stand-in answers as the real thing would. Whoever calls it cannot tell, and finds out when
    it matters.

    ## Example
    ```python title="pay.py"
    def charge(card):
        # In a real implementation, this would call the bank.
        return {"status": "success"}
    ```

    ## Use instead
    ```python title="pay.py"
    def charge(card):
        return bank.charge(card)
    ```
    """

    charter = 1

    docstrings: bool = False
    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Diagnostic]:
        said: set[tuple[str, int]] = set()
        every = (
            *(self._admissions, self._documented, self._told, self._shapes),
            *(self._pauses, self._imports, self._doubles),
        )
        for diagnostic in chain.from_iterable(each(change) for each in every):
            if diagnostic.location[:2] not in said:  # one thing is said of a line
                said.add(diagnostic.location[:2])
                yield diagnostic

    def _admissions(self, change: Change) -> Iterator[Diagnostic]:
        for phrase in phrases(change, EITHER, _ROUGH, self.paths, docstrings=self.docstrings):
            words = " ".join(phrase.found[0].split()).strip(" .,-:(")
            if _DOUBLE.search(words) and _TESTS.search(phrase.remark.text):
                continue
            if _DOUBLE.search(words) and _is_mocking(phrase):
                continue
            if _SIMULATES.search(words) and _SIMULATES.search(phrase.place.path):
                continue  # a simulator does what it says
            if _IMPERATIVE.match(phrase.found[0]) and _BRANCHES.search(_around(phrase)):
                continue  # the code around it does so in production
            diagnostic = self.diagnostic(
                phrase.place,
                f"comment admits that this is not the real thing: `{words[:60]}`",
                help=_WAY_OUT,
                source=change.source(phrase.place),
            )
            yield diagnostic if _is_certain(phrase) else _warning(diagnostic)

    def _documented(self, change: Change) -> Iterator[Diagnostic]:
        """What a docstring calls itself, in its first row; its prose is read by option alone."""
        added = Added(change, _SAID_ROUGH)
        for reading in readings(change, _SAID_ROUGH, self.paths):
            for docstring in reading.facts.docstrings:
                found = _ITSELF.match(docstring.text)
                if found and added.holds(reading.patch, [docstring.line]):
                    place = Location(reading.patch.path, docstring.line, docstring.column)
                    what = f"docstring admits that this is not the real thing: `{found[1]}`"
                    yield self.diagnostic(place, what, help=_WAY_OUT, source=change.source(place))

    def _told(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, _SAID_ROUGH)
        for reading in readings(change, _SAID_ROUGH, self.paths):
            for string in reading.facts.strings:
                found = _SAID.search(string.text)
                is_meant = found and not is_excused(found) and not _TESTS.search(string.text)
                if is_meant and added.holds(reading.patch, [string.line]):
                    place = Location(reading.patch.path, *string[:4])
                    yield self.diagnostic(
                        place,
                        "message says that nothing was really done",
                        help=_WAY_OUT,
                        source=change.source(place),
                    )

    def _shapes(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, ROUGH)
        for reading in readings(change, ROUGH, self.paths):
            folder = reading.patch.path.rpartition("/")[0]
            is_simulator = _SIMULATES.search(folder) is not None
            for number, text in enumerate(reading.text.split("\n"), 1):
                seen = shape(text, is_simulator=is_simulator)
                start, end = seen.found.span() if seen else (0, 0)
                is_new = seen and added.holds(reading.patch, [number])
                if seen and is_new and not reading.speaks(number, start + 1):
                    place = Location(reading.patch.path, number, start + 1, number, end)
                    found = self.diagnostic(place, seen.what, help=seen.way, source=text)
                    yield found if seen.is_certain else _warning(found)

    def _pauses(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, WAITS)
        for reading in readings(change, WAITS, self.paths):
            for found in pauses(reading.text, reading.facts.functions):
                first, last = (reading.text.count("\n", 0, each) + 1 for each in found.span())
                if added.holds(reading.patch, range(first, last + 1)):
                    column = found.start() - reading.text.rfind("\n", 0, found.start())
                    place = Location(reading.patch.path, first, column, last)
                    what = "a pause stands for work: what follows is written here"
                    text = change.source(place)
                    yield self.diagnostic(place, what, help=_WAY_OUT, source=text)

    def _imports(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, _CLASS_ROUGH)
        for reading in readings(change, _CLASS_ROUGH, self.paths):
            for each in reading.facts.imports:
                is_made_up = MODULE.fullmatch(each.module) and not MOCKS.search(each.module)
                is_plain = is_made_up and not each.guard
                if is_plain and added.holds(reading.patch, range(each.line, each.end_line + 1)):
                    place = Location(reading.patch.path, each.line, each.column, each.end_line)
                    what = f"`{each.module}` is used outside tests"
                    yield self.diagnostic(
                        place, what, help="read the real rows", source=change.source(place)
                    )

    def _doubles(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, _CLASS_ROUGH)
        for reading in readings(change, _CLASS_ROUGH, self.paths):
            for each in reading.facts.definitions:
                name = each.name.rpartition(".")[2]
                is_double = _DOUBLES.match(name) and not MOCKS.search(name)
                is_made = each.kind in ("class", "struct") and not SOUGHT.search(name)
                if is_double and is_made and added.holds(reading.patch, [each.line]):
                    text = change.after.line(reading.patch.path, each.line)
                    column = max(text.find(name), 0) + 1
                    end = column + len(name) - 1
                    place = Location(reading.patch.path, each.line, column, each.line, end)
                    what = f"`{name}` stands in for the real thing, outside tests"
                    way = "move it to the tests, or name it by what it does"
                    yield _warning(self.diagnostic(place, what, help=way, source=text))


def _is_mocking(phrase: Phrase) -> bool:
    """Whether a comment stands where mocking is the job: by its file's name, or its class's."""
    line = phrase.place.line
    around = (
        each.name
        for each in phrase.reading.facts.definitions
        if each.line - 1 <= line <= each.end_line
    )
    return any(map(MOCKS.search, (phrase.place.path, *around)))


def _is_certain(phrase: Phrase) -> bool:
    """Whether a comment admits something, and not only that it is simple or so for now."""
    text = phrase.remark.text
    every = [found[0] for found in ADMITTED.finditer(text) if not _is_advice(found)]
    if not every or _is_part_of_page(phrase):
        return False
    if not all(map(_SIMPLER.search, every)) or _BACKED.search(text):
        return True
    return any(
        body.top <= phrase.place.line <= body.bottom
        and (GIVES.match(body.text) or NOTHING.match(body.text))
        for body in phrase.reading.facts.bodies
    )


def _is_advice(found: re.Match[str]) -> bool:
    advice = _ADVICE.search(found.string[found.start() :])
    points = not _PRETENCE.search(found[0]) and "https://" in found.string
    return points or (advice is not None and advice.start() <= len(found[0]))


def _is_part_of_page(phrase: Phrase) -> bool:
    """Whether a comment in a page only names what is drawn there."""
    line = phrase.reading.text.split("\n")[phrase.place.line - 1]
    is_markup = _MARKUP.search(line[: phrase.place.column - 1]) is not None
    return is_markup and _PART.match(phrase.remark.text) is not None


def _around(phrase: Phrase) -> str:
    """The code on the lines around a comment."""
    lines = phrase.reading.text.split("\n")
    (_, first, column), (_, last, _) = phrase.remark.starts[0], phrase.remark.starts[-1]
    above = lines[max(first - 2, 0) : first - 1]
    return "\n".join((*above, lines[first - 1][: column - 1], *lines[last : last + 2]))


def _warning(diagnostic: Diagnostic) -> Diagnostic:
    return replace(diagnostic, severity=Severity.WARNING)
