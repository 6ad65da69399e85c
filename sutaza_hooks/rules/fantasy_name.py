"""Rule: no name that claims what no program does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from sutaza_hooks.change import Change
from sutaza_hooks.dependencies.ecosystems import ecosystem_of
from sutaza_hooks.diagnostic import Diagnostic, Location
from sutaza_hooks.pattern import Pattern, Words
from sutaza_hooks.remark import Added, Reading, readings, remarks
from sutaza_hooks.rule import Paths, Rule

if TYPE_CHECKING:
    from sutaza_hooks.dependencies.project import Projects

_MIND = r"(?:(?:sub|super)?conscious(?:ness)?(?: awareness)?|sentien(?:t|ce)|self aware(?:ness)?)"
"""What people have: it is a claim only where a program is said to have it."""
_PART = (
    r"(?:agents?|agis?|ais?|algorithms?|apis?|bots?|bridges?|brains?|chatbots?|code|controllers?"
    r"|cores?|daemons?|engines?|errors?|exceptions?|handlers?|interfaces?|kernels?|layers?|llms?"
    r"|loops?|machines?|managers?|models?|modules?|networks?|neural|orchestrators?|pipelines?"
    r"|processors?|programs?|protocols?|quantum|robots?|runtimes?|servers?|services?|simulators?"
    r"|software|synthetic|systems?|threads?|artificial|digital|emergent)"
)
_HAS = (  # what a comment says that the program does: its subject is left out
    r"(?:achieves?|activates?|awakens?|bootstraps?|computes?|creates?|emulates?|enables?|evolves?"
    r"|generates?|gains?|implements?|initiali[sz]es?|maintains?|preserves?|simulates?|updates?)"
)
_OF_PROGRAM = Pattern(
    rf"\b{_MIND} (?:\w+ )?{_PART}\b|\b{_PART} (?:\w+ )?{_MIND}\b"
    rf"|(?:^|\b(?:to|and|we|it|this) ){_HAS} (?:\w+ ){{0,2}}?{_MIND}\b"
    rf"|\b{_PART} (?:\w+ ){{0,3}}?(?:is|are|has|have|becomes?|reach\w*|{_HAS}) (?:\w+ ){{0,2}}?"
    rf"{_MIND}\b"
)
_ONLY_MIND = Pattern(rf"{_MIND}\Z")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@dataclass(frozen=True, eq=False)
class FantasyName(Rule):
    """An added name that claims what no program does.

    Read are the names of definitions, split into words, and the comments and docstrings that
    document them. A claim is a run of words; one word alone is a claim only where it has no other
    use in programs. Plain words such as magic, wizard, quantum or black box are none.
    Consciousness and self-awareness, which people have, are claims only where a program is said to
    have them. What is the name of a product is allowed by `allow`, and so is what a dependency is
    called that the file's manifests declare.

    ## Why is this bad?
    The name tells what somebody dreamt of, and hides what the code does.

    ## Example
    ```python title="brain.py"
    class ConsciousnessBridge:
        level = 0
    ```

    ## Use instead
    ```python title="brain.py"
    class AttentionWeights:
        level = 0
    ```
    """

    charter = 1

    claims: tuple[str, ...] = (
        *("consciousness", "conscious awareness", "subconscious", "sentience", "sentient"),
        *("self awareness", "super intelligence", "superintelligence", "omniscience", "omniscient"),
        *(
            "agi brain",
            "agi neural",
            "agi core",
            "agi engine",
            "agi system",
            "asi core",
            "asi engine",
        ),
        *("artificial general intelligence", "artificial super intelligence", "singularity engine"),
        *(
            "quantum entangle",
            "quantum entanglement",
            "quantum consciousness",
            "quantum leap engine",
        ),
        *("quantum neural", "quantum brain", "quantum soul", "neural entangle", "entangler"),
        *(
            "reality collapse",
            "reality projector",
            "reality anchor",
            "reality engine",
            "reality warp",
        ),
        *("multiverse", "parallel universe", "time machine engine", "telepathy"),
        *(
            "telepathic",
            "telekinesis",
            "clairvoyance",
            "clairvoyant",
            "precognition",
            "soul engine",
        ),
        *("transcendence engine", "transcendent intelligence", "hive consciousness", "mind meld"),
        *("mind reading", "mind reader", "hyper intelligence"),
        *("godmode engine", "divine intelligence", "cosmic intelligence", "warp drive"),
    )
    allow: tuple[str, ...] = ()
    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, self._words)
        products = _Products(change)
        for reading in readings(change, self._words, self.paths):
            path = reading.patch.path
            every = (self._names, self._descriptions)
            found = chain.from_iterable(each(change, reading, added) for each in every)
            yield from (each for claim, each in found if not products.name(path, claim))

    def _names(
        self, change: Change, reading: Reading, added: Added
    ) -> Iterator[tuple[str, Diagnostic]]:
        """Each claim of a name, and what is said of it."""
        for definition in reading.facts.definitions:
            name = definition.name.rpartition(".")[2]
            found = self._claimed(name)
            if found and name not in self.allow and added.holds(reading.patch, [definition.line]):
                text = change.after.line(reading.patch.path, definition.line)
                column = max(text.find(name), 0) + 1
                place = Location(
                    reading.patch.path,
                    definition.line,
                    column,
                    definition.line,
                    column + len(name) - 1,
                )
                yield found[0], self._diagnostic(change, place, f"`{name}` claims", found[0])

    def _descriptions(
        self, change: Change, reading: Reading, added: Added
    ) -> Iterator[tuple[str, Diagnostic]]:
        for remark in remarks(reading, docstrings=True):
            found = self._claimed(remark.text)
            rough = self._rough.search(remark.text)
            if not (found and rough):
                continue
            lines = remark.lines(*rough.span())
            if added.holds(reading.patch, lines):
                place = remark.place(reading.patch.path, *rough.span())
                yield found[0], self._diagnostic(change, place, "description claims", found[0])

    def _diagnostic(self, change: Change, place: Location, who: str, claim: str) -> Diagnostic:
        return self.diagnostic(
            place,
            f"{who} what no program does: `{claim}`",
            help="name what the code does; `allow` takes the name of a product",
            source=change.source(place),
        )

    def _claimed(self, text: str) -> re.Match[str] | None:
        """The first claim in a name or a text."""
        words = spelled(text)
        every = self._claim.finditer(words)
        is_program = _OF_PROGRAM.search(words) is not None
        return next((each for each in every if is_program or not _ONLY_MIND.match(each[0])), None)

    @cached_property
    def _claim(self) -> re.Pattern[str]:
        every = "|".join(re.escape(each.lower()) for each in self.claims)
        return re.compile(rf"\b(?:{every})(?:s|ment|r|d)?\b" if every else r"(?!)")

    @cached_property
    def _words(self) -> Words:
        """The longest word of each claim, which a text that makes the claim holds."""
        longest = (max(claim.lower().split(), key=len, default="") for claim in self.claims)
        return Words(*dict.fromkeys(filter(None, longest)))

    @cached_property
    def _rough(self) -> re.Pattern[str]:
        gap = r"[\s_-]*"
        every = "|".join(gap.join(map(re.escape, each.split())) for each in self.claims)
        return re.compile(every or r"(?!)", re.IGNORECASE)


class _Products:
    """What the dependencies are called that govern a file: a claim may be the name of one."""

    def __init__(self, change: Change) -> None:
        self._tree = change.after

    def name(self, path: str, claim: str) -> bool:
        """Whether a dependency is called so."""
        language = self._tree.language(path)
        ecosystem = ecosystem_of(language.name) if language else None
        project = self._projects.of(path, ecosystem) if ecosystem else None
        every = project.dependencies if project else ()
        return any(f" {claim} " in f" {spelled(each.name)} " for each in every)

    @cached_property
    def _projects(self) -> Projects:
        from sutaza_hooks.dependencies.project import Projects  # 20 ms, needed for claims alone

        return Projects(self._tree)


def spelled(name: str) -> str:
    """The words of a name or a text in lower case: `AGIBrain_v2` is `agi brain v 2`."""
    return " ".join(_WORD.findall(name)).lower()
