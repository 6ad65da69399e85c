"""Whether a find is a copy that nobody should add, worth a word, or none of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import printable
from sutaza_hooks.fingerprints.likeness import Likeness, likeness
from sutaza_hooks.fingerprints.tokens import LITERAL
from sutaza_hooks.paths import first_test_line, path_class, says_generated
from sutaza_hooks.pattern import IGNORECASE, Pattern
from sutaza_hooks.reuse.added import SHORTEST
from sutaza_hooks.reuse.run import Code, Run, code, longest, variety
from sutaza_hooks.reuse.search import Find, Near
from sutaza_hooks.reuse.site import Site, named

_RITUAL = Pattern(
    r"(?:__\w+__|constructor|init|new|equals|hash_?code|to_?string|compare_?to|eq|hash|clone|default"
    r"|fmt|from|try_from|set_?up|tear_?down|ng\w+|component\w+|render|main|get_?\w*|set_?\w*"
    r"|handle\w*|visit_?\w*|upgrade|downgrade|forwards?|backwards?|dispose|close|serialize"
    r"|deserialize|validate|up|down|run|on[A-Z_]\w*)$",
    IGNORECASE,
)
"""Names of methods that many classes have, each for itself."""
_ENTRY = Pattern(
    r"(?:main|run|init|set_?up|tear_?down|register|render|handler?|up|down|configure|plugin)$",
    IGNORECASE,
)
"""Names of functions that many modules have, each for itself."""
_MIGRATION = Pattern(
    r"(^|/)(migrations?|versions|migrate)/[^/]*\d{3}[^/]*$|(^|/)(locales?|i18n|translations?)/"
)
_DATA = 0.4
"""The share of literals from which on a body is a table."""
_LONG = 30
"""Tokens."""
_ALIKE, _SURE, _LIKELY = 0.85, 0.8, 0.6
_RUN, _LONG_RUN, _LONG_LINES = 45, 80, 8
"""Tokens, and lines, of a part that is repeated."""
_SAME_WORDS, _SAME_TEXT = 0.6, 0.95
_CALLS = 2
_VARIETY = 0.33
"""One function in a hundred says so much the same again and again."""
_WORTH = ((60, 0.26), (30, 0.32), (0, 0.5))
"""For so many tokens and more, the score of what is worth a word: one in a hundred commits of
well-kept projects has such."""
_FORM = 0.15
"""Who shares less structure shares at least half of what is called and named."""
_SHORT = 0.5
_TWINS = 0.75
"""Methods of one name are rarely so alike."""


class Judgement(NamedTuple):
    """What is said of a find."""

    find: Find
    blocks: bool
    how: str
    but: str
    source: str


class Repeat(NamedTuple):
    """A part of a function that another has."""

    new: Site
    old: Site
    run: Run
    blocks: bool
    source: str


class Judge:
    """Judges the finds of one change."""

    def __init__(self, change: Change, paths: Mapping[str, tuple[str, ...]], least: int) -> None:
        self._change = change
        self._paths = paths
        self._least = least
        self._said: list[Site] = []

    def judgements(self, near: Iterable[Near]) -> Iterator[Judgement | Repeat]:
        """At most one for each new function or run, and none within one that has one."""
        said: list[Site] = []
        for each in near:
            if any(other.holds(each.new) for other in said) or self._is_left_out(each.new):
                continue
            judged = self._of(each)
            if judged:
                said.append(each.new)
                yield judged

    def _of(self, near: Near) -> Judgement | Repeat | None:
        """What is said of the whole, unless a part of it tells more."""
        whole = next(filter(None, map(self._judged, near.finds[:2])), None)
        if whole and whole.blocks:
            return whole
        part = next(filter(None, (self._repeat(near.new, old) for old in near.parts)), None)
        if part is None or (whole and whole.find.likeness.score > _SHORT and not part.blocks):
            return whole
        return part

    def _repeat(self, new: Site, old: Site) -> Repeat | None:
        find = Find(new, old, likeness(new.fragment, old.fragment))
        if not self._in_production(find):
            return None
        run = longest(*(self._code(each) for each in (new, old)))
        if run is None or not _is_work(run):
            return None
        tree = self._change.after
        new, old = named(tree, new), named(tree, old)
        if _are_twins(find._replace(new=new, old=old)):
            return None
        return Repeat(new, old, run, _is_long_copy(run), tree.line(new.path, run.first))

    def _code(self, site: Site) -> Code:
        return code(site.language, self._change.after.get(site.path, ""), site.line, site.end_line)

    def _is_left_out(self, new: Site) -> bool:
        if _MIGRATION.search(new.path):
            return True
        text = self._change.after.get(new.path, "")
        return self._class(new) in ("vendored", "generated", "template") or says_generated(text)

    def _judged(self, find: Find) -> Judgement | None:
        if not self._is_worth(find) or self._is_left_out(find.old):
            return None
        tree = self._change.after
        find = find._replace(new=named(tree, find.new), old=named(tree, find.old))
        if _are_twins(find) and not (_is_long(find) and find.likeness.score >= _TWINS):
            return None
        source = tree.line(find.new.path, find.new.line)
        return Judgement(find, self._blocks(find), _how(find), _but(find), source)

    def _is_worth(self, find: Find) -> bool:
        like, size = find.likeness, min(find.new.fragment.size, find.old.fragment.size)
        if size < self._least or _is_table(find):
            return False
        if not self._in_production(find):
            return _is_same(find) and size >= 2 * _LONG
        if like.structure < _FORM and like.anchors < _SHORT:
            return False
        return like.score >= self._needed(size)

    def _needed(self, size: int) -> float:
        """The score of a find that is worth a word: what is short shares much by chance.

        An audit, which asks about every function at once, tells copies alone.
        """
        if not self._change.has_base:
            return _SHORT
        return next(score for tokens, score in _WORTH if size >= tokens)

    def _blocks(self, find: Find) -> bool:
        if not self._in_production(find) or _are_twins(find):
            return False
        return _is_copy(find.likeness, _LIKELY)

    def _in_production(self, find: Find) -> bool:
        return {self._class(find.new), self._class(find.old)} == {"production"}

    def _class(self, site: Site) -> str:
        found = path_class(site.path, self._paths)
        text = self._change.after.get(site.path, "")
        return "test" if site.line >= first_test_line(site.path, text) else found


def _is_work(run: Run) -> bool:
    """Whether a run does something of its own: no table, no signature, no list of assignments."""
    if run.size < _RUN or run.lines < SHORTEST or run.exact < _SAME_WORDS:
        return False
    return run.calls >= _CALLS and variety(run.codes) >= _VARIETY and run.literals <= _DATA


def _is_long_copy(run: Run) -> bool:
    is_long = run.size >= _LONG_RUN and run.lines >= _LONG_LINES
    return is_long and run.exact >= _SAME_TEXT


def _is_long(find: Find) -> bool:
    return min(find.new.fragment.size, find.old.fragment.size) >= _LONG


def _is_same(find: Find) -> bool:
    return find.likeness.same and find.likeness.anchors >= _SURE


def _is_copy(like: Likeness, anchors: float) -> bool:
    """Whether both have the same structure, and at least such a share of anchors."""
    return (like.same or like.structure >= _ALIKE) and like.anchors >= anchors


def _are_twins(find: Find) -> bool:
    """Whether both are the same method of two classes, or synchronous and asynchronous."""
    new, old = find.new, find.old
    if new.owner != old.owner or new.path != old.path:
        if new.own_name == old.own_name and (_are_methods(find) or _are_entries(find)):
            return True
        if _are_methods(find) and _RITUAL.match(new.own_name) and _RITUAL.match(old.own_name):
            return True
    return _are_of_two_colours(*(each.own_name.lower().replace("_", "") for each in (new, old)))


def _are_entries(find: Find) -> bool:
    return not (find.new.owner or find.old.owner) and bool(_ENTRY.match(find.new.own_name))


def _are_methods(find: Find) -> bool:
    return bool(find.new.owner and find.old.owner)


def _are_of_two_colours(one: str, other: str) -> bool:
    """Whether of two names one is the asynchronous form of the other."""
    return one in _asynchronous(other) or other in _asynchronous(one)


def _asynchronous(name: str) -> Sequence[str]:
    return f"a{name}", f"async{name}", f"{name}async"


def _is_table(find: Find) -> bool:
    """Whether one of both is a table, or, if it is no copy, says one thing again and again."""
    codes = find.new.fragment.codes
    if codes.count(LITERAL) > _DATA * len(codes):
        return True
    return not _is_same(find) and variety(codes) < _VARIETY


def _how(find: Find) -> str:
    like = find.likeness
    if like.same and like.anchors == 1:
        return "is a copy of"
    if like.same or like.structure >= _ALIKE:
        return "is a copy, with other names or literals, of"
    return "is an edited copy of" if like.structure >= 0.5 else "does what another does, see"


def _but(find: Find) -> str:
    """How alike the two are that are no copies, and in what they differ, if that is little."""
    apart = sorted(find.new.fragment.anchors ^ find.old.fragment.anchors)
    words = [f"`{printable(each.strip(chr(39))[:30])}`" for each in apart]
    copied = find.likeness.same or find.likeness.structure >= _ALIKE
    alike = "" if copied else f", {find.likeness.score:.0%} alike"
    return alike + (f", the same but for {', '.join(words)}" if 0 < len(words) <= 3 else "")
