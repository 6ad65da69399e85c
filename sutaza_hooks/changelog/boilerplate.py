"""Descriptions that would fit any change: they do not say what changed."""

from __future__ import annotations

import re
from collections.abc import Collection

from sutaza_hooks.languages import language_of

_WORD = re.compile(r"\w+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)")
_PATH = re.compile(r"(?<![\w./-])(?:[\w.-]+/)*\w[\w.-]*\.[A-Za-z]\w*(?!\w)")
_TEXT_FILE = re.compile(r".*\.(?:md|rst|txt|json|lock|csv|svg)")
_PRODUCT = re.compile(r"[A-Z]\w*\.js")  # Node.js, Vue.js: no files
_VERSION = re.compile(r"\d\.\d")
_NOISE = re.compile(r"(?:qwer|asdf|sdfg|dfgh|fghj|zxcv)[a-z]*|([a-z])\1{2,}")
"""Runs of a keyboard's row, and one letter again and again: no more can be told from letters."""

_EMPTY_WORDS = frozenset(
    """
        a across all an and another any app application applications also as by etc few for from
        general here in into it its just lot lots made make makes misc miscellaneous more my n
        na none nothing of on other others our several small some such that the these this to up
        various with add added adds adjust adjusted adjustments bug bugfix bugfixes bugs bump
        bumped bumping bumps change changed changes changing chore clean cleaned cleaning
        cleanup cleanups code codebase commit commits correct corrected corrections do did done
        edit edited edits enhance enhanced enhancement enhancements feature features file files
        first fix fixed fixes fixing hotfix implement implementation implemented implementing
        implements improve improved improvement improvements improving initial issue issues
        maintenance minor modification modifications modified modify new optimisation
        optimisations optimization optimizations patch performance problem problems progress
        project quality refactor refactored refactoring refactors stability stuff task thing
        things throughout tidy todo tbd fixme tweak tweaked tweaks update updated updates
        updating version versions wip work working
    """.split()
)
_FILLER = frozenset("foo bar baz qux lorem ipsum dolor sit amet".split())
_FILLING = frozenset(("foo", "lorem", "ipsum"))  # the others may be meant: a bar, a site to sit on
_CREATING = frozenset(("add", "added", "adds", "initial", "new"))
_POINTING = frozenset(
    """
        address addressed addresses addressing applied applies apply cf incorporate incorporated
        mr nits per pr see
    """.split()
)
_ELSEWHERE = _POINTING | frozenset(
    """
        comment comments description details diff feedback finding findings history link log
        merge message pull remark remarks request requests review reviewer reviewers reviews
        suggestion suggestions ticket
    """.split()
)


def is_boilerplate(text: str, names: Collection[str] = ()) -> bool:
    """Whether a description says no more than that something changed.

    `names` are those of what may be touched: "update the API" says nothing more than the component
    does. What comes into being is said by its name, and what is removed too.
    """
    text = read_by_all(text)
    paths = [each for each in _PATH.findall(text) if _is_file(each)]
    for path in paths:
        text = text.replace(path, " ")
    words = _WORD.findall(text.casefold())
    if _FILLING.intersection(words):
        words = [word for word in words if word not in _FILLER]
    said = [word for word in words if word not in _EMPTY_WORDS and not word.isdigit()]
    if not said and not paths:
        return True
    if _CREATING.intersection(words) or _VERSION.search(text):
        return False
    named = {word for name in names for word in _WORD.findall(name.casefold())}
    return _names_only(said, named) or _points_elsewhere(said, named)


def read_by_all(text: str) -> str:
    """The text without HTML comments, which no reader of the page sees."""
    return _COMMENT.sub(" ", text)


def _is_file(text: str) -> bool:
    if _PRODUCT.fullmatch(text):
        return False
    return _TEXT_FILE.fullmatch(text) is not None or language_of(text) is not None


def _names_only(said: Collection[str], named: Collection[str]) -> bool:
    return all(word in named or _NOISE.fullmatch(word) for word in said)


def _points_elsewhere(said: list[str], named: Collection[str]) -> bool:
    """Whether it sends the reader to where the change was talked of: a review, a commit."""
    if said[0] not in _POINTING and "feedback" not in said:
        return False
    return all(word in _ELSEWHERE or word in named for word in said)
