"""Rule: no comment that stands where code was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic
from sutaza_hooks.pattern import IGNORECASE, Pattern, Words
from sutaza_hooks.remark import phrases
from sutaza_hooks.rule import Paths, Rule

_NOUN = (
    r"(?:code|implementations?|logic|functions?|methods?|class(?:es)?|handlers?|handling|routes?"
    r"|imports?"
    r"|fields?|cases?|configurations?|config|settings|options|integrations?|content|script|file"
    r"|checks?|validations?|tests?|queries|queue?ries|processing|tracking|steps?|calls?|setup"
    r"|cleanup"
    r"|shutdown|startup|initiali[sz]ation|endpoints?|components?|properties|props|agents|services"
    r"|items"
    r"|entries|metrics|monitoring|error handling|parsing|work)"
)
_WORDS = r"(?:[\w'/-]+ ){0,4}?"
ELIDED = Pattern(
    "|".join(
        (
            # … existing code …
            r"^\W*(?:\.\.\.|…)\s*\W?\s*(?:the )?(?:existing|remaining|other|rest|previous"
            r"|unchanged|same)\b"
            rf"(?: of)?(?: the)? {_WORDS}{_NOUN}\b(?!\()",
            r"^\W*(?:\.\.\.|…)\s*(?:add|insert|include|repeat) (?:all|more|other|the|your)\b.*",
            rf"^\W*(?:existing|remaining|other|rest of(?: the)?) {_WORDS}{_NOUN}(?: (?:here"
            rf"|unchanged|as before"
            r"|omitted|continues))?\s*(?:\.\.\.|…)",
            # the rest of the code stays the same
            rf"\brest of (?:the |this |your )?{_WORDS}{_NOUN} (?:here\b|goes here|(?:is |are )?"
            r"(?:truncated|omitted|unchanged)|(?:remains|stays) (?:the same|unchanged)|as before)",
            rf"\b{_NOUN} (?:is |was |are )?(?:truncated|omitted|elided|removed"
            rf"|shortened) for (?:brevity|clarity)",
            r"\b(?:truncated|omitted|elided) for brevity\b",
            r"\(?\s*(?:code|implementation) (?:unchanged|omitted|truncated)\)?\s*$",
            r"^\W*same as (?:before|above|existing)\s*(?:\.\.\.|…)",
            # implementation goes here
            rf"\b{_NOUN} (?:(?:would|should|will) )?(?:go(?:es)?|be(?: added| placed"
            rf"| implemented)?) here\b",
            rf"^\W*(?:add|put|place|insert|write|implement|include|perform) (?:(?:your|the|any"
            rf"|more|custom"
            rf"|actual|real|additional|other|own|some|necessary|appropriate"
            rf"|further)\s)*{_WORDS}{_NOUN}"
            r" here\b(?! (?:to|so|because|since|when|if|as|for|instead|rather)\b)",
            r"\b(?:additional|more|other|further) \w+ would (?:be|go) (?:[\w']+ ){0,5}?here\b",
            r"^\W*(?:your|actual|real) (?:code|implementation|logic) here\b",
            r"^\W*(?:fill in|complete) the (?:rest|implementation|logic|details)\b(?! of)",
        )
    ),
    IGNORECASE,
)
_ROUGH = Words(
    *("...", "…", "here", "brevity", "for clarity", "unchanged", "omitted", "truncated", "elided"),
    *("rest of", "as before", "the same", "fill in", "complete the"),
)


@dataclass(frozen=True, eq=False)
class ElidedCode(Rule):
    """An added comment that stands where code was left out.

    Comments that document a definition are not read: an example there may well be shortened. Only
    production code is judged, see `paths`; docstrings are read if `docstrings` says so.

    ## Why is this bad?
    "… existing code …" was meant for a reader who has the rest. In a file it means that the rest
    is gone, or was never written.

    ## Example
    ```python title="pay.py"
    def charge(card):
        # ... existing code ...
        return receipt(card)
    ```

    ## Use instead
    ```python title="pay.py"
    def charge(card):
        bank.charge(card)
        return receipt(card)
    ```
    """

    charter = 1

    docstrings: bool = False
    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Diagnostic]:
        every = phrases(change, ELIDED, _ROUGH, self.paths, docstrings=self.docstrings)
        for phrase in every:
            if not phrase.remark.documents:
                said = " ".join(phrase.found[0].split()).strip(" .…-[(")
                yield self.diagnostic(
                    phrase.place,
                    f"comment stands for code that was left out: `{said[:60]}`",
                    help="write the code that belongs here, or restore what stood here",
                    source=change.source(phrase.place),
                )
