"""What shows of code itself that it stands in for the real thing: its shape, and its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sutaza_hooks.facts import Function
from sutaza_hooks.pattern import IGNORECASE, Pattern, Words

MOCKS = Pattern(
    r"mock\w*?[-_]?(?:servers?|routes?|endpoints?|rules?|engine|interceptors?|expectations?"
    r"|definitions?|generators?|studio|manager|plugins?)(?![a-z])",
    IGNORECASE,
)
"""A thing whose job it is to mock, such as a server that its users set up."""
SOUGHT = Pattern(
    r"detect|classif|filter|check|find|score|probab|report|guard|block|news|review|account",
    IGNORECASE,
)
"""What is fake is looked for, not made."""
ROUGH = Words("random", "rand", "mock", "fake", "stub", "dummy", "simulate")
_RANDOM = (
    r"(?:Math\.random\(|\brandom\.(?:random|uniform|randint|gauss|choice|normal|randrange)\("
    r"|\bnp\.random\.\w+\(|\bnumpy\.random\.\w+\(|\brand\(\)|rand::random|\bthread_rng\(\)"
    r"|\brand\.(?:Intn|Float64)\("
    r"|\bnew Random\(\)\.next|\bThreadLocalRandom)"
)
_MEASURE = (
    r"(?:cpu|memory|mem_|load|accuracy|latency|(?<!z_)score|confidence|throughput|uptime|usage"
    r"|success_?rate|performance|efficiency|health|hit_?rat|error_?rate|response_?time"
    r"|inference_?time|size_mb|parameters|reward|removed|freed|improvement|quality|utili[sz]ation"
    r"|bandwidth|requests|active_?(?:users|connections)|tasks|agents|duration_ms|peak|average"
    r"|current|humidity|precipitation|temp_?(?:min|max)|feels_?like|revenue)"
)
_MEASURED = Pattern(
    rf"""["']?\b\w*{_MEASURE}\w*["']?\s*(?::\s*\w+\s*=|[:=](?!=))[^;,#]*?{_RANDOM}"""
    rf"|\bset_?\w*{_MEASURE}\w*\([^;,#]*?{_RANDOM}",
    IGNORECASE,
)
_NAME = (
    r"(?:mock(?:[A-Z]\w*|_(?:data|responses?|results?|users?|values?)\b)"
    r"|MOCK_(?!MODE|ENABLED|SERVER|API)[A-Z]\w*)"
)
_NAMED = Pattern(rf"(?<![\w.\"'`/@$-])(?<!\$\{{){_NAME}\b(?!\s*\(|[:=]\s*[\"']?\$[({{])")
_HOLDS = Pattern(
    rf"(?<![\w.\"'`/@$-])(?<!\$\{{){_NAME}\b\s*(?::[^=]*)?=\s*(?:Object\.freeze\(\s*)?\[(?!\s*\])"
)
_CALLED = Pattern(
    r"(?:(?<![\w.\"'`/@-])|\b(?:self|this)\.)_{0,2}(?:(?:generate|get|create|build|make)_?(?:[Mm]ock"
    r"|[Ff]ake)|mock|fake|simulate_?(?=(?:[Aa]uth|[Ll]ogin|[Pp]rogress|(?:[Nn]etwork_?)?[Dd]elay"
    r"|[Aa]pi|API|[Rr]esponse|[Rr]equest|[Pp]rocessing|[Uu]pload|[Dd]ownload|[Pp]ayment"
    r"|[Ff]etch|[Ss]can|[Aa]nalysis|[Ii]ncoming|[Bb]ackend)))(?:[A-Z]\w*|_\w+|(?<=_)\w+)(?=\s*\()"
)
_PARTS = Pattern(r"(?:get|create|build|make)_?fake", IGNORECASE)
"""What makes one fake part of something real, at times."""
_ASKS = Pattern(r"(?:_enabled|Enabled|_allowed|Allowed|_mode|Mode|_active|Active)$")
"""A function that asks whether there is to be a mock makes none."""
_DEFINES = Pattern(r"\b(?:def|function|fn|func|fun|sub|class|new|struct|void)\s*\*?\s*$")
_MADE = Pattern(
    r"\bnew (?:Mock|Stub|Fake|Dummy)[A-Z]\w*(?=\()"
    r"|(?<![\w.])(?:Mock|Stub|Fake|Dummy)[A-Z]\w*(?=::new\()"
    r"|(?<=[=n] )(?:Mock|Stub|Fake|Dummy)[A-Z]\w*(?=\(\))"
    r"|<I[A-Z]\w*,\s*(?:Mock|Stub|Fake|Dummy)[A-Z]\w*(?=>)"
)
MODULE = Pattern(
    r"(?:(?:.*[/.])?(?:(?:mock|fake|dummy)[-_]?(?:data|users|api|responses?|results?)"
    r"|\w+Mock(?:s|Data)?|mock[A-Z]\w*)|(?:\.{1,2}|@|~|src)/(?:.*[-_./])?mocks?)(?:\.[jt]sx?)?"
)
"""A module that holds what is made up."""


class Shape(NamedTuple):
    """What was found on a line of code, and what is said of it."""

    found: re.Match[str]
    what: str
    way: str
    is_certain: bool = True


def shape(line: str, *, is_simulator: bool) -> Shape | None:
    """What on a line of code shows that it stands in; a simulator may draw what it measures."""
    if not ROUGH.search(line):
        return None
    if not is_simulator and (found := _MEASURED.search(line)):
        return Shape(found, "a measurement is drawn at random", "measure it, or leave it out")
    if found := _called(line):
        is_certain = not _PARTS.search(found[0])
        return Shape(found, _used(found), "call what does it", is_certain)
    if found := _HOLDS.search(line):
        name = found[0].partition(" ")[0].rstrip(":=")
        what = f"`{name}` is made up, outside tests"
        return Shape(found, what, "read the real rows", not MOCKS.search(line))
    if found := _MADE.search(line) or _NAMED.search(line):
        return Shape(found, _used(found), "use the real value", is_certain=False)
    return None


def _used(found: re.Match[str]) -> str:
    return f"`{found[0].removeprefix('new ')}` is used outside tests"


def _called(line: str) -> re.Match[str] | None:
    """A call of a function that is named a mock, not its definition."""
    found = _CALLED.search(line)
    if not found or _DEFINES.search(line[: found.start()]) or line.rstrip().endswith("{"):
        return None
    is_other = MOCKS.search(line) or SOUGHT.search(found[0]) or _ASKS.search(found[0])
    return None if is_other else found


WAITS = Words("settimeout", "sleep", "delay(")
_WAIT = Pattern(
    r"await new Promise(?:<[^>]*>)?\(\s*"
    r"(?:\(?\w*(?::\s*\w+)?\)?\s*=>|function\s*\(\w*\)\s*\{)\s*\{?\s*"
    r"(?:window\.)?setTimeout\(\s*\w+\s*,\s*\d+|\bawait (?:delay|sleep|wait)\(\s*\d+"
    r"|\b(?:time|asyncio)\.sleep\(\s*[\d.]+|\bThread\.sleep\(\s*\d+|\bTask\.Delay\(\s*\d+"
    r"|\btime\.Sleep\(\s*\d+"
)
_GIVEN = Pattern(r"\b(?:return\s*\(?|resolve\(|set[A-Z]\w*\()\s*[&\w.]{0,30}[{\[]")
_LITERAL = Pattern(r"[:,\[(]\s*(?:\"[^\"\n]*\"|'[^'\n]*'|-?\d[\d._]*\b|[Tt]rue\b|[Ff]alse\b)")
_FEW = 4
_WORKS = Pattern(
    r"\b(?:fetch|axios|query|execute|invoke|request|exec|spawn|open|post)\w*\s*\("
    r"|\.(?:get|post|put|query|execute|find\w*|create|save|send|insert|select|from|rpc|invoke"
    r"|call)\("
    r"|\bawait (?!new Promise|delay\b|sleep\b|wait\b|asyncio\.sleep|Task\.Delay)"
    r"|\b(?:for|while) ?\(|\bfor \w+ (?:in|:?=)|\bwhile \w+.*:$"
    r"|\b(?:retry|attempts?|poll\w*|backoff|throttle\w*)\b",
    IGNORECASE,
)
_LONGEST = 4000


def pauses(text: str, functions: Sequence[Function]) -> Iterator[re.Match[str]]:
    """The pauses in functions that wait, ask nobody, and give what is written in them."""
    for found in _WAIT.finditer(text):
        around = [each for each in functions if each.inside <= found.start() < each.end]
        body = min(around, key=lambda each: each.end - each.inside, default=None)
        if body and body.end - body.inside < _LONGEST and _is_made_up(text, body, found):
            yield found


def _is_made_up(text: str, body: Function, pause: re.Match[str]) -> bool:
    code = text[body.inside : pause.start()] + text[pause.end() : body.end]
    given = _GIVEN.compiled.search(text, pause.end(), body.end)
    if given is None or _WORKS.search(code):
        return False
    return len(_LITERAL.compiled.findall(text, given.start(), body.end)) >= _FEW
