"""Rule: no function that does not do what its name promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, Location
from sutaza_hooks.facts import Body
from sutaza_hooks.idle import GIVES, NOTHING
from sutaza_hooks.pattern import IGNORECASE, Pattern
from sutaza_hooks.remark import DOCUMENTATION, Added, Reading, readings
from sutaza_hooks.rule import Paths, Rule

_SAYS = Pattern(
    r"(?:(?:await )?(?:self\.)?(?:print|console\.\w+|log\w*(?:\.\w+)?|fmt\.Print\w*|e?println!"
    r"|puts|echo|logging\.\w+"
    r"|System\.out\.print\w*)\b[ (!].{0,120}?\)?;?\s*)+$"
)
_ADMITS = Pattern(
    r"\bstub(?:bed)?\b(?! (?:for|file))|\bplaceholder\b|\b(?:to be|not(?: yet)?|will be"
    r"|needs? to be|should be|must be)"
    r" implement|\bimplement(?:ation)? (?:this|me|later|here|\w+ here|goes|pending"
    r"|needed|as needed)"
    r"|\b(?:add|insert|put|write) (?:\w+ ){1,5}here\b"
    r"|\bsimplif|\bfor now\b|\b(?:mock|dummy|fake|hard-?coded|skeleton)\b|\bcoming soon\b"
    r"|\bin (?:production|practice)\b"
    r"|\breal implementation\b|\bpotential (?:strateg|approach|step|implementation)"
    r"|\bpossible (?:strateg|approach|step)"
    r"|\b(?:TODO|FIXME)\b|\bimplement (?:the |your |actual |real |\w+ (?:logic|handling"
    r"|functionality))",
    IGNORECASE,
)
_WOULD = Pattern(
    r"\b(?:would|should|could|will) (?:be |also )?(?:stored?|call|return|compare|check|use|update"
    r"|query|send|load|implement|restart|need|go|happen|integrate)\w*\b"
    r"|\bimplement(?:ation)? (?:would|will)\b",
    IGNORECASE,
)
"""What a comment in a body admits; a docstring tells those who override it the same."""
_EXCUSES = Pattern(
    r"\bno[- ]?op\b|(?:does|do) nothing|(?:n't|not) do anything|nothing to (?:do|clean|close"
    r"|release|stop|be)|overrid|subclass"
    r"|derived class|sub-class|\bhook\b|intentional|deliberate|on purpose|by default"
    r"|default implementation|optional"
    r"|(?:no|n't|not) need|not needed|not (?:be )?(?:used|required|necessary|applicable"
    r"|supported)|unused|ignored?\b|\bskip"
    r"|must be implemented|should be implemented (?:by|in)|to be implemented by|implemented (?:by"
    r"|in) |abstract|interface"
    r"|compatib|deprecated|legacy|always (?:true|false|returns?|succeed|enabled|available)"
    r"|\bempty\b|handled (?:by|in)"
    r"|delegat|marker|sentinel|for (?:a )?subclass|callback|called (?:when|by"
    r"|before|after|on)"
    r"|mixin|extension point|null object|avoid|satisf|required by|conform|protocol|\bsuppress"
    r"|prevent",
    IGNORECASE,
)
_ABSTRACT = Pattern(
    r"\b(?:abstract|virtual|override|overload|singledispatch|typing\.overload|extern|partial"
    r"|default|protocol)\b"
    r"|@(?:\w+\.)*(?:abstract\w*|overload|override|Override|fixture|register|singledispatch\w*"
    r"|hookspec|hookimpl"
    r"|property|cached_property|typing\.\w+|event|callback|group|command|app\.\w+|click\.\w+"
    r"|cli\.\w+|setter|pytest\.\w+"
    r"|Test\w*|Before\w*|After\w*|Pointcut|Bean|Mock\w*|lru_cache|cache|staticmethod_hook"
    r"|mock\.\w+|patch\w*)",
    IGNORECASE,
)
_OPEN_OWNER = Pattern(
    r"\b(?:Protocol|ABC|ABCMeta|interface|trait|abstract|sealed|NamedTuple|TypedDict|Enum"
    r"|Exception|Error)\b"
    r"|\b\w*(?:Base|Abstract|Mixin|Interface|Noop|NoOp|Null|Nop|Dummy|Fake|Mock|Stub|Default"
    r"|Adapter|Listener|Visitor"
    r"|Handler|Callback|Hook|Plugin|Spec|Sentinel|Empty|Void|Test)s?\b|\b(?:Base|Abstract|Noop"
    r"|NoOp|Null|Nop|Dummy|Fake"
    r"|Mock|Stub|Default|Empty|Disabled|Silent|Void|I[A-Z])\w*",
)
_DERIVED = Pattern(
    r"class \w+(?:\[[^\]]*\])?\s*\((?!\s*(?:object)?\s*\))[^)]|\b(?:extends|implements)\b"
    r"|\bimpl\b.*\bfor\b|class \w+\s*(?::|<) ?\w"
)
_SPECIAL = Pattern(
    r"(?:^|\.)(?:__\w+__|constructor|init|ngOn\w+|on[A-Z_]\w*|setUp|tearDown|setup|teardown"
    r"|noop\w*|nop|dummy\w*|main)$"
)
_WORK = Pattern(
    r"(?:^|[._])_?(?:enforce|validate|verify|test|check|ensure|authenticate|authorize|analy[sz]e"
    r"|assess|detect|evaluate"
    r"|calculate|compute|estimate|measure|predict|optimi[sz]e|mitigate|process|sanitize|encrypt"
    r"|decrypt|compare|score"
    r"|audit|scan|monitor|diagnose|restart|backup|restore|rollback|sync|deploy|migrate)(?:_|$"
    r"|(?=[A-Z]))",
    IGNORECASE,
)
_PROMISE = Pattern(
    r"^\W*(?:[a-z]+ly |intelligent |advanced )?(?:enforce|validate|verify|test|check|ensure"
    r"|authenticate|authori[sz]e|analy[sz]e|assess|detect"
    r"|evaluate|calculate|compute|estimate|measure|predict|optimi[sz]e|mitigate|process|sanitize"
    r"|encrypt|compare|score"
    r"|audit|scan|monitor|diagnose|update|handle|apply|execute|perform)",
    IGNORECASE,
)
_SUCCESS = Pattern(r"(?:True|true|Ok\(true\)|1\.0|0\.\d+|100(?:\.0)?|\{.*success.*\})$")
_STUBBED = Pattern(
    r"\[?\bstub\b|\bwould (?:restart|send|run|deploy|delete|call)|not implemented", IGNORECASE
)


@dataclass(frozen=True, eq=False)
class StubBody(Rule):
    """An added function that does nothing, or answers always the same, and should do more.

    Such a body alone is no breach: it is one where a comment or the docstring admits that the work
    is not done, or where the name and the docstring promise a verdict and the answer is always
    success. Abstract methods, interfaces and protocols, overloads, stub files, null objects,
    documented no-ops, hooks that are meant to be overridden, constructors and test doubles are
    allowed. Only production code is judged, see `paths`.

    ## Why is this bad?
    It passes every test that does not look at what it does, and the callers rely on it.

    ## Example
    ```python title="pay.py"
    def validate_card(card) -> bool:
        # Add validation logic here
        return True
    ```

    ## Use instead
    ```python title="pay.py"
    def validate_card(card) -> bool:
        return luhn(card.number) and not card.expired
    ```
    """

    charter = 1

    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, _ANY)
        for reading in readings(change, _ANY, self.paths):
            if reading.patch.path.endswith((".pyi", ".d.ts")):
                continue
            for body in reading.facts.bodies:
                why = _why(reading, body)
                lines = range(body.top, body.bottom + 1)
                if why and added.holds(reading.patch, lines):
                    place = Location(reading.patch.path, *body[3:7])
                    yield self.diagnostic(
                        place,
                        f"`{body.name}` {why}",
                        help="let it do what its name says, or remove it",
                        source=change.source(place),
                    )


_ANY = Pattern(r"\S")


def _said(reading: Reading, body: Body) -> tuple[str, str]:
    """What documents a function, and what the comments in it or directly above it say."""
    about = [
        each
        for each in reading.facts.comments
        if body.top <= each.line <= body.bottom or each.end_line == body.top - 1
    ]
    documents = [each.text for each in about if each.text.startswith(DOCUMENTATION)]
    rest = [each.text for each in about if not each.text.startswith(DOCUMENTATION)]
    if body.text == "...":  # what is declared above is no remark on a declaration
        rest = [each.text for each in about if each.line >= body.top]
    return " ".join((body.docstring, *documents)), " ".join(rest)


def _why(reading: Reading, body: Body) -> str:
    """What is wrong with a body, or nothing."""
    idle = NOTHING.match(body.text) is not None
    value = GIVES.match(body.text)
    speaks = _SAYS.match(body.text) is not None
    if not (idle or value or speaks) or _is_open(body):
        return ""
    documented, remarked = _said(reading, body)
    said = f"{documented} {remarked}"
    if speaks:
        return "only says something" if _STUBBED.search(f"{body.text} {said}") else ""
    what = "does nothing" if idle else f"always gives `{value['value'][:40]}`" if value else ""
    if _EXCUSES.search(said):
        return ""
    if _ADMITS.search(said) or _WOULD.search(remarked):
        return f"{what}, and a comment admits it"
    is_success = idle or (value and _SUCCESS.match(value["value"]))
    return f"{what}, whatever it is given" if is_success and _promises(reading, body) else ""


def _promises(reading: Reading, body: Body) -> bool:
    """Whether name and docstring promise work, and nothing that overrides it could do the work."""
    if not _WORK.search(body.name) or not _PROMISE.match(body.docstring or "-"):
        return False
    owner = body.name.rpartition(".")[0].rpartition(".")[2]
    derived = rf"\bclass \w+[^{{\n]*[(<:, ]{owner}\b" if owner else r"(?!)"
    return not _DERIVED.search(body.owner) and re.search(derived, reading.text) is None


def _is_open(body: Body) -> bool:
    """Whether the surroundings leave a body empty on purpose."""
    return bool(
        _ABSTRACT.search(body.head) or _OPEN_OWNER.search(body.owner) or _SPECIAL.search(body.name)
    )
