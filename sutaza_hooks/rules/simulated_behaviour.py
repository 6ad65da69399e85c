"""Rule: no code that only stands in for what it claims to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, Location, Severity
from sutaza_hooks.remark import Added, phrases, readings
from sutaza_hooks.rule import Paths, Rule

_THING = (
    r"(?:implementation|data|results?|responses?|values?|logic|version|function|method|object|code"
    r"|metrics?|outputs?|scores?|api (?:calls?|responses?)|calls?|handler|algorithm|calculation"
    r"|check|validation|sprint|prd"
    r"|analysis|graph(?: structure)?|embeddings?|model|behaviou?r|content|entry|entries|users?"
    r"|items?)"
)
_WORDS = r"(?:[\w'/-]+ ){0,3}?"
_WOULD = (
    r"(?:would|should|could|might|will|you'd|you would|you should|we'd|we would|it would|we should"
    r"|needs? to)"
)
_REAL = r"(?:real(?:[- ]world)?|actual|proper|production|full|complete|live)"
ADMITTED = re.compile(
    "|".join(
        (
            # what the real thing would do
            rf"\b(?:in|for) (?:an? |the )?{_REAL}(?:[- ](?:ready|grade|level))? "
            r"(?:implementation|system|app(?:lication)?|scenario|environment|deployment|version"
            r"|code|use|setup"
            rf"|project|product)s?\b(?:,| -|:| you| we| this| it| {_WOULD})",
            rf"\bin (?:production|practice|reality),? (?:this|that|it|you|we|these|one"
            rf"|the \w+) {_WOULD}\b",
            r"\bin (?:production|practice|reality),? (?:use|implement|replace|integrate|load|call"
            r"|would|you'd|we'd)\b",
            r"(?<!if )\b(?:would|should|you'd) (?:be )?(?:actually "
            r"|typically )?\w+ (?:\w+ ){0,5}?in (?:production|a real \w+)\b",
            r"\b(?:would|should) (?:integrate|be integrated|connect) with (?:the )?(?:actual"
            r"|real)\b",
            r"(?:^\W*|[.;:!] )this would (?:then |actually |typically )?(?:use|call|integrate"
            r"|load|connect"
            r"|query|fetch|send|involve|perform|contain|implement|generate|analy[sz]e|read|store)\b"
            r"(?!.*\b(?:fail|break|crash|wrong|unsafe|incorrect|never|infinite)\b)",
            r"^\W*would (?:need|require|be|use|call|implement|compare|check|load|query|fetch"
            r"|connect|integrate"
            r"|send|perform|calculate|compute|parse|validate|update|need to|typically|normally)\b",
            r"\bwould need (?:an? )?(?:separate|actual|real|proper|additional)\b",
            rf"\breplace (?:this |it )?with (?:an? |the "
            rf"|your )?(?:\w+ )?{_REAL}? ?(?:implementation|logic|api"
            r"|code|(?:actual|real|proper|own|your) [\w-]+|[\w-]+ (?:validation|implementation"
            r"|call|logic))\b",
            # what this is instead
            r"\bfor (?:demo(?:nstration)?|illustration|prototyp\w+|poc|simulation) purposes?\b",
            r"\b(?:this|it)(?:'s| is| was)(?: just| only"
            r"| currently)? an? (?:very )?(?:placeholder|simplified|stub"
            r"|mock|dummy|fake|toy|naive|rough|basic|temporary|minimal|skeleton|hacky|demo"
            r"|simulated)"
            r" (?:\w+ )?(?:implementation|version|approach|solution|function|method|conversion"
            r"|calculation"
            r"|aggregation|rollback|stub|logic|model|simulation|check|estimate|example|response"
            r"|result)\b",
            r"\b(?:this|it)(?:'s| is) (?:just |only |currently )?an? (?:placeholder|stub"
            r"|mock)\b(?! (?:for|that) the)",
            rf"\bmock (?:\w+ )?{_THING}\b(?! (?:in|for|from) (?:the )?tests?\b)",
            r"(?<!not )(?<!never )(?<!no )(?<!avoid )\bhard-?coded (?:data|results?|responses?"
            r"|metrics?|scores?|for now"
            r"|for demo|implementation|output|values? for now)\b",
            r"\b(?:dummy|fake|demo) (?:\w+ )?(?:data|results?|responses?|metrics?|scores?"
            r"|implementation"
            r"|logic|embeddings?|analysis|graph structure|output)\b(?! (?:in|for"
            r"|from) (?:the )?tests?\b)",
            r"\bplaceholder implementation\b(?! (?:to (?:allow|make)|for (?:un|non|other)))",
            r"\bplaceholder (?:for (?:\w+[ -]){0,3}?(?:logic|implementation|calculation"
            r"|estimation|model loading"
            r"|now|analysis|integration|processing|functionality)|data|results?|responses?|logic"
            r"|version|function"
            r"|method|metrics?|scores?|calculation|check|validation|analysis|embeddings?"
            r"|- should)\b",
            r"^\W*(?:mock|placeholder|dummy|stub|fake|simulated)(?:\s*[:,-]\s|\s*$)",
            r"\b(?:workflow|feature|page|ui|form|panel|section|chart) (?:builder )?placeholder\s*$",
            r"\bsimplified(?:,| -|:| for now| in this| implementation| approach| version| logic"
            r"| check"
            r"| aggregation| calculation| simulation| rollback| algorithm| heuristic| model)",
            r"\(simplified\b",
            r"^\W*simplified(?: \w+){0,2}\s*$",
            # pretending
            r"\bsimulat(?:e|es|ing) (?:the |an? |some |our )?(?:[\w-]+ ){0,2}(?:processing"
            r"|responses?"
            r"|results?|delays?|latency|work|execution|training|inference|rewards?|metrics|api"
            r"|apis|network"
            r"|waiting|analysis|success|failures?|completion|refresh|partitioning|(?:restart"
            r"|response) time"
            r"|progress|calls?|loading|search|deployment|validation|computation|requests?"
            r"|optimi[sz]ation"
            r"|evolution|learning|collection|generation|operation|activity|detection|scan|check)\b"
            r"(?! (?:by|from|events?|user|input|in tests?|library|bodies|objects?)\b)",
            r"\bpretend(?:s|ing)? (?:that )?(?:it|this|the \w+) (?:works?|worked|succeed\w*|was"
            r"|is)\b",
            r"\breturn(?:s|ing)? (?:an? |some )?(?:dummy|mock|fake|demo|fabricated)\b",
            r"\bjust (?:log|return|print|pretend|count|sleep|wait) (?:\w+ ){0,3}?for now\b",
            r"\bnot (?:yet )?(?:really |actually |fully )?(?:wired|hooked up|connected) (?:up "
            r"|in )?yet\b",
        )
    ),
    re.IGNORECASE,
)
PROVISIONAL = re.compile(
    r"\bfor now\b(?!\s*(?:\)|,)?\s*(?:that|but not)\b)|\bat this stage, (?:just|we)\b"
    r"|\bas a stopgap\b"
    r"|\bquick(?: and|-and-|&)dirty\b|\bin the future,? (?:this|we|it) (?:will|should|would"
    r"|could)\b",
    re.IGNORECASE,
)
_EITHER = re.compile(f"{ADMITTED.pattern}|{PROVISIONAL.pattern}", re.IGNORECASE)
_ROUGH = re.compile(
    r"for now|\breal\b|real[- ]|actual|production|practice|reality|would|purpose|placeholder"
    r"|simpl|mock|dummy|fake|stub"
    r"|hard-?coded|canned|bogus|fabricat|simulat|pretend|not (?:yet )?(?:\w+ )?(?:implemented"
    r"|wired|hooked|connected)"
    r"|be implemented|this is|it's|it is|at this stage|stopgap|dirty|in the future|replace",
    re.IGNORECASE,
)
_DOUBLE = re.compile(r"\b(?:mock|dummy|fake|stub)", re.IGNORECASE)
_TESTS = re.compile(r"\b(?:unit |in )?test(?:s|ing|ed|able)?\b|\bspecs?\b", re.IGNORECASE)
"""A test double is spoken of, not made."""
_RANDOM = (
    r"(?:Math\.random\(|\brandom\.(?:random|uniform|randint|gauss|choice|normal|randrange)\("
    r"|\bnp\.random\.\w+\(|\bnumpy\.random\.\w+\(|\brand\(\)|rand::random|\bthread_rng\(\)"
    r"|\brand\.(?:Intn|Float64)\("
    r"|\bnew Random\(\)\.next|\bThreadLocalRandom)"
)
_MEASURED = re.compile(
    r"""["']?\b\w*(?:cpu|memory|mem_|load|accuracy|latency|(?<!z_)score|confidence|throughput"""
    r"""|uptime|usage|success_?rate"""
    r"""|performance|efficiency|health|hit_?rat|error_?rate|response_?time|inference_?time"""
    r"""|size_mb|parameters"""
    r"""|reward|removed|freed|improvement|quality|utili[sz]ation|bandwidth|requests"""
    r"""|active_?(?:users|connections)"""
    rf"""|tasks|agents|duration_ms|peak|average|current)\w*["']?\s*(?::\s*\w+\s*="""
    rf"""|[:=](?!=))[^;,#]*?{_RANDOM}""",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?<![\w.\"'`/@-])mock(?:[A-Z]\w*|_(?:data|responses?|results?|users?|values?)\b)(?!\s*\()"
)
_CODE_ROUGH = re.compile(rf"{_RANDOM}|\bmock[A-Z_]")
_WAY_OUT = "do what the code claims to do, or let it fail and say so"
_SAID = re.compile(
    r"""^["'`\w]{0,4}\W*(?:(?:mock|demo|dummy|fake|simulated)\s(?:\w+\s)?(?:results?|responses?"""
    r"""|data|cleanup|completed|output)"""
    r"""|\[(?:stub|mock|simulated|demo)\])|using mock\b""",
    re.IGNORECASE,
)


_SAID_ROUGH = re.compile(r"mock|demo|dummy|fake|stub|simulated", re.IGNORECASE)


@dataclass(frozen=True)
class SimulatedBehaviour(Rule):
    """Added code that only stands in for what it claims to do.

    A comment admits it ("in a real implementation …", "mock data", "simulate the response"), a
    measurement is drawn at random, or a message says that nothing was done. Where a comment only
    says that something is so *for now*, this is a warning. Only production code is judged, see
    `paths`; docstrings are read if `docstrings` says so.

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
        for diagnostic in (*self._admissions(change), *self._told(change), *self._drawn(change)):
            if diagnostic.location[:2] not in said:  # one thing is said of a line
                said.add(diagnostic.location[:2])
                yield diagnostic

    def _admissions(self, change: Change) -> Iterator[Diagnostic]:
        for phrase in phrases(change, _EITHER, _ROUGH, self.paths, docstrings=self.docstrings):
            words = " ".join(phrase.found[0].split()).strip(" .,-:(")
            if _DOUBLE.search(words) and _TESTS.search(phrase.remark.text):
                continue
            diagnostic = self.diagnostic(
                phrase.place,
                f"comment admits that this is not the real thing: `{words[:60]}`",
                help=_WAY_OUT,
                source=change.source(phrase.place),
            )
            is_certain = ADMITTED.search(phrase.remark.text) is not None
            yield diagnostic if is_certain else _warning(diagnostic)

    def _told(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, _SAID_ROUGH)
        for reading in readings(change, _SAID_ROUGH, self.paths):
            for string in reading.facts.strings:
                if _SAID.search(string.text) and added.holds(reading.patch, [string.line]):
                    place = Location(reading.patch.path, *string[:4])
                    yield self.diagnostic(
                        place,
                        "message says that nothing was really done",
                        help=_WAY_OUT,
                        source=change.source(place),
                    )

    def _drawn(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, _CODE_ROUGH)
        for reading in readings(change, _CODE_ROUGH, self.paths):
            for number, text in enumerate(reading.text.split("\n"), 1):
                found = _in_code(text)
                is_new = found and added.holds(reading.patch, [number])
                if found and is_new and not reading.speaks(number, found.start() + 1):
                    path = reading.patch.path
                    place = Location(path, number, found.start() + 1, number, found.end())
                    yield self._shape(place, found, text)

    def _shape(self, place: Location, found: re.Match[str], text: str) -> Diagnostic:
        if found.re is _MEASURED:
            what, way = "a measurement is drawn at random", "measure it, or leave it out"
            return self.diagnostic(place, what, help=way, source=text)
        what, way = f"`{found[0]}` is used outside tests", "use the real value"
        return _warning(self.diagnostic(place, what, help=way, source=text))


def _in_code(text: str) -> re.Match[str] | None:
    """What on a line of code shows that it is a stand-in."""
    if not _CODE_ROUGH.search(text):
        return None
    return _MEASURED.search(text) or _NAMED.search(text)


def _warning(diagnostic: Diagnostic) -> Diagnostic:
    return replace(diagnostic, severity=Severity.WARNING)
