"""The report that every golden renders, and reports of any shape for the properties."""

from __future__ import annotations

from hypothesis import strategies as st

from sutaza_hooks.diagnostic import (
    COMMIT_MESSAGE,
    Diagnostic,
    Exemption,
    Judged,
    Location,
    NotEvaluated,
    Related,
    Report,
    Severity,
    ordered,
)

JUDGED = Judged(mode="staged", before="b" * 40, after="a" * 40)
CLEAN = Report(JUDGED)

SAMPLE = Report(
    JUDGED,
    diagnostics=(
        Diagnostic(
            Location(COMMIT_MESSAGE),
            rule="vague-message",
            message="subject `fix stuff` says nothing of the change",
            help="name what was mended",
            charter=4,
            source="fix stuff",
        ),
        Diagnostic(
            Location("pay.py", 2, 5, 2, 8),
            rule="todo-comment",
            message="added comment is marked `TODO`",
            help="finish it, or link an open issue: `TODO(#123): …`",
            charter=1,
            source="  # TODO: charge the card",
        ),
        Diagnostic(
            Location("pay.py", 7, 1, 9),
            rule="duplicate-code",
            message="3 added lines stand in `billing.py` already",
            help="call `billing.charge`",
            charter=3,
            severity=Severity.WARNING,
            source="def charge(card):",
            related=(Related(Location("billing.py", 9, 1, 11), "the same 3 lines"),),
        ),
        Diagnostic(
            Location("web/naïve menu.py", 1),
            rule="undeclared-import",
            message="`flask` is imported and not declared",
            help="declare it in `pyproject.toml`",
            charter="dependencies",
        ),
    ),
    not_evaluated=(
        NotEvaluated("broken-api", "an audit has no earlier state to compare with"),
        NotEvaluated("vulnerable-dependency", "the lock file `uv.lock` does not parse", True),
    ),
    exempt=(Exemption("missing-changelog-entry", "only documentation changed"),),
    suppressed=1,
    baselined=2,
)

WEIRD = {
    "newline": "a\nb",
    "carriage return": "a\r\nb",
    "double quote": 'say "hi"',
    "single quote": "it's",
    "tab": "a\tb",
    "leading dash": "--output=x",
    "markup": "<b>&amp;</b>",
    "end of CDATA": "]]>",
    "workflow command": "::error file=x,line=1::y",
    "percent": "100%0Aof it",
    "backslash": "a\\nb",
    "not UTF-8": "caf\udce9",
    "NUL and delete": "\0\x7f",
    "C1 control sequence": "\x9b31m",
    "ANSI escape": "\x1b[31mred\x1b[0m",
    "terminal title": "\x1b]0;owned\x07",
    "emoji": "👩‍💻 🎉",
    "wide": "漢字",
    "combining": "e\u0301",
    "right to left": "שלום",
    "right-to-left override": "\u202eevil",
    "line separator": "a\u2028b\x85c",
    "no character": "\uffff",
    "long": "x" * 10_000,
}
"""Texts that some format has a meaning for, or cannot hold."""


def weird(text: str) -> Report:
    """A report that has the text everywhere a text can stand."""
    return Report(
        JUDGED,
        diagnostics=tuple(
            Diagnostic(
                Location(text, 3, 2, 3, 4),
                rule="some-rule",
                message=text,
                help=text,
                severity=severity,
                source=text,
                related=(Related(Location(text), text),),
            )
            for severity in Severity
        ),
        not_evaluated=(NotEvaluated("other-rule", text, trouble=True),),
        exempt=(Exemption("third-rule", text),),
    )


_NO_UTF8 = "\udc80\udcff"  # bytes that are not UTF-8, as Python keeps them
_LONE = "\ud800\udbff\udc00\udfff"
_git_texts = st.text(
    st.characters(exclude_categories=["Cs"], include_characters=_NO_UTF8), max_size=12
)
_any_texts = st.text(
    st.characters(exclude_categories=["Cs"], include_characters=_NO_UTF8 + _LONE), max_size=12
)
_names = st.from_regex(r"[a-z]{1,4}(-[a-z]{1,4})?", fullmatch=True)


@st.composite
def _locations(draw: st.DrawFn) -> Location:
    path = draw(_git_texts.filter(bool) | st.just(COMMIT_MESSAGE))
    line, column = draw(st.integers(1, 99)), draw(st.integers(1, 20))
    end_line = draw(st.just(0) | st.integers(line, line + 9))
    first = column if end_line in (0, line) else 1
    return Location(path, line, column, end_line, draw(st.just(0) | st.integers(first, 30)))


_diagnostics = st.builds(
    Diagnostic,
    location=_locations(),
    rule=_names,
    message=_git_texts,
    help=_any_texts,
    charter=st.integers(1, 20) | _names,
    severity=st.sampled_from(Severity),
    source=_git_texts,
    related=st.lists(st.builds(Related, _locations(), _any_texts), max_size=2).map(tuple),
)

reports = st.builds(
    Report,
    st.just(JUDGED),
    diagnostics=st.lists(_diagnostics, max_size=4).map(ordered),
    not_evaluated=st.lists(
        st.builds(NotEvaluated, _names, _any_texts, st.booleans()), max_size=2
    ).map(tuple),
    exempt=st.lists(st.builds(Exemption, _names, _any_texts), max_size=2).map(tuple),
    suppressed=st.integers(0, 3),
    baselined=st.integers(0, 3),
)
