"""How comments admit that code is not the real thing: the phrases, and what they are not.

They were gathered from code that agents wrote, and held against well-kept code; each is bound by
what would make it speak of something else, such as a test double or a platform.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from sutaza_hooks.pattern import IGNORECASE, Pattern

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
_PRETENCE = Pattern(
    r"mock|dummy|fake|stub|placeholder|simulat|pretend|simplif|demo|hard-?coded", IGNORECASE
)
_NEGATED = Pattern(
    r"(?:\b(?:no|not|never|without|cannot|neither|nor|avoid\w*|rather than|instead of|unlike"
    r"|replace[sd]|replacing|remove[sd]|removing|eliminate[sd]|strip(?:s|ped)|purge[sd]|drop(?:s|ped)|supersede[sd]"
    r"|forbid\w*|reject\w*|refus\w*|prohibit\w*|detect\w*"
    r"|fix\w*: (?:remove|drop|delete|replace))|n['’]t)"
    r"(?: (?!(?:and|but|so|just|yet|only|then|because)\b)[\w'’/-]+,?){0,4}? ?[(\"'`]?$",
    IGNORECASE,
)
"""What makes of an admission its opposite: "rather than simulated", "replaces the mock"."""
_PRAISED = Pattern(
    r"(?<!not )(?<!n't )\b(?:optimi[sz]ed|ready|suitable|designed|built|intended|tuned|hardened"
    r"|recommended|meant|safe|configured|required|needed|essential|important|useful|made"
    r"|change this|tested|good|enough|prepared) (?:\w+ly )?$",
    IGNORECASE,
)
"""What is good for production does not say that this is not meant for it."""
_FOR_PRODUCTION = Pattern(r"(?:in|for) ", IGNORECASE)
_FILLED = Pattern(
    r"placeholders? for [^.;]{1,60}?(?:\b(?:that|which) (?:will be|is|are|gets?)|, to be)"
    r" (?:replaced|substituted|filled|expanded|set) (?:in )?(?:by|with|at|when)\b(?! (?:an? |the )?"
    r"(?:real|actual|proper)\b)|\bplaceholder\b.*\b(?:redact|mask(?:ed|ing)|censor|scrub)"
    r"|\b(?:redact|mask(?:ed|ing)|censor|scrub)\w*\b.*\bplaceholder\b"
    r"|\bplaceholder\b\W+(?:to be |will be |is |gets )?(?:filled|set|replaced|updated|computed"
    r"|overwritten|patched) (?:in |out )?(?:after|below|by|once|when|before|at|during)\b"
    r"(?! (?:an? |the )?(?:real|actual|proper)\b)",
    IGNORECASE,
)
"""A placeholder that a program fills in, or puts where a secret was, is what it should be."""
_SOUGHT = Pattern(
    r"(?: ?|\W{0,2})(?:(?:seed|gate|guard|scan|leak)\w*\b|check(?:s|er|ing)?\b"
    r"|(?:is|are) (?:gated|disabled|off)\b"
    r"|not (?:leak|allow)|must not\b|should never\b)"
    r"|[^.;]{0,60}\b(?:has|have|was|were|is|are) (?:been |now |all )?(?:removed|gone|dropped"
    r"|deleted|replaced)\b",
    IGNORECASE,
)
"""What is said behind a pretence by what keeps it out, or asks for it."""
_STORED = Pattern(r"\b(?:insert|seed|populat)\w*(?: \w+){0,2} $|\b\d = $", IGNORECASE)
"""Rows that a script puts into a database, and what a flag stands for, are what they say."""
_ARRIVES = Pattern(
    r"[^.;]{0,20}\b(?:when|once|after|as soon as) (?:the )?(?:response|reply|result|server|request"
    r"|promise|fetch|query|data|page|image|it)s? (?:\w+ )?(?:arriv|return|respond|resolv|complet"
    r"|load|comes|finish)",
    IGNORECASE,
)
"""What a program itself puts in the place of something else."""
_DIRECTED = Pattern(
    r"(?:^|[.;:,(] ?|[-–—] )\W*(?:override|run|see|copy|set|build|deploy|enable|export)\b"
    r"(?:[^.;]|\.\b)*$",
    IGNORECASE,
)
"""Directions for production, where the real thing is."""


class _Admission(Pattern):
    """Finds what admits something, but not what only looks so because of the words around it."""

    def finditer(self, text: str, /) -> Iterator[re.Match[str]]:
        return (found for found in super().finditer(text) if not is_excused(found))

    def search(self, text: str, /) -> re.Match[str] | None:
        return next(self.finditer(text), None)


def is_excused(found: re.Match[str]) -> bool:
    """Whether the words around an admission take it back."""
    before, words = found.string[: found.start()], found[0]
    behind = found.string[found.end() :]
    if words[:4].lower() == "for " and _DIRECTED.search(before):
        return True
    if _PRETENCE.search(words):
        is_filled = "placeholder" in words.lower() and _FILLED.search(found.string)
        if " seed" in words.lower():
            return True
        is_kept_out = _NEGATED.search(before) or _STORED.search(before) or _SOUGHT.match(behind)
        return bool(is_kept_out or is_filled)
    if words.lower().startswith("replace"):
        return _ARRIVES.match(behind) is not None
    return bool(_FOR_PRODUCTION.match(words) and _PRAISED.search(before))


ADMITTED = _Admission(
    "|".join(
        (
            # what the real thing would do
            rf"\b(?:in|for) (?:an? |the )?{_REAL}(?:[- ](?:ready|grade|level))? "
            r"(?:implementation|system|app(?:lication)?|scenario|environment|deployment|version"
            r"|code|use|setup"
            r"|project|product)s?\b"
            r"(?:,(?! (?:see|and|or|but|while|otherwise|with|where|which|hence|so|thus|because|as"
            r"|since|even|especially)\b)"
            rf"| -|:| you| we| this| it| {_WOULD}(?! (?:not|never)\b))",
            rf"\bin (?:production|practice|reality),? (?:this|that|it|you|we|these|one"
            rf"|the \w+) {_WOULD}\b(?! (?:not|never)\b)",
            r"\bin (?:production|practice|reality),? (?:use|implement|replace|integrate|load|call"
            r"|would|you'd|we'd)\b",
            r"(?:^\W*|[.;!(] ?|[-–—] )in (?:an? )?(?:production|real (?:system|app\w*))\s?[,:]"
            r" (?:properly |also |always )?(?:calculate|compute|connect|decode|derive|encrypt"
            r"|export|fetch|generate|get|hash|index|integrate|parse"
            r"|persist|publish|query|retrieve|save|send|store|upload|validate|verify)"
            r" (?!(?:is|are|was|has|may|can)\b)",
            r"(?<!if )\b(?:would|should|you'd) (?:be )?(?:actually "
            r"|typically )?\w+ (?:[\w./-]+ ){0,5}?in (?:production|a real(?:[- ]world)? \w+)\b",
            r"^\W*(?:replace|change|restrict|tighten|swap) (?:this )?(?:[\w.'/-]+ ){0,6}?"
            r"(?:in|for|before) production\b",
            r"\bthis would be (?:the|an?) (?:original|actual|real|full|proper)\b",
            r"^\W*this would (?:need|require) (?:to be |an? |the )?(?:\w+ )?(?:actual|real|api"
            r"|customi[sz]ed|integration|implementation)\b",
            r"\b(?:would|should) (?:integrate|be integrated|connect) with (?:the )?(?:actual"
            r"|real)\b",
            r"(?:^\W*|[.;:!] )this would (?:then |actually |typically )?(?:use|call|integrate"
            r"|load|connect"
            r"|query|fetch|send|perform|contain|implement|generate|analy[sz]e|read|store)\b"
            r"(?!.*\b(?:fail|break|crash|wrong|unsafe|incorrect|never|infinite)\b)",
            r"^\W*would (?:need|require|use|call|implement|compare|check|load|query|fetch"
            r"|connect|integrate"
            r"|send|perform|calculate|compute|parse|validate|update|need to|typically|normally"
            r"|be (?:\w+ly )?(?:\w+ed|an?|the|sent|read|built|set))\b",
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
            rf"\bmock (?:\w+ )?{_THING}\b(?!-\w)(?! (?:in|for|from) (?:the )?tests?\b)",
            r"(?<!not )(?<!never )(?<!no )(?<!avoid )\bhard-?coded (?:data|results?|responses?"
            r"|metrics?|scores?|for now"
            r"|for demo|implementation|output|values? for now)\b",
            r"\b(?:dummy|fake|demo) (?:(?:\w+ )?(?:data|metrics?|scores?|embeddings?|analysis)"
            r"|results?|responses?|implementation|logic|graph structure|output)\b(?! (?:in|for"
            r"|from) (?:the )?tests?\b)",
            r"\bplaceholder implementation\b(?! (?:to (?:allow|make)|for (?:un|non|other)))",
            r"\bplaceholder (?:for (?:\w+[ -]){0,3}?(?:logic|implementation|calculation"
            r"|estimation|model loading"
            r"|now|analysis|integration|processing|functionality)|data|results?|responses?|logic"
            r"|version|function"
            r"|method|metrics?|scores?|calculation|check|validation|analysis|embeddings?"
            r"|- should)\b",
            r"^\W*(?:mock|placeholder|dummy|stub|fake|simulated)(?:\s*[:,–—-]\s|\s*$)",
            r"\(stub(?:bed)?(?:\)| (?:for|until|implementation)\b|\s*[:,–—-])",
            r"\b(?:workflow|feature|page|ui|form|panel|section|chart) (?:builder )?placeholder\s*$",
            r"\bsimplified(?:,| -|:| for now| in this| implementation| approach| version| logic"
            r"| check"
            r"| aggregation| calculation| simulation| rollback| algorithm| heuristic| model)",
            r"\(simplified\b",
            r"^\W*simplified(?: \w+){0,2}\s*$",
            # the same, where it begins a comment or ends one
            r"^\W*placeholder(?: \w+)? (?:implementations?|structures?|logic|calculation)\b"
            r"(?! (?:to (?:allow|make)|for (?:un|non|other)))",
            r"^\W*placeholder for (?!(?:(?:the|an?|each|every|any) )?(?:\w+ )?(?:inputs?|texts?"
            r"|search|fields?"
            r"|values?|quer(?:y|ies)|param\w*|arg\w*|names?|columns?|labels?|images?|icons?"
            r"|missing|empty"
            r"|unknown|slots?|loading|lazy|boxe?s?|widgets?|elements?|forms?|selects?|types?|sql"
            r"|nodes?|tokens?"
            r"|blanks?|characters?|strings?|those|it|them|when)\b)",
            r"(?:(?<!\w)[-–—]|\()\s*placeholder(?:\)|\s*$|(?: [-–]|[,:]) would\b"
            r"| for (?:more|a|an|the|now|real|actual)\b)",
            r"^\W*simplified (?!(?:form|name|version of the|representation|line|polygon|geometry"
            r"|chinese)\b)",
            r"^\W*simulated [\w-]+(?: [\w-]+)?\W*$|\(simulat(?:ed?|ion)\)",
            r"^\W*mock [\w-]+",
            r"\b(?:create|use|return|generate|initiali[sz]e|add|build|provide)s? (?:an? |some "
            r"|the )?(?:mock|simulated)\b",
            r"\breal implementation would\b|\(\s*(?:this |these )?would"
            r" (?:need|use|call|require|be (?:\w+ly )?(?:\w+ed|an?|the|sent|read|built|set))\b",
            r"(?<!that )(?<!which )(?<!what )\bwould be (?:fully |actually |properly )?"
            r"(?:implemented|initiali[sz]ed|measured|calculated"
            r"|computed|fetched|loaded|stored|extracted|populated|generated|determined) (?:with"
            r"|by|from|here|when"
            r"|in|properly|elsewhere)\b",
            r"\bwould be replaced (?:by|with) (?:an? |the )?(?:\w+ )?(?:actual|real|proper"
            r"|production)\b",
            r"\((?:use|replace with) (?:an? |the )?(?:[\w./-]+ ){1,4}(?:in|for) production\)",
            r"\bfor (?:the )?(?:demo|demonstration)(?:\W*$| \()",
            # pretending
            r"^\W*simulate (?!(?:an?|the|what|how|when|if|user\w*|click\w*|key\w*|press\w*|mouse"
            r"|touch"
            r"|browser|terminal|tty|stdin|small|slow|reading|writing"
            r"|\w+ing)\b)[\w-]+(?: (?!using\b|via\b)[\w()-]+){0,6}\W*$",
            r"\bsimulat(?:e|es|ing) (?:the |an? |some |our )?"
            r"(?:(?!(?:without|by|from|for|with|to|in|on|of)\b)[\w-]+ ){0,2}(?:processing"
            r"|responses?"
            r"|results?|delays?|latency|work|execution|training|inference|rewards?|metrics|api"
            r"|apis|network"
            r"|waiting|analysis|success|failures?|completion|refresh|partitioning|(?:restart"
            r"|response) time"
            r"|progress|calls?|loading|search|deployment|validation|computation|requests?"
            r"|optimi[sz]ation"
            r"|evolution|learning|collection|generation|operation|activity|detection|scan|check)\b"
            r"(?! (?:by|from|via|events?|user|input|in tests?|library|bodies|objects?"
            r"|using (?!an? |set|random|math))\b)",
            r"\bpretend(?:s|ing)? (?:that )?(?:it|this|the \w+) (?:works?|worked|succeed\w*|was"
            r"|is)\b",
            r"\breturn(?:s|ing)? (?:an? |some )?(?:dummy|mock|fake|demo|fabricated)\b",
            r"\breturn(?:s|ing)? (?:an? |some |only )?(?:stub(?:bed)?|canned|placeholder) (?:data"
            r"|responses?|results?|metrics)\b(?! (?:in|for|from) (?:the )?tests?\b)",
            r"\bjust (?:log|return|print|pretend|count|sleep|wait) (?:\w+ ){0,3}?for now\b",
            r"\bnot (?:yet )?(?:really |actually |fully )?(?:wired|hooked up|connected) (?:up "
            r"|in )?yet\b",
        )
    ),
    IGNORECASE,
)
PROVISIONAL = Pattern(
    r"\bfor now\b(?!\s*(?:\)|,)?\s*(?:that|but not)\b)|\bat this stage, (?:just|we)\b"
    r"|\bas a stopgap\b|\bfor (?:the |this )?(?:mvp|poc|hackathon)\b"
    r"|\bquick(?: and|-and-|&)dirty\b|\bin the future,? (?:this|we|it) (?:will|should|would"
    r"|could)\b",
    IGNORECASE,
)


class _Either:
    """Finds what one pattern does, and only then what the next does."""

    def __init__(self, *patterns: Pattern) -> None:
        self._patterns = patterns

    def search(self, text: str, /) -> re.Match[str] | None:
        return next(self.finditer(text), None)

    def finditer(self, text: str, /) -> Iterator[re.Match[str]]:
        return chain.from_iterable(each.finditer(text) for each in self._patterns)


EITHER = _Either(ADMITTED, PROVISIONAL)
